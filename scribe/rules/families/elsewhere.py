"""EL: what M99 leaves to other categories, and which codes exclude each other."""

from collections.abc import Iterator
from itertools import combinations

from scribe.rules.chart import STENOSES, Chart, diagnoses, lesions, stenoses, title_of
from scribe.rules.engine import Problem, rule
from scribe.rules.tables import CodeFacts
from scribe.rules.views.claims import Judgement, judge, judged
from scribe.rules.views.competition import competitor, competitor_of_code, left_elsewhere
from scribe.rules.views.matrix import cell, facts_of, regions_of
from scribe.rules.views.mentions import affirmed
from scribe.rules.words import condition_words, kind_of_code, lesion_words
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
    for judgement in judge(chart):
        claim, code, verdict, _, finding = judgement
        cause = _cause(chart, judgement)
        if cause is not None:
            message = (
                f"{code} ({title_of(chart, code)}): the document diagnoses {condition_words(cause.condition)}, "
                "and M99 is not used for a condition that is classified elsewhere."
            )
            yield Problem(claim.at, message, (*claim.evidence, *cause.evidence))
        elif verdict == "elsewhere" and _is_plain(finding):
            message = (
                f"{code} ({title_of(chart, code)}): the document states spinal stenosis without a mechanism, "
                "which M48.0- classifies; what narrows the space, and which space, would have to be stated."
            )
            yield Problem(claim.at, message, (*claim.evidence, *judgement.quotes))


@rule("EL03", "error", topic="classified_elsewhere", cites=("guidelines-i-a-12-a", "tabular-m43-5", "tabular-m54"))
def excluded_pair(chart: Chart) -> Iterator[Problem]:
    """Flag two chosen codes that an Excludes1 note keeps apart.

    Excludes1 means "not coded here": the two are not reported together unless
    the conditions are unrelated, which the document then has to show. The note
    is read from the tabular list, with those inherited from above. Titles that
    name different regions show it, but for M99, which M43.5 excludes as a
    whole.
    """
    for one, other in combinations(judge(chart), 2):
        note = chart.codes.excluding(one.code, other.code)
        if note is not None and not _of_two_regions(chart, one.code, other.code):
            message = (
                f"{one.code} and {other.code} exclude each other (Excludes1 at {note.at}: {note.text}); both stand "
                "only where the record shows that the conditions are unrelated."
            )
            yield Problem(other.claim.at, message, (*one.claim.evidence, *other.claim.evidence))


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
            "subluxation, which the injury chapter classifies; a chronic or recurrent one would have to be stated."
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


@rule("EL06", "error", topic="classified_elsewhere", cites=("tabular-m99", "tabular-m43-1", "tabular-m53-2"))
def diagnosis_coded_as_lesion(chart: Chart) -> Iterator[Problem]:
    """Flag a code of M99.1 to M99.7 for a condition that has a category of its own.

    A slip (M43.1-), a pars defect (M43.0-), an instability (M53.2X-) is not a
    subluxation complex, and a herniated disc or a cyst is not a stenosis of
    M99. What the clinician calls by its own name is coded by that name; a
    lesion stated beside it in its own right is not touched.
    """
    for judgement in judge(chart):
        reason = _better_named(chart, judgement)
        if reason:
            message = f"{judgement.code} ({title_of(chart, judgement.code)}): {reason}"
            yield Problem(judgement.claim.at, message, (*judgement.claim.evidence, *judgement.quotes))


@rule("EL07", "information", topic="classified_elsewhere", cites=("guidelines-i-c-15-a-1",))
def lesion_in_pregnancy(chart: Chart) -> Iterator[Problem]:
    """Flag a sacral or pelvic lesion of a patient who is documented to be pregnant.

    Codes of chapter 15 come before those of other chapters, and some name the
    joints of the pelvis. That the condition has nothing to do with the
    pregnancy is for the clinician to state.
    """
    placed = next((it for it in lesions(chart) if it[1].region in ("sacral", "pelvic")), None)
    pregnancy = affirmed(chart, "pregnancy") if placed else ()
    if placed and pregnancy:
        message = (
            f"Pregnancy is documented beside the {lesion_words(placed[1])}: a code of chapter 15 comes first, unless "
            "the clinician states that the pregnancy has nothing to do with it."
        )
        yield Problem(placed[0], message, (*placed[1].evidence, *pregnancy))


