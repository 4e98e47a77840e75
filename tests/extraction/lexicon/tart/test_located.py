"""Specification of places that an examiner names after the answer."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("talk", "lines"),
    [
        ("Tender here?\nPatient: Oh yes.\nDoctor: That's right over the left SI joint.", ["tenderness sacral left"]),
        ("Does that hurt?\nPatient: It does.\nDoctor: That's the right L4 facet.", ["tenderness lumbar right"]),
        ("Sore when I push there?\nPatient: No.\nDoctor: Okay, so that's your L2.", ["tenderness lumbar absent"]),
    ],
)
def test_a_place_named_after_the_answer(read: Read, talk: str, lines: list[str]) -> None:
    """Who asks about a spot and names it next speaks of one place, with its side."""
    assert read(f"Doctor: {talk}", "tart", "transcript") == lines


def test_what_was_turned_before_is_not_touched(read: Read) -> None:
    """The place named last is that of the touch, not the head that the patient was told to turn."""
    asked = "Doctor: Turn your head to the right. Does it hurt when I press here?"
    text = f"{asked}\nPatient: Yep.\nDoctor: That's C4 on the left."
    assert "tenderness cervical left" in read(text, "tart", "transcript")
