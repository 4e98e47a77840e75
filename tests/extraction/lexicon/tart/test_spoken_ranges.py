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
        ("Ear to your left shoulder. That's all the way. Ear to your right, tight.", [
            "restriction cervical left absent", "restriction cervical right",
        ]),
        ("Arms crossed, twist left. Okay. Twist right. You're stiffer that way.", ["restriction thoracic right"]),
        ("Chin to chest. Good. Turn left, and that's where you stop, about halfway.", ["restriction cervical left"]),
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


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Stand up. Lean back... okay, that's cut short, maybe ten degrees.", ["restriction lumbar"]),
        ("Bend forward for me. That's about half.", ["restriction lumbar"]),
        ("Bend backwards. That stops right away.", ["restriction lumbar"]),
        ("Bend forward. Good, that's full. Now back. That's half.", [
            "restriction lumbar absent", "restriction lumbar",
        ]),
        ("Your lumbar extension's limited, about ten degrees. Forward is full.", [
            "restriction lumbar", "restriction lumbar absent",
        ]),
        ("Arms crossed, turn. Left is fine. Right, you quit at about thirty degrees.", [
            "restriction thoracic left absent", "restriction thoracic right",
        ]),
        ("Bend forward. Standing flexion is positive on the right.", ["restriction pelvic right"]),
        ("Lean back and tell me how it was. It took about half a year.", []),
    ],
)  # fmt: skip
def test_who_bends_moves_the_low_back(read: Read, said: str, lines: list[str]) -> None:
    """Where no part of the spine is named, the low back bends, and the upper one turns with the arms crossed."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Turn right... forty. Left... thirty-five, and it hurts.", [
            "restriction cervical right", "restriction cervical left",
        ]),
        ("Look left for me. That's only about forty degrees. And right, that's good, that's normal.", [
            "restriction cervical left", "restriction cervical right absent",
        ]),
        ("Turn your head to the left. Lovely, plenty there. And the right. That pulls up short, doesn't it?", [
            "restriction cervical left absent", "restriction cervical right",
        ]),
        ("Look over your left shoulder. Good, that's about eighty. Now right. You stop at, what, fifty.", [
            "restriction cervical left absent", "restriction cervical right",
        ]),
        ("Chin level. Left turn is full. Right turn quits at forty-five.", [
            "restriction cervical left absent", "restriction cervical right",
        ]),
        ("Turn your neck, right is fifty-five, left is forty.", ["restriction cervical bilateral"]),
        ("Turn your neck, to the right it quits at twenty, to the left it goes.", ["restriction cervical right"]),
        ("Turn your head left. Good. Now the other leg.", []),
    ],
)  # fmt: skip
def test_each_side_that_is_asked_for(read: Read, said: str, lines: list[str]) -> None:
    """Whoever asks for a side, and then for the other, tells of both; a mere `good` only goes on."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


def test_who_looks_at_a_picture_moves_nothing(read: Read) -> None:
    """Where somebody is told to look tells of no motion; what a bone has lost is its height."""
    said = "T12 is sore. So, look here. It's lost about a third of its height."
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == ["tenderness thoracic"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Turn to the right for me... fine, eighty easy.", ["restriction cervical right absent"]),
        ("Turn to the left. Other way. That hangs up around fifty.", ["restriction cervical right"]),
        ("Chin to your left shoulder. Good, that goes all the way.", ["restriction cervical left absent"]),
        ("C4 on the left is boggy. And turning left you stop short.", [
            "tissue_texture cervical left", "restriction cervical left",
        ]),
    ],
)  # fmt: skip
def test_where_the_motion_goes(read: Read, said: str, lines: list[str]) -> None:
    """A verdict is of the way asked for last, and the shoulder that the chin goes to is not what moves."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Neck. Turn to the left. That's about half of the right.", ["restriction cervical left"]),
        (
            "DR: Lumbar spine. Bend right. Full. Now left. About two thirds of what you did on the right.",
            ["restriction lumbar right absent", "restriction lumbar left"],
        ),
        (
            "DR: Sit tall, cross your arms and turn. Left you get twenty. Right you get forty, that's normal.",
            ["restriction thoracic left", "restriction thoracic right absent"],
        ),
        (
            "DR: Cross your arms and rotate your trunk. To the left you turn fine. To the right, about half.",
            ["restriction thoracic left absent", "restriction thoracic right"],
        ),
        ("DR: The neck on the left is blocked. On the right it's lovely and soft.", ["restriction cervical left"]),
    ],
)
def test_motions_measured_by_the_other_side(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A side that another is only measured by is not restricted, nor what is called normal."""
    assert read(said, "tart", "transcript") == lines
