"""Specification of two sides that move alike."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Thumbs on the dimples. Bend over. They rise together.", ["restriction pelvic absent"]),
        ("Thumbs on the dimples. Bend over. They don't travel together.", []),
        ("The ribs and the neck. They like to travel together.", []),
        ("I'm on both sides of the sacrum. Both sides go together.", ["restriction sacral bilateral absent"]),
    ],
)
def test_sides_that_move_together(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """The two sides of a pelvis that rise together are free."""
    assert read(f"Doctor: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Breathe in. The ribs on both sides rise together.", ["restriction rib_cage bilateral absent"]),
        ("DR: Breathe in. The ribs don't rise together.", ["restriction rib_cage"]),
        ("DR: The ribs like to rise together.", []),
    ],
)
def test_ribs_that_rise_together(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """Ribs that rise together are free."""
    assert read(said, "tart", "transcript") == lines
