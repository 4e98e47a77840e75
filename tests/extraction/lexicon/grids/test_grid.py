"""Specification of T-A-R-T and P-A-R-T tables."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Region   T A R T\nSacrum   + - + -",
            [
                "tissue_texture sacral",
                "asymmetry sacral absent",
                "restriction sacral",
                "tenderness sacral absent",
            ],
        ),
        (
            "Level | P | A | R | T\nC5    | + | L | 0 | +",
            [
                "tenderness cervical",
                "asymmetry cervical left",
                "restriction cervical absent",
                "tissue_texture cervical",
            ],
        ),
        (
            "Sacrum: T+ A- R+ T-",
            ["tissue_texture sacral", "asymmetry sacral absent", "restriction sacral", "tenderness sacral absent"],
        ),
    ],
    ids=["below letters", "between bars", "in the line"],
)
def test_a_row_of_a_grid(read: Read, text: str, lines: list[str]) -> None:
    """A plus or a side is a present finding, a minus or a zero an absent one."""
    assert read(text, "tart") == lines


def test_the_dash_of_an_item_is_no_minus(read: Read) -> None:
    """Letters that head items of their own make no grid."""
    text = "P - tender at L4\nA - L4 rotated left\nR - L4 restricted in left rotation\nT - lumbar muscles hypertonic"
    assert read(text, "tart") == [
        "tenderness lumbar",
        "asymmetry lumbar left",
        "restriction lumbar left",
        "tissue_texture lumbar",
    ]
