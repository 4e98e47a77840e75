"""Runs that are killed go on, and end as if nothing had happened. Twenty kills: `eval/benchmarks/resuming.py`."""

import json
from collections.abc import Callable
from pathlib import Path
from runpy import run_path
from time import sleep
from typing import Any
from zlib import crc32

from scribe.evaluation.provider import Provider, Step, failure, findings

ROOT = Path(__file__).parents[2]
differences = run_path(str(ROOT / "eval" / "benchmarks" / "resuming.py"))["differences"]


def test_killed_runs_of_the_lexicon_go_on(checkout: Path, tmp_path: Path) -> None:
    """Wherever the log ends, the rest is read, and the whole is the same."""
    assert [*differences(["--half", "all", "--limit", "20"], tmp_path, 3, root=checkout)] == []


def test_killed_runs_of_a_model_go_on(
    checkout: Path, tmp_path: Path, write: Callable[..., Path], label: Callable[..., dict[str, Any]]
) -> None:
    """Cases that end in any order, with repeats, and with some that fail, make the same log."""
    path = write(*(label(id=f"case-{i}", text=f"{label()['text']} Visit {i}.") for i in range(8)))

    def react(body: dict[str, Any]) -> Step:
        number = crc32(json.dumps(body["messages"]).encode()) % 10
        sleep(number / 100)
        return failure(400, "bad_request") if number < 3 else findings()

    with Provider(react) as server:
        model = ["--reader", "llm", "--model", "m", "--base-url", server.url]
        options = [str(path), "--half", "all", *model, "--repeats", "2", "--concurrency", "4"]
        assert [*differences(options, tmp_path, 2, root=checkout)] == []
