"""Places that are told in less or more than their names.

Levels and ribs by their numbers alone (`at six-seven there's a bulge`, `Now the ribs. Seventh and eighth.`), joints
by their two parts (`the occiput on the atlas`), and landmarks that are set back (`the fibular head's back`).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from scribe.extraction.lexicon.view.levels import NUMBERS, ORDINALS
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, words
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
_RIBS = frozenset({"rib", "ribs"})
_FAR = 60
_RIBS_BACK = 4
_BREATH_NEAR = 15
_BREATHING = frozenset({"breathe", "breath", "breathing", "exhale", "inhale"})
_JOINS = frozenset({"and", "to", "through", ","})
_FOLLOWING = frozenset({
    "and", ",", ".", "to", "through", "on", "is", "are", "isn't", "aren't", "they", "they're", "both", "lag", "lags",
    "doesn't", "don't", "won't", "stays", "stay", "feels", "feel", "moves", "move", "too", "there",
    "here", "right", "left", "one", "ones", "?",
})  # fmt: skip
_RIB_NUMBERS = ORDINALS.keys() | NUMBERS.keys()
_LESIONS = (["dysfunction"], ["dysfunctions"], ["subluxation"], ["lesion"], ["restriction"])
_SIDES = frozenset({"left", "right"})
_RIB_COUNT = range(2, 13)
_RIB_NEAR = 12
_COUNTING = frozenset({"first", "second", "1st", "2nd"})
"""Small numbers, which count all sorts of things where they stand alone."""
_RESTING = {
    ("occiput", "C1"): ("OA",),
    ("occiput", "atlas"): ("OA",),
    ("C1", "axis"): ("C1", "C2"),
    ("L5", "sacrum"): ("L5",),
    ("L5", "sacral_base"): ("L5",),
}
"""Parts that rest on each other, with the segments of their joint."""
_SET_BACK = Term("is back", "tart", "position", "asymmetry")
_CLOSING = frozenset({".", ",", ";", "!", "?", "on", "and", "a", "too", "but", "there", "here", "at", "compared"})
_PRONOUNS = frozenset({"it", "that", "this", "one", "pillar", "process", "tubercle", "base", "side"})


def unlettered(tokens: Tokens, places: Sequence[Place]) -> Iterator[Place]:
    """Find the pairs of numbers that speak of a joint of the spine: beside what is said of discs and canals.

    Args:
        tokens: The words of speech.
        places: The places that are named in full, in order; the last spine named before tells which one is meant,
            or the next one that has such a joint.
    """
    norms = tokens.norms
    starts = [place.start for place in places]
    for index in tokens.indices(NUMBERS.keys()):
        second = index + 1 + (tokens.word(index + 1) == "-")
        if index == 0 or tokens.word(second) not in NUMBERS:
            continue
        if norms[index - 1] in NUMBERS or norms[index - 1] in _BEFORE_COUNT:
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


def numbered_ribs(tokens: Tokens, places: Sequence[Place]) -> Iterator[Place]:
    """Find the ordinals that stand for ribs without their noun, where the last place named was a rib.

    A `number` before a cardinal makes it one, and so does a rib's lesion: `a rib dysfunction, seven on the right`.

    Args:
        tokens: The words of speech.
        places: The places that are named in full, in order.
    """
    if _RIBS.isdisjoint(tokens.said):
        return
    norms = tokens.norms
    starts, free = [place.start for place in places], 0
    for index in tokens.indices(_RIB_NUMBERS):
        word = norms[index]
        at = bisect_left(starts, index)
        if word in NUMBERS and norms[index - 1] != "number" and not _is_of_lesion(norms, places[:at], index):
            continue
        if index < free or index == len(norms) - 1:
            continue
        last, end = _rest(norms, index)
        named = places[at].start < end if at < len(places) else False
        lone = end == index + 1 and word in _COUNTING
        if named or lone or tokens.word(end) not in _FOLLOWING or not _speaks_of_ribs(norms, places, at, index):
            continue
        free = end
        first = _rib_number(word)
        numbers = range(first, max(last, first) + 1)
        yield Place(index, end, "rib_cage", "rib", "", tuple(f"rib {number}" for number in numbers))


def _rest(norms: Sequence[str], index: int) -> tuple[int, int]:
    """Return the last of the ordinals joined to one, and the index after it."""
    last, end = _rib_number(norms[index]), index + 1
    joined = NUMBERS if norms[index] in NUMBERS else ORDINALS
    while end + 2 < len(norms) and norms[end] in _JOINS and norms[end + 1] in joined:
        last, end = joined[norms[end + 1]], end + 2
    return last, end


def _is_of_lesion(norms: Sequence[str], before: Sequence[Place], index: int) -> bool:
    """Tell whether a number stands in a part of its own behind ribs, or the lesion of one, at most with its side.

    `A rib dysfunction, left seven`, `somatic dysfunction of the ribs, two and three on the right`.
    """
    rib = next((place for place in before[-1:] if place.region == "rib_cage" and not place.segments), None)
    if rib is None or NUMBERS[norms[index]] not in _RIB_COUNT:
        return False
    if norms[rib.end - 1] == "ribs" and norms[rib.end : index] == [","]:
        return True
    if norms[rib.end : rib.end + 1] not in _LESIONS:
        return False
    return norms[index - 1 - (norms[index - 1] in _SIDES)] == "," and index - rib.end <= _RIB_NEAR


def _rib_number(word: str) -> int:
    return ORDINALS.get(word) or NUMBERS[word]


def _speaks_of_ribs(norms: Sequence[str], places: Sequence[Place], at: int, index: int) -> bool:
    before = [place for place in places[max(0, at - _RIBS_BACK) : at] if place.fixes and index - place.end <= _FAR]
    ribs = [place for place in before if place.region == "rib_cage"]
    breathes = not _BREATHING.isdisjoint(norms[max(0, index - _BREATH_NEAR) : index])
    return bool(ribs) and (ribs[-1] == before[-1] or breathes)


def as_joints(tokens: Tokens, places: list[Place]) -> list[Place]:
    """Join a part to the one below that it stands on.

    Args:
        tokens: The words of a document.
        places: Its places in order.
    """
    if tokens.said.isdisjoint({"on", "upon"}):
        return places
    joints: list[Place] = []
    for place in places:
        upper = joints[-1] if joints else None
        pair = None if upper is None else _RESTING.get((_part(upper), _part(place)))
        if upper is not None and pair is not None and _rests(tokens.norms[upper.end : place.start]):
            joints[-1] = upper._replace(end=place.end, segments=pair)
        else:
            joints.append(place)
    return joints


def _rests(between: list[str]) -> bool:
    """Tell whether the words between two parts only say that one is on the other."""
    return [word for word in between if word != "the"] in (["on"], ["upon"])


def _part(place: Place) -> str:
    return place.segments[-1] if place.segments else place.structure


def set_back(text: str, tokens: Tokens, places: Sequence[Place]) -> tuple[list[Hit], list[Place]]:
    """Return the words that say of a landmark or pronoun that it is back, and the places without those words.

    Args:
        text: The text.
        tokens: Its words.
        places: Its places, of which such a `back` is none.
    """
    said = {place.start for place in places if _is_said(text, tokens, place)}
    if not said:
        return [], [*places]
    return [*_landmarks(tokens, said, places)], [place for place in places if place.start not in said]


def _is_said(text: str, tokens: Tokens, back: Place) -> bool:
    if tokens.norms[back.start : back.end] != ["back"] or not back.start:
        return False
    start, end = tokens.spans[back.start - 1]
    after = tokens.norms[back.end : back.end + 1]
    return text[start:end].lower().endswith("'s") and (not after or not _CLOSING.isdisjoint(after))


def _landmarks(tokens: Tokens, said: set[int], places: Sequence[Place]) -> Iterator[Hit]:
    ends = {place.end for place in places if place.fixes}
    for start in sorted(said):
        if start in ends or tokens.norms[start - 1] in _PRONOUNS:
            yield Hit(start, start + 1, _SET_BACK)
