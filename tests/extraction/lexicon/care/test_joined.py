"""Specification of treatments that are named in several words."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: Right rib 6 somatic dysfunction. Adjusted supine.", ["manipulation today rib_cage"]),
        ("Assessment: C4 and T2 somatic dysfunction. Adjusted supine.", ["manipulation today"]),
        ("Plan: L4-5 epidural next week. He prefers the injection.", ["injection planned lumbar"]),
    ],
)
def test_places_that_are_understood(read: Read, text: str, lines: list[str]) -> None:
    """A treatment of the only dysfunction is given there; a repeat without place is no further injection."""
    assert read(text, "care") == lines
