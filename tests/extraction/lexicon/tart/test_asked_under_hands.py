"""Specification of questions that say no more than questions of a touch do."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: I'm on both SI joints. Which is worse?\nPT: The left.", ["tenderness sacral left"]),
        ("DR: L2, L3, any of those bother you?\nPT: None.", ["tenderness lumbar absent"]),
        ("DR: How's that feel when I lean on the left SI?\nPT: Not great.", ["tenderness sacral left"]),
        ("DR: Does leaning on L4 bring on your pain?\nPT: No.", ["tenderness lumbar absent"]),
        ("DR: Under the left ribs, what's that like?\nPT: Tender, that.", ["tenderness abdomen_other left"]),
        ("DR: I'm pushing down on your head. Anything in the arm?\nPT: No.", []),
        ("DR: I'm on the left SI joint. Did you sleep?\nPT: No.", []),
        ("DR: I'm going to lean on L4, is that okay?\nPT: Sure.", []),
        ("DR: Does the knee bother you?\nPT: Yes.", []),
        ("DR: I'm tapping on your wrist, any zing?\nPT: No.", []),
        ("DR: I'm pressing on the top of your head. Any pain in the neck?\nPT: No.", []),
        ("DR: Does the hip bother you too?\nPT: Yes.", []),
    ],
)
def test_questions_under_hands(read: Read, said: str, lines: list[str]) -> None:
    """Their words are those of a touch, and hands are at work; nerves, days and leave are asked of otherwise."""
    assert read(said, "tart", "transcript") == lines
