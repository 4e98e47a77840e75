"""Specification of how bones stand on a film, and of discs that keep their height."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("X-ray standing: sacral base 6 mm lower on the right", ["xray malalignment sacral right"]),
        ("XR: iliac crests level", ["xray malalignment pelvic absent"]),
        ("XR: sacral base unlevel, low left", ["xray malalignment sacral left"]),
        (
            "XR neck: C4-5 disc space narrowed, C6-7 preserved",
            ["xray disc_degeneration cervical", "xray disc_degeneration cervical absent"],
        ),
    ],
)
def test_how_bones_stand(read: Read, text: str, lines: list[str]) -> None:
    """A landmark of the pelvis that is uneven is out of line; a disc whose height is kept is well."""
    assert sorted(read(f"Imaging: {text}.", "imaging")) == sorted(lines)
