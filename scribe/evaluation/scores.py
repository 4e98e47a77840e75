"""Scores: a case and the report on it become counts; counts of many cases become figures with intervals.

Counting is pure: the same case and report give the same scores, so that old answers can be scored anew.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, get_args

from scribe.evaluation import statistics
from scribe.evaluation.dataset import GROUPS, Case
from scribe.evaluation.matching import Matched, match
from scribe.evaluation.metrics import (
    METRICS,
    Confusion,
    Counts,
    Metric,
    Part,
    PerItem,
    Statistic,
    Tally,
    codes,
    findings,
    issues,
    macro_f1,
)
from scribe.evaluation.metrics.calibration import (
    Prediction,
    area,
    areas,
    block_sums,
    calibration_error,
    predictions,
    risk_coverage,
)
from scribe.evaluation.metrics.usage import quantile
from scribe.evaluation.statistics import Interval
from scribe.schema import Encounter, Kind, Report

if TYPE_CHECKING:
    from scribe.evaluation.statistics import Floats


class CaseScores(NamedTuple):
    """Every count of one case and repeat that a metric needs."""

    case: str
    """Id of the case."""
    repeat: int
    """Which reading of it, from 0."""
    cluster: str
    """The source document: cases that share one are not independent."""
    kind: Kind
    """Note or transcript."""
    style: tuple[str, ...]
    """Tags of the case."""
    encounter: Encounter
    """What its text says of the visit."""
    counts: Mapping[str, Tally | None]
    """The counts of each metric by its key; None where it could not be scored."""
    items: Mapping[str, PerItem]
    """Counts for each code, category, region, kind and topic, by what they are counted of."""
    confusions: Mapping[str, Confusion]
    """Labelled against reported values, by field."""
    predictions: tuple[Prediction, ...]
    """Findings with a confidence, and whether they are right."""
    seconds: float | None
    """Wall time, where it was measured."""
    error: str | None
    """Type and place of what stopped the case; with it, nothing is scored."""


class Figure(NamedTuple):
    """A metric over cases, and how sure it is."""

    part: Part
    """What it is about."""
    metric: str
    """Key of the metric."""
    statistic: Statistic
    """What it tells of the metric."""
    value: float | None
    """The figure; None where there is nothing to divide by."""
    numerator: float | None
    """What was divided: for a danger, the number of events; None where the figure is no ratio."""
    denominator: float | None
    """By what it was divided."""
    n: int
    """Cases that were scored."""
    clusters: int
    """Source documents that had something to count."""
    interval: Interval | None
    """Where it lies, at 95 %, with its method; None where that cannot be told."""


ITEMS: Mapping[str, Callable[[Matched], PerItem]] = {
    "codes.code": codes.each_code,
    "codes.m99_code": codes.each_m99_code,
    "codes.m99_category": codes.each_m99_category,
    "codes.m99_region": codes.each_m99_region,
    "findings.region": findings.regions,
    **{f"{group}.kind": findings.kinds_of(group) for group in GROUPS if group != "stated_codes"},
    "issues.topic": issues.each_topic,
}
"""What is counted item by item."""

MACRO: Mapping[str, Part] = {"codes.code": "codes", "codes.m99_code": "codes", "issues.topic": "issues"}
"""The items of which a macro F1 is a figure."""


def score(case: Case, report: Report, *, repeat: int = 0, seconds: float | None = None) -> CaseScores:
    """Count everything in one case and the report on it."""
    matched = match(case, report)
    return CaseScores(
        case=case.id,
        repeat=repeat,
        cluster=cluster_of(case),
        kind=case.kind,
        style=case.style,
        encounter=case.encounter,
        counts={metric.key: metric.measure(matched) for metric in METRICS},
        items={name: each(matched) for name, each in ITEMS.items()},
        confusions=dict(findings.confusions(matched)),
        predictions=predictions(matched),
        seconds=seconds,
        error=None,
    )


def unscored(case: Case, error: str, *, repeat: int = 0, seconds: float | None = None) -> CaseScores:
    """Make the row of a case that failed: it counts nowhere, which is not the same as zero."""
    return CaseScores(
        case.id, repeat, cluster_of(case), case.kind, case.style, case.encounter, {}, {}, {}, (), seconds, error
    )


def cluster_of(case: Case) -> str:
    """Return the source document of a case: the case itself, as labels name no source that cases might share."""
    return case.id


def averaged(scores: Iterable[CaseScores]) -> tuple[CaseScores, ...]:
    """Make one row of the repeats of each case: the mean of their counts, and of those that were scored.

    Figures of repeats are then figures of cases, and their intervals are not narrower than the cases allow. Predictions
    of all repeats are kept.
    """
    repeats: dict[str, list[CaseScores]] = {}
    for one in scores:
        repeats.setdefault(one.case, []).append(one)
    return tuple(_mean([one for one in rows if one.error is None] or rows[:1]) for rows in repeats.values())


def total(scores: Iterable[CaseScores], metric: Metric) -> Tally | None:
    """Sum the counts of a metric; None where no case was scored."""
    tallies = [tally for one in scores if (tally := one.counts.get(metric.key)) is not None]
    return type(tallies[0])._make(map(sum, zip(*tallies, strict=True))) if tallies else None


def figures(scores: Sequence[CaseScores], metrics: Iterable[Metric] = METRICS) -> tuple[Figure, ...]:
    """Return every figure of some cases, dangers first; repeats are averaged within their case."""
    cases = averaged(scores)
    ratios = [figure for metric in metrics for figure in ratio_figures(cases, metric)]
    others = [*(macro_figure(cases, name) for name in MACRO), *confidence_figures(cases), *time_figures(cases)]
    return tuple(sorted([*ratios, *others], key=lambda figure: get_args(Part).index(figure.part)))


def ratio_figures(cases: Sequence[CaseScores], metric: Metric) -> tuple[Figure, ...]:
    """Return the figures of one metric, of one row a case."""
    summed = total(cases, metric)
    if summed is None:
        return ()
    n = sum(one.counts.get(metric.key) is not None for one in cases)
    return tuple(
        _ratio_figure(metric, ratio.statistic, [*ratio_sums(cases, metric, ratio.statistic).values()], n)
        for ratio in summed.ratios
    )


def ratio_sums(cases: Iterable[CaseScores], metric: Metric, statistic: Statistic) -> dict[str, tuple[float, float]]:
    """Sum numerator and denominator of a figure for each cluster; those that could not be scored are left out."""
    sums: dict[str, tuple[float, float]] = {}
    for one in cases:
        tally = one.counts.get(metric.key)
        if tally is not None:
            ratio = next(ratio for ratio in tally.ratios if ratio.statistic == statistic)
            part, whole = sums.get(one.cluster, (0.0, 0.0))
            sums[one.cluster] = part + ratio.numerator, whole + ratio.denominator
    return sums


def interval(sums: Sequence[tuple[float, float]]) -> Interval | None:
    """Return where a ratio of sums lies, from the numerator and denominator of each cluster.

    The clustered Wilson interval of a share, where no numerator exceeds its denominator; else the clustered-t interval.
    """
    parts, wholes = [part for part, _ in sums], [whole for _, whole in sums]
    is_share = all(0 <= part <= whole for part, whole in sums)
    return statistics.share_interval(parts, wholes) if is_share else statistics.ratio_interval(parts, wholes)


def slices(scores: Iterable[CaseScores]) -> dict[str, tuple[CaseScores, ...]]:
    """Sort cases into slices, such as `kind=note`, `style=soap`, `discipline=osteopathic`; a case may be in many."""
    sliced: dict[str, list[CaseScores]] = {}
    for one in scores:
        for name in slices_of(one):
            sliced.setdefault(name, []).append(one)
    return {name: tuple(sliced[name]) for name in sorted(sliced)}


def slices_of(one: CaseScores) -> tuple[str, ...]:
    """Name the slices that a case is in."""
    visit = one.encounter
    said = {"kind": one.kind, "discipline": visit.discipline, "visit": visit.visit, "payer": visit.payer}
    return (
        *(f"{name}={value}" for name, value in said.items() if value),
        *(f"style={tag}" for tag in dict.fromkeys(one.style)),
    )


def items(cases: Iterable[CaseScores], name: str) -> dict[str, Counts]:
    """Sum the counts of each item, such as of each code under `codes.code`."""
    summed: dict[str, Counts] = {}
    for one in cases:
        for item, counts in one.items.get(name, {}).items():
            summed[item] = Counts(*map(sum, zip(summed.get(item, Counts(0, 0, 0)), counts, strict=True)))
    return {item: summed[item] for item in sorted(summed)}


def confusion(cases: Iterable[CaseScores], name: str) -> dict[str, dict[str, float]]:
    """Sum a confusion: how often each reported value stands for each labelled one."""
    summed: dict[str, dict[str, float]] = {}
    for one in cases:
        for label, row in one.confusions.get(name, {}).items():
            sums = summed.setdefault(label, {})
            for reported, count in row.items():
                sums[reported] = sums.get(reported, 0) + count
    return summed


def macro_figure(cases: Sequence[CaseScores], name: str) -> Figure:
    """Return the macro F1 of some items; its interval is a bootstrap over clusters, with enough of them."""
    summed = items(cases, name)
    labelled = [item for item, counts in summed.items() if counts.hits + counts.missed]
    clusters = _clusters(one for one in cases if one.error is None)
    sums = [[*_flat(items(rows, name), labelled)] for rows in clusters]
    found = statistics.bootstrap_interval(sums, _macro_of_totals) if labelled else None
    n = sum(map(len, clusters))
    return Figure(MACRO[name], name, "macro_f1", macro_f1(summed), None, None, n, len(clusters), found)


def confidence_figures(cases: Iterable[CaseScores]) -> tuple[Figure, ...]:
    """Return calibration error, which has no interval, and the area under the risk-coverage curve with a bootstrap."""
    rows = [one for one in cases if one.predictions]
    predicted, clusters = [one for row in rows for one in row.predictions], _clusters(rows)
    surest_first = sorted({one.confidence for one in predicted}, reverse=True)
    sums = [[*block_sums((one for row in kept for one in row.predictions), surest_first)] for kept in clusters]
    error, risk = calibration_error(predicted), area(risk_coverage(predicted))
    found = statistics.bootstrap_interval(sums, areas)
    sizes = len(rows), len(clusters)
    return (
        Figure("confidence", "confidence.error", "ece", error, None, None, *sizes, None),
        Figure("confidence", "confidence.risk", "aurc", risk, None, None, *sizes, found),
    )


def time_figures(cases: Iterable[CaseScores]) -> tuple[Figure, ...]:
    """Return the median and the 95th percentile of the times of cases; no interval where cases share a source."""
    rows = [one for one in cases if one.seconds is not None]
    seconds = [one.seconds for one in rows if one.seconds is not None]
    clusters = len(_clusters(rows))
    quantiles: dict[Statistic, float] = {"median": 0.5, "p95": 0.95}
    return tuple(
        Figure("usage", "usage.seconds", name, quantile(seconds, share), None, None, len(rows), clusters, found)
        for name, share in quantiles.items()
        for found in [statistics.quantile_interval(seconds, share) if clusters == len(rows) else None]
    )


def _ratio_figure(metric: Metric, statistic: Statistic, sums: Sequence[tuple[float, float]], n: int) -> Figure:
    part, whole = sum(one for one, _ in sums), sum(one for _, one in sums)
    clusters = sum(one > 0 for _, one in sums)
    value = part / whole if whole else None
    return Figure(metric.part, metric.key, statistic, value, part, whole, n, clusters, interval(sums))


def _clusters(cases: Iterable[CaseScores]) -> list[list[CaseScores]]:
    """Put cases of one source together."""
    sorted_out: dict[str, list[CaseScores]] = {}
    for one in cases:
        sorted_out.setdefault(one.cluster, []).append(one)
    return [*sorted_out.values()]


def _mean(rows: Sequence[CaseScores]) -> CaseScores:
    """Average the rows of one case; what some of them could not score is averaged over the others."""
    if len(rows) == 1:
        return rows[0]
    seconds = [row.seconds for row in rows if row.seconds is not None]
    return rows[0]._replace(
        counts={metric.key: _mean_tally(rows, metric) for metric in METRICS},
        items={name: _shares(items(rows, name), len(rows)) for name in ITEMS},
        confusions={
            name: {
                label: {reported: count / len(rows) for reported, count in row.items()}
                for label, row in confusion(rows, name).items()
            }
            for name in dict.fromkeys(name for row in rows for name in row.confusions)
        },
        predictions=tuple(one for row in rows for one in row.predictions),
        seconds=sum(seconds) / len(seconds) if seconds else None,
    )


def _mean_tally(rows: Sequence[CaseScores], metric: Metric) -> Tally | None:
    summed = total(rows, metric)
    number = sum(row.counts.get(metric.key) is not None for row in rows)
    return summed and type(summed)._make(count / number for count in summed)


def _shares(summed: PerItem, number: int) -> dict[str, Counts]:
    return {item: Counts(*(count / number for count in counts)) for item, counts in summed.items()}


def _flat(counted: PerItem, names: Iterable[str]) -> Iterator[float]:
    """Write the counts of some items in a row: for each, hits twice over and what its F1 divides them by."""
    for name in names:
        hits, spurious, missed = counted.get(name, Counts(0, 0, 0))
        yield from (2 * hits, 2 * hits + spurious + missed, hits + missed)


def _macro_of_totals(totals: "Floats") -> "Floats":
    """Average the F1 of the items that a resample has labels of."""
    import numpy as np  # noqa: PLC0415  # scipy has loaded it by then

    doubled, divisors, labelled = (totals[..., start::3] for start in range(3))
    scores = np.divide(doubled, divisors, out=np.zeros_like(doubled), where=divisors > 0)
    average: Floats = (scores * (labelled > 0)).sum(axis=-1) / (labelled > 0).sum(axis=-1)
    return average
