"""What holds for every report, whatever the text and whoever read it: the invariants of tests, fuzzing and gates."""

import re
from collections.abc import Iterator

from scribe.schema import Evidence, Finding, Report, Suggestion
from scribe.terminology import code_set

_PATH = re.compile(r"([a-z_]+)\[(\d+)\]")


def violations(report: Report) -> tuple[str, ...]:
    """List what is broken in a report: nothing, unless scribe has a fault.

    A quote with a place stands there, character by character where it is said to match exactly. A code to assign can
    be billed on the day of the visit, is listed once and in its rank, and rests on findings that are in the report,
    verified and quoted from the text. No message holds words of the text.
    """
    return (*_misplaced(report), *_unfounded(report), *_unordered(report))


def _misplaced(report: Report) -> Iterator[str]:
    text, lines = report.document.text, report.document.lines
    for path, evidence in _evidence(report):
        if (evidence.span is None) != (evidence.match == "none"):
            yield f"{path}: a quote has a place exactly when it matches"
        if evidence.span is None:
            continue
        start, end = evidence.span
        if not 0 <= start < end <= len(text):
            yield f"{path}: the span is outside the text"
        elif evidence.match == "exact" and text[start:end] != evidence.quote:
            yield f"{path}: the quote does not stand at its span"
        elif evidence.line is not None and not 1 <= evidence.line <= max(1, len(lines)):
            yield f"{path}: the line is outside the text"


def _unfounded(report: Report) -> Iterator[str]:
    table = code_set(report.encounter.date_of_service)
    for suggestion in _assigned(report):
        entry = table.find(suggestion.code)
        if entry is None or not entry.billable:
            yield f"{suggestion.code}: assigned, and no code to bill on the day of the visit"
        findings = [_finding(report, path) for path in suggestion.derivation if _PATH.fullmatch(path)]
        if not findings or None in findings:
            yield f"{suggestion.code}: assigned without a finding of the report"
        if any(finding.unverified for finding in findings if finding):
            yield f"{suggestion.code}: assigned on a finding that is not verified"
        if not suggestion.evidence or any(quote.span is None for quote in suggestion.evidence):
            yield f"{suggestion.code}: assigned on a quote that is not in the text"


def _unordered(report: Report) -> Iterator[str]:
    assigned = [suggestion.code for suggestion in _assigned(report)]
    if len({*assigned}) < len(assigned):
        yield "a code is assigned twice"
    for status in ("assign", "query", "reject"):
        ranks = [suggestion.rank for suggestion in report.suggestions if suggestion.status == status]
        if ranks != [*range(1, len(ranks) + 1)]:
            yield f"the ranks of status {status} are not 1, 2, 3 and so on"


def _assigned(report: Report) -> Iterator[Suggestion]:
    return (suggestion for suggestion in report.suggestions if suggestion.status == "assign")


def _finding(report: Report, path: str) -> Finding | None:
    name, index = _PATH.fullmatch(path).groups()  # type: ignore[union-attr]  # only paths are asked for
    found: tuple[Finding, ...] = getattr(report.extraction, name, ())
    return found[int(index)] if int(index) < len(found) else None


def _evidence(report: Report) -> Iterator[tuple[str, Evidence]]:
    """Yield every quote of a report with the path of what it belongs to."""
    for name, findings in report.extraction:
        for i, finding in enumerate(findings):
            yield from ((f"{name}[{i}]", evidence) for evidence in finding.evidence)
    for i, suggestion in enumerate(report.suggestions):
        yield from ((f"suggestions[{i}]", evidence) for evidence in suggestion.evidence)
    for i, issue in enumerate(report.issues):
        yield from ((f"issues[{i}]", evidence) for evidence in issue.evidence)
    for i, query in enumerate(report.queries):
        yield from ((f"queries[{i}]", evidence) for evidence in query.indicators)
