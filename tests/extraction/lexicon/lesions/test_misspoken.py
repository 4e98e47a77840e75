"""Specification of places and sides that a clinician has misspoken."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Somatic dysfunction at L six.\nDR: T6 dysfunction. Did I say T6? C6.", "somatic_dysfunction cervical C6"),
        ("L2 dysfunction.\nDR: Did I say L2?\nPT: You did.\nDR: T2, T2.", "somatic_dysfunction thoracic T2"),
        ("Right SI dysfunction. Did I say right? Left.", "somatic_dysfunction sacral left"),
        ("Right SI dysfunction. Did I say right? Right.", "somatic_dysfunction sacral right"),
    ],
)
def test_what_is_said_anew(read: Read, said: str, line: str) -> None:
    """Who doubts what was said, and says another thing, means the latter."""
    assert line in read(f"DR: {said}", "lesions", "transcript")
