"""Specification of how somebody is told to lie, sit or hold the limbs."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "bidding",
    [
        "Belly down, arms by your sides.",
        "Hands on the wall.",
        "Sit up, arms crossed.",
        "Put your hands behind your head.",
        "Knees bent, feet flat.",
        "Now cross your arms over your chest.",
        "Both hands on your hips.",
        "Pop up on your elbows for me.",
        "Prop yourself up on your elbows.",
        "Elbows out.",
    ],
)
def test_what_is_put_somewhere_is_not_felt(read: Read, bidding: str) -> None:
    """Hands on the wall are not where the examiner's are."""
    found = read(f"DR: T6 is stuck. {bidding} It's boggy on the right.", "tart", "transcript")
    assert found == ["restriction thoracic", "tissue_texture thoracic right"]


def test_a_pose_before_a_landmark(read: Read) -> None:
    """Somebody who lies on the belly has a deep sulcus at the sacrum alone."""
    assert read("DR: Belly down, the right sulcus is deep.", "tart", "transcript") == ["asymmetry sacral right"]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("The hands are swollen.", "tissue_texture upper_extremity"),
        ("The belly is tense.", "tissue_texture abdomen_other"),
        ("Both knees are stiff.", "restriction lower_extremity bilateral"),
        ("The arms are weak, and the elbow is stuck.", "restriction upper_extremity"),
    ],
)
def test_what_is_found_there_is_felt(read: Read, said: str, line: str) -> None:
    """More than where it is put is told of it."""
    assert read(f"DR: {said}", "tart", "transcript") == [line]


def test_a_pose_behind_a_label(read: Read) -> None:
    """The label of who speaks is no part of a pose."""
    assert read("DC > Belly down for me. You're lying crooked. The right sulcus is deep.", "tart", "transcript") == [
        "asymmetry sacral right"
    ]
