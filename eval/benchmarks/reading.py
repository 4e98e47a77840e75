"""Reading speed: the same 65,000 characters at once and in pieces of 3,000, each arrow of the pipeline apart.

The text is the examples, repeated. Time per character must not grow with the
length: exits 1 where the whole pipeline or the reader takes more than 1.5
times as long per character at once as in pieces.
"""  # noqa: INP001  # a script: nothing imports it

import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from scribe.coding import derive
from scribe.documents import parse
from scribe.extraction.grounding import ground_extraction
from scribe.pipeline import process, read
from scribe.rules import Chart, check, collect_claims
from scribe.schema import Kind
from scribe.terminology import code_set

EXAMPLES = Path(__file__).parents[2] / "examples"
LONG = 65_000
SHORT = 3_000
RUNS = 3
LIMIT = 1.5
JUDGED = ("read", "process")

Arrow = Callable[[], object]


class Speed(NamedTuple):
    """Seconds for the same text, at once and in pieces."""

    whole: float
    """At once."""
    pieces: float
    """In pieces."""

    @property
    def factor(self) -> float:
        """How much longer a character takes at once."""
        return self.whole / self.pieces


def text_of(kind: Kind) -> str:
    """Repeat the examples of a kind up to the long length."""
    names = "*_note.txt" if kind == "note" else "*_visit.txt"
    text = ""
    for path in cycle(sorted(EXAMPLES.glob(names))):
        text += path.read_text(encoding="utf-8") + "\n"
        if len(text) >= LONG:
            break
    return text[:LONG]


def arrows_of(text: str, kind: Kind) -> dict[str, Arrow]:
    """Make each arrow of the pipeline ready to run on its own."""
    report = process(text, kind=kind)
    document, encounter, found = report.document, report.encounter, report.extraction
    extraction = read(document)
    codes = code_set(encounter.date_of_service)
    chart = Chart(document, encounter, found, report.suggestions, collect_claims(document, found, ()), codes)
    return {
        "parse": lambda: parse(text, kind),
        "read": lambda: read(document),
        "ground": lambda: ground_extraction(document, extraction),
        "derive": lambda: derive(found, encounter, codes),
        "check": lambda: check(chart),
        "process": lambda: process(text, kind=kind),
    }


def seconds(arrows: list[Arrow]) -> float:
    """Run all of them several times and take the best total."""
    totals = []
    for _ in range(RUNS):
        start = perf_counter()
        for arrow in arrows:
            arrow()
        totals.append(perf_counter() - start)
    return min(totals)


def measure(kind: Kind) -> dict[str, Speed]:
    """Measure each arrow on a long text, at once and in pieces."""
    text = text_of(kind)
    whole = arrows_of(text, kind)
    pieces = [arrows_of(text[start : start + SHORT], kind) for start in range(0, LONG, SHORT)]
    return {name: Speed(seconds([whole[name]]), seconds([piece[name] for piece in pieces])) for name in whole}


def main() -> int:
    """Measure, print and judge."""
    kinds: tuple[Kind, ...] = ("note", "transcript")
    slow = False
    for kind in kinds:
        sys.stdout.write(f"{kind:12} {'at once':>12} {'in pieces':>12} {'factor':>8}\n")
        for name, speed in measure(kind).items():
            slow |= name in JUDGED and speed.factor > LIMIT
            rates = (f"{LONG / 1e6 / taken:7.2f} MB/s" for taken in speed)
            limit = f"   limit {LIMIT:.2f}" if name in JUDGED else ""
            sys.stdout.write(f"  {name:10} {' '.join(rates)} {speed.factor:8.2f}{limit}\n")
    return int(slow)


if __name__ == "__main__":
    raise SystemExit(main())
