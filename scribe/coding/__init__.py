"""Coding: findings to suggestions, by rule."""

from collections.abc import Mapping

from scribe.coding.derive import derive
from scribe.coding.tables import Decision, decisions

__all__ = ["DECISIONS", "Decision", "derive"]


def __getattr__(name: str) -> Mapping[str, Decision]:
    """Give `DECISIONS`, the coding rules by id, read on first use."""
    if name == "DECISIONS":
        return decisions()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
