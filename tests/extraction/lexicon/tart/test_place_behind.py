"""Specification of the place that speech names last, behind what it finds there."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: There's one sore spot, right rib eight.", ["tenderness rib_cage right"]),
        ("DR: That made you flinch, the inside of the left knee.", ["tenderness lower_extremity left"]),
        ("DR: One sore spot, rib eight is stuck.", ["tenderness", "restriction rib_cage"]),
        ("DR: L4 feels sore, right rib eight.", ["tenderness lumbar", "tenderness rib_cage right"]),
    ],
)
def test_the_place_behind(read: Read, said: str, lines: list[str]) -> None:
    """The last words only name a place, and no words before them name one."""
    assert read(said, "tart", "transcript") == lines
