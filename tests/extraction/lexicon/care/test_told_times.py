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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("In 2022 he had a neck sprain. It settled with a collar and has not come back.", ["other prior"]),
        (
            "Seen for stiff legs and a poor gait since a fall. Six weeks of PT this winter, no change.",
            ["physical_therapy prior"],
        ),
        ("Assessment: Sprain. OMT once in the 90s.", ["manipulation prior"]),
        ("On June 3 I treated the sacrum with OMT.", ["manipulation prior sacral"]),
        ("CT with no fracture. Sent home with naproxen.", ["medication prior"]),
        ("Woke with back pain. Aleve + heating pad.", ["medication prior", "other prior"]),
        ("She has a maternity belt.", ["other prior"]),
        ("Plan: Soft collar fitted here.", ["other today"]),
        ("Plan: Ice 10 min tonight.", ["other planned"]),
        ("Plan: Ice 10 min.", ["other today"]),
        ("Procedure: Contrast followed the root, then 1 mL injected slowly at L5.", ["injection today lumbar"]),
    ],
)
def test_times_that_a_note_tells(read: Read, text: str, lines: list[str]) -> None:
    """Care that is over with what it was for, of no use, dated or taken is past; what is put on here is of today."""
    assert read(text, "care") == lines
