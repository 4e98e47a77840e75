"""The metrics, each defined once: what is counted in one case, and how counts become a figure.

A metric measures one case as a `Counts` or a `Share`. Over cases the numbers
are summed first and divided once (micro average), so that a long document
weighs what it holds. A figure whose divisor is zero is None, never 0.

Findings of one group are compared by key. Keys are only equal or not, so the
largest one-to-one matching is the intersection of two multisets, exactly.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any, Literal, NamedTuple

from scribe.evaluation.dataset import GROUPS, Case, Group, label_fields
from scribe.schema import Extraction, Finding, Report, Status

Part = Literal[
    "codes",
    "findings",
    "lesions",
    "tart",
    "neuro",
    "imaging",
    "diagnoses",
    "care",
    "function",
    "stated_codes",
    "issues",
]
"""What a metric is about: codes, all findings, one group of findings, or issues."""

DETAIL = frozenset({"laterality", "segments"})
"""The fields that the core key leaves out."""


class Counts(NamedTuple):
    """What was found and what was not."""

    hits: int
    """Labelled and reported."""
    spurious: int
    """Reported and not labelled."""
    missed: int
    """Labelled and not reported."""

    @property
    def precision(self) -> float | None:
        """Hits ÷ reported."""
        return _ratio(self.hits, self.hits + self.spurious)

    @property
    def recall(self) -> float | None:
        """Hits ÷ labelled."""
        return _ratio(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float | None:
        """2 · hits ÷ (labelled + reported)."""
        return _ratio(2 * self.hits, 2 * self.hits + self.spurious + self.missed)


class Share(NamedTuple):
    """How many of some."""

    hits: int
    """Those that have the property."""
    total: int
    """All that might have it."""

    @property
    def value(self) -> float | None:
        """Hits ÷ total."""
        return _ratio(self.hits, self.total)


Tally = Counts | Share
"""What a metric counts in one case, or in many."""


class Metric(NamedTuple):
    """A named measure of one case."""

    part: Part
    """What it is about."""
    name: str
    """What it is called in a table."""
    measure: Callable[[Case, Report], Tally]
    """Count in one case."""

    def total(self, scored: Iterable[tuple[Case, Report]]) -> Tally | None:
        """Sum the counts of all cases; None where there is no case."""
        tallies = [self.measure(case, report) for case, report in scored]
        return type(tallies[0])._make(map(sum, zip(*tallies, strict=True))) if tallies else None


def m99_assigned(case: Case, report: Report) -> Counts:
    """Count M99 codes to assign, as a set for each case; precision, recall and F1 are micro averages."""
    return _count(m99(case.codes.assign), m99(codes(report, "assign")))


def m99_set_exact(case: Case, report: Report) -> Share:
    """Share of cases whose set of assigned M99 codes is the labelled one; an empty set can be right."""
    return Share(int(m99(case.codes.assign) == m99(codes(report, "assign"))), 1)


def all_assigned(case: Case, report: Report) -> Counts:
    """Count all codes to assign, as a set for each case; precision, recall and F1 are micro averages."""
    return _count({*case.codes.assign}, codes(report, "assign"))


def never_assigned(case: Case, report: Report) -> Share:
    """Share of cases in which at least one code labelled `never` is assigned; lower is better."""
    return Share(int(not codes(report, "assign").isdisjoint(case.codes.never)), 1)


def m99_queried(case: Case, report: Report) -> Counts:
    """Count M99 codes to query, as a set for each case; other queried codes are not labelled, so not counted."""
    return _count(m99(case.codes.query), m99(codes(report, "query")))


def exact(case: Case, report: Report, groups: Collection[Group]) -> Counts:
    """Count findings on the exact key: group and every field of the contract but the quote; micro averages."""
    return _count(keys(case.findings, groups), keys(report.extraction, groups))


def core(case: Case, report: Report, groups: Collection[Group]) -> Counts:
    """Count findings on the core key, which is the exact key without side and segments; micro averages."""
    return _count(keys(case.findings, groups, without=DETAIL), keys(report.extraction, groups, without=DETAIL))


def laterality_agreement(case: Case, report: Report, groups: Collection[Group]) -> Share:
    """Share of the pairs matched on the core key that also agree on the side.

    Where several findings share a core key, they are paired so that as many as
    possible agree. Groups without a side do not count.
    """
    return _agreement(case, report, groups, "laterality", DETAIL)


def assertion_agreement(case: Case, report: Report, groups: Collection[Group]) -> Share:
    """Share of the pairs matched on the core key without assertion that also agree on the assertion.

    Paired as for the side. Groups without an assertion do not count.
    """
    return _agreement(case, report, groups, "assertion", DETAIL | {"assertion"})


def evidence_sliced(case: Case, report: Report) -> Share:
    """Share of reported findings that have evidence, all of whose spans slice the text back to their quote."""
    sliced = [
        bool(finding.evidence)
        and all(at.span is not None and case.text[slice(*at.span)] == at.quote for at in finding.evidence)
        for group in GROUPS
        for finding in getattr(report.extraction, group)
    ]
    return Share(sum(sliced), len(sliced))


def issues_raised(case: Case, report: Report) -> Counts:
    """Count topics of issues, as a set for each case; precision, recall and F1 are micro averages."""
    return _count({*case.issues}, {issue.topic for issue in report.issues})


def codes(report: Report, status: Status) -> set[str]:
    """Collect the codes of one status."""
    return {suggestion.code for suggestion in report.suggestions if suggestion.status == status}


def m99(codes: Iterable[str]) -> set[str]:
    """Keep the codes of category M99."""
    return {code for code in codes if code.startswith("M99")}


def key(finding: Finding, fields: Iterable[str]) -> Hashable:
    """Compose what a finding is compared by; a list counts as a set."""
    values = (getattr(finding, field) for field in fields)
    return tuple(frozenset(value) if isinstance(value, tuple) else value for value in values)


def keys(
    extraction: Extraction, groups: Iterable[Group], *, without: Collection[str] = ()
) -> Counter[tuple[Group, Hashable]]:
    """Count the findings of some groups by their key, which leaves out the fields in `without`."""
    fields = {group: [name for name in label_fields(group) if name not in without] for group in groups}
    return Counter((group, key(finding, fields[group])) for group in fields for finding in getattr(extraction, group))


def _agreement(case: Case, report: Report, groups: Collection[Group], field: str, without: frozenset[str]) -> Share:
    """Divide the pairs that agree on the key with `field` by the pairs that agree on the key without it."""
    having = [group for group in groups if field in label_fields(group)]

    def pairs(omitted: frozenset[str]) -> int:
        return (keys(case.findings, having, without=omitted) & keys(report.extraction, having, without=omitted)).total()

    return Share(pairs(without - {field}), pairs(without))


def _count(labelled: AbstractSet[str] | Counter[Any], reported: AbstractSet[str] | Counter[Any]) -> Counts:
    """Count the largest one-to-one matching of equal items; a set holds each once."""
    gold, found = Counter(labelled), Counter(reported)
    return Counts((gold & found).total(), (found - gold).total(), (gold - found).total())


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def finding_metrics(part: Part, groups: Collection[Group]) -> Iterator[Metric]:
    """List the metrics that the fields of `groups` allow."""
    fields = {field for group in groups for field in label_fields(group)}
    yield Metric(part, "exact", partial(exact, groups=groups))
    if fields & DETAIL:
        yield Metric(part, "core", partial(core, groups=groups))
    if "laterality" in fields:
        yield Metric(part, "side agrees", partial(laterality_agreement, groups=groups))
    if "assertion" in fields:
        yield Metric(part, "assertion agrees", partial(assertion_agreement, groups=groups))


METRICS: tuple[Metric, ...] = (
    Metric("codes", "M99 assigned", m99_assigned),
    Metric("codes", "M99 set exact", m99_set_exact),
    Metric("codes", "all assigned", all_assigned),
    Metric("codes", "never assigned", never_assigned),
    Metric("codes", "M99 queried", m99_queried),
    *finding_metrics("findings", GROUPS),
    Metric("findings", "evidence sliced", evidence_sliced),
    *(metric for group in GROUPS for metric in finding_metrics(group, (group,))),
    Metric("issues", "topics", issues_raised),
)
"""Every metric, in the order of a table."""
