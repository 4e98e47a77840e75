"""Specification of the side of a limb that a visit is about."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Which ankle?\nPT: The right.\nDR: The talus isn't gliding.", ["restriction lower_extremity right"]),
        ("So it's the left shoulder. Push here. The clavicle is sitting high.", ["asymmetry upper_extremity left"]),
        (
            "So the left knee hurts, and the right knee clicks? Neck moves well. The talus isn't gliding.",
            ["restriction cervical absent", "restriction lower_extremity"],
        ),
        (
            "So it's the left shoulder. The right ankle is fine. The talus glides well.",
            ["restriction lower_extremity absent"],
        ),
    ],
)
def test_the_side_of_a_limb(read: Read, said: str, lines: list[str]) -> None:
    """One side that was ever spoken of is meant; of two sides none, and no denial takes one."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines
