"""How far a motion goes to each side, told side by side: `Fifty to the left, and right is full.`.

An examiner has asked for the motion before, or names it by the way it goes: `Looking left she quits at thirty.`.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_measure
from scribe.extraction.lexicon.tart.bidden_motions import region_bidden
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.ranges import is_part
from scribe.extraction.lexicon.view.saying import saying, siding
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality, Region

_GOING = frozenset({"looking", "turning", "rotating", "tilting", "bending", "going"})
_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})
_JOINS = frozenset({",", ";", "and", "but", "-", "…", "."})
_REACHED = frozenset({"seventy", "eighty", "ninety", "70", "80", "90", "everything"})
_STOPPING = frozenset({"stop", "stops", "quit", "quits", "ends", "sticks"})
_HEADING = 6
"""Words of what only names a motion."""
_LIGHT = frozenset({
    "to", "the", "on", "that's", "that", "it", "it's", "is", "you're", "you've", "you", "he", "she", "he's", "she's",
    "they", "get", "gets", "got", "have", "has", "about", "maybe", "only", "just", "around", "like", "call", "say",
    "of", "way", "at", "in", "a", "two", "degrees", "tops", "so", "mm", "hm", "um", "side", "goes", "go", "comes", "up",
    "his", "her", "your", "all", "there", "roughly", "barely", "ish", "then", "out", "with", "not", "quite", "down",
})  # fmt: skip
"""Words beside a side and how far a motion goes to it."""


@lru_cache(maxsize=1)
def may_range_to_sides(view: View) -> frozenset[int]:
    """Return where the spoken statements start that name a side, and may tell how far a motion goes to it."""
    return siding(view) & saying(view, _short() | _full() | _REACHED | {"all"})


@cache
def _short() -> frozenset[str]:
    return (words("partway") | words("short_tens") | _STOPPING) - {"tight", "less"}


@cache
def _full() -> frozenset[str]:
    return frozenset({"full", "fine", "normal", "easy", "lovely", "perfect", "good", "great", "plenty", "free"})


def ranged_to_sides(scene: Scene) -> Iterator[Found]:
    """Read how far the motion that was asked for, or that a part names, goes to the sides that the parts name."""
    statement = scene.statement
    if statement.turn < 0 or statement.asks or statement.start not in may_range_to_sides(scene.view):
        return
    bidden = None if scene.view.places(statement) else region_bidden(scene) or _region_headed(scene)
    sided = [clause for clause in _clauses(scene) if _sides(scene, clause)]
    verdicts = [_verdict(scene, clause) for clause in sided]
    for clause, verdict in zip(sided, verdicts, strict=True):
        sides = _sides(scene, clause)
        region = bidden or _region_named(scene, clause)
        if verdict is not None and None not in verdicts and len(sides) == 1 and region is not None:
            yield Found("restriction", verdict, (clause,), region, sides.pop(), "tart.motion")


def _clauses(scene: Scene) -> Iterator[Chunk]:
    """Yield the words between the joins of a statement."""
    start, end = scene.statement.start, scene.statement.end
    joins = [at for at in range(start, end) if scene.view.norms[at] in _JOINS]
    for first, last in zip([start, *(at + 1 for at in joins)], [*joins, end], strict=True):
        if last > first:
            yield Chunk(first, last)


def _sides(scene: Scene, clause: Chunk) -> set[Laterality]:
    """Return the sides to which a clause says how far a motion goes; no other is measured by them."""
    return {side.value for side in scene.view.sides(clause) if not is_measure(scene.view, side)}


def _region_headed(scene: Scene) -> Region | None:
    """Return the region whose motion the words before only name, as in `Neck rotation. Right's full, left's short.`."""
    for before in scene.earlier_in_turn[-1:]:
        moves = any(hit.term.role == "motion" for hit in scene.view.terms("tart", before))
        regions = {place.region for place in scene.view.fixing(before)} & _SPINE
        if moves and len(regions) == 1 and before.end - before.start <= _HEADING and not before.asks:
            return regions.pop()
    return None


def _region_named(scene: Scene, clause: Chunk) -> Region | None:
    """Return the region whose motion a clause names by the way it goes, as in `looking left`."""
    opening = scene.words(clause)[:1]
    if opening == ["looking"]:
        return "cervical"
    return scene.topic.region if not _GOING.isdisjoint(opening) and scene.topic.region in _SPINE else None


def _verdict(scene: Scene, clause: Chunk) -> Assertion | None:
    """Return whether a motion is restricted or free; None where a clause says anything else."""
    said = [word for word in scene.rest_of(clause) if word[0].isalnum()]
    short = any(is_part(said, at, _short()) for at in range(len(said)))
    wholly = any(pair in {("all", "of"), ("all", "the")} for pair in pairwise(said))
    full = wholly or not (_full() | _REACHED).isdisjoint(said)
    if not (_LIGHT | _GOING | _short() | _full() | _REACHED).issuperset(said) or not (short or full):
        return None
    return "present" if short or not {"not", "barely"}.isdisjoint(said) else "absent"
