"""Specification of how far a motion goes each way."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (
            "Thoracic rotation, to the left it's free, to the right it's maybe half.",
            ["restriction thoracic left absent", "restriction thoracic right"],
        ),
        (
            "Neck rotation to the right is short. To the left, full.",
            ["restriction cervical right", "restriction cervical left absent"],
        ),
        (
            "Neck rotation to the right, beautiful. And to the left, about forty.",
            ["restriction cervical right absent", "restriction cervical left"],
        ),
        (
            "Let me check the hips. Right one, internal rotation, maybe ten degrees. Left one's thirty, that's fine.",
            ["restriction pelvic right", "restriction pelvic left absent"],
        ),
        ("The neck MRI is in. To the right there's a desk, half broken.", []),
    ],
)
def test_each_way(read: Read, said: str, lines: list[str]) -> None:
    """A part that opens with a side tells what the motion before it does that way."""
    assert read(f"DR: {said}\nPT: Okay.", "tart", "transcript") == lines


def test_what_goes_further_is_not_short(read: Read) -> None:
    """A side that has another ten degrees is only compared."""
    said = "DR: Ankle flexion, the left stops early, the right has another ten degrees.\nPT: Okay."
    assert not [line for line in read(said, "tart", "transcript") if "right" in line]
