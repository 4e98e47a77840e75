"""The metrics, each defined once: what is counted in one case, and how counts become a figure.

A metric measures one case as `Counts` or a `Share`. Over cases the numbers are summed first and divided once (micro
average), so that a long document weighs what it holds. A figure whose divisor is zero is None, and a case that a
metric cannot score is None: never 0.
"""

from scribe.evaluation.dataset import GROUPS
from scribe.evaluation.matching import DETAIL, key
from scribe.evaluation.metrics import calibration, codes, danger, findings, issues, spans, usage
from scribe.evaluation.metrics.tallies import (
    Confusion,
    Counts,
    Metric,
    Part,
    PerItem,
    Ratio,
    Share,
    Statistic,
    Tally,
    macro_f1,
)

__all__ = [
    "DETAIL",
    "METRICS",
    "Confusion",
    "Counts",
    "Metric",
    "Part",
    "PerItem",
    "Ratio",
    "Share",
    "Statistic",
    "Tally",
    "key",
    "macro_f1",
]

METRICS: tuple[Metric, ...] = (
    *danger.METRICS,
    *codes.METRICS,
    *findings.metrics("findings", GROUPS),
    *(metric for group in GROUPS for metric in findings.metrics(group, (group,))),
    *spans.METRICS,
    *issues.METRICS,
    *calibration.METRICS,
    *usage.METRICS,
)
"""Every metric, in the order of a table."""
