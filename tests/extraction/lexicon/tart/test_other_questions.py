"""Specification of questions in an examination that ask of something else than a touch."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "question",
    [
        "What kind of pain is it in the knee, sharp or dull?",
        "Is your neck sore after driving?",
        "Which hip is it that hurts?",
        "You are here for your shoulder, correct?",
        "I will be in touch about the knee, okay?",
    ],
)
def test_a_complaint_is_no_touch(read: Read, question: str) -> None:
    """Questions of kinds, days and visits ask for a story, though they name pain and place."""
    assert read(f"Doctor: {question}\nPatient: Yes.", "tart", "transcript") == []


@pytest.mark.parametrize(
    "turns",
    [
        ["Doctor: I press on your neck, does that shoot down the arm?", "Patient: It does."],
        ["Doctor: Tapping at the wrist here, any tingling?", "Patient: Nah."],
        ["Doctor: I'll adjust L3. There. How's that?", "Patient: Better, I can twist."],
    ],
)
def test_questions_of_nerves_and_of_relief(read: Read, turns: list[str]) -> None:
    """Whether a touch sends something down a limb, and how it is after treatment, tells of no tenderness."""
    assert read("\n".join(turns), "tart", "transcript") == []
