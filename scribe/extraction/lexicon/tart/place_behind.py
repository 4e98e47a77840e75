"""The place that speech names last, behind what it finds there: `One sore spot, right rib eight.`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality, Region

_FELT = frozenset({"tenderness", "tissue_texture"})


def place_behind(scene: Scene, found: Found) -> tuple[Region | None, Laterality | None] | None:
    """Return the region and side that the last words of a statement only name, where none before them names a place.

    Args:
        scene: The statement.
        found: What it finds.
    """
    part, last = scene.chunk(found.parts[0]), scene.statement.chunks[-1]
    if scene.statement.turn < 0 or found.component not in _FELT or last.start < part.end or found.region is not None:
        return None
    places = scene.view.fixing(last)
    if not places or scene.view.places(Chunk(scene.statement.start, last.start)):
        return None
    rest = scene.rest_of(last, *scene.view.places(last))
    light = words("next_place") | words("pressing") | words("hand_verbs") | words("touch_verbs")
    if any(word[0].isalnum() and word not in light for word in rest):
        return None
    sides = {side.value for side in scene.view.sides(scene.statement)}
    known = scene.topic.side if scene.topic.region == places[0].region else None
    return places[0].region, sides.pop() if len(sides) == 1 else known if not sides else None
