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
