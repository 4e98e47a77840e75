"""Of which region a talk about pictures is that nobody names: the one that the turn, paragraph or visit comes to."""

from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.imaging.level_and_side import joint_region
from scribe.extraction.lexicon.view.saying import whole
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.schema import Region

_AHEAD = 120
_BACK = 400
_AXIAL: frozenset[Region | None] = frozenset({"head", "cervical", "thoracic", "lumbar", "sacral", "pelvic"})
SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})
"""The regions of the spine proper."""


def region_ahead(scene: Scene) -> Region | None:
    """Return the region of the spine that a talk about pictures comes to in the same turn, a note in its paragraph."""
    if scene.statement.turn < 0:
        return _region_of_paragraph(scene)
    end = scene.view.tokens.between(scene.view.document.turns[scene.statement.turn].span).stop
    ahead = Chunk(scene.statement.start, min(end, scene.statement.start + _AHEAD))
    places = (place for place in scene.view.fixing(ahead) if joint_region(scene, place) is None)
    regions = {place.region for place in places}
    told = (place for one in (*scene.earlier_in_turn, scene.statement) for place in scene.view.places(one))
    if any(place.region is None and "back" in scene.words(place) for place in told):
        regions &= SPINE  # Of a back the hips beside it are no part.
    # A limb that is spoken of beside the pictures is where it hurts.
    return regions.pop() if len(regions) == 1 and regions <= _AXIAL else None


def _region_of_paragraph(scene: Scene) -> Region | None:
    """Return the one region of the spine that prose on a study comes to, as a letter does behind `I saw the MRI.`."""
    later = [one for one in scene.view.statements_after(scene.statement) if one.line == scene.statement.line]
    regions = {place.region for one in later for place in scene.view.fixing(one)}
    return regions.pop() if len(regions) == 1 and regions <= SPINE else None


def region_before(scene: Scene) -> Region | None:
    """Return the one region of the spine that was spoken of before pictures whose part nobody names."""
    if scene.statement.turn < 0:
        return None
    start = scene.statement.start
    before = {place.region for place in scene.view.fixing(Chunk(max(0, start - _BACK), start))} & SPINE
    return before.pop() if len(before) == 1 else None


def region_of_talk(scene: Scene) -> Region | None:
    """Return the one region of the spine that a conversation is about, where the pictures' own part is never named."""
    return _region_of_all(scene.view) if scene.statement.turn >= 0 else None


@lru_cache(maxsize=1)
def _region_of_all(view: View) -> Region | None:
    spine = [place for place in view.fixing(whole(view)) if place.region in SPINE]
    named = {place.region for place in spine}
    leveled = any(place.structure == "vertebra" for place in spine)
    return named.pop() if len(named) == 1 and leveled else None
