"""Motions that a note measures to both sides, or of a limb: `rot 80 R / 50 L`, `right knee flexion 100 degrees`.

What a joint of a limb should reach is known, so that a number alone tells whether it does. Strength is told by the same
names, as in `knee flexion 4/5` or `knee flexion 5`, and no grade of it is above five.
"""

from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, Region
from scribe.terminology.regions import LIMBS

_BETWEEN = frozenset({
    ",", "/", ";", ":", "-", "°", "%", "deg", "degrees", "percent", "and", "to", "the", "on", "versus", "vs", "is",
    "only", "limited", "measured",
})  # fmt: skip
_UNEQUAL = 10
"""Degrees by which a side lags that is the restricted one."""
_STRONGEST = 5
"""The highest grade of strength."""
_SIDES = 2
_FREE_DEGREES = 76
"""Degrees that a free motion reaches where nothing else tells how far it should go."""
_REACH = 6
"""Words between a motion of a limb and how far it goes, at most."""
_LEADING = _BETWEEN | {
    "at",
    "of",
    "=",
    "about",
    "approx",
    "was",
    "active",
    "passive",
    "actively",
    "passively",
    "rom",
    "(",
}
"""Words between a motion and how far it goes."""
_SPANS = frozenset({"-", "to"})
_DEGREES = frozenset({"°", "deg", "degs", "degree", "degrees"})
_WAYS = {
    **dict.fromkeys(("flex", "flexion", "flexing"), "flexion"),
    **dict.fromkeys(("ext", "extension"), "extension"),
    **dict.fromkeys(("abd", "abduction", "scaption", "elevation"), "abduction"),
    **dict.fromkeys(("ir", "internal rotation", "int rot"), "internal rotation"),
    **dict.fromkeys(("er", "external rotation", "ext rot"), "external rotation"),
    "df": "dorsiflexion",
    "pf": "plantarflexion",
    **dict.fromkeys(("rom", "arom", "prom", "range of motion", "range"), "range"),
}
"""How a motion goes, by the words with which its name ends."""
NORMS_OF_LIMBS: dict[str, dict[str, int]] = {
    "shoulder": {"flexion": 160, "abduction": 160, "upward": 150, "internal rotation": 55, "external rotation": 75},
    "elbow": {"flexion": 130, "range": 130, "supination": 75, "pronation": 70},
    "wrist": {"flexion": 60, "extension": 55},
    "hip": {"flexion": 105, "abduction": 35, "internal rotation": 30, "external rotation": 40},
    "knee": {"flexion": 120, "range": 120},
    "ankle": {"dorsiflexion": 10, "upward": 10, "plantarflexion": 40},
}
"""The least that is normal, by joint."""

NORMS_OF_SPINE: dict[tuple[Region | None, str], int] = {
    ("cervical", "flexion"): 45, ("cervical", "extension"): 55, ("cervical", "rotation"): 75,
    ("cervical", "bending"): 35, ("lumbar", "flexion"): 60, ("lumbar", "extension"): 25, ("lumbar", "bending"): 20,
    ("thoracic", "rotation"): 30,
}  # fmt: skip
"""The least that is normal of a spine, by region and way."""


class _Range(NamedTuple):
    """How far a motion goes to one side."""

    side: Laterality
    """The side."""
    degrees: int
    """How far it goes."""
    whole: int | None
    """How far it should go, where that is written."""


def measured_in_limb(scene: Scene, motion: Hit) -> tuple[Found, ...] | None:
    """Read the number of degrees of a motion of a limb; None where no such number, or of another motion, is written.

    Args:
        scene: The statement.
        motion: The motion.
    """
    if scene.statement.turn < 0 and (lacking := _lacking(scene, motion)) is not None:
        return (Found("restriction", "present", (motion, lacking)),)
    norm = _norm(scene, motion)
    at = _measured_at(scene, motion) if norm is not None and scene.statement.turn < 0 else None
    if norm is None or at is None:
        return None
    degrees, whole = int(scene.view.norms[at]), _whole(scene, at)
    graded = whole == _STRONGEST or (degrees <= _STRONGEST and scene.view.tokens.word(at + 1) not in _DEGREES)
    if graded or degrees >= (whole or norm):
        return ()
    return (Found("restriction", "present", (motion, Chunk(at, at + 1))),)


