"""Specification of a left that is no side."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.view.view import View


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("There's still some tightness left in the calf.", []),
        ("Is there any soreness left here?", []),
        ("Only a bit of guarding left at L5.", []),
        ("There isn't much disc left.", []),
        ("That left her with a limp.", []),
        ("There's some tightness left, none right.", ["left", "right"]),
        ("Tenderness left at L5.", ["left"]),
    ],
)
def test_what_is_left(view: Callable[..., View], text: str, sides: list[str]) -> None:
    """What is still felt or was left behind is on no side."""
    seen = view(f"Doctor: {text}", "transcript")
    assert [side.value for statement in seen.statements for side in seen.sides(statement)] == sides
