"""Specification of what a patient cannot do or feel, has lost, or does not notice."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("She fails to complete five heel raises on the left", ["motor_deficit left"]),
        ("He is not able to perform a single leg squat on the right", ["motor_deficit right"]),
        ("Cannot resist dorsiflexion on the right", ["motor_deficit right"]),
        ("She has lost most of the power in her left arm", ["motor_deficit left"]),
        ("He is losing the feeling in his right thumb", ["sensory_deficit right"]),
        ("She can't feel the pedals under her feet", ["sensory_deficit"]),
        ("He hasn't been able to urinate since noon", ["bowel_bladder"]),
        ("She doesn't always make it to the restroom", ["bowel_bladder"]),
        ("He wees without noticing", ["bowel_bladder"]),
    ],
)
def test_what_cannot_be_done_or_felt(read: Read, text: str, lines: list[str]) -> None:
    """A word of failing and what it keeps from being done make a finding."""
    assert read(f"Subjective: {text}.", "neuro") == lines


@pytest.mark.parametrize(
    "text",
    [
        "He could not complete the heel raises because of knee pain",
        "She couldn't come on Tuesday",
        "He makes it to the bathroom in good time",
        "She lost her keys",
    ],
)
def test_what_is_no_loss(read: Read, text: str) -> None:
    """What pain prevents, and what has nothing to do with strength or feeling, is no finding."""
    assert "motor_deficit" not in read(f"Subjective: {text}.", "neuro")


def test_a_question_asks_for_a_loss(read: Read) -> None:
    """What was lost may be asked for."""
    text = "Doctor: Have you lost any strength in the hand?\nPatient: None."
    assert read(text, "neuro", "transcript") == ["motor_deficit absent"]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: If your legs turn heavy, come straight in.", ["motor_deficit hypothetical"]),
    ],
)
def test_a_limb_may_become_weak(read: Read, turns: str, lines: list[str]) -> None:
    """What a limb might become is a warning."""
    assert read(turns, "neuro", kind="transcript") == lines
