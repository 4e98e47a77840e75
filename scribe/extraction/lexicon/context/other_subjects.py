"""Whether a later part of a statement speaks of another side, or of another level."""

from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item

_ONE_LACKS = frozenset({"doesn't", "isn't", "hasn't", "wasn't", "didn't", "does", "is"})
"""Words with which one of several is denied what the others have."""
_JOINTS = frozenset({",", "and", "but"})
_BEFORE_SIDE = frozenset({"on", "the", "and", "but", "while", "whereas", "at", "over", "though", "with", "your", "his"})


def turns_to_other_side(view: View, statement: Statement, part: Item) -> bool:
    """Tell whether a part opens with the side opposite to one named before it, so that it speaks of that side.

    Args:
        view: The document's words.
        statement: The statement.
        part: A later part of it.
    """
    side = next(iter(view.sides(part)), None)
    if side is None or not _BEFORE_SIDE.issuperset(view.norms[part.start : side.start]):
        return False
    earlier = {one.value for one in view.sides(Chunk(statement.start, part.start))}
    return OPPOSITE.get(side.value) in earlier


def is_of_other_level(view: View, statement: Statement, denial: Item, mention: Item) -> bool:
    """Tell whether a denial is that of the level right before it, as in `L3-4 has a bulge, L4-5 doesn't`.

    Args:
        view: The document's words.
        statement: The statement.
        denial: The words that deny.
        mention: What was named before.
    """
    levels = [place for place in view.fixing(Chunk(statement.start, denial.start)) if place.segments]
    if len(levels) <= 1 or view.norms[denial.start] not in _ONE_LACKS:
        return False
    *others, own = levels
    joined = own.end == denial.start and view.norms[own.start - 1] in _JOINTS
    return joined and mention.end <= own.start and any(other.segments != own.segments for other in others)
