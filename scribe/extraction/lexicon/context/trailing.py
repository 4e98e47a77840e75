"""Sides that stand behind what they belong to: `feels like rope, both sides`, `boggy, tender on the left`."""

from scribe.extraction.lexicon.context.ways import is_of_position
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality

_ANEW = frozenset((one, verb) for one in ("it", "that", "they") for verb in ("doesn't", "don't", "does"))
_JOINS = frozenset({"and", "&", "/", "very", "mild", "moderately", "markedly", "quite", "to", "palpation", "touch"})
"""Words of a list of findings that find nothing."""
_ON = frozenset({"on", "side", "sided"})
_BOTH = frozenset({"bilateral", "midline"})


def trailing_side(view: View, statement: Statement, chunk: Chunk) -> Laterality | None:
    """Return the side that a part of its own gives after a pause, as in `feels like rope, both sides`."""
    for later in (part for part in statement.chunks if part.start >= chunk.end):
        sides = view.sides(later)
        named = {index for side in sides for index in range(side.start, side.end)}
        rest = [view.norms[index] for index in range(later.start, later.end) if index not in named]
        if {side.value for side in sides} >= {"left", "right"} and words("comparing_sides").issuperset(rest):
            return "bilateral"
        if view.is_excepted(later) or any(word[0].isalnum() and word not in words("side_fillers") for word in rest):
            return None
        if sides:
            return None if _is_tag(view, statement, later) or _is_fronted(view, statement, later) else sides[0].value
    return None


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
        if sides := view.sides(later):
            own = sides[0].start >= listed[-1].end and not _is_only_way(view, statement, listed[-1], sides[0])
            return sides[0].value if own and len(sides) == 1 else None
    return None


def _only_lists(view: View, part: Chunk, listed: list[Hit]) -> bool:
    """Tell whether a part names nothing but findings and a side."""
    items: list[Item] = [*listed, *view.sides(part)]
    named = {at for item in items for at in range(item.start, item.end)}
    rest = (view.norms[at] for at in range(*part) if at not in named and view.norms[at][0].isalnum())
    return (words("linking") | words("side_fillers") | _JOINS).issuperset(rest)


def _is_only_way(view: View, statement: Statement, last: Hit, side: Side) -> bool:
    """Tell whether a side is only the way in which a vertebra is turned, or will not go."""
    if side.value in _BOTH or not _ON.isdisjoint(view.norms[last.end : side.end]):
        return False
    before = view.fixing(Chunk(statement.start, last.start))
    central = not before or before[-1].structure in words("central")
    return central and (last.term.value == "restriction" or is_of_position(view, side))
