"""Specification of roots and sides of findings."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Derm L2-S1 intact", ["sensory_deficit L2 L3 L4 L5 S1 absent"]),
        ("Sensation intact C5-T1", ["sensory_deficit C5 C6 C7 C8 T1 absent"]),
        ("Myotomes: C5-C7 5/5", ["motor_deficit C5 C6 C7 absent"]),
        ("Motor 5/5 L2-S1", ["motor_deficit absent"]),
        ("Pinprick dull over the left thumb (C6)", ["sensory_deficit C6 left"]),
        ("Numb in the feet L>R", ["sensory_deficit bilateral"]),
    ],
)
def test_roots(read: Read, text: str, lines: list[str]) -> None:
    """Roots are as they are named; a span from one region to the next holds those between."""
    assert sorted(read(f"EXAM\n{text}", "neuro")) == sorted(lines)


def test_a_test_is_of_the_side_turned_to(read: Read) -> None:
    """An examiner names the side with the command, and the test with its result."""
    text = "Doctor: Now tip your head over to the left.\nPatient: Ouch.\nDoctor: So that's a positive Spurling's."
    assert "tension_sign left" in read(text, "neuro", kind="transcript")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("It runs down my left arm. And that hand tingles.", ["radicular_pain left", "sensory_deficit left"]),
        ("My right foot, on top of it, it's numb.", ["sensory_deficit right"]),
        ("My left knee clicks. My hand tingles.", ["sensory_deficit"]),
    ],
)
def test_sides_pointed_back_to(read: Read, text: str, lines: list[str]) -> None:
    """Whoever says that hand speaks of the side named before."""
    assert read(f"Doctor: Tell me.\nPatient: {text}", "neuro", "transcript") == lines


def test_a_root_named_after(read: Read) -> None:
    """The root may be named after what it explains."""
    text = "Doctor: Pinprick is dull over the left thumb, that's C6.\nPatient: Okay."
    assert read(text, "neuro", "transcript") == ["sensory_deficit C6 left"]


@pytest.mark.parametrize(
    ("talk", "line"),
    [
        ("Patient: My left calf burns.\nDoctor: If that foot starts slapping, come in.", "motor_deficit hypothetical"),
        ("Patient: My left arm aches.\nDoctor: If that hand gets weak, call me.", "motor_deficit hypothetical"),
        ("Patient: My calf burns.\nDoctor: If the left foot gets weak, come in.", "motor_deficit left hypothetical"),
    ],
)
def test_what_may_yet_come_has_only_the_side_that_is_said(read: Read, talk: str, line: str) -> None:
    """A warning speaks of what may come; that foot may be either one."""
    assert line in read(talk, "neuro", "transcript")


def test_both_sides_that_are_well_are_not_those_of_a_complaint(read: Read) -> None:
    """What is well in both arms is not what tingles."""
    talk = "P: My left thumb hurts.\nD: Five out of five in both arms. Anything else?\nP: And the thumb tingles."
    assert "sensory_deficit left" in read(talk, "neuro", "transcript")


def test_the_midline_is_no_side_of_a_nerve(read: Callable[..., list[str]]) -> None:
    """What is tender in the midline, or a middle finger, gives a nerve no side of its own."""
    assert read("Exam: Pinprick dull over the right middle finger.", "neuro") == ["sensory_deficit right"]
    assert read("Exam: midline tenderness no stepoff legs strong", "neuro") == ["motor_deficit absent"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Tingling of the left foot and weakness of the right hand.", ["sensory_deficit left", "motor_deficit right"]),
        ("Weakness and numbness of the left arm.", ["motor_deficit left", "sensory_deficit left"]),
        ("Right leg weakness and numbness.", ["motor_deficit right", "sensory_deficit right"]),
        ("Strength 5/5 in the arms and 4/5 in right wrist extension.", ["motor_deficit absent", "motor_deficit right"]),
        ("Strength 4/5 in the right foot.", ["motor_deficit right"]),
    ],
)
def test_where_something_is_leads_to_its_side(read: Read, text: str, lines: list[str]) -> None:
    """The side behind a preposition is that of what stands before it; what a further grade is of has its own."""
    assert sorted(read(f"EXAM\n{text}", "neuro")) == sorted(lines)
