"""Notes of several visits in one text: only the latest one is of today."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import words

_LEAD = 6
_DATE = 5
_CENTURY = 2000
_SHORT = 100

Day = tuple[int, int, int]


class _Visit(NamedTuple):
    """The heading of a visit."""

    start: int
    """Index of its first token."""
    day: Day
    """Its year, month and day."""


def earlier_visits(view: View) -> Iterator[bool]:
    """Tell for each statement of a note whether it belongs to a visit before the last one that is written up."""
    visits = _visits(view)
    last = max((visit.day for visit in visits), default=None)
    for statement in view.statements:
        own = [visit for visit in visits if visit.start <= statement.start][-1:]
        yield bool(own) and own[0].day != last


def _visits(view: View) -> list[_Visit]:
    """Return the dated headings of a note, where several have the same label and each of them heads an exam."""
    if view.document.turns or view.said.isdisjoint(words("visit_labels")):
        return []
    found: dict[str, list[_Visit]] = {}
    for span in view.document.lines:
        said = view.tokens.between(span)
        if said and view.norms[said.start] in words("visit_labels") and (day := _day(view.norms, said)):
            found.setdefault(view.norms[said.start], []).append(_Visit(said.start, day))
    several = next((visits for visits in found.values() if len({visit.day for visit in visits}) > 1), [])
    bounds = [*(visit.start for visit in several), len(view.norms)]
    parts = [Chunk(start, end) for start, end in pairwise(bounds)]
    examined = all(view.terms("lesions", part) or view.terms("tart", part) for part in parts)
    return several if examined else []


def _day(norms: list[str], line: range) -> Day | None:
    """Return the date that a line opens with behind its label, as in `Visit 2 - 2/10/26`."""
    for at in range(line.start + 1, min(line.stop - _DATE, line.start + _LEAD) + 1):
        date = norms[at : at + _DATE]
        if date[1] == date[3] and date[1] in {"/", "-"} and all(map(str.isdecimal, date[::2])):
            month, day, year = map(int, date[::2])
            return (year + _CENTURY * (year < _SHORT), month, day)
    return None
