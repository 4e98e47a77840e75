"""Beside the peers: scribe, medSpaCy and OpenMed on the same assertion cases, scribe and medSpaCy on the same texts.

Writes the figures to `eval/benchmarks/results/peers.json` and the page to `docs/peers.md`. The peers run in an
environment of their own, which `make bench-peers` sets up. Everything runs on one core.
"""  # noqa: INP001  # a folder of scripts

import argparse
import csv
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path
from typing import Any

from eval.benchmarks.assertions import CASES, Case, answer, half_of, load, score
from eval.benchmarks.peers.page import render

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FIGURES = HERE.parent / "results" / "peers.json"
PAGE = ROOT / "docs" / "peers.md"
DATASETS = ROOT / "eval" / "datasets"
TABLES = ROOT / "scribe" / "extraction" / "lexicon" / "tables"
PEERS = ("medspacy", "openmed")
# Where a peer sets several marks on one entity, the first of these counts.
ORDER = ("other_person", "hypothetical", "absent", "possible", "historical")
# Places, sides and cues are left out of medSpaCy's targets: they would slow it down, and it has cues of its own.
TARGETS = ("lesions", "mechanisms", "tart", "neuro", "imaging", "conditions", "care", "function")
RUNS = {3_000: 5, 65_000: 1, 650_000: 1}


def main() -> int:
    """Measure, write both files, and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=".venv-peers/bin/python", help="the interpreter of the peers' environment")
    parser.add_argument("--limit", type=int, default=300, help="seconds after which medSpaCy is stopped")
    options = parser.parse_args()
    use_one_core()
    figures = {
        "versions": {peer: version(peer) for peer in PEERS},
        "assertions": assertions(load(CASES), options.python),
        "reading": reading(options.python, options.limit),
    }
    FIGURES.parent.mkdir(exist_ok=True)
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(render(figures), encoding="utf-8")
    sys.stdout.write(f"{FIGURES.relative_to(ROOT)} and {PAGE.relative_to(ROOT)} are written.\n")
    return 0


def version(peer: str) -> str:
    """Read a peer's version from the requirements."""
    lines = (HERE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix(f"{peer}==") for line in lines if line.startswith(f"{peer}=="))


def use_one_core() -> None:
    """Keep this process and its children on one core, where the system can."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def assertions(cases: list[Case], python: str) -> list[dict[str, Any]]:
    """Count, for each construct, half and expected assertion, who is right how often."""
    answers = {"scribe": [answer(case) for case in cases]}
    for peer in PEERS:
        answers[peer] = marks(cases, python, f"assertions_{peer}.py")
    counted: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, case in enumerate(cases):
        counted[case.construct, half_of(place), case.assertion].append(place)
    return [
        {"construct": construct, "half": half, "assertion": assertion, "cases": len(places)}
        | {
            # A peer is given the entity, so it cannot leave it unread.
            who: score(given[place] == assertion for place in places).right
            for who, given in answers.items()
            if who == "scribe" or assertion != "none"
        }
        for (construct, half, assertion), places in counted.items()
    ]


def marks(cases: Iterable[Case], python: str, script: str) -> list[str]:
    """Let a peer mark the target of every case."""
    lines = run(python, script, "\n".join(json.dumps(question(case)) for case in cases)).splitlines()
    found = [set(json.loads(line)) for line in lines]
    return [next((mark for mark in ORDER if mark in given), "present") for given in found]


def question(case: Case) -> dict[str, Any]:
    """Say where the target of a case stands."""
    place = re.search(rf"(?<!\w){re.escape(case.target)}(?!\w)", case.text)
    if place is None:
        raise ValueError(f"{case.id}: its target is not in its text.")
    return {"text": case.text, "start": place.start(), "end": place.end()}


def reading(python: str, limit: int) -> dict[str, Any]:
    """Measure how fast and in how much memory both read the same texts."""
    terms = {table: words_of(table) for table in sorted(path.stem for path in TABLES.glob("*.csv"))}
    targets = sorted(set().union(*(terms[table] for table in TARGETS)))
    readers = {"scribe": (sys.executable, "reading_scribe.py"), "medspacy": (python, "reading_medspacy.py")}
    return {
        "limit": limit,
        "terms": {"scribe": len(set().union(*terms.values())), "medspacy": len(targets)},
        "measures": [
            {"reader": name, "characters": length, **measure(*command, targets, length, limit)}
            for length in RUNS
            for name, command in readers.items()
        ],
    }


def measure(python: str, script: str, terms: list[str], length: int, limit: int) -> dict[str, Any]:
    """Read one text in a process of its own; there are no seconds where it was stopped."""
    task = {"text": transcripts(length), "terms": terms, "runs": RUNS[length], "limit": limit}
    found: dict[str, Any] = json.loads(run(python, script, json.dumps(task)))
    return found


def words_of(table: str) -> set[str]:
    """Read the terms of a table of the vocabulary."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as rows:
        return {row["term"] for row in csv.DictReader(rows) if "term" in row}


def transcripts(length: int) -> str:
    """Join the transcripts of the datasets up to a length, beginning anew at the end."""
    paths = [DATASETS / f"{name}_transcripts.jsonl" for name in ("dev", "challenge")]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    text = ""
    for line in cycle(lines):
        text += json.loads(line)["text"] + "\n\n"
        if len(text) >= length:
            break
    return text[:length]


def run(python: str, script: str, given: str) -> str:
    """Run a script of this folder on what it is given; what it says in case of an error goes to the terminal."""
    command = [python, str(HERE / script)]
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, check=True).stdout  # noqa: S603  # own scripts


if __name__ == "__main__":
    sys.exit(main())
