"""Intervals and tests: by hand, against scipy, and against published figures."""

from itertools import product
from math import comb, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import nct, t, ttest_1samp

from scribe.evaluation.statistics import (
    FEWEST_CLUSTERS,
    FEWEST_TO_RESAMPLE,
    Interval,
    Significance,
    bootstrap_interval,
    clopper_pearson,
    design_effect,
    detectable_difference,
    holm,
    mcnemar,
    paired_deviations,
    quantile_interval,
    ratio_difference,
    ratio_interval,
    ratio_of_totals,
    share_interval,
    sign_flip,
    standard_error,
    upper_bound,
    wilson,
)

PARTS = [3, 1, 4, 1, 5, 2, 6, 5]
WHOLES = [5, 2, 4, 3, 8, 4, 7, 9]


def test_standard_error_by_hand() -> None:
    """1 of 2 and 3 of 4: θ = 2/3, residuals -1/3 and 1/3, SE = √(2 · 2/9) / 6 = 1/9."""
    assert standard_error([1, 3], [2, 4]) == pytest.approx(1 / 9)
    assert standard_error([1], [2]) is None
    assert standard_error([1, 0], [2, 0]) is None


def test_ratio_interval_by_hand() -> None:
    """27 of 42 in eight clusters, with t of seven degrees of freedom."""
    theta = 27 / 42
    squares = sum((part - theta * whole) ** 2 for part, whole in zip(PARTS, WHOLES, strict=True))
    reach = 2.364624 * sqrt(8 / 7 * squares) / 42
    interval = ratio_interval(PARTS, WHOLES)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((theta - reach, theta + reach), rel=1e-6)
    assert interval.method == "clustered-t"


def test_clusters_of_one_size_give_a_t_interval() -> None:
    """Where every cluster has one case, the interval is that of Student's t."""
    values = [0.2, 0.4, 0.9, 1.0, 0.0, 0.7, 0.3, 0.8, 0.5]
    theirs = ttest_1samp(values, 0).confidence_interval(0.9)
    ours = ratio_interval(values, [1] * 9, level=0.9)
    assert ours is not None
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high))


def test_too_few_clusters_have_no_interval() -> None:
    """Below eight there is none; a cluster without a denominator is no cluster."""
    few = FEWEST_CLUSTERS - 1
    assert ratio_interval(PARTS[:few], WHOLES[:few]) is None
    assert ratio_interval([*PARTS[:few], 0], [*WHOLES[:few], 0]) is None
    assert ratio_interval([1] * 9, [1] * 9) is None
    with_empty, without = ratio_interval([*PARTS, 0], [*WHOLES, 0]), ratio_interval(PARTS, WHOLES)
    assert with_empty == without


def test_share_interval_by_hand() -> None:
    """27 of 42 in eight clusters: as many independent events as give that standard error, with t of seven degrees."""
    theta, error = 27 / 42, standard_error(PARTS, WHOLES)
    assert error is not None
    size, quantile = theta * (1 - theta) / error**2, 2.364624
    # the bounds solve (θ - p)² = t² · p · (1 - p) / n
    bounds = np.roots([1 + quantile**2 / size, -(2 * theta + quantile**2 / size), theta**2])
    interval = share_interval(PARTS, WHOLES)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx(tuple(sorted(bounds)), rel=1e-6)
    assert interval.method == "clustered-wilson"
    assert share_interval(PARTS[1:], WHOLES[1:]) is None


def test_share_interval_of_many_single_cases_is_wilsons() -> None:
    """With one case a cluster and many of them, clusters are events."""
    ours, theirs = share_interval([1] * 700 + [0] * 300, [1] * 1000), wilson(700, 1000)
    assert ours is not None
    assert theirs is not None
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-4)


@pytest.mark.parametrize(("part", "hits"), [(0, 0), (3, 9)])
def test_share_interval_where_clusters_do_not_vary(part: int, hits: int) -> None:
    """Nine clusters wholly wrong, or wholly right, are nine trials; one without a denominator is none."""
    assert share_interval([part] * 9 + [0], [3] * 9 + [0]) == wilson(hits, 9)


def test_design_effect() -> None:
    """Two equal cases a cluster double the variance, but for the correction of few clusters."""
    parts, wholes = [1, 0, 1, 1, 0, 1, 0, 1], [1] * 8
    plain = standard_error([one for one in parts for _ in range(2)], [1] * 16)
    clustered = standard_error([2 * one for one in parts], [2] * 8)
    assert plain is not None
    assert clustered is not None
    assert design_effect(clustered, plain) == pytest.approx(2 * (8 / 7) / (16 / 15))
    assert design_effect(clustered, 0) is None
    assert standard_error(parts, wholes) == pytest.approx(clustered)


