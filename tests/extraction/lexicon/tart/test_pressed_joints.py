"""Specification of pain where a note tells of hands that push on a joint."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("PA at L3-4 provokes his pain.", ["tenderness lumbar"]),
        ("PA at L3-4 stiff, reproduces pain.", ["restriction lumbar", "tenderness lumbar"]),
        ("UPA right C4/5 painful.", ["tenderness cervical right"]),
        ("CPA T8 pain +.", ["tenderness thoracic"]),
        ("PAs T3-6 stiff, pain-free.", ["restriction thoracic", "tenderness thoracic absent"]),
        ("No pain with springing of the thoracic spine.", ["tenderness thoracic absent"]),
        ("Palpation: pain over the right C3 facet.", ["tenderness cervical right"]),
    ],
)
def test_pain_under_a_push(read: Read, line: str, lines: list[str]) -> None:
    """A glide or a pressure from behind hurts, brings on the pain, or does not."""
    assert sorted(read(f"Exam:\n{line}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    "line",
    [
        "Lumbar mobility limited by pain.",
        "Lumbar mobility limited and painful.",
        "PA and lateral views, no fracture; pain at L4 persists.",
        "Pain at C5 for a week.",
    ],
)
def test_other_pain(read: Read, line: str) -> None:
    """Pain that limits a motion, that stands beside a picture, or that is a complaint is no tenderness."""
    assert [one for one in read(f"Exam:\n{line}", "tart") if one.startswith("tenderness")] == []
