"""Specification of the other side, told in few words."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Tender over the L4-5 facet on the left; right, nothing.",
            ["tenderness lumbar left", "tenderness lumbar right absent"],
        ),
        (
            "Spasm at C5 on the right, none on the left.",
            ["tissue_texture cervical left absent", "tissue_texture cervical right"],
        ),
        ("The left SI isn't moving, the right is.", ["restriction sacral left", "restriction sacral right absent"]),
        (
            "Scalenes ropy on the right, and the same on the left.",
            ["tissue_texture cervical left", "tissue_texture cervical right"],
        ),
        ("Hamstrings tight, right tighter than left.", ["tissue_texture lower_extremity bilateral"]),
        ("The right SI, not tender. The left, tender.", ["tenderness sacral left", "tenderness sacral right absent"]),
    ],
)
def test_the_other_side(read: Read, text: str, lines: list[str]) -> None:
    """A side named alone has none of what was found, or has it too, by the few words behind it."""
    assert sorted(read(f"Doctor: {text}", "tart", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Thoracic rotation full left, limited right",
            ["restriction thoracic left absent", "restriction thoracic right"],
        ),
        ("L4 sore; iliac crests level", ["tenderness lumbar", "asymmetry pelvic absent"]),
    ],
)
def test_less_to_one_side(read: Read, text: str, lines: list[str]) -> None:
    """What is less on the other side is a motion, and what is level is no tenderness."""
    assert sorted(read(f"EXAM\n{text}", "tart")) == sorted(lines)
