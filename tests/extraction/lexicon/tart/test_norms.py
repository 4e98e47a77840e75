"""Specification of measures that a healthy spine reaches."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("C-spine extension 60", []),
        ("C-spine extension 35", ["restriction cervical"]),
        ("Neck flexion 20", ["restriction cervical"]),
    ],
)
def test_bare_measures(read: Read, text: str, lines: list[str]) -> None:
    """A bare number of degrees is no restriction where no more is to be expected."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)
