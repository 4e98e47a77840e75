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
