"""Specification of the two sides of what pictures show."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: Here's the MRI of the lumbar spine. The left foramen at L3-4 is tight."
_LEFT, _RIGHT = "mri foraminal_narrowing lumbar left", "mri foraminal_narrowing lumbar right absent"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (" The right is fine.", [_LEFT, _RIGHT]),
        (" On the right? I don't see it. It's open.", [_LEFT, _RIGHT]),
        ("\nPatient: And the other side?\nDoctor: The right's wide open.", [_LEFT, _RIGHT]),
        ("\nPatient: And on the right?\nDoctor: It's open.", [_LEFT, _RIGHT]),
        (" Your right knee is fine.", [_LEFT]),
        (" Five-one is clean.", ["mri unremarkable lumbar", _LEFT]),
        ("\nPatient: And my right knee?\nDoctor: It's fine.", [_LEFT]),
        ("\nPatient: Is the right leg going to be okay?\nDoctor: The right is fine, it'll heal.", [_LEFT]),
    ],
)
def test_one_side_and_the_other(read: Read, text: str, lines: list[str]) -> None:
    """A side that is asked for, or told behind the other, is that of the same space; that of a limb is none."""
    assert sorted(read(_OPENING + text, "imaging", "transcript")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("It narrows the foramen on that side.", "mri foraminal_narrowing lumbar left"),
        ("The foramen's open on that side.", "mri foraminal_narrowing lumbar left absent"),
    ],
)
def test_that_side(read: Read, text: str, line: str) -> None:
    """That side is the one named last."""
    talk = f"Doctor: Here's the MRI of the lumbar spine. The disc at L4-5 bulges to the left. {text}"
    assert line in read(talk, "imaging", "transcript")


def test_a_foramen_that_a_patient_reads_of(read: Read) -> None:
    """Of what a patient has read aloud the clinician tells one side after the other."""
    talk = "Patient: It says right foraminal stenosis at C5-6.\nDoctor: I've seen the MRI of the neck. "
    assert read(talk + "The right one is narrow, I agree.", "imaging", "transcript") == [
        "mri foraminal_narrowing cervical right"
    ]
