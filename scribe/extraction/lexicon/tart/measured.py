"""Motions of a note measured to both sides: `rot 80 R / 50 L`, `rotation L 50/80, R 45/80`, `R rot 45/80, L rot 50`."""

from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Laterality

_BETWEEN = frozenset({
    ",", "/", ";", ":", "-", "°", "%", "deg", "degrees", "percent", "and", "to", "the", "on", "versus", "vs", "is",
    "only", "limited", "measured",
})  # fmt: skip
_UNEQUAL = 10
"""Degrees by which a side lags that is the restricted one."""
_STRONGEST = 5
"""The highest grade of strength."""
_SIDES = 2
_FREE = 76
"""Degrees that a free motion reaches where the note does not say how far it should go."""


class _Range(NamedTuple):
    """How far a motion goes to one side."""

    side: Laterality
    """The side."""
    degrees: int
    """How far it goes."""
    whole: int | None
    """How far it should go, where that is written."""

    @property
    def is_short(self) -> bool:
        return self.degrees < (self.whole or _FREE)


def measured_both_ways(scene: Scene, motion: Hit) -> tuple[Found, ...] | None:
    """Read a motion measured to both sides: the side that lags is restricted, or both are; None for any other."""
    if scene.statement.turn >= 0:
        return None
    motions = scene.terms("tart", "motion")
    named = motions[-1] if motion.term.text == "rom" else motion
    same = [hit for hit in motions if hit.term.text == named.term.text]
    ranges, end = _ranges(scene, same[0])
    strength = any(one.whole == _STRONGEST or one.degrees <= _STRONGEST for one in ranges)
    if strength or {one.side for one in ranges} != {"left", "right"} or motion.start >= end:
        return None
    least, most = sorted(ranges, key=lambda one: one.degrees)
    short = [one for one in ranges if one.is_short]
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
