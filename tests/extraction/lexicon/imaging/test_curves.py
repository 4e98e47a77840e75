"""Specification of curves to one side."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The thoracic curve bends to the right, twenty degrees. The lumbar curve under it goes left.",
         ["xray malalignment lumbar left", "xray malalignment thoracic right"]),
        ("The main curve is thoracic, it swings to the left. The lumbar one goes right, same as before.",
         ["xray malalignment lumbar right", "xray malalignment thoracic left"]),
        ("There's no curve to the left in the lumbar spine.", ["xray malalignment lumbar left absent"]),
        ("The lumbar curve has flattened, and your pain goes left.", ["xray other lumbar"]),
        ("No fracture at L4. The left one of your hips is fine.",
         ["xray fracture lumbar absent", "xray unremarkable pelvic left"]),
    ],
)  # fmt: skip
def test_spoken_curves(read: Read, text: str, lines: list[str]) -> None:
    """A curve is told by the way it goes; one that has straightened goes to no side."""
    assert sorted(read(f"Doctor: This is the standing film. {text}", "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("XR full spine: R thoracic curve 24 deg, apex T8.", "xray malalignment thoracic right"),
        ("XR L-spine: left convex lumbar curve, Cobb 12.", "xray malalignment lumbar left"),
        ("XR L-spine: mild levoscoliosis.", "xray malalignment lumbar left"),
        ("XR T-spine: dextroscoliosis.", "xray malalignment thoracic right"),
        ("XR L-spine: mild scoliosis.", "xray malalignment lumbar"),
    ],
)
def test_written_curves(read: Read, text: str, line: str) -> None:
    """A report names the side before the curve, or in its name."""
    assert read(text, "imaging") == [line]
