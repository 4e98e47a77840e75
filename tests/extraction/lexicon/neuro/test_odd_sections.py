"""Specification of findings that a note tells in its assessment or below its pictures."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        ("ASSESSMENT:\nLumbar sprain. Power 5/5 both legs.", ["motor_deficit bilateral absent"]),
        ("ASSESSMENT:\nCervical sprain. No weakness of the arms.", ["motor_deficit absent"]),
        ("IMAGING:\nKyphosis 50 degrees. No clonus, toes down.", ["upper_motor_neuron absent"]),
        (
            "EXAM:\nPower 4/5 in the left leg.\nASSESSMENT:\nSprain. Power 5/5 in the right leg.",
            ["motor_deficit left", "motor_deficit right absent"],
        ),
        ("ASSESSMENT:\nL5 radiculopathy with weakness of the left foot.", []),
        ("ASSESSMENT:\nLeft foot weakness.", []),
        ("IMAGING:\nMRI: disc herniation, strength of the annulus reduced.", []),
    ],
)
def test_results_beside_conclusions(read: Read, note: str, lines: list[str]) -> None:
    """A sentence that only tells a result or a denial is read, whatever the note tells of its kind elsewhere."""
    assert read(note, "neuro") == lines
