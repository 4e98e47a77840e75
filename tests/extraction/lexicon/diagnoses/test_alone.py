"""Specification of diagnoses in a line of their own."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
_EXAM = "Exam: tender T8, reflexes equal."


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Thoracic pain, from posture most likely. Home program.", ["thoracic_pain thoracic"]),
        ("Acute lumbar strain.", ["sprain_strain lumbar"]),
        ("L1 compression fracture, stable. Brace.", ["fracture lumbar"]),
        ("Headache since Monday.", []),
    ],
)
def test_a_line_below_the_examination(read: Read, line: str, lines: list[str]) -> None:
    """What a line opens with below the examination is the diagnosis; a story or a finding is none."""
    assert read(f"{_EXAM}\n{line}", "diagnoses") == lines


def test_a_complaint_above_the_examination(read: Read) -> None:
    """A complaint at the head of a note is no diagnosis."""
    assert read(f"Clinic visit.\nNeck pain.\n{_EXAM}", "diagnoses") == []
