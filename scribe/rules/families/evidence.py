"""EV: how sure, how current and how consistent the documentation is."""

from collections.abc import Iterator
from itertools import combinations

from scribe.rules.chart import (
    Chart,
    diagnoses,
    imaging,
    lesions,
    neuro,
    quotes_of,
    stenoses,
    tart,
    title_of,
)
from scribe.rules.engine import Problem, rule
from scribe.rules.views.claims import judged
from scribe.rules.views.levels import found_at_other_levels
from scribe.rules.views.mentions import quoted, sentence_of
from scribe.rules.views.notation import VERTEBRAL, fault_of, positions
from scribe.rules.views.origins import copied, from_others, hip_tests_for_sacroiliac_joint, seen_only, shown_mechanisms
from scribe.rules.views.positions import mismatches
from scribe.rules.words import (
    component_words,
    condition_words,
    kind_words,
    lesion_words,
    listed,
    mechanism_words,
)
from scribe.schema import Diagnosis, Laterality, Lesion, Mechanism, Tart
from scribe.terminology.regions import region_words

_OPPOSITE: dict[Laterality | None, Laterality] = {"left": "right", "right": "left"}
_ROOT_SIGNS = ("radicular_pain", "sensory_deficit", "motor_deficit", "reflex_deficit", "tension_sign")
_UMBRELLAS = ("other", "headache", "hip_pathology")
"""Conditions that hold several diseases: one of them may be stated and another negated."""
_ROOT_DIAGNOSES = ("radiculopathy", "sciatica", "disc_herniation")


@rule("EV01", "information", topic="uncertain_diagnosis", cites=("guidelines-iv-h",))
def uncertain_diagnosis(chart: Chart) -> Iterator[Problem]:
    """Flag a diagnosis that the document states as possible only.

    Outpatient coding reports what is known at the end of the visit. "Probable",
    "suspected", "rule out" and "consistent with" keep a diagnosis from being
    coded; the sign or symptom that led to it stands instead.
    """
    for at, lesion in lesions(chart, "possible"):
        yield Problem(at, _unsure(lesion_words(lesion)), lesion.evidence)
    for at, diagnosis in diagnoses(chart, "possible"):
        yield Problem(at, _unsure(condition_words(diagnosis.condition)), diagnosis.evidence)


@rule("EV02", "error", topic="uncertain_diagnosis", cites=("guidelines-iv-h",))
def uncertain_diagnosis_coded(chart: Chart) -> Iterator[Problem]:
    """Flag a code whose diagnosis the document states as possible only.

    A code has no way to say "maybe". What was suspected at one visit reads as
    established at the next.
    """
    for judgement in judged(chart, "uncertain"):
        message = (
            f"{judgement.code} ({title_of(chart, judgement.code)}) reports as established what the document states "
            "as possible; it would need the clinician to state it as established."
        )
        yield Problem(judgement.claim.at, message, (*judgement.claim.evidence, *judgement.quotes))


@rule("EV03", "information", topic="historical_only", cites=("guidelines-iv-j",))
def past_diagnosis(chart: Chart) -> Iterator[Problem]:
    """Flag a past lesion or diagnosis that has no present one in its region.

    Conditions that were treated and no longer exist are not coded. A lesion is
    current when this document finds it again; "chronic" is current.
    """
    present = {lesion.region for _, lesion in lesions(chart)}
    diagnosed = present | {diagnosis.region for _, diagnosis in diagnoses(chart)}
    for at, lesion in lesions(chart, "historical"):
        if lesion.region not in present:
            message = f"The {lesion_words(lesion)} is documented as past; a finding of today would make it current."
            yield Problem(at, message, lesion.evidence)
    for at, diagnosis in diagnoses(chart, "historical"):
        if diagnosis.region not in diagnosed and not _is_back(chart, diagnosis):
            message = f"The {condition_words(diagnosis.condition)} is documented as past; it is coded while it exists."
            yield Problem(at, message, diagnosis.evidence)


@rule("EV04", "warning", topic="unsupported_code", cites=("guidelines-i-a-19", "guidelines-iv-j"))
def code_without_finding(chart: Chart) -> Iterator[Problem]:
    """Flag a code for which the document states no present condition.

    A code reports what the clinician states in this document. One that was
    carried over from an earlier visit, filled in by a template or asked for by
    somebody else needs the statement and the finding before it can stand.
    """
    for judgement in judged(chart, "unsupported", "past"):
        if seen_only(chart, judgement.code):
            continue
        message = (
            f"{judgement.code} ({title_of(chart, judgement.code)}) has no present finding behind it"
            f"{_instead(judgement.finding)}."
        )
        yield Problem(judgement.claim.at, message, (*judgement.claim.evidence, *judgement.quotes))


