"""Records the cases of eval/datasets/recorded.txt whose cassettes do not replay, and removes cassettes of no case.

    python scripts/record_cassettes.py [--completions FOLDER]
    python scripts/record_cassettes.py --check

The requests go through the real client to a local endpoint that serves completions written into files; see
scripts/offline_endpoint.py. Run it again until nothing is pending: an answer may be asked about again.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from runpy import run_path

from scribe.errors import InputError, ReaderError
from scribe.evaluation.completions import MODEL, Completions
from scribe.evaluation.dataset import Case
from scribe.evaluation.provider import Provider
from scribe.evaluation.recordings import CASSETTES, faults, orphans, record, recorded_cases, replay
from scribe.extraction.llm.failures import Policy
from scribe.extraction.llm.reader import LlmReader

ENDPOINT = run_path(str(Path(__file__).with_name("offline_endpoint.py")))


def check(cases: Sequence[Case], cassettes: Path = CASSETTES) -> int:
    """Print what is wrong with the cassettes, and return how much that is."""
    found = list(faults(cases, cassettes))
    print(*found, f"{len(found)} faults of the cassettes of {len(cases)} cases", sep="\n")
    return len(found)


def renew(cases: Sequence[Case], completions: Completions, cassettes: Path = CASSETTES) -> int:
    """Record what does not replay, print how it went, and return the number of cases that are not recorded."""
    failed = 0
    with Provider(completions.react) as server:
        # A completion that is not there yet does not come by asking again.
        reader = LlmReader(model=MODEL, base_url=server.url, policy=Policy(tries=1))
        for case in cases:
            known = len(completions.pending)
            try:
                print(f"{case.id}: {_renewed(case, reader, cassettes)}")
            except (InputError, ReaderError) as error:
                failed += 1
                print(f"{case.id}: {error}", *completions.pending[known:])
    for path in orphans(cases, cassettes):
        path.unlink()
        print(f"{path}: removed, no recorded case has its name")
    return failed


def _renewed(case: Case, reader: LlmReader, cassettes: Path) -> str:
    try:
        replay(case, cassettes)
    except (InputError, ReaderError):
        record(case, reader, cassettes)
        return "recorded"
    return "replays"


def main() -> None:
    """Check or renew; exit 1 where something is left to do."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="only tell what is wrong")
    parser.add_argument("--completions", type=Path, default=ENDPOINT["FOLDER"], help="folder of completions")
    chosen = parser.parse_args()
    cases = recorded_cases()
    if chosen.check:
        sys.exit(1 if check(cases) else 0)
    completions = Completions(chosen.completions, ENDPOINT["known"]())
    left = renew(cases, completions)
    print(f"{len(cases) - left} of {len(cases)} cases are recorded, {len(completions.pending)} requests are pending")
    sys.exit(1 if left else 0)


if __name__ == "__main__":
    main()
