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
