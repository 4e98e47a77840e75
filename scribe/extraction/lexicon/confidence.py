"""By which rule a finding was read, and how sure that rule has proved on labelled data.

A rule is a group of findings and what a reading of it hangs on: the role of a
term, as in `tart.position`, or another way, as in `neuro.answered`. How often
each was right is counted on labelled documents by `scripts/build_precision.py`
(`make precision`) and kept in `tables/precision.csv`.
"""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from scribe.extraction.lexicon.words.vocabulary import Hit

COLUMNS = ("rule", "cases", "right", "confidence")
"""The columns of the table: how many readings of a rule were judged, how many were right, and what follows."""

_TABLE = Path(__file__).parent / "tables" / "precision.csv"


def rule_of(group: str, *parts: object) -> str:
    """Name the rule that reads a finding by the first term among its parts; without a term it is notation."""
    return f"{group}.{next((part.term.role for part in parts if isinstance(part, Hit)), 'notation')}"


def proved(rule: str | None) -> float | None:
    """Return the share of right readings that a rule has proved, or None where that was not measured."""
    return shares().get(rule) if rule else None


def proof(rules: Iterable[str | None]) -> dict[str, Any]:
    """Return the fields that say by which of some rules a finding was read, the surest, and how sure that one is."""
    rule = max(rules, key=lambda rule: proved(rule) or 0.0)
    return {"read_by": rule, "confidence": proved(rule)}


@cache
def shares() -> dict[str, float]:
    """Return the share that each rule has proved; those never judged are left out."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return {row["rule"]: float(row["confidence"]) for row in csv.DictReader(lines)}
