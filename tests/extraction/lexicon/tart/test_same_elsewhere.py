"""Specification of findings that are said of another side or level."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Tender over the L4-5 facet on the left; right, nothing.",
            ["tenderness lumbar left", "tenderness lumbar right absent"],
        ),
        (
            "Spasm at C5 on the right, none on the left.",
            ["tissue_texture cervical left absent", "tissue_texture cervical right"],
        ),
        ("The left SI isn't moving, the right is.", ["restriction sacral left", "restriction sacral right absent"]),
        ("The left SI isn't tender, the right one is.", ["tenderness sacral left absent", "tenderness sacral right"]),
        (
            "Left rib 4 lifts well, the right does not.",
            ["restriction rib_cage left absent", "restriction rib_cage right"],
        ),
        (
            "The right clavicle sits high, but the left doesn't do that.",
            ["asymmetry upper_extremity left absent", "asymmetry upper_extremity right"],
        ),
        (
            "The left clavicle won't lift. The right does, see.",
            [
                "restriction upper_extremity left",
                "restriction upper_extremity right absent",
            ],
        ),
        ("The left SI isn't tender, the right is for Monday.", ["tenderness sacral left absent"]),
        (
            "Scalenes ropy on the right, and the same on the left.",
            ["tissue_texture cervical left", "tissue_texture cervical right"],
        ),
        ("Hamstrings tight, right tighter than left.", ["tissue_texture lower_extremity bilateral"]),
        ("The right SI, not tender. The left, tender.", ["tenderness sacral left", "tenderness sacral right absent"]),
    ],
)
def test_the_other_side(read: Read, text: str, lines: list[str]) -> None:
    """A side named alone has none of what was found, or has it too, by the few words behind it."""
    assert sorted(read(f"Doctor: {text}", "tart", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Thoracic rotation full left, limited right",
            ["restriction thoracic left absent", "restriction thoracic right"],
        ),
        ("L4 sore; iliac crests level", ["tenderness lumbar", "asymmetry pelvic absent"]),
    ],
)
def test_less_to_one_side(read: Read, text: str, lines: list[str]) -> None:
    """What is less on the other side is a motion, and what is level is no tenderness."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The left PSIS is tender. The right one isn't.", ["tenderness pelvic left", "tenderness pelvic right absent"]),
        ("L4 is tender on the right. So is T6.", ["tenderness lumbar right", "tenderness thoracic"]),
        ("The right SI is tender. Same on the left.", ["tenderness sacral right", "tenderness sacral left"]),
        ("The right SI is tender. Ditto the other side.", ["tenderness sacral right", "tenderness sacral left"]),
        ("The right SI is tender. So, the left.", ["tenderness sacral right"]),
        (
            "T4 moves on the left. On the right it doesn't.",
            ["restriction thoracic left absent", "restriction thoracic right"],
        ),
        (
            "L2 isn't tender on the left. On the right it isn't.",
            ["tenderness lumbar left absent", "tenderness lumbar right absent"],
        ),
    ],
)
def test_a_finding_is_echoed(read: Read, said: str, lines: list[str]) -> None:
    """A statement of nothing but a place or side and `same` or `isn't` takes the finding before it over."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


def test_that_side(read: Read) -> None:
    """`That side` is the one named last, `the other one` its opposite."""
    said = "DR: Low PSIS on the left. The ASIS on that side is high. The other PSIS is level."
    assert read(said, "tart", "transcript") == ["asymmetry pelvic left", "asymmetry pelvic right absent"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Left SI is stuck. Right's fine.", ["restriction sacral left", "restriction sacral right absent"]),
        ("Left SI is stuck. Left's fine.", ["restriction sacral left"]),
        (
            "The right first rib springs nicely. Left one, nothing.",
            ["restriction rib_cage right absent", "restriction rib_cage left"],
        ),
        (
            "When I spring the sacrum on the right, it gives, but on the left, it doesn't.",
            ["restriction sacral right absent", "restriction sacral left"],
        ),
        (
            "Fibular head won't glide on the left. The right one does.",
            ["restriction lower_extremity left", "restriction lower_extremity right absent"],
        ),
    ],
)
def test_the_other_side_is_well(read: Read, said: str, lines: list[str]) -> None:
    """A side that is well is the other one of what was found; nothing where it moves is no motion."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Left rhomboid taut, T6 L tender. R side WNL.",
            [
                "tissue_texture thoracic left",
                "tenderness thoracic left",
                "tissue_texture thoracic right absent",
                "tenderness thoracic right absent",
            ],
        ),
        ("T6 tender R. Right side normal.", ["tenderness thoracic right"]),
    ],
)
def test_the_other_side_in_a_note(read: Read, text: str, lines: list[str]) -> None:
    """A sentence that only calls the other side well takes up what was found."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


def test_a_tag_denies_no_side(read: Read) -> None:
    """A question with a side before its tag finds what it says, and denies nothing."""
    turns = "DR: And C5's sore, on the right, isn't it?\nPT: Yeah."
    assert read(turns, "tart", "transcript") == ["tenderness cervical right"]


def test_a_question_excepts_nothing(read: Read) -> None:
    """The outside of a joint that is asked of is a side of it; a note that tells `outside of` excepts."""
    turns = "DR: Tell me if it hurts. Outside of the left elbow?\nPT: No."
    assert read(turns, "tart", "transcript") == ["tenderness upper_extremity left absent"]
    assert read("Exam:\nNo spinal tenderness except at L4.", "tart")[-1:] == ["tenderness lumbar"]


def test_a_side_that_is_well_is_of_the_place_told_of_last(read: Callable[..., list[str]]) -> None:
    """What was found in another region before says nothing of that side."""
    assert read("Exam: T4 tender, R knee restricted, L WNL.", "tart") == [
        "tenderness thoracic",
        "restriction lower_extremity right",
        "restriction lower_extremity left absent",
    ]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "DR: You're tight on the left of the neck, and on the right too.",
            ["tissue_texture cervical left", "tissue_texture cervical right"],
        ),
        (
            "DR: T6 is ropy on the left, and the right side as well.",
            ["tissue_texture thoracic left", "tissue_texture thoracic right"],
        ),
        (
            "DR: You're tight on the left of the neck, and on the right you're fine too.",
            ["tissue_texture cervical left"],
        ),
    ],
)
def test_sides_added_in_the_same_statement(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """What is so on one side may be so on the other too."""
    assert read(said, "tart", "transcript") == lines
