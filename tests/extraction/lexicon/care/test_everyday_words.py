"""Specification of words of care in their everyday meaning."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Patient: Ice, right outside the parking lot.", "transcript"),
        ("Patient: From the ice. I fell on my porch.", "transcript"),
        ("Doctor: T5 to T9, that whole stretch is stiff.", "transcript"),
        ("Doctor: You're bracing, let go.", "transcript"),
        ("Doctor: I press on the collar bone.", "transcript"),
        ("Doctor: I saw the osteopath's sign.", "transcript"),
        ("Works at a standing desk.", "note"),
        ("Asked about a back brace.", "note"),
        ("He brought donuts.", "note"),
        ("Plan: TFESI not needed.", "note"),
        ("Sleeps in short stretches.", "note"),
        ("Sleeps propped on three pillows.", "note"),
        ("Recs: please pass on to the night team.", "note"),
        ("Doctor: Okay, and now knee to chest, and let this one hang.", "transcript"),
    ],
)
def test_words_in_their_everyday_meaning(read: Read, text: str, kind: str) -> None:
    """Ice on the street, a stretch of the back, the collar bone, a desk at work and food are no care."""
    assert read(text, "care", kind) == []


@pytest.mark.parametrize(
    ("text", "kind", "lines"),
    [
        ("Patient: Ice helped a bit.", "transcript", ["other prior"]),
        ("Doctor: Do that stretch at home.", "transcript", ["exercise planned"]),
        ("Plan: collar at night.", "note", ["other planned"]),
        ("Plan: standing desk, donut.", "note", ["other planned"]),
        ("Doctor: Do the knee to chest twice a day.", "transcript", ["exercise planned"]),
        ("Plan: hamstring stretches daily.", "note", ["exercise planned"]),
    ],
)
def test_words_of_care(read: Read, text: str, kind: str, lines: list[str]) -> None:
    """The same words are care where they treat."""
    assert read(text, "care", kind) == lines
