"""EL: what M99 leaves to other categories, and which codes exclude each other."""

from collections.abc import Iterator
from itertools import combinations

from scribe.rules.chart import Chart, diagnoses, stenoses, title_of
from scribe.rules.claims import diagnosis_claims, judge, judged, spelled
from scribe.rules.competition import competitor
from scribe.rules.engine import Problem, rule
from scribe.rules.matrix import cell
from scribe.rules.words import condition_words, lesion_words
from scribe.schema import Diagnosis, Lesion


@rule("EL01", "warning", topic="classified_elsewhere", cites=("tabular-m99", "guidelines-i"))
def stenosis_classified_elsewhere(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis whose cause is itself diagnosed in the same region.

    The note at M99 says that the category is not used for a condition that can
    be classified elsewhere. A disc herniation, a listhesis, spondylosis, a
    fracture or a postoperative scar that narrows the space is such a
    condition. Dysfunction stated in its own right is not touched by the note.
    """
    for at, lesion in stenoses(chart):
        diagnosis = competitor(chart, lesion)
        if diagnosis is not None:
            message = (
                f"The {lesion_words(lesion)} is accounted for by the {condition_words(diagnosis.condition)} "
                "that the document diagnoses: M99 leaves it to that diagnosis."
            )
            yield Problem(at, message, (*lesion.evidence, *diagnosis.evidence))


@rule("EL02", "error", topic="classified_elsewhere", cites=("tabular-m99", "tabular-m48-0"))
def elsewhere_classified_code(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis code of M99 for a narrowing that another category classifies.

    M99.2 to M99.7 are for a narrowing with a stated biomechanical mechanism
    and no diagnosis of its own. With such a diagnosis the code is that
    diagnosis; with no mechanism it is the plain stenosis of the region
    (M48.0-).
    """
    for claim, code, verdict, _, finding in judge(chart):
        cause = _cause(chart, code, finding)
        if cause is not None:
            message = (
                f"{code} ({title_of(chart, code)}): the document diagnoses {condition_words(cause.condition)}, "
                "and M99 is not used for a condition that is classified elsewhere."
            )
            yield Problem(claim.at, message, (*claim.evidence, *cause.evidence))
        elif verdict == "elsewhere" and isinstance(finding, Diagnosis):
            message = (
                f"{code} ({title_of(chart, code)}): the document states spinal stenosis without a mechanism, "
                "which M48.0- classifies."
            )
            yield Problem(claim.at, message, (*claim.evidence, *finding.evidence))


@rule("EL03", "error", topic="classified_elsewhere", cites=("guidelines-i-a-12-a", "tabular-m43-5", "tabular-m54"))
def excluded_pair(chart: Chart) -> Iterator[Problem]:
    """Flag two chosen codes that an Excludes1 note keeps apart.

    Excludes1 means "not coded here": the two are not reported together unless
    the conditions are unrelated, which the document then has to show. The note
    is read from the tabular list, with those inherited from above.
    """
    claims = [(claim, spelled(claim.code)) for claim in diagnosis_claims(chart)]
    for (_, first), (later, second) in combinations(claims, 2):
        note = chart.codes.excluding(first, second)
        if note is not None:
            message = f"{first} and {second} exclude each other (Excludes1 at {note.at}) unless they are unrelated."
            yield Problem(later.at, message, later.evidence)


@rule("EL04", "error", topic="traumatic_subluxation", cites=("guidelines-i-c-13-b", "tabular-s33"))
def injury_coded_as_lesion(chart: Chart) -> Iterator[Problem]:
    """Flag a subluxation code of M99 for an acute traumatic subluxation.

    A current injury belongs to chapter 19: S13.1-, S23.1-, S33.1- or S33.2
    with its seventh character. Chapter 13 keeps what is healed, recurrent or
    chronic.
    """
    for judgement in judged(chart, "traumatic"):
        message = (
            f"{judgement.code} ({title_of(chart, judgement.code)}): the document states an acute traumatic "
            "subluxation, which the injury chapter classifies."
        )
        yield Problem(judgement.claim.at, message, (*judgement.claim.evidence, *judgement.quotes))


@rule("EL05", "information", topic="traumatic_subluxation", cites=("guidelines-i-c-13-b", "tabular-7th-characters"))
def acute_subluxation(chart: Chart) -> Iterator[Problem]:
    """Flag an acute traumatic subluxation, so that nobody looks for it in M99.

    The word subluxation leads to M99.1 in a chronic complaint and to chapter
    19 in an injury. The injury code names the level and needs a seventh
    character for the phase of care.
    """
    for at, diagnosis in diagnoses(chart):
        if diagnosis.condition == "traumatic_subluxation":
            message = "The subluxation is an acute injury: level and phase of care decide its code, not M99."
            yield Problem(at, message, diagnosis.evidence)


def _cause(chart: Chart, code: str, finding: Lesion | Diagnosis | None) -> Diagnosis | None:
    """The diagnosis that classifies elsewhere what a stenosis code of M99 would code."""
    place = cell(code)
    if place is None or not place.family.mechanisms or not isinstance(finding, Lesion):
        return None
    return competitor(chart, finding)
