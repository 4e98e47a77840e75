"""Specification of histories that come to an examination."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "S: driving is hard.\nC: C5 ERSL, boggy L\nT: no ttp",
            ["tissue_texture cervical left", "tenderness thoracic absent"],
        ),
        ("S: neck sore.\nNeck: stiff since Monday\nBack: sore", []),
    ],
)
def test_lines_of_regions(read: Read, text: str, lines: list[str]) -> None:
    """Below a history, lines of regions with positions or what only hands feel are an examination."""
    assert sorted(read(text, "tart")) == sorted(lines)
