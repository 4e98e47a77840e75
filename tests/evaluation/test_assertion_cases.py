"""The assertion cases ask for what the schema has, of words that stand once in their texts."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from scribe.schema import Assertion, Diagnosis, Imaging, Kind, Lesion, Neuro, Tart

CASES = Path(__file__).parents[2] / "eval" / "datasets" / "assertions" / "cases.jsonl"
FINDINGS = {"lesions": Lesion, "tart": Tart, "neuro": Neuro, "imaging": Imaging, "diagnoses": Diagnosis}


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    """Return all cases."""
    return [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


def test_cases_speak_the_words_of_the_schema(cases: list[dict[str, Any]]) -> None:
    """Kinds, assertions and the fields asked for are in the vocabularies."""
    for case in cases:
        assert case["kind"] in get_args(Kind)
        assert case["assertion"] in {*get_args(Assertion), "none"}
        fields = get_type_hints(FINDINGS[case["group"]])
        for name, value in case["finding"].items():
            allowed = {word for part in (fields[name], *get_args(fields[name])) for word in get_args(part)}
            assert value in allowed, case["id"]


def test_target_stands_once_in_its_text(cases: list[dict[str, Any]]) -> None:
    """A peer is asked about one place."""
    for case in cases:
        assert len(re.findall(rf"(?<!\w){re.escape(case['target'])}(?!\w)", case["text"])) == 1, case["id"]


def test_no_case_comes_twice_and_constructs_share_the_halves(cases: list[dict[str, Any]]) -> None:
    """No text of the development half is in the held-out half, and no construct is in one half alone."""
    assert len({case["id"] for case in cases}) == len({case["text"] for case in cases}) == len(cases)
    halves = Counter((case["construct"], place % 2) for place, case in enumerate(cases))
    assert all(abs(halves[name, 0] - halves[name, 1]) <= 1 for name, _ in halves)
