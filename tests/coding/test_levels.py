"""Levels are read from words as notes and speech have them."""

import pytest

from scribe.coding.levels import apart, levels_of, places
from scribe.schema import Region


@pytest.mark.parametrize(
    ("words", "joints"),
    [
        ("l4-5 disc", ["L4-L5"]),
        ("c4 on c5", ["C4-C5"]),
        ("l5/s1", ["L5-S1"]),
        ("l5-1", ["L5-S1"]),
        ("l five s one", ["L5-S1"]),
        ("l four five and l five s one", ["L4-L5", "L5-S1"]),
        ("c5-6-7", ["C5-C6", "C6-C7"]),
        ("l4-s1", ["L4-L5", "L5-S1"]),
        ("t12 to l1", ["T12-L1"]),
        ("c7–t1", ["C7-T1"]),  # noqa: RUF001  # the dash of a word processor
        ("lumbosacral spondylosis", ["L5-S1"]),
        ("thoraco-lumbar", ["T12-L1"]),
        ("c5 and c6", []),
        ("l4, l5", []),
        ("l4 strength 4/5", []),
        ("s1-s2", []),
        ("grade 2, 9 mm", []),
        ("l5 9 mm", []),
        ("two to three weeks", []),
    ],
)
def test_joints(words: str, joints: list[str]) -> None:
    """Linked vertebrae are a joint, listed ones are not, and other numbers are no levels."""
    assert [joint.name for joint in levels_of(words).joints] == joints


def test_vertebrae() -> None:
    """Single vertebrae count with or without company."""
    assert [vertebra.name for vertebra in levels_of("fractures of t12 and l1.").vertebrae] == ["T12", "L1"]


def test_segments() -> None:
    """Neighbours among the segments of a finding are a joint."""
    assert [joint.name for joint in levels_of("", ["L5", "S1"]).joints] == ["L5-S1"]


@pytest.mark.parametrize(
    ("words", "region", "sites"),
    [
        ("lumbar", "lumbar", ["6"]),
        ("l4-5", "lumbar", ["6"]),
        ("l5-s1", "lumbar", ["7"]),
        ("l4-s1", "lumbar", ["6", "7"]),
        ("s1 root", "lumbar", ["7"]),
        ("s1 root", "sacral", ["8"]),
        ("c7-t1", "cervical", ["3"]),
        ("c5-6", "lumbar", ["6"]),
        ("c5-6", None, ["2"]),
        ("", None, [""]),
        ("", "head", ["1"]),
        ("", "rib_cage", [""]),
    ],
)
def test_places(words: str, region: Region | None, sites: list[str]) -> None:
    """A level counts only in the finding's own region, and a junction has a digit of its own."""
    assert [place.digit for place in places(region, levels_of(words))] == sites


def test_apart() -> None:
    """Levels are apart when both are named and none is shared."""
    low, high, none = levels_of("l5-s1"), levels_of("l2-3"), levels_of("lumbar")
    assert (apart(low, high), apart(low, low), apart(low, none)) == (True, False, False)
