"""Specification of what is stated anew or denied after checking again."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("L3 is tender. Actually, no, it isn't.", ["tenderness lumbar absent"]),
        ("L3 is tender. Actually it's not.", ["tenderness lumbar absent"]),
        ("L3 is tender. Let me recheck. No, it isn't tender.", ["tenderness lumbar absent"]),
        ("L3 is tender. Wait, no, not tender at all.", ["tenderness lumbar absent"]),
        ("L3 is not tender. Hang on, there it is, tender.", ["tenderness lumbar"]),
        ("L3 is tender. Sorry, cold hands. T4 is nontender.", ["tenderness lumbar", "tenderness thoracic absent"]),
        ("L3 is tender. Sorry, T4 is tender too.", ["tenderness lumbar", "tenderness thoracic"]),
    ],
)
def test_the_latter_of_two_statements_holds(read: Read, said: str, lines: list[str]) -> None:
    """What a speaker finds on checking again replaces what was found before, at the same place alone."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


@pytest.mark.parametrize(
    "said",
    [
        "Did I say left? I meant right.",
        "I said left, I meant right.",
        "Hang on, I've got that backwards: it's the right foot.",
        "I have it the wrong way round, it's the right foot.",
    ],
)
def test_speakers_quote_their_mistake(read: Read, said: str) -> None:
    """A side that is only quoted as wrong is corrected where it was first said."""
    assert read(f"DR: Numbness in the left foot. {said}", "neuro", "transcript") == ["sensory_deficit right"]
