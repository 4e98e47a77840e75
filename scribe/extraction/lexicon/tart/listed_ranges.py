"""Motions that a note lists with how far each goes: `Fl full, Ext 1/2, RR 3/4`, `flex -25%, LLF --`, `decr L rot`.

Each motion has its amount beside it: a part of what is normal, degrees, a word, or minus signs. One motion alone is
no list; what it says is read by its words.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.measured import NORMS_OF_SPINE
from scribe.extraction.lexicon.view.saying import saying, writing
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality, Region

_WAYS = {
    **dict.fromkeys(("f", "fl", "flex", "flexion", "fb", "ff"), "flexion"),
    **dict.fromkeys(("e", "ex", "ext", "extension", "bb"), "extension"),
    **dict.fromkeys(("rot", "rotation", "rr", "lr", "rrot", "lrot", "turns", "rotates"), "rotation"),
    **dict.fromkeys(("lf", "sf", "sb", "sidebending", "sidebend", "sideflexion", "latflex"), "bending"),
    **dict.fromkeys(("llf", "lsf", "lsb", "llb", "rlf", "rsf", "rsb", "rlb"), "bending"),
}
"""The ways a spine moves, by the words and letters for them."""
_SIDED: dict[str, Laterality] = {
    **dict.fromkeys(("lr", "lrot", "llf", "lsf", "lsb", "llb"), "left"),
    **dict.fromkeys(("rr", "rrot", "rlf", "rsf", "rsb", "rlb"), "right"),
}
"""The sides that letters name by themselves."""
_SIDEWAYS = frozenset({"lateral", "lat", "side"})
_BENT = frozenset({"flexion", "flex", "bend", "bending", "flexing"})
_FORWARD = frozenset({"forward", "fwd"})
_BACKWARD = frozenset({"backward", "back", "bwd"})
_LIGHT = frozenset({
    ",", ";", "-", "%", ".",
    ":", "=", "/", "(", ")", "of", "in", "to", "is", "was", "at", "and", "the", "°", "deg", "degs", "degrees", "only",
    "rom", "arom", "prom", "within", "about", "approx", "~", "|", "_", "with", "w",
})  # fmt: skip
"""Words between a motion and its amount, or its side."""
_DEGREES = frozenset({"°", "deg", "degs", "degrees", "/"})
_FULL = frozenset({"n", "nl", "norm", "wfl", "nil", "ok", "nad"})
_SHORT = frozenset({
    "min", "minimal", "minimally", "mod", "moderate", "moderately", "major", "marked", "markedly", "mild", "mildly",
    "sev", "severe", "severely", "slight", "slightly", "ltd", "lim", "restr", "sl",
})  # fmt: skip
"""Grades of loss, with which a list tells how far a motion goes."""
_REGIONS: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})
_RANGED = frozenset({"rom", "arom", "prom", "range", "motion", "mobility"})
"""Words of a list in which one letter names a motion."""
_FULL_PERCENT = 90
_STRONGEST = 5
_UNEQUAL = 10
_FEWEST = 2
_BOTH: frozenset[Laterality | None] = frozenset({"left", "right"})


class _Amount(NamedTuple):
    """How far a motion goes."""

    short: bool | None
    """Whether it falls short; None where the norm of its way and region has to tell."""
    degrees: int
    """How many degrees it goes, where nothing is written that they are held against."""
    end: int
    """Index after the words for it."""
    worded: bool = False
    """Whether a word says so, and no number."""


class _Motion(NamedTuple):
    """One motion of a list."""

    way: str
    """How it goes."""
    side: Laterality | None
    """Where to."""
    start: int
    """Index of its first word."""
    amount: _Amount | None = None
    """How far it goes."""


@lru_cache(maxsize=1)
def may_list_ranges(view: View) -> frozenset[int]:
    """Return where the written statements start that name a motion of the spine."""
    return writing(view) & saying(view, frozenset(_WAYS))


def listed_ranges(scene: Scene) -> tuple[list[Found], frozenset[int]]:
    """Read the motions of a list, each with its amount: what falls short, and what is full where nothing does.

    Args:
        scene: The statement.

    Returns:
        What is found, and where the words stand that tell it.
    """
    if scene.statement.start not in may_list_ranges(scene.view):
        return [], frozenset()
    told = [one for one in _List(scene).read() if one.amount is not None]
    listed = len({one.start for one in told}) >= _FEWEST or any(_stands_alone(scene, one) for one in told)
    region = scene.attach(Chunk(told[0].start, told[0].start + 1))[0].region if listed else None
    if region not in _REGIONS:
        return [], frozenset()
    headed = (at for at in range(*scene.statement[:2]) if scene.view.norms[at] in _RANGED)
    covered = (index for one in told for index in range(*_span(one)))
    return [*_judged(region, told)], frozenset((*headed, *covered))


def _stands_alone(scene: Scene, motion: _Motion) -> bool:
    """Tell whether letters name a motion with its side, and what it is held against is written: `RR: 60/80`."""
    weighed = motion.amount is not None and not {"/", "%"}.isdisjoint(scene.words(_span(motion)))
    return weighed and scene.view.norms[motion.start] in _SIDED


def _span(motion: _Motion) -> Chunk:
    """Return the words of a motion and its amount."""
    end = motion.amount.end if motion.amount else motion.start
    return Chunk(motion.start, max(end, motion.start + 1))


def _judged(region: Region | None, told: list[_Motion]) -> Iterator[Found]:
    short = [one for one in told if _falls_short(region, one, told)]
    full = [one for one in told if one.amount and one.amount.short is False and (one.amount.worded or not short)]
    yield from _by_side("present", short)
    yield from _by_side("absent", full)


def _by_side(assertion: Assertion, motions: list[_Motion]) -> Iterator[Found]:
    """Yield one finding for each side, and one for both where a motion is alike to both."""
    ways = {way: {one.side for one in motions if one.way == way} for way in {one.way for one in motions}}
    sided: list[tuple[_Motion, Laterality | None]] = [
        (one, "bilateral" if ways[one.way] >= _BOTH else one.side) for one in motions
    ]
    for side in dict.fromkeys(side for _, side in sided):
        first = next(one for one, other in sided if other == side)
        yield Found("restriction", assertion, (_span(first),), None, side, "tart.motion")


def _falls_short(region: Region | None, motion: _Motion, told: list[_Motion]) -> bool:
    """Tell whether a motion is short of what is written beside it, of the other side, or of what is normal."""
    amount = motion.amount
    if amount is None or amount.short is not None:
        return amount is not None and bool(amount.short)
    pair = [one.amount.degrees for one in told if one.way == motion.way and one.amount and one.amount.short is None]
    if len(pair) > 1 and max(pair) - min(pair) >= _UNEQUAL:
        return amount.degrees == min(pair)
    norm = NORMS_OF_SPINE.get((region, motion.way))
    return norm is not None and amount.degrees < norm


class _List:
    """The motions of a statement, read word by word, each with the amount beside it."""

    def __init__(self, scene: Scene) -> None:
        """Begin before the first word of a statement."""
        self._scene = scene
        self._sides = {side.start: side for side in scene.view.sides(scene.statement)}
        self._motion: _Motion | None = None
        self._ahead: _Amount | None = None
        """What stands before the motion that it belongs to, as in `decr L rot`."""
        self._side: Laterality | None = None
        """The side that does."""
        self.motions = list[_Motion]()

    def read(self) -> list[_Motion]:
        """Return the motions that the statement names."""
        at = self._scene.statement.start
        while at < self._scene.statement.end:
            at = self._take(at)
        self._close()
        return self.motions

    def _take(self, at: int) -> int:
        """Take in the words at an index, and return the index after them."""
        if (name := _name(self._scene, at)) is not None:
            return self._take_name(at, *name)
        if at in self._sides:
            return self._take_side(self._sides[at].value, max(at + 1, self._sides[at].end))
        if (amount := _amount(self._scene, at)) is not None:
            self._take_amount(at, amount)
            return amount.end
        if self._scene.view.norms[at] not in _LIGHT:
            self._close()
            self._ahead = self._side = None
        return at + 1

    def _take_name(self, at: int, way: str, side: Laterality | None, end: int) -> int:
        self._close()
        self._motion = _Motion(way, side or self._side, at, self._ahead and self._ahead._replace(end=end))
        self._ahead = self._side = None
        return end

    def _take_side(self, side: Laterality, end: int) -> int:
        """Give a side to the motion behind it, as in `flex 40, R rot 50`, or to the one before, as in `rot R 50`."""
        motion = self._motion
        if motion is None or (end < self._scene.statement.end and _name(self._scene, end) is not None):
            self._side = side
        elif motion.side is None:
            self._motion = motion._replace(side=side)
        elif motion.amount is not None:
            self._close()
            self._motion = _Motion(motion.way, side, motion.start)
        return end

    def _take_amount(self, at: int, amount: _Amount) -> None:
        motion, word = self._motion, self._scene.view.norms[at]
        if motion is not None and motion.amount is None:
            self._motion = motion._replace(amount=amount)
        elif motion is not None and motion.side is not None and word.isdecimal():
            self._close()
            self._motion = _Motion(motion.way, None, at, amount)
        elif motion is not None and motion.amount is not None and motion.amount.end == at:
            self._motion = motion._replace(amount=motion.amount._replace(end=amount.end))
        elif word.isalpha():
            self._ahead = amount

    def _close(self) -> None:
        """End the motion that is read, if one is."""
        if self._motion is not None:
            self.motions.append(self._motion)
        self._motion = None


def _name(scene: Scene, at: int) -> tuple[str, Laterality | None, int] | None:
    """Return the way that words name, the side that their letters name, and the index after them."""
    norms, word = scene.view.norms, scene.view.norms[at]
    after = norms[at + 1] if at + 1 < scene.statement.end else ""
    if word in _SIDEWAYS and after in _BENT:
        return "bending", None, at + 2
    if word in _FORWARD and after in _BENT:
        return "flexion", None, at + 2
    if word in _BACKWARD and after in _BENT:
        return "extension", None, at + 2
    named = word in _WAYS and (len(word) > 1 or not _RANGED.isdisjoint(scene.said))
    return (_WAYS[word], _SIDED.get(word), at + 1) if named else None


def _amount(scene: Scene, at: int) -> _Amount | None:
    """Return how far a motion goes, by the words at an index."""
    norms, end = scene.view.norms, scene.statement.end
    word, after = norms[at], [*norms[at + 1 : min(at + 6, end)], "", "", ""]
    if word == "-" and after[0].isdecimal() and after[1] == "%":
        return _Amount(short=True, degrees=0, end=at + 3)
    if word == "-" and not after[0].isalnum():
        return _Amount(short=True, degrees=0, end=at + 1)
    if word in words("limited") or word in _SHORT:
        return _Amount(short=True, degrees=0, end=at + 1)
    if word in words("full") or word in _FULL:
        return _Amount(short=False, degrees=0, end=at + 1, worded=True)
    return _measure(int(word), after, at) if word.isdecimal() else None


def _measure(number: int, after: list[str], at: int) -> _Amount | None:
    """Return how far a motion goes by a number and the words after it; None for what is no range."""
    if after[0] == "/" and after[1].isdecimal():
        whole = int(after[1])
        return None if whole == _STRONGEST else _Amount(short=number < whole, degrees=0, end=at + 3)
    if after[0] == "%":
        return _Amount(short=number < _FULL_PERCENT, degrees=0, end=at + 2)
    told = [word for word in after if word not in _DEGREES]
    weighed = next((word for word in told[1:] if word not in _FULL | words("full")), "")
    if told[0] in {"(", "of"} and weighed.isdecimal():
        return _Amount(short=number < int(weighed), degrees=0, end=at + 2 + after.index(weighed))
    return _Amount(short=None, degrees=number, end=at + 1)
