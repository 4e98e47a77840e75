"""Specification of times of care that its own words tell."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "kind", "lines"),
    [
        ("Doctor: L4 is stuck, but that one I'll adjust next time.", "transcript", ["manipulation planned lumbar"]),
        ("Doctor: I'll adjust L4 today.", "transcript", ["manipulation today lumbar"]),
        ("Dictation. T5 is stuck. Did HVLA to T5.", "transcript", ["manipulation today thoracic"]),
        ("Did PT, chiropractic.", "note", ["manipulation prior", "physical_therapy prior"]),
        ("Doctor: I've adjusted you three times already.", "transcript", ["manipulation prior"]),
        ("Doctor: That's your lumbar fusion, and it's solid.", "transcript", ["surgery prior lumbar"]),
        ("Doctor: Your lumbar fusion will take three hours.", "transcript", ["surgery planned lumbar"]),
        (
            "Follow up.\nNo new complaints.\nCurrent tx: tai chi, weekly OMT.",
            "note",
            ["exercise prior", "manipulation prior"],
        ),
        ("Dx: lumbar strain. Toradol IM given here, feels better.", "note", ["medication today"]),
    ],
)
def test_times_that_care_tells_itself(read: Read, text: str, kind: str, lines: list[str]) -> None:
    """Words beside care tell its time: the next visit, what was just done, counts up to now, what is owned."""
    assert sorted(read(text, "care", kind)) == lines
