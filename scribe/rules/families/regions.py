"""RG: the region of a code, of a lesion and of a treatment."""

from collections.abc import Iterator

from scribe.rules.chart import (
    Chart,
    components,
    diagnoses,
    is_found,
    lesions,
    manipulations,
    tart,
    title_of,
)
from scribe.rules.engine import Problem, rule
from scribe.rules.tables import condition_facts
from scribe.rules.views.claims import WRONG, Judgement, diagnosis_claims, judge, judged, missed
from scribe.rules.views.competition import competitor, left_elsewhere
from scribe.rules.views.matrix import cell, codes_of
from scribe.rules.views.spaces import names_pelvic_foramen
from scribe.rules.words import component_words, kind_words, lesion_words, listed, needed_for
from scribe.schema import Care, Lesion, Region
from scribe.terminology.regions import LIMBS, MANUAL, region_words


@rule("RG01", "warning", topic="region_nonspecific", cites=("tabular-m99", "guidelines-i-b-18"))
def unplaced_lesion(chart: Chart) -> Iterator[Problem]:
    """Flag a lesion whose region the document does not fix.

    Every code of M99 but M99.9 names a region. "Low back", "lower spine" and
    "back" may mean the lumbar spine, the sacrum or the pelvis, so that no code
    follows until a level, a joint or a region is named.
    """
    for at, lesion in lesions(chart):
        if lesion.region is None:
            message = (
                f"The region of the {kind_words(lesion)} is not stated: a level, a joint or a region would fix it."
            )
            yield Problem(at, message, lesion.evidence)


@rule("RG02", "error", topic="region_nonspecific", cites=("guidelines-i-b-18",))
def region_assumed_by_code(chart: Chart) -> Iterator[Problem]:
    """Flag a code that names a region where the document fixes none.

    A code may not say more than the record. Where the lesion is stated without
    its region, any region in the code is a guess.
    """
    for claim, code, lesion in missed(chart, "unplaced"):
        title = title_of(chart, code)
        message = (
            f"{code} ({title}) names a region; the document states the {kind_words(lesion)} without one: a level, a "
            "joint or a region would have to be stated."
        )
        yield Problem(claim.at, message, (*claim.evidence, *lesion.evidence))


@rule("RG03", "error", topic="code_mismatch", cites=("tabular-m99", "icd-index-m99", "inference-junctions"))
def other_region_coded(chart: Chart) -> Iterator[Problem]:
    """Flag a code of M99 that names another region than the lesion it codes.

    The fifth character is the region. Junctions go to the upper neighbour
    (occipitocervical is head, lumbosacral is lumbar), but the sacroiliac and
    the sacrococcygeal joint are sacral, whatever region a procedure code
    counts them in.
    """
    for claim, code, lesion in missed(chart, "other_region"):
        message = (
            f"{code} ({title_of(chart, code)}) is another region than that of the documented {lesion_words(lesion)} "
            f"({listed(codes_of(lesion))}); it would need {needed_for(code)} to be stated."
        )
        yield Problem(claim.at, message, (*claim.evidence, *lesion.evidence))


@rule("RG04", "warning", topic="region_omitted", cites=("guidelines-i-c-13-a", "guidelines-i-b-20", "guidelines-iv-j"))
def uncoded_lesion(chart: Chart) -> Iterator[Problem]:
    """Flag a documented lesion that none of the chosen codes tries to code.

    Sites that are documented are coded one by one. A code that is wrong, too
    short or too vague counts as the attempt for the lesion it comes nearest
    to: it has an issue of its own, and one mistake is raised once.
    """
    if not any(diagnosis_claims(chart)):
        return
    for at, lesion in _without_attempt(chart):
        message = f"The {lesion_words(lesion)} ({listed(codes_of(lesion))}) is documented, and no chosen code names it."
        yield Problem(at, message, lesion.evidence)


@rule("RG05", "warning", topic="region_not_diagnosed", cites=("a56954", "mbpm-15-240-1-4"))
def treated_region_without_lesion(chart: Chart) -> Iterator[Problem]:
    """Flag a region treated by manipulation today for which nothing is diagnosed.

    Regions treated have to be regions affected. A statement of dysfunction,
    with the examination behind it, carries the treatment of a region; the
    treatment does not carry the diagnosis.
    """
    for at, care, region in _undiagnosed(chart):
        if not is_found(chart, region):
            message = (
                f"The {region_words(region)} is treated today, and the document states no dysfunction there: "
                "the finding and the diagnosis that led to the treatment would carry it."
            )
            yield Problem(at, message, care.evidence)


@rule("RG06", "warning", topic="dysfunction_not_stated", cites=("guidelines-i-a-19", "guidelines-i-b-14"))
def findings_without_diagnosis(chart: Chart) -> Iterator[Problem]:
    """Flag a region with two or more components of TART and no diagnosis that accounts for them.

    A code follows the clinician's diagnostic statement, never the findings
    alone. Findings that no dysfunction, structural diagnosis or injury of the
    region accounts for are a reason to ask; where the clinician denies a
    dysfunction there, the conclusion is drawn. A tender, stiff limb counts only
    where manual medicine is practised: elsewhere it is any limb examination.
    """
    for region, at in _examined(chart):
        unasked = region in LIMBS and chart.encounter.discipline not in MANUAL
        if is_found(chart, region) and not unasked and not _accounted_for(chart, region):
            found = components(chart, region)
            message = (
                f"{component_words(found).capitalize()} are documented in the {region_words(region)}, and no diagnosis "
                "of that region: the clinician's conclusion from these findings is missing."
            )
            yield Problem(at, message, tuple(quote for finding in found.values() for quote in finding.evidence))


