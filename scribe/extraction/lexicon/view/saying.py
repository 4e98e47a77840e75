"""Which statements of a document hold some of its words or terms, found once for all of them."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit

_OUTSIDE = -1


@lru_cache(maxsize=1)
def _starts(view: View) -> list[int]:
    """Return for each token where the statement starts that it stands in."""
    starts = [_OUTSIDE] * len(view.norms)
    for statement in view.statements:
        starts[statement.start : statement.end] = [statement.start] * (statement.end - statement.start)
    return starts


def holding(view: View, tokens: Iterable[int]) -> frozenset[int]:
    """Return where the statements start that hold some tokens.

    Args:
        view: The document's words.
        tokens: Indices of the tokens, as of the terms or words that are looked for.
    """
    return frozenset(map(_starts(view).__getitem__, tokens)).difference((_OUTSIDE,))


def saying(view: View, among: frozenset[str]) -> frozenset[int]:
    """Return where the statements start that say any of some words."""
    return holding(view, view.indices(among))


def naming(view: View, table: str, counts: Callable[[Hit], bool]) -> frozenset[int]:
    """Return where the statements start that have a term of a table which counts."""
    hits = view.terms(table, Chunk(0, len(view.norms)))
    return holding(view, (hit.start for hit in hits if counts(hit)))


def placing(view: View) -> frozenset[int]:
    """Return where the statements start that name a place."""
    return frozenset(statement.start for statement in view.statements if view.places(statement))


def siding(view: View) -> frozenset[int]:
    """Return where the statements start that name a side."""
    return frozenset(statement.start for statement in view.statements if view.sides(statement))


def asking(view: View) -> frozenset[int]:
    """Return where the questions start."""
    return frozenset(statement.start for statement in view.statements if statement.asks)