@rule("EV05", "warning", topic="conflicting_findings", cites=("guidelines-i-a-19",))
def stated_and_negated(chart: Chart) -> Iterator[Problem]:
    """Flag a lesion or diagnosis that the document both states and negates.

    A template line that was not edited and a dictated assessment may say
    opposite things. Only the clinician can say which of them holds.
    """
    for at, lesion in lesions(chart):
        for _, negated in lesions(chart, "absent"):
            alike = lesion.kind == negated.kind and lesion.region == negated.region and _share_segments(lesion, negated)
            if alike and _same_side(lesion, negated):
                message = f"The {lesion_words(lesion)} is stated in one place and negated in another."
                yield Problem(at, message, (*lesion.evidence, *negated.evidence))
    for at, diagnosis in diagnoses(chart):
        for _, ruled_out in diagnoses(chart, "absent"):
            alike = diagnosis.condition == ruled_out.condition and diagnosis.region == ruled_out.region
            if alike and diagnosis.condition not in _UMBRELLAS and _same_side(diagnosis, ruled_out):
                message = f"The {condition_words(diagnosis.condition)} is stated in one place and negated in another."
                yield Problem(at, message, (*diagnosis.evidence, *ruled_out.evidence))


@rule("EV06", "warning", topic="conflicting_findings", cites=("guidelines-i-a-19", "omm-notation"))
def segment_with_two_sides(chart: Chart) -> Iterator[Problem]:
    """Flag one vertebra whose dysfunction is stated to the left and to the right.

    A segment is rotated or restricted to one side at a time; two opposite
    positional diagnoses of it cannot both stand. Ribs and foramina come in
    pairs and are not meant.
    """
    stated = [placed for placed in lesions(chart) if placed[1].kind == "somatic_dysfunction"]
    for (_, first), (at, second) in combinations(stated, 2):
        shared = [segment for segment in first.segments if segment in second.segments and segment[:3] != "rib"]
        if shared and _opposed(first.laterality, second.laterality):
            message = f"{shared[0]} is stated both {first.laterality} and {second.laterality}."
            yield Problem(at, message, (*first.evidence, *second.evidence))


@rule("EV07", "warning", topic="conflicting_findings", cites=("guidelines-i-a-19", "guidelines-i-b-13"))
def site_unlike_examination(chart: Chart) -> Iterator[Problem]:
    """Flag a lesion whose side or vertebra is another than all that was found in its region.

    One opposite landmark is no contradiction: a torsion has its deep sulcus
    and its low angle on different sides, a vertebra is restricted away from
    its position, and a neutral group is turned to one side and bent to the
    other, so that its soft tissues may tell of either. Where everything that was found lies opposite, or at
    other vertebrae, the place of the diagnosis or of the examination is
    mistaken.
    """
    turned = {at for at, _, position in positions(chart) if position.rotation != position.bending}
    for at, lesion in lesions(chart):
        found = [item for _, item in tart(chart) if at not in turned and _tells_side_of(lesion, item)]
        several = len({quotes_of(item) for item in found}) > 1 and not _is_explained(chart, lesion)
        if several and all(_opposed(lesion.laterality, item.laterality) for item in found):
            message = (
                f"The {lesion_words(lesion)} is stated on the {lesion.laterality}; what the examination found "
                f"there lies on the {_OPPOSITE[lesion.laterality]}."
            )
            yield Problem(at, message, (*lesion.evidence, *(quote for item in found for quote in item.evidence)))
    for at, lesion, found, named in found_at_other_levels(chart):
        message = (
            f"The {lesion_words(lesion)} is stated at {listed(lesion.segments)}; the examination names {listed(named)}."
        )
        yield Problem(at, message, (*lesion.evidence, *(quote for item in found for quote in item.evidence)))


@rule("EV08", "warning", topic="conflicting_findings", cites=("guidelines-i-a-19", "guidelines-i-b-13"))
def side_unlike_neurology(chart: Chart) -> Iterator[Problem]:
    """Flag a root diagnosis on one side whose signs and symptoms are on the other side only.

    Sciatica, radiculopathy, a herniation and a narrowed foramen have a side,
    and the limb that hurts has the same one. Where they differ, one of the two
    is a slip, or the cause lies elsewhere.
    """
    signs = [item for _, item in neuro(chart) if item.kind in _ROOT_SIGNS and item.laterality is not None]
    roots = [placed for placed in diagnoses(chart) if placed[1].condition in _ROOT_DIAGNOSES]
    for at, diagnosis in roots:
        if signs and all(_opposed(diagnosis.laterality, sign.laterality) for sign in signs):
            message = _elsewhere(condition_words(diagnosis.condition), diagnosis.laterality, "signs and symptoms")
            yield Problem(at, message, (*diagnosis.evidence, *(quote for sign in signs for quote in sign.evidence)))


