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
_FIRST = 2
_LAST_LUMBAR = ["five", "one"]
_BEFORE_COUNT = frozenset({"a", "about", "maybe", "like", "every", "last", "next", "another", "than", "for"})


def unlettered(tokens: Tokens, places: Sequence[Place]) -> Iterator[Place]:
    """Find the pairs of numbers that speak of a joint of the spine: beside what is said of discs and canals.

    Args:
        tokens: The words of speech.
        places: The places that are named in full, in order; the last spine named before tells which one is meant.
    """
    norms = tokens.norms
    starts = [place.start for place in places]
    for index in range(1, len(norms) - 1):
        if norms[index] not in NUMBERS or norms[index - 1] in NUMBERS or norms[index - 1] in _BEFORE_COUNT:
            continue
        second = index + 1 + (norms[index + 1] == "-")
        spine = _spine(places[: bisect_left(starts, index)])
        if spine is None or second >= len(norms) or not _is_joint([norms[index], norms[second]], spine):
            continue
        around = norms[max(0, index - _NEAR) : second + _NEAR]
        if words("of_a_level").isdisjoint(around) or not words("counted").isdisjoint(norms[second + 1 : second + 2]):
            continue
        yield Place(index, second + 1, spine[0], "vertebra", "", _segments([norms[index], norms[second]], spine))


def _spine(before: Sequence[Place]) -> tuple[Region, str, int] | None:
    """Return the part of the spine that was named last."""
    for place in reversed(before):
        if place.structure in _BACK:
            return _SPINES["lumbar"]
        if place.region in _SPINES:
            return _SPINES[place.region]
    return None


def _is_joint(pair: list[str], spine: tuple[Region, str, int]) -> bool:
    if pair == _LAST_LUMBAR:
        return spine[0] == "lumbar"
    first, second = NUMBERS[pair[0]], NUMBERS.get(pair[1], 0)
    return first >= _FIRST and second == first + 1 and second <= spine[2]


def _segments(pair: list[str], spine: tuple[Region, str, int]) -> tuple[str, ...]:
    if pair == _LAST_LUMBAR:
        return ("L5", "S1")
    return tuple(f"{spine[1]}{NUMBERS[word]}" for word in pair)
