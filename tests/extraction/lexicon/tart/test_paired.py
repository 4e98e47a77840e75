"""Specification of two sides that move alike, or one before the other."""

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
        ("Thumbs on the dimples. Bend forward. Left side goes first.", ["restriction pelvic left"]),
        ("My thumbs are on your PSIS. Fold down, and it's the right that rides up.", ["restriction pelvic right"]),
        ("Bend forward. The right thumb travels higher.", ["restriction pelvic right"]),
        ("The dimple on the left is here. Bend. That one sets off before the other one.", ["restriction pelvic left"]),
        ("Thumbs on the dimples, bend. They go up together.", ["restriction pelvic absent"]),
        ("Both thumbs, bend forward, they come up evenly.", ["restriction pelvic absent"]),
        ("You're seated. Thumbs on. Bend. Left one goes up first.", ["restriction sacral left"]),
        ("Thumbs up. I see the left one goes first.", []),
        ("Bend forward. The pain goes up on the left.", []),
        ("Thumbs on the dimples, bend. The left goes first?", []),
        ("Watch my thumbs. Bend forward. I don't think the left goes first.", []),
        (
            "Thumbs up.\nPT: Ha ha.\nDoctor: It rains.\nPT: It does.\nDoctor: Bend forward. It goes up on the left.",
            [],
        ),
    ],
)
def test_the_side_that_goes_ahead(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """The side whose thumb rises first as somebody bends is restricted; sitting tests the sacrum."""
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
