"""Grounding: how many corrupted quotes are accepted, how many harmlessly edited ones are lost.

Quotes are made with a fixed seed from the texts of JSONL files (`text`, `kind`, with or without labelled `findings`),
by default from the examples and datasets of the repository. Exits 1 where more than 1 in 100 corrupted quotes is
accepted, or fewer than 95 in 100 honest ones are accepted at the right place.
"""  # noqa: INP001  # a script: nothing imports it

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, NamedTuple

from scribe.documents import parse
from scribe.evaluation.quotes.passages import Passage, labelled_passages, reply_passages, sentence_passages
from scribe.evaluation.quotes.suite import Trial, corrupted_trials, honest_trials, is_right_place
from scribe.extraction.grounding import ground
from scribe.schema import Evidence

ROOT = Path(__file__).parents[2]
SEED = 20260301
MOST_CORRUPTED = 0.01
FEWEST_HONEST = 0.95


class Outcome(NamedTuple):
    """What became of one trial."""

    trial: Trial
    """The quote and its passage."""
    accepted: bool
    """Whether it was located."""
    misplaced: bool
    """Whether it was located where something else is said."""


def main() -> int:
    """Measure, print a table a suite, and say whether the limits hold."""
    options = parse_options()
    passages = [passage for row in rows_of(options.files, options.half) for passage in passages_of(row)]
    random = Random(options.seed)  # noqa: S311  # a fixed seed, nothing secret
    started = perf_counter()
    corrupted = [judge(trial) for trial in corrupted_trials(passages, random, options.each)]
    honest = [judge(trial) for trial in honest_trials(passages, random, options.each)]
    seconds = perf_counter() - started
    show("corrupted", corrupted, options.show)
    show("honest", honest, options.show)
    false = sum(outcome.accepted for outcome in corrupted) / max(1, len(corrupted))
    right = sum(outcome.accepted and not outcome.misplaced for outcome in honest) / max(1, len(honest))
    write(
        f"{len(corrupted)} corrupted: {false:.2%} accepted; {len(honest)} honest: {right:.1%} at the right place; "
        f"{seconds:.1f} s"
    )
    return 0 if false <= MOST_CORRUPTED and right >= FEWEST_HONEST else 1


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="JSONL files; the examples and datasets by default")
    parser.add_argument(
        "--half", choices=["development", "held-out", "all"], default="all", help="rows at even or odd places"
    )
    parser.add_argument("--each", type=int, default=40, help="quotes of each kind, at most")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--show", default="", help="a kind whose wrongly judged quotes are printed, or all")
    options = parser.parse_args()
    if options.show and options.half != "development":
        parser.error("only quotes of the development half are shown: add --half development")
    return options


def rows_of(files: list[Path], half: str) -> Iterator[dict[str, Any]]:
    """Read the rows of JSONL files, or the examples and datasets of the repository."""
    first, step = {"development": (0, 2), "held-out": (1, 2), "all": (0, 1)}[half]
    for path in files or sorted((ROOT / "eval" / "datasets").glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines()[first::step])
    if not files:
        for path in sorted((ROOT / "examples").glob("*.txt")):
            yield {"text": path.read_text(encoding="utf-8"), "kind": None}


def passages_of(row: dict[str, Any]) -> list[Passage]:
    """What quotes are made from: the labelled quotes of a text, its sentences, its questions with their replies."""
    document = parse(row["text"], row["kind"])
    labels = [finding["quote"] for findings in row.get("findings", {}).values() for finding in findings]
    return [*labelled_passages(document, labels), *sentence_passages(document), *reply_passages(document)]


def judge(trial: Trial) -> Outcome:
    """Ground a quote in its document."""
    return judged(trial, ground(trial.quote, trial.passage.document))


def judged(trial: Trial, evidence: Evidence) -> Outcome:
    """Say what became of a trial whose quote was located, or was not."""
    accepted = evidence.span is not None
    return Outcome(trial, accepted, accepted and not is_right_place(trial, evidence))


def show(name: str, outcomes: Iterable[Outcome], shown: str) -> None:
    """Print how many of each kind were accepted and misplaced, and the quotes asked for."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        counts[outcome.trial.kind].update({"quotes": 1, "accepted": outcome.accepted, "misplaced": outcome.misplaced})
        wrong = outcome.accepted if name == "corrupted" else not outcome.accepted or outcome.misplaced
        if wrong and shown in {outcome.trial.kind, "all"}:
            write(f"  {outcome.trial.kind}: {outcome.trial.quote!r} from {outcome.trial.passage.words!r}")
    write(f"{name:28} quotes accepted misplaced")
    for kind, count in counts.items():
        write(f"{kind:28} {count['quotes']:6} {count['accepted']:8} {count['misplaced']:9}")
    write("")


def write(line: str) -> None:
    """Write a line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
