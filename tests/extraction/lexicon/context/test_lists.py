"""Specification of lists of places."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Tender at C4, graded 3/4, and at the right first rib.",
            ["tenderness cervical", "tenderness rib_cage right"],
        ),
        (
            "TTP L3 L (1/4), T9 R (2/4) and C2 (3/4).",
            ["tenderness lumbar left", "tenderness thoracic right", "tenderness cervical"],
        ),
        ("T10-L2 paraspinals ropy.", ["tissue_texture thoracic", "tissue_texture lumbar"]),
        ("Tender C6 to T3.", ["tenderness cervical", "tenderness thoracic"]),
        ("Tender: T2, T9 (R), L3 (L).", ["tenderness thoracic right", "tenderness lumbar left"]),
        (
            "Spasm: mild R cervical, moderate L lumbar.",
            ["tissue_texture cervical right", "tissue_texture lumbar left"],
        ),
        (
            "Spasm R levator, L glutes, R QL.",
            ["tissue_texture cervical right", "tissue_texture pelvic left", "tissue_texture lumbar right"],
        ),
        ("Spasm: L buttock, R QL.", ["tissue_texture pelvic left", "tissue_texture lumbar right"]),
        (
            "Static palpation today reveals tenderness and spasm at C6, T9.",
            [
                "tenderness cervical",
                "tenderness thoracic",
                "tissue_texture cervical",
                "tissue_texture thoracic",
            ],
        ),
    ],
)
def test_lists_with_grades(read: Read, text: str, lines: list[str]) -> None:
    """A grade between the places of a list does not end it."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sore at T7 (1/4) and at the right SI joint (2/4).", ["tenderness thoracic", "tenderness sacral right"]),
        (
            "Tender: C6 (mild), T3 (mod), L SI (severe).",
            ["tenderness cervical", "tenderness thoracic", "tenderness sacral left"],
        ),
        ("C7 tender 1/4, L first rib 3/4.", ["tenderness cervical", "tenderness rib_cage left"]),
        (
            "Asymmetry, tenderness, muscle spasm at the sacral base.",
            ["asymmetry sacral", "tenderness sacral", "tissue_texture sacral"],
        ),
    ],
)
def test_places_and_findings_of_a_list(read: Read, text: str, lines: list[str]) -> None:
    """Grades behind each place, in brackets or bare, and the muscle in a spasm end no list."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Palpation: C3 L, C7 R tender.", ["tenderness cervical left", "tenderness cervical right"]),
        ("Static palp: T4 L, L2 R hypertonic.", ["tissue_texture thoracic left", "tissue_texture lumbar right"]),
        ("Adjusted: C3 L, C7 R tender.", []),
        (
            "Motion palp: C3 R rot, T5 ext, L2 L lat flex restricted.",
            ["restriction cervical right", "restriction thoracic", "restriction lumbar left"],
        ),
    ],
)
def test_lists_behind_a_label(read: Read, text: str, lines: list[str]) -> None:
    """A label of palpation stands before the list; the ways in which joints do not go may stand beside them."""
    assert read(f"Exam: {text}", "tart") == lines


def test_a_label_that_is_spoken(read: Read) -> None:
    """Speech has no labels."""
    assert read("Doctor: Palpation: C3 left, C7 right tender.", "tart", "transcript") == ["tenderness cervical right"]
