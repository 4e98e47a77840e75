"""Specification of opposite results on the two sides."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Slump was positive on the right and negative on the left", ["right", "left absent"]),
        ("The slump test is negative to the left but positive to the right", ["left absent", "right"]),
        ("Femoral stretch: left positive and right negative", ["left", "right absent"]),
        ("SLR reproduces leg pain at 40 degrees on the left and is negative on the right", ["left", "right absent"]),
        ("SLR reproduces leg pain on the left at 40, negative on the right", ["left", "right absent"]),
    ],
)
def test_each_side_has_its_result(read: Read, text: str, lines: list[str]) -> None:
    """One part may give both sides their results, behind them or before them."""
    assert read(f"Exam: {text}.", "neuro") == [f"tension_sign {line}" for line in lines]


def test_the_rest_is_of_no_sign(read: Read) -> None:
    """What holds elsewhere takes nothing from the weakness named before."""
    assert read("Exam: Power was reduced at 4/5 in right knee extension and full elsewhere.", "neuro") == [
        "motor_deficit right"
    ]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Slump test, left, negative, right, positive.", ["left absent", "right"]),
        ("SLR: right, positive at 35, left, negative.", ["right", "left absent"]),
        ("SLR, left, positive at 60; right, negative.", ["left", "right absent"]),
    ],
)
def test_sides_called_out_one_by_one(read: Read, said: str, lines: list[str]) -> None:
    """In speech a side and its result may stand apart from the test and from each other."""
    assert sorted(read(f"DR: {said}", "neuro", "transcript")) == sorted(f"tension_sign {line}" for line in lines)