def test_bootstrap_is_that_of_numpy() -> None:
    """The percentile interval of resampled clusters, computed here from the same draws."""
    chance = np.random.default_rng(7)
    wholes = chance.integers(1, 9, size=60)
    parts = chance.binomial(wholes, 0.7)
    ours = bootstrap_interval(list(zip(parts, wholes, strict=True)), ratio_of_totals, resamples=4000)
    drawn = chance.integers(0, 60, size=(4000, 60))
    low, high = np.quantile(parts[drawn].sum(axis=1) / wholes[drawn].sum(axis=1), [0.025, 0.975])
    assert ours is not None
    assert (ours.low, ours.high) == pytest.approx((low, high), abs=0.006)
    assert ours == bootstrap_interval(list(zip(parts, wholes, strict=True)), ratio_of_totals, resamples=4000)
    plain = ratio_interval(parts.tolist(), wholes.tolist())
    assert plain is not None
    assert (ours.low, ours.high) == pytest.approx((plain.low, plain.high), abs=0.015)


def test_interval_of_a_quantile() -> None:
    """Of ten values, the 2nd and the 9th hold the median: as many below it as 2 to 8 heads of ten tosses, 97.9 %."""
    values = [float(at) for at in (7, 3, 1, 10, 5, 2, 9, 8, 4, 6)]
    assert quantile_interval(values, 0.5) == Interval(2, 9, "order-statistics")
    assert sum(comb(10, heads) for heads in range(2, 9)) / 2**10 == pytest.approx(0.9785, abs=1e-4)


@pytest.mark.parametrize(("share", "fewest"), [(0.5, 6), (0.95, 72)])
def test_a_quantile_needs_values_on_either_side(share: float, fewest: int) -> None:
    """All of five may lie above the median, at 1 in 32; all of 71 below the 95th percentile, at 1 in 38."""
    assert quantile_interval([float(at) for at in range(fewest - 1)], share) is None
    assert quantile_interval([float(at) for at in range(fewest)], share) is not None
    assert quantile_interval([], share) is None


def test_bootstrap_needs_fifty_clusters() -> None:
    """Below fifty there is none, and none where a resample has nothing to divide by."""
    table = [[1.0, 2.0]] * FEWEST_TO_RESAMPLE
    assert bootstrap_interval(table[1:], ratio_of_totals) is None
    found = bootstrap_interval([[one, 2.0] for one in range(FEWEST_TO_RESAMPLE)], ratio_of_totals, resamples=99)
    assert found is not None
    sparse = [[0.0, 0.0]] * (FEWEST_TO_RESAMPLE - 1) + [[1.0, 1.0]]
    assert bootstrap_interval(sparse, ratio_of_totals, resamples=99) is None


def test_wilson_by_hand() -> None:
    """8 of 10 at z = 1.96: the centre is (.8 + .19207) / 1.38415, the reach 1.96 · √(.016 + .0096036) / 1.38415."""
    z = 1.959964
    interval = wilson(8, 10)
    centre, scale = 0.8 + z**2 / 20, 1 + z**2 / 10
    reach = z * sqrt(0.8 * 0.2 / 10 + z**2 / 400)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx(((centre - reach) / scale, (centre + reach) / scale))
    assert wilson(0, 0) is None


def test_clopper_pearson_has_no_less_than_its_level() -> None:
    """At its lower bound 8 or more of 10 have a chance of 2.5 %, at its upper bound 8 or fewer."""
    interval = clopper_pearson(8, 10)
    assert interval is not None

    def chance(hits: range, rate: float) -> float:
        return sum(comb(10, hit) * rate**hit * (1 - rate) ** (10 - hit) for hit in hits)

    assert chance(range(8, 11), interval.low) == pytest.approx(0.025)
    assert chance(range(9), interval.high) == pytest.approx(0.025)
    assert clopper_pearson(0, 0) is None


def test_upper_bound_of_what_never_happened() -> None:
    """None in n leaves 1 - .05^(1/n): 3.0 % of 100, 1.0 % of 300."""
    assert upper_bound(0, 100) == pytest.approx(1 - 0.05 ** (1 / 100))
    assert upper_bound(0, 100) == pytest.approx(0.0295, abs=1e-4)
    assert upper_bound(0, 300) == pytest.approx(0.0099, abs=1e-4)
    assert upper_bound(0, 0) is None


def test_difference_of_ratios_by_hand() -> None:
    """Where all denominators are one, it is the paired t interval of the differences."""
    before, after = [0, 1, 0, 1, 1, 0, 0, 1, 0], [1, 1, 0, 1, 0, 1, 1, 1, 0]
    found = ratio_difference([(one, 1) for one in before], [(one, 1) for one in after])
    theirs = ttest_1samp([b - a for a, b in zip(before, after, strict=True)], 0).confidence_interval(0.95)
    assert found is not None
    assert found.interval is not None
    assert found.value == pytest.approx(2 / 9)
    assert (found.interval.low, found.interval.high) == pytest.approx((theirs.low, theirs.high))


