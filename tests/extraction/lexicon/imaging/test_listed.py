"""Specification of listings that a note reads from films."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("films 3/5: C5 PLS", ["xray malalignment cervical left"]),
        ("films 3/5: L4 PRI-M", ["xray malalignment lumbar right"]),
        ("films 3/5: C1 ASR", ["xray malalignment cervical right"]),
        ("films 3/5: R ilium AS", ["xray malalignment pelvic right"]),
        ("films 3/5: L ilium PI-Ex", ["xray malalignment pelvic left"]),
        ("MRI 3/5: C5 PLS", []),
        ("Films 3/5: L4 pr noted", []),
        ("films 3/5: R ilium as before", []),
    ],
)
def test_bones_listed_on_films(read: Read, text: str, lines: list[str]) -> None:
    """Capital letters behind a bone say how it lies on a film, and on which side."""
    assert read(text, "imaging") == lines
