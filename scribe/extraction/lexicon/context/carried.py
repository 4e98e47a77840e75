"""Which statements of a document are text of another visit, copied or recalled."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from scribe.documents import section_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Section

_MARKER = 30
_LABEL = 12
_DATE = 5
_MEASURED = 3
_CONTENT = ("lesions", "tart", "neuro", "imaging", "conditions", "care")

Reach = Literal["none", "line", "section", "mark"]
"""How far text of another visit reaches: to the end of its line, of its section, or to a mark that ends it."""


class _Start(NamedTuple):
    """Where text of another visit starts."""

    statement: Statement
    """The statement that says so."""
    reach: Reach
    """How far it reaches."""
    section: Section | None
    """The section of its words; None while none of them has been met."""


def carried(view: View) -> Iterator[bool]:
    """Tell for each statement whether it belongs to text of another visit.

    Such text starts with words that say so. It ends with words that speak of today, with a line that starts with a
    date, and with its section; where the note marks the end of what it copied, only there.
    """
    marks = _marks(view)
    starts = [hit.start for hit in marks]
    ends = [hit.start for hit in marks if _is_end_of_copy(hit)]
    start: _Start | None = None
    after = 0
    for statement in view.statements:
        named = marks[bisect_left(starts, after) : bisect_left(starts, statement.end)]
        mark = _last_mark(view, named, Chunk(after, statement.end))
        if mark is not None and mark.term.role == "carried_end":
            start = None
        elif mark is not None and statement.end - after <= _MARKER:
            start = _started(view, statement, mark, ends)
        elif mark is not None:
            start = None
        elif start is not None:
            start = _followed(view, statement, start)
        yield start is not None
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
    return held or (hit.term.role != "carried_end" and measures)


def _is_label(view: View, hit: Hit, said: Chunk) -> bool:
    return ":" in view.norms[hit.end : min(hit.end + _LABEL, said.end)]


def _is_end_of_copy(hit: Hit) -> bool:
    return hit.term.role == "carried_end" and hit.term.text.startswith("end ")


def _started(view: View, statement: Statement, mark: Hit, ends: list[int]) -> _Start:
    rest = Chunk(mark.end, statement.end)
    speaks = any(hit.term.role != "value" for table in _CONTENT for hit in view.terms(table, rest))
    if any(end > mark.start for end in ends):
        reach: Reach = "mark"
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
