"""Specification of what narrows a space where a later statement says so."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

FORAMEN = "foraminal_stenosis lumbar"


@pytest.mark.parametrize(
    "said",
    [
        "What's doing it is a spur.",
        "It's a spur, the disc is fine.",
        "Bone, not disc.",
        "So the exit is tight. And what's making it tight is a spur.",
        "A spur is the culprit.",
    ],
)
def test_what_is_blamed_aloud(read: Read, said: str) -> None:
    """One of the next two statements of the same person may name the cause."""
    text = f"Doctor: You have a foraminal stenosis at L2-3 on the left. {said}"
    assert read(text, "lesions", "transcript") == [f"{FORAMEN} osseous L2 L3 left"]


@pytest.mark.parametrize(
    "said",
    [
        "There's also a disc bulge at L5-S1.",
        "The disc is fine.",
        "So we'll do a shot. A disc can do that too.",
    ],
)
def test_what_is_not_blamed(read: Read, said: str) -> None:
    """A tissue that is only named, or cleared, is no cause."""
    text = f"Doctor: You have a foraminal stenosis at L2-3 on the left. {said}"
    assert read(text, "lesions", "transcript") == [f"{FORAMEN} L2 L3 left"]


@pytest.mark.parametrize("cause", ["either disc or ligament", "disc versus ligament"])
def test_what_is_left_open(read: Read, cause: str) -> None:
    """Between two tissues that are weighed none is the mechanism."""
    assert read(f"Assessment: left foraminal stenosis L2-3, {cause}.", "lesions") == [f"{FORAMEN} L2 L3 left"]
