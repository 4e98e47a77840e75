"""Queries ready to paste, and what is wrong with a query."""

from collections.abc import Sequence

from scribe.reports.paper import NOTHING, SEVERITY_INKS, Inked, Paper
from scribe.reports.parts import markdown_line, query_lines, tally
from scribe.reports.quotes import printable, unmarked
from scribe.schema import Document, Issue, Query, Report

NOTHING_TO_ASK = "Nothing to ask: no gap in this document is one that the clinician can close.\n"


def to_query_text(query: Query, document: Document) -> str:
    """Write a query as the message that a clinician gets: no line is broken, so that any window may break it.

    Args:
        query: The query.
        document: The document that it asks about.
    """
    return "".join(f"{bullet}{line}\n" for bullet, line in query_lines(document, query))


def to_query_markdown(query: Query, document: Document) -> str:
    """Write a query as a message in Markdown; words of the document cannot turn into markup.

    Args:
        query: The query.
        document: The document that it asks about.
    """
    (_, opening), *lines = query_lines(document, query)
    written = "".join(f"{markdown_line(bullet, line)}\n" for bullet, line in lines)
    return f"**{opening}**\n\n{written}"


def queries_text(report: Report) -> str:
    """Write the queries of a report, one below the other."""
    messages = [to_query_text(query, report.document) for query in report.queries]
    return "\n\n".join(_titled(messages, "")) or NOTHING_TO_ASK


def queries_markdown(report: Report) -> str:
    """Write the queries of a report in Markdown, one below the other."""
    messages = [to_query_markdown(query, report.document) for query in report.queries]
    return "\n".join(_titled(messages, "## ")) or NOTHING_TO_ASK


def lint_text(issues: Sequence[Issue], asked: int, *, width: int, color: bool) -> str:
    """Write what is wrong with queries, worst first, for a terminal.

    Args:
        issues: The issues of the queries.
        asked: How many queries were read.
        width: Columns that a line may take.
        color: Whether ANSI colours may be used.
    """
    page = Paper(width, color=color)
    page.write(NOTHING, Inked(_verdict(issues, asked), "dim" if issues else "bold green"))
    page.blank()
    for issue in issues:
        label = Inked(f"{issue.severity:11}  {issue.rule}", SEVERITY_INKS[issue.severity])
        page.write(label, Inked(printable(f"{_place(issue)}: {issue.message}")), indent=2, column=21)
    if issues:
        page.write(NOTHING, Inked(f"Reasons and sources: scribe explain {issues[0].rule}", "dim"), column=2)
    return page.text()


def lint_markdown(issues: Sequence[Issue], asked: int) -> str:
    """Write what is wrong with queries, worst first, in Markdown."""
    lines = [
        f"- **{issue.severity}** {issue.rule}, {unmarked(_place(issue))}: {unmarked(issue.message)}" for issue in issues
    ]
    return "\n".join([f"**{_verdict(issues, asked)}**", *([""] if lines else []), *lines]) + "\n"


def _titled(messages: list[str], mark: str) -> list[str]:
    of = f" of {len(messages)}"
    return [
        f"{mark}Documentation query{f' {number}{of}' if len(messages) > 1 else ''}\n\n{message}"
        for number, message in enumerate(messages, 1)
    ]


def _verdict(issues: Sequence[Issue], asked: int) -> str:
    return f"{asked} {'query' if asked == 1 else 'queries'}, {tally(issues) or 'no issue'}"


def _place(issue: Issue) -> str:
    """Say which words are meant: their line where a text was read, the query where a record was."""
    lines = [evidence.line for evidence in issue.evidence if evidence.line is not None]
    return f"line {lines[0]}" if lines else issue.at
