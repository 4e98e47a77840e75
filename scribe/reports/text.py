"""The report for a terminal: what needs a look first, then codes with their evidence."""

from collections.abc import Sequence

from scribe.reports.disagreements import TITLE, shown_disagreements
from scribe.reports.findings import COMPONENTS, LEGEND, region_rows, remarks
from scribe.reports.paper import BELOW, NOTHING, SEVERITY_INKS, Inked, Paper
from scribe.reports.parts import (
    HEADINGS,
    audited,
    grouped,
    is_unread,
    other_issues,
    provenance,
    query_lines,
    reason_of,
    red_flags,
    subject,
    tally,
    unread_heading,
    unread_parts,
    verdict,
)
from scribe.reports.quotes import Quotation, printable, quotations
from scribe.schema import Evidence, Report, Severity, Status, Suggestion

_STATUS_INKS: dict[Status, str] = {"assign": "bold green", "query": "bold yellow", "reject": "bold dim"}
# More quotes tell nobody more; the JSON report has them all.
_MOST_QUOTES = 3


def to_text(report: Report, *, width: int, color: bool, codes: Sequence[str] = ()) -> str:
    """Write a report for reading in a terminal.

    Args:
        report: The report.
        width: Columns that a line may take.
        color: Whether ANSI colours may be used.
        codes: Codes that were given for audit.
    """
    page = Paper(width, color=color)
    page.write(NOTHING, Inked(subject(report), "dim"))
    _write_unread(page, report)
    _write_red_flags(page, report)
    if codes:
        _write_audit(page, report, codes)
    _write_codes(page, report)
    if not codes:
        _write_audit(page, report, codes)
    _write_disagreements(page, report)
    _write_issues(page, report)
    _write_queries(page, report)
    _write_findings(page, report)
    page.blank()
    page.write(NOTHING, Inked(provenance(report), "dim"))
    return page.text()


def _write_unread(page: Paper, report: Report) -> None:
    parts = unread_parts(report)
    if parts:
        page.heading(*unread_heading(report), ink="bold red")
    for part in parts:
        page.write(Inked("!", "bold red"), Inked(printable(part), "bold"), indent=2, column=4)


def _write_red_flags(page: Paper, report: Report) -> None:
    flags = red_flags(report)
    if flags:
        page.heading("Red flags", "look at these before any code", ink="bold red")
    for flag in flags:
        page.write(
            Inked("!", "bold red"), Inked(printable(f"{flag.message} ({flag.rule})"), "bold"), indent=2, column=4
        )
        _write_quotes(page, report, flag.evidence, indent=4)


def _write_audit(page: Paper, report: Report, codes: Sequence[str]) -> None:
    alike: dict[tuple[str, str, Severity | None], list[str]] = {}
    for claim in audited(report, codes):
        alike.setdefault((claim.origin, claim.result, claim.severity), []).append(claim.code)
    if alike:
        page.heading("Codes audited")
    longest = max((len(result) for _, result, _ in alike), default=0)
    for (origin, result, severity), found in alike.items():
        label = Inked(f"{origin:11}  {result}", SEVERITY_INKS[severity])
        page.write(label, Inked(", ".join(found)), indent=2, column=longest + 17)


def _write_codes(page: Paper, report: Report) -> None:
    if said := verdict(report):
        page.blank()
        page.write(NOTHING, Inked(said, "bold"))
    for status, suggestions in grouped(report).items():
        if suggestions:
            page.heading(*HEADINGS[status])
        for suggestion in suggestions:
            _write_code(page, report, suggestion)


def _write_code(page: Paper, report: Report, suggestion: Suggestion) -> None:
    bullet = {"assign": str(suggestion.rank), "query": "?", "reject": "-"}[suggestion.status]
    label = Inked(f"{bullet}  {suggestion.code}", _STATUS_INKS[suggestion.status])
    page.write(label, Inked(suggestion.title, "bold"), indent=3 - len(bullet), column=14)
    page.write(NOTHING, Inked(reason_of(suggestion)), column=5)
    _write_quotes(page, report, suggestion.evidence, indent=5)


def _write_disagreements(page: Paper, report: Report) -> None:
    disagreements = shown_disagreements(report)
    if disagreements:
        page.heading(*TITLE)
    for one in disagreements:
        page.write(Inked("?", "bold yellow"), Inked(one.reason), indent=2, column=4)
        for reading in one.readings:
            page.write(Inked(reading.reader), Inked(reading.text, "bold"), indent=4, column=13)
            _write_quotations(page, reading.quotes, indent=13)


def _write_issues(page: Paper, report: Report) -> None:
    issues = other_issues(report)
    if is_unread(report) and not issues:
        return
    page.heading("Issues", tally(issues) or ("none beside the red flags" if red_flags(report) else "none"))
    column = 21 if page.fits(21) else 2 + BELOW
    for issue in issues:
        label = Inked(f"{issue.severity:11}  {issue.rule}", SEVERITY_INKS[issue.severity])
        page.write(label, Inked(printable(issue.message)), indent=2, column=column)
        _write_quotes(page, report, issue.evidence, indent=column)
    if issues:
        page.write(NOTHING, Inked(f"Reasons and sources: scribe explain {issues[0].rule}", "dim"), column=2)


def _write_queries(page: Paper, report: Report) -> None:
    queries = report.queries
    if queries:
        page.heading("Queries", "ready to send")
    for number, query in enumerate(queries, 1):
        page.blank()
        page.write(NOTHING, Inked(f"{number} of {len(queries)}", "bold"), column=2)
        for bullet, line in query_lines(report.document, query):
            page.write(Inked(bullet), Inked(line), indent=2, column=2 + len(bullet))


def _write_findings(page: Paper, report: Report) -> None:
    rows, lines = region_rows(report.extraction), remarks(report.extraction, report.disagreements)
    if rows or lines:
        page.heading("Findings")
    longest = max(len(name) for name in ["", *(row.region for row in rows), *(line.label for line in lines)])
    column = longest + 4
    if rows:
        initials = " ".join(component[0].upper() for component in COMPONENTS)
        page.write(NOTHING, Inked(initials, "dim"), column=column)
    for row in rows:
        label = f"{row.region:{longest}}  {' '.join(row.tart)}"
        page.write(Inked(label), Inked(row.conclusions), indent=2, column=column + 9)
    if rows:
        page.write(NOTHING, Inked(LEGEND, "dim"), column=2)
    for line in lines:
        page.write(Inked(line.label), Inked(line.text), indent=2, column=column)


def _write_quotes(page: Paper, report: Report, evidence: Sequence[Evidence], *, indent: int) -> None:
    _write_quotations(page, quotations(report.document, evidence), indent=indent)


def _write_quotations(page: Paper, quotes: Sequence[Quotation], *, indent: int) -> None:
    shown = quotes[:_MOST_QUOTES]
    column = indent + 2 + max((len(quote.place) for quote in shown), default=0)
    for quote in shown:
        page.write(Inked(quote.place, "dim"), Inked(quote.words, "cyan"), indent=indent, column=column)
    if len(quotes) > len(shown):
        page.write(NOTHING, Inked(f"and {len(quotes) - len(shown)} more", "dim"), column=indent)
