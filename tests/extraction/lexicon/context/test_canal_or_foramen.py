"""Specification of a canal and a foramen between which nothing is decided."""

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
