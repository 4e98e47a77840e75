"""Specification of speech in which the words of a finding tell of no touch."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Lift your neck. Hang tight, I'll be back.", []),
        ("Let go of the neck. Sit tight for a minute.", []),
        ("My hand is on your neck. We have a tight schedule today.", []),
        ("Your schedule is really tight, neck patients all day.", []),
        ("Sitting makes the hip flexors tight in anybody.", []),
        ("Most people lose motion in the neck.", []),
        ("Everyone's neck is tight, but yours is locked here.", ["tissue_texture cervical", "restriction cervical"]),
        ("We want to restore full neck rotation and reduce muscle spasm.", []),
        ("The goal is to improve motion of the neck.", []),
        ("Your neck is tight.", ["tissue_texture cervical"]),
        ("Reach over the left shoulder like you're grabbing a handrail.", []),
        ("The left shoulder, as if grabbing your bag.", []),
        ("I'll check the left first rib once you're less guarded.", []),
        ("We can look at the left hip when you're not so guarded.", []),
        ("The left hip is guarded.", ["tissue_texture pelvic left"]),
        ("In plain English, your neck is jammed.", []),
        ("So, in everyday words, the left ankle is stuck.", []),
        ("What you came in with was a jammed joint at T4.", []),
        ("Put simply, C5 is locked.", []),
        ("C5 is locked.", ["restriction cervical"]),
        ("The left ankle is stuck.", ["restriction lower_extremity left"]),
    ],
)
def test_words_that_tell_of_no_touch(read: Read, said: str, lines: list[str]) -> None:
    """Idioms, what is to come, and what is said over again in plain words are no findings."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "tart", kind="transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Nobody sticks a needle in that hip today.", []),
        ("DR: The L4 facet sticks.", ["restriction lumbar"]),
        ("DR: Lumbar spine. It's warm in here.", []),
        ("DR: The lumbar spine next. It gets warm in this room.", []),
        ("DR: The lumbar muscles are warm.", ["tissue_texture lumbar"]),
    ],
)
def test_needles_and_rooms(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """Who sticks a needle in finds nothing stuck, and a warm room is no tissue."""
    assert read(said, "tart", "transcript") == lines
