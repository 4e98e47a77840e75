"""Specification of T-A-R-T and P-A-R-T tables."""

from collections.abc import Callable, Iterable

import pytest

from scribe.extraction.lexicon.grids import grid
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Region   T A R T\nSacrum   + - + -",
            [
                "tissue_texture sacral",
                "asymmetry sacral absent",
                "restriction sacral",
                "tenderness sacral absent",
            ],
        ),
        (
            "Level | P | A | R | T\nC5    | + | L | 0 | +",
            [
                "tenderness cervical",
                "asymmetry cervical left",
                "restriction cervical absent",
                "tissue_texture cervical",
            ],
        ),
        (
            "Sacrum: T+ A- R+ T-",
            ["tissue_texture sacral", "asymmetry sacral absent", "restriction sacral", "tenderness sacral absent"],
        ),
        (
            "Sacrum     T-  A-  R-  T-",
            [
                "tissue_texture sacral absent",
                "asymmetry sacral absent",
                "restriction sacral absent",
                "tenderness sacral absent",
            ],
        ),
        (
            "Pelvis     T-  A+  R+  T-    left innominate posterior",
            [
                "tissue_texture pelvic absent",
                "asymmetry pelvic left",
                "restriction pelvic left",
                "tenderness pelvic absent",
            ],
        ),
    ],
    ids=["below letters", "between bars", "in the line", "all minus", "with a remark"],
)
def test_a_row_of_a_grid(read: Read, text: str, lines: list[str]) -> None:
    """A plus or a side is a present finding, a minus or a zero an absent one."""
    assert read(text, "tart") == lines


def test_the_dash_of_an_item_is_no_minus(read: Read) -> None:
    """Letters that head items of their own make no grid."""
    text = "P - tender at L4\nA - L4 rotated left\nR - L4 restricted in left rotation\nT - lumbar muscles hypertonic"
    assert read(text, "tart") == [
        "tenderness lumbar",
        "asymmetry lumbar left",
        "restriction lumbar left",
        "tissue_texture lumbar",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("        T   A   R   T\nRibs   [x] [ ] [x] [ ]  rib 4", ["tissue_texture rib_cage", "restriction rib_cage"]),
        ("Lumbar  ( )T  (x)A  (x)R  ( )T", ["asymmetry lumbar", "restriction lumbar"]),
        ("Sacrum T+ A-; Ribs T- A+", [
            "tissue_texture sacral", "asymmetry sacral absent", "tissue_texture rib_cage absent", "asymmetry rib_cage",
        ]),
        ("Sacrum T- A+ (left base deep)", ["tissue_texture sacral absent", "asymmetry sacral left"]),
        ("LEVEL | P | A | R | T\nC6 | 3/10 left facet | - | - | tight bilat", [
            "tenderness cervical left", "asymmetry cervical absent", "restriction cervical absent",
            "tissue_texture cervical bilateral",
        ]),
        ("P  T7 tender\nA  T7 rotated left\nR  T7 fixated\nT  left rhomboid taut", [
            "tenderness thoracic", "asymmetry thoracic left", "restriction thoracic", "tissue_texture thoracic left",
        ]),
    ],
)  # fmt: skip
def test_boxes_brackets_and_rows_of_components(read: Read, text: str, lines: list[str]) -> None:
    """Boxes are cells; words in a cell give its side; the letter of a row of restrictions is no side."""
    assert read(f"EXAM\n{text}", "tart") == lines


def test_words_between_wide_gaps(read: Read) -> None:
    """Five cells parted by wide gaps are a row; the side at the end of one row is not that of the next."""
    text = "         T        A        R          T\nLumbar   ropy L   -   flex limited   +"
    text = text.replace("   -   ", "        -        ")
    assert read(f"EXAM\n{text}", "tart") == [
        "tissue_texture lumbar left",
        "asymmetry lumbar absent",
        "restriction lumbar",
        "tenderness lumbar",
    ]
    text = "Level | P | A | R | T\nC5 | + R | + R | - | + R\nL4 | + L | - | + | -"
    assert "asymmetry lumbar absent" in read(f"EXAM\n{text}", "tart")


def test_a_head_with_wide_columns(read: Read) -> None:
    """The letters of a head may stand as far apart as the words of the cells need."""
    text = (
        "Level | P                              | A                            | R                     | T\n"
        "C4    | R lamina 3/10                  | body rotated R               | fixated in L rotation | 0\n"
    )
    assert read(text, "tart") == [
        "tenderness cervical right",
        "asymmetry cervical right",
        "restriction cervical left",
        "tissue_texture cervical absent",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Area      Sev   T           A    R        T\nCerv      2     ropy C4 R   -    C4 SB L  + R",
         ["tissue_texture cervical right", "asymmetry cervical absent", "restriction cervical left",
          "tenderness cervical right"]),
        ("| Area | Severity | T | A | R | T |\n| Pelv | 1 | - | L crest up | - | + |",
         ["tissue_texture pelvic absent", "asymmetry pelvic left", "restriction pelvic absent", "tenderness pelvic"]),
        ("Level | Segment | P | A | R | T\nThoracic | T5 | + L | - | + | taut",
         ["tenderness thoracic left", "asymmetry thoracic absent", "restriction thoracic", "tissue_texture thoracic"]),
        ("Area     0-3   T      A   R   T\nSac      1     boggy  -   -   +\nAbd      0     -      -   -   -",
         ["tissue_texture sacral", "asymmetry sacral absent", "restriction sacral absent", "tenderness sacral",
          "tissue_texture abdomen_other absent", "asymmetry abdomen_other absent", "restriction abdomen_other absent",
          "tenderness abdomen_other absent"]),
        ("Area   T       A    R   T\nRibs   boggy   -    -   +",
         ["tissue_texture rib_cage", "asymmetry rib_cage absent", "restriction rib_cage absent",
          "tenderness rib_cage"]),
    ],
)  # fmt: skip
def test_a_column_before_the_letters(read: Read, text: str, lines: list[str]) -> None:
    """The severity of a region, or its segment, is no tissue texture; the side of a cell is its own."""
    assert read(f"EXAM\n{text}", "tart") == lines


