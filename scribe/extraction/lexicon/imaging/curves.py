"""Curves to one side that a film shows, as findings: `The thoracic curve bends to the right, the lumbar one left.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_curves import curves_spoken_of, side_curves
from scribe.extraction.lexicon.imaging.kinds import asserted
from scribe.extraction.lexicon.imaging.plain_words import Described
from scribe.schema import Region

_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})


def curved(scene: Scene) -> Iterator[Described]:
    """Read the curves to a side of which a statement tells, each with the part of the spine named last before it.

    Args:
        scene: The statement.
    """
    known = scene.statement.turn >= 0 and curves_spoken_of(scene.view, scene.statement)
    for curve in side_curves(scene.view, scene.statement, known=known):
        places = [place for place in scene.view.fixing(scene.statement) if place.region in _SPINE]
        before = [place for place in places if place.start < curve.told.end]
        own = next((place.region for place in (*before[-1:], *places[:1])), None)
        yield Described("malalignment", asserted(scene, curve.told), curve.told, curve.told, curve.side.value, own)
