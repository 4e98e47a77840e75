"""Specification of letters of T-A-R-T with words behind them, or in brackets."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Thoracic  T: boggy L  A: T7 prominent L  R: rotation R limited  T: none",
            [
                "tissue_texture thoracic left",
                "asymmetry thoracic left",
                "restriction thoracic right",
                "tenderness thoracic absent",
            ],
        ),
        (
            "Pelvis - P: nontender, A: R ASIS low, R: standing flexion + R, T: normal",
            [
                "tenderness pelvic absent",
                "asymmetry pelvic right",
                "restriction pelvic right",
                "tissue_texture pelvic absent",
            ],
        ),
        (
            "Lumbar:\nT: ropy R, normal L\nA: level\nR: extension reduced\nT: sore, R",
            [
                "tissue_texture lumbar right",
                "tissue_texture lumbar left absent",
                "asymmetry lumbar absent",
                "restriction lumbar",
                "tenderness lumbar right",
            ],
        ),
        (
            "P: C6 R sore  A: C6 PR  R: C6 restricted  T: deferred",
            ["tenderness cervical right", "asymmetry cervical right", "restriction cervical"],
        ),
    ],
)
def test_rows_in_words(read: Read, text: str, lines: list[str]) -> None:
    """The letters of the columns stand before the words of their cells, in a line or below the heading of a place."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize("text", ["P: 80  T: 98.2  R: 18", "A: Lumbar SD. R: continue. T: OMT"])
def test_other_letters(read: Read, text: str) -> None:
    """Vital signs and the parts of a note are no such row."""
    assert read(f"OBJECTIVE\n{text}", "tart") == []


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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "T6: T - ropy L; A - rotated L; R - restricted extension; T - none",
            [
                "tissue_texture thoracic left",
                "asymmetry thoracic left",
                "restriction thoracic",
                "tenderness thoracic absent",
            ],
        ),
        (
            "Pelvis: P - tender R SIJ; A - L ASIS low; R - L/S ext limited; T - L glute taut",
            ["tenderness sacral right", "asymmetry pelvic left", "restriction lumbar", "tissue_texture pelvic left"],
        ),
        (
            "C4  T - A - R + T +",
            [
                "tissue_texture cervical absent",
                "asymmetry cervical absent",
                "restriction cervical",
                "tenderness cervical",
            ],
        ),
    ],
)
def test_dashes_behind_letters(read: Read, text: str, lines: list[str]) -> None:
    """A dash between a letter and words is no minus; a cell is of the place that it names."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


def test_letters_with_several_regions_each(read: Callable[..., list[str]]) -> None:
    """Such cells are read as prose; below each other they are no letters of regions."""
    row = "P - tender L4, R SI. A - R PSIS low. R - L4 restricted. T - spasm L trap."
    found = ["tenderness lumbar", "tenderness sacral right", "asymmetry pelvic right", "restriction lumbar"]
    assert read(f"O: {row}", "tart") == [*found, "tissue_texture cervical left"]
    assert "tissue_texture pelvic left" in read("P: tender L4\nA: L4 body left\nR: L4 fixed\nT: L glute tight", "tart")


def test_letters_of_regions_beside_those_of_others(read: Callable[..., list[str]]) -> None:
    """A T below the letters of other regions is the thoracic spine."""
    text = "Exam:\nC: tender\nA: left\nR: fixed\nT: tight\nL: tender"
    assert "tissue_texture thoracic" in read(text, "tart")
    assert read("R: ok\nT: tight", "tart") == ["tissue_texture thoracic"]


def test_lines_of_bare_places(read: Read) -> None:
    """Letters may head lines that only list places, each found there; prose behind one is read as prose."""
    text = "Exam:\nP: C5 R, T4\nA: L hip high\nR: C5 ext, T4 flex\nT: R rhomboid ropy"
    assert sorted(read(text, "tart")) == sorted(
        [
            "tenderness cervical right",
            "tenderness thoracic",
            "asymmetry pelvic left",
            "restriction cervical",
            "restriction thoracic",
            "tissue_texture thoracic right",
        ]
    )


def test_letters_in_brackets_before_words(read: Read) -> None:
    """Brackets may stand about the letters of a row, and a cell within normal limits is well."""
    text = "Exam:\nT5 - (P) sore 2/4. (A) none. (R) end play within normal limits. (T) ropy."
    assert sorted(read(text, "tart")) == sorted(
        [
            "tenderness thoracic",
            "asymmetry thoracic absent",
            "restriction thoracic absent",
            "tissue_texture thoracic",
        ]
    )
