"""Which side of a statement belongs to a mention: beside it, behind it, before its list, or at the head of its line.

Some sides are none: `stuck in left rotation` tells the way something moves, `T3 is posterior on the left` how it
stands, and `higher than the left` what it is compared with.
"""

from collections.abc import Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.lists import only_places
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality

_NEAR = 6
_LEVEL = frozenset({"level", "even", "par"})
_COMPARED = 4
_BEFORE_COMPARED = frozenset({"the", "on", "to", "with", "his", "her", "your"})
_PARTS = frozenset({"half", "third", "thirds", "quarter", "quarters", "percent", "fraction"})
"""Words behind which a side is the whole that another is a part of, as in `about half of the left`."""
_RANKING = frozenset({"greater", "more", "worse", "than", "the", "much", "a", "bit", "little", "slightly", "so"})
"""Words between two sides that both have a finding."""
_COMPARING = frozenset({">", "<", "greater", "more"})
_SHORT = 7
_BETWEEN = frozenset({"on", "the", "to", "over", "a", "bit", "there", "way", "little", "slightly", "touch"})
_MOTION_WAYS = frozenset({"way", "ways", "directions"})
_WAYS = frozenset({"to", "toward", "towards", "rotated", "shifted", "turned", "bent", "sidebent"})
"""Words before a side to which something is turned, and on which it does not lie."""
_MOVED_BY_HAND = frozenset({"it", "them", "that", "you"})
_TURNING = frozenset({
    "turn", "turning", "rotate", "rotating", "bend", "bending", "tilt", "tilting", "push", "glide", "gliding", "twist",
    "sidebend", "shift", "translate",
})  # fmt: skip
"""What a hand does with a joint, as in `when I turn it left`."""
_ARTICLES = frozenset({"a", "the", "like"})
"""Words before a noun, such as `rock`, that is no verb of motion."""
_BENDS = frozenset({"bend", "bends", "bending", "flexion", "flex", "glide", "translation"})
_MOTIONS = frozenset({
    "rotation", "rot", "sidebending", "sidebend", "lateroflexion", "translation", "turning", "rotating", "bending",
})  # fmt: skip
"""Nouns of a motion, beside which a side tells its way."""
_GOING_ON = frozenset({"and", "then", "now", "so", "but", "plus", "also", "over", "okay"})
"""Words with which speech turns to the next side."""
_TO_SIDE = frozenset({
    "your", "his", "her", "let's", "do", "i'll", "try", "check", "yeah", "yep", "hm", "hmm", "mm", "um", "uh", "well",
    "right", "problem", "bad", "good", "is", "that's",
})  # fmt: skip
"""Words beside a side that an examiner turns to."""


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
    moves = not _BENDS.isdisjoint(view.norms[side.end + 1 : side.end + 2])  # As in `right lateral glide`.
    if any(hit.term.role == "position" for hit in behind) and not (named or moves):
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
    if is_way_by_hand(view, side):
        return True
    return view.norms[before] in _WAYS | _MOTIONS | words("moving") and view.norms[before - 1] not in _ARTICLES


def is_way_by_hand(view: View, side: Side) -> bool:
    """Tell whether a side is only that to which a hand turns a joint, as in `it gives nothing when I turn it left`."""
    return view.norms[side.start - 1] in _MOVED_BY_HAND and view.norms[side.start - 2] in _TURNING


def compares_sides(view: View, chunk: Chunk, sides: Sequence[Side]) -> bool:
    """Tell whether a part says of both sides which is the worse, as in `right > left`."""
    if not {side.value for side in sides} >= {"left", "right"}:
        return False
    return not _COMPARING.isdisjoint(words_beside(view, chunk, view.places(chunk)))


def ranks_sides(view: View, sides: Sequence[Side]) -> bool:
    """Tell whether two sides stand together of which one is only the worse, as in `tight, right greater than left`.

    Args:
        view: The document's words.
        sides: The sides of a part.
    """
    pairs = ((one, other) for one, other in pairwise(sides) if {one.value, other.value} == {"left", "right"})
    between = (view.norms[one.end : other.start] for one, other in pairs)
    return any("than" in said and _RANKING.issuperset(said) for said in between)


