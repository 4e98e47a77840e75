"""Specification of strange feelings and weakness told in everyday words."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("My left foot keeps going dead", ["sensory_deficit left"]),
        ("The fingers feel woolly", ["sensory_deficit"]),
        ("There's a fizzing in my right calf", ["sensory_deficit right"]),
        ("My heel feels weird", ["sensory_deficit"]),
        ("It's like walking on moss", ["sensory_deficit"]),
        ("My arm feels feeble", ["motor_deficit"]),
        ("My left knee buckles on the stairs", ["motor_deficit left"]),
        ("My foot flops", ["motor_deficit"]),
    ],
)
def test_what_a_limb_does(read: Read, text: str, lines: list[str]) -> None:
    """A part of a limb and what it does or feels like make a symptom."""
    assert read(f"Doctor: Go on.\nPatient: {text}.", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    "text",
    [
        "My phone is dead",
        "There's a dull ache in my leg",
        "I was walking on the pillows of the sofa",
        "That's a funny thing to ask about a foot",
    ],
)
def test_what_is_no_strange_feeling(read: Read, text: str) -> None:
    """Other things are dead, dull and funny as well."""
    assert read(f"Doctor: Go on.\nPatient: {text}.", "neuro", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I was on pins and needles until you rang.", []),
        ("My foot is all pins and needles.", ["sensory_deficit"]),
    ],
)
def test_who_waits_on_pins_and_needles_feels_none(read: Read, said: str, lines: list[str]) -> None:
    """The figure of speech is no feeling."""
    assert read(f"DR: How are you?\nPT: {said}", "neuro", "transcript") == lines
