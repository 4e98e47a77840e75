"""Parts of a document, and the words in them that name nothing known."""

from collections.abc import Iterable

from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.schema import Span


def words_in(view: View, span: Span) -> Chunk:
    """Return the words of a span of the text, such as a cell of a table."""
    said = view.tokens.between(span)
    return Chunk(said.start, said.stop)


def words_beside(view: View, part: Item, named: Iterable[Item]) -> list[str]:
    """Return the words of a part that belong to nothing of what it names: `is` and `tender` of `left L4 is tender`.

    Args:
        view: The document's words.
        part: The part.
        named: What it names, as its sides and its places.
    """
    covered = covered_by(named)
    return [view.norms[at] for at in range(part.start, part.end) if at not in covered]


def earlier_in_turn(view: View, statement: Statement) -> list[Statement]:
    """Return the few statements before one in the same turn, in order: `This is C6.` before `Stuck.`."""
    return [one for one in view.statements_before(statement) if one.turn == statement.turn]
