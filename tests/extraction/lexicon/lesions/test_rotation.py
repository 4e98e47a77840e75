"""Specification of sides that the examination gives to what is concluded."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("exam", "line"),
    [
        ("L hemidiaphragm restricted, boggy below the left costal margin.", "somatic_dysfunction abdomen_other left"),
        ("Both hemidiaphragms restricted.", "somatic_dysfunction abdomen_other"),
        ("L4 restricted on the left.", "somatic_dysfunction abdomen_other"),
    ],
)
def test_the_half_of_a_diaphragm(read: Callable[..., list[str]], exam: str, line: str) -> None:
    """A diaphragm that is concluded without a side has that of the one half that was found."""
    assert read(f"Exam: {exam}\nAssessment: Somatic dysfunction of the abdomen.", "lesions") == [line]


@pytest.mark.parametrize(
    ("exam", "line"),
    [
        ("T6 is rotated right.", "thoracic T6 right"),
        ("T6 is stood back on the right.", "thoracic T6 right"),
        ("T6 is shifted over to the left.", "thoracic T6 left"),
        ("T6 is posterior on the left.", "thoracic T6 left"),
        ("T6 is tender on the left.", "thoracic T6"),
        ("T6 sits forward on the left.", "thoracic T6"),
    ],
)
def test_the_side_of_a_vertebra(read: Callable[..., list[str]], exam: str, line: str) -> None:
    """A vertebra that is concluded without a side has the one on which it was found to stand back."""
    text = f"Doctor: {exam} So, somatic dysfunction at T6."
    assert read(text, "lesions", "transcript") == [f"somatic_dysfunction {line}"]
