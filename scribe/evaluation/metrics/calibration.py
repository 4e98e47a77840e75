"""Confidence: whether it says how often a finding is right, and whether it ranks the right ones first.

A finding is right where it is paired with a label that is equal in every field. Findings without a confidence do not
count. Findings of one confidence are never told apart: they share a bin, and in the risk-coverage curve they come in
any order, of which the curve is the mean. So no figure depends on the order of the findings.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from scribe.evaluation.dataset import GROUPS
from scribe.evaluation.matching import Matched
from scribe.evaluation.metrics.tallies import Metric, Share

if TYPE_CHECKING:
    from scribe.evaluation.statistics import Floats

BINS = 10
"""Bins of the calibration error, before those of equal confidence are joined."""

FEWEST = 200
"""Predictions below which a calibration error says more about chance than about calibration."""


class Prediction(NamedTuple):
    """A finding as a prediction."""

    confidence: float
    """How sure the reader was, from 0 to 1."""
    right: bool
    """Whether a label is equal in every field."""


class Bin(NamedTuple):
    """Predictions of like confidence: a point of the reliability diagram."""

    confidence: float
    """Their mean confidence."""
    right: float
    """The share of them that is right."""
    size: int
    """How many they are."""


class RiskAtCoverage(NamedTuple):
    """A point of the risk-coverage curve."""

    coverage: float
    """The share of predictions that are kept, the surest first."""
    risk: float
    """The share of them that is wrong."""


def predictions(matched: Matched) -> tuple[Prediction, ...]:
    """List the findings that have a confidence, with whether they are right."""
    return tuple(
        Prediction(finding.confidence, at in right)
        for group in GROUPS
        for right in [{pair.finding_at for pair in matched.groups[group].pairs if pair.degree == "exact"}]
        for at, finding in enumerate(getattr(matched.report.extraction, group))
        if finding.confidence is not None
    )


def brier(matched: Matched) -> Share:
    """Mean of (confidence - right)² over predictions, with right as 0 or 1 (Brier 1950); lower is better."""
    squares = [(confidence - right) ** 2 for confidence, right in predictions(matched)]
    return Share(sum(squares), len(squares))


def bins(predicted: Sequence[Prediction], count: int = BINS) -> tuple[Bin, ...]:
    """Sort predictions by confidence into bins of equal mass; a bin holds more where equal confidences would part."""
    filled: list[list[Prediction]] = [[]]
    done = 0
    for block in _blocks(sorted(predicted)):
        filled[-1] += block
        done += len(block)
        if done * count >= len(predicted) * len(filled) and done < len(predicted):
            filled.append([])
    return tuple(
        Bin(sum(one.confidence for one in kept) / len(kept), sum(one.right for one in kept) / len(kept), len(kept))
        for kept in filled
        if kept
    )


def calibration_error(predicted: Sequence[Prediction], count: int = BINS) -> float | None:
    """Return the expected calibration error: Σ over bins of (size ÷ all) · |mean confidence - share right|.

    Bins are of equal mass, which bias the estimate less than those of equal width (Naeini et al. 2015; Roelofs et al.
    2022). None below `FEWEST` predictions.

    It has no interval: it is never below what chance alone gives, so that of a reader without any error a bootstrap
    interval never holds the zero (simulated in `eval/benchmarks/coverage.py`). The Brier score has one.
    """
    if len(predicted) < FEWEST:
        return None
    gaps = (size * abs(confidence - right) for confidence, right, size in bins(predicted, count))
    return sum(gaps) / len(predicted)


def risk_coverage(predicted: Iterable[Prediction]) -> tuple[RiskAtCoverage, ...]:
    """Return the share of wrong predictions among the surest 1, 2, 3 … of them (El-Yaniv & Wiener 2010)."""
    ranked = sorted(predicted, reverse=True)
    curve: list[RiskAtCoverage] = []
    wrong = 0.0
    for block in _blocks(ranked):
        rate = sum(not one.right for one in block) / len(block)
        for _ in block:
            wrong += rate
            kept = len(curve) + 1
            curve.append(RiskAtCoverage(kept / len(ranked), wrong / kept))
    return tuple(curve)


def area(curve: Sequence[RiskAtCoverage]) -> float | None:
    """Return the area under the risk-coverage curve: the mean risk over all coverages (Geifman et al. 2019)."""
    return sum(point.risk for point in curve) / len(curve) if curve else None


def block_sums(predicted: Iterable[Prediction], confidences: Iterable[float]) -> Iterator[float]:
    """Yield how many predictions there are of each confidence, and how many of them are wrong."""
    blocks = {confidence: [*block] for confidence, block in groupby(sorted(predicted), key=lambda one: one.confidence)}
    for confidence in confidences:
        block = blocks.get(confidence, [])
        yield from (len(block), sum(not one.right for one in block))


def areas(totals: "Floats") -> "Floats":
    """Return the area under the risk-coverage curve of many samples at once.

    With n predictions of one confidence, w of them wrong, after N surer ones, W of them wrong, their part of the area
    is w + (W - N · w ÷ n) · (H(N + n) - H(N)), where H are harmonic numbers: what `area` sums one by one.

    Args:
        totals: Sums of `block_sums` in the last axis, the surest confidence first.
    """
    import numpy as np  # noqa: PLC0415  # scipy has loaded it by then
    from scipy.special import digamma  # noqa: PLC0415  # costs a second, and only intervals need it

    sizes, wrong = totals[..., ::2], totals[..., 1::2]
    before, wrong_before = sizes.cumsum(axis=-1) - sizes, wrong.cumsum(axis=-1) - wrong
    rates = np.divide(wrong, sizes, out=np.zeros_like(wrong), where=sizes > 0)
    harmonic = digamma(before + sizes + 1) - digamma(before + 1)
    found: Floats = (wrong + (wrong_before - before * rates) * harmonic).sum(axis=-1) / sizes.sum(axis=-1)
    return found


METRICS = (Metric("confidence", "Brier", brier, "lower"),)
"""The metrics of confidence that are ratios of sums; calibration error and area are figures of all cases."""


def _blocks(ranked: Iterable[Prediction]) -> Iterator[list[Prediction]]:
    for _, block in groupby(ranked, key=lambda one: one.confidence):
        yield list(block)
