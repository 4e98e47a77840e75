"""Which leg is short or long, where no term says so: `prone leg check, right short`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.saying import saying, siding, statements_at
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, Region

_BEFORE_LENGTH = 7
_REACH = 4
_SEEMING = frozenset({"appearing", "appears", "being", "is", "was", "seems", "seemed", "appeared", "measuring", "leg"})
"""Words between a side and how long its leg is."""


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
    ends = saying(view, words("leg_ends"))
    lined = (one.start for before in statements_at(view, ends) for one in view.statements_after(before, 1))
    return saying(view, words("lengths") | {"long"}) & ends.union(lined) & siding(view)


def longer_or_shorter(scene: Scene) -> Iterator[Found]:
    """Read the length of a leg that no term tells, with the side that stands nearest before it."""
    if scene.statement.start not in may_compare_legs(scene.view):
        return
    for chunk in scene.statement.chunks:
        said = scene.words(chunk)
        long = (index for index, word in enumerate(said) if word in words("lengths") | {"long"})
        at = next((chunk.start + index for index in long), None)
        if at is None or scene.terms("tart", "finding", "normal", part=chunk):
            continue
        before = Chunk(max(chunk.start, at - _BEFORE_LENGTH), at)
        sides = scene.view.sides(before)
        beside = bool(sides) and _SEEMING.issuperset(scene.view.norms[sides[-1].end : at])
        named = scene.view.norms[at] != "long" and not words("leg_ends").isdisjoint(scene.words(before))
        if sides and (beside or named) and not scene.terms("function", part=chunk):
            length = Chunk(at, at + 1)
            yield Found(
                "asymmetry", scene.assertion(length), (length,), laterality=sides[-1].value, rule="tart.finding"
            )


def _lined_up(scene: Scene) -> bool:
    """Tell whether legs or heels are spoken of, now or right before, as in `Heels together. The left's short.`."""
    near = (scene.statement, *scene.earlier_in_turn[-1:])
    return any(not words("leg_ends").isdisjoint(scene.words(one)) for one in near)


def placed_legs(scene: Scene, found: Found) -> list[tuple[Region | None, Laterality | None]]:
    """Return the side of a leg that is short; its length speaks of no region.

    Args:
        scene: The statement.
        found: What it finds.
    """
    part = found.parts[0]
    if found.component != "asymmetry":
        return []
    if words("legs").isdisjoint(_said(scene, part)) and not _is_of_leg(scene, part):
        return []
    if scene.view.fixing(scene.chunk(part)):
        return []
    own = scene.view.sides(scene.chunk(part))
    return [(None, scene.attach(part)[0].laterality if own else _side_next(scene, part))]


def _is_of_leg(scene: Scene, part: Item) -> bool:
    """Tell whether a bare `short` or `long` is said of a leg that an earlier part of the statement names."""
    return _lined_up(scene) and not (words("lengths") | {"long"}).isdisjoint(scene.words(part))


def _said(scene: Scene, part: Item) -> list[str]:
    return scene.words(Chunk(max(scene.chunk(part).start, part.start - _REACH), part.end))


def _side_next(scene: Scene, part: Item) -> Laterality | None:
    """Return the side that follows after a comma, as in `leg check, right short`."""
    later = next((chunk for chunk in scene.statement.chunks if chunk.start > part.start), None)
    sides = scene.view.sides(Chunk(later.start, min(later.end, later.start + 2))) if later else []
    return sides[0].value if sides else None
