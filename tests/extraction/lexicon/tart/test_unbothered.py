"""Specification of a touch that bothers nobody."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("I can dig into the left SI and she doesn't mind.", ["tenderness sacral left absent"]),
        ("My thumbs are under the occiput. Not bothered by it, are you?", ["tenderness head absent"]),
        ("I push on T6, nothing that bothers him.", ["tenderness thoracic absent"]),
        ("Pressing on the knee doesn't really seem to bother you.", ["tenderness lower_extremity absent"]),
        ("I poke at the coccyx and it bothers him.", []),
        ("I push on T6. He doesn't mind needles.", []),
        ("I push on T6. It doesn't bother you at work.", []),
        ("The neck is long. She doesn't mind.", []),
        ("I press on L4, no bother to reach.", []),
        ("I press on L4 and don't think he minds.", []),
    ],
)
def test_unbothered(read: Read, text: str, lines: list[str]) -> None:
    """Who is pressed and does not mind has no tenderness; of days and of other things nothing is told."""
    assert read(f"Doctor: {text}", "tart", "transcript") == lines
