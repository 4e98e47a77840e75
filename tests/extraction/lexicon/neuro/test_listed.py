"""Specification of signs that share one result."""

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
