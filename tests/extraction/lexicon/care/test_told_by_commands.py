"""Specification of treatments that talk only lets one hear."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]
_STATED = "DR: L4 is stuck and tender. So that's segmental dysfunction of L4.\nPT: Okay.\n"


@pytest.mark.parametrize(
    "said",
    [
        "DR: Big breath. And out. There we go.",
        "DR: Lie on your left side. Hang on. There it goes.",
        "DR: Roll on your side, cross your arms.\nPT: Wow, that popped.",
        "DR: Push your knee into my hand, hold it, and relax. Again.",
        "DR: Resist me. Push. Good. And let go.",
        "DR: Kick against my hand. Relax. More.",
        "DR: Face down. Deep breath. Let it out.",
        "DR: Squeeze my fist with your knees, and relax.",
        "DR: Breathe in, breathe out.\nPT: Whoa, that was loud.",
        "DR: Deep breath, let it all out. And the drop on L4.",
    ],
)
def test_treatment_that_is_heard(read: Read, said: str) -> None:
    """Who breathes, pushes or lies down after the diagnosis, and something gives way, is treated where it is."""
    assert read(_STATED + said, "care", "transcript") == ["manipulation today lumbar"]


@pytest.mark.parametrize(
    "said",
    [
        "DR: If it gets worse, take a deep breath and lie on your side.",
        "DR: Sleep on your side with a pillow.\nPT: I heard that before.",
        "DR: At home, push your hands into your thighs and relax.",
        "DR: Come back Tuesday. There we go.",
        "DR: Let me listen to your lungs. Deep breath.",
        "DR: Take a deep breath, it's not cancer.",
    ],
)
def test_commands_that_treat_nothing(read: Read, said: str) -> None:
    """Advice, another examination, and a day without treatment let nothing be heard."""
    assert read(_STATED + said, "care", "transcript") == []


def test_commands_of_the_examination(read: Read) -> None:
    """Before a dysfunction is stated, or where none is, the patient works along for the examination."""
    said = "DR: Big breath. And out. There we go. Push into my hand. Relax.\nPT: Okay.\nDR: It's a lumbar strain."
    assert read(said, "care", "transcript") == []


def test_treatment_that_is_told(read: Read) -> None:
    """Where a treatment is told, what is heard adds nothing to it."""
    said = "DR: And T5 has somatic dysfunction. I'm adjusting T5 today. Deep breath. Let it out. There it goes."
    assert read(_STATED + said, "care", "transcript") == ["manipulation today thoracic"]
