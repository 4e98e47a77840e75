"""Levels by letter, word and number → vertebrae and ribs: `L5`, `C4-6`, `T11-L2`, `lumbar five`, `ribs 3 to 5`.

They follow the junction rule of ICD-10-CM's index: a joint belongs to its
upper neighbour (L5-S1 is lumbar, C7-T1 cervical, T12-L1 thoracic). A range
that goes on over a junction by more than its first vertebra is of both regions.
"""

from collections.abc import Iterator
from itertools import filterfalse
from typing import NamedTuple

from scribe.extraction.lexicon.view.layout import breaks_before
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Region

_LEVELS = {
    "c": (8, "C", "cervical"),
    "t": (12, "T", "thoracic"),
    "d": (12, "T", "thoracic"),
    "l": (6, "L", "lumbar"),
    "s": (5, "S", "sacral"),
}
_SPINE = [
    (letter, number) for letter, last in (("c", 7), ("t", 12), ("l", 5), ("s", 5)) for number in range(1, last + 1)
]
"""The vertebrae from above."""
_BEYOND = 2
"""Vertebrae of the next region with which a range goes on there; C6 to T1 is of the neck."""
SPINES = {"cervical": "c", "thoracic": "t", "dorsal": "t", "lumbar": "l"}
_CARDINALS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
NUMBERS = {word: number for number, word in enumerate(_CARDINALS)}
ORDINALS = {
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
RIBS = frozenset({"rib", "ribs"})
_COSTAL = frozenset({"costovertebral", "costotransverse", "costal"})
"""Words for the joints of ribs, which are numbered as ribs are."""
_OPENING = frozenset({*_LEVELS, *SPINES, *ORDINALS, *_HEARD, *RIBS, *_COSTAL})
"""Letters and words that may open a level, beside those with a number in them."""
_BEFORE_ONE = frozenset({"a", "the", "that", "this", "another", "any", "your", "each", "no", "other"})
SIDED = frozenset({"l", "r", "lt", "rt", "left", "right", "b", "bilateral"})
"""The shortest words of side, that stand beside the bare number of a rib."""
_OF_RIB = frozenset({
    ",", "(", ":", "-", "dysfunctions", "restrictions", "lesions", "dysfunction", "dysfx", "dysfxn", "dysf", "sd",
    "somatic", "segmental", "lesion", "restriction",
    "fixation", "subluxation",
})  # fmt: skip
"""What may stand between a rib and its number."""
_COUNTED_SOON = 6
_BREATHS = frozenset({"inh", "exh", "inhal", "exhal", "inhalation", "exhalation", "inhaled", "exhaled"})
_ANGLES = frozenset({"angle", "angles"})
_HYPHENED = frozenset({"c", "t", "l", "s"})
_INSIDE = "\u2010"
_BULLET = "•"
"""Stands for a hyphen inside a level."""
_COUNTED = 4
_BODIES = frozenset({"vertebra", "vertebral", "segment", "segmental", "level", "body", "facet", "spinous"})
_MEASURES = frozenset({"/", "+", "beat", "beats"})
_OUT_OF = frozenset({4, 5})
"""Numbers out of which strength, reflexes and tenderness are graded."""
_NEAR_JOINT = 14
_BEHIND_JOINT = 3
_OF_JOINTS = frozenset({
    "disc", "disk", "discs", "bulge", "bulges", "protrusion", "herniation", "extrusion", "hnp", "stenosis", "narrowing",
    "dysfunction", "sd", "subluxation", "vsc", "fixation", "fixated", "fixed", "restricted", "restriction", "motion",
    "segment", "segmental", "facet", "facets", "fusion", "fused", "laminectomy", "decompression", "listhesis",
    "spondylolisthesis", "anterolisthesis", "retrolisthesis", "flexion", "distraction", "manipulation", "adjusted",
    "adj", "hvla", "mobilization", "mobilized", "degeneration", "ddd", "spondylosis", "level", "at", "foramen",
    "foraminal", "foramina", "canal", "spinous", "interspace",
})  # fmt: skip
"""Words beside a joint."""
_GRADED = frozenset({
    "strength", "motor", "mmt", "power", "myotomes", "ehl", "quad", "quads", "hf", "ke", "df", "pf", "grip", "biceps",
    "triceps", "deltoid", "deltoids", "iliopsoas", "gastroc", "ankle", "knee", "hip", "toe", "wrist", "grade", "graded",
    "reflex", "reflexes", "dtr", "dtrs", "patellar", "achilles", "pain", "ttp", "tender", "tenderness", "weak", "r",
})  # fmt: skip
"""Words beside a grade out of four or five."""
_TO = frozenset({"-", "/", "to", "through", "thru"})
_LISTING = frozenset({",", "and", "&", "comma"})
_SEQUENCES = frozenset(
    {"weighted", "signal", "hyperintense", "hyperintensity", "hypointense", "sequence", "images", "stir", "bright"}
)
_SHADES = frozenset({"bright", "dark", "hyperintense", "hypointense", "sagittal", "axial"})
"""Words before a T2 that is a sequence of an MRI and no vertebra."""


class Levels(NamedTuple):
    """A mention of vertebrae or ribs."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    region: Region
    """The M99 region of the first."""
    structure: str
    """`vertebra` or `rib`."""
    segments: tuple[str, ...]
    """The vertebrae or ribs, from above."""


def find_levels(text: str, tokens: Tokens) -> Iterator[Levels]:
    """Find the levels and ribs of a text, of which the hyphens inside one are told apart from those of ranges.

    Args:
        text: The text.
        tokens: Its words.
    """
    norms = _hyphened(text, tokens)
    openings = {*filter(_is_numbered, filterfalse(str.isalpha, tokens.said)), *(_OPENING & tokens.said)}
    if (RIBS | _COSTAL | _BREATHS | _ANGLES).isdisjoint(tokens.said):
        # Of bare numbers only those of ribs are read.
        openings = {word for word in openings if not word.isdecimal()}
    free = 0
    for position in tokens.indices(openings):
        if position < free:
            continue
        rib = _rib(norms, position) or _numbered_rib(norms, position)
        for place in _vertebrae(norms, position) if rib is None else [rib]:
            yield place
            free = place.end


def _hyphened(text: str, tokens: Tokens) -> list[str]:
    """Mark the hyphens inside a level, as in `C-5`, and those that open a line, where they are no range's."""
    norms, spans = tokens.norms, tokens.spans
    hyphens = tokens.indices({"-"})
    inside = [
        index
        for index in hyphens
        if 0 < index < len(norms) - 1 and norms[index - 1] in _HYPHENED
        if spans[index - 1][1] == spans[index][0] and spans[index][1] == spans[index + 1][0]
        if index < 2 or norms[index - 2] not in _TO  # noqa: PLR2004  # two tokens stand before a hyphen of a range
    ]
    bullets = [index for index in hyphens if breaks_before(text, tokens, index)]
    if not inside and not bullets:
        return norms
    marked = list(norms)
    for index in inside:
        marked[index] = _INSIDE
    for index in bullets:
        marked[index] = _BULLET
    return marked


def _is_numbered(word: str) -> bool:
    """Tell whether a word that is not of letters alone may open a level: a number, or the letter of one with it."""
    lettered = word[0] in _LEVELS and word[1:2].isdecimal()
    return lettered or word.isdecimal() or (word[0] == "r" and word[1:].isdecimal())


def _vertebrae(norms: list[str], start: int) -> list[Levels]:
    """Read a level, joint or range of vertebrae: one place, or two where a range goes on into the next region."""
    first = _level(norms, start)
    if first is None:
        fused = _fused(norms, start)
        return [] if fused is None else [fused]
    letter, number, position = first
    named, opened = [(letter, number)], start
    segments = [(letter, number)]
    while position < len(norms):
        last = _next_level(norms, position, letter, number)
        if last is None or _is_another(norms[position], named[-1], last[:2]):
            break
        opened, (letter, number, position) = position, last
        segments += [] if norms[opened] == "/" else _between(named[-1], (letter, number))
        named.append((letter, number))
        segments.append(named[-1])
    shaded = not _SHADES.isdisjoint(norms[max(0, start - 1) : start])
    if shaded or _SEQUENCES.intersection(norms[position : position + 2]):
        return []
    beyond = [segment for segment in segments if segment[0] == letter != segments[0][0]]
    if len(beyond) < _BEYOND or letter == "s":
        return [_of_levels(start, position, segments)]
    level = next(at for at in range(opened + 1, position) if _level(norms, at))
    before = [segment for segment in segments if segment not in beyond]
    return [_of_levels(start, level, before), _of_levels(level, position, beyond)]


def _is_another(sign: str, one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Tell whether a level behind a stroke is the next of a list, as the T4 of `C5/T4`, and no part of a joint."""
    return sign == "/" and one[0] != other[0] and not _adjoin(one, other)


def _between(first: tuple[str, int], last: tuple[str, int]) -> list[tuple[str, int]]:
    """Return the vertebrae between the ends of a range."""
    if first not in _SPINE or last not in _SPINE:
        return []
    return _SPINE[_SPINE.index(first) + 1 : _SPINE.index(last)]


def _of_levels(start: int, end: int, segments: list[tuple[str, int]]) -> Levels:
    region: Region = _LEVELS[segments[0][0]][2]  # type: ignore[assignment]  # the schema's words
    names = tuple(f"{_LEVELS[letter][1]}{number}" for letter, number in segments)
    return Levels(start, end, region, "vertebra", names)


def _fused(norms: list[str], start: int) -> Levels | None:
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
    return _of_levels(start, start + 1, segments)


def _next_level(norms: list[str], position: int, letter: str, number: int) -> tuple[str, int, int] | None:
    """Read the further level of a range or joint: after a sign, or at once as in `l five s one`, `C7 on T1`."""
    position += norms[position] in {"down", "up"} and norms[position + 1 : position + 2] == ["to"]
    if norms[position] in _TO and position + 1 < len(norms):
        return _level(norms, position + 1) or _bare(norms, position + 1, letter, number)
    if norms[position - 1] in NUMBERS and NUMBERS.get(norms[position]) == number + 1:
        return _valid(letter, number + 1, position + 1)
    second = position + (norms[position] in _LISTING)
    if _number("".join(norms[second : second + 1])) == number + 1:
        after = norms[second + 1] if second + 1 < len(norms) else "."
        return _valid(letter, number + 1, second + 1) if after in words("after_level") else None
    on = norms[position] == "on" and position + 1 < len(norms)
    following = _level(norms, position + on)
    return following if following and _adjoin((letter, number), following[:2]) else None


def _adjoin(upper: tuple[str, int], lower: tuple[str, int]) -> bool:
    """Tell whether two vertebrae make a joint, the lower one right below the upper one."""
    return (*upper, *lower) in _JOINTS or lower == (upper[0], upper[1] + 1)


def _level(norms: list[str], start: int) -> tuple[str, int, int] | None:
    word = norms[start]
    if word[0] in _LEVELS and word[1:].isdecimal() and len(word) <= 3:  # noqa: PLR2004  # a letter and two digits
        return _valid(word[0], int(word[1:]), start + 1)
    if start + 1 >= len(norms):
        return None
    if word in ORDINALS:
        return _ordered(norms, start)
    if norms[start + 1] == _INSIDE:
        value = _number(norms[start + 2])
        return _valid(word, value, start + 3) if value else None
    if _counts_else(norms, start):
        return None
    number = norms[start + 1]
    value = NUMBERS.get(number)
    measured = _MEASURES.intersection(norms[start + 2 : start + 3]) and not _is_stroked(norms, start)
    if value is None and number.isdecimal() and len(number) <= 2 and not measured:  # noqa: PLR2004
        value = int(number)
    letter = word if word in _LEVELS else SPINES.get(word) or _heard(norms, start)
    return _valid(letter, value, start + 2) if letter and value is not None else None


def _is_stroked(norms: list[str], start: int) -> bool:
    """Tell whether a stroke stands inside a joint, as in `disc bulge L 4/5`, and not in a grade: `EHL L 4/5`."""
    upper, lower = _number(norms[start + 1]), _number("".join(norms[start + 3 : start + 4]))
    if norms[start + 2] != "/" or norms[start] not in _HYPHENED or upper is None:
        return False
    if lower is None:
        following = _level(norms, start + 3) if start + 3 < len(norms) else None
        return following is not None and _adjoin((norms[start], upper), following[:2])
    if lower != upper + 1 or norms[start] == "s":
        return False
    before, after = norms[max(0, start - _NEAR_JOINT) : start], norms[start + 4 : start + 4 + _BEHIND_JOINT]
    if norms[start] == "c" or lower not in _OUT_OF:
        return True
    return not _OF_JOINTS.isdisjoint([*before, *after]) and _GRADED.isdisjoint([*before, *after])


def _counts_else(norms: list[str], start: int) -> bool:
    """Tell whether a number numbers no level: `a thoracic one`, `triceps L 1 R 2`, `1. M99.01 C 2. M99.02 T`."""
    one = norms[start + 1] == "one" and norms[start] in SPINES and norms[start - 1] in _BEFORE_ONE
    numbered = norms[start + 2 : start + 4] == [".", "m99"]
    return one or numbered or (norms[start] == "l" and _is_graded(norms, start))


def _is_graded(norms: list[str], left: int) -> bool:
    """Tell whether an L is the left side with a grade, beside the right one with its own: `triceps L 1 R 2`."""
    before, after = norms[max(0, left - 2) : left], norms[left + 2 : left + 4]
    return any(pair[:1] == ["r"] and pair[1:2] != [] and pair[1].isdecimal() for pair in (before, after))


def _ordered(norms: list[str], start: int) -> tuple[str, int, int] | None:
    """Read `fifth lumbar`; a small number may count something else, as in `second lumbar injection`."""
    number, letter = ORDINALS[norms[start]], SPINES.get(norms[start + 1])
    if letter is None or (number < _COUNTED and not _BODIES.intersection(norms[start + 2 : start + 3])):
        return None
    return _valid(letter, number, start + 2)


def _heard(norms: list[str], start: int) -> str | None:
    """Return the letter that speech recognition wrote as a word before a number, as in `at see five` and `tee 6`."""
    letter = _HEARD.get(norms[start])
    if letter is None or _number(norms[start + 1]) is None:
        return None
    before = norms[start - 1] if start else ""
    listed = before == "and" and start > 1 and _number(norms[start - 2]) is not None
    return letter if letter != "c" or before in _BEFORE_HEARD or _number(before) is not None or listed else None


def _valid(letter: str, number: int, end: int) -> tuple[str, int, int] | None:
    return (letter, number, end) if 1 <= number <= _LEVELS[letter][0] else None


def _bare(norms: list[str], start: int, letter: str, after: int) -> tuple[str, int, int] | None:
    number = _number(norms[start]) or 0
    if number > after:
        return _valid(letter, number, start + 1)
    if letter == "l" and after == 5 and number == 1:  # noqa: PLR2004  # L5-1 is said for L5-S1
        return "s", 1, start + 1
    return None


def _rib(norms: list[str], start: int) -> Levels | None:
    if norms[start] in ORDINALS and RIBS.intersection(norms[start + 1 : start + 2]):
        return _ribs(start, start + 2, ORDINALS[norms[start]], ORDINALS[norms[start]])
    if norms[start][0] == "r" and norms[start][1:].isdecimal() and (number := _number(norms[start][1:])):
        return None if _MEASURES.intersection(norms[start + 1 : start + 2]) else _ribs(start, start + 1, number, number)
    if norms[start] not in RIBS | _COSTAL or start + 1 >= len(norms):
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


def _numbered_rib(norms: list[str], start: int) -> Levels | None:
    """Read the bare number of a rib beside its breath, angle or side, or behind what it has: `Rib dysfunction, 6th L`.

    As in `R 6 inhalation`, `ribs L 4-5` and `ribs (4 L)`.
    """
    at = start + (norms[start] == "l")
    ordinal = ORDINALS.get(norms[start])
    first = ordinal or (_number(norms[at]) if at < len(norms) else None)
    if first is None:
        return None
    last, end = (first, at + 1) if ordinal else _rest_of_ribs(norms, first, at + 1)
    sided = norms[at - 1] in SIDED if at else False
    headed = sided and at > 1 and bool((RIBS | _COSTAL).intersection(norms[max(0, at - 3) : at - 1]))
    after = norms[end] if end < len(norms) else "."
    closed = after in SIDED or after == "on" or not after[0].isalnum()
    if ordinal or norms[at - 1] == "(" or (sided and not headed):
        headed = closed and _is_of_rib(norms, at)
    if not (headed or (not ordinal and (after in _BREATHS or (sided and after in _ANGLES)))):
        return None
    return _ribs(at, end, first, last)


def _is_of_rib(norms: list[str], at: int) -> bool:
    """Tell whether only a lesion and its side stand between a rib and its number."""
    before = at - 1
    while before > max(0, at - _COUNTED_SOON) and (norms[before] in SIDED or norms[before] in _OF_RIB):
        before -= 1
    return norms[before] in RIBS | _COSTAL


def _ribs(start: int, end: int, first: int, last: int) -> Levels:
    return Levels(start, end, "rib_cage", "rib", tuple(f"rib {n}" for n in range(first, last + 1)))


def _number(word: str) -> int | None:
    number = NUMBERS.get(word) or (int(word) if word.isdecimal() and len(word) <= 2 else 0)  # noqa: PLR2004
    return number if 1 <= number <= 12 else None  # noqa: PLR2004  # there are twelve ribs
