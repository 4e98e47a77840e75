"""Specification of what hands only look for, or a treatment is to do."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: I'll feel for tight bands in the thoracic muscles.", []),
        ("DR: We'll check the tenderness at L5 on Friday.", []),
        ("DR: This should take the soreness out of the lumbar muscles.", []),
        ("DR: Stretch the hamstring until it's tight.", []),
        ("DR: The neck muscles get tight when we sit all day.", []),
        ("DR: I feel tight bands in the thoracic muscles.", ["tissue_texture thoracic"]),
        ("DR: I'll work on L5, which is tender.", ["tenderness lumbar"]),
        ("DR: Let's check for tight bands in the thoracic muscles.", []),
    ],
)
def test_what_is_looked_for(read: Read, said: str, lines: list[str]) -> None:
    """What is sought, aimed at or so in general is no finding; what is felt is one."""
    assert read(said, "tart", "transcript") == lines
