"""Specification of what is tried again by another clinician."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            ["STUDENT: The right ankle jerk was absent.", "ATTENDING: Let me try. No, it's there. Two plus."],
            ["reflex_deficit right absent"],
        ),
        (
            ["RESIDENT: Straight leg raise was positive on the left.", "ATTENDING: No, I'd call it negative."],
            ["tension_sign left absent"],
        ),
        (
            ["FELLOW: Dorsiflexion four plus on the right.", "ATTENDING: Push up. No, that's five out of five."],
            ["motor_deficit right absent"],
        ),
        (
            ["STUDENT: Big toe extension was four plus on the left.", "ATTENDING: Agreed, four plus."],
            ["motor_deficit left"],
        ),
    ],
)
def test_who_teaches_has_the_last_word(read: Read, turns: list[str], lines: list[str]) -> None:
    """What the second clinician finds after a no takes the place, and the side, of what the first one found."""
    assert read("\n".join(turns), "neuro", "transcript") == lines


def test_a_reflex_that_is_graded_anew_keeps_its_side(read: Read) -> None:
    """A reflex that is there but low stays a deficit."""
    text = (
        "STUDENT: I had the left ankle reflex absent, right two plus.\n"
        "ATTENDING: Hang on your hands and pull. No, it's there. It's one plus. Right is two."
    )
    assert read(text, "neuro", "transcript") == ["reflex_deficit left", "reflex_deficit right absent"]
