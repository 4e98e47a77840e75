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
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple

from scribe.documents import parse
from scribe.evaluation.statistics import wilson
from scribe.extraction.lexicon import LexiconReader
from scribe.schema import Kind

CASES = Path(__file__).parents[1] / "datasets" / "assertions" / "cases.jsonl"
FEWEST_RIGHT = 0.95

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


def load(path: Path) -> list[Case]:
    """Read the cases."""
    return [Case(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def half_of(place: int) -> Half:
    """Tell to which half the case at a place belongs."""
    return "held-out" if place % 2 else "development"


def answer(case: Case) -> tuple[str, ...]:
    """Read a case with the built-in reader: the assertions of its finding; none where it is not read."""
    findings = getattr(LexiconReader().read(parse(case.text, case.kind)), case.group)
    read = {
        finding.assertion
        for finding in findings
        if all(getattr(finding, name) == value for name, value in case.finding.items())
    }
    return tuple(sorted(read))


def is_right(case: Case, given: tuple[str, ...]) -> bool:
    """Whether every reading has the expected assertion and there is one, or there is none as expected."""
    return given == (() if case.assertion == "none" else (case.assertion,))


def main() -> int:
    """Read all cases, print a table, and say whether enough are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="?", type=Path, default=CASES, help="another file of cases")
    parser.add_argument("--misses", action="store_true", help="list the misses of the development half")
    options = parser.parse_args()
    marks: dict[tuple[str, Half], list[bool]] = defaultdict(list)
    for place, case in enumerate(load(options.cases)):
        given = answer(case)
        marks[case.construct, half_of(place)].append(is_right(case, given))
        if options.misses and not is_right(case, given) and half_of(place) == "development":
            asked = " ".join([case.group, *case.finding.values()])
            write(f"{case.id}: {asked}: {' and '.join(given) or 'none'}, expected {case.assertion}: {case.text!r}")
    for line in table(marks):
        write(line)
    every = [*chain(*marks.values())]
    return int(sum(every) < FEWEST_RIGHT * len(every))


def table(marks: dict[tuple[str, Half], list[bool]]) -> Iterator[str]:
    """Make a row of each construct, and of the totals with their intervals."""
    yield f"{'construct':18} {'development':>12} {'held-out':>12} {'all':>8}"
    for construct in dict.fromkeys(name for name, _ in marks):
        halves = [marks[construct, "development"], marks[construct, "held-out"]]
        cells = [f"{sum(one)}/{len(one)}" for one in (*halves, [*chain(*halves)])]
        yield f"{construct:18} {cells[0]:>12} {cells[1]:>12} {cells[2]:>8}"
    for half in ("development", "held-out", "all"):
        given = [mark for (_, name), marked in marks.items() if half in {name, "all"} for mark in marked]
        found = wilson(sum(given), len(given))
        within = f" (95 % interval {found.low:.3f} to {found.high:.3f})" if found else ""
        yield f"{half:18} {sum(given)}/{len(given)} = {sum(given) / len(given):.3f}{within}"


def write(line: str) -> None:
    """Write a line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
