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


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Heels together. Left's short.", ["asymmetry left"]),
        ("DR: Left leg's long.", ["asymmetry left"]),
        ("DR: Legs together. Right's long by a quarter inch.", ["asymmetry right"]),
        ("DR: The jaw's tight. Heels together. Left's short.", ["tissue_texture head", "asymmetry left"]),
        ("DR: Come in. Left's short of time.", []),
    ],
)
def test_heels_lined_up(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """Heels that lie together tell which leg is short or long."""
    assert read(said, "tart", "transcript") == lines
