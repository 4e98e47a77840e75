"""Specification of studies that are still to be made."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("You don't need a new MRI but we'll get an x-ray of the neck.", ["xray other cervical hypothetical"]),
        ("T8 is what I look at. I want a CT of that level.", ["ct other thoracic hypothetical"]),
        ("We'd MRI the right knee in a month.", ["mri other lower_extremity right hypothetical"]),
        ("I'd inject it under CT guidance next week.", []),
        ("I don't think you need an x-ray for this.", []),
        ("Let me show you the x-ray we took.", []),
        ("Hang on, I'll order an MRI to check for a disc herniation.", ["mri other hypothetical"]),
    ],
)
def test_spoken_plans(read: Read, text: str, lines: list[str]) -> None:
    """A study is planned where it is wanted, with the part and side it is wanted of, and shows nothing yet."""
    assert read(f"Doctor: {text}", "imaging", "transcript") == lines


def test_a_patient_who_asks(read: Read) -> None:
    """Who asks whether a study is needed plans none."""
    assert not read("Doctor: It's a strain.\nPatient: Do I need an x-ray?", "imaging", "transcript")


def test_after_an_order(read: Read) -> None:
    """Behind a study that is only ordered nothing is shown."""
    text = "Doctor: We'll get an MRI of the back. Discs can bulge, and the bulging disc then presses on a nerve."
    assert read(text, "imaging", "transcript") == ["mri other hypothetical"]
