"""Slash, results → what they say of both sides."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SLR -/-", ["tension_sign bilateral absent"]),
        ("Hoffmann neg/neg, Spurling +/+", ["upper_motor_neuron bilateral absent", "tension_sign bilateral"]),
        ("Slump (L/R): +/-", ["tension_sign left", "tension_sign right absent"]),
        ("Ankle jerks 0/0, knee jerks 1+/1+", ["reflex_deficit bilateral", "reflex_deficit bilateral absent"]),
        ("Brachioradialis 3+/3+", ["upper_motor_neuron bilateral"]),
        (
            "DTRs (R/L): patellar 2/2, Achilles 2/1",
            ["reflex_deficit bilateral absent", "reflex_deficit right absent", "reflex_deficit left"],
        ),
        (
            "Motor L/R: quads 5/5, EHL 4-/5, peronei 5/4",
            ["motor_deficit bilateral absent", "motor_deficit left", "motor_deficit right absent",
             "motor_deficit left absent", "motor_deficit right"],
        ),
        ("Strength (R/L): grip 4/4", ["motor_deficit bilateral"]),
    ],
)  # fmt: skip
def test_results_at_a_slash_are_those_of_both_sides(read: Read, text: str, lines: list[str]) -> None:
    """Alike ones are of both; those that differ need the order of the sides, told before or behind them."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Patellar reflex 2/4", ["reflex_deficit absent"]),
        ("Triceps 4/5 on the left", ["motor_deficit left"]),
        ("Motor R/L: TA 4/5, EHL 4/5", ["motor_deficit right"]),
        ("Right EHL 5-/5", ["motor_deficit right"]),
    ],
)
def test_a_number_behind_a_slash_may_be_the_most_that_can_be_given(read: Read, text: str, lines: list[str]) -> None:
    """Grades of four and five are of no side, and one with a minus is not the full one."""
    assert read(text, "neuro") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Patellar reflex 2+/1+", ["reflex_deficit"]),
        ("DTR 2/2", ["reflex_deficit absent"]),
        ("DTR knee 2/2", ["reflex_deficit bilateral absent"]),
        ("Strength R/L: quads 5/5, 4/5", ["motor_deficit right absent", "motor_deficit"]),
    ],
)
def test_no_order_and_no_name(read: Read, text: str, lines: list[str]) -> None:
    """Without an order unlike results have no side; pairs behind one name may be of a side each."""
    assert read(text, "neuro") == lines
