"""Specification of verbs of motion."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T5 rotates left.", []),
        ("T5 rotates left easily.", ["restriction thoracic left absent"]),
        ("T5 rotates left and right.", ["restriction thoracic bilateral absent"]),
        ("The neck rotates left.", ["restriction cervical left absent"]),
    ],
)
def test_how_a_vertebra_turned_is_no_free_motion(read: Read, said: str, lines: list[str]) -> None:
    """A vertebra that rotates to one side, of which nothing more is said, may be a diagnosis."""
    assert read(f"DR: {said}", "tart", "transcript") == lines


def test_a_swing_to_a_side(read: Read) -> None:
    """What swings to a side leaves its way, and is not called free."""
    assert read("Doctor: The jaw swings to the left.", "tart", "transcript") == ["asymmetry head left"]
    assert read("Doctor: The sacrum swings freely.", "tart", "transcript") == ["restriction sacral absent"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("C4 free", ["restriction cervical absent"]),
        ("T9 itself is mobile", ["restriction thoracic absent"]),
        ("Ribs stick in inhalation on the left", ["restriction rib_cage left"]),
    ],
)
def test_free_joints_of_a_note(read: Read, text: str, lines: list[str]) -> None:
    """A joint of a note is free or mobile by a word alone."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)


def test_a_side_in_the_verdict(read: Read) -> None:
    """The part behind a motion may tell its side, and `tight` is then no tissue."""
    found = read("Doctor: Ear to shoulder, right's tight.", "tart", "transcript")
    assert found == ["restriction cervical right"]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: See, the right toes don't come up.", []),
        ("Doctor: With the foot going the way it's going I'd not wait.", []),
        ("Doctor: The right wrist gives, four minus.", []),
        ("Doctor: T7 is blocked, nothing.", ["restriction thoracic"]),
    ],
)
def test_what_hangs_or_goes_on_is_no_joint(read: Read, turns: str, lines: list[str]) -> None:
    """Toes that do not come up are weak, and a way things go is none of motion."""
    assert read(turns, "tart", kind="transcript") == lines
