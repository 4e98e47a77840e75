"""Specification of verbs of motion."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("T5 rotates left.", []),
        ("T5 rotates left easily.", ["restriction thoracic left absent"]),
        ("T5 rotates left and right.", ["restriction thoracic bilateral absent"]),
        ("The neck rotates left.", ["restriction cervical left absent"]),
    ],
)
def test_how_a_vertebra_turned_is_no_free_motion(read: Read, said: str, lines: list[str]) -> None:
    """A vertebra that rotates to one side, of which nothing more is said, may be a diagnosis."""
    assert read(f"DR: {said}", "tart", "transcript") == lines
