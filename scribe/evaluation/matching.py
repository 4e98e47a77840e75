"""Matching: which label and which finding belong together, and what of the two differs.

A label and a finding of one group are alike to one of three degrees, each of which holds the ones before it:

- *exact*: every field of the contract but the quote is equal, a list as a set;
- *core*: the same, but for side and segments;
- *relaxed*: the same kind of thing (`kind`, `component`, `condition`, `code`), and either the same place (an equal
  region; a region or root that both name) or quotes that overlap or stand within `NEAR` characters.

Of all ways to pair them one to one, the one is taken with the most exact pairs, then the most core pairs, then the
most pairs, then the closest ones: where most fields agree and the quotes share most of their characters. Exact and
core pairs are thus as many as if only they were looked for. Ties are settled on lists in the order of the text, so
that the order in which labels and findings are given does not matter. Where there is a choice, it is made by the
Hungarian method (Kuhn 1955; Crouse 2016, as `scipy.optimize.linear_sum_assignment`), not greedily.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, Literal, NamedTuple

from scribe.evaluation.dataset import GROUPS, Case, Group, label_fields
from scribe.schema import Finding, Report, Span

MATCHER = "1"
"""Version of the matching; figures of two versions are not compared."""

NEAR = 40
"""Characters between two quotes that are still near: about half a line."""

DETAIL = frozenset({"laterality", "segments"})
"""The fields that the core key leaves out."""

WHAT: Mapping[Group, str] = {
    "lesions": "kind",
    "tart": "component",
    "neuro": "kind",
    "imaging": "kind",
    "diagnoses": "condition",
    "care": "kind",
    "function": "kind",
    "stated_codes": "code",
}
"""The field that says what a finding of a group is."""

PLACE: Mapping[Group, str] = {
    "lesions": "region",
    "tart": "region",
    "neuro": "roots",
    "imaging": "region",
    "diagnoses": "region",
    "care": "regions",
}
"""The field that says where a finding of a group is."""

Degree = Literal["exact", "core", "relaxed"]
"""How alike a label and a finding are."""

_WEIGHTS = {"assertion": 2, "laterality": 2, "region": 2}
_WEIGHT_OF_WORDS = 3


class Pair(NamedTuple):
    """A label and the finding that stands for it."""

    label: Finding
    """The label."""
    finding: Finding
    """The finding."""
    label_at: int
    """Place of the label in its list, from 0."""
    finding_at: int
    """Place of the finding in its list, from 0."""
    degree: Degree
    """How alike they are."""
    differing: tuple[str, ...]
    """The fields that differ."""
    label_spans: tuple[Span, ...]
    """Where the words of the label stand; of several places the one nearest to the finding's."""
    finding_spans: tuple[Span, ...]
    """Where the words of the finding stand."""


class Unpaired(NamedTuple):
    """A label that nothing stands for, or a finding that stands for no label."""

    finding: Finding
    """The label or finding."""
    at: int
    """Its place in its list, from 0."""
    nearest: Finding | None
    """What on the other side comes nearest, paired or not: the same kind of thing, or the same words; else None."""
    differing: tuple[str, ...]
    """The fields in which that differs; none where it is equal and paired with another."""


class Matching(NamedTuple):
    """The labels and findings of one group, matched."""

    pairs: tuple[Pair, ...]
    """Those that belong together, in the order of the labels."""
    missed: tuple[Unpaired, ...]
    """Labels that nothing stands for."""
    spurious: tuple[Unpaired, ...]
    """Findings that stand for no label."""


class Matched(NamedTuple):
    """A case, the report on it, and which of their findings belong together."""

    case: Case
    """The case."""
    report: Report
    """The report."""
    groups: Mapping[Group, Matching]
    """The matching of each group."""


class _Located(NamedTuple):
    """A label or finding, and the places of each of its quotes."""

    at: int
    finding: Finding
    quotes: tuple[tuple[Span, ...], ...]


class _Edge(NamedTuple):
    """Two that are alike, and how much."""

    degree: Degree
    closeness: float


def match(case: Case, report: Report) -> Matched:
    """Match the labels of a case with the findings of a report, group by group."""
    groups = {
        group: match_group(group, getattr(case.findings, group), getattr(report.extraction, group), case.text)
        for group in GROUPS
    }
    return Matched(case, report, groups)


