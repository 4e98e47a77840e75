"""Specification of lesions that somebody only examines for."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"
VSC = "subluxation_complex"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Plan: recheck the ribs for segmental dysfunction.", [f"{SD} rib_cage hypothetical"]),
        ("Next time examine the neck for somatic dysfunction, treat if found.", [f"{SD} cervical hypothetical"]),
        ("We will screen L5 for subluxation complex.", [f"{VSC} lumbar L5 hypothetical"]),
        ("Rib dysfunction could not be assessed for pain.", [f"{SD} rib_cage hypothetical"]),
        ("To be assessed on Monday: SD of the sacrum.", [f"{SD} sacral hypothetical"]),
        ("Somatic dysfunction of the neck, ribs to be examined later.", [f"{SD} cervical"]),
        ("There was dysfunction of L2 at intake.", [f"{SD} lumbar L2 historical"]),
        ("Treated L5 for segmental dysfunction.", [f"{SD} lumbar L5"]),
        ("Palpation of the neck; C4 segmental dysfunction.", [f"{SD} cervical C4"]),
    ],
)
def test_the_aim_of_an_examination(read: Read, text: str, lines: list[str]) -> None:
    """What is looked for has not been found; what is treated has."""
    assert read(text, "lesions") == lines
