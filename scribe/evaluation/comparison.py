"""Two runs on the same cases: what got better and what got worse, case by case, and what of it is more than chance.

A few metrics are tested, and their p are adjusted together (Holm); whatever else is shown is to be looked at, and
proves nothing. Repeats are averaged within their case first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from scribe.errors import InputError
from scribe.evaluation import statistics
from scribe.evaluation.metrics import Counts, Metric, Statistic, Tally
from scribe.evaluation.metrics.tallies import divided
from scribe.evaluation.scored import COMPARED, ScoredRun
from scribe.evaluation.scores import CaseScores, averaged, ratio_sums
from scribe.evaluation.statistics import Difference, Significance

METRICS: Mapping[str, Metric] = {metric.key: metric for metric in COMPARED}
"""The metrics that are compared, by key."""

FAMILY = ("codes.m99_set_exact", "codes.set_exact", "codes.all_assigned", "findings.exact", "issues.topics")
"""The metrics that are tested unless others are named."""

TOLERANCE = 1e-9
"""What two counts may differ by and still be the same: the last digits of a sum."""

Verdict = Literal["better", "worse", "changed"]
"""What became of a metric in a case; *changed* where neither can be said, or as good in another way."""


class Change(NamedTuple):
    """What became of one metric in one case."""

    case: str
    """Id of the case."""
    metric: str
    """Key of the metric."""
    before: Tally | None
    """The counts of the first run; None where it could not be scored."""
    after: Tally | None
    """The counts of the second run."""
    verdict: Verdict
    """Which is better."""
    is_flip: bool
    """Whether the case was right by this metric, and is wrong now."""


class Row(NamedTuple):
    """One metric of two runs."""

    metric: str
    """Its key."""
    statistic: Statistic
    """What is compared: F1 of counts, or a share."""
    before: float | None
    """The figure of the first run, over the cases that both scored."""
    after: float | None
    """The figure of the second run, over the same cases."""
    difference: Difference | None
    """What the second run exceeds the first by, with its 95 % interval; None where one has no figure."""
    better: int
    """Cases in which it got better."""
    worse: int
    """Cases in which it got worse."""
    significance: Significance | None
    """The test of no difference; None for a metric that is not tested."""
    adjusted: float | None
    """Its p, adjusted for all that is tested (Holm)."""
    detectable: float | None
    """The smallest true difference that such a comparison finds four times in five; None where no case differs."""


class Comparison(NamedTuple):
    """Two runs, compared on the cases that both have."""

    before: ScoredRun
    """The first run, or baseline."""
    after: ScoredRun
    """The second run."""
    cases: tuple[str, ...]
    """The cases that both scored."""
    rows: tuple[Row, ...]
    """Every metric, in the order of a table."""
    changes: tuple[Change, ...]
    """Everything that differs, case by case."""
    lost: tuple[str, ...]
    """Cases that the first run scored, and the second one failed at or has not."""
    gained: tuple[str, ...]
    """Cases that only the second run scored."""


def compare(before: ScoredRun, after: ScoredRun, family: Collection[str] = FAMILY) -> Comparison:
    """Compare two runs.

    Args:
        before: The first run, or a baseline.
        after: The second run.
        family: The metrics that are tested.

    Raises:
        InputError: There is no such metric, or no case that both scored.
    """
    if unknown := sorted({*family} - {*METRICS}):
        raise InputError(f"No metric is called {', '.join(unknown)}; there are {', '.join(METRICS)}.")
    first, second = (_by_case(run.scores) for run in (before, after))
    cases = [case for case in first if case in second]
    if not cases:
        raise InputError("The two runs have no case in common that both scored.")
    pairs = [(first[case], second[case]) for case in cases]
    changes = [change for metric in COMPARED for change in _changes(metric, pairs)]
    rows = [_row(metric, pairs, [one for one in changes if one.metric == metric.key]) for metric in COMPARED]
    return Comparison(
        before,
        after,
        tuple(cases),
        tuple(_tested(rows, pairs, family)),
        tuple(sorted(changes, key=lambda change: cases.index(change.case))),
        tuple(case for case in first if case not in second),
        tuple(case for case in second if case not in first),
    )


Pairs = Sequence[tuple[CaseScores, CaseScores]]
"""The rows of each case in both runs."""

Sums = list[tuple[float, float]]
"""Numerator and denominator of each cluster."""


def _by_case(scores: Iterable[CaseScores]) -> dict[str, CaseScores]:
    return {one.case: one for one in averaged(scores) if one.error is None}


def _changes(metric: Metric, pairs: Pairs) -> Iterator[Change]:
    for first, second in pairs:
        before, after = first.counts.get(metric.key), second.counts.get(metric.key)
        if not _same(before, after):
            is_flip = _is_right(metric, before) is True and _is_right(metric, after) is False
            yield Change(first.case, metric.key, before, after, _verdict(metric, before, after), is_flip)


def _same(before: Tally | None, after: Tally | None) -> bool:
    if before is None or after is None:
        return before is after
    return all(abs(one - other) <= TOLERANCE for one, other in zip(before, after, strict=True))


def _is_right(metric: Metric, tally: Tally | None) -> bool | None:
    """Tell whether nothing is wrong; None where that could not be scored, or there was nothing to be right.

    A confidence is near or far, and never right.
    """
    if tally is None or metric.part == "confidence":
        return None
    if isinstance(tally, Counts):
        return not tally.spurious and not tally.missed
    if metric.better == "lower":
        return not tally.hits
    return tally.hits == tally.total if tally.total else None


def _verdict(metric: Metric, before: Tally | None, after: Tally | None) -> Verdict:
    was, is_now = _goodness(metric, before), _goodness(metric, after)
    if was is None or is_now is None or abs(is_now - was) <= TOLERANCE:
        return "changed"
    return "better" if is_now > was else "worse"


def _goodness(metric: Metric, tally: Tally | None) -> float | None:
    """Return how good a case is by a metric, more being better.

    Counts are as good as their F1, with nothing to find and nothing found as good as can be; a danger is the worse the
    more often it occurs; a share is its value.
    """
    if isinstance(tally, Counts):
        return 1.0 if tally.f1 is None else tally.f1
    if tally is None or (tally.value is None and metric.part != "danger"):
        return None
    if metric.part == "danger":
        return -tally.hits
    return tally.value if metric.better == "higher" else -(tally.value or 0.0)


def sums(comparison: Comparison, metric: str) -> tuple[Sums, Sums]:
    """Return numerators and denominators of a metric in both runs, by cluster."""
    first, second = _by_case(comparison.before.scores), _by_case(comparison.after.scores)
    return _sums(METRICS[metric], [(first[case], second[case]) for case in comparison.cases])


def _row(metric: Metric, pairs: Pairs, changes: Sequence[Change]) -> Row:
    first, second = _sums(metric, pairs)
    verdicts = [change.verdict for change in changes]
    return Row(
        metric=metric.key,
        statistic=_statistic(metric, pairs),
        before=_ratio(first),
        after=_ratio(second),
        difference=statistics.ratio_difference(first, second),
        better=verdicts.count("better"),
        worse=verdicts.count("worse"),
        significance=None,
        adjusted=None,
        detectable=_detectable(first, second),
    )


def _statistic(metric: Metric, pairs: Pairs) -> Statistic:
    tallies = [tally for pair in pairs for one in pair if (tally := one.counts.get(metric.key)) is not None]
    return "f1" if any(isinstance(tally, Counts) for tally in tallies) else "share"


def _sums(metric: Metric, pairs: Pairs) -> tuple[Sums, Sums]:
    """Return numerators and denominators of both runs by cluster, over the cases that both could score."""
    statistic = _statistic(metric, pairs)
    both = [pair for pair in pairs if all(one.counts.get(metric.key) is not None for one in pair)]
    first, second = (ratio_sums((pair[side] for pair in both), metric, statistic) for side in (0, 1))
    return [*first.values()], [*second.values()]


def _ratio(sums: Sums) -> float | None:
    return divided(sum(part for part, _ in sums), sum(whole for _, whole in sums))


def _detectable(first: Sums, second: Sums) -> float | None:
    deviations = statistics.paired_deviations(first, second)
    if deviations is None or not any(deviations):
        return None
    clusters = len(deviations)
    # Of this standard deviation the standard error is that of the interval.
    deviation = (clusters**2 / max(1, clusters - 1) * sum(one**2 for one in deviations)) ** 0.5
    return statistics.detectable_difference(clusters, deviation)


def _tested(rows: Iterable[Row], pairs: Pairs, family: Collection[str]) -> Iterator[Row]:
    tests = {key: _test(metric, pairs) for key, metric in METRICS.items() if key in family}
    adjusted = dict(zip(tests, statistics.holm([test.p for test in tests.values()]), strict=True))
    for row in rows:
        yield row._replace(significance=tests.get(row.metric), adjusted=adjusted.get(row.metric))


def _test(metric: Metric, pairs: Pairs) -> Significance:
    """Test whether as much got better as got worse.

    Where each case is right or wrong, by McNemar's exact test; otherwise, and where cases share a source, by flipping
    the signs of what clusters gained.
    """
    before, after, clusters = [], [], []
    for pair in pairs:
        was, is_now = (_goodness(metric, one.counts.get(metric.key)) for one in pair)
        if was is not None and is_now is not None:
            before.append(was)
            after.append(is_now)
            clusters.append(pair[0].cluster)
    is_binary = not isinstance(_any_tally(metric, pairs), Counts) and {*before, *after} <= {0.0, 1.0}
    if is_binary and len({*clusters}) == len(clusters):
        return statistics.mcnemar([bool(one) for one in before], [bool(one) for one in after], clusters)
    gains: dict[str, float] = defaultdict(float)
    for was, is_now, cluster in zip(before, after, clusters, strict=True):
        gains[cluster] += is_now - was
    return statistics.sign_flip([*gains.values()])


def _any_tally(metric: Metric, pairs: Pairs) -> Tally | None:
    return next((tally for pair in pairs for one in pair if (tally := one.counts.get(metric.key)) is not None), None)
