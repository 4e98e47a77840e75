"""Specification of what might yet happen, told without an if."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("You start dropping cups, you call me.", ["motor_deficit hypothetical"]),
        ("You lose control of your bladder, that's the emergency room.", ["bowel_bladder hypothetical"]),
        ("The leg goes weak, come right back.", ["motor_deficit hypothetical"]),
        ("What worries me is losing your bladder.", ["bowel_bladder hypothetical"]),
        ("You have a foot drop, so call the surgeon.", ["motor_deficit"]),
    ],
)
def test_conditions_without_an_if(read: Read, said: str, lines: list[str]) -> None:
    """What begins before what is to be done then is not there yet; what somebody has, is."""
    assert read(f"DR: {said}", "neuro", "transcript") == lines
