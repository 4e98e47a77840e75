"""Scores: counts of one case, and figures of many."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

import numpy as np
import pytest

from scribe.evaluation.dataset import Case
from scribe.evaluation.metrics import METRICS, Counts, Metric, Share
from scribe.evaluation.metrics.calibration import Prediction, area, risk_coverage
from scribe.evaluation.scores import (
    CaseScores,
    Figure,
    averaged,
    confidence_figures,
    confusion,
    figures,
    interval,
    items,
    macro_figure,
    ratio_figures,
    ratio_sums,
    score,
    slices,
    time_figures,
    total,
    unscored,
)
from scribe.evaluation.statistics import quantile_interval, ratio_interval, share_interval
from scribe.schema import Encounter, Evidence, Extraction, Lesion, Report

BuildCase = Callable[..., Case]
BuildReport = Callable[..., Report]
Scored = Callable[..., CaseScores]

QUOTE = (Evidence(quote="L4", span=(0, 2), match="exact"),)


def metric(key: str) -> Metric:
    """Find a metric by its key."""
    return next(metric for metric in METRICS if metric.key == key)


@pytest.fixture
def scored(case: BuildCase, report: BuildReport) -> Scored:
    """Score a case of some labelled codes against a report that assigns others."""

    def build(labelled: str, assigned: str, *, name: str = "case-1", **given: Any) -> CaseScores:  # noqa: ANN401
        codes = [f"M99.0{digit}" for digit in labelled]
        return score(
            case(name=name, codes={"assign": codes}),
            report(assign=tuple(f"M99.0{digit}" for digit in assigned)),
            **given,
        )

    return build


def test_scores_of_a_case(case: BuildCase, report: BuildReport) -> None:
    """What is known of a case, and its counts by the keys of metrics."""
    lesions = [
        Lesion(kind="somatic_dysfunction", region="lumbar", laterality=side, evidence=QUOTE, confidence=0.8)
        for side in ("left", "right")
    ]
    one = score(
        case(Extraction(lesions=tuple(lesions[:1])), name="a", kind="transcript"),
        report(Extraction(lesions=tuple(lesions[1:]))),
        repeat=2,
        seconds=0.5,
    )
    assert (one.case, one.repeat, one.cluster, one.kind, one.style) == ("a", 2, "a", "transcript", ("soap",))
    assert (one.encounter, one.seconds, one.error) == (Encounter(discipline="osteopathic"), 0.5, None)
    assert one.counts["lesions.core"] == Counts(1, 0, 0)
    assert one.counts["danger.side_flip"] == Share(1, 1)
    assert one.counts["usage.cost"] is None
    assert one.items["lesions.kind"] == {"somatic_dysfunction": Counts(0, 1, 1)}
    assert one.confusions["laterality"] == {"left": {"right": 1}}
    assert one.predictions == ((0.8, False),)
    assert {*one.counts} == {metric.key for metric in METRICS}


def test_cases_are_summed_before_they_are_divided(scored: Scored) -> None:
    """One code of one right and one of four right make two of five: not the mean of 1 and 0.25."""
    both = [scored("1", "1"), scored("1234", "4", name="case-2")]
    assert total(both, metric("codes.m99_assigned")) == Counts(hits=2, spurious=0, missed=3)
    assert total(both, metric("codes.m99_set_exact")) == Share(1, 2)
    assert total([], metric("codes.m99_assigned")) is None
    assert total(both, metric("usage.cost")) is None
    assert ratio_figures(both, metric("codes.m99_assigned"))[1] == Figure(
        "codes", "codes.m99_assigned", "recall", 2 / 5, 2, 5, 2, 2, None
    )


def test_a_failed_case_counts_nowhere(case: BuildCase, scored: Scored) -> None:
    """It is a row without counts, in no numerator and no denominator."""
    failed = unscored(case(name="case-2"), "ValueError at reader.py:7", repeat=1)
    assert (failed.case, failed.repeat, failed.counts, failed.error) == ("case-2", 1, {}, "ValueError at reader.py:7")
    both = [scored("12", "1"), failed]
    assert total(both, metric("codes.m99_assigned")) == Counts(1, 0, 1)
    assert ratio_figures(both, metric("codes.m99_assigned"))[0].n == 1
    assert macro_figure(both, "codes.m99_code").n == 1
    assert ratio_figures([failed], metric("codes.m99_assigned")) == ()


def test_repeats_are_averaged_within_their_case(case: BuildCase, scored: Scored) -> None:
    """Read right once and wrong twice, a case is a third right, and it is one case; what failed is left out."""
    rows = [
        scored("1", "1", repeat=0, seconds=1.0),
        scored("1", "2", repeat=1, seconds=3.0),
        scored("1", "", repeat=2),
        unscored(case(), "ValueError", repeat=3),
        scored("1", "1", name="case-2"),
        unscored(case(name="case-3"), "ValueError"),
    ]
    first, second, third = averaged(rows)
    assert first.counts["codes.m99_assigned"] == pytest.approx(Counts(1 / 3, 1 / 3, 2 / 3))
    assert first.items["codes.code"]["M99.01"] == pytest.approx(Counts(1 / 3, 0, 2 / 3))
    assert first.counts["usage.cost"] is None
    assert (first.seconds, second, third) == (2.0, rows[4], rows[5])
    exact = next(figure for figure in figures(rows) if figure.metric == "codes.m99_set_exact")
    assert exact.value == pytest.approx(4 / 6)
    assert (exact.n, exact.clusters) == (2, 2)


def test_confusions_of_repeats_are_averaged(case: BuildCase, report: BuildReport) -> None:
    """Left read once as left and once as right is half of either."""
    sides = [
        Extraction(lesions=(Lesion(kind="somatic_dysfunction", region="head", laterality=side, evidence=QUOTE),))
        for side in ("left", "right")
    ]
    rows = [score(case(sides[0]), report(read), repeat=at) for at, read in enumerate(sides)]
    assert averaged(rows)[0].confusions["laterality"] == {"left": {"left": 0.5, "right": 0.5}}
    assert confusion(rows, "laterality") == {"left": {"left": 1, "right": 1}}


def test_interval_of_a_figure(scored: Scored) -> None:
    """The clustered Wilson interval of the clusters."""
    right = "1110110111"
    rows = [scored("1", "1" if one == "1" else "2", name=f"case-{at}") for at, one in enumerate(right)]
    (figure,) = ratio_figures(rows, metric("codes.m99_set_exact"))
    assert figure.interval == share_interval([int(one) for one in right], [1] * 10)
    assert figure.interval is not None
    assert (figure.value, figure.numerator, figure.denominator, figure.clusters) == (0.8, 8, 10, 10)


def test_an_amount_is_not_cut_at_one() -> None:
    """Tokens for a case may be many."""
    found = interval([(100 + at, 1) for at in range(9)])
    assert found == ratio_interval([100 + at for at in range(9)], [1] * 9)
    # and what does not vary has no interval: 100 tokens each is no rate
    assert interval([(100, 1)] * 9) is None


def test_clusters_share_their_source(scored: Scored) -> None:
    """Two cases of one document are summed before anything else."""
    rows = [scored("1", "1"), scored("12", "1", name="case-2")._replace(cluster="case-1"), scored("3", "", name="b")]
    sums = ratio_sums(rows, metric("codes.m99_assigned"), "recall")
    assert sums == {"case-1": (2, 3), "b": (0, 1)}
    assert ratio_figures(rows, metric("codes.m99_assigned"))[1].clusters == 2


def test_slices(scored: Scored) -> None:
    """A case is in the slice of its kind, of each of its tags, and of what is said of the visit."""
    one, other = scored("1", "1"), scored("1", "1", name="case-2")._replace(kind="transcript", style=("raw", "soap"))
    assert slices([one, other]) == {
        "discipline=osteopathic": (one, other),
        "kind=note": (one,),
        "kind=transcript": (other,),
        "style=raw": (other,),
        "style=soap": (one, other),
    }


def test_items_are_summed(scored: Scored) -> None:
    """Each code over the cases; the macro F1 of M99.01 (2 of 3: .8) and M99.02 (never: 0) is .4."""
    rows = [scored("1", "1"), scored("12", "1", name="case-2"), scored("1", "3", name="case-3")]
    assert items(rows, "codes.code") == {
        "M99.01": Counts(2, 0, 1),
        "M99.02": Counts(0, 0, 1),
        "M99.03": Counts(0, 1, 0),
    }
    macro = macro_figure(rows, "codes.code")
    assert macro.value == pytest.approx(0.4)
    assert (macro.n, macro.interval) == (3, None)
    assert macro_figure([], "codes.code").value is None


def test_macro_f1_is_bootstrapped(scored: Scored) -> None:
    """With sixty clusters, the interval of a macro F1 is that of resampled cases, computed here from other draws."""
    chance = np.random.default_rng(3)
    codes = ["2" if at % 20 == 0 else "1" for at in range(60)]  # one sample in twenty has no M99.02
    pairs = [(code, code if chance.random() < 0.7 or code == "2" else "3") for code in codes]
    rows = [scored(*pair, name=f"case-{at}") for at, pair in enumerate(pairs)]
    macro = macro_figure(rows, "codes.m99_code")

    def of(drawn: Iterable[int]) -> float:
        f1, sample = [], [*drawn]
        for code in "12":
            mine = [pairs[at] for at in sample if pairs[at][0] == code]
            if not mine:
                continue
            hits = sum(assigned == code for _, assigned in mine)
            f1.append(2 * hits / (len(mine) + hits))
        return sum(f1) / len(f1)

    low, high = np.quantile([of(chance.integers(0, 60, 60)) for _ in range(2000)], [0.025, 0.975])
    assert macro.value == pytest.approx(of(range(60)))
    assert macro.interval is not None
    assert macro.interval.method == "bootstrap"
    assert (macro.interval.low, macro.interval.high) == pytest.approx((low, high), abs=0.015)


def test_intervals_of_what_is_no_ratio(scored: Scored) -> None:
    """From fifty documents on the area under the curve is bootstrapped; the calibration error never is."""
    chance = np.random.default_rng(7)
    sure = [[Prediction(0.9 if at % 2 else 0.6, bool(chance.random() < 0.8)) for at in range(6)] for _ in range(80)]
    rows = [
        scored("1", "1", name=f"case-{at}", seconds=1.0 + at)._replace(predictions=tuple(predicted))
        for at, predicted in enumerate(sure)
    ]
    error, risk = confidence_figures(rows)
    assert (error.value is not None, error.interval) == (True, None)
    drawn = [[one for at in chance.integers(0, 80, 80) for one in sure[at]] for _ in range(1000)]
    low, high = np.quantile([area(risk_coverage(one)) for one in drawn], [0.025, 0.975])
    assert risk.interval is not None
    assert risk.interval.method == "bootstrap"
    assert (risk.interval.low, risk.interval.high) == pytest.approx((low, high), abs=0.005)
    assert (risk.n, risk.clusters) == (80, 80)
    assert confidence_figures(rows[:49])[1].interval is None


def test_intervals_of_times(scored: Scored) -> None:
    """Between two of the times; cases that share a source are not as many times, and get none."""
    rows = [scored("1", "1", name=f"case-{at}", seconds=1.0 + at) for at in range(80)]
    median, late = time_figures(rows)
    assert median.interval == quantile_interval([1.0 + at for at in range(80)], 0.5)
    assert late.interval == quantile_interval([1.0 + at for at in range(80)], 0.95)
    assert (median.value, late.clusters) == (40.5, 80)
    assert late.value == pytest.approx(76.05)
    shared = [one._replace(cluster=f"text-{at // 2}") for at, one in enumerate(rows)]
    assert [figure.interval for figure in time_figures(shared)] == [None, None]


def test_dangers_come_first(scored: Scored) -> None:
    """Figures are in the order of their parts; those that are no ratio stand with theirs."""
    parts = [figure.part for figure in figures([scored("1", "1", seconds=2.0)])]
    assert parts[:7] == ["danger"] * 7
    assert [part for part, _ in groupby(parts)] == [*dict.fromkeys(parts)]
    assert [*dict.fromkeys(parts)] == [
        "danger",
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
        "evidence",
        "issues",
        "queries",
        "confidence",
        "usage",
    ]


def test_what_cannot_be_scored_is_none(scored: Scored) -> None:
    """Time is a figure where it was measured; nothing else is zero for want of cases."""
    found = {(figure.metric, figure.statistic): figure for figure in figures([scored("1", "1", seconds=2.0)])}
    assert (found["usage.seconds", "median"].value, found["usage.seconds", "p95"].n) == (2.0, 1)
    assert found["confidence.error", "ece"].value is None
    assert found["confidence.risk", "aurc"].value is None
    assert found["lesions.exact", "f1"].value is None
    assert found["danger.side_flip", "share"].value is None
    assert [figure.value for figure in figures([])] == [None] * 7
