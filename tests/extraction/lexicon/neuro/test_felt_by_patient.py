"""Specification of tests of tension whose result the patient tells."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


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
