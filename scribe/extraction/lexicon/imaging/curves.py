"""Curves to one side that a film shows, as findings: `The thoracic curve bends to the right, the lumbar one left.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_curves import names_curve, side_curves
from scribe.extraction.lexicon.imaging.kinds import asserted
from scribe.extraction.lexicon.imaging.plain_words import Described
from scribe.extraction.lexicon.view.view import Chunk
from scribe.schema import Region

_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})


def curved(scene: Scene) -> Iterator[Described]:
    """Read the curves to a side of which a statement tells, each with the part of the spine named last before it.

    Args:
        scene: The statement.
    """
    statement = Chunk(scene.statement.start, scene.statement.end)
    near = scene.view.statements_before(scene.statement)
    known = scene.statement.turn >= 0 and any(names_curve(scene.view, Chunk(one.start, one.end)) for one in near)
    for curve in side_curves(scene.view, statement, known=known):
        places = [place for place in scene.view.fixing(statement) if place.region in _SPINE]
        before = [place for place in places if place.start < curve.told.end]
        own = next((place.region for place in (*before[-1:], *places[:1])), None)
        yield Described("malalignment", asserted(scene, curve.told), curve.told, curve.told, curve.side.value, own)
