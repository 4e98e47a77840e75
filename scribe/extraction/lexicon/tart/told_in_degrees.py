"""Motions that speech measures: `Neck rotation is fifty to the left and eighty to the right`, `the knee bends to 100`.

What a motion should reach at least is known. That it does is told where the other side falls short, where both sides
are measured, or where somebody calls it normal.
"""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.bidden_motions import bidden_before, moved_region
from scribe.extraction.lexicon.tart.degrees_said import degrees_said, number_words
from scribe.extraction.lexicon.tart.followed_motions import clauses
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.measured import NORMS_OF_LIMBS
from scribe.extraction.lexicon.view.saying import saying, siding
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.schema import Assertion, Laterality, Region

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
_NORMAL = frozenset({"normal", "full", "fine"})
_LIGHT = frozenset({
    "to", "the", "on", "that's", "that", "it", "it's", "is", "you", "you're", "you've", "he", "she", "he's", "she's",
    "gets", "get", "got", "getting", "goes", "go", "comes", "about", "maybe", "only", "just", "around", "roughly",
    "say", "call", "of", "at", "in", "a", "so", "mm", "um", "uh", "side", "way", "okay", "ok", "and", "now", "for",
    "recorder", "record", "your", "his", "her", "up", "out", "lateral", "internal", "external", "range", "motion",
    "active", "passive", "actively", "passively", "measured", "measures", "i", "have", "has", "with", "lacks",
    "forward", "back", "down", "looking", "like", "tops", "ish", "where", "there", "we're", "then", "joint", "each",
    "both", "sides", "ways", "one", "other", "left", "right", "short", "pain", "painful", "pulling", "discomfort",
    "trunk", "torso",
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


@lru_cache(maxsize=1)
def may_tell_degrees(view: View) -> frozenset[int]:
    """Return where the statements start that have a number, and a side or the name of a motion."""
    return saying(view, number_words()) & (saying(view, frozenset(_WAYS) | {"side", "lateral"}) | siding(view))


def told_in_degrees(scene: Scene) -> list[Found]:
    """Return how far the motions go that a spoken statement measures."""
    statement = scene.statement
    if statement.turn < 0 or statement.asks or statement.start not in may_tell_degrees(scene.view):
        return []
    measures, normal = _measures(scene)
    short = [one for one in measures if one.short]
    held = {(one.region, one.side) for one in short}
    free = [one for one in measures if not one.short and (normal or _is_told_free(one, short))]
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


def _measures(scene: Scene) -> tuple[list[_Measure], bool]:
    """Return what a statement measures, and whether it calls that normal."""
    measures, normal = list[_Measure](), False
    placed = scene.view.fixing(scene.statement)
    named = placed[0] if placed else scene.topic.place
    region, structure = (named.region, named.structure) if named is not None else (None, "")
    bidden = None if placed else bidden_before(scene)
    if bidden is not None:
        region, structure = moved_region(scene, bidden), ""
    covered = covered_by([*placed, *scene.view.sides(scene.statement)])
    way = (bidden and _way(scene.words(bidden))) or ""
    pending, side = None, None
    for clause in clauses(scene.view, scene.statement):
        for place in scene.view.fixing(clause)[-1:]:
            region, structure, side = place.region, place.structure, None
        rest = [
            scene.view.norms[at] for at in range(*clause) if at not in covered and scene.view.norms[at][0].isalnum()
        ]
        way = _way(rest) or way
        own = _side(scene, clause)
        said = degrees_said(_without_zero(rest))
        moving = _moving(scene, region)
        if said is None:
            pending = own
            judged = (_LIGHT | _NORMAL | {"all"}).issuperset(rest) and not _NORMAL.isdisjoint(rest)
            if judged and own and moving is not None and way:
                measures.append(_Measure(clause, moving, way, own, short=False))
                pending = None
            normal = normal or judged
            continue
        lacks = not _LACKING.isdisjoint(said.rest)
        norm = 0 if lacks else NORMS_OF_LIMBS.get(structure, {}).get(way) or _NORMS.get((moving, way))
        side = own or pending or (side if region not in _SPINE else None)
        light = _LIGHT | _SHORT | _NORMAL | _LACKING | frozenset(_WAYS)
        told = own or pending or _way(rest) or not _DEGREES.isdisjoint(scene.words(clause))
        pending = None
        if told and norm is not None and moving is not None and way and light.issuperset(said.rest):
            short = lacks or said.degrees < norm or not _SHORT.isdisjoint(said.rest)
            measures.append(_Measure(clause, moving, way, side, short))
            normal = normal or not _NORMAL.isdisjoint(said.rest)
    return measures, normal


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
