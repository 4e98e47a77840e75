"""Words of anatomy, level and side → places and sides of a text.

Levels follow the junction rule of ICD-10-CM's index: a joint belongs to its
upper neighbour (L5-S1 is lumbar, C7-T1 cervical, T12-L1 thoracic).
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.words.tokens import KEPT, Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, Region
from scribe.terminology.regions import structure

_LEVELS = {
    "c": (8, "C", "cervical"),
    "t": (12, "T", "thoracic"),
    "d": (12, "T", "thoracic"),
    "l": (6, "L", "lumbar"),
    "s": (5, "S", "sacral"),
}
_SPINES = {"cervical": "c", "thoracic": "t", "dorsal": "t", "lumbar": "l"}
_CARDINALS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
NUMBERS = {word: number for number, word in enumerate(_CARDINALS)}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "1st": 1, "2nd": 2, "3rd": 3,
} | {f"{number}th": number for number in range(4, 13)}  # fmt: skip
_JOINTS = frozenset({("l", 5, "s", 1), ("c", 7, "t", 1), ("t", 12, "l", 1)})
_HEARD = {
    "see": "c", "sea": "c", "tee": "t", "tea": "t", "el": "l", "ell": "l", "elle": "l", "ess": "s", "es": "s",
}  # fmt: skip
_BEFORE_HEARD = frozenset({
    "at", "the", "on", "of", "left", "right", "around", "over", "through", "from", "dysfunction", "subluxation", "is",
    "feeling", "feel", "okay", "now", "then", "neck", "upper", "lower", "here", "between", "above", "below", "under",
    "beside", "by", "near", "into", "onto", "adjust", "treat", "thrust", "than", "with", "this", "that",
})  # fmt: skip
_RIBS = frozenset({"rib", "ribs"})
_POINTING = frozenset({"that", "that's", "it's", "there's"})
_AT = frozenset({"over", "on", "at", "in", "by"})
_SIDED = frozenset({"l", "r", "lt", "rt", "left", "right", "b", "bilateral"})
_SENSES = frozenset({"sensation", "sens", "sensory", "sensate", "hypoesthesia"})
_DIGITS = frozenset({"finger", "fingers", "digit", "digits", "toe", "toes", "ring", "index"})
"""Words behind a `middle` that is one of several and no midline."""
_WHERE = frozenset({"in", "over", "on", "at", "along"})
_BREATHS = frozenset({"inh", "exh", "inhal", "exhal", "inhalation", "exhalation", "inhaled", "exhaled"})
_ALONG = frozenset({"the", "my", "your", "his", "her", "into", "to", "that", "this", "it"})
_PAIRS = frozenset({("b", "/", "b"), ("b", "&", "b"), ("t", "/", "l"), ("c", "/", "l")})
"""Bowel and bladder, and the junctions of the spine, whose letters are no sides."""
_ANGLES = frozenset({"angle", "angles"})
_HYPHENED = frozenset({"c", "t", "l", "s"})
_INSIDE = "\u2010"
"""Stands for a hyphen inside a level."""
_COUNTED = 4
_BODIES = frozenset({"vertebra", "vertebral", "segment", "segmental", "level", "body", "facet", "spinous"})
_MEASURES = frozenset({"/", "+", "beat", "beats"})
_TO = frozenset({"-", "/", "to", "through", "thru"})
_SEGMENTED = {"atlanto_occipital": ("OA",), "atlanto_axial": ("AA",)}
_SEQUENCES = frozenset(
    {"weighted", "signal", "hyperintense", "hyperintensity", "hypointense", "sequence", "images", "stir"}
)


class Place(NamedTuple):
    """A mention of anatomy."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    region: Region | None
    """Its M99 region, or None where the words fix none."""
    structure: str
    """The structure named, or `vertebra` or `rib`."""
    role: str
    """Empty, or `vague`, `soft`, `muscle` or `limb`: how far the words fix a region."""
    segments: tuple[str, ...]
    """Vertebrae or ribs named."""

    @property
    def fixes(self) -> bool:
        """Tell whether it fixes a region."""
        return self.region is not None and self.role in {"", "muscle"}


