"""Which leg is short or long, where no term says so: `prone leg check, right short`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.saying import saying, siding
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_BEFORE_LENGTH = 7


def tells_other_length(scene: Scene, hit: Hit) -> bool:
    """Tell whether a term of asymmetry ends with how long something is, as `a little longer` does, and it is no leg.

    Nor is it one of which something else has the length, as `an inch-long cut`.
    """
    if scene.view.norms[hit.end - 2 : hit.end] == ["-", "long"]:
        return True
    if hit.term.value != "asymmetry" or hit.term.text.rsplit(" ", 1)[-1] not in words("lengths"):
        return False
    return words("legs").isdisjoint(hit.term.text.split()) and not scene.says("legs")


@lru_cache(maxsize=1)
def may_compare_legs(view: View) -> frozenset[int]:
    """Return where the statements start that may tell how long the leg of a side is."""
    return saying(view, words("lengths")) & saying(view, words("leg_ends")) & siding(view)


def longer_or_shorter(scene: Scene) -> Iterator[Found]:
    """Read the length of a leg that no term tells, with the side that stands nearest before it."""
    if scene.statement.start not in may_compare_legs(scene.view):
        return
    for chunk in scene.statement.chunks:
        said = scene.words(chunk)
        at = next((chunk.start + index for index, word in enumerate(said) if word in words("lengths")), None)
        if at is None or scene.terms("tart", "finding", "normal", part=chunk):
            continue
        before = Chunk(max(chunk.start, at - _BEFORE_LENGTH), at)
        sides = scene.view.sides(before)
        beside = bool(sides) and sides[-1].end == at
        if (
            sides
            and (beside or words("leg_ends").intersection(scene.words(before)))
            and not scene.terms("function", part=chunk)
        ):
            length = Chunk(at, at + 1)
            yield Found(
                "asymmetry", scene.assertion(length), (length,), laterality=sides[-1].value, rule="tart.finding"
            )
