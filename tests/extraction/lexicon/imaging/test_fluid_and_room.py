"""Specification of the fluid and the room that tell of a canal."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: Here's the MRI of the lumbar spine. "
_TIGHT, _WIDE = "mri canal_narrowing lumbar", "mri canal_narrowing lumbar absent"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("At L3-4 there's no white.", [_TIGHT]),
        ("See the white, that's water. At L5-S1 the white's almost gone.", [_TIGHT]),
        ("There's hardly any white at L2-3.", [_TIGHT]),
        ("It's white all the way down.", [_WIDE]),
        ("There's white in front of the nerves and behind them.", [_WIDE]),
        ("Up at L1-2, lots of room. At L4-5, not much room at all.", [_TIGHT, _WIDE]),
        ("Here's L2-3, a lovely big oval. And L3-4, that's a slit.", [_TIGHT, _WIDE]),
        ("This is the sac, and at L2-3, a nice round circle.", [_WIDE]),
        ("The canal, this is the cord here, it's got plenty of room.", [_WIDE]),
        ("There's no room left at L4-5.", [_TIGHT]),
    ],
)
def test_fluid_and_room(read: Read, text: str, lines: list[str]) -> None:
    """Where there is fluid or room a canal is wide, where there is hardly any it is narrow."""
    assert sorted(read(_OPENING + text, "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    "text",
    [
        "There should be white all around the cord.",
        "The white stripe in front of it is fluid.",
        "See the white all around the nerve on the right.",
        "There's a little bit of fluid in the knee.",
        "There's a little white at L3-4.",
        "The facet joints have no fluid in them.",
        "There's no white spot in the cord.",
        "You need a nice big circle of friends.",
        "At L3-4 there should be plenty of room.",
    ],
)
def test_no_fluid_of_the_canal(read: Read, text: str) -> None:
    """How it should be, what is only named, one nerve and the fluid of a joint tell nothing of a canal."""
    assert not {_TIGHT, _WIDE}.intersection(read(_OPENING + text, "imaging", "transcript"))


def test_a_film_shows_no_fluid(read: Read) -> None:
    """Films show no fluid."""
    text = "Doctor: Here's the film of your low back. At L3-4 there's no white. L4-5, plenty of room."
    assert read(text, "imaging", "transcript") == []


@pytest.mark.parametrize("text", ["No fluid collection.", "There's no fluid pocket.", "Your hips look good, no fluid."])
def test_fluid_that_is_not_around_nerves(read: Read, text: str) -> None:
    """Fluid that has gathered somewhere, or is in a joint, tells nothing of a canal."""
    lines = read(f"Doctor: Here's the MRI of the lumbar spine. {text}", "imaging", "transcript")
    assert not any("narrowing" in line for line in lines)
