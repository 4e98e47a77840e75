"""Specification of operations that are only proposed, and of what may go wrong in them."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

_OPENING = "Doctor: Here's the MRI of the lumbar spine. The canal at L3-4 is tight."
_CANAL = "mri canal_narrowing lumbar"


@pytest.mark.parametrize(
    "text",
    [
        "I'd open the canal there and put a screw on each side.",
        "We take out the disc and put in a cage.",
        "From the front, take out the disc, put in a spacer.",
        "Then we shave the spur off the facet.",
        "He'd drill the bone off and place four screws.",
    ],
)
def test_what_is_to_be_operated(read: Read, text: str) -> None:
    """What a surgeon is going to take out, open or put in is not shown."""
    assert read(f"{_OPENING} {text}", "imaging", "transcript") == [_CANAL]


def test_what_was_operated_before(read: Read) -> None:
    """What is shown where somebody was operated before is read."""
    text = "Doctor: Here's the MRI. We put a cage in last year and the canal at L4-5 looks open."
    assert "mri canal_narrowing lumbar absent" in read(text, "imaging", "transcript")


def test_further_hardware(read: Read) -> None:
    """Screws that are yet to come are not seen."""
    text = f"{_OPENING}\nPatient: More rods?\nDoctor: Another rod and two more screws at L3-4."
    assert read(text, "imaging", "transcript") == [_CANAL]


@pytest.mark.parametrize(
    "text",
    [
        "The screws look good.",
        "The screws are where I put them.",
        "The screws were placed nicely.",
    ],
)
def test_hardware_that_is_seen(read: Read, text: str) -> None:
    """Hardware that has been put in is seen."""
    assert sorted(read(f"{_OPENING} {text}", "imaging", "transcript")) == [_CANAL, "mri other lumbar"]


@pytest.mark.parametrize(
    "text",
    [
        "\nPatient: What's the risk?\nDoctor: Infection, mostly, at L3-4.",
        "\nPatient: What can go wrong?\nDoctor: Infection, a clot. A fracture at L3, rarely.",
        " Bleeding and infection around the spine are what I worry about.",
    ],
)
def test_what_may_go_wrong(read: Read, text: str) -> None:
    """The harms of an operation are not shown."""
    found = read(_OPENING + text, "imaging", "transcript")
    assert "mri other lumbar" not in found


def test_an_infection_that_is_seen(read: Read) -> None:
    """An infection by itself is shown."""
    assert "mri other lumbar" in read(f"{_OPENING} There's an infection in the disc at L3-4.", "imaging", "transcript")
