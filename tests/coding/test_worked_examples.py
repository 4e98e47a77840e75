"""Worked examples: from findings to every code, with its status, rank, derivation and reason."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scribe.coding import DECISIONS, derive
from scribe.schema import Encounter, Evidence, Extraction, Suggestion, field_names
from scribe.terminology import code_set

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("worked_examples.toml").read_text(encoding="utf-8")
)["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_findings_lead_to_exactly_these_codes(case: dict[str, Any]) -> None:
    """Every code comes with what it rests on, in one order and in these words."""
    assert [line(suggestion) for suggestion in suggested(case)] == case["codes"]


def test_examples_show_every_decision() -> None:
    """A decision that no example shows could be wrong without anybody seeing it."""
    shown = {step for case in CASES for suggestion in suggested(case) for step in suggestion.derivation}
    assert set(DECISIONS) <= shown


def suggested(case: dict[str, Any]) -> tuple[Suggestion, ...]:
    """Derive the codes of an example, in the code set of its spring."""
    findings = {name: case.get(name, []) for name in field_names(Extraction)}
    text = "\n".join(dict.fromkeys(found["quote"] for several in findings.values() for found in several))
    extraction = Extraction.model_validate(
        {name: [with_evidence(found, text) for found in several] for name, several in findings.items()}
    )
    encounter = Encounter.model_validate(case.get("encounter", {}))
    return derive(extraction, encounter, code_set(date(2026, 3, 2)))


def with_evidence(found: dict[str, Any], text: str) -> dict[str, Any]:
    """A finding as the schema has it: its quote stands in the text unless the example says that it is absent."""
    quote, start = found["quote"], text.find(found["quote"])
    evidence = (
        Evidence(quote=quote)
        if found.get("absent")
        else Evidence(quote=quote, span=(start, start + len(quote)), match="exact")
    )
    return {name: value for name, value in found.items() if name not in ("quote", "absent")} | {"evidence": (evidence,)}


def line(suggestion: Suggestion) -> str:
    """A suggestion as the examples write it."""
    place = f"{suggestion.status} {suggestion.rank} {suggestion.code}"
    return f"{place} | {' '.join(suggestion.derivation)} | {suggestion.reason}"
