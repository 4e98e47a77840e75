"""How often the intervals of `scribe.evaluation.statistics` hold the truth: a simulation, of a minute or two.

    python eval/benchmarks/coverage.py                 # print the table
    python eval/benchmarks/coverage.py --write         # and write it to results/coverage.md

Each of some documents has a rate of its own, beta-distributed around the true one so that two of its findings are
alike with an intraclass correlation, and one to nine findings, each right at that rate. The share of right findings
gets every interval at a nominal 95 %. Naive is Wilson's interval of all findings, as if they were
independent. A sample that an interval refuses counts as not covered.

A second table is of what is no ratio of sums. Documents have five to forty findings of ten confidences, which hold what
they promise, or promise too much; two findings of one document share their luck with the same correlation. The times
of documents are log-normal. It shows why the calibration error has no interval, the area under the risk-coverage curve
a bootstrap, and a quantile of times one by order statistics.

It exits 1 where an interval that figures have, clustered Wilson or order statistics, covers less than 90 %.
"""  # noqa: INP001  # a script: nothing imports it

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

from scribe.evaluation.metrics.calibration import areas
from scribe.evaluation.statistics import (
    FEWEST_TO_RESAMPLE,
    Interval,
    bootstrap_interval,
    quantile_interval,
    ratio_interval,
    ratio_of_totals,
    share_interval,
    wilson,
)

RESULTS = Path(__file__).parent / "results" / "coverage.md"
CLUSTERS = (8, 15, 30, 60, 150)
RATES = (0.7, 0.9, 0.98)
CORRELATION = 0.3
MOST_FINDINGS = 9
SIMULATIONS = 2000
BOOTSTRAPS = 400
RESAMPLES = 999
FLOOR = 0.9
SEED = 20_260_401
CONFIDENCES = np.array([0.985, 0.96, 0.93, 0.9, 0.87, 0.83, 0.78, 0.72, 0.65, 0.55])
OVERPROMISED = (0.0, 0.03, 0.1)
LARGE = (60, 150)
CURVES = 200
TIMES = {6: 0.5, 30: 0.5, 72: 0.95, 150: 0.95}
SPREAD = 0.35
ENDLESS = 1e7


class Row(NamedTuple):
    """Coverage with one number of documents and one rate."""

    clusters: int
    """How many documents."""
    rate: float
    """The true share of right findings."""
    wilson: float
    """Coverage of the clustered Wilson interval."""
    clustered: float
    """Coverage of the clustered-t interval."""
    bootstrap: float | None
    """Coverage of the percentile cluster bootstrap; None where it is refused."""
    naive: float
    """Coverage of Wilson's interval of all findings."""


class Curve(NamedTuple):
    """Coverage of the bootstraps of calibration error and area."""

    clusters: int
    """How many documents."""
    overpromised: float
    """By how much confidences are too high."""
    error: float
    """Coverage of the bootstrap of the calibration error."""
    area: float
    """Coverage of the bootstrap of the area under the risk-coverage curve."""


def main() -> None:
    """Print the tables, and write them where asked to."""
    chance = np.random.default_rng(SEED)
    rows = [simulated(chance, clusters, rate) for rate in RATES for clusters in CLUSTERS]
    curves = [curve(chance, clusters, too_much) for too_much in OVERPROMISED for clusters in LARGE]
    times = {clusters: timed(chance, clusters, share) for clusters, share in TIMES.items()}
    page = "\n".join([*table(rows), "", *others(curves, times)])
    sys.stdout.write(f"{page}\n")
    if "--write" in sys.argv[1:]:
        RESULTS.write_text(page + "\n", encoding="utf-8")
    sys.exit(any(one < FLOOR for one in (*(row.wilson for row in rows), *times.values())))


def simulated(chance: np.random.Generator, clusters: int, rate: float) -> Row:
    """Draw many sets of documents, and count how often each interval holds the true rate."""
    samples = [drawn(chance, clusters, rate) for _ in range(SIMULATIONS)]
    shares = [share_interval(parts, wholes) for parts, wholes in samples]
    plain = [ratio_interval(parts, wholes) for parts, wholes in samples]
    naive = [wilson(sum(parts), sum(wholes)) for parts, wholes in samples]
    resampled = [
        bootstrap_interval(list(zip(*sample, strict=True)), ratio_of_totals, resamples=RESAMPLES)
        for sample in samples[: BOOTSTRAPS if clusters >= FEWEST_TO_RESAMPLE else 0]
    ]
    return Row(
        clusters,
        rate,
        covered(shares, rate),
        covered(plain, rate),
        covered(resampled, rate) if resampled else None,
        covered(naive, rate),
    )


