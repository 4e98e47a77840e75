"""Ribs that speech names by their numbers alone: `Now the ribs. Seventh and eighth, they're hung up.`."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from scribe.extraction.lexicon.view.places import ORDINALS, Place
from scribe.extraction.lexicon.words.tokens import Tokens

_RIBS = frozenset({"rib", "ribs"})
_FAR = 60
_BACK = 4
_NEAR = 15
_BREATHING = frozenset({"breathe", "breath", "breathing", "exhale", "inhale"})
_JOINS = frozenset({"and", "to", "through", ","})
_FOLLOWING = frozenset({
    "and", ",", ".", "to", "through", "on", "is", "are", "isn't", "aren't", "they", "they're", "both", "lag", "lags",
    "doesn't", "don't", "won't", "stays", "stay", "feels", "feel", "moves", "move", "too", "there",
    "here", "right", "left",
})  # fmt: skip
_COUNTING = frozenset({"first", "second", "1st", "2nd"})
"""Small numbers, which count all sorts of things where they stand alone."""


def numbered_ribs(tokens: Tokens, places: Sequence[Place]) -> Iterator[Place]:
    """Find the ordinals that stand for ribs without their noun, where the last place named was a rib.

    Args:
        tokens: The words of speech.
        places: The places that are named in full, in order.
    """
    norms = tokens.norms
    if _RIBS.isdisjoint(norms):
        return
    starts, free = [place.start for place in places], 0
    for index, word in enumerate(norms[:-1]):
        if index < free or word not in ORDINALS:
            continue
        last, end = _rest(norms, index)
        at = bisect_left(starts, index)
        named = places[at].start < end if at < len(places) else False
        lone = end == index + 1 and word in _COUNTING
        if named or lone or norms[end] not in _FOLLOWING or not _speaks_of_ribs(norms, places, at, index):
            continue
        free = end
        numbers = range(ORDINALS[word], max(last, ORDINALS[word]) + 1)
        yield Place(index, end, "rib_cage", "rib", "", tuple(f"rib {number}" for number in numbers))


def _rest(norms: Sequence[str], index: int) -> tuple[int, int]:
    """Return the last of the ordinals joined to one, and the index after it."""
    last, end = ORDINALS[norms[index]], index + 1
    while end + 2 < len(norms) and norms[end] in _JOINS and norms[end + 1] in ORDINALS:
        last, end = ORDINALS[norms[end + 1]], end + 2
    return last, end


def _speaks_of_ribs(norms: Sequence[str], places: Sequence[Place], at: int, index: int) -> bool:
    before = [place for place in places[max(0, at - _BACK) : at] if place.fixes and index - place.end <= _FAR]
    ribs = [place for place in before if place.region == "rib_cage"]
    breathes = not _BREATHING.isdisjoint(norms[max(0, index - _NEAR) : index])
    return bool(ribs) and (ribs[-1] == before[-1] or breathes)
