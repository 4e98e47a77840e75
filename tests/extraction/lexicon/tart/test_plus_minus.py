"""Specification of places and components with a mark each."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("TTP: + T6, - L3", ["tenderness thoracic", "tenderness lumbar absent"]),
        ("TTP: T6+, L3-", ["tenderness thoracic", "tenderness lumbar absent"]),
        ("Tenderness: T6 (+), L3 (-)", ["tenderness thoracic", "tenderness lumbar absent"]),
        ("Tender: T6 yes, L3 no", ["tenderness thoracic", "tenderness lumbar absent"]),
        ("Tender at T6, not at L3.", ["tenderness thoracic", "tenderness lumbar absent"]),
        ("Tender at T6 and L3.", ["tenderness thoracic", "tenderness lumbar"]),
    ],
)
def test_each_place_has_its_sign(read: Read, text: str, lines: list[str]) -> None:
    """A sign beside a place says whether the finding is there; without signs it is at all of them."""
    assert read(text, "tart") == lines


def test_letters_with_their_marks(read: Read) -> None:
    """The first T of a region is the tissue, one behind the others tenderness; all may have one mark."""
    text = "Doctor: Sacrum: T plus, A minus, R plus, T plus. Lumbar: all minus."
    assert sorted(read(text, "tart", "transcript")) == [
        "asymmetry lumbar absent",
        "asymmetry sacral absent",
        "restriction lumbar absent",
        "restriction sacral",
        "tenderness lumbar absent",
        "tenderness sacral",
        "tissue_texture lumbar absent",
        "tissue_texture sacral",
    ]


def test_other_marks_are_none(read: Read) -> None:
    """A mark of a test or of praise tells of no grid."""
    assert not read("Doctor: A plus for your neck, and clonus negative.", "tart", "transcript")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Spasm: C/S +, T/S -, L/S ++.",
            ["tissue_texture cervical", "tissue_texture thoracic absent", "tissue_texture lumbar"],
        ),
        ("Fixation: C3 +, L2 -.", ["restriction cervical", "restriction lumbar absent"]),
        (
            "Tender: T4 (2/4) R, L2 (3/4) b/l, S2 0/4.",
            ["tenderness thoracic right", "tenderness lumbar bilateral", "tenderness sacral absent"],
        ),
        ("Tender: L3 R, L5 L.", ["tenderness lumbar right", "tenderness lumbar left"]),
        ("Tender: L4 +, R SI +, L5 +.", ["tenderness lumbar", "tenderness sacral right"]),
        ("Tender: L4 ++, R T5 +.", ["tenderness lumbar", "tenderness thoracic right"]),
        ("Tender: L4 = + R, T5 : - L.", ["tenderness lumbar right", "tenderness thoracic left absent"]),
        ("Tender: L4 - R, T5 - L.", ["tenderness lumbar right absent", "tenderness thoracic left absent"]),
        ("Tender C5 -PRS, T4 -PLS.", ["tenderness cervical"]),
        ("Tender: L4 R 2/4, T5 L 0/4.", ["tenderness lumbar right", "tenderness thoracic left absent"]),
    ],
)
def test_marks_and_grades_behind_places(read: Read, text: str, lines: list[str]) -> None:
    """Each place has its sign or grade behind it, and its side beside that; a grade of zero denies."""
    assert read(f"Exam: {text}", "tart") == lines
