"""Specification of lists of places."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Tender at C4, graded 3/4, and at the right first rib.",
            ["tenderness cervical", "tenderness rib_cage right"],
        ),
        (
            "TTP L3 L (1/4), T9 R (2/4) and C2 (3/4).",
            ["tenderness lumbar left", "tenderness thoracic right", "tenderness cervical"],
        ),
    ],
)
def test_lists_with_grades(read: Read, text: str, lines: list[str]) -> None:
    """A grade between the places of a list does not end it."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)
