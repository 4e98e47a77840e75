"""The notation of osteopathic position: `L5 FRSR`, `T4-6 N SL RR`, `left on left`.

    position := [N | F | E] and two of R<side>, S<side> in any order, or one side for both
    type I     neutral, rotation and side-bending opposite
    type II    flexed or extended, rotation and side-bending the same
    OA         rotation and side-bending opposite; AA rotation alone

    hold     := innominate and the way it is rotated or slipped
    breath   := ribs held in inhalation or exhalation

    listing  := P<side>[S | I][-contact] of a vertebra, A[S | I]<side>[A | P] of the atlas

The side of a position is the side of its rotation, that of a listing the side it names; OA, which sides against
itself, has none. Source: domain knowledge of Fryette's types as taught in
osteopathic schools.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.view.places import Place, Side
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
_MOST, _LONGEST_LISTING = 8, 3
_BEFORE_AXIS = 3
_SACRAL = frozenset({"sacrum", "sacral"})
_AXIS_WORDS = frozenset({"sacral", "sacrum", "torsion", "axis", "it", "it's", "is", "a"})
_MARKS = frozenset({",", ".", "-", ":", "comma", "period", "uh", "um"})
_SIDES: dict[str, Laterality] = {"L": "left", "R": "right"}
_ROTATION = frozenset({"rotated", "rotates", "rotation", "rot"})
_BENDING = frozenset({"sidebent", "sidebended", "sidebending", "bent", "bending", "sidebends", "sb"})
_TURNED = frozenset({
    "rotated", "rotation", "rot", "upslip", "upslipped", "downslip", "downslipped", "inflare", "inflared", "outflare",
    "outflared",
})  # fmt: skip
_BENT_FORWARD_OR_BACK = frozenset({"flexed", "extended"})
_NEAR_ROTATION = 4
_POSITIONED = frozenset({"vertebra", "atlanto_occipital", "atlanto_axial", "occiput"})
_OF_MOTION = frozenset({
    "restricted", "restriction", "restrictions", "limited", "limitation", "motion", "reduced", "decreased", "excursion",
    "glide", "gliding", "spring", "springing", "shear", "full", "free", "phase", "movement", "normal", "symmetric",
    "poor", "good",
})  # fmt: skip
"""Words that make a way or a breath one of testing and not of holding."""
_RESUMING = frozenset({",", "that's", "it's", "that", "it", "which", "is", "was"})
_OPENING_LETTERS = frozenset({"n", "f", "e", "en", "eff", "ee"})
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


class Manner(NamedTuple):
    """How a kind of joint is said to be held."""

    between: frozenset[str]
    """Words between the joint and the way it is held."""
    ways: frozenset[str]
    """Words for the way."""
    after: frozenset[str]
    """Words behind the way."""


_BREATH = Manner(
    frozenset({":", "-", ",", "(", ")", "is", "are", "held", "stuck", "fixed", "in", "an", "group", "down", "up"}),
    frozenset({"inhaled", "exhaled", "inhalation", "exhalation", "inh", "exh", "inhal", "exhal"}),
    frozenset(),
)
_ROTATION_OF_ILIUM = Manner(
    frozenset({
        "rotated", "rotation", "rot", "rotates", "is", "was", "held", "found", "sits", "sitting", "sat", "feels", "in",
        "an", "the", "on", "bone", ":", "-", "(", ")",
    }),
    frozenset({
        "forward", "forwards", "backward", "backwards", "anterior", "anteriorly", "ant", "posterior", "posteriorly",
        "post", "inflared", "outflared", "upslipped", "downslipped", "inflare", "outflare", "upslip", "downslip",
    }),
    frozenset({"rotated", "rotation", "rot"}),
)  # fmt: skip


@cache
def _grammar() -> re.Pattern[str]:
    both = r"(?P<both>[NFE]?(?:RS|SR)(?P<b>[LR]))"
    each = r"(?P<each>[NFE]?(?:R(?P<r1>[LR])S[LR]|S[LR]R(?P<r2>[LR])))"
    short = r"(?P<short>NS[LR]R?(?P<n>[LR]))"
    alone = r"(?P<alone>[NFE]?R(?P<a>[LR]))"
    return re.compile(rf"(?:{each}|{both}|{short}|{alone})[NFE]?\Z")


def positions(view: View, statement: Statement) -> Iterator[Position]:
    """Find the positional diagnoses of a statement."""
    for place in view.places(statement):
        if place.structure in _POSITIONED:
            position = (
                _led(view, statement, place) or _shorthand(view, statement, place) or _spelled(view, statement, place)
            )
            if position is not None:
                yield _anew(view, statement, position)
        elif place.region == "rib_cage" and place.segments:
            yield from _held(view, statement, place, _BREATH)
        elif place.structure == "innominate":
            yield from _held(view, statement, place, _ROTATION_OF_ILIUM)
    if (position := _of_last(view, statement)) is not None:
        yield position
    yield from _axes(view, statement)


def listings(view: View, statement: Statement) -> Iterator[Position]:
    """Find the listings of vertebrae, as in `C5 PRS`, `T1 (P-L)`, `C1 ASR`."""
    for place in view.places(statement):
        if place.structure in _POSITIONED:
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


def _of_last(view: View, statement: Statement) -> Position | None:
    """Read a notation that speech gives the vertebra named last before it, as in `L5 is stuck. It's ERS right.`."""
    if statement.turn < 0:
        return None
    starts = [index for index in range(statement.start, statement.end) if _opens(view.norms[index])]
    if not starts or any(place.fixes for place in view.places(statement)):
        return None
    before = view.fixing(Chunk(max(0, statement.start - _BACK), statement.start))[-1:]
    if not before or before[0].structure != "vertebra" or len(before[0].segments) > _OF_A_JOINT:
        return None
    for start in starts:
        rest = range(start, statement.end)
        position = _lettered(view, before[0], rest)
        if position is None and _names_all(view.norms, rest):
            position = _worded(view, before[0], rest)
        if position is not None:
            return position._replace(start=start)
    return None


@lru_cache(maxsize=KEPT)
def _opens(word: str) -> bool:
    """Tell whether a word may open a notation: one of its letters, or how a segment is bent or turned."""
    letters = _letters(word) or ""
    return {"R", "S"} <= {*letters} or word in _OPENING_LETTERS | _BENT_FORWARD_OR_BACK | {"neutral"}


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
        index += 1
        letters += (added or "").replace("B", "").replace("ROT", "R")
        match = _grammar().match(letters)
        if match and (match["alone"] is None or place.structure == "atlanto_axial" or place.segments == ("C1",)):
            side = match["r1"] or match["r2"] or match["b"] or match["n"] or match["a"]
            best = Position(place.start, index, place, None if place.structure in _OPPOSED else _SIDES[side])
    return best


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
    while index < until and view.norms[index] in words("taking_back") | _MARKS:
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
            side = match["r1"] or match["r2"] or match["b"] or match["n"]
            best = Position(start, place.end, place, None if place.structure in _OPPOSED else _SIDES[side])
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


def _held(view: View, statement: Statement, place: Place, manner: Manner) -> Iterator[Position]:
    """Read how a joint is held behind its place: `ribs 4-6 exhaled`, `innominate: R rotated anteriorly`."""
    sides = {side.start: side for side in view.sides(Chunk(place.end, min(place.end + _MOST, statement.end)))}
    said: list[Side] = [side for side in view.sides_before(place.start)[-1:] if side.end == place.start]
    index = place.end
    while index < statement.end and (index in sides or _leads(view.norms, index, manner)):
        if side := sides.get(index):
            said.append(side)
        index = side.end if side else index + 1
    if index >= statement.end or view.norms[index] not in manner.ways:
        return
    end = index + 1
    while end < statement.end and view.norms[end] in manner.after:
        end += 1
    if following := sides.get(end + (view.norms[end : end + 1] in ([","], ["on"]))):
        said.append(following)
        end = following.end
    if end >= statement.end or view.norms[end] not in _OF_MOTION:
        yield Position(place.start, end, place, said[0].value if said else None)


def _leads(norms: Sequence[str], index: int, manner: Manner) -> bool:
    """Tell whether a word may stand before the way a joint is held; a comma only where its rotation is named."""
    if norms[index] in manner.between:
        return True
    turned = _TURNED.intersection(norms[index + 1 : index + 1 + _NEAR_ROTATION])
    return norms[index] == "," and norms[index + 1 : index + 2] != ["no"] and bool(turned)


def _axes(view: View, statement: Statement) -> Iterator[Position]:
    """Find the sacrum's rotation on its axis: `L on L`, `right on left`."""
    for axis in _named_axes(view, statement):
        if not _is_taken_back(view, statement, axis):
            yield axis


