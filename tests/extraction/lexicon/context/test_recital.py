"""Specification of earlier visits that a clinician goes over aloud."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

RECALLED = "Doctor: So last visit you had a left on left sacral torsion. L5 was FRS right."
PAST = ["somatic_dysfunction sacral left historical", "somatic_dysfunction lumbar L5 right historical"]


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ("", PAST),
        (
            "\nPatient: And the neck.\nDoctor: And C3 was ERS left.",
            [*PAST, "somatic_dysfunction cervical C3 left historical"],
        ),
        (" Today T4 is ERS left.", [*PAST, "somatic_dysfunction thoracic T4 left"]),
        ("\nPatient: Yes.\nDoctor: Okay, T4 is stuck. It's ERS left.", [*PAST, "somatic_dysfunction thoracic T4 left"]),
    ],
)
def test_an_earlier_visit(read: Read, more: str, lines: list[str]) -> None:
    """It goes on over what the patient throws in, and ends with words of today."""
    assert sorted(read(RECALLED + more, "lesions", "transcript")) == sorted(lines)


def test_the_visit_of_today(read: Read) -> None:
    """Who tells in the past tense what was just found tells of today."""
    assert read("Doctor: Let me write this up. L5 was FRS right.", "lesions", "transcript") == [
        "somatic_dysfunction lumbar L5 right"
    ]
