"""Specification of exceptions: what holds for all but a side, a place or a muscle is the contrary there."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sensation intact except over the right heel.", ["sensory_deficit absent", "sensory_deficit right"]),
        ("Strength 5/5 throughout, apart from the left biceps.", ["motor_deficit absent", "motor_deficit left"]),
        ("Strength normal in every muscle but the left biceps.", ["motor_deficit absent", "motor_deficit left"]),
        ("Other than the left biceps, strength is full.", ["motor_deficit absent", "motor_deficit left"]),
        ("Strength is full.", ["motor_deficit absent"]),
    ],
)
def test_a_normal_nerve_has_an_exception(read: Read, text: str, lines: list[str]) -> None:
    """What is normal everywhere else falls short at the exception."""
    assert sorted(read(f"Exam: {text}", "neuro")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("No tenderness except at T9.", ["tenderness absent", "tenderness thoracic"]),
        ("Not tender anywhere save for L2.", ["tenderness absent", "tenderness lumbar"]),
        ("No tenderness except for a tender L2.", ["tenderness lumbar"]),
    ],
)
def test_a_normal_spine_has_an_exception(read: Read, text: str, lines: list[str]) -> None:
    """Palpation finds nothing but at the exception."""
    found = read(f"Exam: {text}", "tart")
    assert set(lines) - {"tenderness absent"} <= set(found)
    assert "tenderness lumbar absent" not in found


def test_an_exception_with_words_of_its_own_speaks_for_itself(read: Read) -> None:
    """A part that names a finding or a value needs no contrary."""
    found = read("Exam: Sensation intact except for numbness of the right heel.", "neuro")
    assert found.count("sensory_deficit right") == 1
