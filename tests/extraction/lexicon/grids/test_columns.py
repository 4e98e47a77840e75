"""Specification of tables with a column for each side, answer or component."""

from collections.abc import Callable
from inspect import cleandoc

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("Test | L | R\nSlump | pos | neg", ["tension_sign left", "tension_sign right absent"]),
        ("| Reflex | R | L |\n|---|---|---|\n| Triceps | 2+ | 0 |",
         ["reflex_deficit right absent", "reflex_deficit left"]),
        ("Dermatome\tLeft\tRight\nS1\treduced\tnormal", ["sensory_deficit S1 left", "sensory_deficit S1 right absent"]),
        ("          R      L\nSLR       neg    neg", ["tension_sign bilateral absent"]),
        ("Muscle   Right   Left\nTib ant   5/5   3/5", ["motor_deficit right absent", "motor_deficit left"]),
        ("Motor | R | L\nEHL | 4 | 5", ["motor_deficit right", "motor_deficit left absent"]),
        ("Side | SLR\nLeft | pos\nRight | neg", ["tension_sign left", "tension_sign right absent"]),
        ("Symptom | Yes | No\nNumbness | | x\nFoot drop | x |", ["sensory_deficit absent", "motor_deficit"]),
        ("Symptom | Now | Past\nNumb toes | N | Y\nFoot drop | Y | N", ["sensory_deficit historical", "motor_deficit"]),
        ("Dermatome   LT    PP\nS1   dim   nl", ["sensory_deficit S1", "sensory_deficit S1 absent"]),
        ("Root | Pinprick\nS1 | decreased", ["sensory_deficit S1"]),
        ("Test | Left | Right\nSLR | | not done", []),
        ("Copied from prior note:\nTest | L | R\nSLR | + |", ["tension_sign left historical"]),
    ],
)  # fmt: skip
def test_signs(read: Read, table: str, lines: list[str]) -> None:
    """Each cell says what its row names on the side of its column; two equal sides are both."""
    assert sorted(read(f"Exam:\n{table}", "neuro")) == sorted(lines)


def test_the_head_of_a_table_is_no_lesion(read: Read) -> None:
    """A column for subluxations and fixations tells of motion, and one that nobody looked at of nothing."""
    table = "Exam:\nRegion | Subluxation/Fixation | Spasm\nCervical | C1 | +\nPelvis | n/e | deferred"
    assert read(table, "lesions") == []
    assert read(table, "tart") == ["restriction cervical", "tissue_texture cervical"]


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("Palpation | L | R\nT6 | tender | -", ["tenderness thoracic left", "tenderness thoracic right absent"]),
        ("Landmark | L | R\nPSIS | high | low", ["asymmetry pelvic left", "asymmetry pelvic right"]),
        ("Cervical ROM | L | R\nRotation | 45/80 | full",
         ["restriction cervical left", "restriction cervical right absent"]),
        ("Level | Tender | Spasm\nC5 | yes | no", ["tenderness cervical", "tissue_texture cervical absent"]),
        ("Segment | Pain | Motion\nL3 | | +", ["restriction lumbar"]),
        ("Level  T  A  R  T\nC4     x     x", ["tissue_texture cervical", "restriction cervical"]),
    ],
)  # fmt: skip
def test_palpation_and_motion(read: Read, table: str, lines: list[str]) -> None:
    """Cells of palpation and motion have the region of their row, and the head of a table is no finding."""
    assert sorted(read(f"Exam:\n{table}", "tart")) == sorted(lines)


def test_rows_of_one_length_are_no_prose(read: Read) -> None:
    """A minus that ends a row of wide gaps denies nothing of the row above."""
    table = """
    Region     TTA        ROM        Tender   Dx
    C-spine    boggy R    dec ext    C4 R     C4 FRSR
    T-spine    ropy T4    dec ext    -        T5 ERSL
    L-spine    -          WNL        -        none
    """
    found = read(f"Exam:\n{cleandoc(table)}", "lesions")
    assert found == ["somatic_dysfunction cervical C4 right", "somatic_dysfunction thoracic T5 left"]


