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


def test_a_test_is_of_the_side_turned_to(read: Read) -> None:
    """An examiner names the side with the command, and the test with its result."""
    text = "Doctor: Now tip your head over to the left.\nPatient: Ouch.\nDoctor: So that's a positive Spurling's."
    assert "tension_sign left" in read(text, "neuro", kind="transcript")


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
