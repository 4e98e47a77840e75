"""Joints that are called well among others that are moved: `T10 fine. T11 fine. T12 doesn't give.`, `C3, C4 good.`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.motion import may_move
from scribe.extraction.lexicon.view.saying import placing, saying, statements_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_WELL = frozenset({"good", "fine", "okay", "ok", "great", "nice", "normal", "lovely", "clear"})
_LIGHT = frozenset({
    "and", "is", "are", "that's", "it's", "they're", "the", "your", "all", "both", "pretty", "feels", "feel", "looks",
    "look", "today", "so", "too", "down", "to", "through", "here", "these", "this", "now", "just", "yeah", "then", "up",
    "right", "below", "above",
})  # fmt: skip
"""Words beside a joint that is called well."""
_SPRINGY = frozenset({"vertebra", "rib", "sacroiliac_joint", "atlas", "axis", "costovertebral", "atlanto_occipital"})
"""Joints that are moved one after the other; of others a well may speak of anything."""
_SPRUNG = frozenset({"spring", "springing", "springs", "gliding", "glide", "rocking", "motion"})
_NEAR = 2
_LONGEST = 14


@lru_cache(maxsize=1)
def may_be_well(view: View) -> frozenset[int]:
    """Return where the short spoken statements start that name a place and call something well."""
    told = statements_at(view, placing(view) & saying(view, _WELL))
    short = (one for one in told if one.turn >= 0 and one.end - one.start <= _LONGEST)
    return frozenset(one.start for one in short if not one.asks and one.speaker != "patient")


def well_joints(scene: Scene) -> Iterator[Found]:
    """Read the joints that a statement only calls well, between others that are moved."""
    if scene.statement.start not in may_be_well(scene.view) or not any(_moves(scene, one) for one in _near(scene)):
        return
    for chunk in scene.statement.chunks:
        if (told := _told(scene, chunk)) is not None:
            yield Found("restriction", "absent", (told,), rule="tart.motion")


def _told(scene: Scene, chunk: Chunk) -> Chunk | None:
    """Return a part that only names joints and calls them well."""
    joints = [place for place in scene.view.fixing(chunk) if place.structure in _SPRINGY]
    said = {word for word in scene.rest_of(chunk, *joints) if word[0].isalnum()}
    if not joints or not (_WELL | _LIGHT).issuperset(said):
        return None
    if _WELL.isdisjoint(scene.words(Chunk(joints[-1].end, chunk.end))):
        return None
    return None if any(hit.term.role != "value" for hit in scene.terms("tart", part=chunk)) else chunk


def _near(scene: Scene) -> list[Statement]:
    """Return the statements of the turn right around a statement."""
    return [*scene.earlier_in_turn[-_NEAR:], *scene.later_in_turn[:1]]


def _moves(scene: Scene, near: Statement) -> bool:
    """Tell whether a statement tells how a joint moves."""
    told = (hit for hit in scene.view.terms("tart", near) if hit.term.value == "restriction")
    held = (hit.term.role in {"finding", "normal"} for hit in told)
    if near.asks or not words("touch_pain").isdisjoint(scene.words(near)):
        return False
    moves = near.start in may_move(scene.view) and bool(scene.view.fixing(near))
    return any(held) or moves or not _SPRUNG.isdisjoint(scene.words(near))
