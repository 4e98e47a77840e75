"""Specification of where a note sends somebody with what it names."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Told that fever or numbness between the legs means triage.", ["saddle_anesthesia hypothetical"]),
        ("Loss of bladder control would mean the ER.", ["bowel_bladder hypothetical"]),
        ("Arm getting weaker = come in that day.", ["motor_deficit hypothetical"]),
        ("Can't pass water = same day.", ["bowel_bladder hypothetical"]),
        ("Told: foot drop > come straight in.", ["motor_deficit hypothetical"]),
        ("She can't pass water, which means a call to the ward.", ["bowel_bladder"]),
        ("Numbness of the hand means more typos.", ["sensory_deficit"]),
        ("Weak foot: come back in two weeks.", ["motor_deficit"]),
    ],
)
def test_where_a_note_sends(read: Read, said: str, lines: list[str]) -> None:
    """What means a visit at once has not happened; what is told of today has."""
    assert read(f"PLAN\n{said}", "neuro") == lines
