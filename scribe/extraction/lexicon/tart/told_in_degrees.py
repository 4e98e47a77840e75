"""Motions that speech measures: `Neck rotation is fifty to the left and eighty to the right`, `the knee bends to 100`.

What a motion should reach at least is known. That it does is told where the other side falls short, where both sides
are measured, or where somebody calls it normal.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene, place_of, scenes
from scribe.extraction.lexicon.tart.bidden_motions import bidden_before, moved_region
from scribe.extraction.lexicon.tart.degrees_said import Said, degrees_said, number_words
from scribe.extraction.lexicon.tart.followed_motions import clauses
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.measured import NORMS_OF_LIMBS
from scribe.extraction.lexicon.view.saying import saying, siding
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.schema import Assertion, Laterality, Region
from scribe.terminology.regions import LIMBS

_WAYS = {
    **dict.fromkeys(("flexion", "flex", "flexes", "flexing", "bends", "bend", "bending", "elevation"), "flexion"),
    **dict.fromkeys(("extension", "extends", "extending"), "extension"),
    **dict.fromkeys(
        ("rotation", "rotates", "rotating", "turning", "turns", "turn", "looking", "rotate", "twist", "twisting"),
        "rotation",
    ),
    **dict.fromkeys(("sidebending", "sidebend", "sidebends", "tilting", "tilt"), "side"),
    **dict.fromkeys(("abduction", "abducts"), "abduction"),
    "dorsiflexion": "dorsiflexion",
    "plantarflexion": "plantarflexion",
    "supination": "supination",
    "pronation": "pronation",
}
_NARROWED = {
    ("side", "bending"): "side",
    ("side", "bend"): "side",
    ("side", "bends"): "side",
    ("lateral", "flexion"): "side",
    ("lateral", "bending"): "side",
    ("internal", "rotation"): "internal rotation",
    ("external", "rotation"): "external rotation",
    ("bends", "back"): "extension",
    ("bending", "back"): "extension",
    ("bend", "back"): "extension",
    ("looking", "up"): "extension",
    ("looking", "down"): "flexion",
    ("comes", "up"): "upward",
    ("goes", "up"): "upward",
    ("bends", "up"): "upward",
    ("lifts", "to"): "upward",
}
"""Pairs of words for the way something moves, which say more than one of them alone."""
_NORMS: dict[tuple[Region | None, str], int] = {
    ("cervical", "flexion"): 45,
    ("cervical", "extension"): 50,
    ("cervical", "rotation"): 70,
    ("cervical", "side"): 35,
    ("thoracic", "rotation"): 30,
    ("lumbar", "flexion"): 60,
    ("lumbar", "extension"): 20,
    ("lumbar", "side"): 20,
}
"""The least that is normal of a spine."""
_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})
_SHORT = frozenset({"limited", "restricted", "stops", "stop", "stopped", "quits", "barely", "hardly"})
_NORMAL = frozenset({"normal", "full", "fine", "everything"})
_FORMERLY = frozenset({"last", "ago", "had", "was", "were", "before", "previously", "wrote", "used"})
"""Words that tell of another day."""
_LIGHT = frozenset({
    "to", "the", "on", "that's", "that", "it", "it's", "is", "you", "you're", "you've", "he", "she", "he's", "she's",
    "gets", "get", "got", "getting", "goes", "go", "comes", "about", "maybe", "only", "just", "around", "roughly",
    "say", "call", "of", "at", "in", "a", "so", "mm", "um", "uh", "side", "way", "okay", "ok", "and", "now", "for",
    "recorder", "record", "your", "his", "her", "up", "out", "lateral", "internal", "external", "range", "motion",
    "active", "passive", "actively", "passively", "measured", "measures", "i", "have", "has", "with", "lacks",
    "forward", "back", "down", "looking", "like", "tops", "ish", "where", "there", "we're", "then", "joint", "each",
    "all", "but", "both", "sides", "ways", "one", "other", "left", "right", "short", "pain",
    "painful", "pulling", "discomfort", "trunk", "torso", "lifts",
})  # fmt: skip
"""Words beside a motion and how far it goes."""
_LACKING = frozenset({"lacks", "lacking", "short", "missing", "shy"})
"""Words behind which stand the degrees that a motion does not reach."""
_DEGREES = frozenset({"degree", "degrees"})
_ZERO = frozenset({"zero", "0"})


class _Measure(NamedTuple):
    """How far a motion goes."""

    clause: Chunk
    """The words that tell."""
    region: Region
    """What moves."""
    way: str
    """How it moves."""
    side: Laterality | None
    """The side to which it goes, or of the limb."""
    short: bool
    """Whether that is less than it should be."""


class _Course(NamedTuple):
    """What the clauses of a statement speak of, one after the other."""

    region: Region | None = None
    """What moves."""
    structure: str = ""
    """The joint that was named."""
    way: str = ""
    """How it moves."""
    side: Laterality | None = None
    """The side that the clause names."""
    pending: Laterality | None = None
    """The side that the clause before only named, as in `to the left, fifty`."""
    limb_side: Laterality | None = None
    """The side of the limb that was measured last."""
    bidden: bool = False
    """Whether the motion is only the one that was asked for."""


@cache
def _light() -> frozenset[str]:
    return _LIGHT | _SHORT | _NORMAL | _LACKING | frozenset(_WAYS)


@lru_cache(maxsize=1)
def may_tell_degrees(view: View) -> frozenset[int]:
    """Return where the statements start that have a number, and a side or the name of a motion."""
    return saying(view, number_words()) & (saying(view, frozenset(_WAYS) | {"side", "lateral"}) | siding(view))


def told_in_degrees(scene: Scene) -> list[Found]:
    """Return how far the motions go that a spoken statement measures."""
    statement = scene.statement
    if statement.turn < 0 or statement.start not in may_tell_degrees(scene.view):
        return []
    measures, normal = _measures(scene)
    short = [one for one in measures if one.short]
    held = {(one.region, one.side) for one in short}
    beside = [*short, *_short_beside(scene)]
    free = [one for one in measures if not one.short and (normal or _is_told_free(one, beside))]
    told = [*short, *(one for one in free if (one.region, one.side) not in held)]
    return [_found(one) for one in told]


def measured_there(scene: Scene) -> set[int]:
    """Return the indices of the words that measure a motion, of which nothing else is told."""
    if scene.statement.turn < 0 or scene.statement.start not in may_tell_degrees(scene.view):
        return set()
    return {at for one in _measures(scene)[0] for at in range(one.clause.start, one.clause.end)}


def _found(measure: _Measure) -> Found:
    assertion: Assertion = "present" if measure.short else "absent"
    return Found("restriction", assertion, (measure.clause,), measure.region, measure.side, "tart.motion")


def _is_told_free(measure: _Measure, short: list[_Measure]) -> bool:
    """Tell whether it is told of a side, or of both, that it is not short."""
    if measure.side == "bilateral":
        return True
    return measure.side is not None and any((one.region, one.way) == (measure.region, measure.way) for one in short)


def _short_beside(scene: Scene) -> Iterator[_Measure]:
    """Yield what falls short in the statements around: `Rotation left, seventy-five. Rotation right, forty-five.`."""
    at = place_of(scene.view, scene.statement.start)
    for other in scenes(scene.view)[max(0, at - 1) : at + 2]:
        if other.statement.turn == scene.statement.turn and other.statement.start in may_tell_degrees(scene.view):
            yield from (one for one in _measures(other)[0] if one.short)


def _measures(scene: Scene) -> tuple[list[_Measure], bool]:
    """Return what a statement measures, and whether it calls that normal; nothing where it tells of another day."""
    measures, normal, course = list[_Measure](), False, _begun(scene)
    if not _FORMERLY.isdisjoint(scene.said):
        return [], False
    for clause in clauses(scene.view, scene.statement):
        course, rest = _named_in(scene, clause, course)
        said = degrees_said(_without_zero(rest))
        measure = _judged(clause, course, rest) if said is None else _measured(scene, clause, course, said)
        if measure is None and said is not None and course.bidden and course.side is not None:
            return [], False  # What is told of a side beside it is told of something else.
        measures += [measure] if measure is not None else []
        normal = normal or (not _NORMAL.isdisjoint(rest) and _light().issuperset(said.rest if said else rest))
        pending = course.side if said is None and measure is None else None
        limb_side = measure.side if measure is not None and measure.region not in _SPINE else course.limb_side
        course = course._replace(pending=pending, limb_side=limb_side)
    return measures, normal


def _begun(scene: Scene) -> _Course:
    """Return what a statement speaks of before it measures: what it names itself, was told to move, or was named."""
    placed = scene.view.fixing(scene.statement)
    bidden = None if placed else bidden_before(scene)
    if bidden is not None:
        return _Course(moved_region(scene, bidden), way=_way(scene.words(bidden)) or "", bidden=True)
    named = placed[0] if placed else scene.topic.place
    course = _Course() if named is None else _Course(named.region, named.structure)
    return course if placed and placed[0].region != scene.topic.region else course._replace(way=_way_before(scene))


def _way_before(scene: Scene) -> str:
    """Return the way in which a statement before measures, as in `Hip flexion, ninety. The left one gets to 110.`."""
    before = scene.earlier_in_turn[-1:]
    measures = any(one.start in may_tell_degrees(scene.view) for one in before)
    return (_way(scene.words(before[0])) if measures else None) or ""


def _named_in(scene: Scene, clause: Chunk, course: _Course) -> tuple[_Course, list[str]]:
    """Return the course with what a clause names, and the words of it that name neither a side nor a place."""
    places, sides = scene.view.fixing(clause), scene.view.sides(clause)
    covered = covered_by([*scene.view.fixing(scene.statement), *sides])
    norms = scene.view.norms
    rest = [norms[at] for at in range(*clause) if at not in covered and norms[at][0].isalnum()]
    if places:
        course = course._replace(region=places[-1].region, structure=places[-1].structure, limb_side=None)
    return course._replace(way=_way(rest) or course.way, side=_side(scene, clause)), rest


def _judged(clause: Chunk, course: _Course, rest: list[str]) -> _Measure | None:
    """Return a side that a clause without a number calls full, as in `and right is full`."""
    full = not _NORMAL.isdisjoint(rest) and _light().issuperset(rest)
    if not full or course.region is None or course.side is None or not course.way:
        return None
    return _Measure(clause, course.region, course.way, course.side, short=False)


def _measured(scene: Scene, clause: Chunk, course: _Course, said: Said) -> _Measure | None:
    """Return the motion that a clause with a number measures; None where nothing tells how far it should go."""
    moving = _moving(scene, course.region)
    lacks = not _LACKING.isdisjoint(said.rest)
    norm = 0 if lacks else NORMS_OF_LIMBS.get(course.structure, {}).get(course.way) or _NORMS.get((moving, course.way))
    sided = bool(course.side or course.pending)
    told = sided or said.degrees == 0 or bool(_way(said.rest)) or not _DEGREES.isdisjoint(scene.words(clause))
    lost = lacks and moving in LIMBS
    if not told or norm is None or moving is None or not (course.way or lost) or not _light().issuperset(said.rest):
        return None
    short = lacks or said.degrees < norm or not _SHORT.isdisjoint(said.rest)
    return _Measure(clause, moving, course.way, course.side or course.pending or course.limb_side, short)


def _moving(scene: Scene, region: Region | None) -> Region | None:
    """Return the region that moves: that of the head is the neck, and a trunk turns in its chest."""
    if region is None and not {"trunk", "torso"}.isdisjoint(scene.said):
        return "thoracic"
    return "cervical" if region == "head" else region


def _way(said: list[str]) -> str | None:
    """Return the way that words say something moves."""
    narrowed = next((_NARROWED[pair] for pair in pairwise(said) if pair in _NARROWED), None)
    return narrowed or next((_WAYS[word] for word in said if word in _WAYS), None)


def _without_zero(said: list[str]) -> list[str]:
    """Return words without those from where a motion goes, as in `zero to one-thirty`."""
    opening = next((at for at, pair in enumerate(pairwise(said)) if pair[0] in _ZERO and pair[1] == "to"), None)
    return said if opening is None else [*said[:opening], *said[opening + 2 :]]


def _side(scene: Scene, clause: Chunk) -> Laterality | None:
    sides = {side.value for side in scene.view.sides(clause)} - {"midline"}
    both = {"left", "right"} <= sides or not {"both", "each"}.isdisjoint(scene.words(clause))
    return "bilateral" if both else next(iter(sides), None)
