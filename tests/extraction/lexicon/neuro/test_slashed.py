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
        ("Biceps R/L 4/4", ["motor_deficit bilateral"]),
        ("Grip 4+/4+ (R/L)", ["motor_deficit bilateral"]),
        ("DTR 2/1 (R/L)", ["reflex_deficit right absent", "reflex_deficit left"]),
        ("Motor R/L: EHL 5-/5", ["motor_deficit right", "motor_deficit left absent"]),
        (
            "Reflexes intact, R/L: EHL 5/5, TA 4/4",
            ["motor_deficit bilateral absent", "motor_deficit bilateral", "reflex_deficit absent"],
        ),
        ("SLR -/-, knee jerk absent", ["tension_sign bilateral absent", "reflex_deficit"]),
        (
            "SLR -/-, sensation intact right, reduced left",
            ["tension_sign bilateral absent", "sensory_deficit right absent", "sensory_deficit left"],
        ),
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
        ("Motor R/L: EHL 4/5+", ["motor_deficit right", "motor_deficit left absent"]),
        ("Motor R/L: quads 5/5, EHL 4/5", ["motor_deficit bilateral absent", "motor_deficit right"]),
        ("Knee jerk R/L 3/4", []),
        ("Knee jerks 2/2/2", ["reflex_deficit absent"]),
        ("Knee jerks 2/2+/2", ["reflex_deficit absent"]),
        ("Right EHL 5-/5", ["motor_deficit right"]),
        ("Strength: right quads 5-/5, left 5/5", ["motor_deficit right", "motor_deficit left absent"]),
        ("Motor 5/5 throughout, but 5-/5 on the right", ["motor_deficit absent", "motor_deficit right"]),
        ("EHL 5-/5 right, 5/5 left", ["motor_deficit right", "motor_deficit left absent"]),
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
        ("Slump R/R: +/-", ["tension_sign right"]),
        ("Knee jerk 2/1", []),
        ("Knee jerk 2+/1", ["reflex_deficit absent"]),
        ("Knee jerk 2/+", ["reflex_deficit"]),
        ("SLR +/-", ["tension_sign"]),
        ("Sensation -/-", ["sensory_deficit absent"]),
        ("Sensation C6 2/2", ["sensory_deficit C6 absent"]),
        ("Strength R/L: quads 5/5, 4/5", ["motor_deficit right absent", "motor_deficit"]),
    ],
)
def test_no_order_and_no_name(read: Read, text: str, lines: list[str]) -> None:
    """Without an order unlike results have no side; pairs behind one name may be of a side each."""
    assert read(text, "neuro") == lines


def test_speech_has_no_slashes(read: Read) -> None:
    """Somebody who talks gives no results at a slash."""
    assert read("Doctor: SLR -/-.", "neuro", "transcript") == ["tension_sign absent"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Ankle jerks R 2 L 1, SLR -/-.",
            ["reflex_deficit left", "reflex_deficit right absent", "tension_sign bilateral absent"],
        ),
        ("Right and left knee jerks 2+/1+.", ["reflex_deficit left", "reflex_deficit right absent"]),
        ("Left and right knee jerks 2+/1+.", ["reflex_deficit left absent", "reflex_deficit right"]),
    ],
)
def test_pairs_beside_sides(read: Callable[..., list[str]], text: str, lines: list[str]) -> None:
    """Grades told side by side stand beside a pair; two sides named in full tell the order as well."""
    assert sorted(read(f"Exam: {text}", "neuro")) == lines
