"""Specification of parts whose subject is the other side."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The left ILA is tender, the right is not", ["tenderness sacral left", "tenderness sacral right absent"]),
        ("Left T4 facet sore to touch; right is not", ["tenderness thoracic left", "tenderness thoracic right absent"]),
        ("C3 stiff on the right, on the left it's not", [
            "restriction cervical right", "restriction cervical left absent",
        ]),
        ("L psoas taut, while the right is not", ["tissue_texture lumbar left", "tissue_texture lumbar right absent"]),
        ("Tender over the left PSIS, which it was not before", ["tenderness pelvic left"]),
        ("Spasm at T6 on the left, none", ["tissue_texture thoracic left absent"]),
    ],
)  # fmt: skip
def test_a_denial_of_the_other_side(read: Read, text: str, lines: list[str]) -> None:
    """A part that opens with the other side denies of that side alone what was found."""
    assert read(f"Objective: {text}.", "tart") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L3-4 has a bulge, L4-5 doesn't.", ["mri disc_herniation lumbar"]),
        ("L2-3 has a bulge, L3-4 has a bulge, but L5-S1 doesn't.", ["mri disc_herniation lumbar"]),
        ("There isn't a bulge at L4-5.", ["mri disc_herniation lumbar absent"]),
        ("L3-4 has a bulge, L4-5 doesn't look good.", ["mri disc_herniation lumbar"]),
    ],
)
def test_a_denial_of_another_level(read: Read, text: str, lines: list[str]) -> None:
    """A level that lacks what others have takes nothing from them."""
    assert read(f"Doctor: MRI of the lumbar spine. {text}", "imaging", "transcript") == lines
