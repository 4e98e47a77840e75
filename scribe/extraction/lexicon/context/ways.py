"""Sides on which something lies, and sides that are only the way it moves or is turned."""

from collections.abc import Sequence

from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_NEAR = 6
_NEXT = 2
_COMPARED = 4
_BEFORE_COMPARED = frozenset({"the", "on", "to", "with", "his", "her", "your"})
_COMPARING = frozenset({">", "<", "greater", "more"})
_SHORT = 7
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
    # Of `left lateral epicondyle` the way is part of the name.
    named = any(place.start == side.end for place in view.fixing(Chunk(side.end, side.end + 1)))
    if any(hit.term.role == "position" for hit in behind) and not named:
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


def compares_sides(view: View, chunk: Chunk, sides: Sequence[Side]) -> bool:
    """Tell whether a part says of both sides which is the worse, as in `right > left`."""
    if not {side.value for side in sides} >= {"left", "right"}:
        return False
    named = {index for place in view.places(chunk) for index in range(place.start, place.end)}
    return any(view.norms[at] in _COMPARING for at in range(chunk.start, chunk.end) if at not in named)


def is_compared(view: View, side: Side) -> bool:
    """Tell whether a side is only what another is compared with: `higher than the left`, `moves with the right`."""
    index = side.start - 1
    while index > side.start - _COMPARED and view.norms[index] in _BEFORE_COMPARED:
        index -= 1
    return index >= 0 and (_goes_along(view, side) or view.norms[index] in words("comparing"))


def _goes_along(view: View, side: Side) -> bool:
    """Tell whether a side is only that with which something moves, as in `the occiput doesn't move with the right`."""
    return view.norms[side.start - 2 : side.start] == ["with", "the"] and view.norms[side.start - 3] in words("moving")


def is_listed(view: View, before: Place | None, place: Place) -> bool:
    """Tell whether a level follows another one at once, as in `on the right at C4, C5`."""
    if before is None or before.region != place.region or not 0 < place.start - before.end <= _NEXT:
        return False
    return all(word in {",", "and"} for word in view.norms[before.end : place.start])


def shows_side(view: View, part: Chunk) -> bool:
    """Tell whether words that name no place find something there, as in `Muscles on the right are tight.`."""
    said = view.norms[part.start : part.end]
    if not words("contrary_denials").isdisjoint(said) and len(said) <= _SHORT:
        return True
    found = any(hit.term.role == "finding" for hit in view.terms("tart", part))
    return found and words("denials").isdisjoint(said)


def is_well(view: View, part: Chunk) -> bool:
    """Tell whether words only say of a side that it is well, as in `Right's not too bad`, where nobody goes on."""
    said = view.norms[part.start : part.end]
    denied = any(word.endswith("n't") or word == "not" for word in said)
    return not denied and not (words("contrary") | words("moving")).isdisjoint(said)
