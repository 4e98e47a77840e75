"""Specification of tenderness whose side is told after the answer."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("Tender on the left.", ["tenderness cervical left"]),
        ("Right, sore on both sides then.", ["tenderness cervical bilateral"]),
        ("C6 is sore on the left.", ["tenderness cervical", "tenderness cervical left"]),
        ("Tender on the left?", ["tenderness cervical"]),
        ("So that's tender to the left of C4.", ["tenderness cervical left"]),
        ("So C4 is tender on the left.", ["tenderness cervical", "tenderness cervical left"]),
        ("I see. Just stay there for me now, nice and easy. Tender on the left.", [
            "tenderness cervical", "tenderness cervical left",
        ]),
    ],
)  # fmt: skip
def test_the_side_of_what_was_asked(read: Read, told: str, lines: list[str]) -> None:
    """A side told right behind the answer is that of the same spot, unless another place is named."""
    text = f"Doctor: This is C3. Sore?\nPatient: Ow, yes.\nDoctor: {told}"
    assert read(text, "tart", "transcript") == lines


def test_a_cry_before_both_sides_are_asked(read: Read) -> None:
    """A cry without a side is the pain that is asked of right after it, and an answer is read once."""
    told = "Doctor: C5, C6, the muscle is in spasm on both sides.\nPatient: Ah! Careful.\nDoctor: Sorry."
    asked = f"{told} Tender on both sides?\nPatient: Both sides."
    assert read(asked, "tart", "transcript") == ["tissue_texture cervical bilateral", "tenderness cervical bilateral"]
