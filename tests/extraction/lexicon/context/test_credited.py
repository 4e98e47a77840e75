"""Specification of what a note leaves to somebody else behind it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

C3 = "somatic_dysfunction cervical C3"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('"C3 dysfunction" per chiropractor letter.', f"{C3} historical"),
        ("C3 dysfunction per outside records.", f"{C3} historical"),
        ("C3 dysfunction per referral form.", f"{C3} historical"),
        ("C3 dysfunction per outside records, I agree.", C3),
        ("C3 dysfunction per my chart.", C3),
        ("C3 dysfunction, OMT twice per week.", C3),
        ("C3 dysfunction per today's exam.", C3),
    ],
)
def test_sources(read: Read, text: str, line: str) -> None:
    """What stands before `per` and somebody else is theirs, unless the writer agrees."""
    assert read(text, "lesions") == [line]


def test_therapists(read: Read) -> None:
    """A `pt` of the patient's is a therapist; any other is a patient."""
    assert read("Has a diagnosis of C3 dysfunction from her PT.", "lesions") == []
    assert read("Diagnosis of C3 dysfunction in this pt.", "lesions") == [C3]


def test_lines(read: Read) -> None:
    """What is left to somebody else stands in the line of the `per`."""
    text = "Assessmnt\nleg - knee OK, cuboid: locked in eversion R = dysfxn\nlow back - per pt sore"
    assert all("historical" not in line for line in read(text, "lesions"))
