"""Kills runs at random moments, lets them go on, and compares their logs with that of a run that nobody stopped.

    python eval/benchmarks/resuming.py [KILLS]

A kill is SIGKILL when the log has grown to a random length; then up to a line is cut off its end, as a machine that
loses power may do. Exit 1 where a log differs in anything but its times.
"""  # noqa: INP001  # a script: nothing imports it

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import Any

ROOT = Path(__file__).parents[2]
KILLS = 20

_TIMES = frozenset({"started", "seconds"})
_POLL = 0.001
_MOST_CUT = 20_000


def differences(arguments: Sequence[str], folder: Path, kills: int, *, root: Path = ROOT) -> Iterator[str]:
    """Kill a run at random moments, let it go on each time, and say how its log differs from an undisturbed one.

    Args:
        arguments: The options of `scribe eval run`.
        folder: Where logs are put.
        kills: How often it is killed, each time in a log of its own.
        root: The checkout to run.
    """
    moments = random.Random(kills)  # noqa: S311  # nothing is kept secret by it
    whole = folder / "whole.jsonl"
    undisturbed = _start(arguments, whole, root).wait()
    expected, length = _without_times(whole), whole.stat().st_size
    for number in range(kills):
        log = folder / f"killed-{number}.jsonl"
        _kill_at(_start(arguments, log, root), log, moments.randrange(length))
        left = _cut(log, moments.randrange(_MOST_CUT))
        code = _start(arguments, log, root).wait()
        if code != undisturbed or _without_times(log) != expected:
            yield f"{log}: exit code {code}, not as undisturbed; it went on from {left} of {length} bytes"


def _start(arguments: Sequence[str], log: Path, root: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "scribe.evaluation", "run", *arguments, "--log", str(log)]
    # Bytecode is written by the first start, and found by the others.
    settings = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.Popen(  # noqa: S603  # our own command
        command, cwd=root, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _kill_at(process: "subprocess.Popen[bytes]", log: Path, length: int) -> None:
    while process.poll() is None and not (log.exists() and log.stat().st_size >= length):
        sleep(_POLL)
    process.kill()
    process.wait()


def _cut(log: Path, most: int) -> int:
    """Cut off the end, but nothing of the header, which is written as a whole; return what is left."""
    if not log.exists():
        return 0
    with log.open("rb") as file:
        header = len(file.readline())
    left = max(header, log.stat().st_size - most)
    os.truncate(log, left)
    return left


def _without_times(log: Path) -> list[Any]:
    return [_untimed(json.loads(line)) for line in log.read_bytes().split(b"\n") if line]


def _untimed(data: Any) -> Any:  # noqa: ANN401  # JSON
    if isinstance(data, dict):
        return {name: _untimed(value) for name, value in data.items() if name not in _TIMES}
    return [_untimed(value) for value in data] if isinstance(data, list) else data


def main() -> None:
    """Kill runs of all gold cases, and exit 1 where one differs."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with TemporaryDirectory() as folder:
        found = [*differences(["--half", "all"], Path(folder), kills)]
    sys.stdout.writelines(f"{line}\n" for line in [*found, f"{kills} runs killed, {len(found)} differ"])
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
