"""Specification of dysfunctions that speech lists one by one."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "So, somatic dysfunction of T7. Right innominate, anterior rotation.",
            ["somatic_dysfunction thoracic T7", "somatic_dysfunction pelvic right"],
        ),
        ("So, somatic dysfunction of T7. The left innominate is fine.", ["somatic_dysfunction thoracic T7"]),
        ("It's a strain. Right innominate, anterior.", []),
        ("You've got segmental dysfunction of that left sacroiliac.", ["somatic_dysfunction sacral left"]),
        ("What I'm dictating is somatic dysfunction of L3.", ["somatic_dysfunction lumbar L3"]),
    ],
)
def test_recited(read: Read, said: str, lines: list[str]) -> None:
    """A joint with its position right after a dysfunction is another one."""
    assert read(f"Doctor: {said}\nPatient: Okay.", "lesions", "transcript") == lines
