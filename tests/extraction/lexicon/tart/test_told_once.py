"""Specification of findings that speech tells in two parts."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("C6 is stuck, no left rotation at all.", ["restriction cervical left"]),
        ("The muscle at T5 is stringy, like a cable, on the right.", ["tissue_texture thoracic right"]),
        ("T5 is stuck, won't extend.", ["restriction thoracic"]),
        ("C3 is stuck, L4 won't rotate left.", ["restriction cervical", "restriction lumbar left"]),
    ],
)
def test_told_once(read: Read, said: str, lines: list[str]) -> None:
    """What follows only adds the side; another place is another finding."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines
