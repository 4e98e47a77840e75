"""Specification of the words that say how far a motion went."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


def test_what_goes_further_is_not_short(read: Read) -> None:
    """A side that has another ten degrees is only compared."""
    said = "DR: Ankle flexion, the left stops early, the right has another ten degrees.\nPT: Okay."
    assert not [line for line in read(said, "tart", "transcript") if "right" in line]


def test_a_short_leg_is_no_verdict(read: Read) -> None:
    """What is short after a bidding may be a leg."""
    text = "Doctor: Now lean back. Your left leg's a little short."
    assert read(text, "tart", "transcript") == ["asymmetry left"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The muscle at L3. Lean forward. And back. Your motion's good.", ["restriction lumbar absent"]),
        ("Now the neck. Turn left. And right. That's full both ways.", ["restriction cervical bilateral absent"]),
        ("Now the neck. Turn left. Your other son's fine.", []),
    ],
)
def test_verdicts_on_a_whole_motion(read: Read, said: str, lines: list[str]) -> None:
    """A verdict on the motion is one on all that was asked for."""
    assert read(f"Doctor: {said}", "tart", "transcript") == lines
