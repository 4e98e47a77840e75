"""Specification of the side of a grade that an examiner calls out."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("The left wrist is short on extension. Push against my hand. Strong.", "motor_deficit absent"),
        ("The left collarbone sits high. Cuff's strong.", "motor_deficit absent"),
        (
            "I tip you to the right, it stops. Curl your arm, don't let me win. Strong. Other one. Strong.",
            "motor_deficit absent",
        ),
        ("Curl your left arm, don't let me win. Four. Other one. Five.", "motor_deficit left"),
    ],
)
def test_a_side_of_something_else_is_not_that_of_strength(read: Read, said: str, line: str) -> None:
    """What resists has the side with which it is named or tried, and not that of what was felt before."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript")[0] == line


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("On exam your right quad is four minus, the left is five.",
         ["motor_deficit left absent", "motor_deficit right"]),
        ("Kick out. That's a four. Left side's five across the board.", ["motor_deficit", "motor_deficit left absent"]),
        ("Wrists up. Right's good. Left, hm, hold it. That's a four.",
         ["motor_deficit left", "motor_deficit right absent"]),
        ("Up on your toes, only the right, five times. Strong.", ["motor_deficit right absent"]),
        ("Push your feet down against me, both. Five.", ["motor_deficit bilateral absent"]),
        ("Straight leg raise, both legs, nothing. Push, pull, five out of five.",
         ["motor_deficit absent", "tension_sign bilateral absent"]),
    ],
)  # fmt: skip
def test_told_while_testing(read: Read, said: str, lines: list[str]) -> None:
    """A grade takes the side that is bidden with its command, or stands across from the next one."""
    assert sorted(read(f"DR: {said}", "neuro", "transcript")) == sorted(lines)
