"""Specification of how far a motion goes that is asked for, or told each way."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Turn your head to the left. That's only about halfway.", ["restriction cervical left"]),
        ("Look over your right shoulder. Good, full.", ["restriction cervical right absent"]),
        ("Turn your neck right. Full. Now left. You stop at thirty degrees.", [
            "restriction cervical right absent", "restriction cervical left",
        ]),
        ("Chin up. She gets maybe half.", ["restriction cervical"]),
        ("Turn your head for me. Forty degrees each way.", ["restriction cervical bilateral"]),
        ("Turn to page thirty. It is half empty.", []),
        ("Look at this form. It is about half done.", []),
    ],
)  # fmt: skip
def test_the_verdict_on_a_motion(read: Read, said: str, lines: list[str]) -> None:
    """What comes next in the same turn says how far it went; a command of something else has no verdict."""
    assert read(f"DOCTOR: {said}\nPATIENT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    "said",
    ["Keep it moving.", "If the foot drops, call me.", "Now the pain is going down both legs.", "The toes go down."],
)
def test_what_moves_and_is_no_motion_of_a_joint(read: Read, said: str) -> None:
    """Advice, reflexes and pain that travels tell of no joint."""
    assert read(f"DOCTOR: Your neck is in this picture. {said}\nPATIENT: Okay.", "tart", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "Thoracic rotation, to the left it's free, to the right it's maybe half.",
            ["restriction thoracic left absent", "restriction thoracic right"],
        ),
        (
            "Neck rotation to the right is short. To the left, full.",
            ["restriction cervical right", "restriction cervical left absent"],
        ),
        (
            "Neck rotation to the right, beautiful. And to the left, about forty.",
            ["restriction cervical right absent", "restriction cervical left"],
        ),
        (
            "Let me check the hips. Right one, internal rotation, maybe ten degrees. Left one's thirty, that's fine.",
            ["restriction pelvic right", "restriction pelvic left absent"],
        ),
        ("The neck MRI is in. To the right there's a desk, half broken.", []),
    ],
)
def test_each_way(read: Read, said: str, lines: list[str]) -> None:
    """A part that opens with a side tells what the motion before it does that way."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


def test_what_goes_further_is_not_short(read: Read) -> None:
    """A side that has another ten degrees is only compared."""
    said = "DR: Ankle flexion, the left stops early, the right has another ten degrees.\nPT: Okay."
    assert not [line for line in read(said, "tart", "transcript") if "right" in line]
