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
        ("EXAM:\nPower 4/5 on the left.\nASSESSMENT:\nSprain. Power 5/5.", ["motor_deficit left"]),
        ("ASSESSMENT:\nL5 radiculopathy with weakness of the left foot.", []),
        ("ASSESSMENT:\nLeft foot weakness.", []),
        ("IMAGING:\nMRI: disc herniation, strength of the annulus reduced.", []),
    ],
)
def test_what_stands_nowhere_else(read: Read, note: str, lines: list[str]) -> None:
    """A sentence that only tells a result or a denial is read, unless the note tells of its kind elsewhere."""
    assert read(note, "neuro") == lines
