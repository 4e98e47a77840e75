"""Regions that a list of codes names after its dysfunction: `M99.01 segmental dysfunction C, M99.02 T`."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.letters import letter_place
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import LesionKind
from scribe.terminology.regions import M99_DIGIT

_FAMILY = "m99"
_WRITTEN = 3
"""Words of a code: `m99`, `.` and its digits."""
_KINDS: dict[str, LesionKind] = {"0": "somatic_dysfunction", "1": "subluxation_complex"}


def coded(scene: Scene) -> Iterator[tuple[LesionKind, Place]]:
    """Yield the regions right behind codes whose dysfunction the list named before, and its kind."""
    if scene.statement.turn >= 0 or scene.stance != "conclusion" or _FAMILY not in scene.said:
        return
    norms, statement = scene.view.norms, scene.statement
    for at in range(statement.start, statement.end - _WRITTEN):
        kind = _KINDS.get(norms[at + 2][0]) if norms[at] == _FAMILY and norms[at + 1] == "." else None
        if kind is None or (place := _place(scene, at + _WRITTEN)) is None:
            continue
        if norms[at + 2][1:] == M99_DIGIT.get(place.region or "head") and _is_named(scene, at, kind):
            yield kind, place


def _place(scene: Scene, start: int) -> Place | None:
    """Return the place that a word opens, or the region of its letter."""
    start += any(side.start == start for side in scene.view.sides(scene.statement))
    opening = (place for place in scene.view.fixing(scene.statement) if place.start == start)
    return next(opening, None) or (letter_place(scene, start) if start < scene.statement.end else None)


def _is_named(scene: Scene, before: int, kind: LesionKind) -> bool:
    """Tell whether a dysfunction was named between the codes of the list that leads up to a word."""
    view = scene.view
    if _heads(scene, Chunk(scene.statement.start, before), kind):
        return True
    above = bisect_left(view.statements, scene.statement.start, key=attrgetter("start"))
    for one in reversed(view.statements[:above]):
        if _FAMILY not in view.norms[one.start : one.end]:
            return False
        if _heads(scene, Chunk(one.start, one.end), kind):
            return True
    return False


def _heads(scene: Scene, part: Chunk, kind: LesionKind) -> list[Hit]:
    return [hit for hit in scene.view.terms("lesions", part) if hit.term.value == kind]
