"""Statements → care that was, is or will be given, and what the patient cannot do."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.lesions import letter_place
from scribe.extraction.lexicon.scene import Scene
from scribe.extraction.lexicon.vocabulary import Hit, words
from scribe.schema import Care, CareKind, Function, FunctionKind, Region, Timing

_LIMIT_REACH = 14


def read_care(scene: Scene) -> Iterator[Care]:
    """Read the care that one statement speaks of."""
    seen: set[tuple[str, str]] = set()
    if scene.stance in {"codes", "imaging"}:
        return
    for hit in scene.terms("care"):
        kind: CareKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        assertion = scene.assertion(hit)
        if assertion in {"absent", "other_person", "hypothetical"}:
            continue
        timing = "prior" if scene.carried else _timing(scene, hit, kind)
        if (kind, timing) in seen and kind != "injection":
            continue
        seen.add((kind, timing))
        yield Care(kind=kind, timing=timing, regions=_regions(scene), evidence=scene.quote(*scene.cued(hit, assertion)))


def _timing(scene: Scene, hit: Hit, kind: CareKind) -> Timing:
    said = set(scene.words())
    if (
        words("care_now").intersection(said)
        and kind in {"manipulation", "massage", "exercise", "injection"}
        and scene.stance != "history"
    ):
        return "today"
    if scene.stance == "history" or (scene.stance != "plan" and words("past_care").intersection(said)):
        return "prior"
    if kind == "manipulation" and not words("future_care").intersection(scene.words(scene.chunk(hit))):
        return "today"
    return "planned" if scene.stance == "plan" or words("future_care").intersection(said) else "prior"


def _regions(scene: Scene) -> tuple[Region, ...]:
    """Return the regions named beside the care; none where the words count more regions than they name."""
    statement = scene.statement
    named = [place for place in scene.view.places(statement) if place.role == ""]
    letters = [letter_place(scene, index) for index in range(statement.start + 1, statement.end)]
    places = sorted([*named, *(place for place in letters if place)])
    regions = tuple(dict.fromkeys(place.region for place in places if place.region))
    return () if _counted(scene) > len(regions) else regions


def _counted(scene: Scene) -> int:
    """Return the number of regions that the words give, as in `OMT x 4 regions`."""
    said = scene.words()
    numbers = (before for before, word in pairwise(said) if word in {"regions", "areas", "region"})
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def read_function(scene: Scene) -> Iterator[Function]:
    """Read the limitations in daily life that one statement speaks of."""
    if scene.statement.asks or scene.stance in {"codes", "imaging", "exam"}:
        return
    limits = scene.terms("function", "limit")
    seen: set[str] = set()
    for hit in scene.terms("function", "activity"):
        kind: FunctionKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        limit = next((limit for limit in limits if abs(limit.start - hit.start) <= _LIMIT_REACH), None)
        if limit is None or kind in seen or scene.context.cue(hit, "absent") or scene.assertion(hit) == "other_person":
            continue
        seen.add(kind)
        yield Function(kind=kind, evidence=scene.quote(hit, limit))
