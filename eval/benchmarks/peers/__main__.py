"""Beside the peers: medSpaCy, OpenMed, langextract and instructor on what scribe is measured on, by the same metrics.

Assertions of findings by medSpaCy and OpenMed, places of quotes by langextract and instructor, speed by medSpaCy.
Writes `docs/peers.md`. Each peer runs in an environment of its own, which `make bench-peers` sets up; everything runs
on one core.
"""  # noqa: INP001  # a folder of scripts

import argparse
import os
import sys
from pathlib import Path

from eval.benchmarks.assertions import CASES, load
from eval.benchmarks.peers import assertions, quotes, reading
from eval.benchmarks.peers.asking import ROOT, version
from eval.benchmarks.peers.page import render

PAGE = ROOT / "docs" / "peers.md"


def main() -> int:
    """Measure, write the page, and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="JSON lines with separate texts to read; those of the datasets else")
    parser.add_argument("--limit", type=int, default=150, help="seconds after which medSpaCy is stopped")
    parser.add_argument("--output", "-o", type=Path, default=PAGE, help="the page")
    options = parser.parse_args()
    use_one_core()
    peers = assertions.PEERS | quotes.PEERS
    page = render(
        {peer: version(peer, environment) for peer, environment in peers.items()},
        assertions.measure(load(CASES)),
        quotes.measure(),
        reading.measure(options.texts, options.limit),
    )
    options.output.write_text(page, encoding="utf-8")
    sys.stdout.write(f"{options.output} is written.\n")
    return 0


def use_one_core() -> None:
    """Keep this process and its children on one core, where the system can."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


if __name__ == "__main__":
    sys.exit(main())
