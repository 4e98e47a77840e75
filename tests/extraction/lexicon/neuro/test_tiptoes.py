"""Specification of how strength shows as somebody rises on toes or heels."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Walk on your heels for me. Great.", ["motor_deficit absent"]),
        ("Up on your toes. Lovely. And your heels. Lovely.", ["motor_deficit absent"]),
        ("Now stand on your heels. No problem, good.", ["motor_deficit absent"]),
        ("Rise up on your toes. The left, you can't get it off the floor.", ["motor_deficit left"]),
        ("On your toes. You can't stay up on the right.", ["motor_deficit right"]),
        ("Walk on your toes. Okay.", []),
        ("Up on your toes, hold it. Good. Do ten of those at home.", []),
        ("Up on your toes. Good. On the heels, the left one won't come up.", ["motor_deficit left"]),
        ("Put your heels together. You can't do that on ice.", []),
    ],
)
def test_toes_and_heels(read: Read, said: str, lines: list[str]) -> None:
    """Praise behind the command means strength, what cannot be done weakness; training tells neither."""
    assert sorted(read(f"DR: {said}\nPT: Okay.", "neuro", "transcript")) == lines
