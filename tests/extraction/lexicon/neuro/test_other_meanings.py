"""Specification of what terms of nerves and muscles name that are no findings."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("PT: I have a weak stomach.", []),
        ("PT: My eyes are getting weak.", []),
        ("PT: My bones are weak, they gave me a shot.", []),
        ("PT: My right hand is weak.", ["motor_deficit right"]),
        ("PT: I've got a weak left leg.", ["motor_deficit left"]),
        ("DR: The sciatic nerve comes out here and runs down into the foot.", []),
        ("DR: That root then goes down the arm.", []),
        ("DR: It pushes on the nerve and the pain goes down your left leg.", ["radicular_pain left"]),
        ("PT: The nerve goes down my left leg, it burns.", ["radicular_pain left"]),
        ("DR: I'll run my fingers down both shins.", []),
    ],
)
def test_what_is_no_finding(read: Read, said: str, lines: list[str]) -> None:
    """Organs are weak without a deficit, and a nerve that is explained is no pain."""
    assert sorted(read(f"{said}\nDR: Okay.", "neuro", "transcript")) == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("PT: It runs down my left thigh.\nDR: Past the knee?\nPT: No.", ["radicular_pain left"]),
        ("PT: Pain goes down my right thigh.\nDR: Okay.\nPT: It's not past the knee.", ["radicular_pain right"]),
        ("DR: Does the pain go below the knee?\nPT: No.", ["radicular_pain absent"]),
    ],
)
def test_how_far_is_no_denial(read: Read, said: str, lines: list[str]) -> None:
    """Who has told of a pain along a limb only denies that it goes farther."""
    assert sorted(read(said, "neuro", "transcript")) == lines