def test_difference_of_ratios_with_other_denominators() -> None:
    """The deviations are those of the two ratios, each by its own total."""
    first, second = [(1, 2), (2, 2)], [(1, 1), (1, 3)]
    # θ₁ = 3/4: residuals -1/2 and 1/2 over 4; θ₂ = 1/2: residuals 1/2 and -1/2 over 4
    assert paired_deviations(first, second) == pytest.approx((1 / 8 + 1 / 8, -1 / 8 - 1 / 8))
    found = ratio_difference(first, second)
    assert found is not None
    assert found.value == pytest.approx(-1 / 4)
    assert found.interval is None
    assert ratio_difference([(0, 0)], [(1, 2)]) is None
    assert paired_deviations([*first, (0, 0)], [*second, (0, 0)]) == paired_deviations(first, second)


def test_mcnemar_counts_those_that_turned() -> None:
    """Seven turned right and none wrong: 2 · 2⁻⁷; three and one: 2 · 5/16."""
    clusters = [f"case-{at}" for at in range(10)]
    assert mcnemar([False] * 7 + [True] * 3, [True] * 10, clusters).p == pytest.approx(2 / 2**7)
    assert mcnemar([False] * 3 + [True] * 7, [True] * 3 + [False] + [True] * 6, clusters).p == pytest.approx(10 / 16)
    assert mcnemar([True] * 10, [True] * 10, clusters).p == 1.0


def test_mcnemar_refuses_cases_of_one_cluster() -> None:
    """Seven cases of four documents are not seven."""
    with pytest.raises(ValueError, match="one case a cluster"):
        mcnemar([False] * 7, [True] * 7, list("aabbccd"))
    # as the design has it: 7 to 0 in five documents is .016 by case, .063 by cluster
    assert sign_flip([2, 2, 1, 1, 1]).p == pytest.approx(2 / 2**5)


@given(st.lists(st.integers(-3, 3), max_size=8))
def test_sign_flips_by_counting(differences: list[int]) -> None:
    """The share of all ways to flip whose sum is as far from zero."""
    outcome = sign_flip(differences)
    sums = [
        abs(sum(sign * one for sign, one in zip(signs, differences, strict=True)))
        for signs in product((1, -1), repeat=len(differences))
    ]
    assert outcome.p == pytest.approx(sum(one >= abs(sum(differences)) for one in sums) / len(sums))
    assert outcome.method == "exact sign flips"


def test_sign_flips_are_drawn_where_they_are_many() -> None:
    """Of 2^30 ways 20,000 are drawn, the same each time, and p is never zero."""
    outcome = sign_flip([1.0] * 30)
    assert outcome == sign_flip([1.0] * 30)
    assert outcome.method == "drawn sign flips"
    assert outcome.p == pytest.approx(2 / 20_001)
    assert sign_flip([1.0] * 3 + [0.0] * 30) == Significance(2 / 2**3, "exact sign flips")
    even = sign_flip([1.0, -1.0] * 15)
    assert even.p > 0.9


def test_holm_by_hand() -> None:
    """.01 · 4, .02 · 3, .03 · 2 and .04: none below the one before it."""
    assert holm([0.04, 0.01, 0.03, 0.02]) == pytest.approx((0.06, 0.04, 0.06, 0.06))
    assert holm([0.5, 0.9]) == (1.0, 1.0)
    assert holm([]) == ()


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=5))
def test_holm_closes_bonferroni(ps: list[float]) -> None:
    """Holm's p of a test is the largest Bonferroni p of all sets of tests that it is in (Marcus et al. 1976)."""
    subsets = [[at for at in range(len(ps)) if mask >> at & 1] for mask in range(1, 2 ** len(ps))]
    closed = [
        max(min(1.0, len(some) * min(ps[other] for other in some)) for some in subsets if at in some)
        for at in range(len(ps))
    ]
    assert holm(ps) == pytest.approx(tuple(closed))


@pytest.mark.parametrize(("clusters", "points"), [(60, 0.1655), (200, 0.0896), (500, 0.0565)])
def test_detectable_difference(clusters: int, points: float) -> None:
    """With an SD of .45: 16.5 points with 60, 9 with 200, 5.6 with 500; there the test has its power."""
    difference = detectable_difference(clusters, 0.45)
    assert difference == pytest.approx(points, abs=5e-4)
    assert difference is not None
    critical = t.ppf(0.975, clusters - 1)
    power = nct.sf(critical, clusters - 1, difference / 0.45 * sqrt(clusters))
    assert power == pytest.approx(0.8, abs=1e-6)


def test_one_cluster_detects_nothing() -> None:
    """It has no deviation."""
    assert detectable_difference(1, 0.45) is None
