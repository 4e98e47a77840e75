"""Which statements of a document hold some of its words or terms, found once for all of them."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from scribe.extraction.lexicon.view.view import OUTSIDE, Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit


def holding(view: View, tokens: Iterable[int]) -> frozenset[int]:
    """Return where the statements start that hold some tokens.

    Args:
        view: The document's words.
        tokens: Indices of the tokens, as of the terms or words that are looked for.
    """
    return frozenset(map(view.stated.__getitem__, tokens)).difference((OUTSIDE,))


def heading(view: View, tokens: Iterable[int]) -> frozenset[int]:
    """Return where the statements start that some tokens stand before as their heading, outside of all statements."""
    outside = (at for at in tokens if view.stated[at] == OUTSIDE)
    return frozenset(one.start for at in outside for one in view.statements_after(Chunk(at, at), 1))


def saying(view: View, among: frozenset[str]) -> frozenset[int]:
    """Return where the statements start that say any of some words."""
    return holding(view, view.tokens.where(among))


def naming(view: View, table: str, counts: Callable[[Hit], bool] | None = None) -> frozenset[int]:
    """Return where the statements start that have a term of a table, or one that counts."""
    return holding(view, (hit.start for hit in filter(counts, view.terms(table, whole(view)))))


@lru_cache(maxsize=1)
def placing(view: View) -> frozenset[int]:
    """Return where the statements start that name a place."""
    return holding(view, (place.start for place in view.places(whole(view))))


@lru_cache(maxsize=1)
def siding(view: View) -> frozenset[int]:
    """Return where the statements start that name a side."""
    return holding(view, (side.start for side in view.sides(whole(view))))


@lru_cache(maxsize=1)
def asking(view: View) -> frozenset[int]:
    """Return where the questions start."""
    return frozenset(statement.start for statement in view.statements if statement.asks)


@lru_cache(maxsize=1)
def writing(view: View) -> frozenset[int]:
    """Return where the statements start that nobody speaks, as all of a note."""
    return frozenset(statement.start for statement in view.statements if statement.turn < 0)


@lru_cache(maxsize=1)
def _by_start(view: View) -> dict[int, Statement]:
    return {statement.start: statement for statement in view.statements}


def statements_at(view: View, starts: Iterable[int]) -> Iterator[Statement]:
    """Return the statements that start at some tokens, in order."""
    return map(_by_start(view).__getitem__, sorted(starts))


def statement_of(view: View, token: int) -> Statement | None:
    """Return the statement that a token stands in; None in a heading and outside of all."""
    return _by_start(view).get(view.stated[token])


def whole(view: View) -> Chunk:
    """Return all words of a document."""
    return Chunk(0, len(view.norms))
