"""Specification of tables whose title names the sides of their columns."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Upper limbs (R | L)\nC6 wrist ext 5 | 4+\nTriceps reflex 2+ | 2+",
            ["motor_deficit C6 right absent", "motor_deficit C6 left", "reflex_deficit bilateral absent"],
        ),
        ("Legs [L | R]\nSlump - | +", ["tension_sign left absent", "tension_sign right"]),
        ("Legs (R | R)\nSlump - | +", ["tension_sign"]),
    ],
)
def test_sides_in_the_title(read: Read, text: str, lines: list[str]) -> None:
    """The label of a row stands in one cell with the value of the first side."""
    assert sorted(read(f"EXAM\n{text}", "neuro")) == sorted(lines)
