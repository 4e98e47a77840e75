"""Specification of warnings that are only said again."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

WARNED = "DR: If your hand goes numb or you can't pee, you call us that day."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{WARNED}\nPT: Can't pee.\nDR: Can't pee.", []),
        (f"{WARNED}\nPT: Hand numb, can't pee, okay.", []),
        (f"{WARNED}\nPT: My hand is numb.", ["sensory_deficit"]),
        (f"{WARNED}\nPT: Yes.\nDR: Good.\nPT: Can't pee.", ["bowel_bladder"]),
        ("DR: What is it?\nPT: Can't pee.", ["bowel_bladder"]),
        ("DR: Is your hand numb if you sit?\nPT: Hand numb.", ["sensory_deficit"]),
    ],
)
def test_what_is_said_again(read: Read, text: str, lines: list[str]) -> None:
    """Words of a warning that come right after it tell nothing new; who speaks of oneself, or later, does."""
    warned = ["sensory_deficit hypothetical", "bowel_bladder hypothetical"] if WARNED in text else []
    found = read(text, "neuro", "transcript")
    assert (found[: len(warned)], found[len(warned) :]) == (warned, lines)
