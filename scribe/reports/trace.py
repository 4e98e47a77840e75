"""How a document was read: for each statement the terms, cues, places and sides, and what came of them."""

from collections.abc import Iterable, Iterator

from scribe.reports.findings import told, words
from scribe.reports.paper import NOTHING, Inked, Paper
from scribe.reports.quotes import printable
from scribe.schema import Finding, field_names
from scribe.schema.trace import TracedCue, TracedPlace, TracedStatement, TracedTerm

_COLUMN = 11
_LEGEND = (
    "term: table, role, value, how the statement asserts it, and what it is attached to; "
    "cue: role, assertion, and the terms that it reaches; read: the finding and its rule"
)


def write_trace(page: Paper, trace: Iterable[TracedStatement]) -> None:
    """Write below a page how each statement was read."""
    page.heading("Trace")
    page.write(NOTHING, Inked(_LEGEND, "dim"), column=2)
    for statement in trace:
        page.blank()
        page.write(
            Inked(f"line {statement.line}", "bold"),
            Inked(printable(f"“{statement.quote}”")),
            column=max(_COLUMN, len(f"line {statement.line}") + 2),
        )
        for label, text in _lines(statement):
            page.write(Inked(label, "cyan"), Inked(printable(text)), indent=2, column=_COLUMN)


def _lines(statement: TracedStatement) -> Iterator[tuple[str, str]]:
    """Yield the lines on a statement, each with its label."""
    yield "stands", ", ".join(_standing(statement))
    if statement.heading:
        yield "heading", _place(statement.heading)
    if statement.topic:
        yield "topic", _place(statement.topic)
    yield from (("term", _term(term)) for term in statement.terms)
    yield from (("cue", _cue(cue)) for cue in statement.cues)
    yield from (("place", _place(place)) for place in statement.places)
    yield from (("side", _place(side)) for side in statement.sides)
    for name in field_names(type(statement.findings)):
        findings: tuple[Finding, ...] = getattr(statement.findings, name)
        for finding in findings:
            yield "read", f"{told(finding)}, by {finding.read_by}"


def _standing(statement: TracedStatement) -> Iterator[str]:
    """Yield who says it, in which section and with which stance, and what else bears on the reading."""
    yield f"speaker {statement.speaker}"
    if statement.section:
        yield f"section {words(statement.section)}"
    yield f"stance {statement.stance}"
    if not statement.by_clinician:
        yield "not the clinician's"
    if statement.carried:
        yield "carried forward"
    if statement.asks:
        yield f"question, answered {statement.answer}" if statement.answer else "question without a telling answer"


def _term(term: TracedTerm) -> str:
    named = [term.table, term.role, term.value, term.assertion or ""]
    at = f", at {' and '.join(map(_place, term.attached))}" if term.attached else ""
    return f"“{term.quote}”  {', '.join(words(name) for name in named if name)}{at}"


def _cue(cue: TracedCue) -> str:
    named = ", ".join(words(name) for name in (cue.role, cue.assertion) if name)
    reached = ", ".join(f"“{reached}”" for reached in cue.reaches) or "no term"
    return f"“{cue.quote}”  {named}, reaches {reached}"


def _place(place: TracedPlace) -> str:
    known = [words(place.region) if place.region else "", *place.segments, place.laterality or ""]
    details = " ".join(detail for detail in known if detail)
    return f"“{place.quote}”  {details}".rstrip() if place.quote else details
