"""Specification of reflexes with a grade for each side."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
UNLIKE = ["reflex_deficit right absent", "reflex_deficit left"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Triceps DTR: R 2+ / L 0", UNLIKE),
        ("Triceps reflex R 2+, L 1+", UNLIKE),
        ("Knee jerk (R/L): 2+/0", UNLIKE),
        ("Knee jerk R/L 2/1", UNLIKE),
        ("Knee jerk 2+ right and 0 left", UNLIKE),
        ("DTRs (R/L): patellar 2/2, Achilles 2/1",
         ["reflex_deficit right absent", "reflex_deficit left absent", "reflex_deficit left"]),
        ("Knee jerk R 2+ L 3+", ["reflex_deficit right absent", "upper_motor_neuron left"]),
        ("Knee jerks 2+ and equal", ["reflex_deficit absent"]),
    ],
)  # fmt: skip
def test_each_side_has_its_grade(read: Read, text: str, lines: list[str]) -> None:
    """Grades stand before their sides, behind them, or in the order of the sides that heads them."""
    assert read(text, "neuro") == lines
