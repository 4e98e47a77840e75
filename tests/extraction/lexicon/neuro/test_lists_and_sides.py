"""Specification of results that a list of signs shares, and of results for each side of a sign."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
ALL_WELL = ["motor_deficit absent", "sensory_deficit absent", "reflex_deficit absent"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Power, sensation and reflexes are normal in the lower limbs.", ALL_WELL),
        ("Motor/sensory/DTR intact.", ALL_WELL),
        ("Strength, sensation, and reflexes were normal in both arms.",
         ["motor_deficit bilateral absent", "sensory_deficit bilateral absent", "reflex_deficit bilateral absent"]),
        ("Power, tone and reflexes normal.", ["motor_deficit absent", "reflex_deficit absent"]),
        ("Strength and sensation intact, knee jerk absent.",
         ["motor_deficit absent", "sensory_deficit absent", "reflex_deficit"]),
        ("Strength 5/5, sensation and reflexes intact.",
         ["sensory_deficit absent", "reflex_deficit absent", "motor_deficit absent"]),
    ],
)  # fmt: skip
def test_one_result_for_a_list(read: Read, text: str, lines: list[str]) -> None:
    """What is joined shares the result behind it; a grade is that of one sign alone."""
    assert read(f"Exam: {text}", "neuro") == lines


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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SLR: positive right, negative left", ["tension_sign right", "tension_sign left absent"]),
        ("Straight leg raise positive left at 30, negative right", ["tension_sign left", "tension_sign right absent"]),
        ("Right EHL 4/5, left 5/5", ["motor_deficit right", "motor_deficit left absent"]),
        ("Right Achilles trace, left 2+", ["reflex_deficit right", "reflex_deficit left absent"]),
        ("Strength 5/5 on the right, sensation intact", ["motor_deficit right absent", "sensory_deficit absent"]),
    ],
)
def test_contrasted_sides(read: Read, text: str, lines: list[str]) -> None:
    """A bare side and value after a sign is that sign on the other side."""
    assert read(f"Exam: {text}.", "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Exam: Slump, left, positive at the end of range.", ["tension_sign left"]),
        ("Exam: SLR, right, positive at 35.", ["tension_sign right"]),
        ("Exam: SLR, right negative, left positive at 35.", ["tension_sign left", "tension_sign right absent"]),
    ],
)
def test_a_side_between_sign_and_value(read: Read, text: str, lines: list[str]) -> None:
    """A side alone between two commas parts no sign from its value."""
    assert sorted(read(text, "neuro")) == lines
