"""Specification of words of position that only say where, when or how."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: You'll be a little sore tonight in the low back.", []),
        ("Doctor: Down a bit. T3 is stiff.", ["restriction thoracic"]),
        ("Doctor: Do your pelvic tilts every morning.", []),
        ("Doctor: The right hip isn't even complaining.", []),
        ("Doctor: Right below the breastbone it's boggy.", ["tissue_texture rib_cage"]),
    ],
)
def test_words_of_every_day_tell_no_finding(read: Read, turns: str, lines: list[str]) -> None:
    """What may be felt tomorrow, where something is and what is told by the way are no findings."""
    assert read(turns, "tart", kind="transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Sit relaxed. Right shoulder's higher.", ["asymmetry upper_extremity right"]),
        ("DR: When you stand relaxed the right shoulder's higher.", ["asymmetry upper_extremity right"]),
        ("DR: The lumbar muscles are relaxed.", ["tissue_texture lumbar absent"]),
        ("DR: The muscles down both sides of the neck are tight.", ["tissue_texture cervical bilateral"]),
        ("DR: The right PSIS is down.", ["asymmetry pelvic right"]),
        ("DR: L4, does it hurt when I press?\nPT: Ow.\nDR: In the midline, okay.", ["tenderness lumbar midline"]),
        ("DR: The sternum's in the midline.", ["asymmetry rib_cage midline absent"]),
        ("DR: The ankle never got its motion back since the sprain in spring.", []),
    ],
)
def test_poses_and_ways_along(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """Words for a pose, a way along or the middle tell of no finding."""
    assert read(said, "tart", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Levels treated: C5, T4, L5.", []),
        ("Levels manipulated were C2 and T6.", []),
        ("Level adjusted: C1.", []),
        ("Iliac crest levels: R high.", ["asymmetry pelvic right"]),
        ("Iliac crests level. PSIS levels equal.", ["asymmetry pelvic absent"]),
        ("Shoulders level of their own accord.", ["asymmetry upper_extremity absent"]),
    ],
)
def test_the_levels_of_a_spine_are_no_even_landmarks(read: Read, text: str, lines: list[str]) -> None:
    """A level is a storey where it is named or treated, and a landmark's height beside a landmark."""
    assert read(text, "tart") == lines
