"""Specification of the side of the limb that a visit is about."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sciatica of the left leg for a week. The heel is numb.", ["sensory_deficit left"]),
        ("Pain shoots down the right arm. The thumb tingles.", ["radicular_pain right", "sensory_deficit right"]),
        ("Cramps in both legs. Soles numb on walking.", ["sensory_deficit bilateral"]),
    ],
)
def test_a_limb_keeps_its_side(read: Read, text: str, lines: list[str]) -> None:
    """What is wrong in a limb is on the side that the text names for it."""
    assert read(f"HPI: {text}", "neuro") == lines


@pytest.mark.parametrize(
    "text",
    [
        "Sciatica of the left leg. The fingers are numb.",
        "Pain in the left leg. The right one is worse. The toes are numb.",
        "Numb lips since the dentist. Pain in the left arm.",
    ],
)
def test_another_limb_has_no_side_of_it(read: Read, text: str) -> None:
    """A side of a leg is none of an arm or face, and of two sides none is chosen."""
    assert "sensory_deficit" in read(f"HPI: {text}", "neuro")


def test_a_test_has_not_the_side_of_another_one(read: Read) -> None:
    """The side on which one test is well is not that of the next one."""
    text = "DR: Straight leg raise on the left is negative. Slump is positive."
    assert read(text, "neuro", "transcript") == ["tension_sign left absent", "tension_sign"]


@pytest.mark.parametrize(
    ("talk", "line"),
    [
        ("Patient: My heel is numb.\nDoctor: Which foot?\nPatient: The right.", "sensory_deficit right"),
        ("Patient: My thumb tingles.\nDoctor: Which one is it?\nPatient: Left.", "sensory_deficit left"),
        ("Patient: My heel is numb.\nDoctor: Which chair?\nPatient: The left.", "sensory_deficit"),
        ("Patient: My heel is numb.\nDoctor: The SI joint is stuck. The left one moves fine.", "sensory_deficit"),
    ],
)
def test_a_side_that_is_asked_for(read: Read, talk: str, line: str) -> None:
    """Who is asked which limb it is names the side; of a joint that moves well it is none."""
    assert line in read(talk, "neuro", kind="transcript")
