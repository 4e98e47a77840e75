"""Techniques in two capitals → manipulation, as in `ME T12` and `CS to the right L5`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.schema import Care, Region, Timing

_TECHNIQUES = frozenset({"me", "cs", "st", "ra"})
_REACH = 4
_LEADING = frozenset({"to", "of", "for", "the", "r", "l", "right", "left", "b", ":", "-"})


def read_lettered(scene: Scene) -> Iterator[Care]:
    """Read the techniques of a note that two capitals name, each with the places right behind it."""
    if scene.statement.turn >= 0 or _TECHNIQUES.isdisjoint(scene.said) or scene.stance in {"codes", "imaging"}:
        return
    for at in range(scene.statement.start, scene.statement.end):
        regions = _regions(scene, at) if _is_technique(scene, at) else ()
        if regions:
            yield Care(
                kind="manipulation",
                timing=_timing(scene),
                regions=regions,
                read_by="care.today",
                evidence=scene.quote(Chunk(at, at + 1)),
            )


def _is_technique(scene: Scene, at: int) -> bool:
    return scene.view.norms[at] in _TECHNIQUES and scene.view.is_capital(at)


def _regions(scene: Scene, at: int) -> tuple[Region, ...]:
    """Return the regions of the part that opens with a technique, where a place follows at once."""
    norms, part = scene.view.norms, scene.statement
    first = at + 1
    while first < part.end and norms[first] in _LEADING:
        first += 1
    places = [place for place in scene.view.fixing(part) if place.start >= first and place.region]
    if not places or places[0].start != first or first - at > _REACH:
        return ()
    return tuple(dict.fromkeys(place.region for place in places if place.region))


def _timing(scene: Scene) -> Timing:
    if scene.stance == "history" or scene.carried:
        return "prior"
    return "planned" if scene.says("days_to_come") or "next" in scene.said else "today"
