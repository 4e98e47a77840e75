"""Specification of legs that are short or long."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Prone leg check: right short 4 mm", ["asymmetry right"]),
        ("Legs supine: left 5 mm shorter", ["asymmetry left"]),
        ("Left heel 3 mm short", ["asymmetry left"]),
        ("Left leg an inch long", ["asymmetry left"]),
        ("Scar from an inch-long cut", []),
        ("Right stride short", []),
        ("A shorter stay, left arm fine", []),
    ],
)
def test_short_legs(read: Read, text: str, lines: list[str]) -> None:
    """A side is short where legs or heels are spoken of, and tells of no region."""
    assert read(f"Objective: {text}.", "tart") == lines
