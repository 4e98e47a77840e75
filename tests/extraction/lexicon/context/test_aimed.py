"""Specification of visits that are made for a study."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Here to go over the CT. L3-4 moderate canal narrowing. Foramina patent.",
            ["ct canal_narrowing lumbar", "ct foraminal_narrowing lumbar absent"],
        ),
        ("Back to discuss his MRI. C6-7 disc bulge on the left.", ["mri disc_herniation cervical left"]),
        ("Here to discuss the MRI. L4 tender. MRI ordered again.", ["mri other hypothetical"]),
    ],
)
def test_visits_for_a_study(read: Read, text: str, lines: list[str]) -> None:
    """What only a picture shows is told of the study that somebody has come for."""
    assert sorted(read(text, "imaging")) == sorted(lines)