@rule("EL08", "warning", topic="diagnosis_omitted", cites=("guidelines-iv-j", "guidelines-i-b-6", "tabular-m99"))
def uncoded_diagnosis(chart: Chart) -> Iterator[Problem]:
    """Flag a definitive diagnosis of which none of the chosen codes is.

    A dysfunction code alone leaves out the sacroiliitis or the slip that is
    documented with it. A stenosis of M99 does not hold the radiculopathy that
    it causes. A wrong, short or excluded code counts as the attempt and has an
    issue of its own.
    """
    judgements = judge(chart)
    for i, suggestion in enumerate(chart.suggestions):
        facts = facts_of(suggestion.code)
        if suggestion.status != "assign" or facts is None or not _is_owed(chart, facts):
            continue
        if judgements and not any(_attempts(chart, it, suggestion.code, facts) for it in judgements):
            message = (
                f"{suggestion.code} ({suggestion.title}) is the code of a documented diagnosis, "
                "and no chosen code is of that condition."
            )
            yield Problem(f"suggestions[{i}].code", message, suggestion.evidence)


def _cause(chart: Chart, judgement: Judgement) -> Diagnosis | None:
    """The diagnosis that classifies elsewhere what a stenosis code of M99 would code."""
    place, finding = cell(judgement.code), judgement.finding
    if place is None or not place.family.mechanisms or not isinstance(finding, Lesion):
        return None
    return competitor_of_code(chart, finding, judgement.code, place) if finding.kind in STENOSES else None


def _is_plain(finding: Lesion | Diagnosis | None) -> bool:
    return isinstance(finding, Diagnosis) and finding.condition == "spinal_stenosis"


def _of_two_regions(chart: Chart, one: str, other: str) -> bool:
    """Whether two codes outside M99 name regions and share none."""
    here, there = ({*regions_of(title_of(chart, code))} for code in (one, other))
    return bool(here and there and not here & there) and not (one + other).count("M99")


def _better_named(chart: Chart, judgement: Judgement) -> str | None:
    """Why a code of M99 gives way to another category, where EL02 does not say it already."""
    finding = judgement.finding
    if judgement.verdict == "elsewhere" and isinstance(finding, Diagnosis) and not _is_plain(finding):
        lesion = kind_of_code(judgement.code)
        return f"{_has_its_own(finding)}; a {lesion} of that region would have to be stated in its own right."
    if judgement.verdict != "documented" or not isinstance(finding, Lesion) or _cause(chart, judgement):
        return None
    place = cell(judgement.code)
    instead = place and competitor_of_code(chart, finding, judgement.code, place)
    reason = left_elsewhere(chart).get(judgement.code)
    return f"{_has_its_own(instead)}." if instead else reason and reason[0].lower() + reason[1:]


def _has_its_own(diagnosis: Diagnosis) -> str:
    return f"the document diagnoses {condition_words(diagnosis.condition)}, which has a category of its own"


def _is_owed(chart: Chart, facts: CodeFacts) -> bool:
    """Whether a diagnosis is coded beside every M99 code: definitive, coccydynia, a root beside a stenosis."""
    if facts.nature == "definitive":
        return True
    if "radiculopathy" in facts.conditions:
        return any((place := cell(judgement.code)) and place.family.kind in STENOSES for judgement in judge(chart))
    stated = {diagnosis.condition for _, diagnosis in diagnoses(chart)}
    return "coccydynia" in stated and "coccydynia" in facts.conditions


def _attempts(chart: Chart, judgement: Judgement, code: str, facts: CodeFacts) -> bool:
    """Whether a claim is of a condition, tries to be, or keeps its code away."""
    own, finding = facts_of(judgement.code), judgement.finding
    if own is not None and {*own.conditions} & {*facts.conditions}:
        return True
    if isinstance(finding, Lesion):
        finding = competitor(chart, finding)
    if isinstance(finding, Diagnosis) and finding.condition in facts.conditions:
        return True
    short = judgement.verdict in ("nonexistent", "header") and judgement.code[:3] == code[:3]
    return short or chart.codes.excluding(judgement.code, code) is not None
