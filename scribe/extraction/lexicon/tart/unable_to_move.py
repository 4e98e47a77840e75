"""What a note says that a patient could not move: `He could not extend the lumbar spine beyond neutral`.

So does `She turned her head fully to both sides`. In a history such words are a complaint; only an examination, or
words for how far it went, tell what was found.
"""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.saying import saying, writing
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Region

_VERBS = frozenset({
    "turn", "rotate", "extend", "flex", "bend", "sidebend", "tilt", "look", "turns", "rotates", "extends", "flexes",
    "bends", "turned", "rotated", "extended", "flexed", "bent",
})  # fmt: skip
_FAILING = frozenset({"unable", "cannot", "can't", "couldn't", "inability"})
_ABLE = frozenset({"could", "can", "did", "does"})
_WHO = frozenset({"he", "she", "patient", "pt", "they"})
_MEASURED = frozenset({"degrees", "beyond", "past", "neutral", "halfway", "further", "°"})
_FULLY = frozenset({"fully", "freely", "normally", "completely", "easily"})
_BEFORE = 4
_BEHIND = 5
_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})


@lru_cache(maxsize=1)
def may_be_unable(view: View) -> frozenset[int]:
    """Return where the written statements start that say what somebody can or cannot move."""
    tells = saying(view, _FAILING | _ABLE) | (saying(view, _WHO) & saying(view, _FULLY))
    return writing(view) & saying(view, _VERBS) & tells


def unable(scene: Scene) -> Iterator[Found]:
    """Read what a patient could not turn or bend in an examination, or did fully.

    Args:
        scene: The statement.
    """
    if scene.statement.start not in may_be_unable(scene.view) or not _is_examined(scene):
        return
    for chunk in scene.statement.chunks:
        for at in range(chunk.start, chunk.end):
            found = _told(scene, chunk, at) if scene.view.norms[at] in _VERBS else None
            if found is not None:
                yield found


def _is_examined(scene: Scene) -> bool:
    """Tell whether it is what an examiner saw, and no complaint of a history."""
    seen = scene.stance == "exam" or (scene.stance == "neutral" and not _MEASURED.isdisjoint(scene.said))
    return seen and not scene.terms("neuro", "sign")


def _told(scene: Scene, chunk: Chunk, verb: int) -> Found | None:
    norms = scene.view.norms
    before = norms[max(chunk.start, verb - _BEFORE) : verb]
    after = norms[verb + 1 : min(verb + _BEHIND, chunk.end)]
    region = _region(scene, Chunk(verb, chunk.end))
    denied = not _FAILING.isdisjoint(before) or ("not" in before and not _ABLE.isdisjoint(before))
    if region is None or not (denied or (not _WHO.isdisjoint(before) and not _FULLY.isdisjoint(after))):
        return None
    sides = {side.value for side in scene.view.sides(Chunk(verb, chunk.end))}
    side = sides.pop() if len(sides) == 1 else None
    part = Chunk(max(chunk.start, verb - len(before)), verb + 1)
    return Found("restriction", "present" if denied else "absent", (part,), region, side, "tart.motion")


def _region(scene: Scene, part: Chunk) -> Region | None:
    """Return what moves: the neck with the head, or the part of the spine that is named or was spoken of."""
    if not words("of_neck").union(("head", "neck")).isdisjoint(scene.words(part)):
        return "cervical"
    named = [place.region for place in scene.view.fixing(part)] or [scene.topic.region]
    return named[0] if named[0] in _SPINE else None
