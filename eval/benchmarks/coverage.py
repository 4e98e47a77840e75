"""How often the intervals of `scribe.evaluation.statistics` hold the truth: a simulation, of a minute or two.

    python eval/benchmarks/coverage.py                 # print the table
    python eval/benchmarks/coverage.py --write         # and write it to results/coverage.md

Each of some documents has a rate of its own, beta-distributed around the true one so that two of its findings are
alike with an intraclass correlation, and one to nine findings, each right at that rate. The share of right findings
gets every interval at a nominal 95 %. Naive is Wilson's interval of all findings, as if they were
independent. A sample that an interval refuses counts as not covered.

It exits 1 where the interval that figures have, clustered Wilson, covers less than 90 %.
"""  # noqa: INP001  # a script: nothing imports it

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from scribe.evaluation.statistics import (
    FEWEST_TO_RESAMPLE,
    Interval,
    bootstrap_interval,
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


def main() -> None:
    """Print the table, and write it where asked to."""
    chance = np.random.default_rng(SEED)
    rows = [simulated(chance, clusters, rate) for rate in RATES for clusters in CLUSTERS]
    page = "\n".join(table(rows))
    sys.stdout.write(f"{page}\n")
    if "--write" in sys.argv[1:]:
        RESULTS.write_text(page + "\n", encoding="utf-8")
    sys.exit(any(row.wilson < FLOOR for row in rows))


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


if __name__ == "__main__":
    main()
