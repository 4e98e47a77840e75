"""Specification of the `is` of a landmark that speech contracts."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The fibular head's back on the left.", ["asymmetry lower_extremity left"]),
        ("It's C5, and it's back on the right.", ["asymmetry cervical right"]),
        ("The rib's back, and it won't move.", ["asymmetry rib_cage", "restriction rib_cage"]),
        ("The patient's back hurts on the left.", []),
        ("Your neck pain's back again.", []),
    ],
)
def test_what_is_back(read: Read, said: str, lines: list[str]) -> None:
    """A landmark is back; a back that hurts is a place, and a pain comes back."""
    assert sorted(read(f"DR: {said}\nPT: Okay.", "tart", "transcript")) == sorted(lines)
