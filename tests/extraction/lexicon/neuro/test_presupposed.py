"""Specification of complaints that a question takes for granted."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ("Is the tingling constant?", ["sensory_deficit"]),
        ("Is the weakness getting worse?", ["motor_deficit"]),
        ("Has the numbness been there all day?", ["sensory_deficit"]),
        ("Is there constant numbness?", ["sensory_deficit absent"]),
        ("Is the numbness still there?", ["sensory_deficit absent"]),
    ],
)
def test_a_no_to_its_manner_denies_no_complaint(read: Read, asked: str, lines: list[str]) -> None:
    """Who is asked how a complaint is, has it."""
    assert read(f"Doctor: {asked}\nPatient: No.", "neuro", "transcript") == lines
