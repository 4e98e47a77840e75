"""Specification of flexion tests that are named by their pose."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "DR: Standing flexion, left goes first. Seated, they go up together.",
            ["restriction pelvic left", "restriction sacral absent"],
        ),
        (
            "DR: Standing flexion's negative. Seated is positive on the right.",
            ["restriction pelvic absent", "restriction sacral right"],
        ),
        (
            "DR: Standing flexion's negative. And sitting, the left one comes up first.",
            ["restriction pelvic absent", "restriction sacral left"],
        ),
        (
            "DR: Seated flexion's positive on the left, and standing's positive on the left as well.",
            ["restriction sacral left", "restriction pelvic left"],
        ),
        ("DR: Standing flexion's negative. Seated is not positive.", ["restriction pelvic absent"]),
        ("DR: The pelvis is level. Seated, they go up together.", ["asymmetry pelvic absent"]),
        (
            "DR: Standing flexion's negative. Sitting is fine for now, it's the same chair.",
            ["restriction pelvic absent"],
        ),
    ],
)
def test_tests_named_by_their_pose(read: Callable[..., list[str]], said: str, lines: list[str]) -> None:
    """A pose stands for its flexion test once one was named; else it is only a pose."""
    assert read(said, "tart", "transcript") == lines
