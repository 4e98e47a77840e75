"""Specification of levels that are counted aloud."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.view.view import View


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("Now the neck. Three glides, four glides. Five won't.", ["C3", "C4", "C5"]),
        ("Lumbar spine. Two moves, and three moves, four's stuck.", ["L2", "L3", "L4"]),
        ("Thoracic spine. Eleven springs.", ["T11"]),
        ("Lumbar spine. Seven springs, the other one moves, one moves.", []),
        ("Now the neck. Five is a lot.", []),
        ("The left knee. Four moves, five moves.", []),
        ("In the neck these two moves hurt.", []),
        ("Sore at C3? No. Four? No. Five?", ["C3", "C4", "C5"]),
        ("Sore at C3? Seven?", ["C3"]),
        ("Sore at C3? How bad out of ten? Four?", ["C3"]),
    ],
)
def test_counted_levels(view: Callable[..., View], text: str, segments: list[str]) -> None:
    """A number that moves is a level of the part of the spine named last, and so is one beside it that does not."""
    seen = view(f"Doctor: {text}", "transcript")
    named = [place for statement in seen.statements for place in seen.places(statement)]
    assert [segment for place in named for segment in place.segments] == segments
