"""Specification of muscles that are said to be soft or hard."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("C4 on the left. The muscle over it's really hard.", ["tissue_texture cervical left"]),
        (
            "The left lumbar paraspinals are ropy. Other side's soft.",
            ["tissue_texture lumbar left", "tissue_texture lumbar right absent"],
        ),
        (
            "Levator's a rock on the right. The left's soft.",
            ["tissue_texture cervical right", "tissue_texture cervical left absent"],
        ),
        ("The upper traps, both of them, concrete.", ["tissue_texture cervical bilateral"]),
        ("Push hard against me. The neck work is hard to do, but that's hard for everybody.", []),
        ("Your neck pillow feels wrong and the bed is too hard.", []),
    ],
)
def test_soft_and_hard(read: Read, said: str, lines: list[str]) -> None:
    """What is soft or hard is a muscle, or the other side of one that was just felt."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


def test_a_tension_headache_is_no_tension_felt(read: Read) -> None:
    """The name of a headache tells nothing of tissue."""
    assert read("DR: I think this is tension headache with a right TMJ problem.", "tart", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The left paraspinals are hard as bricks at T6.", ["tissue_texture thoracic left"]),
        ("Paraspinals are ropy, both sides, L2 to L4.", ["tissue_texture lumbar bilateral"]),
        ("Push with that leg as hard as you can.", []),
    ],
)
def test_what_a_muscle_is_like(read: Read, said: str, lines: list[str]) -> None:
    """A likeness tells of the tissue; a side may stand between it and its place."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Suboccipitals supple, both.", "tissue_texture head bilateral absent"),
        ("Scalenes, left ones short and hard.", "tissue_texture cervical left"),
    ],
)
def test_muscles_in_speech(read: Read, text: str, line: str) -> None:
    """A named muscle is soft or hard also where its side stands apart from it."""
    assert read(f"Doctor: {text}", "tart", "transcript") == [line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Right piriformis soft, L QL hard", ["tissue_texture pelvic right absent", "tissue_texture lumbar left"]),
        ("Left rhomboid is supple", ["tissue_texture thoracic left absent"]),
        ("Levator hard R, soft L", ["tissue_texture cervical right", "tissue_texture cervical left absent"]),
        ("Belly soft. Hard of hearing", []),
    ],
)
def test_soft_and_hard_in_a_written_exam(read: Read, text: str, lines: list[str]) -> None:
    """A muscle of a note is soft or hard; a belly or an end feel is none."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Down at T9, soft.", "tissue_texture thoracic absent"),
        ("On the left, hard.", "tissue_texture cervical left"),
        ("At night, soft.", None),
        ("For the neck, soft collar.", None),
    ],
)
def test_a_place_and_how_it_is(read: Callable[..., list[str]], said: str, line: str | None) -> None:
    """A part that only places and a bare word tell of the tissue that is being felt."""
    found = read(f"Doctor: The traps are ropy. {said}", "tart", "transcript")
    assert [one for one in found if one != "tissue_texture cervical"] == ([line] if line else [])


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Muscle tone: increased, R cervical paraspinals.", ["tissue_texture cervical right"]),
        ("Tone: normal, lumbar paraspinals.", ["tissue_texture lumbar absent"]),
        ("Joint play: decreased L2-3.", ["restriction lumbar"]),
        ("Lumbar lordosis increased, thoracic kyphosis WNL.", ["asymmetry lumbar", "asymmetry thoracic absent"]),
    ],
)
def test_what_is_examined_with_its_value(read: Read, said: str, lines: list[str]) -> None:
    """A label and the value behind it make a finding."""
    assert read(f"Exam:\n{said}", "tart") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "DR: C2's tight on the left. Right side of the neck, nothing there, soft.",
            ["tissue_texture cervical left", "tissue_texture cervical right absent"],
        ),
        (
            "DR: The neck on the left is ropy. On the right it's nice and soft.",
            ["tissue_texture cervical left", "tissue_texture cervical right absent"],
        ),
        (
            "DR: The muscle on the right of T6 is like a cable. Tender?\nPT: Yes.\nDR: Other side's soft.",
            ["tissue_texture thoracic right", "tenderness thoracic right", "tissue_texture thoracic left absent"],
        ),
    ],
)
def test_soft_sides_in_more_words(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A side is soft where nothing is there, or where it is praised."""
    assert read(said, "tart", "transcript") == lines
