"""Specification of tests whose result is asked, and of postures that are no gait."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


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
