"""What a run comes to: how good, how sure, where it fails, what it costs. Page and Markdown each say it their way."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scribe.evaluation import statistics
from scribe.evaluation.comparison import Comparison, Row
from scribe.evaluation.dataset import GROUPS
from scribe.evaluation.metrics import METRICS, Metric, Part, Statistic
from scribe.evaluation.report.events import DANGERS
from scribe.evaluation.report.slices import FEW, Slice, sliced
from scribe.evaluation.scored import ScoredRun
from scribe.evaluation.scores import CaseScores, Figure, averaged, figures

DEVIATION = 0.45
"""Standard deviation of the paired difference of two runs that is assumed where there is no second run."""

HEADLINES: Mapping[tuple[str, Statistic], str] = {
    ("codes.m99_set_exact", "share"): "M99 codes all right",
    ("codes.m99_assigned", "f1"): "M99 codes, F1",
    ("findings.exact", "f1"): "findings, F1",
    ("issues.topics", "f1"): "issues, F1",
}
"""The figures that come first, and what they are called."""

METHODS: Mapping[statistics.Method, str] = {
    "clustered-t": "clustered t",
    "clustered-wilson": "clustered Wilson",
    "bootstrap": "cluster bootstrap",
    "wilson": "Wilson",
    "clopper-pearson": "Clopper–Pearson",  # noqa: RUF001  # two names
    "order-statistics": "order statistics",
}
"""What the methods of intervals are called."""

_PARTS: Mapping[str, Part] = {metric.key: metric.part for metric in METRICS}


class Headline(NamedTuple):
    """A figure that comes first."""

    name: str
    """What it is called."""
    figure: Figure
    """The figure."""
    change: Row | None
    """What became of it since the baseline."""


class Danger(NamedTuple):
    """A danger over all cases."""

    key: str
    """Key of its metric."""
    name: str
    """What it is called."""
    figure: Figure
    """Events ÷ occasions, with its interval."""
    upper: float | None
    """The rate is not above it, at a confidence of 95 %; only where nothing happened."""
    cases: tuple[str, ...]
    """The cases with it that may be named, those with most of it first."""
    held_out: int
    """How many cases with it are held out."""
    change: Row | None
    """What became of it since the baseline."""


class Group(NamedTuple):
    """How the findings of one group are found."""

    name: Part
    """The group."""
    figures: Mapping[Statistic, Figure]
    """Precision, recall and F1 on the exact key."""
    relaxed: float | None
    """F1 of those that are found at all, whatever else differs; None where that is not told apart."""

    @property
    def documents(self) -> int:
        """Documents that have such findings."""
        return self.figures["f1"].clusters


class Summary(NamedTuple):
    """What a run comes to."""

    run: ScoredRun
    """The run."""
    cases: tuple[CaseScores, ...]
    """One row a case, repeats averaged."""
    documents: int
    """Source documents that were scored."""
    headlines: tuple[Headline, ...]
    """The figures that come first."""
    dangers: tuple[Danger, ...]
    """The dangers, the most frequent first."""
    groups: tuple[Group, ...]
    """The groups of findings, in the order of the schema."""
    slices: tuple[Slice, ...]
    """All slices, by what they are told apart by; of each the largest first."""
    figures: tuple[Figure, ...]
    """Every figure."""
    detectable: float | None
    """The smallest true difference in the share of right cases that two runs on these documents show."""
    held_out: frozenset[str]
    """The cases of which only figures are told."""
    failed: tuple[CaseScores, ...]
    """The rows that could not be scored."""
    comparison: Comparison | None
    """What changed since the baseline, if there is one."""

    @property
    def worst_group(self) -> Group | None:
        """The group with the lowest F1, of those in enough documents."""
        return min((one for one in self.groups if one.documents >= FEW), key=_f1_of_group, default=None)

    @property
    def worst_slice(self) -> Slice | None:
        """The slice of whole cases with the lowest F1 of findings, of those with enough documents."""
        large = (one for one in self.slices if one.is_of_cases and not one.is_small and one.findings)
        return min(large, key=_f1_of_slice, default=None)

    def figure(self, key: str, statistic: Statistic) -> Figure | None:
        """Return a figure, or None where nothing was scored by it."""
        return next((one for one in self.figures if (one.metric, one.statistic) == (key, statistic)), None)


def summarise(
    run: ScoredRun, comparison: Comparison | None = None, *, held_out: frozenset[str] = frozenset()
) -> Summary:
    """Sum up a run.

    Args:
        run: The run.
        comparison: The run against a baseline.
        held_out: The cases of which only figures are told.
    """
    cases = averaged(run.scores)
    known = figures(run.scores)
    found = {(one.metric, one.statistic): one for one in known}
    changes = {row.metric: row for row in comparison.rows} if comparison else {}
    documents = len({one.cluster for one in cases if one.error is None})
    return Summary(
        run=run,
        cases=cases,
        documents=documents,
        headlines=tuple(
            Headline(name, found.get(key) or _nothing(*key), changes.get(key[0])) for key, name in HEADLINES.items()
        ),
        dangers=tuple(sorted(_dangers(run, found, changes, held_out), key=_rate, reverse=True)),
        groups=tuple(_groups(found)),
        slices=sliced(cases),
        figures=known,
        detectable=_detectable(documents, changes.get("codes.m99_set_exact")),
        held_out=held_out,
        failed=tuple(one for one in run.scores if one.error is not None),
        comparison=comparison,
    )


def _nothing(key: str, statistic: Statistic) -> Figure:
    return Figure(_PARTS[key], key, statistic, None, None, None, 0, 0, None)


def _dangers(
    run: ScoredRun,
    found: Mapping[tuple[str, Statistic], Figure],
    changes: Mapping[str, Row],
    held_out: frozenset[str],
) -> Iterator[Danger]:
    for key, metric in DANGERS.items():
        figure = found.get((key, "share")) or _nothing(key, "share")
        is_clean = figure.numerator == 0 and figure.denominator
        bound = statistics.upper_bound(0, figure.clusters) if is_clean else None
        cases = _cases_with(run.scores, metric)
        named = tuple(case for case in cases if case not in held_out)
        yield Danger(key, metric.name, figure, bound, named, len(cases) - len(named), changes.get(key))


def _cases_with(scores: Iterable[CaseScores], metric: Metric) -> list[str]:
    events: dict[str, float] = {}
    for one in scores:
        tally = one.counts.get(metric.key)
        events[one.case] = events.get(one.case, 0) + (tally.hits if tally else 0)
    return sorted((case for case in events if events[case]), key=lambda case: -events[case])


def _rate(one: Danger) -> float:
    return one.figure.value or 0.0


def _groups(found: Mapping[tuple[str, Statistic], Figure]) -> Iterator[Group]:
    for group in GROUPS:
        exact = {name: found.get((f"{group}.exact", name)) for name in ("precision", "recall", "f1")}
        known = {name: figure for name, figure in exact.items() if figure is not None}
        if len(known) == len(exact) and known["f1"].denominator:
            relaxed = found.get((f"{group}.relaxed", "f1"))
            yield Group(group, known, relaxed.value if relaxed else None)  # type: ignore[arg-type]


def _detectable(documents: int, change: Row | None) -> float | None:
    if change and change.detectable is not None:
        return change.detectable
    return statistics.detectable_difference(documents, DEVIATION)


def _f1_of_group(group: Group) -> float:
    return group.figures["f1"].value or 0.0


def _f1_of_slice(one: Slice) -> float:
    return (one.findings and one.findings.value) or 0.0
