"""Specification of what a touch does to somebody."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: You nearly hit the roof when I touched the left SI.", ["tenderness sacral left"]),
        ("DR: I press on the right third rib and you squirm.", ["tenderness rib_cage right"]),
        ("DR: L4, on the left. I saw that face.", ["tenderness lumbar left"]),
        ("DR: Not even a whimper as I lean on the sacrum.", ["tenderness sacral absent"]),
        ("DR: Pressing along the thoracic spine gets no complaint.", ["tenderness thoracic absent"]),
        ("DR: The roof leaks. The left SI is next.", []),
        ("DR: Somebody hit the ceiling at work, and then the neck began.", []),
        ("DR: If I press on L4 you may hit the roof.", []),
        ("DR: No complaint about the knee since spring.", []),
        ("DR: You may hit the roof when I press on L4.", []),
        ("DR: I'm on L4 and the jack hit the ceiling.", []),
        ("DR: No complaint about L4 at all.", []),
    ],
)
def test_reactions(read: Read, said: str, lines: list[str]) -> None:
    """Somebody starts, or bears a touch that is told of; what may be, and a ceiling, tell of none."""
    assert read(said, "tart", "transcript") == lines
