"""Specification of grids that are dictated."""

from collections.abc import Callable

Read = Callable[..., list[str]]


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
