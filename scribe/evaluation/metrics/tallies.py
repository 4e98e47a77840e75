"""What a metric counts in one case, or in many: counts and shares, each a sum that is divided once."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Literal, NamedTuple

from scribe.evaluation.matching import Matched

Part = Literal[
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
"""What a metric is about: dangers, codes, findings and their groups, their quotes, issues, queries, confidence, use."""

Statistic = Literal["precision", "recall", "f1", "share", "macro_f1", "ece", "aurc", "median", "p95"]
"""What a figure tells of its metric."""


class Ratio(NamedTuple):
    """A figure before it is divided: sums over cases are taken of either part."""

    statistic: Statistic
    """What it tells."""
    numerator: float
    """What is divided."""
    denominator: float
    """By what; where it is 0, there is no figure."""


class Counts(NamedTuple):
    """What was found and what was not."""

    hits: float
    """Labelled and reported."""
    spurious: float
    """Reported and not labelled."""
    missed: float
    """Labelled and not reported."""

    @property
    def precision(self) -> float | None:
        """Hits ÷ reported."""
        return divided(self.hits, self.hits + self.spurious)

    @property
    def recall(self) -> float | None:
        """Hits ÷ labelled."""
        return divided(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float | None:
        """2 · hits ÷ (labelled + reported)."""
        return divided(2 * self.hits, 2 * self.hits + self.spurious + self.missed)

    @property
    def ratios(self) -> tuple[Ratio, ...]:
        """Precision, recall and F1 as ratios."""
        hits, spurious, missed = self
        return (
            Ratio("precision", hits, hits + spurious),
            Ratio("recall", hits, hits + missed),
            Ratio("f1", 2 * hits, 2 * hits + spurious + missed),
        )


class Share(NamedTuple):
    """How many of some, or how much of each."""

    hits: float
    """Those that have the property, or the sum of a quantity."""
    total: float
    """All that might have it."""

    @property
    def value(self) -> float | None:
        """Hits ÷ total."""
        return divided(self.hits, self.total)

    @property
    def ratios(self) -> tuple[Ratio, ...]:
        """The share as a ratio."""
        return (Ratio("share", self.hits, self.total),)


Tally = Counts | Share
"""What a metric counts in one case, or in many."""

PerItem = Mapping[str, Counts]
"""Counts for each of some items, such as codes."""

Confusion = Mapping[str, Mapping[str, float]]
"""For each labelled value, how often each reported value stands for it."""


class Metric(NamedTuple):
    """A named measure of one case."""

    part: Part
    """What it is about."""
    name: str
    """What it is called in a table."""
    measure: Callable[[Matched], Tally | None]
    """Count in one case; None where that cannot be scored."""
    better: Literal["higher", "lower"] = "higher"
    """Which of two figures is the better one."""

    @property
    def key(self) -> str:
        """What it is called in files, such as `codes.m99_assigned`."""
        return f"{self.part}.{self.name.lower().replace(' ', '_').replace('-', '_')}"


def divided(part: float, whole: float) -> float | None:
    """Divide, or return None where there is nothing to divide by."""
    return part / whole if whole else None


def compared(labelled: AbstractSet[str] | Counter[Any], reported: AbstractSet[str] | Counter[Any]) -> Counts:
    """Count the largest one-to-one matching of equal items; a set holds each once."""
    gold, found = Counter(labelled), Counter(reported)
    return Counts((gold & found).total(), (found - gold).total(), (gold - found).total())


def compared_each(labelled: Iterable[str], reported: Iterable[str]) -> dict[str, Counts]:
    """Count each item of two multisets by itself."""
    gold, found = Counter(labelled), Counter(reported)
    return {
        item: compared(Counter({item: gold[item]}), Counter({item: found[item]})) for item in sorted({*gold, *found})
    }


def macro_f1(items: PerItem) -> float | None:
    """Average F1 over the items that are labelled at all, each weighing the same.

    Items that are reported only count in none: averaged over codes that never occur, the figure says what the code set
    is, not how good the reader is (Edin et al. 2023, arXiv:2304.10909, section 4.3).
    """
    figures = [counts.f1 for counts in items.values() if counts.hits + counts.missed]
    return divided(sum(figure for figure in figures if figure is not None), len(figures))
