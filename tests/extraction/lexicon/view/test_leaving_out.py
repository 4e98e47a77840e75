"""Specification of answers that leave another place out, or deny something else."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("asked", "reply", "lines"),
    [
        ("Does it run down the arm?", "The right, to the elbow, not beyond.", ["radicular_pain right"]),
        ("Does it run down the leg?", "On the left, but never past the knee.", ["radicular_pain left"]),
        (
            "Numbness in the hands?",
            "The right, not the left.",
            ["sensory_deficit left absent", "sensory_deficit right"],
        ),
        ("Numbness?", "In the left hand. No weakness.", ["sensory_deficit left", "motor_deficit absent"]),
        ("Numbness in the left hand?", "The left, not really.", ["sensory_deficit left absent"]),
        ("Numbness?", "In my back. No, not really.", ["sensory_deficit absent"]),
        ("Numbness?", "I fell there. No numbness.", ["sensory_deficit absent"]),
        ("Numbness in the legs?", "Sometimes. Not the left.", ["sensory_deficit absent"]),
        ("Numbness in the legs?", "The left. Not below.", ["sensory_deficit absent"]),
        ("Numbness in the legs?", "The left. Not the left thigh.", ["sensory_deficit absent"]),
        ("Numbness in the legs?", "The left, not", ["sensory_deficit absent"]),
        ("Numbness in the left leg?", "The left, not often but the right.", ["sensory_deficit left"]),
        ("Numbness in the legs?", "I guess, not below the knee.", ["radicular_pain absent", "sensory_deficit absent"]),
        ("Numbness in the legs?", "In the left leg. None really.", ["sensory_deficit absent"]),
        ("Numbness in the legs?", "In the left leg. No", ["sensory_deficit absent"]),
        ("Numbness in the legs?", "In the left leg. No.", ["sensory_deficit absent"]),
        ("Numbness in the legs?", "In the left leg, no.", ["sensory_deficit absent"]),
        ("Numbness?", "The right, not often.", ["sensory_deficit absent"]),
        ("Numbness?", "In the right hand. Not the left.", ["sensory_deficit right"]),
        ("Numbness?", "The right not the left.", ["sensory_deficit left absent", "sensory_deficit right"]),
        ("Numbness?", "Both. No weakness.", ["motor_deficit absent", "sensory_deficit bilateral"]),
        ("Numbness?", "Well, maybe. No weakness.", ["motor_deficit absent", "sensory_deficit absent"]),
        ("Numbness?", "I fell on my left leg. No weakness.", ["motor_deficit absent", "sensory_deficit absent"]),
        ("Numbness?", "In the left leg, no weakness.", ["motor_deficit absent", "sensory_deficit absent"]),
    ],
)
def test_what_a_denial_leaves_out(read: Read, asked: str, reply: str, lines: list[str]) -> None:
    """A not behind a pause leaves out another place; a no behind where it is denies something else."""
    found = read(f"Doctor: {asked}\nPatient: {reply}", "neuro", "transcript")
    assert sorted({*found}) == sorted(lines)


@pytest.mark.parametrize(
    ("told", "reply", "lines"),
    [
        ("So no numbness.", "Well, actually yes, in the left foot.", ["sensory_deficit left"]),
        ("No tingling then.", "Oh, there is. In my right hand.", ["sensory_deficit right"]),
        ("So no weakness?", "Actually yes, the left arm.", ["motor_deficit left"]),
        ("And no leg pain.", "Actually, yes.", []),
        ("So no numbness.", "Right.", ["sensory_deficit absent"]),
        ("So no numbness.", "Yes.", ["sensory_deficit absent"]),
        ("So no numbness. Okay.", "Actually, yes.", ["sensory_deficit absent"]),
        (
            "So no numbness at all in either of the legs or arms or hands or feet today.",
            "Actually, yes.",
            ["sensory_deficit absent"],
        ),
        ("There's numbness, no weakness.", "Actually, yes.", ["sensory_deficit", "motor_deficit absent"]),
        ("So no numbness.", "Actually.", ["sensory_deficit absent"]),
    ],
)
def test_a_denial_that_is_contradicted(read: Read, told: str, reply: str, lines: list[str]) -> None:
    """Who sums up a denial is contradicted by an actually; a bare yes agrees."""
    assert read(f"Doctor: {told}\nPatient: {reply}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("asked", "reply", "lines"),
    [
        ("And the right?", "Numb below the knee.", ["sensory_deficit right"]),
        ("What about the left hand?", "Tingles in the morning.", ["sensory_deficit left"]),
        ("What about the left hand?", "My foot tingles.", ["sensory_deficit"]),
        ("Left or right?", "It tingles.", ["sensory_deficit"]),
        ("Is it pain or numbness?", "Both.", ["sensory_deficit"]),
        ("Any numbness in the feet?", "Both.", ["sensory_deficit bilateral"]),
        ("Any numbness?", "In my feet. Both, since May.", ["sensory_deficit bilateral"]),
        ("Is the arm weak?", "It hurts.", []),
        ("Is the arm weak?", "It does, yes.", ["motor_deficit"]),
        ("Is the arm weak?", "That's sore.", ["motor_deficit"]),
        ("Is the arm weak?", "It is, hurts too.", ["motor_deficit"]),
        ("Does it shoot down the leg?", "It hurts, yes.", ["radicular_pain"]),
        ("Is the arm weak or sore?", "It's sore.", []),
        ("Feeling normal?", "Actually yes.", ["sensory_deficit absent"]),
    ],
)
def test_sides_and_kinds_of_answers(read: Read, asked: str, reply: str, lines: list[str]) -> None:
    """The side asked of is that of the answer; both of two complaints are no sides; a pain is no weakness."""
    assert read(f"Doctor: {asked}\nPatient: {reply}", "neuro", "transcript") == lines


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("It's tingly, outside of the foot, the left one.", ["sensory_deficit left"]),
        ("The right arm, from here, the shoulder blade, down to the thumb.", ["radicular_pain right"]),
        ("I'd had numbness in the left hand.", ["sensory_deficit left"]),
    ],
)
def test_the_outer_side_and_the_same_limb(read: Read, said: str, lines: list[str]) -> None:
    """The outside of a limb is no exception, and a pain goes on along the limb that was named."""
    assert read(f"Doctor: And?\nPatient: {said}", "neuro", "transcript") == lines