def _named_axes(view: View, statement: Statement) -> Iterator[Position]:
    for first, second in pairwise(view.sides(statement)):
        corrected = not _MARKS.isdisjoint(view.norms[second.start : second.end])
        lateral = first.value in _SIDES.values() and second.value in _SIDES.values()
        if lateral and not corrected and _is_axis(view, first, second):
            yield Position(first.start, second.end + _axis_word(view, second.end), None, first.value)


def _is_taken_back(view: View, statement: Statement, axis: Position) -> bool:
    """Tell whether another axis is said in place of one: `left on left torsion, correction, left on right`."""
    following = view.statements_after(statement)[:1]
    until = following[0].end if following and following[0].turn == statement.turn >= 0 else statement.end
    later = next((start for start in _axis_starts(view, statement, following) if start >= axis.end), None)
    if later is None or later >= until:
        return False
    between = view.norms[axis.end : later]
    return _AXIS_WORDS.issuperset(set(between) - words("taking_back") - _MARKS) and not words("taking_back").isdisjoint(
        between
    )


def _axis_starts(view: View, statement: Statement, following: list[Statement]) -> Iterator[int]:
    for one in (statement, *following):
        yield from (axis.start for axis in _named_axes(view, one))


def _is_axis(view: View, first: Side, second: Side) -> bool:
    """Tell whether two sides stand as rotation on axis; `on the left` is a side of its own."""
    between = [word for word in view.norms[first.end : second.start] if word not in {"-", "a", "the"}]
    if between == ["/"]:
        return _is_sacral(view, first, second)
    if between or view.norms[second.start] != "on":
        return between == ["on"]
    return "axis" in view.norms[second.end : second.end + 2]


def _is_sacral(view: View, first: Side, second: Side) -> bool:
    """Tell whether two sides about a slash are those of a sacrum, as in `sacrum: R/R`, `L/R torsion`."""
    before = view.norms[max(0, first.start - _BEFORE_AXIS) : first.start]
    after = view.norms[second.end : second.end + 1]
    return bool(_SACRAL.intersection(before)) or "torsion" in (*before[-1:], *after)


def _axis_word(view: View, end: int) -> int:
    return int(view.norms[end : end + 1] == ["axis"])
