"""Specification of what values say of reflexes."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Knee jerks 1+ and symmetric.", ["reflex_deficit absent"]),
        ("Achilles 1+, equal.", ["reflex_deficit absent"]),
        ("Achilles 1+ on the left.", ["reflex_deficit left"]),
        ("Achilles 1+ R, patellar 2+ symmetric.", ["reflex_deficit right", "reflex_deficit absent"]),
    ],
)
def test_low_and_alike(read: Read, text: str, lines: list[str]) -> None:
    """A low reflex is a loss where it has a side, and none where both sides are alike."""
    assert read(f"Exam: {text}", "neuro") == lines


def test_low_and_alike_in_speech(read: Read) -> None:
    """So it is where an examiner calls it out."""
    text = "Doctor: Knee jerks two plus, ankles one plus and equal.\nPatient: Okay."
    assert read(text, "neuro", "transcript") == ["reflex_deficit absent"]


def test_a_jerk_of_which_not_much_comes(read: Read) -> None:
    """Who gets little from a jerk finds it low; sleep and relief that fall short are no jerks."""
    said = "Achilles on the right, not getting much. You're not getting much sleep, either."
    assert read(f"DR: {said}", "neuro", "transcript") == ["reflex_deficit right"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Left ankle jerk, I get nothing.", ["reflex_deficit left"]),
        ("Slump on the right, I get nothing.", ["tension_sign right absent"]),
        ("Toes? Right can't hold it.", ["motor_deficit right"]),
        ("I can't do reflexes on a screen.", []),
        ("Your reflexes are normal do you reckon it helped", ["reflex_deficit absent"]),
    ],
)
def test_nothing_of_a_reflex(read: Read, text: str, lines: list[str]) -> None:
    """Nothing is a lost reflex and a negative test; who cannot hold the toes has lost no bladder."""
    assert read(f"Doctor: {text}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The left knee jerk still hasn't returned.", ["reflex_deficit left"]),
        ("Reflexes have come back.", ["reflex_deficit absent"]),
        ("Strength is back to full.", ["motor_deficit absent"]),
        ("The numbness came back.", ["sensory_deficit"]),
        ("The slump, is back pain all it gives?", []),
        ("Biceps jerk, the right was down, and now it's level with the left.", ["reflex_deficit right absent"]),
        ("Right knee jerk stayed silent even with a clenched jaw.", ["reflex_deficit right"]),
        ("Strength is good all the way down.", ["motor_deficit absent"]),
        (
            "Fingers spread left is weak four plus right five good triceps jerk two both.",
            ["motor_deficit left", "reflex_deficit bilateral absent"],
        ),
        ("Okay, grip.", []),
    ],
)
def test_what_returns_and_what_is_of_another_sign(read: Read, text: str, lines: list[str]) -> None:
    """A function that is back is well, and a complaint is not; a grade with its own side is of no later sign."""
    assert read(f"Doctor: {text}", "neuro", "transcript") == lines
