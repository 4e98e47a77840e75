"""Specification of motions that are of no joint."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "said",
    [
        "Clonus. Your ankles didn't bounce, which is good.",
        "Left deltoid five. Left elbow bending, also four.",
        "The left foot drops.",
    ],
)
def test_what_tells_of_a_nerve(read: Read, said: str) -> None:
    """A foot that does not beat, and a motion whose strength is graded, restrict no joint."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The left shoulder blade doesn't bounce.", ["restriction upper_extremity left"]),
        ("Neither SI is gliding.", ["restriction sacral bilateral"]),
        ("I felt neither: the atlas moves freely.", ["restriction cervical absent"]),
        ("Neither hip rotates.", ["restriction pelvic bilateral"]),
        ("The right elbow isn't bending.", ["restriction upper_extremity right"]),
    ],
)
def test_what_tells_of_a_joint(read: Read, said: str, lines: list[str]) -> None:
    """A joint that gives nothing is restricted, and neither of two is both."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: The right foot turns out.", []),
        ("DR: The right hip turns out nicely.", ["restriction pelvic right absent"]),
    ],
)
def test_feet_that_stand_turned(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A foot that turns out stands so, and a hip that turns out well is free."""
    assert read(said, "tart", "transcript") == lines
