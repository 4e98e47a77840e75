"""Specification of levels that speech names by their numbers alone."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.view.view import Chunk, View

Look = Callable[..., View]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("On the neck films six-seven is tight.", [("cervical", "C6 C7")]),
        ("In your low back, at four five, the disc bulges.", [("lumbar", "L4 L5")]),
        ("The lumbar canal is narrow at three-four and five-one.", [("lumbar", "L3 L4"), ("lumbar", "L5 S1")]),
        ("The low back hurts, a four five out of ten.", []),
        ("The disc in your low back, for four five weeks.", []),
        ("At four five the disc bulges.", []),
        ("The neck disc at seven eight.", []),
        ("Down the back of the arm. Five-six is tight, that is the neck.", [("cervical", "C5 C6")]),
        ("Low back first, then six-seven, a disc in the neck.", [("cervical", "C6 C7")]),
    ],
)
def test_levels_without_a_letter(view: Look, text: str, levels: list[tuple[str, str]]) -> None:
    """Two numbers are a joint of the spine named before, beside what is said of discs and canals, and no count."""
    seen = view(f"Doctor: {text}", "transcript")
    places = seen.places(Chunk(0, len(seen.norms)))
    assert [(place.region, " ".join(place.segments)) for place in places if place.segments] == levels