def is_compared(view: View, side: Side) -> bool:
    """Tell whether a side is only what another is compared with: `higher than the left`, `moves with the right`."""
    index = _before_compared(view, side)
    compares = index >= 0 and (_goes_along(view, side) or view.norms[index] in words("comparing"))
    return compares or is_measure(view, side)


def is_measure(view: View, side: Side) -> bool:
    """Tell whether a side is only what a motion to the other is measured by, as in `about half of the left`."""
    index = _before_compared(view, side)
    part = view.norms[index] == "of" and view.norms[index - 1] in _PARTS
    return index > 0 and (part or view.norms[index] == "than")


def _before_compared(view: View, side: Side) -> int:
    """Return the index of the word before a side and the words that lead to it."""
    index = side.start - 1
    while index > side.start - _COMPARED and view.norms[index] in _BEFORE_COMPARED:
        index -= 1
    return index


def _goes_along(view: View, side: Side) -> bool:
    """Tell whether a side is only that with which something moves or is level: `doesn't move with the right`."""
    among = words("moving") | _LEVEL
    return view.norms[side.start - 2 : side.start] == ["with", "the"] and view.norms[side.start - 3] in among


def shows_side(view: View, part: Chunk) -> bool:
    """Tell whether words that name no place find something there, as in `Muscles on the right are tight.`."""
    said = view.norms[part.start : part.end]
    if not words("contrary_denials").isdisjoint(said) and len(said) <= _SHORT:
        return True
    found = any(hit.term.role == "finding" for hit in view.terms("tart", part))
    return found and words("denials").isdisjoint(said)


def turns_to(view: View, part: Chunk, side: Laterality) -> bool:
    """Tell whether an examiner only goes on to the other side, as in `Now the left.` and `And over on your right.`."""
    sides = view.sides(part)
    opens = view.norms[part.start] in _GOING_ON or view.norms[part.start : part.start + 2] == ["the", "other"]
    opens = opens or view.norms[part.start] in {"other", "opposite"}
    if not all(one.value == side for one in sides) or not opens:
        return False
    rest = (word for word in words_beside(view, part, sides) if word[0].isalnum())
    return (words("side_fillers") | words("ones") | _GOING_ON | _TO_SIDE).issuperset(rest)


def is_well(view: View, part: Chunk) -> bool:
    """Tell whether words only say of a side that it is well, as in `Right's not too bad`, where nobody goes on."""
    said = view.norms[part.start : part.end]
    denied = any(map(is_not, said))
    return not denied and not (words("contrary") | words("moving")).isdisjoint(said)


_TAKING_UP = frozenset({"it", "its", "it's", "that", "thats", "that's", "theres", "there's"})
"""Words with which a clause takes up the side that opens it."""
_ANEW = frozenset((one, verb) for one in ("it", "that", "they") for verb in ("doesn't", "don't", "does"))
_JOINS = frozenset({"and", "&", "/", "very", "mild", "moderately", "markedly", "quite", "to", "palpation", "touch"})
"""Words of a list of findings that find nothing."""
_ON = frozenset({"on", "side", "sided"})
_BOTH = frozenset({"bilateral", "midline"})
_APPOSED = ["the", "one"]
"""Words beside a side that says which of two was meant, as in `a rope down this side, the left one`."""


def trailing_side(view: View, statement: Statement, chunk: Chunk) -> Laterality | None:
    """Return the side that a part of its own gives after a pause, as in `feels like rope, both sides`."""
    for later in (part for part in statement.chunks if part.start >= chunk.end):
        sides = view.sides(later)
        rest = words_beside(view, later, sides)
        if sides and [word for word in rest if word[0].isalnum()] == _APPOSED:
            return sides[0].value
        if {side.value for side in sides} >= {"left", "right"} and words("comparing_sides").issuperset(rest):
            return "bilateral"
        if view.is_excepted(later) or any(word[0].isalnum() and word not in words("side_fillers") for word in rest):
            return None
        if sides:
            return None if _is_tag(view, statement, later) or _is_fronted(view, statement, later) else sides[0].value
    return None


