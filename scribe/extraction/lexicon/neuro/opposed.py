"""Opposite results of one sign on the two sides: `Spurling was positive on the left and negative on the right`."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.found import Found
from scribe.extraction.lexicon.neuro.kinds import kind_of
from scribe.extraction.lexicon.neuro.values import VALUES, graded_kind, is_grade, judge
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, words

_BESIDE = 6
_LINKS = frozenset({
    "on", "the", "to", "at", "for", "in", "is", "was", "side", "and", "but", "while", "whereas", "about", "degrees",
    "a", "s", "it", "one", ",",
})  # fmt: skip
_BOTH = 2
_LATERAL = frozenset({"left", "right"})


def opposed(scene: Scene) -> Iterator[tuple[Hit, Found]]:
    """Read a sign whose part of a statement gives its two sides opposite results.

    Args:
        scene: The statement.

    Yields:
        The sign with one result after the other.
    """
    values = [hit for hit in scene.terms("neuro", "value") if hit.term.value in VALUES]
    if len(values) < _BOTH or not scene.view.sides(scene.statement):
        return
    yield from _of_muscles(scene, values)
    for chunk in _parts(scene):
        told = [(sign, [*_results(scene, part, sign)]) for sign, part in _told(scene, chunk)]
        if not any(_differ(results) for _, results in told):
            continue
        for sign, results in told:
            for value, side in results if _differ(results) or len(results) == 1 else ():
                kind = graded_kind(sign, kind_of(scene, sign), value)
                part = Chunk(min(value.start, side.start), max(value.end, side.end))
                yield sign, Found(kind, judge(kind, value), (part,), side.value)


def _parts(scene: Scene) -> Sequence[Chunk]:
    """Return the parts of a statement; a test told side by side is one: `SLR: left, negative, right, positive`."""
    signs = scene.terms("neuro", "sign")
    named = {(side.start, side.end) for side in scene.view.sides(scene.statement)}
    apart = any((chunk.start, chunk.end) in named for chunk in scene.statement.chunks)
    if apart and scene.statement.turn >= 0 and len(signs) == 1 and signs[0].term.value == "tension_sign":
        start, end = scene.statement.start, scene.statement.end
        whole = Chunk(start, end)
        if _differ([*_results(scene, whole, signs[0])]):
            return (whole,)
    return scene.statement.chunks


def _of_muscles(scene: Scene, values: list[Hit]) -> Iterator[tuple[Hit, Found]]:
    """Read the grades of a muscle that no term names: `dorsiflexion four out of five left five out of five right`."""
    for chunk in scene.statement.chunks:
        graded = [hit for hit in values if chunk.start <= hit.start < chunk.end and is_grade(hit)]
        if len(graded) < _BOTH or scene.terms("neuro", "sign", part=chunk):
            continue
        muscle = Hit(chunk.start, chunk.start, Term("", "neuro", "sign", "motor_deficit"))
        results = [*_results(scene, chunk, muscle)]
        for value, side in results if _differ(results) else ():
            part = Chunk(min(value.start, side.start), max(value.end, side.end))
            yield value, Found("motor_deficit", judge("motor_deficit", value), (part,), side.value)


def _told(scene: Scene, chunk: Chunk) -> Iterator[tuple[Hit, Chunk]]:
    """Yield each sign of a part with the words that tell of it: up to the next sign and the side before that."""
    signs = scene.terms("neuro", "sign", part=chunk)
    starts = [_opening(scene, chunk, sign) for sign in signs]
    for index, sign in enumerate(signs):
        end = starts[index + 1] if index + 1 < len(signs) else chunk.end
        yield sign, Chunk(chunk.start if index == 0 else starts[index], end)


def _opening(scene: Scene, chunk: Chunk, sign: Hit) -> int:
    """Return where the words of a sign start: at the side right before it, unless that belongs to the value before."""
    before = next((side for side in scene.view.sides(chunk) if side.end == sign.start), None)
    taken = before is not None and _follows_value(scene, chunk, before)
    return before.start if before is not None and not taken else sign.start


def _follows_value(scene: Scene, chunk: Chunk, side: Side) -> bool:
    """Tell whether a side stands behind a value that has none before it, as in `two plus left ankle ...` after one."""
    earlier = Chunk(chunk.start, side.start)
    values = scene.terms("neuro", "value", part=earlier)
    sides = scene.view.sides(earlier)
    behind = bool(values) and all(word in _LINKS for word in scene.view.norms[values[-1].end : side.start])
    return behind and bool(sides) and len(values) > len(sides) and values[0].start < sides[0].start


def _differ(results: list[tuple[Hit, Side]]) -> bool:
    """Tell whether results are those of two sides, and not alike."""
    sides = [side.value for _, side in results]
    single = _LATERAL.issuperset(sides)
    told = {VALUES[value.term.value] for value, _ in results}
    return len(results) >= _BOTH and _LATERAL.issubset(sides) and (len(told) > 1 or not single)


def _results(scene: Scene, part: Chunk, sign: Hit) -> Iterator[tuple[Hit, Side]]:
    """Yield the values of a part that stand beside a side of their own: each behind its value, or each before it."""
    values = [hit for hit in scene.terms("neuro", "value", part=part) if hit.term.value in VALUES]
    marks: list[Hit | Side] = sorted([*values, *scene.view.sides(part)], key=attrgetter("start"))
    if len(marks) % _BOTH:
        return
    found = []
    for one, other in zip(marks[::2], marks[1::2], strict=True):
        value, side = (one, other) if isinstance(one, Hit) else (other, one)
        if not isinstance(value, Hit) or not isinstance(side, Side) or not _is_beside(scene, one, other, sign):
            return
        found.append((value, side))
    yield from found


def _is_beside(scene: Scene, one: Hit | Side, other: Hit | Side, sign: Hit) -> bool:
    """Tell whether nothing parts a side from its value but the sign itself, small words and how far a limb went."""
    named = [sign, *scene.terms("neuro", "symptom", part=Chunk(one.end, other.start))]
    covered = {at for hit in named for at in range(hit.start, hit.end)}
    apart = [scene.view.norms[at] for at in range(one.end, other.start) if at not in covered]
    among = _LINKS | words("jerks") | words("muscles")
    among |= words("measures")
    return len(apart) <= _BESIDE and all(word in among or word.isdigit() for word in apart)
