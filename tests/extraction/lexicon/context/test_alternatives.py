"""Specification of what words leave open: between a canal and a foramen, and between two things that it may be."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "said",
    [
        "bony stenosis at L3-4, canal versus foramen",
        "bony stenosis at L3-4, canal vs. foramen not known",
        "bony stenosis at L3-4, and the report doesn't say if it's the canal or the foramen",
        "bony stenosis at L3-4, unclear whether canal or foramina",
    ],
)
def test_an_open_choice(read: Read, said: str) -> None:
    """A narrowing of a space that nobody knows is a stenosis for sure, and no lesion of either space."""
    text = f"Doctor: My diagnosis is {said}."
    assert read(text, "lesions", "transcript") == []
    assert read(text, "diagnoses", "transcript") == ["spinal_stenosis lumbar"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("bony stenosis of the canal at L3-4", ["canal_stenosis lumbar osseous L3 L4"]),
        (
            "bony stenosis of the canal and the foramina at L3-4",
            ["canal_stenosis lumbar osseous L3 L4", "foraminal_stenosis lumbar osseous L3 L4"],
        ),
    ],
)
def test_no_choice(read: Read, said: str, lines: list[str]) -> None:
    """Spaces that are named, one or both, are narrow."""
    assert read(f"Doctor: My diagnosis is {said}.", "lesions", "transcript") == lines


@pytest.mark.parametrize(
    "said",
    [
        "I have two suspects. An L2 dysfunction, or a kidney stone.",
        "It's a toss-up. L2 dysfunction or a kidney stone.",
        "Two possibilities. Kidney stone versus L2 dysfunction.",
    ],
)
def test_one_of_two(read: Read, said: str) -> None:
    """Of things between which nobody has decided each is possible."""
    assert read(f"DR: {said}", "lesions", "transcript") == ["somatic_dysfunction lumbar L2 possible"]


@pytest.mark.parametrize(
    "said",
    [
        "I found two things. An L2 dysfunction and a sprain, one or both from the fall.",
        "You have two options. We treat the L2 dysfunction today or next week.",
    ],
)
def test_an_or_of_something_else(read: Read, said: str) -> None:
    """An or of days, or of how much, leaves nothing open."""
    assert read(f"DR: {said}", "lesions", "transcript") == ["somatic_dysfunction lumbar L2"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I'm between two things. One is an L4 dysfunction. Two is a sacral torsion.",
         ["somatic_dysfunction lumbar L4 possible", "somatic_dysfunction sacral possible"]),
        ("There are two things on my list. First, a T6 dysfunction. Second, an ulcer.",
         ["somatic_dysfunction thoracic T6 possible"]),
        ("I found two things. One is an L4 dysfunction. Two is a sacral torsion.",
         ["somatic_dysfunction lumbar L4", "somatic_dysfunction sacral"]),
        ("I'm between two things. Anyhow, there's an L4 dysfunction.", ["somatic_dysfunction lumbar L4"]),
    ],
)  # fmt: skip
def test_items_that_are_weighed(read: Read, said: str, lines: list[str]) -> None:
    """What is counted among the things that it may be is possible; what is counted among findings is there."""
    assert read(f"Doctor: {said}", "lesions", "transcript") == lines
