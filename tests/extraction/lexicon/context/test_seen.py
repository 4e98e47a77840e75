"""Specification of the parts that pictures show."""

import pytest

from scribe.extraction.lexicon.context.seen import tells_of_part


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("that disc is black", True),
        ("the cord is dented", True),
        ("the nerve has a narrow doorway", True),
        ("the discs look plump", True),
        ("the levels are fine", True),
        ("the muscle is tight", False),
        ("that knee is fine", False),
    ],
)
def test_tells_of_part(text: str, *, tells: bool) -> None:
    """A part and how it is tell of a picture; what hands feel does not."""
    assert tells_of_part(frozenset(text.split())) is tells
