"""Slices: the figures of cases, codes and findings that have something in common, each with how many they rest on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scribe.evaluation.dataset import GROUPS
from scribe.evaluation.metrics import METRICS, Counts, Part
from scribe.evaluation.metrics.tallies import divided
from scribe.evaluation.scores import CaseScores, Figure, interval, ratio_figures, slices

FEW = 10
"""Documents below which a slice says next to nothing."""


class Slice(NamedTuple):
    """Cases, or things in them, that have something in common."""

    dimension: str
    """What they are told apart by, such as `tag` or `M99 region`."""
    name: str
    """What they have in common."""
    documents: int
    """Documents that they are in."""
    codes: Figure | None
    """F1 of the assigned M99 codes; None where they have none."""
    findings: Figure | None
    """F1 of the findings, on the exact key; None where they have none."""

    @property
    def is_of_cases(self) -> bool:
        """Whether it is made of whole cases, and not of things in them."""
        return self.dimension in CASE_SLICES.values()

    @property
    def is_small(self) -> bool:
        """Whether it says next to nothing."""
        return self.documents < FEW


CASE_SLICES: Mapping[str, str] = {
    "kind": "kind",
    "discipline": "discipline",
    "visit": "visit",
    "payer": "payer",
    "style": "tag",
}
"""What cases are told apart by, and what it is called."""

ITEM_SLICES: Mapping[str, tuple[str | None, str | None]] = {
    "M99 family": ("codes.m99_category", None),
    "region": ("codes.m99_region", "findings.region"),
    **{f"kind of {group}": (None, f"{group}.kind") for group in GROUPS if group != "stated_codes"},
}
"""What codes and findings are told apart by, and the items that count them."""

_METRICS = {metric.key: metric for metric in METRICS}
_CODES, _FINDINGS = "codes.m99_assigned", "findings.exact"


def sliced(cases: Sequence[CaseScores]) -> tuple[Slice, ...]:
    """Slice cases by all that they are told apart by, and then what is in them; the largest slice of each first.

    Args:
        cases: One row a case.
    """
    return (*_slices_of_cases(cases), *_slices_of_items(cases))


def _slices_of_cases(cases: Sequence[CaseScores]) -> Iterator[Slice]:
    named = slices(cases)
    for field, dimension in CASE_SLICES.items():
        yield from _largest_first(
            Slice(dimension, name.removeprefix(f"{field}="), _documents(rows), _f1(rows, _CODES), _f1(rows, _FINDINGS))
            for name, rows in named.items()
            if name.startswith(f"{field}=")
        )


def _slices_of_items(cases: Sequence[CaseScores]) -> Iterator[Slice]:
    for dimension, (codes, findings) in ITEM_SLICES.items():
        of_codes = _item_figures(cases, "codes", codes) if codes else {}
        of_findings = _item_figures(cases, "findings", findings) if findings else {}
        yield from _largest_first(
            Slice(
                dimension,
                name.replace("_", " "),
                max(one[name].clusters for one in (of_codes, of_findings) if name in one),
                of_codes.get(name),
                of_findings.get(name),
            )
            for name in {**of_codes, **of_findings}
        )


def _largest_first(sliced: Iterable[Slice]) -> list[Slice]:
    return sorted(sliced, key=lambda one: (-one.documents, one.name))


def _item_figures(cases: Sequence[CaseScores], part: Part, name: str) -> dict[str, Figure]:
    """Return the F1 of each item, with its interval over documents."""
    sums: dict[str, dict[str, tuple[float, float]]] = {}
    for one in cases:
        for item, counts in one.items.get(name, {}).items():
            of_item = sums.setdefault(item, {})
            before, now = of_item.get(one.cluster, (0.0, 0.0)), _f1_sums(counts)
            of_item[one.cluster] = before[0] + now[0], before[1] + now[1]
    return {item: _figure(part, name, [*sums[item].values()], len(cases)) for item in sorted(sums)}


def _figure(part: Part, name: str, sums: Sequence[tuple[float, float]], cases: int) -> Figure:
    hits, all_ = sum(one for one, _ in sums), sum(one for _, one in sums)
    return Figure(part, name, "f1", divided(hits, all_), hits, all_, cases, len(sums), interval(sums))


def _f1_sums(counts: Counts) -> tuple[float, float]:
    return next((one.numerator, one.denominator) for one in counts.ratios if one.statistic == "f1")


def _f1(cases: Sequence[CaseScores], key: str) -> Figure | None:
    found = (one for one in ratio_figures(cases, _METRICS[key]) if one.statistic == "f1" and one.denominator)
    return next(found, None)


def _documents(cases: Iterable[CaseScores]) -> int:
    return len({one.cluster for one in cases if one.error is None})
