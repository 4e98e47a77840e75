"""Text of other visits: what was copied or recalled, earlier visits of a text, and columns of a visit before.

A note copies an old exam below `Last visit:`, has several dated visits, of which only the latest is of today, or a
table `| Region | Last visit | Today |`; a clinician goes over an earlier visit aloud: `Last visit we had a torsion.`.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from scribe.documents import section_at
from scribe.extraction.lexicon.context.dates import LAST, PAST_FORMS, names_earlier_visit
from scribe.extraction.lexicon.context.study_mentions import studies
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Section, Span

_MARKER = 30
_SHEET = 4
_SHEETS = frozenset({
    "plan", "sheet", "superbill", "slip", "form", "order", "board", "card", "paper", "handout", "claim", "script",
    "request", "referral", "bill", "today",
})  # fmt: skip
"""What is written in this visit."""
_COPIED = ("copied", "pasted", "imported", "auto populated")
"""How the words begin for text that was put in from anywhere."""
_REPORTED = frozenset({
    "report", "radiology", "radiologist", "pacs", "imaging", "cxr", "chest", "emg", "ncs", "dexa", "lab", "labs",
})  # fmt: skip
_ANNOUNCED = 6
_LABEL = 12
_MEASURED = 3
_CONTENT = ("lesions", "tart", "neuro", "imaging", "conditions", "care")

_Reach = Literal["line", "section", "mark"]
"""How far text of another visit reaches: to the end of its line, of its section, or to a mark that ends it."""


class _Start(NamedTuple):
    """Where text of another visit starts."""

    statement: Statement
    """The statement that says so."""
    reach: _Reach
    """How far it reaches."""
    section: Section | None
    """The section of its words; None while none of them has been met."""


def carried(view: View) -> Iterator[int]:
    """Yield where the statements start that belong to text of another visit.

    Such text starts with words that say so. It ends with words that speak of today, with a line that starts with a
    date, and with its section; where the note marks the end of what it copied, only there.
    """
    marks = _marks(view)
    if all(hit.term.role == "carried_end" for hit in marks):
        return
    starts = [hit.start for hit in marks]
    ends = [hit.start for hit in marks if _is_end_of_copy(hit)]
    start: _Start | None = None
    after = 0
    for statement in view.statements:
        named = marks[bisect_left(starts, after) : bisect_left(starts, statement.end)]
        mark = _last_mark(view, named, Chunk(after, statement.end)) if named else None
        if mark is not None and mark.term.role == "carried_end":
            start = None
        elif mark is not None and statement.end - after <= _MARKER:
            start = _started(view, statement, mark, ends)
        elif mark is not None:
            start = None
        elif start is not None:
            start = _followed(view, statement, start)
        if start is not None:
            yield statement.start
        after = statement.end


def _last_mark(view: View, named: list[Hit], said: Chunk) -> Hit | None:
    """Return the last mark in a statement and the heading before it; a visit alone is one where a colon follows."""
    marks = [hit for hit in named if hit.term.role != "carried_label" or _is_label(view, hit, said)]
    return marks[-1] if marks else None


def _marks(view: View) -> list[Hit]:
    told = view.terms("stances", Chunk(0, len(view.norms)))
    marks = [hit for hit in told if hit.term.role in {"carried", "carried_end", "carried_label"}]
    return [hit for hit in marks if not _is_measure(view, hit)]


def _is_measure(view: View, hit: Hit) -> bool:
    """Tell whether another visit is only what today is held against, as in `normal, as on every prior exam`."""
    before = view.norms[max(0, hit.start - _MEASURED) : hit.start]
    held = hit.term.text == "carried forward" and any(
        place.end == hit.start for place in view.places(Chunk(max(0, hit.start - 2), hit.start))
    )
    measures = bool((words("as_measure") | words("steady")).intersection(before))
    aside = _is_of_today(view, hit) or _is_of_report(view, hit) or _tells_where(view, hit)
    return held or (hit.term.role != "carried_end" and measures) or aside


def _tells_where(view: View, hit: Hit) -> bool:
    """Tell whether somebody says where something stands, and reads none of it: `You'll find it in the old notes.`."""
    found = view.norms[hit.start - 2 : hit.start - 1] == ["in"] and view.stated[hit.start] < hit.start - 2
    return found and bool(view.document.turns) and view.norms[hit.end : hit.end + 1] != [":"]


def _is_of_report(view: View, hit: Hit) -> bool:
    """Tell whether what was copied is the report of a study, as in `MRI, pasted from the portal`, and no old exam."""
    if not hit.term.text.startswith(_COPIED):
        return False
    near = Chunk(view.stated[hit.start], min(len(view.norms), hit.end + _ANNOUNCED))
    told = not _REPORTED.isdisjoint(view.norms[near.start : near.end]) or bool(studies(view, near))
    return told and (words("visits") | LAST).isdisjoint(view.norms[near.start : near.end])


def _is_of_today(view: View, hit: Hit) -> bool:
    """Tell whether somebody speaks of what was just written, as in `what I wrote on your plan` and `I wrote down`."""
    after = view.norms[hit.end : hit.end + _SHEET]
    return hit.term.text == "what i wrote" and (not _SHEETS.isdisjoint(after) or after[:1] in (["down"], ["here"]))


def _is_label(view: View, hit: Hit, said: Chunk) -> bool:
    return ":" in view.norms[hit.end : min(hit.end + _LABEL, said.end)]


def _is_end_of_copy(hit: Hit) -> bool:
    return hit.term.role == "carried_end" and hit.term.text.startswith("end ")


def _started(view: View, statement: Statement, mark: Hit, ends: list[int]) -> _Start:
    rest = Chunk(mark.end, statement.end)
    speaks = any(hit.term.role != "value" for table in _CONTENT for hit in view.terms(table, rest))
    if any(end > mark.start for end in ends):
        reach: _Reach = "mark"
    elif mark.term.role == "carried_label" and speaks:
        reach = "line"
    else:
        reach = "section"
    return _Start(statement, reach, _section(view, statement) if speaks else None)


def _followed(view: View, statement: Statement, start: _Start) -> _Start | None:
    """Return where the text started that a statement still belongs to; None where it has ended."""
    if start.reach == "mark":
        return start
    if statement.turn != start.statement.turn:
        return None
    if start.reach == "line":
        return start if statement.line == start.statement.line else None
    if statement.line > start.statement.line and _opens_with_date(view, statement):
        return None
    section = _section(view, statement)
    if start.section is None:
        return start._replace(section=section)
    return start if section == start.section else None


def _section(view: View, statement: Statement) -> Section | None:
    return section_at(view.document, view.tokens.spans[statement.start][0])


def _opens_with_date(view: View, statement: Statement) -> bool:
    """Tell whether a statement starts with a date such as `3/11/26`."""
    first = view.norms[statement.start : statement.start + _DATE]
    signs, numbers = first[1::2], first[::2]
    return len(first) == _DATE and signs[0] == signs[1] and signs[0] in "/-." and all(map(str.isdecimal, numbers))


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


def earlier_visits(view: View) -> Iterator[int]:
    """Yield where the statements of a note start that belong to a visit before the last one that is written up."""
    visits = _visits(view)
    last = max((visit.day for visit in visits), default=None)
    for statement in view.statements if visits else ():
        own = [visit for visit in visits if visit.start <= statement.start][-1:]
        if own and own[0].day != last:
            yield statement.start


def _visits(view: View) -> list[_Visit]:
    """Return the dated headings of a note, where several have the same label and each of them heads an exam."""
    if view.document.turns:
        return []
    return _labelled(view) or _bare(view)


def _labelled(view: View) -> list[_Visit]:
    if view.said.isdisjoint(words("visit_labels")):
        return []
    found: dict[str, list[_Visit]] = {}
    for span in view.lines:
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
    opened = [_behind_bullet(view.norms, view.tokens.between(span)) for span in view.lines]
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
    return bool(studies(view, Chunk(start, start + _DATE + _LEAD)))


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


_OLD_HEADS = _EXAMINED | _ASSESSED | {"note", "plan", "visit"}
_HEADED_SOON = 4


def old_headings(view: View) -> Iterator[int]:
    """Yield where the statements of a note start below a heading from a day: `Assessment from 3/1: …`, up to today."""
    if view.document.turns or "from" not in view.said:
        return
    above: Statement | None = None
    for statement in view.statements:
        opening = view.norms[statement.start : min(statement.end, statement.start + _HEADED_SOON)]
        ends = above is None or statement.line - above.line > 1 or ":" in opening or not _OF_TODAY.isdisjoint(opening)
        above = None if ends and not _is_old_heading(view, statement) else statement
        if above is not None:
            yield statement.start


def _is_old_heading(view: View, statement: Statement) -> bool:
    said = view.norms[statement.start : statement.end]
    return said[0] in _OLD_HEADS and said[1:2] == ["from"] and _opening_day(said[2 : 2 + _DATE]) is not None


_TOLD_OF_PAST = PAST_FORMS | {"found", "treated"}
_LONGEST_ASIDE = 4


def recitals(view: View) -> Iterator[int]:
    """Yield where the statements start in which a clinician goes on with what an earlier visit found.

    The first one is dated by its own words. It goes on over what the patient throws in, and ends with a question,
    with words of today, and with the first statement that is not in the past.
    """
    if view.said.isdisjoint(_TOLD_OF_PAST) or view.said.isdisjoint(LAST | {"ago"}):
        return
    past = saying(view, _TOLD_OF_PAST) - saying(view, words("nowadays"))
    dated = past & saying(view, LAST | {"ago"})
    goes_on = False
    for statement in view.statements if dated else ():
        if not goes_on and statement.start not in dated:
            continue
        aside = goes_on and statement.end - statement.start <= _LONGEST_ASIDE
        if statement.turn < 0 or statement.speaker == "patient" or aside:
            continue
        told = statement.start in past and not statement.asks
        if goes_on and told:
            yield statement.start
        goes_on = told and (goes_on or _is_dated(view.norms[statement.start : statement.end]))


def _is_dated(said: list[str]) -> bool:
    """Tell whether words name an earlier visit, as `last time`, `in the previous session`, `two weeks ago` do."""
    return "ago" in said or names_earlier_visit(said, 0, len(said))


_FORMER = frozenset({
    "last", "previous", "prior", "previously", "initial", "initially", "baseline", "before", "earlier", "intake",
    "first", "then", "old",
})  # fmt: skip
_OF_TODAY = frozenset({"today", "today's", "now", "current", "currently", "this", "present"})
_LONGEST_HEAD = 4
_FEWEST_BARS = 2
"""Bars of a row."""


@lru_cache(maxsize=1)
def former(view: View) -> frozenset[int]:
    """Return the indices of the words that stand in a column of another visit, below a head that has one of today."""
    if "|" not in view.said or _FORMER.isdisjoint(view.said) or _OF_TODAY.isdisjoint(view.said):
        return frozenset()
    columns: frozenset[int] = frozenset()
    found: set[int] = set()
    for line in view.lines:
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
    named = [
        frozenset(view.norms[cell.start : cell.stop]) if len(cell) <= _LONGEST_HEAD else frozenset() for cell in cells
    ]
    if not any(_OF_TODAY & cell for cell in named):
        return frozenset()
    return frozenset(
        number for number, cell in enumerate(named) if _FORMER & cell and not _OF_TODAY & cell and cell <= _head_words()
    )


def _head_words() -> frozenset[str]:
    return _FORMER | words("visits") | words("months") | {"visit", "exam", "eval", "evaluation", "session", "findings"}


def _cells(view: View, line: Span) -> list[range]:
    """Return the words between the bars of a line, and before and behind them."""
    said = view.tokens.between(line)
    bars = [at for at in said if view.norms[at] == "|"]
    if len(bars) < _FEWEST_BARS:
        return []
    return [range(start + 1, end) for start, end in pairwise([said.start - 1, *bars, said.stop])]