def test_a_table_ends_with_the_first_line_of_prose(read: Read) -> None:
    """A line without cells closes the table."""
    text = cleandoc("""
        Exam:
        Test | Left | Right
        SLR | + | -
        Otherwise no weakness.
        Slump | +
    """)
    assert read(text, "neuro") == [
        "tension_sign left",
        "tension_sign right absent",
        "motor_deficit absent",
        "tension_sign",
    ]


def test_grades_of_muscles_may_be_signed(read: Read) -> None:
    """A column of muscles holds grades of strength; a minus takes from a grade, a plus does not fill it."""
    text = cleandoc("""
        Exam:
        | Muscle | Right | Left |
        |---|---|---|
        | Wrist ext | 5 | 5 |
        | Interossei | 4- | 4+ |
    """)
    assert read(text, "neuro") == ["motor_deficit bilateral absent", "motor_deficit bilateral"]
    assert read(text, "tart") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "                RIGHT       LEFT\nLumbar rotation     40          20\nQL      tight       soft",
            ["restriction lumbar left", "tissue_texture lumbar right", "tissue_texture lumbar left absent"],
        ),
        ("                RIGHT       LEFT\nCervical rotation     80          80", []),
    ],
)
def test_a_motion_that_lags(read: Read, text: str, lines: list[str]) -> None:
    """Of two bare measures the one that is clearly less is restricted; what is soft is well."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Upper limbs (R | L)\nC6 wrist ext 5 | 4+\nTriceps reflex 2+ | 2+",
            ["motor_deficit C6 right absent", "motor_deficit C6 left", "reflex_deficit bilateral absent"],
        ),
        ("Legs [L | R]\nSlump - | +", ["tension_sign left absent", "tension_sign right"]),
        ("Legs (R | R)\nSlump - | +", ["tension_sign"]),
    ],
)
def test_sides_in_the_title(read: Read, text: str, lines: list[str]) -> None:
    """The label of a row stands in one cell with the value of the first side."""
    assert sorted(read(f"EXAM\n{text}", "neuro")) == sorted(lines)


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("LEVEL        tender   rom dec   tone up\nC-sp  C5 R    [x]      [ ]       [x]",
         ["tenderness cervical right", "tissue_texture cervical right"]),
        ("Joint     Tender   Motion loss\nL wrist   [ ]      [x]\nR ankle   [x]      [ ]",
         ["restriction upper_extremity left", "tenderness lower_extremity right"]),
        ("Area      ROM reduced   Spasm   Pain\nLumbar    ☒             ☐       ☒",
         ["restriction lumbar", "tenderness lumbar"]),
        ("Spine | Tender | Decreased ROM\nT7 | [ ] | [X]", ["restriction thoracic"]),
        ("Joint     Tender   Motion loss\nL wrist   [ ]      [ ]", []),
        ("Joint     Left   Right\nC  C2     [ ]    [ ]", []),
    ],
)  # fmt: skip
def test_boxes_below_components(read: Read, table: str, lines: list[str]) -> None:
    """A ticked box is a finding of what heads its column, an empty one nothing; a label may fill several cells."""
    assert sorted(read(f"Exam:\n{table}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (["Palpation    sore   tight/spasm   fixed   side", "C3           [x]    [ ]           [x]     L",
          "T6           [ ]    [x]           [ ]     R", "L2           [ ]    [ ]           [ ]"], [
            "tenderness cervical left", "restriction cervical left", "tissue_texture thoracic right",
        ]),
        (["Level | tender | hypomobile | R/L", "L4 | x | x | R", "T8 |  | x | "], [
            "tenderness lumbar right", "restriction lumbar right", "restriction thoracic",
        ]),
        (["Region | tissue | motion | tenderness", "Sacrum | boggy | stiff | none"], [
            "tissue_texture sacral", "restriction sacral", "tenderness sacral absent",
        ]),
        (["Level | tender | hypomobile | note", "L4 | x | x | R"], ["tenderness lumbar", "restriction lumbar"]),
    ],
)  # fmt: skip
def test_a_column_of_sides(read: Callable[..., list[str]], rows: list[str], lines: list[str]) -> None:
    """A column may tell the side of each row, and others what is felt there; empty boxes say nothing."""
    assert read("\n".join(["EXAM", *rows]), "tart") == lines
