"""Peers as readers of whole texts: how fast, and in how much memory."""  # noqa: INP001

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

from eval.benchmarks.peers.asking import ROOT, python_of, run
from scribe.evaluation.statistics import Interval, ratio_interval

DATASETS = ROOT / "eval" / "datasets"
TABLES = ROOT / "scribe" / "extraction" / "lexicon" / "tables"
# Places, sides and cues are left out of medSpaCy's targets: they would slow it down, and it has cues of its own.
TARGETS = ("lesions", "mechanisms", "tart", "neuro", "imaging", "conditions", "care", "function")
LENGTHS = {3_000: 5, 65_000: 1, 650_000: 1}
"""The lengths of text that are read, and how often."""


class Taken(NamedTuple):
    """What reading some texts took."""

    characters: tuple[int, ...]
    """The length of each text that was read to its end."""
    seconds: tuple[float, ...]
    """Processor time of each."""
    megabytes: float
    """Peak of memory of the process."""

    @property
    def speed(self) -> float | None:
        """Characters a second, over all texts."""
        return sum(self.characters) / sum(self.seconds) if self.seconds else None

    @property
    def interval(self) -> Interval | None:
        """Where the speed lies, with each text a cluster."""
        return ratio_interval(self.characters, self.seconds)


class Growing(NamedTuple):
    """Reading one text of a length."""

    characters: int
    """The length."""
    taken: Mapping[str, Taken]
    """What it took each reader; no seconds where it was stopped."""


class Reading(NamedTuple):
    """Who reads how fast."""

    limit: int
    """Seconds after which a reader is stopped."""
    terms: Mapping[str, int]
    """How many terms each reader looks for."""
    sources: tuple[str, ...]
    """Whose the separate texts are; none for those of the datasets."""
    separate: Mapping[str, Taken]
    """What it took each reader to read texts one after the other."""
    growing: Sequence[Growing]
    """What it took to read longer and longer ones."""


def measure(path: Path | None, limit: int) -> Reading:
    """Let scribe and medSpaCy read the same texts, warmed on the same others.

    Args:
        path: JSON lines with separate texts; those of the datasets without it.
        limit: Seconds after which a reader is stopped.
    """
    terms = {table.stem: _terms(table) for table in sorted(TABLES.glob("*.csv"))}
    targets = sorted(set().union(*(terms[table] for table in TARGETS)))
    own, notes = ([*_own(kind)] for kind in ("transcripts", "notes"))
    texts, warm = (texts_of(path), own) if path else (own, notes)
    return Reading(
        limit,
        {"scribe": len(set().union(*terms.values())), "medspacy": len(targets)},
        sources_of(path) if path else (),
        _both(targets, warm, texts, limit),
        [
            Growing(length, _both(targets, notes[:1], [_joined(own, length)[turn:] for turn in range(turns)], limit))
            for length, turns in LENGTHS.items()
        ],
    )


def _both(terms: Sequence[str], warm: Sequence[str], texts: Sequence[str], limit: int) -> dict[str, Taken]:
    """Let both read texts, each in a process of its own."""
    pythons: dict[str, str | Path] = {"scribe": sys.executable, "medspacy": python_of(".venv-peers")}
    task = json.dumps({"terms": terms, "warm": warm, "texts": texts, "limit": limit})
    return {
        reader: taken_by(texts, json.loads(run(python, f"reading_{reader}.py", task)))
        for reader, python in pythons.items()
    }


def taken_by(texts: Sequence[str], answer: Mapping[str, Any]) -> Taken:
    """Return what an adapter says of the texts that it was given."""
    seconds = tuple(answer["seconds"])
    return Taken(tuple(map(len, texts[: len(seconds)])), seconds, answer["peak_kb"] / 1024)


def _terms(table: Path) -> set[str]:
    with table.open(encoding="utf-8", newline="") as rows:
        return {row["term"] for row in csv.DictReader(rows) if "term" in row}


def _own(kind: str) -> Iterator[str]:
    """Yield the texts of the datasets that are of a kind."""
    for path in sorted(DATASETS.glob(f"*_{kind}.jsonl")):
        yield from texts_of(path)


def texts_of(path: Path) -> list[str]:
    """Return the transcripts of a file, each once; of one that says nothing of kinds, or has notes alone, all texts."""
    return [*dict.fromkeys(row["text"] for row in _rows(path))]


def sources_of(path: Path) -> tuple[str, ...]:
    """Return whose these texts are, with their licence, where the file says so."""
    said = (", ".join(row[name] for name in ("source", "license") if name in row) for row in _rows(path))
    return tuple(dict.fromkeys(filter(None, said)))


def _rows(path: Path) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row.get("kind") == "transcript"] or rows


def _joined(texts: Iterable[str], length: int) -> str:
    """Join texts up to a length, beginning anew at the end."""
    joined = ""
    for text in cycle(texts):
        joined += text + "\n\n"
        if len(joined) >= length:
            break
    return joined[:length]
