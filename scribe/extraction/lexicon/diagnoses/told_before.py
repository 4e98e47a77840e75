"""The region and side that a diagnosis takes from what was told before: of a guess, or of an injury that has healed."""

from collections.abc import Iterator, Sequence

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.quoted import first_span
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import statement_of
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.schema import Diagnosis, Laterality, Region
from scribe.terminology.regions import structure

_OF_ANY_PLACE = frozenset({"fracture", "neoplasm", "infection", "sprain_strain", "osteoarthritis", "instability"})
"""Conditions of any part of the body, which a clinician rejects or suspects where the talk has just been."""
_INJURIES = frozenset({"sprain_strain", "fracture"})
_LIMBS = frozenset({"lower_extremity", "upper_extremity"})
_ONE_SIDED = frozenset({"left", "right"})
_HURTING = frozenset({
    "rolled", "sprained", "twisted", "turned", "strained", "pulled", "tore", "hurt", "injured", "broke", "broken",
    "fractured", "cracked", "jammed", "wrenched", "tweaked", "snapped",
})  # fmt: skip
"""Verbs with which somebody tells of an injury."""
_NEAR = 2
_EARLIER = 100
"""Words before a statement in which somebody may have guessed what it rejects."""


def as_told_before(scene: Scene, diagnosis: Diagnosis) -> Diagnosis:
    """Return a diagnosis with the region and the side that its own statement leaves to what was told before.

    `Could it be a stress fracture in the shin?`, `No stress fracture.` rejects one of the leg, and `I rolled my left
    ankle`, told before `the sprain has healed`, says which ankle.
    """
    if diagnosis.assertion == "historical" and diagnosis.condition in _INJURIES:
        return _as_injured(scene, diagnosis)
    if diagnosis.condition == "radiculopathy" and diagnosis.assertion == "present" and diagnosis.laterality is None:
        side = _side_of_cause(scene)
        return diagnosis.model_copy(update={"laterality": side}) if side else diagnosis
    if diagnosis.condition == "sprain_strain" and diagnosis.assertion == "present" and diagnosis.laterality is None:
        side = _side_of_injury(scene)
        return diagnosis.model_copy(update={"laterality": side}) if side else diagnosis
    if diagnosis.region is not None or scene.statement.turn < 0 or diagnosis.assertion not in {"absent", "possible"}:
        return diagnosis
    region = _region_of_guess(scene, diagnosis) if diagnosis.assertion == "absent" else None
    parted = len(scene.view.document.turns) > 1
    region = region or (_region_spoken_of(scene) if parted and diagnosis.condition in _OF_ANY_PLACE else None)
    return diagnosis.model_copy(update={"region": region}) if region else diagnosis


def _side_of_cause(scene: Scene) -> Laterality | None:
    """Return the one side of what was just said to press on a root: `the disc is out on the left. So, an L5 root.`."""
    for one in reversed(scene.earlier_in_turn[-_NEAR:]):
        discs = any(hit.term.value == "disc_herniation" for hit in scene.view.terms("conditions", one))
        if discs or any(hit.term.role == "narrowing" for hit in scene.view.terms("lesions", one)):
            values = {side.value for side in scene.view.sides(one)}
            return values.pop() if len(values) == 1 and values <= _ONE_SIDED else None
    return None


def _side_of_injury(scene: Scene) -> Laterality | None:
    """Return the one side of the muscle just said to be hurt: `You strained the muscle on the left. A strain.`."""
    for one in scene.earlier_in_turn[-1:]:
        said = scene.view.norms[one.start : one.end]
        values = {side.value for side in scene.view.sides(one)}
        if not _HURTING.isdisjoint(said) and not any(map(is_particle, said)) and len(values) == 1:
            return values.pop() if values <= _ONE_SIDED else None
    return None


def _region_of_guess(scene: Scene, diagnosis: Diagnosis) -> Region | None:
    """Return the region that the same condition had where it was last named before: `is it arthritis in my neck?`."""
    start = scene.statement.start
    for hit in reversed(scene.view.terms("conditions", Chunk(max(0, start - _EARLIER), start))):
        if hit.term.value != diagnosis.condition:
            continue
        named = statement_of(scene.view, hit.start)
        places = scene.view.fixing(named) if named else []
        if hit.term.structure or places:
            return structure(hit.term.structure).region if hit.term.structure else nearest(places, hit).region
    return None


def _region_spoken_of(scene: Scene) -> Region | None:
    """Return the one region of the last statement in the same turn that names any."""
    placed = (scene.view.fixing(one) for one in reversed(scene.earlier_in_turn))
    regions = {place.region for place in next(filter(None, placed), [])}
    return regions.pop() if len(regions) == 1 else None


def _as_injured(scene: Scene, diagnosis: Diagnosis) -> Diagnosis:
    """Return an injury that is over with the joint that was told to be hurt."""
    before = [*_told(scene, first_span(diagnosis)[0])]
    fitting = (place for place, _ in before if diagnosis.region in {place.region, None})
    hurt = next(fitting, None)
    if hurt is None:
        return diagnosis
    sides = {side for place, side in before if place.region == hurt.region and side is not None}
    side = sides.pop() if len(sides) == 1 and hurt.region in _LIMBS else None
    return diagnosis.model_copy(
        update={"region": diagnosis.region or hurt.region, "laterality": diagnosis.laterality or side}
    )


def _told(scene: Scene, until: int) -> Iterator[tuple[Place, Laterality | None]]:
    """Yield the places that were told to be hurt before a character, latest first, each with its side."""
    view = scene.view
    hurting = {view.stated[at] for at in view.indices(_HURTING) if view.tokens.spans[at][0] < until}
    for statement in reversed(view.statements):
        if statement.start not in hurting:
            continue
        around = [statement, *reversed(view.statements_before(statement)[-_NEAR:])]
        named = next(filter(None, map(view.fixing, around)), [])
        for place in named[-1:]:
            yield place, _side_around(scene, place, around)


def _side_around(scene: Scene, place: Place, around: Sequence[Statement]) -> Laterality | None:
    """Return the one side of the first of some statements that names any, and no place of another region with it."""
    for one in around:
        values = {side.value for side in scene.view.sides(one)}
        if values:
            elsewhere = any(other.region != place.region for other in scene.view.fixing(one))
            return None if elsewhere or len(values) > 1 or not values <= _ONE_SIDED else values.pop()
    return None
