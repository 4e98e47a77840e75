"""Specification of conditions that are only named as the cause of a narrowing."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("A: L3-4 canal stenosis related to disc bulge.", []),
        ("A: L3-4 canal stenosis attributable to disc protrusion.", []),
        ("A: L3-4 canal stenosis (facet hypertrophy and disc extrusion).", []),
        ("A: L3-4 foraminal stenosis d/t facet arthropathy plus disc bulge.", []),
        ("DX\n1. C4-5 canal stenosis from disc bulge\n2. C4-5 left foraminal stenosis, same disc bulge", []),
        ("A: Disc herniation L3-4 with canal stenosis.", ["disc_herniation lumbar"]),
        ("A: C4-5 foraminal stenosis from spurs, C5 radiculopathy.", ["radiculopathy cervical"]),
        (
            "A: L4-5 foraminal stenosis from spurs, L5 radiculopathy, disc bulge L2-3.",
            ["radiculopathy lumbar", "disc_herniation lumbar"],
        ),
    ],
)
def test_causes_behind_a_narrowing(read: Read, said: str, lines: list[str]) -> None:
    """Each of a list of causes is none by itself; what the narrowing brings about is one, and ends the list."""
    assert read(said, "diagnoses") == lines


def test_what_makes_it(read: Read) -> None:
    """Speech may blame several behind their names."""
    said = "DR: I'd call it canal stenosis at C3-4, and it's the spur and the bulging disc together that make it."
    assert read(said, "diagnoses", "transcript") == []
