"""Specification of how far an examiner says that somebody moves."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: Neck next. You can't look down very far.", ["restriction cervical"]),
        ("DR: The lumbar spine. You hardly bend backward.", ["restriction lumbar"]),
        (
            "DR: Neck. You turn well to the left, not so well to the right.",
            ["restriction cervical left absent", "restriction cervical right"],
        ),
        (
            "DR: Your neck, then. You turn nicely to the left. You don't turn all the way to the right.",
            ["restriction cervical left absent", "restriction cervical right"],
        ),
        ("DR: Neck. You only turn half way to the left.", ["restriction cervical left"]),
        ("DR: You can't turn back the clock. The neck is as old as you are.", []),
        ("DR: If you can't turn your head to the left, don't drive.", []),
        ("DR: You bend to the left when you pick up the kids, and the lumbar spine takes it.", []),
        ("DR: Neck. Can you look up very far?", []),
        ("DR: You can't bend forward very far.", []),
        ("DR: Neck. You can't turn left out of the car park.", []),
    ],
)
def test_what_somebody_does(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """How far somebody turns or bends is told of the neck, or of the spine that is spoken of."""
    assert read(said, "tart", "transcript") == lines
