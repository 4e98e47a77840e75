"""Specification of how the pelvis stands on films."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Here's the standing film. No slip at L5-S1. The pelvis is level.",
         ["xray malalignment lumbar absent", "xray malalignment pelvic absent"]),
        ("Here's the standing film. No slip at L5-S1. The pelvis is a bit low on the right.",
         ["xray malalignment lumbar absent", "xray malalignment pelvic right"]),
        ("Here's the MRI. There's a bulge at L4-5. The crest was low over there.", ["mri disc_herniation lumbar"]),
    ],
)  # fmt: skip
def test_a_pelvis_on_films(read: Read, text: str, lines: list[str]) -> None:
    """Only films tell aloud how a pelvis stands."""
    assert sorted(read(f"Doctor: {text}", "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Doctor: X-rays of the low back and pelvis. No fracture.", ["xray fracture pelvic absent"]),
        ("Doctor: X-ray of the pelvis. The sacrum is level.", ["xray malalignment sacral absent"]),
        ("Doctor: X-ray of the pelvis. The pelvis is low on the left.", ["xray malalignment pelvic left"]),
    ],
)
def test_what_stands_low(read: Read, text: str, lines: list[str]) -> None:
    """A pelvis may stand low, a low back is only its name."""
    assert read(text, "imaging", "transcript") == lines
