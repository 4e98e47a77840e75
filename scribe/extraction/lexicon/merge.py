"""Many mentions of one thing → one finding."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TypeVar

from scribe.extraction.lexicon.confidence import proof
from scribe.extraction.lexicon.quoted import first_span
from scribe.schema import Assertion, Diagnosis, Evidence, Finding, Laterality, Lesion, Region, Span, Tart

FindingT = TypeVar("FindingT", bound=Finding)

_QUOTES = 3
_HOW_READ = frozenset({"evidence", "read_by", "confidence"})
_DESCRIBED = frozenset({"lesions.position", "lesions.notation", "lesions.listing"})
_NARROWED = frozenset({"canal_stenosis", "foraminal_stenosis"})
_COMPLEX = ("complex", "vsc")
_OF_LOW_BACK: frozenset[Region] = frozenset({"lumbar", "sacral"})
_OF_BACK: frozenset[Region] = _OF_LOW_BACK | {"thoracic"}


def merge_lesions(lesions: Iterable[Lesion]) -> tuple[Lesion, ...]:
    """Merge lesions of one kind, region and assertion; a mention without side joins the sided ones."""
    groups: dict[tuple[object, ...], list[Lesion]] = {}
    for lesion in _named(lesions):
        groups.setdefault((lesion.kind, lesion.region, lesion.assertion), []).append(lesion)
    merged = [lesion for group in groups.values() for lesion in _by_side(group)]
    placed = [lesion for lesion in merged if lesion.region and lesion.assertion == "present"]
    narrowed = {lesion.region for lesion in merged if "subluxation" in lesion.mechanisms}
    return tuple(
        lesion for lesion in merged if not _is_unplaced_repeat(lesion, placed) and not _is_named_cause(lesion, narrowed)
    )


def _named(lesions: Iterable[Lesion]) -> Iterator[Lesion]:
    """Give joints that are only described by how they are held the name that the lesion of their region has."""
    lesions = list(lesions)
    stated = {(lesion.region, lesion.assertion, lesion.kind) for lesion in lesions if lesion.read_by not in _DESCRIBED}
    for lesion in lesions:
        told = (lesion.region, lesion.assertion)
        complexes = (*told, "subluxation_complex") in stated and (*told, lesion.kind) not in stated
        if lesion.read_by in _DESCRIBED and lesion.region and complexes:
            yield lesion.model_copy(update={"kind": "subluxation_complex"})
        else:
            yield lesion


def _is_unplaced_repeat(lesion: Lesion, placed: Iterable[Lesion]) -> bool:
    """Tell whether a lesion without region only sums up placed ones, as `somatic dysfunction, multiple sites`.

    One of the back sums up none that lie elsewhere: `somatic dysfunction of the low back, left anterior innominate`.
    """
    same = [one for one in placed if one.kind == lesion.kind]
    if lesion.region is not None or lesion.assertion != "present" or lesion.segments or not same:
        return False
    # A back on the next line opens a row of its own.
    backs = [back for quote in lesion.evidence if (back := _back().search(quote.quote.partition("\n")[0])) is not None]
    if not backs:
        return True
    within = _OF_LOW_BACK if backs[0]["low"] else _OF_BACK
    return not backs[0]["added"] and any(one.region in within for one in same)


@cache
def _back() -> re.Pattern[str]:
    """Match a back that fixes no region, and the words that add it to what was named before."""
    return re.compile(
        r"(?P<added>\b(?:and|plus|also)\s+)?(?:(?:of|in|at)\s+)?(?:(?:the|your|his|her|my)\s+)?(?P<low>low(?:er)?\s+)?back\b",
        re.IGNORECASE,
    )


def _is_named_cause(lesion: Lesion, narrowed: set[Region | None]) -> bool:
    """Tell whether a subluxation is the stated cause of a narrowing, and nowhere called a complex in its own right."""
    if lesion.kind != "subluxation_complex" or lesion.assertion != "present" or lesion.region not in narrowed:
        return False
    return not any(any(name in quote.quote.lower() for name in _COMPLEX) for quote in lesion.evidence)


def _by_side(group: Sequence[Lesion]) -> list[Lesion]:
    sides: list[Laterality | None] = list(dict.fromkeys(lesion.laterality for lesion in group if lesion.laterality))
    merged = []
    for side in sides or [None]:
        same = [lesion for lesion in group if lesion.laterality in {side, None}]
        first = next(lesion for lesion in same if lesion.laterality == side)
        merged.append(
            first.model_copy(
                update={
                    "segments": tuple(dict.fromkeys(segment for lesion in same for segment in lesion.segments)),
                    "mechanisms": tuple(dict.fromkeys(mechanism for lesion in same for mechanism in lesion.mechanisms)),
                    "evidence": _quotes([first, *_adding(same), *same], len([first, *_adding(same)])),
                    **proof(lesion.read_by for lesion in same),
                }
            )
        )
    return merged


def _adding(group: Iterable[Lesion]) -> list[Lesion]:
    """Return the lesions of a group that add a segment or mechanism, whose quotes must stand for them."""
    said: set[str] = set()
    adding = []
    for lesion in group:
        told = {*lesion.segments, *lesion.mechanisms}
        if not told <= said:
            adding.append(lesion)
        said |= told
    return adding


def merge(findings: Iterable[FindingT]) -> tuple[FindingT, ...]:
    """Merge findings that differ in their evidence alone, and in the rules that read them."""
    groups: dict[tuple[object, ...], list[FindingT]] = {}
    for finding in findings:
        key = tuple(value for name, value in finding if name not in _HOW_READ)
        groups.setdefault(key, []).append(finding)
    return tuple(
        group[0].model_copy(update={"evidence": _quotes(group), **proof(finding.read_by for finding in group)})
        for group in groups.values()
    )


def merge_tart(findings: Iterable[Tart]) -> tuple[Tart, ...]:
    """Merge findings of the hands; a side holds for all that one quote lists, as `tender right L4-5 and L5-S1`."""
    merged = merge(findings)
    sided = [one for one in merged if one.laterality]
    return tuple(one for one in merged if one.laterality or not any(_is_listed_with(one, other) for other in sided))


def _is_listed_with(unsided: Tart, sided: Tart) -> bool:
    same = (unsided.component, unsided.region, unsided.assertion) == (sided.component, sided.region, sided.assertion)
    return same and set(unsided.evidence) <= set(sided.evidence)


def merge_diagnoses(diagnoses: Iterable[Diagnosis]) -> tuple[Diagnosis, ...]:
    """Merge diagnoses; one without region and side only repeats one that has them, as `a pinched nerve` at last."""
    merged = merge(diagnoses)
    placed = {(one.condition, one.assertion) for one in merged if one.region or one.laterality}
    return tuple(one for one in merged if one.region or one.laterality or (one.condition, one.assertion) not in placed)


def _quotes(findings: Iterable[Finding], fewest: int = 0) -> tuple[Evidence, ...]:
    """Return the first few quotes of findings, or as many as must stand, without those that stand inside another."""
    quotes = dict.fromkeys(evidence for finding in findings for evidence in finding.evidence)
    outer = (quote for quote in quotes if not any(_holds(other, quote) for other in quotes))
    return tuple(islice(outer, max(fewest, _QUOTES)))


def _holds(outer: Evidence, inner: Evidence) -> bool:
    if outer is inner or outer.span is None or inner.span is None or outer.span == inner.span:
        return False
    return outer.span[0] <= inner.span[0] and inner.span[1] <= outer.span[1]


def unexplained(diagnoses: Iterable[Diagnosis], lesions: Iterable[Lesion]) -> tuple[Diagnosis, ...]:
    """Leave out the stenoses that are lesions: of a canal of their region, with what narrows it, or named again."""
    narrowed = [lesion for lesion in lesions if lesion.kind in _NARROWED]
    told: set[tuple[Region | None, Assertion]] = {
        (lesion.region, lesion.assertion)
        for lesion in narrowed
        if lesion.region and (lesion.assertion == "possible" or (lesion.kind == "canal_stenosis" and lesion.mechanisms))
    }
    foramina = {lesion.assertion for lesion in narrowed if lesion.kind == "foraminal_stenosis"}
    causes = {quote.span for lesion in narrowed for quote in lesion.evidence[1:]}
    others = [one for one in diagnoses if one.region or not _lies_at(one, causes)]
    return tuple(one for one in others if not (one.condition == "spinal_stenosis" and _is_told(one, told, foramina)))


def _lies_at(one: Diagnosis, spans: Iterable[Span | None]) -> bool:
    """Tell whether a diagnosis only names what narrows a space: `Canal stenosis, L3-4. A bulging disc in front.`."""
    start, end = first_span(one)
    return len(one.evidence) == 1 and any(span and start < span[1] and span[0] < end for span in spans)


def _is_told(one: Diagnosis, told: set[tuple[Region | None, Assertion]], foramina: set[Assertion]) -> bool:
    """Tell whether a stenosis is one of the lesions, or without its region repeats that of a foramen."""
    if one.assertion not in {"present", "possible"}:
        return False
    again = one.region is None and one.assertion in foramina
    return (one.region, one.assertion) in told or (again and any("foramin" in it.quote.lower() for it in one.evidence))
