"""SP: what an examination, a history and a plan add so that a diagnosis stands."""

import re
from collections.abc import Collection, Iterator

from scribe.rules.chart import (
    Chart,
    components,
    dysfunctions,
    grounded,
    is_medicare_manipulation,
    lesions,
    manipulations,
    plain_stenoses,
    quotes_of,
    stenoses,
)
from scribe.rules.engine import Problem, rule
from scribe.rules.tables import sided_structures, thresholds
from scribe.rules.words import component_words, lesion_words
from scribe.schema import Lesion, Region, TartComponent

_CONSERVATIVE = ("physical_therapy", "manipulation", "medication", "exercise", "massage", "acupuncture", "other")
_INVASIVE = ("injection", "surgery")


@rule("SP01", "warning", topic="tart_insufficient", cites=("aacom-glossary", "lcd-l33616", "a56954"))
def dysfunction_without_examination(chart: Chart) -> Iterator[Problem]:
    """Flag a dysfunction with fewer than two components of TART in its region.

    Tissue texture, asymmetry, restricted motion and tenderness are what a
    dysfunction is found by. The clinician's statement is enough for the code;
    whether the examination bears it out is what a reviewer asks, and some
    accept one component where most look for two.
    """
    if is_medicare_manipulation(chart):
        return
    for at, lesion, region in _placed_dysfunctions(chart):
        found = components(chart, region)
        if len(found) < thresholds()["any"].components:
            message = (
                f"For the {lesion_words(lesion)} the examination documents {_documented(found)}; two are looked for."
            )
            yield Problem(at, message, lesion.evidence)


@rule("SP02", "warning", topic="tart_insufficient", cites=("mbpm-15-240-1-2", "a56273", "part-vocabulary"))
def dysfunction_without_part(chart: Chart) -> Iterator[Problem]:
    """Flag a dysfunction manipulated under Medicare that P.A.R.T. does not show.

    Of pain or tenderness, asymmetry, abnormal range of motion and changed
    tissue tone, Medicare asks for two in the region, one of them asymmetry or
    range of motion.
    """
    if not is_medicare_manipulation(chart):
        return
    threshold = thresholds()["medicare_cmt"]
    one_of = component_words(threshold.one_of, "or")
    for at, lesion, region in _placed_dysfunctions(chart):
        found = components(chart, region)
        if len(found) < threshold.components or not set(found) & {*threshold.one_of}:
            message = (
                f"For the {lesion_words(lesion)} the examination documents {_documented(found)}; "
                f"P.A.R.T. needs two, one of them {one_of}."
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
            message = f"The side of the {lesion_words(lesion)} is not stated ({structure})."
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
            message = "A dysfunction is treated today, and no limitation in daily life is documented."
            yield Problem(at, message, care.evidence)
            return


@rule("SP05", "information", topic="prior_care_missing", cites=("guidelines-i-a-19",))
def intervention_without_prior_care(chart: Chart) -> Iterator[Problem]:
    """Flag an injection or operation planned for a stenosis with no conservative care documented before.

    What was tried, for how long and with what effect is why the next step is
    taken; left out, the plan stands alone.
    """
    given = (care for care in chart.extraction.care if care.timing in ("prior", "today") and grounded(care))
    if any(care.kind in _CONSERVATIVE for care in given) or not (any(stenoses(chart)) or any(plain_stenoses(chart))):
        return
    for i, care in enumerate(chart.extraction.care):
        if care.kind in _INVASIVE and care.timing == "planned" and grounded(care):
            step = "An injection" if care.kind == "injection" else "Surgery"
            message = f"{step} is planned for the stenosis, and no conservative care before it is documented."
            yield Problem(f"extraction.care[{i}]", message, care.evidence)


def _placed_dysfunctions(chart: Chart) -> Iterator[tuple[str, Lesion, Region]]:
    """The dysfunctions that have a region, the first of each region."""
    seen: set[Region] = set()
    for at, lesion in dysfunctions(chart):
        if lesion.region is not None and lesion.region not in seen:
            seen.add(lesion.region)
            yield at, lesion, lesion.region


def _documented(found: Collection[TartComponent]) -> str:
    return component_words(found) if found else "no finding"


def _sided(lesion: Lesion) -> str | None:
    """The sided structure that a lesion is of, in words."""
    if lesion.kind == "foraminal_stenosis":
        return "foramen"
    structure = None if lesion.region is None else sided_structures().get(lesion.region)
    if structure is None or not re.search(structure.pattern, quotes_of(lesion), re.IGNORECASE):
        return None
    return structure.name
