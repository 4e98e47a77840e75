"""Specification of questions about daily life and their answers."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("asked", "answer", "lines"),
    [
        ("And sitting?", "Twenty minutes, then I'm up.", ["sitting"]),
        ("How's the walking?", "To the gate. That's all.", ["walking"]),
        ("And sleeping?", "Terrible.", ["sleep"]),
        ("Can you drive?", "No.", ["driving"]),
        ("Can you drive?", "Yes, fine.", []),
        ("Any trouble bending?", "Yeah.", ["bending"]),
        ("Any trouble bending?", "No.", []),
        ("Any falls?", "Two since June.", ["fall_risk"]),
        ("Any falls?", "None.", []),
        ("And sitting?", "Sitting is fine.", []),
        ("Can you walk on your heels?", "No.", []),
        ("Are you working?", "I retired in May.", []),
        ("Any numbness where you sit?", "A little, yes.", []),
    ],
)
def test_an_activity_that_is_asked_for(read: Read, asked: str, answer: str, lines: list[str]) -> None:
    """An activity is limited where the answer tells a limit of it, and of no other."""
    assert read(f"Doctor: {asked}\nPatient: {answer}\nDoctor: Okay.", "function", "transcript") == lines


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        ("Gardening. And the stairs.", ["sport", "walking"]),
        ("Lifting the grandkids, mostly.", ["lifting"]),
        ("Nothing really.", []),
        ("My golf swing, I have to sit down after.", ["sport"]),
    ],
)
def test_who_asks_what_cannot_be_done(read: Read, answer: str, lines: list[str]) -> None:
    """What opens an answer to who asks what cannot be done is limited."""
    text = f"Doctor: So what's it keeping you from?\nPatient: {answer}\nDoctor: Okay."
    assert read(text, "function", "transcript") == lines


def test_another_question_takes_the_answer(read: Read) -> None:
    """The answer belongs to the question right before it."""
    text = "Doctor: How's sleeping? Any fever?\nPatient: Yes, bad.\nDoctor: Okay."
    assert read(text, "function", "transcript") == []
