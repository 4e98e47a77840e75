"""Specification of numbers of degrees as they are spoken."""

import pytest

from scribe.extraction.lexicon.tart.degrees_said import Said, degrees_said


@pytest.mark.parametrize(
    ("said", "degrees", "rest"),
    [
        ("about one thirty five", 135, ["about"]),
        ("a hundred and ten degrees", 110, []),
        ("one oh five", 105, []),
        ("stops at one hundred", 100, ["stops", "at"]),
        ("one ten", 110, []),
        ("it gets to fifteen", 15, ["it", "gets", "to"]),
        ("only three degrees", 3, ["only"]),
        ("that's 95", 95, ["that's"]),
    ],
)
def test_numbers(said: str, degrees: int, rest: list[str]) -> None:
    """Hundreds may be said as one and teens or tens, and the words around a number are left."""
    assert degrees_said(said.split()) == Said(degrees, rest)


@pytest.mark.parametrize("said", ["full", "the other one", "three of them", "forty to fifty", "two hundred", "300", ""])
def test_no_number_of_degrees(said: str) -> None:
    """Nothing is told by no number, by several, by a bare unit, and by more than a joint can go."""
    assert degrees_said(said.split()) is None
