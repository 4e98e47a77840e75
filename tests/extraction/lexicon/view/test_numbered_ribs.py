"""Specification of ribs that speech names by their numbers alone."""

from collections.abc import Callable

import pytest

from scribe.extraction.lexicon.view.view import Chunk, View

Look = Callable[..., View]


@pytest.mark.parametrize(
    ("text", "ribs"),
    [
        ("Now the ribs. Seventh and eighth on the right, they stay up.", ["rib 7", "rib 8"]),
        ("Hand on the ribs, fifth, at the angle.", ["rib 5"]),
        ("Your ribs hurt, and the hip. Sixth is stuck.", []),
        ("Your ribs hurt, and the hip. Breathe in. Sixth and seventh are stuck.", ["rib 6", "rib 7"]),
        ("It's the ribs. Your second visit, the first is always long.", []),
        ("The seventh and eighth are stuck.", []),
    ],
)
def test_ribs_without_their_noun(view: Look, text: str, ribs: list[str]) -> None:
    """Ordinals behind the ribs are ribs; what counts visits or stands where no rib was named is none."""
    seen = view(f"Doctor: {text}", "transcript")
    places = seen.places(Chunk(0, len(seen.norms)))
    assert [segment for place in places if place.region == "rib_cage" for segment in place.segments] == ribs
