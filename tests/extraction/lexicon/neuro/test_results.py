"""Specification of results that an examiner tells after the test."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Slump on the left.\nPatient: Oh!\nDoctor: Positive.", ["tension_sign left"]),
        ("Doctor: Spurling's?\nDoctor: Negative on both sides.", ["tension_sign bilateral absent"]),
        ("Doctor: I'll lift the right leg.\nPatient: Fine.\nDoctor: That's negative.", ["tension_sign right absent"]),
        ("Doctor: Straight leg raise just pulls your hamstring, so that's negative.", ["tension_sign absent"]),
        ("Doctor: Walk for me. Good, steady.", ["gait absent"]),
    ],
)
def test_a_result_belongs_to_the_test_before(read: Read, turns: str, lines: list[str]) -> None:
    """A short result after a test is its own, with its side or that of the result."""
    assert read(turns, "neuro", kind="transcript") == lines


@pytest.mark.parametrize(
    "turns",
    [
        "Doctor: Spurling's next.\nPatient: Okay.\nDoctor: Your MRI was negative.",
        "Doctor: I'd do a slump test.\nPatient: Why?\nDoctor: It is positive in people who have a disc pressing on it.",
    ],
)
def test_other_talk_is_no_result(read: Read, turns: str) -> None:
    """What is said of a study or of people in general is no result of a test."""
    assert read(turns, "neuro", kind="transcript") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Spurling neg R, Jackson pos L", ["tension_sign right absent", "tension_sign left"]),
        ("Neg SLR, slump pos L", ["tension_sign absent", "tension_sign left"]),
        ("No clonus, Hoffmann positive right", ["upper_motor_neuron absent", "upper_motor_neuron right"]),
        ("No clonus or Hoffmann positive", ["upper_motor_neuron absent"]),
    ],
)
def test_a_positive_result_behind_a_negative_one(read: Read, text: str, lines: list[str]) -> None:
    """A sign with a result of its own is not denied with the one before it."""
    assert read(f"Exam: {text}.", "neuro") == lines


def test_counts_of_a_needle_are_no_grades(read: Read) -> None:
    """How much a muscle at rest discharges is no reflex."""
    assert read("Needle study: left biceps 2+ fibrillations, left triceps 1+ PSWs.", "neuro") == []
