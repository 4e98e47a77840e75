"""Findings: how many are found, to which degree alike, and where those that are found differ."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import chain

from scribe.evaluation.dataset import GROUPS, Group
from scribe.evaluation.matching import DETAIL, WHAT, Degree, Matched, Pair, fields_of
from scribe.evaluation.metrics.tallies import Confusion, Counts, Metric, Part, Share, compared
from scribe.schema import Finding

_AGREES = {"laterality": "side agrees"} | {
    field: f"{field} agree" for field in ("mechanisms", "segments", "roots", "regions")
}
"""What the agreement of a field is called in a table, where that is not its name."""

CONFUSED = ("assertion", "laterality", "region")
"""The fields whose confusion is counted."""


def exact(matched: Matched, groups: Collection[Group]) -> Counts:
    """Count findings on the exact key: every field of the contract but the quote; micro averages."""
    return _alike(matched, groups, {"exact"})


def core(matched: Matched, groups: Collection[Group]) -> Counts:
    """Count findings on the core key, which is the exact key without side and segments; micro averages."""
    return _alike(matched, groups, {"exact", "core"})


def relaxed(matched: Matched, groups: Collection[Group]) -> Counts:
    """Count findings that are paired at all: the same kind of thing, in the same place or words; micro averages."""
    return _alike(matched, groups, {"exact", "core", "relaxed"})


def agreement(matched: Matched, groups: Collection[Group], field: str) -> Share:
    """Share of the pairs that agree on a field; groups without it do not count."""
    pairs = [pair for group in groups if field in fields_of(group) for pair in matched.groups[group].pairs]
    return Share(sum(field not in pair.differing for pair in pairs), len(pairs))


def facet(matched: Matched, group: Group, field: str) -> Counts:
    """Count the values of one field as a multiset for each case, whatever stands beside them; micro averages."""
    labelled, reported = (getattr(read, group) for read in (matched.case.findings, matched.report.extraction))
    return compared(_values(labelled, field), _values(reported, field))


def kinds_of(group: Group) -> Callable[[Matched], dict[str, Counts]]:
    """Return what counts findings on the exact key for each kind of thing of a group."""
    return partial(_exact_by, groups=(group,), field=WHAT[group])


def regions(matched: Matched) -> dict[str, Counts]:
    """Count findings on the exact key for each region, over the groups that have one; a hit is in both the same."""
    return _exact_by(matched, groups=[group for group in GROUPS if "region" in fields_of(group)], field="region")


def confusions(matched: Matched) -> dict[str, Confusion]:
    """Count the pairs for each labelled and each reported value: of assertion, side and region, of all and by group."""
    return {
        ".".join((*part, field)): _confusion(pairs_of(matched, having), field)
        for field in CONFUSED
        for groups in [[group for group in GROUPS if field in fields_of(group)]]
        for part, having in [((), groups), *(((group,), [group]) for group in groups)]
    }


def pairs_of(matched: Matched, groups: Collection[Group] = GROUPS) -> Iterator[Pair]:
    """Yield the pairs of some groups."""
    return chain.from_iterable(matched.groups[group].pairs for group in groups)


def metrics(part: Part, groups: Collection[Group]) -> Iterator[Metric]:
    """List the metrics that the fields of some groups allow."""
    fields = [*dict.fromkeys(field for group in groups for field in fields_of(group))]
    yield Metric(part, "exact", partial(exact, groups=groups))
    if {*fields} & DETAIL:
        yield Metric(part, "core", partial(core, groups=groups))
    if {*fields} - {WHAT[group] for group in groups}:
        yield Metric(part, "relaxed", partial(relaxed, groups=groups))
    for field in fields:
        if field not in {WHAT[group] for group in groups} and (len(groups) == 1 or field in CONFUSED):
            yield Metric(part, _AGREES.get(field, f"{field} agrees"), partial(agreement, groups=groups, field=field))
    if groups == ("lesions",):
        yield Metric(part, "type facet", partial(facet, group="lesions", field="kind"))
        yield Metric(part, "region facet", partial(facet, group="lesions", field="region"))


def _confusion(pairs: Iterable[Pair], field: str) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for pair in pairs:
        row = table.setdefault(_said(pair.label, field), {})
        reported = _said(pair.finding, field)
        row[reported] = row.get(reported, 0) + 1
    return table


def _alike(matched: Matched, groups: Collection[Group], degrees: AbstractSet[Degree]) -> Counts:
    hits = sum(pair.degree in degrees for pair in pairs_of(matched, groups))
    labelled, reported = (
        sum(len(getattr(read, group)) for group in groups)
        for read in (matched.case.findings, matched.report.extraction)
    )
    return Counts(hits, reported - hits, labelled - hits)


def _exact_by(matched: Matched, *, groups: Collection[Group], field: str) -> dict[str, Counts]:
    hits, labelled, reported = Counter[str](), Counter[str](), Counter[str]()
    for group in groups:
        hits.update(_said(pair.label, field) for pair in matched.groups[group].pairs if pair.degree == "exact")
        labelled.update(_said(label, field) for label in getattr(matched.case.findings, group))
        reported.update(_said(finding, field) for finding in getattr(matched.report.extraction, group))
    return {
        value: Counts(hits[value], reported[value] - hits[value], labelled[value] - hits[value])
        for value in sorted({*labelled, *reported})
    }


def _values(findings: Collection[Finding], field: str) -> Counter[str]:
    return Counter(_said(finding, field) for finding in findings)


def _said(finding: Finding, field: str) -> str:
    return getattr(finding, field) or "none"
