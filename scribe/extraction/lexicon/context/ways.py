"""Sides on which something lies, and sides that are only the way it moves or is turned."""

from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_NEAR = 6
_BETWEEN = frozenset({"on", "the", "to", "over", "a", "bit", "there", "way", "little", "slightly", "touch"})
_MOTION_WAYS = frozenset({"way", "ways", "directions"})
_WAYS = frozenset({"to", "toward", "towards", "rotated", "shifted", "turned", "bent", "sidebent"})
"""Words before a side to which something is turned, and on which it does not lie."""
_ARTICLES = frozenset({"a", "the", "like"})
"""Words before a noun, such as `rock`, that is no verb of motion."""
_BENDS = frozenset({"bend", "bends", "bending", "flexion", "flex", "glide", "translation"})
_MOTIONS = frozenset({
    "rotation", "rot", "sidebending", "sidebend", "lateroflexion", "translation", "turning", "rotating", "bending",
})  # fmt: skip
"""Nouns of a motion, beside which a side tells its way."""


def located(view: View, part: Chunk) -> Laterality | None:
    """Return the side on which something is, as in `down the right side`; that to which it turns is none."""
    sides = (side for side in view.sides(part) if not is_way(view, side) and not _is_of_limb(view, side))
    return next((side.value for side in sides if not _is_measure(view, side)), None)


def _is_measure(view: View, side: Side) -> bool:
    """Tell whether a side is only looked at to compare, as in `Compare the left.`."""
    return not words("comparing").isdisjoint(view.norms[max(0, side.start - 2) : side.start])


def is_of_position(view: View, side: Side) -> bool:
    """Tell whether a side is only that of a position, as in `T3 is posterior on the left and doesn't move`."""
    near = Chunk(max(0, side.start - _NEAR), side.end)
    stands = [hit for hit in view.terms("tart", near) if hit.term.role == "position" and hit.start < side.end]
    behind = view.terms("tart", Chunk(side.end, side.end + 1))
    if any(hit.term.role == "position" for hit in behind):
        return True
    return any(
        hit.end >= side.end or _BETWEEN.issuperset(view.norms[hit.end : side.start])
        for hit in stands
        if hit.start < side.start
    )


def _is_of_limb(view: View, side: Side) -> bool:
    """Tell whether a side is that of the limb right behind it, as in `reflexes are fine, both arms`."""
    return any(place.role == "limb" for place in view.places(Chunk(side.end, side.end + 1)))


def is_way(view: View, side: Side) -> bool:
    """Tell whether a side is only the way something moves or is turned, as in `stuck in left rotation`."""
    after = view.norms[side.end : side.end + 2]
    if after[:1] == ["of"]:
        return False
    if view.norms[side.end - 1] in _MOTION_WAYS or after[:1] in (["way"], ["ways"]):
        return True
    if not _MOTIONS.isdisjoint(after[:1]) or (after[:1] in (["lateral"], ["side"]) and not _BENDS.isdisjoint(after)):
        return True
    before = side.start - 1
    if view.norms[before] == "the":
        before -= 1
    return view.norms[before] in _WAYS | _MOTIONS | words("moving") and view.norms[before - 1] not in _ARTICLES
