"""The table of figures that a run prints, its failed cases, and what was missed in each case."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter
from typing import get_args

from scribe.evaluation.dataset import GROUPS, Case, Group, label_fields
from scribe.evaluation.metrics import METRICS, Counts, Part, Share, Tally, danger, key
from scribe.evaluation.metrics.codes import codes, m99
from scribe.evaluation.runner import CaseFailure, CaseReport
from scribe.evaluation.scores import CaseScores, averaged, score, total
from scribe.schema import Finding, Kind, Report

NAME_WIDTH = 24
CELL_WIDTH = 18
MISSED = "missed  "
SPURIOUS = "spurious"


def table(scored: Sequence[CaseReport], parts: Iterable[Part]) -> Iterator[str]:
    """Lay out the metrics of `parts`, by kind of document and overall.

    Counts show precision, recall and F1; shares show their numbers and their
    value, in the column of F1. A case that was read more than once is one case,
    with the means of its counts.
    """
    kinds = [kind for kind in get_args(Kind) if any(case.kind == kind for case, _ in scored)]
    scores = averaged(score(case, report) for case, report in scored)
    columns = [(f"{kind}s", [one for one in scores if one.kind == kind]) for kind in kinds]
    if len(kinds) != 1:
        columns.append(("all", [*scores]))
    yield _row("", (f"{name} ({len(cases)})" for name, cases in columns))
    yield _row("", ["P    R   F1"] * len(columns))
    for part in parts:
        yield _row(part.replace("_", " "), [f"  {_most_frequent(scores)}"] if part == "danger" else [])
        for metric in METRICS:
            if metric.part == part:
                yield _row(f"  {metric.name}", (_cell(total(cases, metric)) for _, cases in columns))


def _most_frequent(scores: Sequence[CaseScores]) -> str:
    """Name the danger of the highest rate, so that it is seen before any other figure."""
    rates: dict[str, float] = {}
    for metric in danger.METRICS:
        tally = total(scores, metric)
        if isinstance(tally, Share) and tally.value:
            rates[metric.name] = tally.value
    if not rates:
        return "lower is better; none occurred"
    name = max(rates, key=lambda name: rates[name])
    return f"lower is better; most frequent: {name} {_figure(rates[name])}"


def failures(failed: Iterable[CaseFailure]) -> Iterator[str]:
    """List the cases that could not be scored."""
    for case, error in failed:
        yield f"{case.id}  error  {error}"


def misses(scored: Iterable[CaseReport], parts: Collection[Part]) -> Iterator[str]:
    """List what was missed and what is spurious in each case.

    These lines hold quotes, so they are for cases that may be read.
    """
    for case, report in scored:
        lines = [
            *(code_misses(case, report) if "codes" in parts else ()),
            *(line for group in GROUPS if group in parts for line in finding_misses(case, report, group)),
            *(issue_misses(case, report) if "issues" in parts else ()),
        ]
        if lines:
            yield f"{case.id} ({case.kind})"
            yield from (f"  {line}" for line in lines)


def code_misses(case: Case, report: Report) -> Iterator[str]:
    """List M99 codes to assign and to query, and other codes that are labelled `never`."""
    never = {*case.codes.never}
    reported = {code for code in codes(report, "assign") if code.startswith("M99") or code in never}
    for verdict, code in _differences(m99(case.codes.assign), reported):
        yield f"assign        {verdict}  {code}{' (never)' if code in never else ''}"
    for verdict, code in _differences(m99(case.codes.query), m99(codes(report, "query"))):
        yield f"query         {verdict}  {code}"


def finding_misses(case: Case, report: Report, group: Group) -> Iterator[str]:
    """List findings of one group by their exact key, a missed one beside its near miss."""
    labelled, reported = getattr(case.findings, group), getattr(report.extraction, group)
    fields = label_fields(group)
    lines = [
        *((_words(finding, fields), MISSED, finding) for finding in _beyond(labelled, reported, fields)),
        *((_words(finding, fields), SPURIOUS, finding) for finding in _beyond(reported, labelled, fields)),
    ]
    for words, verdict, finding in sorted(lines, key=itemgetter(0, 1)):
        quote = " ".join(" … ".join(at.quote for at in finding.evidence).split())
        yield f'{group:13} {verdict}  {words}  "{quote}"'


def issue_misses(case: Case, report: Report) -> Iterator[str]:
    """List topics of issues."""
    for verdict, topic in _differences({*case.issues}, {issue.topic for issue in report.issues}):
        yield f"issues        {verdict}  {topic}"


def _differences(labelled: AbstractSet[str], reported: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    yield from ((MISSED, item) for item in sorted(labelled - reported))
    yield from ((SPURIOUS, item) for item in sorted(reported - labelled))


def _beyond(findings: Iterable[Finding], others: Iterable[Finding], fields: Collection[str]) -> Iterator[Finding]:
    """Yield the findings that are left when each of `others` has taken one with its key."""
    taken = Counter(key(other, fields) for other in others)
    for finding in findings:
        found = key(finding, fields)
        if taken[found]:
            taken[found] -= 1
        else:
            yield finding


def _words(finding: Finding, fields: Iterable[str]) -> str:
    """Write the fields of a finding, with a dash for what it leaves open."""
    values = (getattr(finding, field) for field in fields)
    return " ".join(("+".join(value) if isinstance(value, tuple) else value) or "-" for value in values)


def _row(name: str, cells: Iterable[str]) -> str:
    return f"{name:{NAME_WIDTH}}{''.join(f'{cell:>{CELL_WIDTH}}' for cell in cells)}".rstrip()


def _cell(tally: Tally | None) -> str:
    if isinstance(tally, Counts):
        return " ".join(_figure(value) for value in (tally.precision, tally.recall, tally.f1))
    if isinstance(tally, Share):
        return f"{round(tally.hits, 2):g}/{round(tally.total, 2):g} {_figure(tally.value)}"
    return _figure(None)


def _figure(value: float | None) -> str:
    """Write a figure in four characters, and a dash where there is none."""
    if value is None:
        return "   –"  # noqa: RUF001  # the dash of tables
    return f"{value:.3f}".removeprefix("0")[:4]