@rule("RG07", "error", topic="dysfunction_not_stated", cites=("guidelines-i-a-19", "guidelines-i-b-14"))
def code_from_findings_alone(chart: Chart) -> Iterator[Problem]:
    """Flag a dysfunction code for a region that was found abnormal but never diagnosed.

    The examination may well point to a dysfunction. Until the clinician says
    so, the code rests on the coder's conclusion, not on the clinician's.
    """
    for claim, code, *_ in judged(chart, "unstated"):
        place = cell(code)
        if place is not None:
            found = components(chart, place.region)
            message = (
                f"{code} ({title_of(chart, code)}): {component_words(found)} are documented, but the clinician states "
                f"no dysfunction of that region; it would need {needed_for(code)} to be stated."
            )
            quotes = (quote for finding in found.values() for quote in finding.evidence)
            yield Problem(claim.at, message, (*claim.evidence, *quotes))


@rule("RG08", "information", topic="region_nonspecific", cites=("anatomy-sacral-foramina", "tabular-m99"))
def pelvic_foramen(chart: Chart) -> Iterator[Problem]:
    """Flag a foramen that is called pelvic, where the sacrum may be meant.

    The pelvic sacral foramina are the anterior openings of the sacrum; the
    pelvis itself has no intervertebral foramina. "Pelvic" alone may mean
    either, and the region of the code is another.
    """
    for at, lesion in lesions(chart):
        if names_pelvic_foramen(chart, lesion):
            message = (
                "A pelvic foramen is named: whether an anterior sacral foramen or another opening of the pelvic region "
                "is meant would fix the region."
            )
            yield Problem(at, message, lesion.evidence)


def _without_attempt(chart: Chart) -> list[tuple[str, Lesion]]:
    """The lesions without a code, less those that a wrong code comes nearest to."""
    judgements = judge(chart)
    left = [
        (at, lesion)
        for at, lesion in lesions(chart)
        if codes_of(lesion)
        and not any(judgement.code in codes_of(lesion) for judgement in judgements)
        and competitor(chart, lesion) is None
        and not {*codes_of(lesion)} <= left_elsewhere(chart).keys()
    ]
    right = any(judgement.verdict == "documented" and cell(judgement.code) for judgement in judgements)
    for judgement in judgements:
        if judgement.verdict == "vague" and not judgement.code.startswith("M99"):
            left = [placed for placed in left if placed[1] != judgement.finding]
        elif judgement.verdict in WRONG and judgement.code.startswith("M99"):
            # A heading alone is the attempt for all lesions under it; beside right codes it is a slip in one of them.
            left = (
                _less_nearest(left, judgement)
                if right or not _names_no_region(judgement)
                else _less_all(left, judgement)
            )
    return left


def _names_no_region(judgement: Judgement) -> bool:
    return judgement.verdict == "header" or judgement.code == "M99.9"


def _less_all(left: list[tuple[str, Lesion]], judgement: Judgement) -> list[tuple[str, Lesion]]:
    heading = judgement.code.removesuffix(".9")
    return [placed for placed in left if not any(code.startswith(heading) for code in codes_of(placed[1]))]


def _less_nearest(left: list[tuple[str, Lesion]], judgement: Judgement) -> list[tuple[str, Lesion]]:
    if not left:
        return left
    nearest = max(left, key=lambda placed: max(_shared(judgement.code, code) for code in codes_of(placed[1])))
    return [placed for placed in left if placed is not nearest]


def _shared(one: str, other: str) -> int:
    """How many characters two codes share, place by place."""
    return sum(a == b for a, b in zip(one, other, strict=False))


def _undiagnosed(chart: Chart) -> Iterator[tuple[str, Care, Region]]:
    """The treated regions, once each, that no lesion may account for."""
    seen = {lesion.region for assertion in ("present", "possible") for _, lesion in lesions(chart, assertion)}
    if None in seen:
        return
    for at, care in manipulations(chart):
        for region in care.regions:
            if region not in seen:
                seen.add(region)
                yield at, care, region


def _examined(chart: Chart) -> Iterator[tuple[Region, str]]:
    """The regions with positive findings, each with the path of the first."""
    seen: set[Region] = set()
    for at, finding in tart(chart):
        if finding.region is not None and finding.region not in seen:
            seen.add(finding.region)
            yield finding.region, at


def _accounted_for(chart: Chart, region: Region) -> bool:
    """Whether the clinician concludes from the findings of a region: a lesion, its denial, or more than a symptom."""
    if any(lesion.region in (region, None) for _, lesion in lesions(chart)):
        return True
    if any(lesion.region == region for _, lesion in lesions(chart, "possible")):
        return True
    if any(lesion.region in (region, None) for _, lesion in lesions(chart, "absent")):
        return True
    return any(
        diagnosis.region == region and condition_facts()[diagnosis.condition].nature == "definitive"
        for _, diagnosis in diagnoses(chart)
    )
