"""Specification of what an examiner recalls of another day, and what has become of it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Last week the right side of your neck was like a cable. Feel that today, it's soft.", [
            "tissue_texture cervical right historical", "tissue_texture cervical right absent",
        ]),
        ("On Tuesday the left paraspinals at L3 were tight as a drum. Now they're soft.", [
            "tissue_texture lumbar left historical", "tissue_texture lumbar left absent",
        ]),
        ("Last time the muscle by T6 was in knots on the left, remember? It's gone.", [
            "tissue_texture thoracic left historical", "tissue_texture thoracic left absent",
        ]),
        ("In October the right SI was locked. It's moving freely now.", [
            "restriction sacral right historical", "restriction sacral right absent",
        ]),
        ("On Friday L4 was sore on the right. That's completely gone.", [
            "tenderness lumbar right historical", "tenderness lumbar right absent",
        ]),
    ],
)  # fmt: skip
def test_what_was_felt_then_and_is_gone(read: Read, said: str, lines: list[str]) -> None:
    """What was felt on another day is past, and its side is that of what is well now."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("L4 on the right is ropy. It's soft ground for a lawsuit.", ["tissue_texture lumbar right"]),
        ("Last week I was away. L4 on the right is ropy.", ["tissue_texture lumbar right"]),
        ("Last Friday you called. Today L4 is ropy on the right.", ["tissue_texture lumbar right"]),
        ("On Monday L4 was ropy on the right. The pain isn't gone.", ["tissue_texture lumbar right historical"]),
        ("On Monday L4 was ropy on the right. It's full in here now.", ["tissue_texture lumbar right historical"]),
    ],
)
def test_what_is_of_today(read: Read, said: str, lines: list[str]) -> None:
    """Another day makes nothing past that is told of today, and only what is said to be well is gone."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines
