"""Specification of joints that are named by their two parts."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Somatic dysfunction of the occiput on the atlas.", ["somatic_dysfunction head OA"]),
        ("Segmental dysfunction, the occiput on C1.", ["somatic_dysfunction head OA"]),
        ("L5 on the sacrum, segmental dysfunction.", ["somatic_dysfunction lumbar L5"]),
        (
            "Segmental dysfunction of L5 and the sacrum.",
            ["somatic_dysfunction lumbar L5", "somatic_dysfunction sacral"],
        ),
    ],
)
def test_the_lower_part_names_no_region_of_its_own(read: Read, said: str, lines: list[str]) -> None:
    """A joint belongs to its upper part; two parts joined by `and` are two."""
    assert sorted(read(f"Doctor: {said}", "lesions", "transcript")) == lines
