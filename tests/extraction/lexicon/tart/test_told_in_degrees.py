"""Specification of motions that speech measures in degrees."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Neck rotation is fifty to the right and eighty to the left.", [
            "restriction cervical right", "restriction cervical left absent",
        ]),
        ("Lumbar side bending, 10 right, 25 left.", ["restriction lumbar right", "restriction lumbar left absent"]),
        ("Cervical flexion 45, extension 30, left rotation 40, right rotation 75.", [
            "restriction cervical", "restriction cervical left", "restriction cervical right absent",
        ]),
        ("The left knee bends to ninety-five, the right to one forty.", [
            "restriction lower_extremity left", "restriction lower_extremity right absent",
        ]),
        ("Shoulder flexion 170 both sides.", ["restriction upper_extremity bilateral absent"]),
        ("Trunk rotation is forty to the left and twenty to the right.", [
            "restriction thoracic left absent", "restriction thoracic right",
        ]),
        ("Elbow extension lacks ten degrees on the right.", ["restriction upper_extremity right"]),
        ("Neck flexion fifty, extension sixty, that's all normal.", ["restriction cervical absent"]),
        ("Turn your head left. And right. So that's eighty to the left, forty to the right.", [
            "restriction cervical left absent", "restriction cervical right",
        ]),
        ("Turn your head left. And right. Forty to the left, and right is full.", [
            "restriction cervical left", "restriction cervical right absent",
        ]),
        ("Neck flexion fifty, extension sixty.", []),
        ("Turn left. Turn right. Thirty on the left was the grip, fifty on the right.", []),
        ("Knee flexion 100 on the left, I wrote last year.", []),
        ("Is neck rotation forty on the right?", []),
        ("The knee did forty minutes of biking on the left.", []),
        ("L4-5 flexion-distraction.", []),
    ],
)  # fmt: skip
def test_motions_measured(read: Read, said: str, lines: list[str]) -> None:
    """What falls short is restricted, and so free is the other side; what only is enough is not told."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "DR: Neck. Rotation right, eighty. Rotation left, forty.",
            ["restriction cervical right absent", "restriction cervical left"],
        ),
        ("DR: Neck. Rotation right, eighty.", []),
        (
            "DR: Right hip flexion is eighty. The left gets to one-ten.",
            ["restriction pelvic right", "restriction pelvic left absent"],
        ),
        (
            "DR: Right hip flexion is eighty. Are you comfortable? The left gets to one-ten.",
            ["restriction pelvic right"],
        ),
        ("DR: The left ankle comes up to neutral.", ["restriction lower_extremity left"]),
        ("DR: The left hip, internal rotation, zero.", ["restriction pelvic left"]),
        (
            "DR: The shoulder lifts to one-sixty on the left and to ninety on the right.",
            ["restriction upper_extremity left absent", "restriction upper_extremity right"],
        ),
        ("DR: Zero trouble with rotation since Monday.", []),
    ],
)
def test_motions_measured_from_statement_to_statement(
    read: Callable[..., list[str]], said: str, lines: list[str]
) -> None:
    """A motion is told by the statements around, and no degrees at all are few."""
    assert read(said, "tart", "transcript") == lines
