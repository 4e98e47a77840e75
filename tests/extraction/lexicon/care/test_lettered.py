"""Specification of techniques in two capitals."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Assessment: T9 SD.\nME T9, R rib 9.", ["manipulation today thoracic rib_cage"]),
        ("Assessment: L2 SD.\nOMT: ME to L2. Tolerated.", ["manipulation today lumbar"]),
        ("S: He told me L4 hurts.", []),
        ("S: CALL ME FIRST.", []),
    ],
)
def test_two_capitals_and_a_place(read: Read, text: str, lines: list[str]) -> None:
    """Two capitals are a technique where a place stands right behind them."""
    assert read(text, "care") == lines
