"""Assertions: of findings that a text denies, doubts, recalls or only mentions, how many are read as they are meant.

Each case asks for one finding. It is right where every reading of that finding has the expected assertion, and there is
one; where the case expects `none`, there must be no reading. A case that names no kind asks for any finding of its
group. Cases at even places are for development, those at odd places are held out. Exits 1 where fewer than 95 in 100
of all cases are right.
"""  # noqa: INP001  # a script: nothing imports it as a package

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from math import sqrt
from pathlib import Path
from typing import Literal, NamedTuple

from scribe.documents import parse
from scribe.extraction.lexicon import LexiconReader
from scribe.schema import Kind

CASES = Path(__file__).parents[1] / "datasets" / "assertions" / "cases.jsonl"
FEWEST_RIGHT = 0.95
NORMAL_95 = 1.96

Half = Literal["development", "held-out"]


class Case(NamedTuple):
    """A text and how it asserts one finding."""

    id: str
    """Construct and number."""
    construct: str
    """The way of asserting that is tried."""
    kind: Kind
    """What the text is."""
    text: str
    """One to a few lines."""
    group: str
    """Group of findings."""
    finding: dict[str, str]
    """The fields that the finding asked about must have."""
    target: str
    """The words that name it, once in the text."""
    assertion: str
    """The assertion expected, or `none`."""


class Score(NamedTuple):
    """How many of how many are right."""

    right: int
    """Right ones."""
    total: int
    """All."""

    @property
    def share(self) -> float:
        """The right ones among all."""
        return self.right / self.total

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval of the share, at 95 %."""
        wide = NORMAL_95**2 / self.total
        middle = self.share + wide / 2
        reach = NORMAL_95 * sqrt((self.share * (1 - self.share) + wide / 4) / self.total)
        return (middle - reach) / (1 + wide), (middle + reach) / (1 + wide)


def load(path: Path) -> list[Case]:
    """Read the cases."""
    return [Case(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def half_of(place: int) -> Half:
    """Tell to which half the case at a place belongs."""
    return "held-out" if place % 2 else "development"


def answer(case: Case) -> str:
    """Read a case with the built-in reader: the assertion of its finding, several where readings differ, or `none`."""
    findings = getattr(LexiconReader().read(parse(case.text, case.kind)), case.group)
    read = {
        finding.assertion
        for finding in findings
        if all(getattr(finding, name) == value for name, value in case.finding.items())
    }
    return " and ".join(sorted(read)) or "none"


def score(marks: Iterable[bool]) -> Score:
    """Count the right ones."""
    given = list(marks)
    return Score(sum(given), len(given))


def main() -> int:
    """Read all cases, print a table, and say whether enough are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="?", type=Path, default=CASES, help="another file of cases")
    parser.add_argument("--misses", action="store_true", help="list the misses of the development half")
    options = parser.parse_args()
    marks: dict[tuple[str, Half], list[bool]] = defaultdict(list)
    for place, case in enumerate(load(options.cases)):
        given = answer(case)
        marks[case.construct, half_of(place)].append(given == case.assertion)
        if options.misses and given != case.assertion and half_of(place) == "development":
            asked = " ".join([case.group, *case.finding.values()])
            write(f"{case.id}: {asked}: {given}, expected {case.assertion}: {case.text!r}")
    for line in table(marks):
        write(line)
    return int(score(mark for given in marks.values() for mark in given).share < FEWEST_RIGHT)


def table(marks: dict[tuple[str, Half], list[bool]]) -> Iterator[str]:
    """Make a row of each construct, and of the totals with their intervals."""
    yield f"{'construct':18} {'development':>12} {'held-out':>12} {'all':>8}"
    for construct in dict.fromkeys(name for name, _ in marks):
        halves = [marks[construct, "development"], marks[construct, "held-out"]]
        cells = [f"{one.right}/{one.total}" for one in map(score, [*halves, chain(*halves)])]
        yield f"{construct:18} {cells[0]:>12} {cells[1]:>12} {cells[2]:>8}"
    for half in ("development", "held-out", "all"):
        total = score(mark for (_, name), given in marks.items() if half in {name, "all"} for mark in given)
        low, high = total.interval
        yield f"{half:18} {total.right}/{total.total} = {total.share:.3f} (95 % interval {low:.3f} to {high:.3f})"


def write(line: str) -> None:
    """Write a line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
