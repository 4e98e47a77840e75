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
_BULLETS = frozenset({"-", "*", "\u2022"})
_EXAMINED = frozenset({"o", "objective", "exam", "examination", "findings"})
_ASSESSED = frozenset({"a", "assessment", "impression", "dx", "diagnosis"})

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
    if view.document.turns:
        return []
    return _labelled(view) or _bare(view)


def _labelled(view: View) -> list[_Visit]:
    if view.said.isdisjoint(words("visit_labels")):
        return []
    found: dict[str, list[_Visit]] = {}
    for span in view.document.lines:
        said = view.tokens.between(span)
        if said and view.norms[said.start] in words("visit_labels") and (day := _day(view.norms, said)):
            found.setdefault(view.norms[said.start], []).append(_Visit(said.start, day))
    several = next((visits for visits in found.values() if len({visit.day for visit in visits}) > 1), [])
    examined = all(view.terms("lesions", part) or view.terms("tart", part) for part in _parts(view, several))
    return several if examined else []


def _bare(view: View) -> list[_Visit]:
    """Return the days that open lines of a note, where each is a visit: `8/4 S: … O: … A: …`, `1/6/26 #3 adj C5`.

    Days that only go up may have less than a record behind them, but for the last one.
    """
    if view.said.isdisjoint("/-"):
        return []
    opened = [_behind_bullet(view.norms, view.tokens.between(span)) for span in view.document.lines]
    dated = [(said.start, _opening_day(view.norms[said.start : said.start + _DATE])) for said in opened if said]
    found = [_Visit(start, day) for start, day in dated if day is not None and not _is_of_study(view, start)]
    if len({visit.day for visit in found}) <= 1:
        return []
    parts = _parts(view, found)
    rises = all(before.day < visit.day for before, visit in pairwise(found))
    if rises and _tells(view, parts[-1], "lesions", "tart"):
        return found if all(_tells(view, part, "care") or view.fixing(part) for part in parts) else []
    return found if all(_is_record(view.norms[part.start : part.end]) for part in parts) else []


def _behind_bullet(norms: list[str], line: range) -> range:
    return line[1:] if line and norms[line.start] in _BULLETS else line


def _is_of_study(view: View, start: int) -> bool:
    """Tell whether a day is that of a study, as in `3/2/26 MRI lumbar: ...`."""
    studied = view.terms("imaging", Chunk(start, start + _DATE + _LEAD))
    return any(hit.term.role == "modality" for hit in studied)


def _tells(view: View, part: Chunk, *tables: str) -> bool:
    """Tell whether a part has a term of any of some tables."""
    return any(view.terms(table, part) for table in tables)


def _parts(view: View, visits: list[_Visit]) -> list[Chunk]:
    bounds = [*(visit.start for visit in visits), len(view.norms)]
    return [Chunk(start, end) for start, end in pairwise(bounds)]


def _is_record(norms: list[str]) -> bool:
    """Tell whether text has the letters or names of an examination and an assessment as headings."""
    headings = {one for one, mark in pairwise(norms) if mark == ":"}
    return not _EXAMINED.isdisjoint(headings) and not _ASSESSED.isdisjoint(headings)


def _opening_day(opening: list[str]) -> Day | None:
    """Return the date that words open with, with or without its year: `8/4`, `8/4/25`, `2025-08-04`."""
    if len(opening) < _DATE or opening[1] not in {"/", "-"} or not (opening[0].isdecimal() and opening[2].isdecimal()):
        return None
    numbers = [int(number) for number in opening[::2] if number.isdecimal()]
    if opening[3] == opening[1] and len(numbers) == _DATE - 2:
        year, month, day = numbers if numbers[0] > _SHORT else (numbers[2], *numbers[:2])
        return (year + _CENTURY * (year < _SHORT), month, day)
    return (0, *numbers[:2]) if opening[1] == "/" else None  # type: ignore[return-value]  # there are two numbers


def _day(norms: list[str], line: range) -> Day | None:
    """Return the date that a line opens with behind its label, as in `Visit 2 - 2/10/26`."""
    for at in range(line.start + 1, min(line.stop - _DATE, line.start + _LEAD) + 1):
        date = norms[at : at + _DATE]
        if date[1] == date[3] and date[1] in {"/", "-"} and all(map(str.isdecimal, date[::2])):
            month, day, year = map(int, date[::2])
            return (year + _CENTURY * (year < _SHORT), month, day)
    return None
