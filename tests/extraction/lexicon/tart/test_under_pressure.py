"""Specification of what a patient says under pressure."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Leaning on the right QL.\nPT: Eek.", ["tenderness lumbar right"]),
        ("DR: Tapping on T12.\nPT: Nothing.", ["tenderness thoracic absent"]),
        ("DR: Left levator.\nPT: That's horrid.", ["tenderness cervical left"]),
        ("DR: L4, on the right.\nPT: It stings when you press there.", ["tenderness lumbar right"]),
        ("DR: This rib, the fifth?\nPT: It's just you pressing.", ["tenderness rib_cage absent"]),
        ("DR: Okay.\nPT: Whoa, found it!\nDR: That's the right levator.", ["tenderness cervical right"]),
        ("DR: Tapping on T12.\nPT: No worries.", []),
        ("DR: I'm going to press on L4.\nPT: Fine.", []),
        ("DR: I'm leaning on the sacrum.\nPT: My knee hurts too.", []),
        ("DR: How was the trip?\nPT: Brutal.\nDR: Left L4 next.", []),
        ("DR: I need to be leaning on L4.\nPT: Fine.", []),
        ("DR: Okay.\nPT: My day was brutal.\nDR: That's the left L4.", []),
    ],
)
def test_what_is_said_under_pressure(read: Read, said: str, lines: list[str]) -> None:
    """It hurts, or it does not, where hands are at work; leave, and pain elsewhere, tell of none."""
    assert read(said, "tart", "transcript") == lines
