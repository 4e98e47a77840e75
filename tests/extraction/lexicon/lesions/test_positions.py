"""Specification of how ribs, an innominate and the sacrum are positioned."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


def position(line: str) -> str:
    """Return the line of a lesion that a position states."""
    return f"somatic_dysfunction {line}"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("left on left", "left"),
        ("L on L", "left"),
        ("l on l", "left"),
        ("LonR torsion", "left"),
        ("Torsion L/R", "left"),
        ("right on left", "right"),
        ("R on L sacral torsion", "right"),
        ("Left-on-left forward torsion", "left"),
        ("Sacrum rotated left on a left axis", "left"),
        ("Sacrum right on the left axis", "right"),
        ("Sacrum rotates right on the left oblique axis", "right"),
    ],
)
def test_the_sacrum_turns_on_an_axis(read: Read, text: str, side: str) -> None:
    """Of two sides about an axis the first is that of the sacrum, and the torsion is one lesion."""
    assert read(f"Assessment: {text}", "lesions") == [position(f"sacral {side}")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ribs 4-6 exhaled", ["rib_cage rib 4 rib 5 rib 6"]),
        ("R ribs 4-6 held in exhalation", ["rib_cage rib 4 rib 5 rib 6 right"]),
        ("rib 3 L: inhalation", ["rib_cage rib 3 left"]),
        ("ribs 7-8 inhaled, right", ["rib_cage rib 7 rib 8 right"]),
        ("ribs 7-8 inhalation limited", []),
        ("rib 4 exhalation motion reduced", []),
    ],
)
def test_ribs_are_held_in_a_breath(read: Read, text: str, lines: list[str]) -> None:
    """Ribs with the breath in which they are held are a position; with how far they move they are not."""
    assert read(f"Exam: {text}", "lesions") == list(map(position, lines))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Innominate L posterior", ["pelvic left"]),
        ("R innominate: rotated anteriorly", ["pelvic right"]),
        ("The left ilium was found in posterior rotation", ["pelvic left"]),
        ("Innom rot ant on R", ["pelvic right"]),
        ("Inn - L post rot", ["pelvic left"]),
        ("R innominate: posterior glide restricted", []),
        ("Innominates level", []),
    ],
)
def test_an_innominate_is_held_a_way(read: Read, text: str, lines: list[str]) -> None:
    """Side, verb or mark may stand between an innominate and the way it is held; a motion test is no position."""
    assert read(f"Exam: {text}", "lesions") == list(map(position, lines))


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Left innominate, anterior rotation.", ["somatic_dysfunction pelvic left"]),
        ("Right innominate, anteriorly rotated.", ["somatic_dysfunction pelvic right"]),
        ("Left innominate, right rotation is full.", []),
    ],
)
def test_an_innominate_after_a_pause(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """The way that an innominate is rotated may follow a comma."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Sacrum's right on left, no, wait. Left on left.", ["somatic_dysfunction sacral left"]),
        ("Forward torsion, right on right... no. Let me see. Deep on the right. Left on left.",
         ["somatic_dysfunction sacral left"]),
        ("Thumbs on the base. Right on right.", ["somatic_dysfunction sacral right"]),
        ("The fourth rib on the right, that's down, exhaled.", ["somatic_dysfunction rib_cage rib 4 right"]),
        ("Rib nine, it's stuck up, so an inhalation rib.", ["somatic_dysfunction rib_cage rib 9"]),
        ("The left clavicle is high. Rib one is up too, same side, an inhaled first rib.",
         ["somatic_dysfunction rib_cage rib 1 left"]),
        ("The fourth rib on the right, that's free in inhalation.", []),
    ],
)  # fmt: skip
def test_positions_said_anew_and_apart(read: Read, said: str, lines: list[str]) -> None:
    """An axis that is taken back gives way to the next; a rib is the one named before its breath."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines


def test_a_sacral_torsion_behind_its_sides(read: Read) -> None:
    """The first of two sides is that of the rotation, also before `sacral torsion`."""
    assert read("Assessment: R/L sacral torsion.", "lesions") == ["somatic_dysfunction sacral right"]
