"""Statements: of short pieces of notes and visits that state a lesion, or do not, how many get just their M99 codes.

A case is right where the codes to report are those of its labels, no more and no fewer. Cases at even places are for
development, those at odd places are held out, but for files that were read whole: see the data card.
"""  # noqa: INP001  # a script: nothing imports it as a package

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import scribe
from scribe.evaluation.statistics import wilson
from scribe.schema import Kind

CASES = Path(__file__).parents[1] / "datasets" / "statements" / "later.jsonl"


class Case(NamedTuple):
    """A short text and its M99 codes."""

    id: str
    """Author and number."""
    kind: Kind
    """What the text is."""
    text: str
    """Two to ten lines or turns."""
    assign: frozenset[str]
    """The M99 codes to report."""
    never: frozenset[str]
    """The M99 codes that are tempting and wrong."""
    why: str
    """What the case tries."""


class Given(NamedTuple):
    """What the reader and the rules made of a case."""

    case: Case
    """The case."""
    codes: frozenset[str]
    """The M99 codes that they report."""


def load(path: Path) -> list[Case]:
    """Read the cases."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Case(row["id"], row["kind"], row["text"], frozenset(row["assign"]), frozenset(row["never"]), row["why"])
        for row in rows
    ]


def answer(case: Case) -> Given:
    """Read a case with the built-in reader and derive its M99 codes."""
    suggestions = scribe.process(case.text, kind=case.kind).suggestions
    reported = (one.code for one in suggestions if one.status == "assign")
    return Given(case, frozenset(code for code in reported if code.startswith("M99")))


def write(line: str) -> None:
    """Write a line."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Read all cases and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="?", type=Path, default=CASES, help="another file of cases")
    parser.add_argument("--misses", action="store_true", help="list the misses of the development half")
    options = parser.parse_args()
    cases = load(options.cases)
    halves = {"development": [answer(case) for case in cases[0::2]], "held-out": [answer(case) for case in cases[1::2]]}
    if options.misses:
        for line in misses(halves["development"]):
            write(line)
    write(f"{'statements':26} {'exact':>22} {'precision':>10} {'recall':>7} {'F1':>6} {'never given':>12}")
    for half, given in halves.items():
        for kind in ("note", "transcript"):
            write(row(f"{kind}s, {half}", [one for one in given if one.case.kind == kind]))
        write(row(f"all, {half}", given))


def misses(given: list[Given]) -> Iterator[str]:
    """List the cases that did not get just their codes."""
    for case, codes in given:
        if codes != case.assign:
            said, wanted = (" ".join(sorted(some)) or "none" for some in (codes, case.assign))
            yield f"{case.id}: {said}, expected {wanted}: {case.why}\n    {case.text!r}"


def row(name: str, answers: list[Given]) -> str:
    """Make a row of a table: exact cases with their interval, micro averages, and cases with a wrong tempting code."""
    exact = sum(one.codes == one.case.assign for one in answers)
    right = sum(len(one.codes & one.case.assign) for one in answers)
    said, wanted = sum(len(one.codes) for one in answers), sum(len(one.case.assign) for one in answers)
    never = sum(not one.codes.isdisjoint(one.case.never) for one in answers)
    found = wilson(exact, len(answers))
    within = f" [{found.low:.2f}, {found.high:.2f}]" if found else ""
    share = f"{exact}/{len(answers)} {exact / len(answers):.3f}{within}" if answers else "none"
    precision, recall = right / said if said else 0.0, right / wanted if wanted else 0.0
    score = 2 * right / (said + wanted) if said + wanted else 0.0
    return f"{name:26} {share:>22} {precision:10.3f} {recall:7.3f} {score:6.3f} {never:12}"


if __name__ == "__main__":
    main()
