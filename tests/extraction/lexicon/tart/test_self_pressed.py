"""Specification of pain under a patient's own fingers."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Press on L5 with your thumb, left.\nPatient: Sore.", ["tenderness lumbar left"]),
        ("Doctor: Poke around the right SI joint for me.\nPatient: No, nothing.", ["tenderness sacral right absent"]),
        ("Doctor: Push against my hand with the left foot.\nPatient: Ow.", []),
    ],
)
def test_pressed_at_home(read: Read, turns: str, lines: list[str]) -> None:
    """Who is told to press on a place tells whether it hurts; a push against a hand tests strength."""
    assert read(turns, "tart", "transcript") == lines
