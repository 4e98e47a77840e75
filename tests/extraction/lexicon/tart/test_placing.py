"""Specification of where a finding is."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("T9 is sore and doesn't turn to the right.", "tenderness thoracic"),
        ("T9 is sore on the left and doesn't turn to the right.", "tenderness thoracic left"),
        ("L4 is tender on the right.", "tenderness lumbar right"),
    ],
)
def test_a_way_is_no_side_of_what_is_felt(read: Read, said: str, line: str) -> None:
    """The way that a joint will not turn is the side of the restriction alone."""
    assert line in read(f"Doctor: {said}\nPatient: Okay.", "tart", kind="transcript")


def test_no_limb_bends_sideways(read: Read) -> None:
    """Side bending is of the trunk, whichever limb was spoken of before."""
    talk = "Patient: My left knee aches.\nDoctor: Bend over. The right side bending is limited."
    assert not any(line.startswith("restriction lower") for line in read(talk, "tart", kind="transcript"))


def test_the_side_of_a_part_without_a_place(read: Read) -> None:
    """A part of a list that names a side alone has that side."""
    found = read("Exam: TTP R L5 paraspinals, R glute med; no TTP L.", "tart")
    assert "tenderness pelvic left absent" in found
    assert "tenderness pelvic right absent" not in found


def test_where_a_spinous_process_lies(read: Read) -> None:
    """Its side is not that of the next level."""
    assert read("Exam: L4 spinous R, L5 tender.", "tart") == ["asymmetry lumbar right", "tenderness lumbar"]


def test_a_list_with_how_it_was_felt(read: Read) -> None:
    """The way a list of places was felt stands behind its last."""
    found = read("Exam: tenderness at L4, L5 and right SIJ on digital palpation.", "tart")
    assert found == ["tenderness lumbar", "tenderness sacral right"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Knee L: no spasm, full flexion",
            ["tissue_texture lower_extremity left absent", "restriction lower_extremity left absent"],
        ),
        ("T7 rotated right, tender", ["asymmetry thoracic right", "tenderness thoracic"]),
    ],
)
def test_sides_of_a_note(read: Read, text: str, lines: list[str]) -> None:
    """A heading lends its side to all below it; a turned vertebra lends none to what hurts."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            "Doctor: Left side, T4 to T6, the muscles are ropy. Sore there?\nPatient: Yes.",
            ["tissue_texture thoracic left", "tenderness thoracic left"],
        ),
        ("Doctor: Both ankles roll in. They're not stuck.", ["restriction lower_extremity bilateral absent"]),
        (
            "Doctor: The left fibula won't glide. Tender there?\nPatient: Not really.",
            ["restriction lower_extremity left", "tenderness lower_extremity left absent"],
        ),
    ],
)
def test_a_side_opens_speech(read: Read, turns: str, lines: list[str]) -> None:
    """A side before the levels is that of what is felt there; they are both."""
    assert read(turns, "tart", kind="transcript") == lines


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: Your skull won't rock forward.", ["restriction head"]),
        ("Doctor: The right condyle doesn't glide back.", ["restriction head right"]),
        ("Doctor: Your head doesn't turn to the left.", ["restriction cervical left"]),
    ],
)
def test_the_skull_rocks_on_the_neck(read: Read, turns: str, lines: list[str]) -> None:
    """What the skull does on the atlas is of the head; a head that is turned is of the neck."""
    assert read(turns, "tart", kind="transcript") == lines


@pytest.mark.parametrize("text", ["L lateral epicondyle tender, taut.", "Left medial malleolus: tender, swollen."])
def test_a_side_before_a_place_whose_name_holds_a_way(read: Read, text: str) -> None:
    """The lateral of an epicondyle is no position, so that its side is that of all found there."""
    assert all(line.endswith("left") for line in read(f"EXAM\n{text}", "tart"))
