"""Specification of findings that a statement names and says to be no more."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The spasm on the left of your neck that we had last visit is gone.", [
            "tissue_texture cervical left historical",
        ]),
        ("The knot at L4 that was on the right, that's all gone today.", ["tissue_texture lumbar right historical"]),
        ("The spasm on both sides at L4, I don't feel that today.", ["tissue_texture lumbar bilateral absent"]),
        ("The spasm on both sides at L4, I don't like that today.", ["tissue_texture lumbar bilateral"]),
        ("The muscle at L4 is ropy and the left one is gone to the left.", ["tissue_texture lumbar left"]),
    ],
)  # fmt: skip
def test_what_is_gone(read: Read, said: str, lines: list[str]) -> None:
    """What is said to be no more was there before; what is gone some way has only moved."""
    assert read(f"DR: {said}", "tart", "transcript") == lines
