"""Intervals and tests, on numbers alone.

Cases of one source document are not independent, so everything here reckons by cluster: a cluster is what documents
share a source, today one case. Figures are ratios of sums, θ = ΣN ÷ ΣD over clusters. Repeats of a case are averaged
before they come here: a case read five times is still one case (Miller 2024, arXiv:2411.00640, section 3.2).

Coverage of the intervals was simulated by `eval/benchmarks/coverage.py`; its figures are in `eval/benchmarks/results`.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from warnings import catch_warnings, simplefilter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FEWEST_CLUSTERS = 8
"""Clusters below which there is no interval."""

FEWEST_TO_RESAMPLE = 50
"""Clusters below which there is no bootstrap: of nominal 95 % its interval covers 85 % at 8 clusters, 92 % at 30."""

RESAMPLES = 10_000
"""Resamples of a bootstrap."""

MOST_SIGNS = 20_000
"""Ways to flip signs that are all tried; of more, so many are drawn."""

SEED = 20_260_401
"""Seed of what is drawn: the same numbers give the same interval."""

_BATCH = 500

Method = Literal["clustered-t", "clustered-wilson", "bootstrap", "wilson", "clopper-pearson", "order-statistics"]
"""How an interval was found."""


class Interval(NamedTuple):
    """Where a figure lies, as far as the cases tell."""

    low: float
    """Lower bound."""
    high: float
    """Upper bound."""
    method: Method
    """How it was found."""


class Difference(NamedTuple):
    """What one figure exceeds another by on the same clusters."""

    value: float
    """The second figure minus the first."""
    interval: Interval | None
    """Where the difference lies; None with too few clusters."""


class Significance(NamedTuple):
    """The outcome of a test of no difference."""

    p: float
    """How likely so large a difference is where there is none; two-sided."""
    method: Literal["exact McNemar", "exact sign flips", "drawn sign flips"]
    """How it was found."""


def ratio_interval(
    numerators: Sequence[float], denominators: Sequence[float], *, level: float = 0.95
) -> Interval | None:
    """Return the clustered-t interval of a ratio of sums, one number of either a cluster.

    With e_c = N_c - θ·D_c and C clusters, SE = √(C ÷ (C - 1) · Σ e_c²) ÷ ΣD, and the interval is θ ± t(C - 1) · SE:
    the linearised variance of a ratio (Cochran 1977, Sampling Techniques, 3rd ed., section 6.5; Binder 1983).

    None below `FEWEST_CLUSTERS` clusters with a denominator, or where the clusters do not vary.
    """
    from scipy.stats import t  # noqa: PLC0415  # costs a second, and only intervals need it

    counted = sum(denominator > 0 for denominator in denominators)
    error = standard_error(numerators, denominators)
    if counted < FEWEST_CLUSTERS or not error:
        return None
    value = sum(numerators) / sum(denominators)
    reach = float(t.ppf((1 + level) / 2, counted - 1)) * error
    return Interval(value - reach, value + reach, "clustered-t")


def share_interval(
    numerators: Sequence[float], denominators: Sequence[float], *, level: float = 0.95
) -> Interval | None:
    """Return the clustered Wilson interval of a ratio of sums between 0 and 1, one number of either a cluster.

    Wilson's interval of θ with the sample size that independent events of the same standard error would have,
    n = θ · (1 - θ) ÷ SE², and with t(C - 1) for the normal quantile (Korn & Graubard 1998; Franco, Little, Louis & Slud
    2019 recommend this form). Near 0 and 1 it covers what a t interval does not: at a true share of .9 and 30 clusters
    94 % against 89 %. Where every cluster is wholly right, or every one wholly wrong, it is Wilson's interval with each
    cluster one trial.

    None below `FEWEST_CLUSTERS` clusters with a denominator.
    """
    from scipy.stats import t  # noqa: PLC0415  # as in `ratio_interval`

    kept = _counted(numerators, denominators)
    if len(kept) < FEWEST_CLUSTERS:
        return None
    value, error = _ratio(kept), standard_error(numerators, denominators)
    if value <= 0 or value >= 1 or not error:
        return wilson(round(value * len(kept)), len(kept), level=level)
    size = value * (1 - value) / error**2
    quantile = float(t.ppf((1 + level) / 2, len(kept) - 1))
    scale = 1 + quantile**2 / size
    centre = (value + quantile**2 / (2 * size)) / scale
    reach = quantile * (value * (1 - value) / size + quantile**2 / (4 * size**2)) ** 0.5 / scale
    return Interval(centre - reach, centre + reach, "clustered-wilson")


def standard_error(numerators: Sequence[float], denominators: Sequence[float]) -> float | None:
    """Return the linearised standard error of a ratio of sums; None with fewer than two clusters to count."""
    kept = _counted(numerators, denominators)
    if len(kept) < 2:  # noqa: PLR2004  # one cluster does not vary
        return None
    total = sum(whole for _, whole in kept)
    value = sum(part for part, _ in kept) / total
    squares = sum((part - value * whole) ** 2 for part, whole in kept)
    return float((len(kept) / (len(kept) - 1) * squares) ** 0.5 / total)


def design_effect(clustered: float, plain: float) -> float | None:
    """Return how many times larger the variance is for the clusters: (clustered SE ÷ SE of cases)² (Kish 1965)."""
    return (clustered / plain) ** 2 if plain else None


def bootstrap_interval(
    sums: "Sequence[Sequence[float]] | Floats",
    statistic: "Callable[[Floats], Floats]",
    *,
    level: float = 0.95,
    resamples: int = RESAMPLES,
) -> Interval | None:
    """Return the percentile interval of a figure over resampled clusters (Efron & Tibshirani 1993, chapter 13).

    None below `FEWEST_TO_RESAMPLE` clusters, where it is too narrow, and where a figure of a resample is undefined.

    Args:
        sums: For each cluster, its sums.
        statistic: The figures of many samples at once, from an array whose last axis holds the totals of the sums.
        level: Nominal coverage.
        resamples: How many samples are drawn.
    """
    import numpy as np  # noqa: PLC0415  # as in `ratio_interval`
    from scipy.stats import DegenerateDataWarning, bootstrap  # noqa: PLC0415  # as above

    table = np.asarray(sums, dtype=float)
    if len(table) < FEWEST_TO_RESAMPLE:
        return None

    def resampled(clusters: Any, axis: int = -1) -> Any:  # noqa: ANN401  # scipy's own arrays
        times = np.apply_along_axis(np.bincount, axis, clusters.astype(int), minlength=len(table))
        return statistic(times @ table)

    # A resample without a denominator is no figure, of which scipy warns.
    with np.errstate(invalid="ignore", divide="ignore"), catch_warnings():
        simplefilter("ignore", DegenerateDataWarning)
        found = bootstrap(
            (np.arange(len(table)),),
            resampled,
            n_resamples=resamples,
            batch=_BATCH,
            vectorized=True,
            confidence_level=level,
            method="percentile",
            rng=np.random.default_rng(SEED),
        ).confidence_interval
    if np.isnan(found.low) or np.isnan(found.high):
        return None
    return Interval(float(found.low), float(found.high), "bootstrap")


def ratio_of_totals(totals: "Floats") -> "Floats":
    """Divide the first of two totals by the second: the statistic of a ratio for `bootstrap_interval`."""
    quotient: Floats = totals[..., 0] / totals[..., 1]
    return quotient


def quantile_interval(values: Sequence[float], share: float, *, level: float = 0.95) -> Interval | None:
    """Return the interval of a quantile between two of the values (Conover 1999, section 3.2): never too narrow.

    How many of independent values lie below the true quantile is binomial, whatever they are distributed like. So a
    median has an interval from 6 values on, and a 95th percentile from 72; None where there are fewer.

    Args:
        values: One of each cluster.
        share: Which quantile, such as 0.5.
        level: Nominal coverage.
    """
    import numpy as np  # noqa: PLC0415  # as in `ratio_interval`
    from scipy.stats import quantile_test  # noqa: PLC0415  # as above

    if not values:
        return None
    found: Any = quantile_test(values, p=share).confidence_interval(level)
    return None if np.isnan([*found]).any() else Interval(float(found.low), float(found.high), "order-statistics")


def wilson(hits: int, total: int, *, level: float = 0.95) -> Interval | None:
    """Return the score interval of a rate of independent events (Wilson 1927; Brown, Cai & DasGupta 2001).

    It holds near 0 and 1, where a t interval does not. None where nothing was tried.
    """
    from scipy.stats import binomtest  # noqa: PLC0415  # as in `ratio_interval`

    if not total:
        return None
    low, high = binomtest(hits, total).proportion_ci(level, method="wilson")
    return Interval(float(low), float(high), "wilson")


def clopper_pearson(hits: int, total: int, *, level: float = 0.95) -> Interval | None:
    """Return the exact interval of a rate of independent events (Clopper & Pearson 1934): never too narrow."""
    from scipy.stats import binomtest  # noqa: PLC0415  # as in `ratio_interval`

    if not total:
        return None
    low, high = binomtest(hits, total).proportion_ci(level, method="exact")
    return Interval(float(low), float(high), "clopper-pearson")


def upper_bound(hits: int, total: int, *, level: float = 0.95) -> float | None:
    """Return the one-sided exact bound: the rate is not above it, at a confidence of `level` (Clopper & Pearson 1934).

    Of 0 events in 100 it is 0.0295, in 300 it is 0.0099.
    """
    from scipy.stats import binomtest  # noqa: PLC0415  # as in `ratio_interval`

    if not total:
        return None
    return float(binomtest(hits, total, alternative="less").proportion_ci(level, method="exact").high)


def ratio_difference(
    first: Sequence[tuple[float, float]], second: Sequence[tuple[float, float]], *, level: float = 0.95
) -> Difference | None:
    """Return what one ratio of sums exceeds another by, both of the same clusters, with its clustered-t interval.

    With d_c = (N₂ - θ₂·D₂) ÷ ΣD₂ - (N₁ - θ₁·D₁) ÷ ΣD₁ for each cluster, SE = √(C ÷ (C - 1) · Σ d_c²): pairing takes out
    what makes some documents harder than others (Miller 2024, section 4.2).

    None where a ratio has no denominator.

    Args:
        first: Numerator and denominator of each cluster, of the figure to compare with.
        second: The same of the figure that is compared, in the same order.
        level: Nominal coverage.
    """
    from scipy.stats import t  # noqa: PLC0415  # as in `ratio_interval`

    deviations = paired_deviations(first, second)
    if deviations is None:
        return None
    value = _ratio(second) - _ratio(first)
    clusters = len(deviations)
    if clusters < FEWEST_CLUSTERS:
        return Difference(value, None)
    error = (clusters / (clusters - 1) * sum(one**2 for one in deviations)) ** 0.5
    reach = float(t.ppf((1 + level) / 2, clusters - 1)) * error
    return Difference(value, Interval(value - reach, value + reach, "clustered-t"))


def paired_deviations(
    first: Sequence[tuple[float, float]], second: Sequence[tuple[float, float]]
) -> tuple[float, ...] | None:
    """Return what each cluster adds to the variance of a difference; None where a ratio has no denominator.

    Clusters that count in neither ratio are left out.
    """
    pairs = [(one, other) for one, other in zip(first, second, strict=True) if one[1] or other[1]]
    before, after = [one for one, _ in pairs], [other for _, other in pairs]
    total_before, total_after = (sum(whole for _, whole in sums) for sums in (before, after))
    if not total_before or not total_after:
        return None
    value_before, value_after = _ratio(before), _ratio(after)
    return tuple(
        (other[0] - value_after * other[1]) / total_after - (one[0] - value_before * one[1]) / total_before
        for one, other in pairs
    )


def mcnemar(before: Sequence[bool], after: Sequence[bool], clusters: Sequence[str]) -> Significance:
    """Test whether as many cases turned from right to wrong as from wrong to right (McNemar 1947, exact binomial).

    Raises:
        ValueError: Two cases share a cluster: they may turn together, and the test would see more than there is; use
            `sign_flip` on the sums of clusters.
    """
    from scipy.stats import binomtest  # noqa: PLC0415  # as in `ratio_interval`

    if len({*clusters}) < len(clusters):
        raise ValueError("McNemar's test takes one case a cluster; flip the signs of clusters instead.")
    turned = [now for was, now in zip(before, after, strict=True) if was != now]
    p = float(binomtest(sum(turned), len(turned)).pvalue) if turned else 1.0
    return Significance(p, "exact McNemar")


def sign_flip(differences: Sequence[float]) -> Significance:
    """Test whether differences lean to one side, by flipping the signs of whole clusters (Fisher 1935).

    Of up to `MOST_SIGNS` ways all are tried; of more, as many are drawn with a fixed seed, and the outcome itself
    counts as one of them (Phipson & Smyth 2010).

    Args:
        differences: The sum of the differences of the cases of each cluster.
    """
    import numpy as np  # noqa: PLC0415  # as in `ratio_interval`
    from scipy.stats import permutation_test  # noqa: PLC0415  # as above

    moved = [one for one in differences if one]  # flipping a zero changes nothing
    if len(moved) < 2:  # noqa: PLR2004  # either sign of one cluster is as likely
        return Significance(1.0, "exact sign flips")
    is_exact = 2 ** len(moved) <= MOST_SIGNS

    def total(sample: Any, axis: int = -1) -> Any:  # noqa: ANN401  # scipy's own arrays
        return np.sum(sample, axis=axis)

    p = permutation_test(
        (np.asarray(moved),),
        total,
        permutation_type="samples",
        vectorized=True,
        n_resamples=2 ** len(moved) if is_exact else MOST_SIGNS,
        batch=_BATCH,
        rng=np.random.default_rng(SEED),
    ).pvalue
    return Significance(float(p), "exact sign flips" if is_exact else "drawn sign flips")


def holm(ps: Sequence[float]) -> tuple[float, ...]:
    """Adjust the p of several tests so that any false alarm among them is as rare as one of a single test (Holm 1979).

    In ascending order the i-th of m becomes (m - i + 1) · p, never less than the one before it and at most 1.
    """
    adjusted = [0.0] * len(ps)
    floor = 0.0
    for rank, at in enumerate(sorted(range(len(ps)), key=lambda at: ps[at])):
        floor = adjusted[at] = max(floor, min(1.0, (len(ps) - rank) * ps[at]))
    return tuple(adjusted)


def detectable_difference(clusters: int, deviation: float, *, power: float = 0.8, level: float = 0.95) -> float | None:
    """Return the smallest true difference that a paired t test on so many clusters finds with a given power.

    δ = k · SD ÷ √C, where k is the non-centrality at which the noncentral t exceeds the critical value in a share
    `power` of samples (Cohen 1988, section 2.2). At an SD of .45: 16.5 points with 60 clusters, 9.0 with 200, 5.6 with
    500.

    None with fewer than two clusters.

    Args:
        clusters: How many there are.
        deviation: Standard deviation of the paired differences of clusters.
        power: Chance to find it.
        level: One minus the two-sided level of the test.
    """
    from scipy.special import nctdtrinc  # noqa: PLC0415  # as in `ratio_interval`
    from scipy.stats import t  # noqa: PLC0415  # as above

    if clusters < 2:  # noqa: PLR2004  # one cluster has no deviation
        return None
    freedom = clusters - 1
    critical = float(t.ppf((1 + level) / 2, freedom))
    return float(nctdtrinc(freedom, 1 - power, critical) * deviation / clusters**0.5)


def _counted(numerators: Sequence[float], denominators: Sequence[float]) -> list[tuple[float, float]]:
    return [(part, whole) for part, whole in zip(numerators, denominators, strict=True) if whole > 0]


def _ratio(sums: Sequence[tuple[float, float]]) -> float:
    return sum(part for part, _ in sums) / sum(whole for _, whole in sums)
