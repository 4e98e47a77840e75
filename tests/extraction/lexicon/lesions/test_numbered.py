"""Specification of lesions that are struck off by their number."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    "said",
    [
        "Assessment one, thoracic dysfunction. Two, pelvic dysfunction. Delete number one.",
        "First, thoracic dysfunction. Second, pelvic dysfunction. Take the first one off.",
        "Number one thoracic dysfunction. Number two pelvic dysfunction. Scratch number one, it moves.",
    ],
)
def test_an_item_that_is_struck_off(read: Read, said: str) -> None:
    """An item goes by its number alone; the others stay."""
    assert read(f"DR: {said}", "lesions", "transcript") == ["somatic_dysfunction pelvic"]


def test_an_item_that_stays(read: Read) -> None:
    """Who would not strike an item off keeps it."""
    said = "DR: First, thoracic dysfunction. Second, pelvic dysfunction. I won't take the first one off."
    assert sorted(read(said, "lesions", "transcript")) == ["somatic_dysfunction pelvic", "somatic_dysfunction thoracic"]
