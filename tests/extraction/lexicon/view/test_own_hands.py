"""Specification of the hands with which an examiner feels."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("DR: I can feel the muscle at L4 grabbing at my hand.", ["tissue_texture lumbar"]),
        ("DR: Your left hand is swollen.", ["tissue_texture upper_extremity left"]),
    ],
)
def test_own_hands(read: Read, said: str, lines: list[str]) -> None:
    """A clinician's own hand is no place; the patient's is one."""
    assert read(said, "tart", "transcript") == lines
