"""Specification of how far a straight leg is raised."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SLR 75 bilat, no radiation", ["tension_sign bilateral absent"]),
        ("Straight leg raise 30 degrees on the left", ["tension_sign left"]),
        ("SLR 50 R", []),
        ("SLR limited by habitus", []),
    ],
)
def test_bare_degrees(read: Read, text: str, lines: list[str]) -> None:
    """A leg that goes no further than a few degrees stretches a root; one that goes far does not."""
    assert sorted(read(f"EXAM\n{text}", "neuro")) == sorted(lines)
