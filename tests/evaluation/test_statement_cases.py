"""The statement cases ask for M99 codes that exist, and no text comes twice."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from scribe.schema import Kind
from scribe.terminology.codes import code_set

DATASETS = Path(__file__).parents[2] / "eval" / "datasets" / "statements"


def cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of a file."""
    return [json.loads(line) for line in (DATASETS / name).read_text(encoding="utf-8").splitlines()]


FILES = ("cases.jsonl", "further.jsonl", "later.jsonl")


@pytest.mark.parametrize("name", FILES)
def test_codes_exist_and_are_not_both_wanted_and_wrong(name: str) -> None:
    """Every M99 code that is wanted can be billed; what is tempting and wrong is not wanted."""
    for case in cases(name):
        assert case["kind"] in get_args(Kind)
        found = [code_set(None).find(code) for code in case["assign"]]
        assert all(code is not None and code.billable and code.code.startswith("M99.") for code in found), case["id"]
        assert set(case["assign"]).isdisjoint(case["never"]), case["id"]
        assert set(case["sides"].values()) <= {"left", "right", "bilateral", "midline"}, case["id"]


def test_no_case_comes_twice() -> None:
    """Names and texts are unique over all files, and both kinds of text share the halves."""
    every = [case for name in FILES for case in cases(name)]
    assert len({case["id"] for case in every}) == len({case["text"] for case in every}) == len(every)
    for kind in get_args(Kind):
        for name in ("cases.jsonl", "later.jsonl"):
            first, second = (sum(case["kind"] == kind for case in cases(name)[half::2]) for half in (0, 1))
            assert first == second, name
