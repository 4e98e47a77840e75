"""Specification of how sore a touch is in numbers, and on which side more."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Out of ten, pressing on L3?\nPT: Seven.", ["tenderness lumbar"]),
        ("DR: Give me a number for the left C5.\nPT: I'd call that a four.", ["tenderness cervical left"]),
        ("DR: Out of ten, my thumb on T6?\nPT: Zero.", ["tenderness thoracic absent"]),
        (
            "DR: Compare the third rib, right and left.\nPT: Right's tender, left's fine.",
            ["tenderness rib_cage right", "tenderness rib_cage left absent"],
        ),
        ("DR: Out of ten, how is your neck pain today?\nPT: Seven.", []),
        ("DR: How many stairs to the flat, with that knee?\nPT: Ten.", []),
        ("DR: Is the knee worse, or the hip?\nPT: The left, most days.", []),
        ("DR: Out of ten, how is that neck pain?\nPT: Seven.", []),
        ("DR: Is the knee worse?\nPT: The left is sore.", []),
    ],
)
def test_ratings(read: Read, said: str, lines: list[str]) -> None:
    """A number, or a side, is one of a touch; a rated complaint is none."""
    assert read(said, "tart", "transcript") == lines
