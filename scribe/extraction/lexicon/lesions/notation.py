"""The notation of a vertebra's position: `L5 FRSR`, `T4-6 N SL RR`, and its listing: `C5 PRS`.

    position := [N | F | E] and two of R<side>, S<side> in any order, or one side for both
    type I     neutral, rotation and side-bending opposite
    type II    flexed or extended, rotation and side-bending the same
    OA         rotation and side-bending opposite; AA rotation alone

    listing  := P<side>[S | I][-contact] of a vertebra, A[S | I]<side>[A | P] of the atlas

The side of a position is the side of its rotation, that of a listing the side it names; OA, which sides against
itself, has none. Source: domain knowledge of Fryette's types as taught in osteopathic schools.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import KEPT
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_LETTERS = {
    "left": "L", "right": "R", "rot": "R", "rotated": "R", "sb": "S", "neutral": "N", "flexed": "F", "extended": "E",
    "eff": "F", "ess": "S", "en": "N", "ell": "L", "are": "R", "ee": "E", "lt": "L", "rt": "R",
}  # fmt: skip
_SIGNS = frozenset({",", "-", "_", ":", "comma", "uh", "um", "/", "is", "was", "(", ")", "vertebra", "segment"})
_LEADS = frozenset({"at", "of", "on", "for"})
_ENDINGS = {"left": "l", "right": "r", "lt": "l", "rt": "r"}
_MOST = 8
_LONGEST_LISTING = 3
MARKS = frozenset({",", ".", "-", ":", "comma", "period", "uh", "um"})
"""Marks and sounds between words."""
_SIDES: dict[str, Laterality] = {"L": "left", "R": "right"}
_ROTATION = frozenset({"rotated", "rotates", "rotation", "rot"})
_BENDING = frozenset({"sidebent", "sidebended", "sidebending", "bent", "bending", "sidebends", "sb"})
_BENT_FORWARD_OR_BACK = frozenset({"flexed", "extended"})
_NEAR_ROTATION = 4
POSITIONED = frozenset({"vertebra", "atlanto_occipital", "atlanto_axial", "occiput"})
"""Structures that the notation positions."""
_RESUMING = frozenset({",", "that's", "it's", "that", "it", "which", "is", "was"})
_OPENING_LETTERS = frozenset({"n", "f", "e", "en", "eff", "ee"})
_OPENING = 3
"""Words within which a statement may open with how a vertebra is held, as in `It's flexed and rotated left.`."""
_BACK = 40
_OF_A_JOINT = 2
_OPPOSED = frozenset({"atlanto_occipital", "occiput"})


class Position(NamedTuple):
    """A positional diagnosis."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    place: Place | None
    """The segment that it positions; None for the sacrum on its axis."""
    laterality: Laterality | None
    """The side of its rotation."""


@cache
def _grammar() -> re.Pattern[str]:
    both = r"(?P<both>[NFE]?(?:RS|SR)(?P<b>[LR]))"
    each = r"(?P<each>[NFE]?(?:R(?P<r1>[LR])S[LR]|S[LR]R(?P<r2>[LR])))"
    short = r"(?P<short>NS[LR]R?(?P<n>[LR]))"
    alone = r"(?P<alone>[NFE]?R(?P<a>[LR]))"
    return re.compile(rf"(?:{each}|{both}|{short}|{alone})[NFE]?\Z")


def notated(view: View, statement: Statement, place: Place) -> Position | None:
    """Return the positional diagnosis that stands beside a segment, in letters or in words."""
    position = _led(view, statement, place) or _shorthand(view, statement, place) or _spelled(view, statement, place)
    return None if position is None else _anew(view, statement, position)


def listings(view: View, statement: Statement) -> Iterator[Position]:
    """Find the listings of vertebrae, as in `C5 PRS`, `T1 (P-L)`, `C1 ASR`."""
    for place in view.places(statement):
        if place.structure in POSITIONED:
            start = place.end + (view.norms[place.end : place.end + 1] == ["("])
            for end in range(start + 1, min(start + _LONGEST_LISTING, statement.end) + 1):
                letters = "".join(view.norms[start:end]).replace("-", "")
                if (match := _listing().match(letters.upper())) and view.is_capital(start):
                    yield Position(place.start, end, place, _SIDES[match["p"] or match["a"]])
                    break


@cache
def _listing() -> re.Pattern[str]:
    contact = "(?:M|T|LA|SP|IN|EX|INF)?"
    return re.compile(rf"(?:P(?P<p>[LR])[SI]?{contact}|A[SI](?P<a>[LR])[AP]?)\Z")


def of_vertebra_named_last(view: View, statement: Statement) -> Position | None:
    """Read a notation that speech gives the vertebra named last before it, as in `L5 is stuck. It's ERS right.`."""
    if statement.turn < 0 or view.fixing(statement):
        return None
    before = view.fixing(Chunk(max(0, statement.start - _BACK), statement.start))[-1:]
    if not before or before[0].structure != "vertebra" or len(before[0].segments) > _OF_A_JOINT:
        return None
    starts = (index for index in range(statement.start, statement.end) if _opens(view.norms[index]))
    for start in starts:
        rest = range(start, statement.end)
        position = _lettered(view, before[0], rest)
        if position is None and (_names_all(view.norms, rest) or start - statement.start <= _OPENING):
            position = _worded(view, before[0], rest)
        if position is not None:
            return position._replace(start=start)
    return None


@lru_cache(maxsize=KEPT)
def _opens(word: str) -> bool:
    """Tell whether a word may open a notation: one of its letters, or how a segment is bent or turned."""
    letters = _letters(word) or ""
    return {"R", "S"} <= {*letters} or word in _OPENING_LETTERS | _BENT_FORWARD_OR_BACK | _ROTATION | {"neutral"}


def _names_all(norms: Sequence[str], said: range) -> bool:
    """Tell whether words name both how a segment is rotated and how it is bent to a side."""
    return all(any(norms[index] in named for index in said) for named in (_ROTATION, _BENDING))


def _shorthand(view: View, statement: Statement, place: Place) -> Position | None:
    until = _until(view, statement, place.end)
    start = _after_recall(view, place.end, until)
    position = _lettered(view, place, range(start, until))
    # Of `L5, last time it was FRS left` the notation alone is dated by what stands before it.
    return position._replace(start=start) if position and start > place.end else position


def _after_recall(view: View, start: int, until: int) -> int:
    """Return where a notation begins behind words of an earlier visit, as in `L5, last time it was FRS left`."""
    index = start
    while index < until and (view.norms[index] in words("recalling") or view.norms[index] == ","):
        index += 1
    said = view.norms[start:index]
    return index if "last" in said or {*said} <= _RESUMING else start


def _until(view: View, statement: Statement, index: int) -> int:
    """Return where the statement ends that holds an index: in speech a corrected place may reach into the next one."""
    if statement.turn < 0:
        return statement.end
    later = (one for one in view.statements_after(statement) if one.start <= index < one.end)
    return statement.end if index < statement.end else next((one.end for one in later), statement.end)


def _lettered(view: View, place: Place, part: range) -> Position | None:
    """Read the longest notation at the start of a part, for a place."""
    letters, index, best = "", part.start, None
    while index < part.stop and len(letters) < _MOST:
        word = view.norms[index]
        added = _LETTERS.get(word) or _letters(word)
        # An SLR is the test of the straight leg.
        if (added is None and word not in _SIGNS) or (word == "slr" and not letters):
            break
        if best is not None and word == "," and _sides_next(view, index, part.stop):
            break
        index += 1
        letters += (added or "").replace("B", "").replace("ROT", "R")
        match = _grammar().match(letters)
        if match and (match["alone"] is None or place.structure == "atlanto_axial" or place.segments == ("C1",)):
            best = Position(place.start, index, place, _turned_to(place, match))
    return best


def _sides_next(view: View, comma: int, stop: int) -> bool:
    """Tell whether the side behind a comma is that of what is named next, as in `T7 FSRR, L posterior innominate`."""
    side, after = view.norms[comma + 1 : comma + 2], view.norms[min(comma + 2, stop) : min(comma + 3, stop)]
    named = after != [] and after[0].isalnum() and after[0] not in _LETTERS and _letters(after[0]) is None
    return len(view.sides(Chunk(comma + 1, min(comma + 2, stop)))) == 1 and side != [] and named


