"""Statements → definitive, competing and symptom diagnoses."""

from collections.abc import Iterator

from scribe.extraction.lexicon.attachment import nearest
from scribe.extraction.lexicon.lesions import is_injury
from scribe.extraction.lexicon.scene import Scene
from scribe.extraction.lexicon.view import Item
from scribe.extraction.lexicon.vocabulary import Hit
from scribe.schema import Condition, Diagnosis, Laterality, Region
from scribe.terminology.regions import structure

_CAUSE_REACH = 6
_BEFORE, _AFTER = 6, 8
_CAUSAL = frozenset({"from", "by", "due", "because", "of", "secondary"})
_UNPLACED = frozenset({"low_back_pain", "sciatica", "cauda_equina"})


def read_diagnoses(scene: Scene, *, narrows: bool) -> Iterator[Diagnosis]:
    """Read the diagnoses of one statement.

    Args:
        scene: The statement.
        narrows: Whether the statement states a narrowing with its mechanism,
            which is a lesion and no diagnosis.
    """
    if scene.statement.asks:
        return
    for hit in scene.terms("conditions"):
        condition: Condition = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        if not (narrows and (condition == "spinal_stenosis" or _is_cause(scene, hit))):
            yield from _diagnosis(scene, hit, condition)
    if not narrows:
        for hit in scene.terms("lesions", "head"):
            if hit.term.value == "subluxation_complex" and is_injury(scene, hit):
                yield from _diagnosis(scene, hit, "traumatic_subluxation")


def _is_cause(scene: Scene, hit: Hit) -> bool:
    """Tell whether a condition is named as the cause of a narrowing, as in `stenosis from the disc bulge`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _CAUSE_REACH) : hit.start]
    return bool(_CAUSAL.intersection(before))


def _diagnosis(scene: Scene, hit: Hit, condition: Condition) -> Iterator[Diagnosis]:
    assertion = scene.assertion(hit)
    concluded = scene.by_clinician and scene.stance == "conclusion"
    if not concluded and assertion != "other_person":
        return
    yield Diagnosis(
        condition=condition,
        region=_region(scene, hit),
        laterality=_laterality(scene, hit),
        assertion=assertion,
        evidence=scene.quote(*scene.cued(hit, assertion), *_beside(scene, hit)),
    )


def _beside(scene: Scene, hit: Hit) -> list[Item]:
    """Return the places and sides that belong into the quote of a condition."""
    chunk = scene.chunk(hit)
    parts: list[Item] = [*scene.view.places(chunk), *scene.view.sides(chunk)]
    return [part for part in parts if hit.start - _BEFORE <= part.start and part.end <= hit.start + _AFTER]


def _region(scene: Scene, hit: Hit) -> Region | None:
    places = scene.view.fixing(scene.chunk(hit))
    if places:
        return nearest(places, hit).region
    if hit.term.structure:
        return structure(hit.term.structure).region
    if any(place.role == "vague" for place in scene.view.places(scene.chunk(hit))):
        return None
    if hit.term.value in _UNPLACED:
        return None
    places = scene.view.fixing(scene.statement)
    return nearest(places, hit).region if places else None


def _laterality(scene: Scene, hit: Hit) -> Laterality | None:
    sides = scene.view.sides(scene.chunk(hit)) or scene.view.sides(scene.statement)
    return nearest(sides, hit).value if sides else None
