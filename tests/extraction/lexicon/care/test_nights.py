"""Specification of how somebody is kept up at night."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Up three times a night.", ["sleep"]),
        ("Up every two hours.", ["sleep"]),
        ("One bed, three nights a week.", []),
        ("Up 3x nightly to urinate.", []),
        ("Up twice a night with the new baby.", []),
        ("Follow up most nights by phone.", []),
        ("Up two or three times a night but it is the prostate.", []),
        ("Looked it up at night.", []),
    ],
)
def test_how_often_somebody_is_up(read: Read, text: str, lines: list[str]) -> None:
    """Who is up at night for pain is limited, and who goes to the bathroom or to a child has another reason."""
    assert read(f"Subjective: {text}", "function") == lines


def test_a_night_with_a_child(read: Read) -> None:
    """Who is asked about a baby is up for it."""
    talk = "Doctor: Is the baby sleeping yet?\nPatient: No. Still up every two hours."
    assert read(talk, "function", "transcript") == []


def test_a_night_that_answers_a_question_of_the_bladder(read: Read) -> None:
    """Who is asked about the bladder is up for another reason."""
    assert read("Doctor: Bladder okay?\nPatient: Up twice a night, as ever.", "function", "transcript") == []
