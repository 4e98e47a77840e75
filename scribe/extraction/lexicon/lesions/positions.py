"""How joints are positioned: vertebrae by notation, ribs by a breath, an innominate by a way, a sacrum by an axis.

hold     := innominate and the way it is rotated or slipped
breath   := ribs held in inhalation or exhalation
axis     := a side on a side, as in `left on left`
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.lesions.notation import (
    MARKS,
    POSITIONED,
    Position,
    notated,
    of_vertebra_named_last,
)
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.saying import holding, whole
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_LONGEST_WAY = 8
_NEAR_NAME = 4
_BEFORE_AXIS = 3
_BETWEEN_SIDES = frozenset({"-", "a", "the"})
_TO_AXIS = _BETWEEN_SIDES | {"on", "/"}
"""Words one of which follows a side that is followed by its axis."""
_SACRAL = frozenset({"sacrum", "sacral"})
_AFTERTHOUGHTS = 4
"""Statements in which another axis may be said in place of one."""
_REFUSING = frozenset({"no", "nope", "sorry", "wait", "scratch", "strike", "wrong", "correction"})
_TO_NEXT_SIDE = 2
_AXIS_WORDS = frozenset({"sacral", "sacrum", "torsion", "axis", "it", "it's", "is", "a"})
_TURNED = frozenset({
    "rotated", "rotation", "rot", "upslip", "upslipped", "downslip", "downslipped", "inflare", "inflared", "outflare",
    "outflared",
})  # fmt: skip
_OF_MOTION = frozenset({
    "restricted", "restriction", "restrictions", "limited", "limitation", "motion", "reduced", "decreased", "excursion",
    "glide", "gliding", "spring", "springing", "shear", "full", "free", "phase", "movement", "normal", "symmetric",
    "poor", "good",
})  # fmt: skip
"""Words that make a way or a breath one of testing and not of holding."""


class Manner(NamedTuple):
    """How a kind of joint is said to be held."""

    between: frozenset[str]
    """Words between the joint and the way it is held."""
    ways: frozenset[str]
    """Words for the way."""
    after: frozenset[str]
    """Words behind the way."""


_AROUND_BREATH = frozenset({
    ":", "-", ",", "(", ")", "is", "are", "held", "stuck", "fixed", "in", "an", "group", "down", "up", "that", "that's",
    "it", "it's", "one",
})  # fmt: skip
"""Words between a rib and how it is held."""
_BREATH = Manner(
    _AROUND_BREATH,
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


@lru_cache(maxsize=1)
def positioned(view: View) -> tuple[Place, ...]:
    """Return the joints of a document that have a notation, a breath or a way of their own, in order."""
    return tuple(filter(_has_manner, view.places(whole(view))))


def _has_manner(place: Place) -> bool:
    ribs = place.region == "rib_cage" and bool(place.segments)
    return ribs or place.structure == "innominate" or place.structure in POSITIONED


@lru_cache(maxsize=1)
def may_turn(view: View) -> frozenset[int]:
    """Return where the statements start that may name a side and its axis."""
    pairs = pairwise(view.sides(whole(view)))
    leading = (one.start for one, other in pairs if other.start <= one.end or view.norms[one.end] in _TO_AXIS)
    return holding(view, leading)


def positions(view: View, statement: Statement) -> Iterator[Position]:
    """Find the positional diagnoses of a statement."""
    for place in view.places(statement):
        if place.structure in POSITIONED:
            if (position := notated(view, statement, place)) is not None:
                yield position
        elif place.region == "rib_cage" and place.segments:
            yield from _held(view, statement, place, _BREATH)
        elif place.structure == "innominate":
            yield from _held(view, statement, place, _ROTATION_OF_ILIUM)
    if (position := of_vertebra_named_last(view, statement)) is not None:
        yield position
    yield from _axes(view, statement)


def _held(view: View, statement: Statement, place: Place, manner: Manner) -> Iterator[Position]:
    """Read how a joint is held behind its place: `ribs 4-6 exhaled`, `innominate: R rotated anteriorly`."""
    sides = {side.start: side for side in view.sides(Chunk(place.end, min(place.end + _LONGEST_WAY, statement.end)))}
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
    turned = _TURNED.intersection(norms[index + 1 : index + 1 + _NEAR_NAME])
    return norms[index] == "," and norms[index + 1 : index + 2] != ["no"] and bool(turned)


def _axes(view: View, statement: Statement) -> Iterator[Position]:
    """Find the sacrum's rotation on its axis: `L on L`, `right on left`."""
    for axis in _named_axes(view, statement):
        if not _is_taken_back(view, statement, axis):
            yield axis


