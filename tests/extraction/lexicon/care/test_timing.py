"""Specification of when care is given, also by others or by the minute."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Booked for a laminectomy at L3-4.", ["surgery planned lumbar"]),
        ("L5-S1 epidural pending.", ["injection planned lumbar"]),
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


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I'm sending you for a lumbar epidural.", ["injection planned lumbar"]),
        ("I'm sending you to pain management for an L4-5 epidural.", ["injection planned lumbar"]),
        ("I'm booking a C7-T1 interlaminar epidural.", ["injection planned cervical"]),
        ("I'm referring you for a facet block.", ["injection planned"]),
        ("Tomorrow a steroid shot at L5.", ["injection planned lumbar"]),
        ("Take a shot at the goal.", []),
        ("That was side posture for L5.", ["manipulation today lumbar"]),
        ("That was a good adjustment, T4.", ["manipulation today thoracic"]),
        ("That was the last adjustment of L5 in May.", ["manipulation prior lumbar"]),
    ],
)
def test_what_is_sent_for_or_just_done(read: Read, said: str, lines: list[str]) -> None:
    """What somebody is sent for is to come, and what a clinician names that was just heard is of today."""
    talk = f"DR: You've got canal stenosis at L4-5 from the ligament.\nPT: Okay.\nDR: {said}"
    assert read(talk, "care", "transcript") == lines


@pytest.mark.parametrize("head", ["Did", "Did today", "Done today", "Tx"])
def test_heads_of_what_was_done(read: Read, head: str) -> None:
    """A head says that what follows was done at this visit."""
    assert read(f"Impression: Neck pain.\n\n{head}: C5-6 adjustment seated, T4 thrust.", "care") == [
        "manipulation today cervical thoracic"
    ]
