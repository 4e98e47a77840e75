"""Specification of tables with a column for dysfunction."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

SD = "somatic_dysfunction"
VSC = "subluxation_complex"


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("| Region | SD |\n| neck | yes |\n| ribs | no |", [f"{SD} cervical"]),
        ("| Level | Tone | Subluxation |\n|---|---|---|\n| T3 | + | Y |\n| L2 | + | N |", [f"{VSC} thoracic T3"]),
        ("Area | Joint dysfunction | Tx\nsacrum | + L | ME\npelvis | - | none", [f"{SD} sacral left"]),
        ("| Region | Somatic dysfunction |\n| thoracic | T4-5 |\n| lumbar | |", [f"{SD} thoracic T4 T5"]),
        ("| Region | Pain |\n| neck | yes |\n| ribs | no |", []),
    ],
)
def test_columns(read: Read, rows: str, lines: list[str]) -> None:
    """A row whose cell says yes, or names a level of the row's region, is a lesion."""
    assert [line for line in read(rows, "lesions") if line not in {SD, VSC}] == lines