@rule("EV09", "warning", topic="conflicting_findings", cites=("guidelines-i-a-19", "guidelines-i-b-13"))
def narrowing_unlike_imaging(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis whose side, or whose mechanism, is another than imaging shows at its place.

    The side of a foramen is what a reader of the report and of the assessment
    compare first, and then what narrows it. Bone in the assessment and nothing
    but a disc in the report of that level cannot both be the cause.
    """
    for at, lesion in lesions(chart):
        seen = [
            image
            for _, image in imaging(chart)
            if image.kind == "foraminal_narrowing" and image.region == lesion.region and image.laterality is not None
        ]
        sided = lesion.kind == "foraminal_stenosis" and seen
        if sided and all(_opposed(lesion.laterality, image.laterality) for image in seen):
            message = _elsewhere(lesion_words(lesion), lesion.laterality, "imaging findings")
            yield Problem(at, message, (*lesion.evidence, *(quote for image in seen for quote in image.evidence)))
    for at, lesion in stenoses(chart):
        shown = shown_mechanisms(chart, lesion)
        if lesion.mechanisms and shown and not shown.keys() & _blamed(chart, lesion):
            message = (
                f"The {lesion_words(lesion)} is stated to come from {mechanism_words(lesion.mechanisms)}; imaging of "
                f"that level shows {mechanism_words(shown)}."
            )
            yield Problem(at, message, (*lesion.evidence, *(quote for quotes in shown.values() for quote in quotes)))


def _blamed(chart: Chart, lesion: Lesion) -> set[Mechanism]:
    """What narrows a space, and the spaces beside it at the same levels: what imaging shows may be of either."""
    beside = (it for _, it in stenoses(chart) if it.region == lesion.region and {*it.segments} & {*lesion.segments})
    return {mechanism for it in (lesion, *beside) for mechanism in it.mechanisms}


@rule("EV10", "warning", topic="conflicting_findings", cites=("omm-sacrum", "omm-sacrum-chart"))
def diagnosis_unlike_landmarks(chart: Chart) -> Iterator[Problem]:
    """Flag a positional diagnosis of the sacrum that its own landmarks contradict.

    A torsion or a unilateral lesion is read off the depth of the sulci, the
    inferior lateral angles, the seated flexion test and the spring of the
    base. Where one of them is documented the other way round, a side was
    mistaken in one of the two places. A landmark that is not documented
    contradicts nothing.
    """
    for mismatch, quotes in mismatches(chart, "sacrum"):
        yield Problem(mismatch.position.at, mismatch.message(), quotes)


@rule("EV11", "warning", topic="conflicting_findings", cites=("omm-innominate",))
def innominate_unlike_landmarks(chart: Chart) -> Iterator[Problem]:
    """Flag a positional diagnosis of an innominate or of the pubis that its own landmarks contradict.

    Rotations, shears and flares are told apart by the heights of both iliac
    spines, and the side by the standing flexion test. What a second diagnosis
    of the pelvis explains is not held against the first.
    """
    for mismatch, quotes in mismatches(chart, "innominate"):
        yield Problem(mismatch.position.at, mismatch.message(), quotes)


@rule("EV12", "information", topic="conflicting_findings", cites=("omm-fryette", "omm-notation"))
def contradictory_notation(chart: Chart) -> Iterator[Problem]:
    """Flag a notation whose rotation and side-bending do not go together in that segment.

    Neutral segments of the trunk turn and bend to opposite sides, flexed or
    extended ones to the same side; the neck below the axis bends as it turns,
    the joint above the atlas against it. Anything else is rare enough that one
    of the letters is probably mistaken.
    """
    for at, span, position in positions(chart):
        coupling = fault_of(position)
        if coupling is not None:
            message = (
                f"{position.segment} is stated as rotated {position.rotation} and side-bent {position.bending}; "
                f"{coupling.name}. Confirm both sides{_and_plane(coupling.sagittal)}."
            )
            yield Problem(at, message, (quoted(chart.document, span),))


@rule("EV13", "information", topic="conflicting_findings", cites=("hip-tests", "sacroiliac-tests"))
def hip_test_for_sacroiliac_joint(chart: Chart) -> Iterator[Problem]:
    """Flag a test of the hip that is read as a sign of the sacroiliac joint.

    FADIR closes the front of the hip. FABER stresses both joints: pain in the
    groin is the hip's, pain behind the sacroiliac joint's. Distraction,
    compression, thigh thrust, Gaenslen and sacral thrust are the cluster that
    speaks for the sacroiliac joint.
    """
    for name, place in hip_tests_for_sacroiliac_joint(chart):
        message = (
            f"{name} points to the hip, and is cited for the sacroiliac joint: distraction, compression, thigh "
            "thrust, Gaenslen or sacral thrust would speak for that joint."
        )
        yield Problem("document", message, (quoted(chart.document, sentence_of(chart.document, place)),))


@rule("EV14", "warning", topic="unsupported_code", cites=("guidelines-i-b-14", "guidelines-i-a-19"))
def code_from_imaging_alone(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis or subluxation code that only an imaging finding stands behind.

    A report describes what is seen; whether it is what ails the patient, the
    clinician says. A narrowing or a malalignment that the assessment does not
    take up carries no code.
    """
    for judgement in judged(chart, "unsupported"):
        seen = seen_only(chart, judgement.code)
        if seen:
            message = (
                f"{judgement.code} ({title_of(chart, judgement.code)}): imaging shows it, and the clinician does not "
                "state it; it would need the clinician's own diagnosis."
            )
            yield Problem(judgement.claim.at, message, (*judgement.claim.evidence, *seen))


@rule("EV15", "warning", topic="unsupported_code", cites=("guidelines-i-b-14", "guidelines-i-a-19"))
def diagnosis_said_by_others(chart: Chart) -> Iterator[Problem]:
    """Flag a coded lesion or disease that only the patient or another person states.

    A code reports the diagnosis of the clinician who sees the patient. What a
    patient was told elsewhere, or a relative thinks, is history until the
    clinician makes it the diagnosis of this visit. A complaint is the
    patient's to state.
    """
    for at, finding in from_others(chart):
        name = lesion_words(finding) if isinstance(finding, Lesion) else condition_words(finding.condition)
        message = (
            f"Only the patient or another person states the {name}: its code would need the clinician's own statement."
        )
        yield Problem(at, message, finding.evidence)


@rule("EV16", "information", topic="historical_only", cites=("guidelines-iv-j", "query-practice-brief"))
def finding_carried_forward(chart: Chart) -> Iterator[Problem]:
    """Flag findings that stand only in text carried forward or copied from an earlier visit.

    Copied text tells what was so then. A finding counts for this visit when
    today's examination or assessment states it.
    """
    for note, inside in copied(chart):
        names = listed(dict.fromkeys(_name_of(finding) for _, finding in inside))
        message = (
            f"Only text from an earlier visit states {names}: today's examination or assessment would make it current."
        )
        quotes = (quote for _, finding in inside for quote in finding.evidence)
        yield Problem(inside[0][0], message, (note, *quotes))


def _name_of(finding: Lesion | Diagnosis | Tart) -> str:
    if isinstance(finding, Tart):
        place = "" if finding.region is None else f" of the {region_words(finding.region)}"
        return f"{component_words([finding.component])}{place}"
    return lesion_words(finding) if isinstance(finding, Lesion) else condition_words(finding.condition)


def _is_back(chart: Chart, past: Diagnosis) -> bool:
    """Tell whether a past condition is present again, where one of the two mentions fixes no region."""
    return any(
        present.condition == past.condition and None in (present.region, past.region) for _, present in diagnoses(chart)
    )


def _share_segments(one: Lesion, other: Lesion) -> bool:
    """Tell whether two lesions may be of the same segments; one that names none may be of any."""
    return not one.segments or not other.segments or not {*one.segments}.isdisjoint(other.segments)


def _and_plane(sagittal: str) -> str:
    return f", and that it is {sagittal}" if sagittal else ""


def _is_explained(chart: Chart, lesion: Lesion) -> bool:
    """Tell whether the region has a second lesion, on the side on which everything was found."""
    return any(
        other.region == lesion.region and _opposed(lesion.laterality, other.laterality) for _, other in lesions(chart)
    )


def _tells_side_of(lesion: Lesion, found: Tart) -> bool:
    """Whether the side of an examination finding should be the side of a lesion."""
    if found.region != lesion.region or found.laterality is None or "torsion" in quotes_of(lesion).lower():
        return False
    return found.component != "restriction" or lesion.region not in VERTEBRAL


def _unsure(what: str) -> str:
    return f"The {what} is stated as possible only; it is not coded until the clinician states it as established."


def _elsewhere(what: str, side: Laterality | None, others: str) -> str:
    return f"The {what} is stated on the {side}; the {others} are on the {_OPPOSITE[side]}."


def _instead(finding: Lesion | Diagnosis | None) -> str:
    if isinstance(finding, Lesion):
        return f"; the document states the {kind_words(finding)} as past"
    if isinstance(finding, Diagnosis):
        return f"; the document states the {condition_words(finding.condition)} as past"
    return "; it would need the clinician's statement of the condition and its place"


def _opposed(one: Laterality | None, other: Laterality | None) -> bool:
    return one in _OPPOSITE and other == _OPPOSITE[one]


def _same_side(one: Lesion | Diagnosis, other: Lesion | Diagnosis) -> bool:
    return one.laterality is None or other.laterality is None or one.laterality == other.laterality
