"""Specification of results that are told after their tests."""

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


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Leg raise on the left, thirty degrees?\nPatient: Ouch, yes.", ["tension_sign left"]),
        ("Doctor: Slump on the right?\nPatient: Only tight behind the knee.", ["tension_sign right absent"]),
        ("Doctor: Spurling's?\nPatient: Nope.", ["tension_sign absent"]),
        ("Doctor: I'll lift your left leg.\nPatient: Okay.", []),
        (
            "Doctor: Spurling's, anything?\nPatient: No.\nDoctor: Negative on both sides.",
            ["tension_sign bilateral absent"],
        ),
    ],
)
def test_the_answer_decides(read: Read, turns: str, lines: list[str]) -> None:
    """A cry or what runs down a limb is positive; the examiner's own verdict comes first."""
    assert [line for line in read(turns, "neuro", "transcript") if line.startswith("tension")] == lines


def test_pain_of_a_test_is_no_tenderness(read: Read) -> None:
    """What a raised leg gives is felt by no finger."""
    turns = "Doctor: Straight leg raise on the right, does that hurt?\nPatient: Ow, into my calf."
    assert not read(turns, "tart", "transcript")


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (["Doctor: Spurling's to the left. Does it shoot down the arm?", "Patient: Yes."], ["tension_sign left"]),
        (["Doctor: Slump on the right. Anything down the leg?", "Patient: No.", "Doctor: And the left?",
          "Patient: Yeah."], ["tension_sign right absent", "tension_sign left"]),
        (["Doctor: Does it shoot down the arm?", "Patient: Yes."], ["radicular_pain"]),
    ],
)  # fmt: skip
def test_a_test_is_decided_by_the_answer(read: Read, turns: list[str], lines: list[str]) -> None:
    """What runs down a limb in a test is its result; without a test it is a complaint."""
    assert read("\n".join(turns), "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Antalgic: head tilted right", []),
        ("Antalgic lean, slow gait", ["gait"]),
        ("Antalgic gait", ["gait"]),
    ],
)
def test_an_antalgic_posture_is_no_gait(read: Read, text: str, lines: list[str]) -> None:
    """A head held to ease pain tells nothing of a walk."""
    assert read(f"Objective: {text}.", "neuro") == lines


def test_a_side_that_is_well_is_not_pointed_back_to(read: Read) -> None:
    """`That side` is the one that something is wrong with."""
    said = "Doctor: Weak on the right, four of five. Left, five. Okay, Spurling's positive on that side."
    assert read(said, "neuro", "transcript")[-1] == "tension_sign right"