def drawn(chance: np.random.Generator, clusters: int, rate: float) -> tuple[list[int], list[int]]:
    """Draw the right findings and all findings of some documents."""
    spread = 1 / CORRELATION - 1
    wholes = chance.integers(1, MOST_FINDINGS + 1, size=clusters)
    parts = chance.binomial(wholes, chance.beta(rate * spread, (1 - rate) * spread, size=clusters))
    return parts.tolist(), wholes.tolist()


def curve(chance: np.random.Generator, clusters: int, overpromised: float) -> Curve:
    """Draw many sets of documents whose findings have confidences, and bootstrap both figures of them."""
    rates = CONFIDENCES - overpromised
    endless = np.column_stack([np.full(len(rates), ENDLESS), ENDLESS * (1 - rates)]).ravel()
    samples = [predicted(chance, clusters, rates) for _ in range(CURVES)]
    errors = [bootstrap_interval(sample, errors_of, resamples=RESAMPLES) for sample in samples]
    curves = [bootstrap_interval(sample, areas, resamples=RESAMPLES) for sample in samples]
    return Curve(clusters, overpromised, covered(errors, overpromised), covered(curves, float(areas(endless))))


def predicted(chance: np.random.Generator, clusters: int, rates: "np.typing.NDArray[np.float64]") -> list[list[float]]:
    """Draw how many findings of each confidence some documents have, and how many of these are wrong."""
    sums = np.zeros((clusters, len(rates), 2))
    for document in sums:
        kinds = chance.integers(len(rates), size=chance.integers(5, 41))
        shares_luck = chance.random(len(kinds)) < CORRELATION**0.5
        luck = np.where(shares_luck, chance.random(), chance.random(len(kinds)))
        np.add.at(document, kinds, np.column_stack([np.ones(len(kinds)), luck > rates[kinds]]))
    return [list(map(float, document.ravel())) for document in sums]


def errors_of(totals: "np.typing.NDArray[np.float64]") -> "np.typing.NDArray[np.float64]":
    """Return the calibration error of many samples, with each confidence a bin."""
    sizes, wrong = totals[..., ::2], totals[..., 1::2]
    gaps = np.abs(sizes * CONFIDENCES - (sizes - wrong)).sum(axis=-1)
    error: np.typing.NDArray[np.float64] = gaps / sizes.sum(axis=-1)
    return error


def timed(chance: np.random.Generator, clusters: int, share: float) -> float:
    """Return the coverage of a quantile of times."""
    truth = float(np.exp(SPREAD * NormalDist().inv_cdf(share)))
    samples = [np.exp(SPREAD * chance.standard_normal(clusters)).tolist() for _ in range(SIMULATIONS)]
    return covered([quantile_interval(sample, share) for sample in samples], truth)


def covered(intervals: list[Interval | None], rate: float) -> float:
    """Return the share of the intervals that hold the rate; none at all holds nothing."""
    return sum(one is not None and one.low <= rate <= one.high for one in intervals) / len(intervals)


def table(rows: list[Row]) -> Iterator[str]:
    """Lay the coverage out in Markdown."""
    yield "# Coverage of the intervals"
    yield ""
    yield "Nominal 95 %. Documents of one to nine findings, intraclass correlation 0.3;"
    yield f"{SIMULATIONS} simulations each, of the bootstrap {BOOTSTRAPS} with {RESAMPLES} resamples."
    yield "Written by `python eval/benchmarks/coverage.py --write`."
    yield ""
    yield "| true share | documents | clustered Wilson | clustered-t | cluster bootstrap | naive |"
    yield "|--:|--:|--:|--:|--:|--:|"
    for row in rows:
        resampled = f"{row.bootstrap:.3f}" if row.bootstrap is not None else "refused"
        figures = (f"{row.wilson:.3f}", f"{row.clustered:.3f}", resampled, f"{row.naive:.3f}")
        yield f"| {row.rate} | {row.clusters} | {' | '.join(figures)} |"


def others(curves: list[Curve], times: dict[int, float]) -> Iterator[str]:
    """Lay the coverage of what is no ratio of sums out in Markdown."""
    yield "## What is no ratio of sums"
    yield ""
    yield f"Five to forty findings a document of ten confidences, {CURVES} simulations each. The bootstrap of a"
    yield "calibration error never holds the truth where confidences hold what they promise: it has no interval."
    yield ""
    yield "| promised too much | documents | calibration error, bootstrap | area under risk-coverage, bootstrap |"
    yield "|--:|--:|--:|--:|"
    for row in curves:
        yield f"| {row.overpromised:g} | {row.clusters} | {row.error:.3f} | {row.area:.3f} |"
    yield ""
    yield "Times of one case a document, by order statistics."
    yield ""
    yield "| quantile | documents | order statistics |"
    yield "|--:|--:|--:|"
    for clusters, coverage in times.items():
        yield f"| {TIMES[clusters]:g} | {clusters} | {coverage:.3f} |"


if __name__ == "__main__":
    main()
