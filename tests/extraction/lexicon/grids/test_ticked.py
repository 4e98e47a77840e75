"""Specification of levels with a box for each side."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Motion palpation (☒ = restricted)\nC2 ☐L ☒R   C3 ☐L ☐R   T6 ☒L ☒R\nSI ☒L ☐R",
            ["restriction cervical right", "restriction thoracic bilateral", "restriction sacral left"],
        ),
        ("Tenderness: C4 [x] L [ ] R   L3 [ ] L [x] R", ["tenderness cervical left", "tenderness lumbar right"]),
        ("Spasm\nL2 L ☐ R ☑ L4 L ☑ R ☐", ["tissue_texture lumbar right", "tissue_texture lumbar left"]),
        ("Fixations: T3 [ ] L [ ] R  T9 [ ] L [ ] R", []),
        ("Imaging reviewed\nC2 ☐L ☒R", []),
    ],
)
def test_ticked_sides(read: Read, text: str, lines: list[str]) -> None:
    """A tick means what the head of its row or of its table says; without such a head it means nothing."""
    assert read(f"Exam:\n{text}", "tart") == lines