def match_group(group: Group, labels: Sequence[Finding], findings: Sequence[Finding], text: str) -> Matching:
    """Match the labels of one group with the findings of that group.

    Args:
        group: The group.
        labels: Labels; a quote without a span stands wherever the text has it.
        findings: Findings; a quote without a span stands nowhere.
        text: The text of the case.
    """
    fields = fields_of(group)
    golds = [_Located(at, label, _occurrences(label, text)) for at, label in enumerate(labels)]
    founds = [_Located(at, finding, _spans(finding)) for at, finding in enumerate(findings)]
    settled = _settled([key(label, fields) for label in labels], [key(finding, fields) for finding in findings])
    paired_labels, paired_findings = {i for i, _ in settled}, {j for _, j in settled}
    open_labels = sorted((gold for gold in golds if gold.at not in paired_labels), key=_in_text)
    open_findings = sorted((found for found in founds if found.at not in paired_findings), key=_in_text)
    assigned = [*settled, *_assigned(group, open_labels, open_findings)]
    pairs = [_pair(group, golds[i], founds[j]) for i, j in sorted(assigned)]
    matched_labels, matched_findings = {i for i, _ in assigned}, {j for _, j in assigned}
    return Matching(
        tuple(pairs),
        tuple(_unpaired(group, gold, founds) for gold in golds if gold.at not in matched_labels),
        tuple(_unpaired(group, found, golds) for found in founds if found.at not in matched_findings),
    )


@cache
def fields_of(group: Group) -> tuple[str, ...]:
    """Name the fields that findings of a group are compared on."""
    return label_fields(group)


def key(finding: Finding, fields: Iterable[str]) -> Hashable:
    """Compose what a finding is compared by; a list counts as a set."""
    return tuple(_value(finding, field) for field in fields)


def same_place(group: Group, one: Finding, other: Finding) -> bool:
    """Tell whether two findings of a group name one place: the same region, or a region or root that both name."""
    if group not in PLACE:
        return False
    here, there = (getattr(finding, PLACE[group]) for finding in (one, other))
    if isinstance(here, tuple):
        return not {*here}.isdisjoint(there)
    return here is not None and bool(here == there)


def overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Return the characters that two lots of spans share ÷ the characters of both (intersection over union)."""
    here, there = _characters(one), _characters(other)
    both = here | there
    return len(here & there) / len(both) if both else 0.0


def _settled(labels: Sequence[Hashable], findings: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pair the keys that occur once on either side: every best matching holds these pairs."""
    label_counts, finding_counts = Counter(labels), Counter(findings)
    places = {found: j for j, found in enumerate(findings)}
    return [
        (i, places[said])
        for i, said in enumerate(labels)
        if label_counts[said] == finding_counts[said] == 1  # of a key that no finding has the count is 0
    ]


def _assigned(group: Group, labels: Sequence[_Located], findings: Sequence[_Located]) -> list[tuple[int, int]]:
    """Pair what is left, by the best of all assignments where there is a choice."""
    edges = {
        (i, j): edge
        for i, label in enumerate(labels)
        for j, finding in enumerate(findings)
        if (edge := _edge(group, label, finding))
    }
    chosen: Iterable[tuple[int, int]] = edges
    if _has_choice(edges):
        chosen = (pair for pair in _best(edges, len(labels), len(findings)) if pair in edges)
    return [(labels[i].at, findings[j].at) for i, j in chosen]


def _has_choice(edges: Collection[tuple[int, int]]) -> bool:
    return len({i for i, _ in edges}) < len(edges) or len({j for _, j in edges}) < len(edges)


def _best(edges: Mapping[tuple[int, int], _Edge], rows: int, columns: int) -> list[tuple[int, int]]:
    import numpy as np  # noqa: PLC0415  # costs a second, and few groups leave a choice
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  # as above

    # One pair of a degree outweighs all that pairs of the next can add up to.
    most = min(rows, columns) + 1
    tiers: dict[Degree, int] = {"exact": most**3 + most**2 + most, "core": most**2 + most, "relaxed": most}
    worth = np.zeros((rows, columns))
    for (i, j), edge in edges.items():
        worth[i, j] = tiers[edge.degree] + edge.closeness
    chosen = linear_sum_assignment(worth, maximize=True)
    return [(int(i), int(j)) for i, j in zip(*chosen, strict=True)]


