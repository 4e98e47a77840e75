"""Cold start: `scribe code` on a note of two pages, against importing pydantic and typer alone.

Both run in alternation, so that a slow moment of the machine meets both. Exits
1 where the median of scribe is more than twice the other.
"""  # noqa: INP001  # a script: nothing imports it

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from scribe.evaluation.dataset import load

ROOT = Path(__file__).parents[2]
NOTES = ROOT / "eval" / "datasets" / "dev_notes.jsonl"
RUNS = 21
LIMIT = 2.0
SCRIBE = (sys.executable, "-m", "scribe", "code", "-")
IMPORTS = (sys.executable, "-c", "import pydantic, typer")


def seconds(command: tuple[str, ...], note: str) -> float:
    """Run a command on a note to its end and measure the wall time."""
    start = perf_counter()
    subprocess.run(command, cwd=ROOT, input=note, text=True, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # our own two commands
    return perf_counter() - start


def main() -> int:
    """Measure, print and judge."""
    note = max((case.text for case in load(NOTES).cases), key=len)
    for command in (SCRIBE, IMPORTS):
        seconds(command, note)  # writes the bytecode, which every later start finds
    pairs = [(seconds(SCRIBE, note), seconds(IMPORTS, note)) for _ in range(RUNS)]
    scribe, imports = (median(column) for column in zip(*pairs, strict=True))
    factor = scribe / imports
    sys.stdout.write(
        f"note                   {len(note):6} characters\n"
        f"scribe code            {scribe * 1000:6.0f} ms, median of {RUNS}\n"
        f"import pydantic, typer {imports * 1000:6.0f} ms\n"
        f"factor                 {factor:6.2f}    limit {LIMIT:.2f}\n"
    )
    return 1 if factor > LIMIT else 0


if __name__ == "__main__":
    raise SystemExit(main())
