"""SP: what an examination, a history and a plan add so that a diagnosis stands."""

import re
from collections.abc import Collection, Iterator

from scribe.rules.chart import (
    Chart,
    components,
    diagnoses,
    dysfunctions,
    grounded,
    lesions,
    manipulations,
    plain_stenoses,
    quotes_of,
    sentences_of,
    stenoses,
    tart,
)
from scribe.rules.engine import Problem, rule
from scribe.rules.tables import level_words, sided_structures, thresholds
from scribe.rules.views.levels import vertebrae_in
from scribe.rules.views.mentions import is_planned, mentions, says
from scribe.rules.views.profile import profile
from scribe.rules.views.radiographs import is_shown
from scribe.rules.views.spaces import tissues_in
from scribe.rules.words import component_words, lesion_words
from scribe.schema import Care, Lesion, Region, TartComponent

_CONSERVATIVE = ("physical_therapy", "manipulation", "medication", "exercise", "massage", "acupuncture", "other")
_INVASIVE = ("injection", "surgery")
_LOW_BACK = frozenset[Region]({"lumbar", "sacral"})
"""Regions of one approach: the roots of a lumbar stenosis are reached at the sacrum, too."""


@rule("SP01", "warning", topic="tart_insufficient", cites=("aacom-glossary", "lcd-l33616", "a56954"))
def dysfunction_without_examination(chart: Chart) -> Iterator[Problem]:
    """Flag a dysfunction with fewer than two components of TART in its region.

    Tissue texture, asymmetry, restricted motion and tenderness are what a
    dysfunction is found by. The clinician's statement is enough for the code;
    whether the examination bears it out is what a reviewer asks, and some
    accept one component where most look for two.
    """
    if profile(chart) == "medicare_cmt":
        return
    for at, lesion, region in _placed_dysfunctions(chart):
        found = components(chart, region)
        if len(found) < thresholds()["general"].components:
            message = (
                f"For the {lesion_words(lesion)} the examination documents {_documented(found)}; two of tissue texture "
                f"change, asymmetry, restricted motion and tenderness are looked for{_least(chart)}."
            )
            yield Problem(at, message, lesion.evidence)


@rule("SP02", "warning", topic="tart_insufficient", cites=("mbpm-15-240-1-2", "a56273", "part-vocabulary"))
def dysfunction_without_part(chart: Chart) -> Iterator[Problem]:
    """Flag a dysfunction manipulated under Medicare that P.A.R.T. does not show.

    Of pain or tenderness, asymmetry, abnormal range of motion and changed
    tissue tone, Medicare asks for two in the region, one of them asymmetry or
    range of motion. An image that shows the subluxation is the other proof; it
    may be up to a year older than the first visit.
    """
    if profile(chart) != "medicare_cmt":
        return
    threshold = thresholds()["medicare_cmt"]
    one_of = component_words(threshold.one_of, "or")
    for at, lesion, region in _placed_dysfunctions(chart):
        found = components(chart, region)
        short = len(found) < threshold.components or not set(found) & {*threshold.one_of}
        if short and not is_shown(chart, region):
            message = (
                f"For the {lesion_words(lesion)} the examination documents {_documented(found)}; P.A.R.T. needs two, "
                f"one of them {one_of}, or an image of the last 12 months that shows the subluxation."
            )
            yield Problem(at, message, lesion.evidence)


@rule("SP03", "information", topic="laterality_missing", cites=("guidelines-i-b-13", "tabular-m99"))
def unsided_structure(chart: Chart) -> Iterator[Problem]:
    """Flag a lesion of a joint, rib, limb or foramen that has two sides and is given none.

    No code of M99 has a side, so this changes no code. The record needs it all
    the same: treatment, comparison at the next visit and companion codes that
    do have a side rest on it.
    """
    for at, lesion in lesions(chart):
        structure = _sided(lesion)
        if structure is not None and lesion.laterality is None:
            message = (
                f"The side of the {lesion_words(lesion)} is not stated ({structure}): left, right or both would "
                "complete it."
            )
            yield Problem(at, message, lesion.evidence)


