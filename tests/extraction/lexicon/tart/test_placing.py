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
