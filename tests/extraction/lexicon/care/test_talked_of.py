"""Specification of care that is only talked of."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("asked", "reply", "kinds"),
    [
        ("Any acupuncture so far?", "Not yet.", []),
        ("Have you had physical therapy?", "Haven't started.", []),
        ("Acupuncture, massage?", "Acupuncture yes, massage no.", ["acupuncture"]),
        ("Massage, injections?", "Massage, yes. Injections, not yet.", ["massage"]),
        ("Did they do the injection?", "I cancelled it.", []),
        ("Any acupuncture so far?", "Ten sessions.", ["acupuncture"]),
        ("What did you take?", "Ibuprofen, no injections.", ["medication"]),
    ],
)
def test_what_was_not_had(read: Read, asked: str, reply: str, kinds: list[str]) -> None:
    """What was not had yet, was called off or is struck out by a no was no care; the rest of the answer was."""
    found = read(f"Doctor: {asked}\nPatient: {reply}", "care", "transcript")
    assert sorted({line.split()[0] for line in found}) == kinds
