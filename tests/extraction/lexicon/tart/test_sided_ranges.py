"""Specification of motions whose sides are told one beside the other."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Turn left. Turn right. Fifty to the left, and right is full.", [
            "restriction cervical left", "restriction cervical right absent",
        ]),
        ("Turn your head each way. That's thirty on the right but everything on the left.", [
            "restriction cervical right", "restriction cervical left absent",
        ]),
        ("Looking right she quits at thirty.", ["restriction cervical right"]),
        ("Looking left you've got all of it.", ["restriction cervical left absent"]),
        ("Mid back, T8. Bending left is easy, bending right stops halfway.", [
            "restriction thoracic left absent", "restriction thoracic right",
        ]),
        ("Turn left. Turn right. Forty on the left is your grip, fifty on the right.", []),
        ("Turn left. Your left hand is fine.", []),
        ("Neck rotation. Left is full, right's limited.", [
            "restriction cervical left absent", "restriction cervical right",
        ]),
        ("Neck rotation. My left hand's full.", []),
        ("The left is fine.", []),
        ("The left knee. Going left is fine.", []),
        ("Is it full on the left? Looking fine.", []),
    ],
)  # fmt: skip
def test_each_side_of_a_motion(read: Read, said: str, lines: list[str]) -> None:
    """Each side has its own verdict; a statement that says anything else of a side tells no range."""
    assert read(f"Doctor: {said}", "tart", "transcript") == lines


def test_what_a_patient_tells(read: Read) -> None:
    """How far patients say they get is no finding."""
    assert read("Patient: Looking left I quit at thirty.", "tart", "transcript") == []
