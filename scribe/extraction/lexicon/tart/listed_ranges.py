"""Motions that a note lists with how far each goes: `Fl full, Ext 1/2, RR 3/4`, `flex -25%, LLF --`, `decr L rot`.

Each motion has its amount beside it: a part of what is normal, degrees, a word, or minus signs. One motion alone is
no list; what it says is read by its words.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
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
_COUNTED = frozenset({"reps", "rep", "x", "times", "sets", "set", "sec", "secs", "seconds", "min", "cm", "in", "lb"})
"""What a number counts that measures no motion."""
_NORMS: dict[tuple[Region | None, str], int] = {
    ("cervical", "flexion"): 45, ("cervical", "extension"): 55, ("cervical", "rotation"): 75,
    ("cervical", "bending"): 35, ("lumbar", "flexion"): 60, ("lumbar", "extension"): 25, ("lumbar", "bending"): 20,
    ("thoracic", "rotation"): 30,
}  # fmt: skip
"""The least that is normal, in degrees."""
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
    told = [one for one in _motions(scene) if one.amount is not None]
    region = scene.attach(Chunk(told[0].start, told[0].start + 1))[0].region if len(told) >= _FEWEST else None
    if region not in _REGIONS:
        return [], frozenset()
    covered = (range(*_span(one)) for one in told)
    return [*_judged(region, told)], frozenset(index for one in covered for index in one)


def _span(motion: _Motion) -> Chunk:
    """Return the words of a motion and its amount."""
    end = motion.amount.end if motion.amount else motion.start
    return Chunk(motion.start, max(end, motion.start + 1))


def _judged(region: Region | None, told: list[_Motion]) -> Iterator[Found]:
    short = [one for one in told if _falls_short(region, one, told)]
    full = [one for one in told if one.amount is not None and one.amount.short is False]
    yield from _by_side("present", short)
    yield from _by_side("absent", full)


def _by_side(assertion: Assertion, motions: list[_Motion]) -> Iterator[Found]:
    """Yield one finding for each side, and one for both where a motion is alike to both."""
    ways = {way: {one.side for one in motions if one.way == way} for way in {one.way for one in motions}}
    sided = [(one, "bilateral" if _BOTH <= ways[one.way] else one.side) for one in motions]
    for side in dict.fromkeys(side for _, side in sided):
        first = next(one for one, other in sided if other == side)
        yield Found("restriction", assertion, (_span(first),), None, side, "tart.motion")  # type: ignore[arg-type]  # a side or both


def _falls_short(region: Region | None, motion: _Motion, told: list[_Motion]) -> bool:
    """Tell whether a motion is short of what is written beside it, of the other side, or of what is normal."""
    amount = motion.amount
    if amount is None or amount.short is not None:
        return amount is not None and bool(amount.short)
    pair = [one.amount.degrees for one in told if one.way == motion.way and one.amount and one.amount.short is None]
    if len(pair) > 1 and max(pair) - min(pair) >= _UNEQUAL:
        return amount.degrees == min(pair)
    norm = _NORMS.get((region, motion.way))
    return norm is not None and amount.degrees < norm


def _motions(scene: Scene) -> Iterator[_Motion]:
    """Yield the motions that a statement names, each with the amount beside it."""
    norms, end = scene.view.norms, scene.statement.end
    sides = {side.start: side for side in scene.view.sides(scene.statement)}
    named: _Motion | None = None
    ahead: _Amount | None = None
    side: Laterality | None = None
    at = scene.statement.start
    while at < end:
        name = _name(scene, at)
        if name is not None:
            if named is not None:
                yield named
            way, own, after = name
            named = _Motion(way, own or side, at, ahead and ahead._replace(end=after))
            side, ahead, at = None, None, after
        elif at in sides:
            value, at = sides[at].value, max(at + 1, sides[at].end)
            if named is None or _names_next(scene, at):
                side = value
            elif named.side is None:
                named = named._replace(side=value)
            elif named.amount is not None:
                yield named
                named = _Motion(named.way, value, named.start)
        elif (amount := _amount(scene, at)) is not None:
            if named is not None and named.amount is None:
                named = named._replace(amount=amount)
            elif named is not None and named.side is not None and norms[at].isdecimal():
                yield named
                named = _Motion(named.way, None, at, amount)
            elif named is not None and named.amount is not None and named.amount.end == at:
                named = named._replace(amount=named.amount._replace(end=amount.end))
            elif norms[at].isalpha():
                ahead = amount
            at = amount.end
        else:
            if norms[at] not in _LIGHT and norms[at] not in {",", ";", "-", "%", "."}:
                if named is not None:
                    yield named
                named, ahead, side = None, None, None
            at += 1
    if named is not None:
        yield named


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


def _names_next(scene: Scene, at: int) -> bool:
    """Tell whether a side stands before the motion that it belongs to, as in `flex 40, R rot 50`."""
    return at < scene.statement.end and _name(scene, at) is not None


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
        return _Amount(short=False, degrees=0, end=at + 1)
    return _measure(int(word), after, at) if word.isdecimal() else None


def _measure(number: int, after: list[str], at: int) -> _Amount | None:
    """Return how far a motion goes by a number and the words after it; None for what is no range."""
    if after[0] == "/" and after[1].isdecimal():
        whole = int(after[1])
        return None if whole == _STRONGEST else _Amount(short=number < whole, degrees=0, end=at + 3)
    if after[0] == "%":
        return _Amount(short=number < _FULL_PERCENT, degrees=0, end=at + 2)
    if after[0] in _COUNTED:
        return None
    told = [word for word in after if word not in _DEGREES]
    whole = next((word for word in told[1:] if word not in _FULL | words("full")), "")
    if told[0] in {"(", "of"} and whole.isdecimal():
        return _Amount(short=number < int(whole), degrees=0, end=at + 2 + after.index(whole))
    return _Amount(short=None, degrees=number, end=at + 1)
