"""Queries ready to paste, and the page on what is wrong with one."""

import pytest

from scribe.reports.queries import (
    NOTHING_TO_ASK,
    lint_markdown,
    lint_text,
    queries_markdown,
    queries_text,
    to_query_markdown,
    to_query_text,
)
from scribe.schema import Evidence, Issue, Report, Severity

MESSAGE = """\
Record elements:
- line 6, assessment: “Foraminal stenosis at S1”
- line 5, imaging: “facet hypertrophy”
- line 5, imaging: “disc bulge”

Based on your clinical judgement, please clarify the cause of the narrowing.

\u25cb Bony overgrowth
\u25cb Intervertebral disc
\u25cb Other: ____
\u25cb Unable to determine

Please document your response in the record.
"""
MARKDOWN = """\
**Record elements:**

- line 6, assessment: “Foraminal stenosis at S1”
- line 5, imaging: “facet hypertrophy”
- line 5, imaging: “disc bulge”

Based on your clinical judgement, please clarify the cause of the narrowing.

- \u25cb Bony overgrowth
- \u25cb Intervertebral disc
- \u25cb Other: \\_\\_\\_\\_
- \u25cb Unable to determine

Please document your response in the record.
"""


def issue(severity: Severity, rule: str, line: int | None = None) -> Issue:
    """Raise an issue about a query."""
    return Issue(
        rule=rule,
        topic="noncompliant_query",
        severity=severity,
        at="queries[1]",
        message="“*this*” leads.",
        evidence=(Evidence(quote="*this*", line=line),),
    )


def test_a_query_is_written_as_the_message_that_is_sent(report: Report) -> None:
    """Record elements with line and section, question, options, closing; no line is wrapped."""
    assert to_query_text(report.queries[0], report.document) == MESSAGE
    assert to_query_markdown(report.queries[0], report.document) == MARKDOWN


def test_several_queries_are_numbered_and_one_is_not(report: Report) -> None:
    """The title says nothing of the answer."""
    assert queries_text(report) == f"Documentation query\n\n{MESSAGE}"
    assert queries_markdown(report) == f"## Documentation query\n\n{MARKDOWN}"
    twice = report.model_copy(update={"queries": report.queries * 2})
    assert queries_text(twice) == (
        f"Documentation query 1 of 2\n\n{MESSAGE}\n\nDocumentation query 2 of 2\n\n{MESSAGE}"
    )
    assert queries_markdown(twice).count("\n## Documentation query 2 of 2\n") == 1


def test_nothing_to_ask_is_said(report: Report) -> None:
    """One clear line."""
    nothing = report.model_copy(update={"queries": ()})
    assert queries_text(nothing) == queries_markdown(nothing) == NOTHING_TO_ASK


def test_what_is_wrong_is_told_with_its_place() -> None:
    """The line of a text, the path of a record; counted first."""
    issues = [issue("error", "QY03", 7), issue("warning", "QY11")]
    assert lint_text(issues, 2, width=80, color=False) == (
        "2 queries, 1 error, 1 warning\n"
        "\n"
        "  error        QY03  line 7: “*this*” leads.\n"
        "  warning      QY11  queries[1]: “*this*” leads.\n"
        "  Reasons and sources: scribe explain QY03\n"
    )
    assert lint_markdown(issues, 2) == (
        "**2 queries, 1 error, 1 warning**\n"
        "\n"
        "- **error** QY03, line 7: “\\*this\\*” leads.\n"
        "- **warning** QY11, queries\\[1\\]: “\\*this\\*” leads.\n"
    )


@pytest.mark.parametrize(("asked", "said"), [(1, "1 query, no issue\n"), (3, "3 queries, no issue\n")])
def test_a_clean_query_is_said_to_be_clean(asked: int, said: str) -> None:
    """Nothing else is printed."""
    assert lint_text([], asked, width=80, color=False) == said
    assert lint_markdown([], asked) == f"**{said.strip()}**\n"


def test_colour_marks_the_verdict() -> None:
    """Green where nothing is wrong."""
    assert lint_text([], 1, width=80, color=True) == "\x1b[1;32m1 query, no issue\x1b[0m\n"
