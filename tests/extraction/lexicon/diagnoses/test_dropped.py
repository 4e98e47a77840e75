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


def test_what_else_it_could_be(read: Read) -> None:
    """What one clinician tells another it might be is possible, until it is denied."""
    text = (
        "Attending: What else could it be?\nResident: Facet syndrome. And sacroiliitis.\n"
        "Attending: Sacroiliitis I don't buy."
    )
    assert read(text, "diagnoses", "transcript") == ["facet_syndrome possible", "sacroiliitis sacral absent"]