def _lacking(scene: Scene, motion: Hit) -> Chunk | None:
    """Return the words for the degrees that a motion of a limb falls short by, as in `knee extension lacks 5`."""
    place = scene.attach(motion)[0].place
    if place is None or place.region not in LIMBS | {"pelvic"}:
        return None
    for at in range(motion.end, min(motion.end + _REACH, scene.chunk(motion).end - 1)):
        if scene.view.norms[at] in words("lacking") and scene.view.norms[at + 1].isdecimal():
            return Chunk(at, at + 2)
    return None


def _norm(scene: Scene, motion: Hit) -> int | None:
    """Return what a motion of a limb should reach at least; None for any other, or one without a norm."""
    named = scene.attach(motion)[0].place
    said = motion.term.text.split()
    way = _WAYS.get(" ".join(said[-2:])) or _WAYS.get(said[-1]) or said[-1]
    return NORMS_OF_LIMBS.get(named.structure, {}).get(way) if named is not None and named.structure else None


def _measured_at(scene: Scene, motion: Hit) -> int | None:
    """Return the index of the number of degrees that is written right behind a motion."""
    norms, last = scene.view.norms, min(motion.end + _REACH, scene.chunk(motion).end)
    sided = {index for side in scene.view.sides(scene.chunk(motion)) for index in range(side.start, side.end)}
    light = (at for at in range(motion.end, last) if not (norms[at] in _LEADING or at in sided))
    at = next(light, None)
    if at is None or not norms[at].isdecimal():
        return None
    spans = scene.view.tokens.word(at + 1) in _SPANS and scene.view.tokens.word(at + 2).isdecimal()
    return at + 2 if spans else at  # From where to where it goes, as in `0-110`.


def _whole(scene: Scene, at: int) -> int | None:
    """Return of how many degrees a number is, where that is written, as in `110/180`."""
    whole = scene.view.tokens.word(at + 2)
    return int(whole) if scene.view.tokens.word(at + 1) == "/" and whole.isdecimal() else None


def measured_both_ways(scene: Scene, motion: Hit) -> tuple[Found, ...] | None:
    """Read a motion measured to both sides: the side that lags is restricted, or both are; None for any other.

    Args:
        scene: The statement.
        motion: The motion.
    """
    if scene.statement.turn >= 0:
        return None
    motions = scene.terms("tart", "motion")
    named = motions[-1] if motion.term.text == "rom" else motion
    if named.term.role != "motion":
        return None  # `Motion palpation` names no motion.
    same = [hit for hit in motions if hit.term.text == named.term.text]
    ranges, end = _ranges(scene, same[0])
    strength = any(one.whole == _STRONGEST for one in ranges) or all(one.degrees <= _STRONGEST for one in ranges)
    if strength or {one.side for one in ranges} != {"left", "right"} or motion.start >= end:
        return None
    least, most = sorted(ranges, key=lambda one: one.degrees)
    norm = _norm(scene, named) or _FREE_DEGREES
    short = [one for one in ranges if one.degrees < (one.whole or norm)]
    lags = least.whole is None and most.degrees - least.degrees >= _UNEQUAL
    if motion != same[0] or not short:
        return ()
    side: Laterality = least.side if lags or len(short) == 1 else "bilateral"
    return (Found("restriction", "present", (motion, Chunk(end - 1, end)), laterality=side),)


def _ranges(scene: Scene, motion: Hit) -> tuple[list[_Range], int]:
    """Return the first two sided ranges that are written behind a motion, and the index after them."""
    norms, last = scene.view.norms, scene.statement.end
    sides = {side.start: side.value for side in scene.view.sides(scene.statement)}
    named, ranges, degrees, whole = sides.get(motion.start - 1), list[_Range](), 0, None
    index = motion.end
    while index < last and len(ranges) < _SIDES:
        word = norms[index]
        if index in sides:
            named = sides[index]
        elif word.isdecimal():
            degrees, whole = int(word), None
            if index + 2 < last and norms[index + 1] == "/" and norms[index + 2].isdecimal():
                whole = int(norms[index + 2])
                index += 2
        elif word not in _BETWEEN and word != motion.term.text:
            break
        index += 1
        if named and degrees:
            ranges.append(_Range(named, degrees, whole))
            named, degrees = None, 0
    return ranges, index
