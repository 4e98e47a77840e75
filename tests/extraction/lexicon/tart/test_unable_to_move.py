"""Specification of what a note says that a patient could not turn or bend."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Exam:\nHe could not flex the lumbar spine past 20 degrees.", ["restriction lumbar"]),
        ("She was unable to turn her head beyond 30 degrees to the left.", ["restriction cervical left"]),
        ("Exam:\nNeck: she rotates fully to both sides.", ["restriction cervical bilateral absent"]),
        ("HPI:\nHe cannot turn his neck to the right.", []),
        ("He cannot turn his head in the car.", []),
        ("Exam:\nUnable to flex the left thumb.", []),
    ],
)
def test_what_a_patient_could_not_move(read: Read, text: str, lines: list[str]) -> None:
    """An examination, or words for how far it went, make it a finding; a history and a weak limb are none."""
    assert read(text, "tart") == lines
