"""Specification of notes laid out in columns, with leaders, arrows and points instead of sentences."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

TABLE = """EXAM
LEVEL     P (tender)         A (position)        R (motion)           T (tissue)
C6        tender R                               flexion fixated
L2        tender bilat       body rotated R                           ropy L QL
"""
GRID = """EXAM
Region    T   A   R   T    notes
Lumbar    +   +   +   -    L2 extended ; R paraspinals ropy
Pelvic    -   +   -   -    L ASIS low
"""


def test_a_side_holds_in_its_column(read: Read) -> None:
    """The head of a row is the place of all its cells; the side of one cell is not that of another."""
    assert read(TABLE, "tart") == [
        "tenderness cervical right",
        "restriction cervical",
        "tenderness lumbar bilateral",
        "asymmetry lumbar right",
        "tissue_texture lumbar left",
    ]


def test_words_behind_the_cells_replace_a_plus_that_says_less(read: Read) -> None:
    """A grid with remarks says each thing once, with the side of the remark."""
    found = read(GRID, "tart")
    assert "tissue_texture lumbar right" in found
    assert "tissue_texture lumbar" not in found
    assert "asymmetry pelvic left" in found
    assert "asymmetry pelvic" not in found
    assert "asymmetry lumbar" in found


@pytest.mark.parametrize(
    ("text", "name", "lines"),
    [
        ("EXAM\nGait ................ normal", "neuro", ["gait absent"]),
        ("EXAM\nRibs ........ tender left", "tart", ["tenderness rib_cage left"]),
        ("Exam: posterior glide \u2193 right SC joint.", "tart", ["restriction upper_extremity right"]),
        ("Exam: \u2191 tone left QL.", "tart", ["tissue_texture lumbar left"]),
        ("Exam: LT \u2193 R S1.", "neuro", ["sensory_deficit S1 right present"]),
        ("Exam: Slump neg. pelvis level.", "tart", ["asymmetry pelvic absent"]),
        ("Exam: Lumbar: spasm R; flexion limited.", "tart", ["tissue_texture lumbar right", "restriction lumbar"]),
    ],
)
def test_signs_for_words(read: Read, text: str, name: str, lines: list[str]) -> None:
    """Leaders are a colon, arrows say less and more, and the point of `neg.` parts what follows."""
    assert [line.removesuffix(" present") for line in read(text, name)] == [
        line.removesuffix(" present") for line in lines
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Exam: The right SI joint glides poorly.", ["restriction sacral right"]),
        ("Exam: L3 moves freely.", ["restriction lumbar absent"]),
        ("Exam: T8 does not spring.", ["restriction thoracic"]),
        ("Exam: Ribs 2 to 4 on the left hardly rise.", ["restriction rib_cage left"]),
        ("Exam: The left hip rotated freely.", ["restriction pelvic left absent"]),
        ("Exam: Neck full, NT.", ["restriction cervical absent", "tenderness cervical absent"]),
        ("Exam: Strength of the neck full.", []),
        ("Exam: hip flexion 4/5.", []),
    ],
)
def test_motion_in_a_written_exam(read: Read, text: str, lines: list[str]) -> None:
    """What moves freely or poorly is motion; how it stands, and how strong it is, is not."""
    assert sorted(read(text, "tart")) == sorted(lines)


def test_letters_that_head_regions(read: Read) -> None:
    """The L below a T or a C heads the lumbar spine, and is no side."""
    assert read("EXAM\nT: boggy R\nL: boggy, no ttp", "tart") == [
        "tissue_texture thoracic right",
        "tissue_texture lumbar",
        "tenderness lumbar absent",
    ]


@pytest.mark.parametrize("number", ["forty-five", "forty five", "45"])
def test_the_hyphen_of_a_number_is_no_minus(read: Read, number: str) -> None:
    """A raised leg that hurts at so many degrees is positive, however its number is written."""
    told = f"Dr: Straight leg raise on the left, {number} degrees, and pain down the leg.\nPt: Ow."
    assert "tension_sign left" in read(told, "neuro", "transcript")
