"""Specification of statements that only sound like questions."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("So that's a segmental dysfunction at T6, right?", ["somatic_dysfunction thoracic T6"]),
        ("Is a joint dysfunction of the right SI, yes?", ["somatic_dysfunction sacral right"]),
        ("You have a subluxation at C3, you see?", ["subluxation_complex cervical C3"]),
        ("Is it a subluxation at C3, yes?", []),
        ("What is a somatic dysfunction of the neck, right?", []),
        ("Did he call it a subluxation at C3?", []),
        ("So you were told you have a subluxation at C3, yes?", []),
    ],
)
def test_what_a_clinician_tells_with_a_tag(read: Read, said: str, lines: list[str]) -> None:
    """Who only asks to be followed states; who turns the order of the words asks."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript") == lines


def test_who_teaches_is_waited_for(read: Read) -> None:
    """A trainee who asks the one who teaches has not stated anything."""
    turns = "Resident: That's a somatic dysfunction at T6, right?\nAttending: No, T6 moves fine."
    assert read(turns, "lesions", "transcript") == []
