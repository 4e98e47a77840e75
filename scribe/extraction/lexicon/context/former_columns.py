"""Columns of another visit in tables that have one of today: `| Region | Last visit | Today |`."""

from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Span

_FORMER = frozenset({
    "last", "previous", "prior", "previously", "initial", "initially", "baseline", "before", "earlier", "intake",
    "first", "then", "old",
})  # fmt: skip
_NOW = frozenset({"today", "today's", "now", "current", "currently", "this", "present"})
_LONGEST = 4
_FEWEST = 2
"""Bars of a row."""


@lru_cache(maxsize=1)
def former(view: View) -> frozenset[int]:
    """Return the indices of the words that stand in a column of another visit, below a head that has one of today."""
    if "|" not in view.said or _FORMER.isdisjoint(view.said) or _NOW.isdisjoint(view.said):
        return frozenset()
    columns: frozenset[int] = frozenset()
    found: set[int] = set()
    for line in view.document.lines:
        cells = _cells(view, line)
        if not cells:
            columns = frozenset()
        elif headed := _former_columns(view, cells):
            columns = headed
        else:
            found.update(at for number in columns if number < len(cells) for at in cells[number])
    return frozenset(found)


def _former_columns(view: View, cells: list[range]) -> frozenset[int]:
    """Return the columns that a head dates to another visit, where it has one of today too."""
    named = [frozenset(view.norms[cell.start : cell.stop]) if len(cell) <= _LONGEST else frozenset() for cell in cells]
    if not any(_NOW & cell for cell in named):
        return frozenset()
    return frozenset(
        number for number, cell in enumerate(named) if _FORMER & cell and not _NOW & cell and cell <= _head_words()
    )


def _head_words() -> frozenset[str]:
    return _FORMER | words("visits") | words("months") | {"visit", "exam", "eval", "evaluation", "session", "findings"}


def _cells(view: View, line: Span) -> list[range]:
    """Return the words between the bars of a line, and before and behind them."""
    said = view.tokens.between(line)
    bars = [at for at in said if view.norms[at] == "|"]
    if len(bars) < _FEWEST:
        return []
    return [range(start + 1, end) for start, end in pairwise([said.start - 1, *bars, said.stop])]
