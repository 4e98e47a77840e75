"""The report for a chart or a pull request."""

from collections.abc import Iterator, Sequence

from scribe.reports.disagreements import TITLE, shown_disagreements
from scribe.reports.findings import COMPONENTS, LEGEND, region_rows, remarks
from scribe.reports.parts import (
    HEADINGS,
    audited,
    grouped,
    markdown_line,
    other_issues,
    provenance,
    query_lines,
    reason_of,
    red_flags,
    subject,
    unread_heading,
    unread_parts,
    verdict,
)
from scribe.reports.quotes import quotations, unmarked
from scribe.schema import Evidence, Issue, Report
from scribe.terminology.sources import citations


def to_markdown(report: Report, *, codes: Sequence[str] = ()) -> str:
    """Write a report in Markdown; words of the document cannot turn into markup.

    Args:
        report: The report.
        codes: Codes that were given for audit.
    """
    audit, suggested = _audit(report, codes), _codes(report)
    parts = (
        _red_flags(report),
        *((audit, suggested) if codes else (suggested, audit)),
        _disagreements(report),
        _issues(report),
        _queries(report),
        _findings(report),
    )
    lines = [
        "# Coding report",
        "",
        subject(report),
        *_unread(report),
        *(line for part in parts for line in part),
        "",
        "---",
        "",
        provenance(report),
    ]
    return "\n".join(lines) + "\n"


def _unread(report: Report) -> Iterator[str]:
    parts = unread_parts(report)
    if parts:
        title, remark = unread_heading(report)
        yield from ("", f"## {title}", "", f"{remark[0].upper()}{remark[1:]}.", "")
    yield from (f"- **{unmarked(part)}**" for part in parts)


def _red_flags(report: Report) -> Iterator[str]:
    flags = red_flags(report)
    if flags:
        yield from ("", "## Red flags", "")
    for flag in flags:
        yield f"- **{unmarked(flag.message)}** ({flag.rule})"
        yield from _quotes(report, flag.evidence)


def _audit(report: Report, codes: Sequence[str]) -> Iterator[str]:
    claims = audited(report, codes)
    if claims:
        yield from ("", "## Codes audited", "", "| code | from | result |", "| --- | --- | --- |")
    for claim in claims:
        yield f"| {unmarked(claim.code)} | {claim.origin} | {claim.result} |"


def _codes(report: Report) -> Iterator[str]:
    if said := verdict(report):
        yield from ("", f"**{said}**")
    for status, suggestions in grouped(report).items():
        title, remark = HEADINGS[status]
        if suggestions:
            yield from ("", f"## {title}", "", f"{remark.capitalize()}.", "")
        for suggestion in suggestions:
            rank = f"{suggestion.rank}. " if status == "assign" else ""
            yield f"- **{rank}{suggestion.code} {unmarked(suggestion.title)}**: {unmarked(reason_of(suggestion))}"
            yield from _quotes(report, suggestion.evidence)


def _disagreements(report: Report) -> Iterator[str]:
    disagreements = shown_disagreements(report)
    if disagreements:
        title, remark = TITLE
        yield from ("", f"## {title}", "", f"{remark.capitalize()}.", "")
    for one in disagreements:
        yield f"- {unmarked(one.reason)}"
        for reading in one.readings:
            yield f"  - {reading.reader}: **{unmarked(reading.text)}**"
            yield from (f"    - {quote.place}: {unmarked(quote.words)}" for quote in reading.quotes)


def _issues(report: Report) -> Iterator[str]:
    issues = other_issues(report)
    if issues:
        yield from ("", "## Issues", "")
    for issue in issues:
        yield f"- **{issue.severity}** {issue.rule}: {unmarked(issue.message)}{_sources(issue)}"
        yield from _quotes(report, issue.evidence)


def _queries(report: Report) -> Iterator[str]:
    for number, query in enumerate(report.queries, 1):
        yield from ("", f"## Query {number} of {len(report.queries)}", "")
        for bullet, line in query_lines(report.document, query):
            yield f"> {markdown_line(bullet, line)}".rstrip()


def _findings(report: Report) -> Iterator[str]:
    rows, lines = region_rows(report.extraction), remarks(report.extraction, report.disagreements)
    if rows or lines:
        yield from ("", "## Findings")
    if rows:
        initials = " | ".join(component[0].upper() for component in COMPONENTS)
        yield from ("", f"| region | {initials} | conclusions |", "| --- | - | - | - | - | --- |")
    for row in rows:
        yield f"| {row.region} | {' | '.join(row.tart)} | {unmarked(row.conclusions)} |"
    if rows:
        yield from ("", f"{LEGEND}.")
    if lines:
        yield ""
    for line in lines:
        yield f"- {line.label}: {unmarked(line.text)}"


def _quotes(report: Report, evidence: Sequence[Evidence]) -> Iterator[str]:
    return (f"  - {quote.place}: {unmarked(quote.words)}" for quote in quotations(report.document, evidence))


def _sources(issue: Issue) -> str:
    known = citations()
    named = [f"{known[key].source}, {known[key].locator}" for key in issue.citations if key in known]
    return f" ({unmarked('; '.join(named))})" if named else ""