@rule("SP04", "information", topic="function_missing", cites=("mbpm-15-240-1-3", "palmetto-chiropractic"))
def treatment_without_function(chart: Chart) -> Iterator[Problem]:
    """Flag a dysfunction treated today in a document without any limitation in daily life.

    Care aims at function. What the patient cannot do, for how long or how far,
    is the measure by which the next visit shows change.
    """
    if any(grounded(function) for function in chart.extraction.function):
        return
    if any(dysfunctions(chart)):
        for at, care in manipulations(chart):
            message = (
                "A dysfunction is treated today, and no limitation in daily life is documented: what the patient "
                "cannot do, for how long or how far, would be the measure."
            )
            yield Problem(at, message, care.evidence)
            return


@rule("SP05", "information", topic="prior_care_missing", cites=("guidelines-i-a-19",))
def intervention_without_prior_care(chart: Chart) -> Iterator[Problem]:
    """Flag an injection or operation planned for a stenosis with no conservative care documented before.

    What was tried, for how long and with what effect is why the next step is
    taken; left out, the plan stands alone.
    """
    given = (care for care in chart.extraction.care if care.timing in ("prior", "today") and grounded(care))
    narrowed = {it.region for _, it in stenoses(chart)} | {it.region for _, it in plain_stenoses(chart)}
    if not narrowed or any(care.kind in _CONSERVATIVE for care in given):
        return
    seen: set[str] = set()
    for i, care in enumerate(chart.extraction.care):
        if care.timing == "planned" and grounded(care) and _is_for(care, narrowed) and care.kind not in seen:
            seen.add(care.kind)
            step = "An injection" if care.kind == "injection" else "Surgery"
            message = (
                f"{step} is planned for the stenosis, and no conservative care before it is documented: what was "
                "tried, and with what effect, would explain the step."
            )
            yield Problem(f"extraction.care[{i}]", message, care.evidence)


def _is_for(care: Care, narrowed: Collection[Region | None]) -> bool:
    """Whether an injection or operation may be for a stenosis: none names another part of the spine."""
    if care.kind not in _INVASIVE:
        return False
    low = _LOW_BACK if _LOW_BACK.intersection(care.regions) else frozenset[Region]()
    return not care.regions or None in narrowed or not low.union(care.regions).isdisjoint(narrowed)


