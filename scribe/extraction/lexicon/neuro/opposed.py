"""Opposite results of one sign on the two sides: `Spurling was positive on the left and negative on the right`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.found import Found
from scribe.extraction.lexicon.neuro.kinds import kind_of
from scribe.extraction.lexicon.neuro.values import VALUES, graded_kind, judge
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit

_BESIDE = 3
_LINKS = frozenset({"on", "the", "to", "at", "for", "in", "is", "was", "side", "and", "but", "while", "whereas"})
_BOTH = 2


def opposed(scene: Scene) -> Iterator[tuple[Hit, Found]]:
    """Read a sign whose part of a statement gives its two sides opposite results.

    Args:
        scene: The statement.

    Yields:
        The sign with one result after the other.
    """
    values = [hit for hit in scene.terms("neuro", "value") if hit.term.value in VALUES]
    if len(values) < _BOTH:
        return
    for chunk in scene.statement.chunks:
        signs = scene.terms("neuro", "sign", part=chunk)
        results = [*_results(scene, chunk)]
        if len(signs) == 1 and len(results) == _BOTH and _differ(*results):
            for value, side in results:
                kind = graded_kind(signs[0], kind_of(scene, signs[0]), value)
                part = Chunk(min(value.start, side.start), max(value.end, side.end))
                yield signs[0], Found(kind, judge(kind, value), (part,), side.value)


def _differ(one: tuple[Hit, Side], other: tuple[Hit, Side]) -> bool:
    return {one[1].value, other[1].value} == {"left", "right"} and VALUES[one[0].term.value] != VALUES[
        other[0].term.value
    ]


def _results(scene: Scene, chunk: Chunk) -> Iterator[tuple[Hit, Side]]:
    """Yield the values of a part that stand beside a side of their own: each behind its value, or each before it."""
    marks: list[Hit | Side] = [*scene.terms("neuro", "value", part=chunk), *scene.view.sides(chunk)]
    marks.sort(key=lambda mark: mark.start)
    if len(marks) != _BOTH * _BOTH:
        return
    for one, other in zip(marks[::2], marks[1::2], strict=True):
        value, side = (one, other) if isinstance(one, Hit) else (other, one)
        apart = scene.view.norms[one.end : other.start]
        if isinstance(value, Hit) and isinstance(side, Side) and len(apart) <= _BESIDE and _LINKS.issuperset(apart):
            yield value, side