def _named_axes(view: View, statement: Statement) -> Iterator[Position]:
    for first, second in pairwise(_sides_of(view, statement)):
        corrected = not MARKS.isdisjoint(view.norms[second.start : second.end])
        lateral = {first.value, second.value} <= {"left", "right"}
        if lateral and not corrected and _is_axis(view, first, second):
            yield Position(first.start, second.end + _axis_word(view, second.end), None, first.value)


def _sides_of(view: View, statement: Statement) -> list[Side]:
    """Return the sides of a statement, and the one behind a side that the next statement has set right."""
    sides = view.sides(statement)
    if sides and sides[-1].end > statement.end:
        sides += view.sides(Chunk(sides[-1].end, sides[-1].end + _TO_NEXT_SIDE))
    return sides


def _is_taken_back(view: View, statement: Statement, axis: Position) -> bool:
    """Tell whether another axis is said in place of one: `left on left torsion, correction, left on right`."""
    following = [one for one in view.statements_after(statement)[:_AFTERTHOUGHTS] if one.turn == statement.turn >= 0]
    later = next((start for start in _axis_starts(view, statement, following) if start >= axis.end), None)
    if later is None:
        return False
    if _is_refused(view, statement, axis):
        return True
    between = view.norms[axis.end : later]
    return _AXIS_WORDS.issuperset(set(between) - words("taking_back") - MARKS) and not words("taking_back").isdisjoint(
        between
    )


def _is_refused(view: View, statement: Statement, axis: Position) -> bool:
    """Tell whether a statement ends by taking an axis back, for another one to come: `Left on left... no.`."""
    rest = [word for word in view.norms[axis.end : statement.end] if word not in MARKS]
    return statement.turn >= 0 and bool(rest) and rest[-1] in _REFUSING and _AXIS_WORDS.issuperset(rest[:-1])


def _axis_starts(view: View, statement: Statement, following: list[Statement]) -> Iterator[int]:
    for one in (statement, *following):
        yield from (axis.start for axis in _named_axes(view, one))


def _is_axis(view: View, first: Side, second: Side) -> bool:
    """Tell whether two sides stand as rotation on axis; `on the left` is a side of its own."""
    between = [word for word in view.norms[first.end : second.start] if word not in _BETWEEN_SIDES]
    if between == ["/"]:
        return _is_sacral(view, first, second)
    if between or view.norms[second.start] != "on":
        return between == ["on"]
    return "axis" in view.norms[second.end : second.end + 2]


_BEFORE_TORSION = 2
"""Words within which a torsion is named, as in `R/L sacral torsion`."""


def _is_sacral(view: View, first: Side, second: Side) -> bool:
    """Tell whether two sides about a slash are those of a sacrum, as in `sacrum: R/R`, `L/R torsion`."""
    before = view.norms[max(0, first.start - _BEFORE_AXIS) : first.start]
    after = view.norms[second.end : second.end + _BEFORE_TORSION]
    return bool(_SACRAL.intersection(before)) or "torsion" in (*before[-1:], *after)


def _axis_word(view: View, end: int) -> int:
    return int(view.norms[end : end + 1] == ["axis"])
