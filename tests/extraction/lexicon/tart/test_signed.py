"""Specification of places with a sign each."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("TTP: + T6, - L3", ["tenderness thoracic", "tenderness lumbar absent"]),
        ("TTP: T6+, L3-", ["tenderness thoracic", "tenderness lumbar absent"]),
        ("Tenderness: T6 (+), L3 (-)", ["tenderness thoracic", "tenderness lumbar absent"]),
        ("Tender: T6 yes, L3 no", ["tenderness thoracic", "tenderness lumbar absent"]),
        ("Tender at T6, not at L3.", ["tenderness thoracic", "tenderness lumbar absent"]),
        ("Tender at T6 and L3.", ["tenderness thoracic", "tenderness lumbar"]),
    ],
)
def test_each_place_has_its_sign(read: Read, text: str, lines: list[str]) -> None:
    """A sign beside a place says whether the finding is there; without signs it is at all of them."""
    assert read(text, "tart") == lines