def _turned_to(place: Place, match: re.Match[str]) -> Laterality | None:
    """Return the side of the rotation in a notation; the occiput sides against itself, and has none."""
    side = match["r1"] or match["r2"] or match["b"] or match["n"] or match["a"]
    return None if place.structure in _OPPOSED else _SIDES[side]


def _anew(view: View, statement: Statement, position: Position) -> Position:
    """Let a notation that a speaker says anew take the place of the first: `L4 FRS left, no, sorry, FRS right`."""
    until = _until(view, statement, position.end)
    start = _after_taking_back(view, position.end, until)
    if start is None or position.place is None:
        return position
    anew = range(start, until)
    return _lettered(view, position.place, anew) or _worded(view, position.place, anew) or position


def _after_taking_back(view: View, start: int, until: int) -> int | None:
    """Return where speech goes on behind words that take back what was said, if such words stand there."""
    index = start
    while index < until and view.norms[index] in words("taking_back") | MARKS:
        index += 1
    return index if not words("taking_back").isdisjoint(view.norms[start:index]) else None


def _led(view: View, statement: Statement, place: Place) -> Position | None:
    """Read a notation that stands before its segment, as in `FRS right at L5` and `ERSL of T4`."""
    stop = place.start - 1
    if stop <= statement.start or view.norms[stop] not in _LEADS:
        return None
    letters, start = "", stop
    best: Position | None = None
    while start > statement.start and len(letters) < _MOST:
        start -= 1
        word = view.norms[start]
        added = _LETTERS.get(word) or _letters(word)
        if added is None:
            break
        letters = added + letters
        match = _grammar().match(letters)
        if match and match["alone"] is None:
            best = Position(start, place.end, place, _turned_to(place, match))
    return best


@lru_cache(maxsize=KEPT)
def _letters(word: str) -> str | None:
    """Return the letters that a word of a notation stands for, as `frsr` or `ersleft` do."""
    stem = word
    for ending, letter in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            stem = word.removesuffix(ending) + letter
            break
    return stem.upper() if set(stem) <= set("nferslb") and len(stem) <= _MOST else None


def _spelled(view: View, statement: Statement, place: Place) -> Position | None:
    """Read `L5 is neutral, side bent left, rotated right`."""
    until = min([other.start for other in view.fixing(statement) if other.start > place.start] or [statement.end])
    return _worded(view, place, range(place.end, until))


def _worded(view: View, place: Place, said: range) -> Position | None:
    """Read the words of a position behind its segment: how it is rotated, and how bent, flexed or extended."""
    rotation = next((index for index in said if view.norms[index] in _ROTATION), None)
    bending = next((index for index in said if view.norms[index] in _BENDING), None)
    if bending is None and rotation is not None:
        bending = _flexion(view, said, rotation)
    if rotation is None or (bending is None and place.structure != "atlanto_axial"):
        return None
    sides = [side for side in view.sides(Chunk(said.start, said.stop)) if side.start > rotation]
    if not sides or (bending is not None and _restricts(view, said)):
        return None
    end = max(sides[0].end, (bending or 0) + 1)
    following = [side.end for side in view.sides(Chunk(end, min(end + 2, said.stop)))]
    side = None if place.structure in _OPPOSED else sides[0].value
    return Position(place.start, following[0] if following else end, place, side)


def _flexion(view: View, said: range, rotation: int) -> int | None:
    """Return where a rotated segment is said to be flexed or extended too, as in `flexed and rotated right`."""
    near = range(max(said.start, rotation - _NEAR_ROTATION), min(said.stop, rotation + _NEAR_ROTATION + 1))
    for at in near:
        if view.norms[at] in _BENT_FORWARD_OR_BACK:
            between = range(min(at, rotation) + 1, max(at, rotation))
            sided = {index for side in view.sides(Chunk(between.start, between.stop)) for index in range(*side[:2])}
            if all(view.norms[index] in {",", "and", "is"} for index in between if index not in sided):
                return at
    return None


def _restricts(view: View, said: range) -> bool:
    """Tell whether the words speak of limited motion, not of a position."""
    return any(
        view.norms[index] in {"restricted", "limited", "decreased", "reduced", "loss", "full", "degrees"}
        for index in said
    )