def _edge(group: Group, label: _Located, finding: _Located) -> _Edge | None:
    degree = _degree(group, label, finding)
    return _Edge(degree, _closeness(group, label, finding)) if degree else None


def _degree(group: Group, label: _Located, finding: _Located) -> Degree | None:
    differing = {*_differing(group, label.finding, finding.finding)}
    if not differing:
        return "exact"
    if differing <= DETAIL:
        return "core"
    if WHAT[group] in differing:
        return None
    if same_place(group, label.finding, finding.finding) or _gap(label.quotes, finding.quotes) <= NEAR:
        return "relaxed"
    return None


def _closeness(group: Group, label: _Located, finding: _Located) -> float:
    """Weigh the fields that agree and the characters that the quotes share: from 0 to less than 1."""
    fields = fields_of(group)
    differing = _differing(group, label.finding, finding.finding)
    agreeing = sum(_WEIGHTS.get(field, 1) for field in fields if field not in differing)
    most = sum(_WEIGHTS.get(field, 1) for field in fields) + _WEIGHT_OF_WORDS + 1
    spans = _all(finding.quotes)
    return (agreeing + _WEIGHT_OF_WORDS * overlap(_nearest(label.quotes, spans), spans)) / most


def _pair(group: Group, label: _Located, finding: _Located) -> Pair:
    degree = _degree(group, label, finding)
    assert degree, "only what is alike is paired"  # noqa: S101  # tells the type checker
    spans = _all(finding.quotes)
    return Pair(
        label.finding,
        finding.finding,
        label.at,
        finding.at,
        degree,
        _differing(group, label.finding, finding.finding),
        _nearest(label.quotes, spans),
        spans,
    )


def _unpaired(group: Group, one: _Located, others: Iterable[_Located]) -> Unpaired:
    what = WHAT[group]
    akin = [
        other
        for other in others
        if getattr(one.finding, what) == getattr(other.finding, what) or _gap(one.quotes, other.quotes) < 0
    ]
    nearest = max(akin, key=lambda other: _closeness(group, one, other), default=None)
    if nearest is None:
        return Unpaired(one.finding, one.at, None, ())
    return Unpaired(one.finding, one.at, nearest.finding, _differing(group, one.finding, nearest.finding))


def _value(finding: Finding, field: str) -> Any:  # noqa: ANN401  # a field holds words, or nothing
    value = getattr(finding, field)
    return frozenset(value) if isinstance(value, tuple) else value


def _differing(group: Group, one: Finding, other: Finding) -> tuple[str, ...]:
    return tuple(field for field in fields_of(group) if _value(one, field) != _value(other, field))


def _occurrences(label: Finding, text: str) -> tuple[tuple[Span, ...], ...]:
    return tuple((at.span,) if at.span else tuple(_places(at.quote, text)) for at in label.evidence)


def _places(quote: str, text: str) -> Iterable[Span]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield start, start + len(quote)
        start = text.find(quote, start + 1)


def _spans(finding: Finding) -> tuple[tuple[Span, ...], ...]:
    return tuple((at.span,) for at in finding.evidence if at.span)


def _all(quotes: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    return tuple(chain.from_iterable(quotes))


def _nearest(quotes: Iterable[tuple[Span, ...]], spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return one place of each quote: the one nearest to some spans, or the first."""
    return tuple(min(places, key=lambda place: _distance(place, spans)) for places in quotes if places)


def _gap(some: Iterable[tuple[Span, ...]], others: Iterable[tuple[Span, ...]]) -> float:
    """Count the characters between the nearest quotes; below zero, they share some."""
    spans = _all(others)
    return min((_distance(place, spans) for place in _all(some)), default=float("inf"))


def _distance(place: Span, spans: Iterable[Span]) -> float:
    return min((max(place[0], start) - min(place[1], end) for start, end in spans), default=float("inf"))


def _characters(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(chain.from_iterable(range(*span) for span in spans))


def _in_text(located: _Located) -> tuple[Any, ...]:
    """Sort by place in the text, and then by what the fields say."""
    return _all(located.quotes), repr(located.finding)
