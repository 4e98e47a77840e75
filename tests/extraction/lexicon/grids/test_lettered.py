"""Specification of places with the letters of what was found there."""

from collections.abc import Callable

Read = Callable[..., list[str]]


def test_letters_in_brackets(read: Read) -> None:
    """The first T is tissue texture, one behind other letters tenderness; a position may stand between."""
    text = "Exam: TART: C2-5 (T,R), T4 R (A/T), L5 ERSL (R)"
    assert read(text, "tart") == [
        "tissue_texture cervical",
        "restriction cervical",
        "asymmetry thoracic right",
        "tenderness thoracic right",
        "restriction lumbar",
    ]
    assert read(text, "lesions") == ["somatic_dysfunction lumbar L5 left"]


def test_a_single_letter_is_none(read: Read) -> None:
    """One bracket with a letter may mean anything."""
    assert read("Exam: Sacrum (A)", "tart") == []
