"""Specification of today's findings told in the past."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("T6 is off, it was tender on the right.", ["tenderness thoracic right"]),
        ("T6 moves freely, it was stuck.", ["restriction thoracic absent", "restriction thoracic historical"]),
        ("T6, that was tender last week.", ["tenderness thoracic historical"]),
    ],
)
def test_told_in_the_past(read: Read, text: str, lines: list[str]) -> None:
    """Only what is dated, or set against how it is now, was so at another time."""
    assert sorted(read(f"Doctor: {text}", "tart", "transcript")) == lines
