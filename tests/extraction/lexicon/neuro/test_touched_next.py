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
        (
            [
                "I'm using the pin. The shin?",
                "Normal.",
                "Any allergies?",
                "No.",
                "The left ankle?",
                "Less than before.",
            ],
            [],
        ),
        (["I'm using the pin. The shin?", "Normal.", "Okay then?", "Less than before."], []),
        (["I'm using the pin. The shin?", "Normal.", "This side?", "Less."], []),
        (["I'm using the pin. The shin?", "Normal.", "Outer edge?", "Less."], ["sensory_deficit"]),
        (
            [
                "I'm using the pin. The shin?",
                "Normal.",
                "Then what about the little thing there on the left side of the right foot?",
                "Less.",
            ],
            [],
        ),
        (["I'm using the pin. The shin?", "Normal.", "That spot is tender. The left ankle?", "Less than before."], []),
        (["I'm using the pin. The shin?", "Normal.", "Slump test. The left ankle?", "Less than before."], []),
        (
            ["I'm using the pin. The shin?", "Normal.", "Sensation is normal. The left ankle?", "Less."],
            ["sensory_deficit left"],
        ),
        (["I'm using the pin. The shin?", "Normal.", "How is the left ankle lately?", "Less."], []),
        (["I'm using the pin. The shin?", "Normal.", "The left ankle.", "Less."], []),
        (["I'm using the pin. The shin?", "Normal.", "Squeeze. The left ankle?", "Less than before."], []),
        (["Is this where it was?", "No.", "The left ankle?", "Less than before."], []),
        (["Do you feel tired?", "No.", "The left ankle?", "Less than before."], []),
        (["Is the pain sharp?", "No.", "The left ankle?", "Less than before."], []),
        (["Is the ache dull?", "No.", "The left ankle?", "Less than before."], []),
        (["I'll touch the shin. The ankle?", "Less than before."], []),
        (["It feels light. The left ankle?", "Less than before."], []),
        (["Do you feel me touch here, is it tender?", "Yes.", "The left ankle?", "Less."], []),
        (["Hello.", "They used a pin, it felt sharp and dull.", "The left ankle?", "Less than before."], []),
        (["Sensation on the calf?", "Less on the left."], ["sensory_deficit left"]),
        (["The feeling on the calf?", "Less on the left."], []),
        (["Do you feel any in the calf?", "Less on the left."], []),
        (["Light touch on the shin?", "Less on the left."], ["sensory_deficit left"]),
        (["Is the feeling the same, is it throbbing?", "Less."], []),
        (["Any pain in the shin?", "Yes.", "And the same spot on the left?", "Less."], []),
        (["Pin on the shin?", "Yes.", "And the same spot on the left?", "Less."], ["sensory_deficit left"]),
        (["Can you feel this?", "It's duller.", "Is that on the left?"], ["sensory_deficit"]),
        (["Can you feel this?", "It's duller.", "Okay.", "On the left."], ["sensory_deficit left"]),
        (["Does it feel the same, both feet?", "The same, like the other one."], ["sensory_deficit bilateral absent"]),
        (["Is it sharp or dull on the left shin?", "It's not dull."], []),
        (["I'm using the pin. The shin?", "Normal.", "The left ankle?", "Yes."], ["sensory_deficit left absent"]),
        (["I'm using the pin. It's duller? The left ankle?", "Yes."], ["sensory_deficit left absent"]),
        (
            ["I'm using the pin. The shin?", "It's duller.", "Does it feel the same on the left ankle?", "Yes."],
            ["sensory_deficit", "sensory_deficit left absent"],
        ),
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