def opens_next(view: View, side: Side) -> bool:
    """Tell whether a side opens the next clause of speech without marks, as in `thats a rope | on the right its soft`.

    Args:
        view: The document's words.
        side: The side, which stands behind what another one is the side of.
    """
    return view.tokens.word(side.end) in _TAKING_UP and view.document.kind == "transcript"


def _is_fronted(view: View, statement: Statement, part: Chunk) -> bool:
    """Tell whether a side only opens what speech says next, as in `on the right it gives; on the left, it doesn't`."""
    after = (*view.norms[part.end + 1 : part.end + 3],)
    return statement.turn >= 0 and after in _ANEW


def _is_tag(view: View, statement: Statement, chunk: Chunk) -> bool:
    """Tell whether a bare right only asks for assent or goes on, as in `that's stiff, right, so we`."""
    after = view.norms[chunk.end : min(chunk.end + 2, statement.end)]
    bare, asks = view.norms[chunk.start] == "right", view.norms[chunk.start + 1 : chunk.end] == ["?"]
    return bare and (asks or (chunk.end == chunk.start + 1 and bool(words("after_tag").intersection(after))))


def ending_side(view: View, statement: Statement, chunk: Chunk, mention: Item) -> Laterality | None:
    """Return the side that ends a list of findings of one place, as in `AC joint: swollen, tender, stiff on the left`.

    The bare side behind a vertebra that is restricted or turned is only the way it goes.
    """
    if statement.turn >= 0 or not isinstance(mention, Hit) or mention.term.table != "tart":
        return None
    if any(place.end > mention.start for place in view.fixing(chunk)):
        return None
    for later in (part for part in statement.chunks if part.start >= chunk.end):
        listed = [hit for hit in view.terms("tart", later) if hit.term.role in {"finding", "position"}]
        if not listed or not _only_lists(view, later, listed) or view.is_excepted(later):
            return None
        if _is_of_bone(view, chunk, mention) and len(listed) == 1 and listed[0].term.value != mention.term.value:
            return None
        if sides := view.sides(later):
            own = sides[0].start >= listed[-1].end and not _is_only_way(view, statement, listed[-1], sides[0])
            return sides[0].value if own and len(sides) == 1 else None
    return None


def _is_of_bone(view: View, chunk: Chunk, mention: Hit) -> bool:
    """Tell whether a part speaks of a vertebra, beside which another finding has a side: `T6 boggy, tender R`."""
    told = mention.term.role in {"finding", "motion"}
    return told and any(place.structure == "vertebra" for place in view.fixing(chunk))


def _only_lists(view: View, part: Chunk, listed: list[Hit]) -> bool:
    """Tell whether a part names nothing but findings and a side."""
    named: list[Item] = [*listed, *view.sides(part)]
    rest = (word for word in words_beside(view, part, named) if word[0].isalnum())
    return (words("linking") | words("side_fillers") | _JOINS).issuperset(rest)


def _is_only_way(view: View, statement: Statement, last: Hit, side: Side) -> bool:
    """Tell whether a side is only the way in which a vertebra is turned, or will not go."""
    if side.value in _BOTH or not _ON.isdisjoint(view.norms[last.end : side.end]):
        return False
    before = view.fixing(Chunk(statement.start, last.start))
    central = not before or before[-1].structure in words("central")
    return central and (last.term.value == "restriction" or is_of_position(view, side))


_OPENING = 3
_CLOSING = frozenset({"]", "☑", "☒"})


def shared_side(view: View, chunk: Chunk, listed: list[Place], mention: Item) -> Laterality | None:
    """Return the side of a mention itself, which all of its list share.

    It stands before the mention and its list, as in `right-sided spasm of A and B`, or behind both, as in `A and B
    resist left rotation`.
    """
    for side in view.sides(chunk):
        leads = 0 <= mention.start - side.end <= 1 and all(place.start > mention.start for place in listed)
        trails = side.start >= mention.end and all(place.end <= mention.start for place in listed)
        if leads or trails:
            return side.value
    return None