class Side(NamedTuple):
    """A mention of a side."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    value: Laterality
    """The side."""


def find_places(text: str, tokens: Tokens, anatomy: list[Hit]) -> list[Place]:
    """Find the places of a text in order; `LE` and `UE` count only in capitals."""
    levels = {place.start: place for place in _levels(_hyphened(tokens)) if not _is_torn(text, tokens, place)}
    covered = {index for place in levels.values() for index in range(place.start, place.end)}
    named = [
        _named(hit)
        for hit in anatomy
        if hit.start not in covered
        and (hit.term.role != "capitals" or _capital(text, tokens, hit))
        and not _is_way(tokens, hit)
        and not _is_arthrosis(tokens, hit)
    ]
    return sorted([*levels.values(), *named])


def find_sides(text: str, tokens: Tokens, sides: list[Hit], places: list[Place]) -> list[Side]:
    """Find the sides of a text in order; a single letter counts only as a capital outside a level."""
    covered = {index for place in places if place.segments for index in range(place.start, place.end)}
    covered |= {place.start for place in places if tokens.norms[place.start] == "l"}
    return [
        _of_digit(tokens, hit) or Side(hit.start, hit.end, hit.term.value)  # type: ignore[arg-type]  # the table holds the schema's words
        for hit in sides
        if hit.start not in covered and not _stray_letter(text, tokens, hit)
    ]


def _of_digit(tokens: Tokens, hit: Hit) -> Side | None:
    """Return the side of one of several fingers, as in `in the right middle finger`, which is no midline."""
    if hit.term.text != "in the middle" or _DIGITS.isdisjoint(tokens.norms[hit.end : hit.end + 3]):
        return None
    named = [at for at in range(hit.start, hit.end) if tokens.norms[at] in {"left", "right"}]
    return Side(named[0], named[0] + 1, tokens.norms[named[0]]) if named else None  # type: ignore[arg-type]  # it is one


def _stray_letter(text: str, tokens: Tokens, hit: Hit) -> bool:
    if len(term := tokens.norms[hit.start]) > 1 or hit.end - hit.start > 1:
        if term == "lt" and _is_touch(tokens, hit):
            return True
        following = tokens.norms[hit.end : hit.end + 1]
        if term == "left" and following == ["with"] and tokens.norms[hit.start - 1] in words("be_forms"):
            return True
        return hit.term.text == "right" and (_is_adverb(tokens, hit, following) or _asks_assent(tokens, hit))
    before = tokens.norms[hit.start - 1] if hit.start else ""
    after = tokens.norms[hit.end] if hit.end < len(tokens.norms) else ""
    on = "on" in {before, after}
    joins = after == "/" or (after == "&" and term == "b")
    listed = joins and (tokens.norms[hit.end + 1 : hit.end + 2] or [""])[0] not in {"l", "r"}
    paired = (*tokens.norms[max(0, hit.start - 2) : hit.start], term) in _PAIRS
    return listed or paired or not (on or text[tokens.spans[hit.start][0]].isupper()) or term not in {"l", "r", "b"}


def _is_touch(tokens: Tokens, lt: Hit) -> bool:
    """Tell whether an LT is light touch, as in `decreased to LT in the right L5`, `dec LT R S1` and `LT/PP intact`."""
    before, after = tokens.norms[max(0, lt.start - 2) : lt.start], tokens.norms[lt.end : lt.end + 2]
    if words("touched").intersection(after[:1]) or not _SIDED.isdisjoint(after[:1]):
        return True
    if after in (["/", "pp"], ["and", "pp"], ["&", "pp"]) or after[:1] == ["pp"]:
        return True
    lessened = words("touched") | _SENSES
    if before[-1:] == ["to"]:
        return before[0] in lessened
    return before[-1:] != [] and before[-1] in lessened and not _WHERE.isdisjoint(after[:1])


def _is_adverb(tokens: Tokens, right: Hit, following: list[str]) -> bool:
    """Tell whether a right only says that something is just so, as in `right here`, `spots right at T6`."""
    before = tokens.norms[right.start - 1]
    spot = following == ["at"] and before in words("before_spot")
    spot = spot or (before in _POINTING and bool(_AT.intersection(following)))
    if following == ["down"] and not _ALONG.isdisjoint(tokens.norms[right.end + 1 : right.end + 2]):
        return True
    return spot or before == "all" or before in words("before_right") or not words("after_adverb").isdisjoint(following)


def _asks_assent(tokens: Tokens, right: Hit) -> bool:
    """Tell whether a right only asks for assent, as in `It's a disc, right?`."""
    pauses = right.start > 0 and tokens.norms[right.start - 1] in {",", "comma"}
    return pauses and tokens.norms[right.end : right.end + 1] == ["?"]


def _is_torn(text: str, tokens: Tokens, place: Place) -> bool:
    """Tell whether a line ends between a letter or spine and its number, as where `ERS L` stands above `2 SD ribs`."""
    spans, end = tokens.spans, place.start + 1
    if end >= place.end or "\n" not in text[spans[end - 1][1] : spans[end][0]]:
        return False
    opening = tokens.norms[place.start]
    return len(opening) == 1 or (opening in _SPINES and tokens.norms[end].isdecimal())


def _named(hit: Hit) -> Place:
    name = hit.term.structure
    role = "" if hit.term.role == "capitals" else hit.term.role
    return Place(hit.start, hit.end, structure(name).region, name, role, _SEGMENTED.get(name, ()))


def _is_way(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether a back is the way something goes or sits, as in `it won't glide back`, `sits back`."""
    return hit.term.text == "back" and bool(words("before_way").intersection(tokens.norms[hit.start - 1 : hit.start]))


