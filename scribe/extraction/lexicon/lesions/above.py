"""Dysfunctions that a note states of what it has found above: `A: somatic dysfunction at each level listed above`."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.boxed import boxes_above, boxes_below
from scribe.extraction.lexicon.lesions.mentions import JOINTS
from scribe.extraction.lexicon.lesions.sought import is_sought
from scribe.extraction.lexicon.quoted import first_span
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Evidence, Finding, Laterality, Lesion, Region, Tart

_STANCES = frozenset({"conclusion", "neutral", "plan", "exam"})
_EXCEPTING = frozenset({"not", "but", "minus", "without", "except", "excepting", "excluding", "barring", "bar", "besides"})
_SIDED = frozenset({"pelvic", "rib_cage", "sacral", "upper_extremity", "lower_extremity"})
_NEAR = 3
_EXAMS = frozenset({"exam", "examination", "objective", "palpation", "findings", "table", "grid", "chart", "o"})
_LEADING = frozenset({"per", "see", "as", "in", "on", "from"})


def with_above(
    view: View, scenes: Iterable[Scene], lesions: Sequence[Lesion], tart: Iterable[Finding]
) -> list[Lesion]:
    """Add the lesions of the places that a note only points back to.

    Args:
        view: The document's words.
        scenes: Its statements.
        lesions: What was read in them.
        tart: What was found on examination.
    """
    if view.document.turns:
        return [*lesions]
    found = [one for one in tart if isinstance(one, Tart) and one.region and one.assertion == "present"]
    added = [lesion for scene in scenes for lesion in _stated_above(scene, lesions, found)]
    return [*lesions, *added]


def _stated_above(scene: Scene, lesions: Sequence[Lesion], found: Sequence[Tart]) -> Iterator[Lesion]:
    """Read the lesions that one statement has of places above it, or of the boxes that it heads."""
    head = _head(scene)
    if head is None or _is_placed(scene, lesions):
        return
    ticked = boxes_above(scene) if scene.says("ticked") else boxes_below(scene, head)
    if ticked:
        for place in ticked:
            quote = scene.view.evidence(place.start, place.end, scene.statement)
            yield _lesion(scene, head, place.region, place.segments, None, (quote,))
    elif _points_back(scene, head):
        yield from _of_findings(scene, head, found)


def _head(scene: Scene) -> Hit | None:
    """Return the first lesion of a joint that a statement holds to be there."""
    if scene.stance not in _STANCES or not scene.by_clinician or scene.carried:
        return None
    heads = (hit for hit in scene.terms("lesions", "head", "weak_head") if hit.term.value in JOINTS)
    stated = (hit for hit in heads if scene.assertion(hit) == "present" and not scene.context.told(hit))
    return next((hit for hit in stated if not is_sought(scene, hit)), None)


def _is_placed(scene: Scene, lesions: Iterable[Lesion]) -> bool:
    """Tell whether a statement names places of its own, but for those that it excepts."""
    start, end = scene.view.tokens.cover(scene.statement.start, scene.statement.end)
    placed = (one for one in lesions if one.region and one.assertion == "present")
    read = any(start <= span[0] < end for one in placed for quote in one.evidence if (span := quote.span) is not None)
    return read or any(not _is_excepted(scene, place) for place in scene.view.fixing(scene.statement))


def _is_excepted(scene: Scene, place: Place) -> bool:
    before = scene.view.norms[scene.statement.start : place.start]
    return not _EXCEPTING.isdisjoint(before) or scene.view.is_excepted(scene.chunk(place))


def _points_back(scene: Scene, head: Hit) -> bool:
    """Tell whether a statement points to what stands above it: `the above levels`, `both segments`, `per exam`."""
    norms = scene.view.norms
    said = range(scene.statement.start, scene.statement.end)
    if scene.says("standing_above"):
        return True
    if any(norms[at] in _LEADING and norms[at + 1 : at + 2] and norms[at + 1] in _EXAMS for at in said if at >= head.end):
        return True
    pointing = [at for at in said if norms[at] in words("pointing_to_all")]
    return any(not words("joint_parts").isdisjoint(norms[at + 1 : at + 1 + _NEAR]) for at in pointing) or any(
        pair in {("both", "of"), ("each", "of"), ("all", "of"), ("of", "these"), ("of", "those"), ("at", "both")}
        for pair in pairwise(norms[scene.statement.start : scene.statement.end])
    )


def _of_findings(scene: Scene, head: Hit, found: Iterable[Tart]) -> Iterator[Lesion]:
    """Read a lesion of each region in which something was found above, but for those that are excepted."""
    before = scene.view.tokens.spans[scene.statement.start][0]
    excepted = {place.region for place in scene.view.fixing(scene.statement)}
    above = [one for one in found if first_span(one)[0] < before and one.region not in excepted]
    felt = {one.region for one in above if one.component != "asymmetry"} or {one.region for one in above}
    for region in dict.fromkeys(one.region for one in above if one.region in felt):
        own = [one for one in above if one.region == region]
        segments = dict.fromkeys(segment for one in own for segment in _segments(scene.view, one))
        sides = {one.laterality for one in own if one.component == "restriction" and region in _SIDED}
        side = sides.pop() if len(sides) == 1 else None
        yield _lesion(scene, head, region, tuple(segments), side, own[0].evidence[:1])


def _segments(view: View, one: Tart) -> Iterator[str]:
    """Yield the segments that the quotes of a finding name in its region."""
    for span in (quote.span for quote in one.evidence if quote.span is not None):
        said = view.tokens.between(span)
        for place in view.fixing(Chunk(said.start, said.stop)):
            yield from place.segments if place.region == one.region else ()


def _lesion(
    scene: Scene,
    head: Hit,
    region: Region | None,
    segments: tuple[str, ...],
    side: Laterality | None,
    above: tuple[Evidence, ...],
) -> Lesion:
    return Lesion(
        kind=head.term.value,  # type: ignore[arg-type]  # the table holds the schema's words
        region=region,
        segments=segments,
        laterality=side,
        assertion="present",
        read_by=rule_of("lesions", head),
        evidence=(*above, *scene.quote(head)),
    )
