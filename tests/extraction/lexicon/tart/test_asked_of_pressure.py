"""Specification of questions for anything under an examiner's hand."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("told", "answer", "lines"),
    [
        ("I'm pressing along the left side of the sacrum. Anything?", "No.", ["tenderness sacral left absent"]),
        ("My thumb is on the right first rib. Anything there?", "A bit.", ["tenderness rib_cage right"]),
        ("Leaning on T8 now. Anything at all?", "Nope.", ["tenderness thoracic absent"]),
        ("I'm pushing down on your head. Anything?", "No.", []),
        ("I'm pushing on the hip, through the thigh. Anything?", "No.", []),
        ("That's the lumbar film. Anything?", "No.", []),
        ("I'm pressing over L5. Anything new?", "No.", []),
    ],
)
def test_asks_for_anything(read: Read, told: str, answer: str, lines: list[str]) -> None:
    """Who presses on a place and asks for anything asks of its tenderness; tests of joints and nerves are none."""
    assert read(f"Doctor: {told}\nPatient: {answer}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: I'm on both SI joints now, anything?\nPT: No, those are fine.", ["tenderness sacral bilateral absent"]),
        ("DR: My thumb's on the left C2, anything?\nPT: Yes.", ["tenderness cervical left"]),
        ("DR: I'm on both phones now, anything else?\nPT: No.", []),
        ("DR: I read the lumbar report, anything?\nPT: No.", []),
    ],
)
def test_where_the_hands_lie_in_the_same_words(read: Read, turns: str, lines: list[str]) -> None:
    """Who says where the hands lie may ask for anything in the same breath."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: I'm on T3, T4, right side. There?\nPT: Yeah.", ["tenderness thoracic right"]),
        ("DR: I'm over the left SI joint. That one?\nPT: Nope.", ["tenderness sacral left absent"]),
        ("DR: I'll go up the bones with my thumb. T9. T8. Anything?\nPT: No.\nDR: T7, on the left?\nPT: Mm, yes.", [
            "tenderness thoracic absent", "tenderness thoracic left",
        ]),
        ("DR: I'm on call at the hip clinic. There?\nPT: Yes.", []),
        ("DR: I'm touching your foot with a pin. L4. L5. Anything?\nPT: No.", []),
        ("DR: The screws sit in L4. L5. Anything?\nPT: No.", []),
    ],
)  # fmt: skip
def test_pointing_to_where_the_hands_lie(read: Read, turns: str, lines: list[str]) -> None:
    """Fingers lie where an examiner is, or on the bones that are named one by one; a job and a film are no place."""
    assert read(turns, "tart", "transcript") == lines
