"""Specification of turns that hesitate before they answer."""

import pytest

from scribe.extraction.lexicon.view.hesitations import behind_hesitation


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("it . . . yes", 4),
        ("well . . . no", 4),
        ("it . . .", 0),
        ("it . yes", 0),
        ("back . . . yes", 0),
        ("yes", 0),
    ],
)
def test_where_a_turn_goes_on(said: str, at: int) -> None:
    """A light word and a pause are skipped where anything follows."""
    assert behind_hesitation(said.split(), 0, len(said.split())) == at
