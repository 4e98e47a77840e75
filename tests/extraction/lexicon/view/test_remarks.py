"""Specification of what an answer says of sides, besides yes or no."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


def dialogue(*turns: str) -> str:
    """Return a transcript of the clinician and the patient in turn."""
    return "\n".join(f"{('Doctor', 'Patient')[index % 2]}: {said}" for index, said in enumerate(turns))


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (("Any tingling?", "Uh-huh, in my right calf."), ["sensory_deficit right"]),
        (("Any tingling?", "Mostly on the left, when I drive."), ["sensory_deficit left"]),
        (("Which calf tingles?", "The right one."), ["sensory_deficit right"]),
        (("Do both calves tingle?", "Only the right."), ["sensory_deficit right"]),
        (
            ("Does the left calf tingle?", "No, just the right."),
            ["sensory_deficit left absent", "sensory_deficit right"],
        ),
        (
            ("Does the left calf tingle?", "The other one does."),
            ["sensory_deficit left absent", "sensory_deficit right"],
        ),
        (("Does the left calf tingle?", "The right one too."), ["sensory_deficit left", "sensory_deficit right"]),
        (("Does the left calf tingle?", "Both do."), ["sensory_deficit bilateral"]),
        (("Does the left calf tingle?", "No, my right knee pops."), ["sensory_deficit left absent"]),
        (("Any tingling on the left? On the right?", "Left no. Right, yes."), ["sensory_deficit left absent"]),
        (("Any tingling?", "The right hand. Not the left."), ["sensory_deficit right"]),
        (("Any tingling?", "Not the right side."), ["sensory_deficit absent"]),
    ],
)
def test_an_answer_names_a_side(read: Read, turns: tuple[str, ...], lines: list[str]) -> None:
    """A side that is named is the one, another one besides or instead, or the one that is clear."""
    assert read(dialogue(*turns), "neuro", "transcript") == lines
