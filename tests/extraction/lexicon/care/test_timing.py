"""Specification of when care is given, also by others or by the minute."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Booked for a laminectomy at L3-4.", ["surgery planned lumbar"]),
        ("L5-S1 epidural pending.", ["injection planned lumbar"]),
        ("Assessment: L5 dysfunction.\nWill avoid thrust there; muscle energy instead, from next visit.",
         ["manipulation planned"]),
        ("Brace and naproxen from urgent care.", ["other prior", "medication prior"]),
        ("Wears a back brace in the truck.", ["other prior"]),
    ],
)  # fmt: skip
def test_what_others_give(read: Read, text: str, lines: list[str]) -> None:
    """What is booked is planned; what comes from another clinic, or is worn already, was given before."""
    assert read(text, "care") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Dx: left sacroiliitis. Left SI joint injection under ultrasound.", ["injection today sacral"]),
        ("Treatment: interferential 15 min.", ["other today"]),
        ("Plan: ice 15 min every two hours at home.", ["other planned"]),
    ],
)
def test_what_a_clinic_gives(read: Read, text: str, lines: list[str]) -> None:
    """What is given under a beam or for some minutes is given today, unless it is for the home."""
    assert read(text, "care") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The spine team will do the C5-6 epidural.", ["injection planned cervical"]),
        ("They have you down for a fusion at L4-5.", ["surgery planned lumbar"]),
        ("We'll do some e-stim now.", ["other today"]),
        ("You can wear the brace from the hospital.", ["other planned"]),
    ],
)
def test_what_a_clinician_announces(read: Read, said: str, lines: list[str]) -> None:
    """What others will do is planned; what is done now is of today."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "care", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("You've done ten weeks of therapy, and the gabapentin made you dizzy.",
         ["physical_therapy prior", "medication prior"]),
        ("The naproxen hasn't helped, so I'd like to do an epidural next week.",
         ["medication prior", "injection planned"]),
        ("You need six weeks of therapy.", ["physical_therapy planned"]),
    ],
)  # fmt: skip
def test_what_is_gone_through(read: Read, said: str, lines: list[str]) -> None:
    """What somebody has done, or what came of it, is told of care that is over."""
    assert read(f"DR: {said}", "care", "transcript") == lines


@pytest.mark.parametrize("asked", ["Did the therapy do anything?", "Did the therapy help?"])
def test_care_that_did_nothing_was_given(read: Read, asked: str) -> None:
    """A no answers for the effect, not for the care."""
    assert read(f"DR: {asked}\nPT: Eight weeks, no.", "care", "transcript") == ["physical_therapy prior"]
