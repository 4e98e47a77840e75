"""Specification of words of side."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.view.view import Chunk, View

Look = Callable[..., View]
Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("It's tender right over the sacrum.", []),
        ("Sore, right at the angle?", []),
        ("You're leaning to the right there.", ["right"]),
        ("It's on the right over the sacrum.", ["right"]),
        ("To the left you go nicely.", ["left"]),
        ("I left you a note.", []),
        ("There isn't much disc left.", []),
        ("There's no room left at L4-5.", []),
        ("There's hardly any fluid left.", []),
        ("The spur grows right into the doorway.", []),
        ("Narrowed right at that level.", []),
        ("It bulges on the right into the foramen.", ["right"]),
        ("There's no bulge, left is fine.", ["left"]),
        ("Is there much pain on the left?", ["left"]),
        ("Any numb spots left?", []),
        ("Any soreness left?", []),
        ("Any pain on the left?", ["left"]),
        ("Any weakness, left?", ["left"]),
        ("T4 and T5 both lag.", []),
        ("The fourth and fifth both lag.", []),
        ("The knees both click.", ["bilateral"]),
        ("What's left is the neck.", []),
        ("What's left now is a small bulge.", []),
        ("What left leg pain do you have?", ["left"]),
        ("You're right, I missed it.", []),
        ("You're right-handed.", ["right"]),
        ("It bulges right in the middle.", ["midline"]),
        ("It bulges on the right in the foramen.", ["right"]),
        ("It's not coming down right.", []),
        ("It comes down on the right.", ["right"]),
        ("The AC and the main joint are both stiff.", []),
        ("I press down the middle.", ["midline"]),
        ("The facets are enlarged at both levels.", []),
        ("Both of these discs are dry.", []),
        ("There is a bulge at both L3-4 and L4-5.", []),
        ("L4-5 and L5-S1 are both dark.", []),
        ("T4 and T5 are both stuck.", []),
        ("It touches both L5 roots.", ["bilateral"]),
        ("The facets are enlarged on both sides.", ["bilateral"]),
        ("Both of the knees click.", ["bilateral"]),
        ("Both lower limbs are weak.", ["bilateral"]),
    ],
)
def test_sides(view: Look, text: str, sides: list[str]) -> None:
    """A right may say `just so`, a left what remains, and a both sums up two levels."""
    seen = view(f"Doctor: {text}", "transcript")
    assert [side.value for side in seen.sides(Chunk(0, len(seen.norms)))] == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Right, so the talus is stiff.", []),
        ("Okay. Right, hop up on the table.", []),
        ("Right, mostly at the hip.", ["right"]),
        ("Too right.", []),
        ("It's tender right up here by the collarbone.", []),
        ("It's on the right over here.", ["right"]),
        ("And right over the sacrum?", []),
        ("Right along the rib, sore?", []),
        ("That's right over the shin.", []),
        ("We're on your right now.", ["right"]),
    ],
)
def test_a_right_of_talk(view: Look, text: str, sides: list[str]) -> None:
    """A right that opens what is said next, agrees or only points is no side."""
    seen = view(f"Doctor: {text}", "transcript")
    assert [side.value for side in seen.sides(Chunk(0, len(seen.norms)))] == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("It's tight on my left, your right.", ["right", "right"]),
        ("It's tight on the left. I mean my left, so your right.", ["right", "right", "right"]),
        ("It's tight on your left, my right.", ["left", "left"]),
        ("The left, your right is fine.", ["left", "right"]),
        ("My left hurts, your right doesn't, says my wife.", ["left", "right"]),
    ],
)
def test_the_side_of_an_examiner(view: Look, text: str, sides: list[str]) -> None:
    """Who stands face to face with somebody tells that one's side with the own one."""
    seen = view(f"Doctor: {text}", "transcript")
    assert sorted(side.value for side in seen.sides(Chunk(0, len(seen.norms)))) == sorted(sides)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Sens dec'd LT dorsum R foot", ["right"]),
        ("Sens intact LT arm", ["left"]),
        ("M99.02 T, M99.03 L", []),
    ],
)
def test_abbreviations_in_notes(view: Look, text: str, sides: list[str]) -> None:
    """LT is light touch where another side follows, and the L behind the code of its region is the lumbar spine."""
    seen = view(text)
    assert [side.value for side in seen.sides(Chunk(0, len(seen.norms)))] == sides


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Slump (-) L + R.", ["tension_sign bilateral absent"]),
        ("Spurling neg R/L.", ["tension_sign bilateral absent"]),
        ("SLR L/R neg.", ["tension_sign bilateral absent"]),
        ("SLR R + L -", ["tension_sign right", "tension_sign left absent"]),
    ],
)
def test_a_plus_or_slash_between_sides(read: Read, text: str, lines: list[str]) -> None:
    """Behind one result both sides share it; a plus that is itself a result joins nothing."""
    assert read(f"EXAM\n{text}", "neuro") == lines


def test_a_plus_between_the_sides_of_a_place(read: Read) -> None:
    """Both sides stand before a place that has two."""
    assert read("EXAM\nTender L + R SI joints.", "tart") == ["tenderness sacral bilateral"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Lt. SLR positive.", ["tension_sign left"]),
        ("Biceps jerk 1+ Lt, 2+ Rt.", ["reflex_deficit left", "reflex_deficit right absent"]),
        ("EHL 4/5 LT, 5/5 RT.", ["motor_deficit left", "motor_deficit right absent"]),
        ("LT intact both legs.", ["sensory_deficit bilateral absent"]),
        ("Lt intact both legs.", ["sensory_deficit bilateral absent"]),
        ("LT diminished Rt. S1.", ["sensory_deficit S1 right"]),
    ],
)
def test_a_left_side_is_no_light_touch(read: Read, text: str, lines: list[str]) -> None:
    """An `Lt` is the left, and so is an LT where RT is the right, but for what is intact or less."""
    assert sorted(read(f"EXAM\n{text}", "neuro")) == sorted(lines)
