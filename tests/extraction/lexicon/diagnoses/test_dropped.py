"""Specification of diagnoses that are dropped after they were named."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("I'd drop the disc.", []),
        ("Scratch the disc herniation.", []),
        ("Take the disc off.", []),
        ("I'd keep the disc.", ["disc_herniation lumbar"]),
        ("Drop the shoulder.", ["disc_herniation lumbar"]),
    ],
)
def test_a_diagnosis_is_dropped(read: Read, said: str, lines: list[str]) -> None:
    """A diagnosis that is taken off the list is none."""
    text = f"Student: My assessment is a lumbar disc herniation.\nAttending: {said}"
    assert read(text, "diagnoses", "transcript") == lines
