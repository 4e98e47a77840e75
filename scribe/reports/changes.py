"""What a report says that another of the same document did not, as a record and as text."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from scribe.reports.paper import NOTHING, Inked, Paper
from scribe.reports.quotes import printable
from scribe.schema import Issue, Query, Record, Report, Suggestion


class Changes(Record):
    """Codes, issues and queries that one report has and another has not."""

    before: str
    """What made the first report."""
    after: str
    """What made the second."""
    codes_gained: tuple[Suggestion, ...]
    """Codes of the second alone; a code that has another status counts as lost and gained."""
    codes_lost: tuple[Suggestion, ...]
    """Codes of the first alone."""
    issues_gained: tuple[Issue, ...]
    """Issues of the second alone, by rule, severity and path."""
    issues_lost: tuple[Issue, ...]
    """Issues of the first alone."""
    queries_gained: tuple[Query, ...]
    """Queries of the second alone, by topic and path."""
    queries_lost: tuple[Query, ...]
    """Queries of the first alone."""


def compare(before: Report, after: Report) -> Changes:
    """Compare two reports of one document, such as a stored one with its replay."""
    return Changes(
        before=_made(before),
        after=_made(after),
        codes_gained=_missing(after.suggestions, before.suggestions, _code),
        codes_lost=_missing(before.suggestions, after.suggestions, _code),
        issues_gained=_missing(after.issues, before.issues, _issue),
        issues_lost=_missing(before.issues, after.issues, _issue),
        queries_gained=_missing(after.queries, before.queries, _query),
        queries_lost=_missing(before.queries, after.queries, _query),
    )


def changes_text(changes: Changes, *, width: int, color: bool) -> str:
    """Write changes for reading in a terminal.

    Args:
        changes: The changes.
        width: Columns that a line may take.
        color: Whether ANSI colours may be used.
    """
    page = Paper(width, color=color)
    page.write(NOTHING, Inked(f"{changes.before} → {changes.after}", "dim"))
    parts = {
        "Codes": (map(_told_code, changes.codes_gained), map(_told_code, changes.codes_lost)),
        "Issues": (map(_told_issue, changes.issues_gained), map(_told_issue, changes.issues_lost)),
        "Queries": (map(_told_query, changes.queries_gained), map(_told_query, changes.queries_lost)),
    }
    for title, (gained, lost) in parts.items():
        lines = [*((Inked("+", "green"), told) for told in gained), *((Inked("-", "red"), told) for told in lost)]
        page.heading(title, "" if lines else "as before")
        for sign, told in lines:
            page.write(sign, Inked(printable(told)), indent=2, column=4)
    return page.text()


ItemT = TypeVar("ItemT")


def _missing(items: Iterable[ItemT], known: Iterable[ItemT], name: Callable[[ItemT], Hashable]) -> tuple[ItemT, ...]:
    """Return the items that are not among the known ones; what stands twice must be known twice."""
    left = Counter(map(name, known))
    missing = []
    for item in items:
        if left[name(item)]:
            left[name(item)] -= 1
        else:
            missing.append(item)
    return tuple(missing)


def _made(report: Report) -> str:
    return f"scribe {report.provenance.package_version} with ICD-10-CM {report.provenance.code_set}"


def _code(suggestion: Suggestion) -> Hashable:
    return suggestion.code, suggestion.status


def _issue(issue: Issue) -> Hashable:
    return issue.rule, issue.severity, issue.at


def _query(query: Query) -> Hashable:
    return query.topic, query.at


def _told_code(suggestion: Suggestion) -> str:
    return f"{suggestion.status} {suggestion.code}: {suggestion.reason}"


def _told_issue(issue: Issue) -> str:
    return f"{issue.severity} {issue.rule}: {issue.message}"


def _told_query(query: Query) -> str:
    return query.question
