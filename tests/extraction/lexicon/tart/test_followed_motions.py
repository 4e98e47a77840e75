"""Specification of how far a motion went that was asked for a while before."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("DR: Look up at the ceiling.\nPT: That's all I've got.\nDR: Mm, about half.", ["restriction cervical"]),
        ("DR: Turn your head both ways, slowly.\nPT: Ugh.\nDR: Maybe forty on both sides.", [
            "restriction cervical bilateral",
        ]),
        ("DR: Arms folded, I'll twist you. To the left you go nicely. To the right, there's your wall.", [
            "restriction thoracic left absent", "restriction thoracic right",
        ]),
        ("DR: Turn left. That's lovely. Now the other way. That quits at thirty.", [
            "restriction cervical left absent", "restriction cervical right",
        ]),
        ("DR: Chin down and turn. Right, stops at about forty, left goes the whole way.", [
            "restriction cervical right", "restriction cervical left absent",
        ]),
        ("DR: Your neck. Turning left, no problem. Turning right, it hits a wall at fifty.", [
            "restriction cervical left absent", "restriction cervical right",
        ]),
        ("DR: Arms crossed. I'm doing the turning. To the right that's lovely. To the left... that's half.", [
            "restriction thoracic right absent", "restriction thoracic left",
        ]),
        ("DR: Turn your head to the left.\nPT: Ow.\nDR: Half of this is stress.", []),
        ("DR: Turn your head to the left.\nPT: Is the clinic open?\nDR: About half the day.", []),
        ("DR: Bend forward. Stop. Now the form.", []),
        ("PT: I look up.\nDR: Mm, about half of them do.", []),
    ],
)  # fmt: skip
def test_the_verdict_after_other_words(read: Read, turns: str, lines: list[str]) -> None:
    """Who moves may speak before the verdict, which says nothing but how far it went, and to which side."""
    assert read(turns, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Both arms. Arms overhead. Full, both arms.", ["restriction upper_extremity bilateral absent"]),
        ("Arms up, please. Full on the left, right stops at shoulder height.", [
            "restriction upper_extremity left absent", "restriction upper_extremity right",
        ]),
        ("This is the left elbow. Straighten it for me. Stops short. Right goes to zero.", [
            "restriction upper_extremity left", "restriction upper_extremity right absent",
        ]),
        ("The right knee. Bend it. That's full.", ["restriction lower_extremity right absent"]),
        ("Let me take your left arm. Lifting it out to the side... that's where it stops.", [
            "restriction upper_extremity left",
        ]),
        ("Arms up for the film. Thanks. It's all the way down the hall.", []),
        ("Raise your arm if you have half an hour.", []),
        ("Lift the arm against me. Good. That's full strength.", []),
    ],
)  # fmt: skip
def test_limbs_that_are_moved(read: Read, said: str, lines: list[str]) -> None:
    """An arm that is lifted, an elbow or a knee that is bent has its verdict; a strength and an hour have none."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


def test_a_side_is_only_measured_by_the_other(read: Read) -> None:
    """Half of the other way is told of the side that was asked for."""
    said = "DR: Turn left. That's about half of the other way.\nPT: Okay."
    assert read(said, "tart", "transcript") == ["restriction cervical left"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Let me bend this knee. Left side, one forty. Right side, a hundred and five.", [
            "restriction lower_extremity left absent", "restriction lower_extremity right",
        ]),
        ("Reach both arms overhead. Right goes all the way, left gets to about one ten.", [
            "restriction upper_extremity right absent", "restriction upper_extremity left",
        ]),
        ("Lift your left arm out to the side. Okay, it stops at ninety.", ["restriction upper_extremity left"]),
        ("Bend your right elbow. One forty. Nice.", ["restriction upper_extremity right absent"]),
        ("Bend your ankle up. The left gets to about four degrees, the right gets to fifteen.", [
            "restriction lower_extremity left", "restriction lower_extremity right absent",
        ]),
        ("Chin down and turn. Right stops at about thirty, left goes the whole way.", [
            "restriction cervical right", "restriction cervical left absent",
        ]),
        ("Straighten the left knee. Twenty.", []),
        ("Bend your right knee ten times at home. Five sets.", []),
        ("Raise your arm. Hold for thirty seconds. Good.", []),
        ("Bend the left knee. There was a man of ninety who could.", []),
    ],
)  # fmt: skip
def test_degrees_of_a_limb(read: Read, said: str, lines: list[str]) -> None:
    """A number of degrees tells how far a limb goes, where it is known how far it should, and of nothing else."""
    assert read(f"DR: {said}", "tart", "transcript") == lines
