"""Dysfunctions that a note states of what it has found above: `A: somatic dysfunction at each level listed above`."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.conclusions import is_sought
from scribe.extraction.lexicon.lesions.joint_kinds import JOINTS, SIDED
from scribe.extraction.lexicon.lesions.written_lists import (
    boxes_above,
    boxes_below,
    is_labelled,
    listed_below,
    read_tabled,
)
from scribe.extraction.lexicon.quoted import first_span
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Finding, Laterality, Lesion, Region, Tart

_STANCES = frozenset({"conclusion", "neutral", "plan", "exam"})
_EXCEPTING = frozenset({
    "not", "but", "minus", "without", "except", "excepting", "excluding", "barring", "bar", "besides",
})  # fmt: skip
_ALL = frozenset({"all", "each", "every", "both", "two", "three", "four", "five", "six"})
"""Words with which a landmark out of place is enough, as where three sites are pointed to."""
_STATED = frozenset({"present", "possible"})
_NEAR = 3
_LONGEST_LIST = 16
_THESE = frozenset({"these", "those", "both"})
_AFTER_THESE = frozenset({
    "represent", "constitute", "show", "demonstrate", "are", "were", "exhibit", "reflect", "meet", ".", ",", ";",
})  # fmt: skip
_EXAMS = frozenset({"exam", "examination", "objective", "palpation", "findings", "table", "grid", "chart", "o"})
_ALL_OF = frozenset({
    ("both", "of"), ("each", "of"), ("all", "of"), ("of", "these"), ("of", "those"), ("at", "both"), ("at", "each"),
})  # fmt: skip
_LEADING = frozenset({"per", "see", "as", "in", "on", "from"})


def with_found_above(
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
    told = list(scenes)
    heads = (at for at, scene in enumerate(told) if "lesions" in scene.named)
    found = [one for one in tart if isinstance(one, Tart) and one.region]
    stated = (one for one in lesions if one.region and one.assertion == "present")
    placed = sorted(quote.span[0] for one in stated for quote in one.evidence if quote.span is not None)
    added = [lesion for at in heads for lesion in _stated_above(told[at], placed, found, told, at)]
    return [*lesions, *added, *read_tabled(view)]


def _stated_above(
    scene: Scene, placed: Sequence[int], found: Sequence[Tart], told: Sequence[Scene], at: int
) -> Iterator[Lesion]:
    """Read the lesions that one statement has of places above it, or of the boxes that it heads."""
    head = _head(scene)
    if head is None or _is_placed(scene, placed):
        return
    ticked = boxes_below(scene, head) or (boxes_above(scene) if scene.says("ticked") else [])
    if ticked:
        for place in ticked:
            yield _lesion(scene, head, [place], None)
    elif below := listed_below(scene, head, told[at + 1 : at + _LONGEST_LIST]):
        for place, side in below:
            yield _lesion(scene, head, [place], side)
    elif _points_back(scene, head):
        before = scene.view.tokens.spans[scene.statement.start][0]
        above = [one for one in found if first_span(one)[0] < before]
        yield from _of_findings(scene, head, [one for one in above if one.assertion == "present"])
        known = {one.region for one in above} | {place.region for place in scene.view.fixing(scene.statement)}
        for places in _unjudged(told[:at], known):
            yield _lesion(scene, head, places, None)


def _head(scene: Scene) -> Hit | None:
    """Return the first lesion of a joint that a statement holds to be there."""
    if scene.stance not in _STANCES or not scene.by_clinician or scene.carried:
        return None
    heads = (hit for hit in scene.terms("lesions", "head", "weak_head") if hit.term.value in JOINTS)
    stated = (hit for hit in heads if scene.assertion(hit) in _STATED and not scene.context.told(hit))
    return next((hit for hit in stated if not is_sought(scene, hit)), None)


def _is_placed(scene: Scene, placed: Sequence[int]) -> bool:
    """Tell whether a statement names places of its own, but for those that it excepts.

    Args:
        scene: The statement.
        placed: Where the quotes of lesions with a place begin, in order.
    """
    start, end = scene.view.tokens.cover(scene.statement.start, scene.statement.end)
    read = bisect_left(placed, start) < bisect_left(placed, end)
    return read or any(not _is_excepted(scene, place) for place in scene.view.fixing(scene.statement))


def _is_excepted(scene: Scene, place: Place) -> bool:
    before = scene.view.norms[scene.statement.start : place.start]
    after = scene.view.norms[place.end : min(place.end + _NEAR, scene.statement.end)]
    excepted = not _EXCEPTING.isdisjoint(before) or not words("undiagnosed").isdisjoint(after)
    return excepted or scene.view.is_excepted(scene.chunk(place))


def _points_back(scene: Scene, head: Hit) -> bool:
    """Tell whether a statement points to what stands above it: `the above levels`, `both segments`, `per exam`."""
    norms, statement = scene.view.norms, scene.statement
    behind = pairwise(norms[head.end : statement.end])
    if scene.says("standing_above") or any(one in _LEADING and other in _EXAMS for one, other in behind):
        return True
    pointing = [at for at in range(statement.start, statement.end) if norms[at] in words("pointing_to_all")]
    parts = any(
        not words("joint_parts").isdisjoint({*norms[at + 1 : at + 1 + _NEAR], *norms[at - 1 : at]}) for at in pointing
    )
    alone = any(norms[at] in _THESE and norms[at + 1 : at + 2] and norms[at + 1] in _AFTER_THESE for at in pointing)
    return parts or alone or any(pair in _ALL_OF for pair in pairwise(norms[statement.start : statement.end]))


def _of_findings(scene: Scene, head: Hit, found: Iterable[Tart]) -> Iterator[Lesion]:
    """Read a lesion of each region in which something was found above, but for those that are excepted."""
    excepted = {place.region for place in scene.view.fixing(scene.statement)}
    above = [one for one in found if one.region not in excepted]
    felt = {one.region for one in above if one.component != "asymmetry" or not scene.said.isdisjoint(_ALL)}
    felt = felt or {one.region for one in above}
    for region in dict.fromkeys(one.region for one in above if one.region in felt):
        own = [one for one in above if one.region == region]
        places = list(dict.fromkeys(place for one in own for place in _places(scene.view, one)))
        sides = {one.laterality for one in own if one.component == "restriction" and region in SIDED}
        if places:
            yield _lesion(scene, head, places, sides.pop() if len(sides) == 1 else None)


def _unjudged(earlier: Iterable[Scene], known: Container[Region | None]) -> Iterator[list[Place]]:
    """Yield the places of each region that an examination only lists, as in `Palpated C4, T6 and L3.`."""
    listed: dict[Region | None, list[Place]] = {}
    for scene in earlier:
        places = scene.view.fixing(scene.statement)
        if len(places) <= 1 or not _examines(scene) or not scene.may_examine or scene.carried:
            continue
        for at, place in enumerate(places):
            later = (other.start for other in places[at:] if other.region != place.region)
            part = Chunk(place.end, next(later, scene.statement.end))
            well = (words("found_well") | {"-", "no", "not", "neg", "full"}).intersection(scene.words(part))
            if place.region not in known and not well and scene.assertion(place) == "present":
                listed.setdefault(place.region, []).append(place)
    yield from listed.values()


def _examines(scene: Scene) -> bool:
    """Tell whether a statement says that somebody examined, or what was found."""
    named = any(map(scene.says, ("seeking", "examining", "shown_by_search")))
    named = named or is_labelled(scene) or not scene.said.isdisjoint({"tart", "find"})
    return named or bool(scene.terms("tart"))


def _places(view: View, one: Tart) -> list[Place]:
    """Return the places of a finding: those in its quote, or else in the statement that it was read in."""
    for span in (quote.span for quote in one.evidence if quote.span is not None):
        said = view.tokens.between(span)
        statement = next((each for each in view.statements if each.start <= said.start < each.end), None)
        for part in (Chunk(said.start, said.stop), statement):
            named = [place for place in view.fixing(part) if place.region == one.region] if part else []
            if named:
                return [place for place in named if place.segments] or named[:1]
        earlier = view.statements_before(statement) if statement else []
        spoken = [place for each in earlier for place in view.fixing(each) if place.region == one.region]
        if spoken:
            return spoken[-1:]
    return []


def _lesion(scene: Scene, head: Hit, places: Sequence[Place], side: Laterality | None) -> Lesion:
    """Return the lesion of the places of one region, which quotes each of them."""
    quotes = (scene.view.evidence(place.start, place.end, scene.statement) for place in places)
    return Lesion(
        kind=head.term.value,  # type: ignore[arg-type]  # the table holds the schema's words
        region=places[0].region,
        segments=tuple(dict.fromkeys(segment for place in places for segment in place.segments)),
        laterality=side,
        assertion=scene.assertion(head),
        read_by=rule_of("lesions", head),
        evidence=(*dict.fromkeys(quotes), *scene.quote(head)),
    )