def _is_arthrosis(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether an OA is osteoarthritis, as in `hip OA` and `mild OA of`, and not the occiput on the atlas."""
    if hit.term.text != "oa":
        return False
    before, after = tokens.norms[hit.start - 1 : hit.start], tokens.norms[hit.end : hit.end + 1]
    return bool(words("before_arthrosis").intersection(before) or words("after_arthrosis").intersection(after))


def _capital(text: str, tokens: Tokens, hit: Hit) -> bool:
    start = tokens.spans[hit.start][0]
    return text[start : start + 2].isupper()


def _hyphened(tokens: Tokens) -> list[str]:
    """Mark the hyphens inside a level, as in `C-5`."""
    norms, spans = tokens.norms, tokens.spans
    inside = [
        index
        for index, word in enumerate(norms)
        if word == "-" and 0 < index < len(norms) - 1 and norms[index - 1] in _HYPHENED
        if spans[index - 1][1] == spans[index][0] and spans[index][1] == spans[index + 1][0]
        if index < 2 or norms[index - 2] not in _TO  # noqa: PLR2004  # two tokens stand before a hyphen of a range
    ]
    if not inside:
        return norms
    marked = list(norms)
    for index in inside:
        marked[index] = _INSIDE
    return marked


def _levels(norms: list[str]) -> Iterator[Place]:
    said = frozenset(norms)
    openings = {word for word in said if _may_open(word)}
    if (_RIBS | _BREATHS | _ANGLES).isdisjoint(said):
        # Of bare numbers only those of ribs are read.
        openings = {word for word in openings if not word.isdecimal()}
    free = 0
    for position in [index for index, word in enumerate(norms) if word in openings]:
        if position < free:
            continue
        place = _rib(norms, position) or _numbered_rib(norms, position) or _vertebra(norms, position)
        if place is not None:
            yield place
            free = place.end


@lru_cache(maxsize=KEPT)
def _may_open(word: str) -> bool:
    """Tell whether a word may open a level: a letter with or without its number, or a word for one of them."""
    short = word[0] in _LEVELS and (len(word) == 1 or word[1].isdecimal())
    short |= word[0] == "r" and word[1:].isdecimal()
    return short or word.isdecimal() or word in _ORDINALS or word in _SPINES or word in _HEARD or word in _RIBS


def _vertebra(norms: list[str], start: int) -> Place | None:
    first = _level(norms, start)
    if first is None:
        return _fused(norms, start)
    letter, number, position = first
    segments = [(letter, number)]
    while position < len(norms):
        last = _next_level(norms, position, letter, number)
        if last is None:
            break
        letter, number, position = last
        segments.append((letter, number))
    if _SEQUENCES.intersection(norms[position : position + 2]):
        return None
    region = _LEVELS[segments[0][0]][2]
    return Place(start, position, region, "vertebra", "", _fill(segments))  # type: ignore[arg-type]  # the schema's words


def _fused(norms: list[str], start: int) -> Place | None:
    """Read a joint written in one word, as `L45` or `L5S1`."""
    word = norms[start]
    if word in {"l5s1", "c7t1", "t12l1"}:
        segments = [(word[0], int(word[1:-2])), (word[-2], int(word[-1]))]
    elif word[0] in _LEVELS and len(word) == len("l45") and word[1:].isdecimal() and int(word[2]) == int(word[1]) + 1:
        segments = [(word[0], int(word[1])), (word[0], int(word[2]))]
    else:
        return None
    if any(number > _LEVELS[letter][0] for letter, number in segments) or word == "t12":
        return None
    region: Region = _LEVELS[segments[0][0]][2]  # type: ignore[assignment]  # the schema's words
    return Place(start, start + 1, region, "vertebra", "", _fill(segments))


def _next_level(norms: list[str], position: int, letter: str, number: int) -> tuple[str, int, int] | None:
    """Read the further level of a range or joint: after a sign, or at once as in `l five s one`, `l three four`."""
    if norms[position] in _TO and position + 1 < len(norms):
        return _level(norms, position + 1) or _bare(norms, position + 1, letter, number)
    if norms[position - 1] in NUMBERS and NUMBERS.get(norms[position]) == number + 1:
        return _valid(letter, number + 1, position + 1)
    following = _level(norms, position)
    return following if following and (letter, number, *following[:2]) in _JOINTS else None


def _level(norms: list[str], start: int) -> tuple[str, int, int] | None:
    word = norms[start]
    if word[0] in _LEVELS and word[1:].isdecimal() and len(word) <= 3:  # noqa: PLR2004  # a letter and two digits
        return _valid(word[0], int(word[1:]), start + 1)
    if start + 1 >= len(norms):
        return None
    if word in _ORDINALS:
        return _ordered(norms, start)
    if norms[start + 1] == _INSIDE:
        value = _number(norms[start + 2])
        return _valid(word, value, start + 3) if value else None
    number = norms[start + 1]
    value = NUMBERS.get(number)
    measured = _MEASURES.intersection(norms[start + 2 : start + 3])
    if value is None and number.isdecimal() and len(number) <= 2 and not measured:  # noqa: PLR2004
        value = int(number)
    letter = word if word in _LEVELS else _SPINES.get(word) or _heard(norms, start)
    return _valid(letter, value, start + 2) if letter and value is not None else None


def _ordered(norms: list[str], start: int) -> tuple[str, int, int] | None:
    """Read `fifth lumbar`; a small number may count something else, as in `second lumbar injection`."""
    number, letter = _ORDINALS[norms[start]], _SPINES.get(norms[start + 1])
    if letter is None or (number < _COUNTED and not _BODIES.intersection(norms[start + 2 : start + 3])):
        return None
    return _valid(letter, number, start + 2)


def _heard(norms: list[str], start: int) -> str | None:
    """Return the letter that speech recognition wrote as a word before a number word, as in `at see five`."""
    letter = _HEARD.get(norms[start])
    if letter is None or norms[start + 1] not in NUMBERS:
        return None
    before = norms[start - 1] if start else ""
    listed = before == "and" and start > 1 and norms[start - 2] in NUMBERS
    return letter if letter != "c" or before in _BEFORE_HEARD or before in NUMBERS or listed else None


def _valid(letter: str, number: int, end: int) -> tuple[str, int, int] | None:
    return (letter, number, end) if 1 <= number <= _LEVELS[letter][0] else None


def _bare(norms: list[str], start: int, letter: str, after: int) -> tuple[str, int, int] | None:
    number = _number(norms[start]) or 0
    if number > after:
        return _valid(letter, number, start + 1)
    if letter == "l" and after == 5 and number == 1:  # noqa: PLR2004  # L5-1 is said for L5-S1
        return "s", 1, start + 1
    return None


def _fill(segments: list[tuple[str, int]]) -> tuple[str, ...]:
    (letter, number), (last_letter, last) = segments[0], segments[-1]
    if last_letter == letter and last > number:
        return tuple(f"{_LEVELS[letter][1]}{n}" for n in range(number, last + 1))
    return tuple(f"{_LEVELS[letter][1]}{number}" for letter, number in segments)


def _rib(norms: list[str], start: int) -> Place | None:
    if norms[start] in _ORDINALS and _RIBS.intersection(norms[start + 1 : start + 2]):
        return _ribs(start, start + 2, _ORDINALS[norms[start]], _ORDINALS[norms[start]])
    if norms[start][0] == "r" and norms[start][1:].isdecimal() and (number := _number(norms[start][1:])):
        return None if _MEASURES.intersection(norms[start + 1 : start + 2]) else _ribs(start, start + 1, number, number)
    if norms[start] not in _RIBS or start + 1 >= len(norms):
        return None
    first = _number(norms[start + 1])
    if first is None:
        return None
    last, end = _rest_of_ribs(norms, first, start + 2)
    return _ribs(start, end, first, last)


def _rest_of_ribs(norms: list[str], last: int, end: int) -> tuple[int, int]:
    """Read on to the last number of a range or list of ribs, and to where it ends."""
    while (
        end + 1 < len(norms)
        and norms[end] in {*_TO, ",", "and", "&"}
        and (number := _number(norms[end + 1]))
        and number > last
    ):
        last, end = number, end + 2
    return last, end


def _numbered_rib(norms: list[str], start: int) -> Place | None:
    """Read the bare number of a rib beside its breath, angle or side, as in `R 6 inhalation`, `ribs L 4-5`."""
    at = start + (norms[start] == "l")
    first = _number(norms[at]) if at < len(norms) else None
    if first is None:
        return None
    last, end = _rest_of_ribs(norms, first, at + 1)
    sided = norms[at - 1] in _SIDED if at else False
    headed = sided and at > 1 and bool(_RIBS.intersection(norms[max(0, at - 3) : at - 1]))
    after = norms[end] if end < len(norms) else ""
    if not (headed or after in _BREATHS or (sided and after in _ANGLES)):
        return None
    return _ribs(at, end, first, last)


def _ribs(start: int, end: int, first: int, last: int) -> Place:
    return Place(start, end, "rib_cage", "rib", "", tuple(f"rib {n}" for n in range(first, last + 1)))


def _number(word: str) -> int | None:
    number = NUMBERS.get(word) or (int(word) if word.isdecimal() and len(word) <= 2 else 0)  # noqa: PLR2004
    return number if 1 <= number <= 12 else None  # noqa: PLR2004  # there are twelve ribs
