"""Specification of how an examiner sees somebody walk."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Your walk back there was even.", ["gait absent"]),
        ("I watched you come up the stairs, that's smooth.", ["gait absent"]),
        ("You walked down the corridor quite evenly.", ["gait absent"]),
        ("Walk to the sink and back. Steady.", ["gait absent"]),
        ("Now walk for me? Smooth, good.", ["gait absent"]),
        ("Walk to the door. There's a slap on the left.", ["gait left"]),
        ("She dips to the right when she walks.", ["gait right"]),
        ("Your stride is short on the right.", ["gait right"]),
        ("Bit of a limp, favoring the left.", ["gait left"]),
        ("Walk to the door. Okay.", []),
        ("You get a foot that drags when you walk, you call me.", ["motor_deficit hypothetical"]),
        ("So how you walk and the leaning on the cart tell me.", []),
        ("Walk heel to toe. Whoa. Okay.", []),
        ("A short walk every day is good.", []),
        ("I saw you walking the dog, that was nice.", []),
        ("If your walk gets short or crooked, call me.", []),
        ("You lean on the cart, don't you?", []),
    ],
)
def test_walks_that_are_looked_at(read: Read, said: str, lines: list[str]) -> None:
    """A walk that is watched or bidden is even, or has its side; praise alone only ends it."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "neuro", "transcript") == lines


def test_a_patient_tells_of_walks_otherwise(read: Read) -> None:
    """What a patient says of the own walk is no look at it."""
    assert read("Doctor: And?\nPatient: My walk was even shorter, that was good.", "neuro", "transcript") == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Let me see you walk. Smooth, even.", ["gait absent"]),
        ("Take a few steps for me. Steady.", ["gait absent"]),
        ("Antalgic gait, shortened stance on the left.", ["gait left"]),
        ("Take steps to rest more. Steady.", []),
        ("Walk on your heels. The right foot drops.", ["motor_deficit right"]),
    ],
)
def test_walks_that_are_bidden(read: Read, said: str, lines: list[str]) -> None:
    """A walk is watched in several ways, and one on heels tries strength."""
    assert sorted(read(f"DR: {said}\nPT: Okay.", "neuro", "transcript")) == lines
