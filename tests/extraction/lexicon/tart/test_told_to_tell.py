"""Specification of pain that patients tell who were told to say so, or rate it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: I'm tapping down the lumbar spine, tell me.\nPT: No... no... no.", ["tenderness lumbar absent"]),
        ("DR: Now I'm feeling down T4 to T8. Let me know if it hurts.\nPT: Nope.", ["tenderness thoracic absent"]),
        ("DR: I'll go along the left ribs with my thumb. Tell me when.\nPT: There!", ["tenderness rib_cage left"]),
        ("DR: I'm going to walk my fingers up the thoracic spine.\nPT: Yes! Right there.", ["tenderness thoracic"]),
        ("DR: C5 on the right is a knot. How sore, one to ten?\nPT: About six.", [
            "tissue_texture cervical right", "tenderness cervical right",
        ]),
        ("DR: C5 on the right is a knot. How tender is it?\nPT: Zero.", [
            "tissue_texture cervical right", "tenderness cervical right absent",
        ]),
        ("DR: I'm going to tap your knee. Tell me if your leg jumps.\nPT: Yes!", []),
        ("DR: I'm running down to the lumbar class. Tell me about your week.\nPT: No.", []),
        ("DR: I'm tapping down the lumbar spine.\nPT: No worries.", []),
        ("DR: How sore were you after work, one to ten?\nPT: Six.", []),
    ],
)  # fmt: skip
def test_pain_that_is_told(read: Read, turns: str, lines: list[str]) -> None:
    """Fingers that go over a place and a bid to tell of pain make a yes or a no an answer, and so does a rating."""
    assert read(turns, "tart", "transcript") == lines
