"""Parts of a statement whose subject is another side than the one told of before: `left SI sore, the right is not`."""

from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item

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
