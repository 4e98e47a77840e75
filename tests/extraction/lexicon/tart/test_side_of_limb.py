"""Specification of the side of a limb that is told once, or long after."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("PT: I fell.\nDR: The knee is puffy. The one you fell on, the right?\nPT: Yes, the right.", [
            "tissue_texture lower_extremity right",
        ]),
        ("DR: Left knee. Is the joint line sore?\nPT: No.\nDR: Tender at the kneecap?\nPT: Nope.", [
            "tenderness lower_extremity left absent",
        ]),
        ("DR: The shoulder's stiff. The other arm goes all the way.\nPT: I fell on the left one.", [
            "restriction upper_extremity left", "restriction upper_extremity right absent",
        ]),
        ("DR: Right, which knee?\nPT: This one, the left.\nDR: Let me see both. The kneecap is puffy.", [
            "tissue_texture lower_extremity left",
        ]),
        ("DR: The knee is puffy compared to the other one.\nPT: The right knee, yes.", [
            "tissue_texture lower_extremity right",
        ]),
        ("DR: The knee is puffy. The neck is stiff on the right.\nPT: Okay.", [
            "tissue_texture lower_extremity", "restriction cervical right",
        ]),
        ("DR: The knee is puffy. The left one is fine, the right one too.\nPT: Yes.", [
            "tissue_texture lower_extremity",
        ]),
    ],
)  # fmt: skip
def test_the_side_of_the_limb_of_a_visit(read: Read, turns: str, lines: list[str]) -> None:
    """Where a visit speaks of one limb on one side, what is found is there, and on the other one opposite to it."""
    assert read(turns, "tart", "transcript") == lines
