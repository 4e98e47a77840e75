"""Specification of studies that somebody names or points to."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: I wouldn't bother with an MRI. L4 is stuck.", []),
        (
            "DR: The thoracic MRI. At T7-8 the disc bulges back and narrows the canal, I'd say by half.",
            ["mri disc_herniation thoracic", "mri canal_narrowing thoracic"],
        ),
    ],
)
def test_what_is_told_of_studies(read: Read, said: str, lines: list[str]) -> None:
    """A study that is not done shows nothing; an `I'd say` behind what is seen ends no talk of it."""
    assert read(said, "imaging", "transcript") == lines
