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


def end_of_turn_before(view: View, statement: Statement) -> list[Statement]:
    """Return the last two statements of the turn right before that of a statement, in order."""
    return [one for one in view.statements_before(statement)[-2:] if one.turn == statement.turn - 1]


def words_from(view: View, part: Item, first: frozenset[str], second: frozenset[str], *, reach: int) -> Chunk | None:
    """Return the words of a part from one of a list to one of another that follows it: `leans on the cart`.

    Args:
        view: The document's words.
        part: The part.
        first: The words that open what is looked for.
        second: The words that close it.
        reach: How many words after the first the second may stand.
    """
    for at in range(part.start, part.end):
        if view.norms[at] in first:
            close = (to for to in range(at + 1, min(at + 1 + reach, part.end)) if view.norms[to] in second)
            if (found := next(close, None)) is not None:
                return Chunk(at, found + 1)
    return None


def opens_turn(view: View, statement: Statement) -> bool:
    """Tell whether a statement is the first of its turn.

    Args:
        view: The document's words.
        statement: The statement.
    """
    return all(one.turn != statement.turn for one in view.statements_before(statement)[-1:])
