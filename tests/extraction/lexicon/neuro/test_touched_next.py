"""Specification of tests of feeling that go on from place to place."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            ["I'm using the pin now. Front of the knee?", "Normal.", "Inside of the ankle?", "Less on the right."],
            ["sensory_deficit absent", "sensory_deficit right"],
        ),
        (
            ["Can you feel this?", "Yes.", "And the index finger?", "That's woolly.", "The left one, okay."],
            ["sensory_deficit absent", "sensory_deficit left"],
        ),
        (
            ["Sharp or dull, on the left heel?", "Sharp.", "And the right?", "Dull."],
            ["sensory_deficit absent", "sensory_deficit right"],
        ),
        (
            ["Can you feel this, left calf?", "It's duller.", "On the outside of the calf?", "There, yes."],
            ["sensory_deficit left"],
        ),
        (["Feeling along the thumb?", "Duller on the left."], ["sensory_deficit left"]),
        (["Any feeling along the thumb?", "Less than before."], []),
        (["I'll touch the calf, say if it's sore. The ankle?", "Same."], []),
        (["I'll touch your neck, do you feel that?", "Yes.", "Okay, right here?", "Yeah, it was always sore."], []),
        (["Cotton on the shin. Same?", "Same.", "Push up. Strong. The left ankle?", "Less swollen."], []),
        (["Is it sharp, or is it aching?", "Sharp. It feels like a knife."], []),
    ],
)
def test_from_place_to_place(read: Read, turns: list[str], lines: list[str]) -> None:
    """Each place that is touched has its answer; a touch that looks for soreness tests no feeling."""
    talk = "\n".join(f"{('Doctor', 'Patient')[at % 2]}: {said}" for at, said in enumerate(turns))
    found = [line for line in read(talk, "neuro", "transcript") if line.startswith("sensory")]
    assert sorted(set(found) - ({"sensory_deficit absent"} - {*lines})) == sorted(lines)


def test_what_is_likened(read: Read) -> None:
    """The same in one place and like something else in another is felt otherwise."""
    turns = "DR: Light touch, both feet. Same?\nPT: Top is the same, the right sole is like cardboard."
    assert read(turns, "neuro", "transcript") == ["sensory_deficit right"]
