"""The side to which the examination found a vertebra rotated, for a lesion that is concluded without one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.context.attachment import carry, nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.mentions import JOINTS
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Evidence, Finding, Laterality, Lesion, Tart

_HALVED = "abdomen_other"
_BEFORE, _AFTER = 2, 4


class Rotation(NamedTuple):
    """The side to which a vertebra is rotated."""

    side: Laterality
    """The side."""
    evidence: tuple[Evidence, ...]
    """The words that say so."""


def rotations(scenes: Iterable[Scene]) -> dict[str, Rotation]:
    """Return the side of each vertebra that the clinician finds rotated; the last word on it holds."""
    found: dict[str, Rotation] = {}
    for scene in scenes:
        if scene.may_examine and not scene.carried and not scene.statement.asks:
            found.update(_rotated(scene))
    return found


def sided(lesions: Iterable[Lesion], rotated: dict[str, Rotation]) -> Iterator[Lesion]:
    """Give a lesion that is stated with its vertebra, but without a side, the side of that vertebra's rotation."""
    for lesion in lesions:
        found = [rotated[segment] for segment in lesion.segments if segment in rotated]
        sides = {rotation.side for rotation in found}
        fits = lesion.kind in JOINTS and lesion.assertion == "present" and lesion.laterality is None
        if fits and len(sides) == 1 and len(found) == len(lesion.segments):
            quotes = dict.fromkeys([*lesion.evidence, *(quote for rotation in found for quote in rotation.evidence)])
            yield lesion.model_copy(update={"laterality": sides.pop(), "evidence": tuple(quotes)})
        else:
            yield lesion


def halved(lesions: Iterable[Lesion], tart: Iterable[Finding]) -> Iterator[Lesion]:
    """Give a lesion of the diaphragm without a side the side of the half on which all is found that is found there."""
    found = [one for one in tart if isinstance(one, Tart) and one.region == _HALVED and one.assertion == "present"]
    sides = {one.laterality for one in found if one.laterality}
    for lesion in lesions:
        open_side = lesion.region == _HALVED and lesion.assertion == "present" and lesion.laterality is None
        if open_side and len(sides) == 1 and sides <= {"left", "right"}:
            half = next(one for one in found if one.laterality)
            quotes = dict.fromkeys([*lesion.evidence, *half.evidence])
            yield lesion.model_copy(update={"laterality": half.laterality, "evidence": tuple(quotes)})
        else:
            yield lesion


def _rotated(scene: Scene) -> Iterator[tuple[str, Rotation]]:
    for hit in scene.terms("tart", "position"):
        said = set(hit.term.text.split())
        # A spinous process stands off to the side that its vertebra turns away from.
        said |= {"spinous"} & {*scene.words(scene.chunk(hit))}
        if said.isdisjoint(words("turned_back")) or said & words("other_ways") or scene.assertion(hit) != "present":
            continue
        place, side = _vertebra(scene, hit), _side(scene, hit)
        if place is not None and side is not None and len(place.segments) == 1:
            own = (place,) if place.start >= scene.statement.start else ()
            yield place.segments[0], Rotation(side.value, scene.quote(hit, side, *own))


def _vertebra(scene: Scene, hit: Hit) -> Place | None:
    """Return the vertebra that is rotated: the nearest place of its part, or the one spoken of before."""
    places = scene.view.fixing(scene.chunk(hit))
    place = nearest(places, hit) if places else carry(scene.view, scene.statement, scene.topic, hit.start).place
    return place if place and place.structure == "vertebra" else None


def _side(scene: Scene, hit: Hit) -> Side | None:
    chunk = scene.chunk(hit)
    near = Chunk(max(chunk.start, hit.start - _BEFORE), min(chunk.end, hit.end + _AFTER))
    sides = [side for side in scene.view.sides(near) if side.value in {"left", "right"}]
    after = [side for side in sides if side.end > hit.start]
    return (after or sides)[0] if sides else None