def side_right_before(view: View, place: Place) -> Laterality | None:
    """Return the side in the word before a place."""
    sides = view.sides(Chunk(place.start - 1, place.start))
    return sides[0].value if sides else None


def side_ahead(view: View, statement: Statement, chunk: Chunk) -> Laterality | None:
    """Return the side that a part of its own names right before, as in `and on the right, a rib dysfunction`."""
    before = next((part for part in reversed(statement.chunks) if part.end <= chunk.start), None)
    sides = view.sides(before) if before else []
    if before is None or len(sides) != 1 or _ON.isdisjoint(view.norms[before.start : before.end]):
        return None
    alone = (words("side_fillers") | _GOING_ON).issuperset(words_beside(view, before, sides))
    return sides[0].value if alone and not _is_tag(view, statement, before) else None


def leading_side(view: View, statement: Statement, chunk: Chunk, mention: Item) -> Laterality | None:
    """Return the side of what is spoken of, before its levels, as in `muscles on the right, L3 to L5, ropy`."""
    if statement.turn < 0:
        return None
    placed = bool(view.places(Chunk(chunk.start, mention.start)))
    for earlier in reversed([part for part in statement.chunks if part.end <= chunk.start]):
        sides = view.sides(earlier)
        if not sides and (only_places(view, earlier) or _is_interjected(view, earlier)):
            continue
        opens = _is_side_alone(view, earlier) if placed else _opens_touching(view, earlier)
        return sides[0].value if len(sides) == 1 and opens and not view.fixing(earlier) else None
    return None


def _is_interjected(view: View, part: Chunk) -> bool:
    """Tell whether words find nothing between a side and what is found there: `On the right, see, that's tight`."""
    return not (view.fixing(part) or any(hit.term.role == "finding" for hit in view.terms("tart", part)))


def _opens_touching(view: View, part: Chunk) -> bool:
    """Tell whether a part speaks of the tissues, or of where the hands are, as in `I'm on the left side now`."""
    opening = view.norms[part.start : part.start + _OPENING]
    on = any(word in {"i'm", "im"} for word in opening) and "on" in view.norms[part.start : part.end]
    presses = not words("pressing").isdisjoint(view.norms[part.start : part.end])
    return on or presses or _is_side_alone(view, part) or not words("tissues").isdisjoint(opening)


def _is_side_alone(view: View, part: Chunk) -> bool:
    """Tell whether a part only says on which side something is, as in `Right side, ribs six and seven, they lag`."""
    rest = (word for word in words_beside(view, part, view.sides(part)) if word[0].isalnum())
    said = view.norms[part.start : part.end]
    told = "side" in said or ("on" in said and view.norms[part.end : part.end + 1] == [","])
    return told and (words("side_fillers") | {"okay", "so", "now", "and", "then"}).issuperset(rest)


def side_of_column(view: View, statement: Statement, chunk: Chunk) -> Laterality | None:
    """Return the side that heads the boxes of a line before a part, as in `Left [x] tender [ ] stiff`."""
    if statement.turn >= 0 or view.norms[chunk.start - 1] not in _CLOSING:
        return None
    before = view.sides(Chunk(statement.start, chunk.start))
    opening = [side for side in before if view.norms[side.start - 1] == ":" or view.is_cell(side)]
    heads = [side for side in opening if view.norms[side.end : side.end + 1] == ["["]]
    return heads[-1].value if heads else None


def is_side_of_heading(view: View, at: int) -> bool:
    """Tell whether a side stands between a place and the colon that makes it a heading: `Ankle R: no effusion`."""
    return bool(view.sides(Chunk(at, at + 1))) and view.norms[at + 1 : at + 2] == [":"]


def side_of_heading(view: View, statement: Statement, heading: Place) -> Laterality | None:
    """Return the side that stands in a heading with its place, as in `R hip: full`."""
    sides = [side for side in view.sides(statement) if side.start != heading.start and side.end <= heading.end + 1]
    return sides[0].value if sides else None
