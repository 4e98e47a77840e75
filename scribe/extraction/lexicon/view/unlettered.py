"""Levels that speech names by their numbers alone: `at six-seven there's a bulge`, `the foramen at four five`."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from scribe.extraction.lexicon.view.places import NUMBERS, Place
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Region

_SPINES: dict[str, tuple[Region, str, int]] = {
    "cervical": ("cervical", "C", 7),
    "thoracic": ("thoracic", "T", 12),
    "lumbar": ("lumbar", "L", 5),
}
_BACK = frozenset({"low_back", "lumbosacral"})
_NEAR = 12
_PLACES = 40
"""Places before and after a pair of numbers that may tell of which part of the spine it is."""
_FIRST = 2
_LAST_LUMBAR = ["five", "one"]
_BEFORE_COUNT = frozenset({"a", "about", "maybe", "like", "every", "last", "next", "another", "than", "for"})


def unlettered(tokens: Tokens, places: Sequence[Place]) -> Iterator[Place]:
    """Find the pairs of numbers that speak of a joint of the spine: beside what is said of discs and canals.

    Args:
        tokens: The words of speech.
        places: The places that are named in full, in order; the last spine named before tells which one is meant,
            or the next one that has such a joint.
    """
    norms = tokens.norms
    starts = [place.start for place in places]
    for index in range(1, len(norms) - 1):
        if norms[index] not in NUMBERS or norms[index - 1] in NUMBERS or norms[index - 1] in _BEFORE_COUNT:
            continue
        second = index + 1 + (norms[index + 1] == "-")
        if second >= len(norms) or norms[second] not in NUMBERS:
            continue
        pair, at = [norms[index], norms[second]], bisect_left(starts, index)
        spine = next((one for one in _spines(norms, places, at) if _is_joint(pair, one)), None)
        if spine is None:
            continue
        around = norms[max(0, index - _NEAR) : second + _NEAR]
        if words("of_a_level").isdisjoint(around) or not words("counted").isdisjoint(norms[second + 1 : second + 2]):
            continue
        yield Place(index, second + 1, spine[0], "vertebra", "", _segments(pair, spine))


def _spines(norms: Sequence[str], places: Sequence[Place], at: int) -> Iterator[tuple[Region, str, int]]:
    """Yield the parts of the spine that are named, likeliest first: the last one before, and then those after."""
    before, after = places[max(0, at - _PLACES) : at], places[at : at + _PLACES]
    for place in (*reversed(before), *after):
        if place.structure in _BACK and norms[place.end : place.end + 1] != ["of"]:
            yield _SPINES["lumbar"]
        elif place.region in _SPINES:
            yield _SPINES[place.region]


def _is_joint(pair: list[str], spine: tuple[Region, str, int]) -> bool:
    if pair == _LAST_LUMBAR:
        return spine[0] == "lumbar"
    first, second = NUMBERS[pair[0]], NUMBERS.get(pair[1], 0)
    return first >= _FIRST and second == first + 1 and second <= spine[2]


def _segments(pair: list[str], spine: tuple[Region, str, int]) -> tuple[str, ...]:
    if pair == _LAST_LUMBAR:
        return ("L5", "S1")
    return tuple(f"{spine[1]}{NUMBERS[word]}" for word in pair)