@rule("SP07", "information", topic="prior_care_missing", cites=("tabular-m96-1", "guidelines-i-b-16"))
def scar_without_cause(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis by scar in a document that mentions no operation or injection, not even their absence.

    Scar around the nerves nearly always follows an operation or an injection,
    and after an operation it is classified elsewhere. That there was none is
    worth a word too.
    """
    scarred = [it for it in stenoses(chart) if "connective_tissue" in it[1].mechanisms and _is_scar(chart, it[1])]
    if scarred and not _mentions_operation(chart):
        for at, lesion in scarred:
            message = (
                f"Scar is stated as the cause of the {lesion_words(lesion)}; whether an operation or an injection came "
                "before it is not documented."
            )
            yield Problem(at, message, lesion.evidence)


@rule("SP08", "information", topic="tart_insufficient", cites=("aacom-glossary", "mbpm-15-240-1-4"))
def dysfunction_without_motion(chart: Chart) -> Iterator[Problem]:
    """Flag a dysfunction of which neither motion nor position is described.

    A dysfunction is named for where a part stands and which way it will not
    go. Tenderness and a changed texture alone are found over many other things.
    """
    if profile(chart) == "medicare_cmt":
        return
    for at, lesion, region in _placed_dysfunctions(chart):
        found = components(chart, region)
        if len(found) >= thresholds()["general"].components and not _is_described(chart, region, found):
            message = (
                f"For the {lesion_words(lesion)} the examination documents {_documented(found)}; a restricted motion "
                "or a position would describe it."
            )
            yield Problem(at, message, lesion.evidence)


def _is_scar(chart: Chart, lesion: Lesion) -> bool:
    return "scar" in tissues_in(sentences_of(chart, lesion))


def _mentions_operation(chart: Chart) -> bool:
    """Whether an operation or injection is documented as done or denied; one that is planned explains no scar."""
    if any(diagnosis.condition == "postlaminectomy_syndrome" for _, diagnosis in diagnoses(chart)):
        return True
    planned = [
        evidence.span
        for care in chart.extraction.care
        if care.timing == "planned"
        for evidence in care.evidence
        if evidence.span is not None
    ]
    return any(
        not any(start <= place[0] < end for start, end in planned) and not is_planned(chart.document, place)
        for place in mentions(chart, "operation")
    )


def _is_described(chart: Chart, region: Region, found: Collection[TartComponent]) -> bool:
    """Whether a motion or a position is described in the examination, or in the words of a dysfunction itself."""
    stated = (lesion for _, lesion in dysfunctions(chart) if lesion.region == region)
    return not {"asymmetry", "restriction"}.isdisjoint(found) or any(
        says(sentences_of(chart, lesion), "motion_or_position") for lesion in stated
    )


@rule("SP06", "warning", topic="region_nonspecific", cites=("mbpm-15-240-1-4", "mln-se1601"))
def level_unnamed(chart: Chart) -> Iterator[Problem]:
    """Flag a dysfunction of the spine manipulated under Medicare whose level the document does not name.

    Medicare asks for the level: the bones, such as C5 or L4, or an area that
    implies them, such as lumbosacral or sacroiliac. The sacrum and the ilium
    are levels by themselves; a cervical, thoracic or lumbar region is not. A
    level that the examination or the treatment of the region names is enough.
    """
    if profile(chart) != "medicare_cmt":
        return
    for at, lesion, region in _placed_dysfunctions(chart):
        if region in level_words() and not _names_level(chart, region):
            message = (
                f"The level of the {lesion_words(lesion)} is not named; it stands with the vertebrae, or with an area "
                "that implies them."
            )
            yield Problem(at, message, lesion.evidence)


def _names_level(chart: Chart, region: Region) -> bool:
    """Whether a dysfunction, a finding or a treatment of a region names a vertebra of it, or what implies one."""
    stated = [lesion for _, lesion in dysfunctions(chart) if lesion.region == region]
    if any(lesion.segments for lesion in stated):
        return True
    found = [finding for _, finding in tart(chart) if finding.region == region]
    given = [care for _, care in manipulations(chart) if region in care.regions]
    words = " ".join(sentences_of(chart, finding) for finding in (*stated, *found, *given))
    implied = re.search(level_words()[region], words, re.IGNORECASE) is not None
    return implied or any(vertebra.startswith(region[0].upper()) for vertebra in vertebrae_in(words))


def _placed_dysfunctions(chart: Chart) -> Iterator[tuple[str, Lesion, Region]]:
    """The dysfunctions that have a region, the first of each region."""
    seen: set[Region] = set()
    for at, lesion in dysfunctions(chart):
        if lesion.region is not None and lesion.region not in seen:
            seen.add(lesion.region)
            yield at, lesion, lesion.region


def _least(chart: Chart) -> str:
    """What the published text of the profile asks for, where that is less."""
    least = thresholds()[profile(chart)].accepted
    fewer = least < thresholds()["general"].components
    return f", and coverage texts for osteopathic manipulation ask for at least {least} in each region" if fewer else ""


def _documented(found: Collection[TartComponent]) -> str:
    return component_words(found) if found else "no finding"


def _sided(lesion: Lesion) -> str | None:
    """The sided structure that a lesion is of, in words."""
    if lesion.kind == "foraminal_stenosis":
        return "foramen"
    structure = None if lesion.region is None else sided_structures().get(lesion.region)
    said = quotes_of(lesion)
    if structure is None or not re.search(structure.pattern, said, re.IGNORECASE):
        return None
    return None if says(said, "both_sides") else structure.name
