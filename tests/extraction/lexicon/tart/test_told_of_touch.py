"""Specification of what an answer says of a touch."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        ("Not there. Lower. Yeah, there.", ["tenderness lumbar left"]),
        ("No. Up a bit. That's the spot.", ["tenderness lumbar left"]),
        ("Not there. Not anywhere.", ["tenderness lumbar left absent"]),
        ("Not there. That is not the one.", ["tenderness lumbar left absent"]),
        ("Good grief, yes.", ["tenderness lumbar left"]),
        ("Little.", ["tenderness lumbar left"]),
        ("Go ahead. Okay, that's sore.", ["tenderness lumbar left"]),
    ],
)
def test_an_answer_that_goes_on(read: Read, answer: str, lines: list[str]) -> None:
    """A no that leads the fingers on to the spot finds it."""
    assert read(f"DR: I'm pressing on the left at L4. Does that hurt?\nPT: {answer}", "tart", "transcript") == lines
