"""Specification of strength that an examiner calls good right behind a command."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Feet up, that's good on both sides.", ["motor_deficit bilateral absent"]),
        ("Push down as if on a brake, good on both.", ["motor_deficit bilateral absent"]),
        ("Squeeze my fingers, those are great.", ["motor_deficit absent"]),
        ("Kick out, that's fine on the left.", ["motor_deficit left absent"]),
        ("Rise up on your toes. Just the left. Lovely. Sit down.", ["motor_deficit left absent"]),
        ("Walk on your heels. Now only the right foot. Good and strong.", ["motor_deficit right absent"]),
    ],
)
def test_a_command_and_its_verdict(read: Read, said: str, lines: list[str]) -> None:
    """What is called good behind a command to move or to rise is strength, with the side of the verdict."""
    assert sorted(set(read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript"))) == lines


@pytest.mark.parametrize(
    "said",
    [
        "Chin up, that's good.",
        "Push your knees out against me, good, and relax, and again.",
        "Foot up here on the stool, good. Now lie down.",
        "Up on the table. Just the right foot. Good. Now lie down.",
        "Put your feet up at night, that's good on both accounts.",
        "Toes up for a week, is that good?",
        "Squeeze my fingers, that's good, and again.",
        "Push your foot out into my hand, that's good, and relax.",
    ],
)
def test_what_is_no_verdict(read: Read, said: str) -> None:
    """A treatment, a pose and advice try no strength."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Your hands are strong.", ["motor_deficit absent"]),
        ("Both legs feel plenty strong.", ["motor_deficit bilateral absent"]),
        ("You're strong in both arms.", ["motor_deficit bilateral absent"]),
        ("Strong anyhow, I tested that.", ["motor_deficit absent"]),
        ("Fists up, don't let me open them. I can't budge either of them.", ["motor_deficit absent"]),
        ("Knee straight, don't let me bend it. Left, I can't.", ["motor_deficit left absent"]),
        ("Hold the wrist back. I can't break that.", ["motor_deficit absent"]),
        ("Your legs aren't as strong as in the summer.", ["motor_deficit"]),
        ("If the legs are strong enough we walk.", []),
        ("You need strong legs for the hill.", []),
        ("I rock the hip here. I can't move it.", []),
        ("It has a strong smell, I tested it.", []),
    ],
)
def test_limbs_that_are_strong(read: Read, said: str, lines: list[str]) -> None:
    """A limb is strong that is called so, or that the examiner cannot overcome who bids to resist."""
    assert sorted(read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript")) == lines


def test_a_note_calls_limbs_strong(read: Read) -> None:
    """A note says it shortly."""
    assert read("Exam: hips free, legs strong.", "neuro") == ["motor_deficit absent"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Let me test your strength. Push, pull. Good.", ["motor_deficit absent"]),
        ("Checking the strength now, arms out, push. Fine. Okay.", ["motor_deficit absent"]),
        ("I want to build your strength. Push, pull. Good.", []),
        ("Let me see. Push, pull. Good.", []),
    ],
)
def test_strength_that_is_announced(read: Read, said: str, lines: list[str]) -> None:
    """What is called good is strength where it was to be tried."""
    assert read(f"DR: {said}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "kind", "lines"),
    [
        ("Exam: Full strength in both legs.", "note", ["motor_deficit bilateral absent"]),
        ("Exam: Full power throughout.", "note", ["motor_deficit absent"]),
        ("HPI: Works until at full strength.", "note", []),
        ("DR: Full strength in your arms.", "transcript", ["motor_deficit absent"]),
    ],
)
def test_full_strength(read: Read, said: str, kind: str, lines: list[str]) -> None:
    """Full strength names what it is of."""
    assert [*read(said, "neuro", kind)] == lines