def test_a_side_ends_with_its_cell(read: Read) -> None:
    """A plus across a wide gap opens the next cell and joins no sides, whatever place the next row names."""
    text = "Area   T   A   R         T\nLumb   -   -   L5 SB L   + R\nSac    -   -   R SI      -"
    assert {"restriction lumbar left", "tenderness lumbar right"} <= {*read(f"EXAM\n{text}", "tart")}


def test_a_row_that_was_not_looked_at(read: Read) -> None:
    """A row without a place does not end a table, and a cell that says nobody looked finds nothing."""
    text = (
        "Level | P | A | R | T\nVault | none | 0 | free | 0\n"
        "T4 | tender L | 0 | fixated | ropey\nLumbar | not examined today\n"
    )
    assert read(text, "tart") == [
        "tenderness thoracic left",
        "asymmetry thoracic absent",
        "restriction thoracic",
        "tissue_texture thoracic",
    ]


def test_what_names_no_columns_holds_no_grid(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing would be found in a document that neither names columns nor gives letters their signs."""
    refused = [view for view in labelled if not grid.may_hold(view)]
    monkeypatch.setattr(grid, "may_hold", lambda _: True)
    assert refused
    assert [row for view in refused for row in grid.read_grid(view)] == []


def test_four_signs_in_one_cell(read: Read) -> None:
    """Signs that share a cell are parted, and the next column is none of them."""
    assert read("Region | T A R T | SD\nLumb | - + - + | no", "tart") == [
        "tissue_texture lumbar absent",
        "asymmetry lumbar",
        "restriction lumbar absent",
        "tenderness lumbar",
    ]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (["            T  A  R  T", "SC jt L     -  -  +  -"], [
            "tissue_texture upper_extremity left absent", "asymmetry upper_extremity left absent",
            "restriction upper_extremity left", "tenderness upper_extremity left absent",
        ]),
        (["Level | T | A | R | T", "SI joint R | + | - | - | +"], [
            "tissue_texture sacral right", "asymmetry sacral right absent", "restriction sacral right absent",
            "tenderness sacral right",
        ]),
        (["            T  A  R  T", "L4 ERS R    +  -  +  -"], [
            "tissue_texture lumbar", "asymmetry lumbar absent", "restriction lumbar", "tenderness lumbar absent",
        ]),
    ],
)  # fmt: skip
def test_the_side_that_ends_a_label(read: Callable[..., list[str]], rows: list[str], lines: list[str]) -> None:
    """A label may end with the side of its row; that of a position is none."""
    assert read("\n".join(["EXAM", *rows]), "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Cerv  T2 A0 R1 Te0",
            [
                "tissue_texture cervical",
                "asymmetry cervical absent",
                "restriction cervical",
                "tenderness cervical absent",
            ],
        ),
        (
            "[x] Lumbar  [x] TTC  [ ] asym  [x] ROM  [x] tender L",
            ["tissue_texture lumbar", "restriction lumbar", "tenderness lumbar left"],
        ),
        (
            "L4: P+ A+(PR) R- T+",
            ["tenderness lumbar", "asymmetry lumbar", "restriction lumbar absent", "tissue_texture lumbar"],
        ),
        ("C5 T2 A0 stretch", []),
        ("Cerv AT2 A0 R1 T0", []),
        ("Cerv T2 A0 R1 T05", []),
        (
            "L4 P2 A1 R2 T0",
            ["tenderness lumbar", "asymmetry lumbar", "restriction lumbar", "tissue_texture lumbar absent"],
        ),
        ("Lumbar [x] tender [x] ROM", ["tenderness lumbar"]),
        ("Lumbar [x] tender [x] ROM [x] pain", ["tenderness lumbar"]),
        ("Lumbar [x] tender L [x] ROM: flexion [ ] texture", ["tenderness lumbar left", "restriction lumbar"]),
        ("Lumbar [x] painting [x] ROM [x] texture", []),
    ],
)
def test_grades_and_named_boxes(read: Read, text: str, lines: list[str]) -> None:
    """A letter may have its grade right behind it, and a box the name of its column, with a side."""
    assert read(f"Exam:\n{text}", "tart") == lines
