"""ST: what narrows the space, and which space."""

from collections.abc import Iterator

from scribe.rules.chart import Chart, imaging, neuro, plain_stenoses, quotes_of, sentences_of, stenoses, title_of
from scribe.rules.engine import Problem, rule
from scribe.rules.views.claims import is_tried, judge, judged, missed
from scribe.rules.views.competition import competitor_of_code
from scribe.rules.views.matrix import cell, codes_of, mechanisms_in
from scribe.rules.views.mentions import says
from scribe.rules.views.spaces import has_space, names_pelvic_foramen, recess_called_foraminal, tissues_in
from scribe.rules.words import lesion_words, listed, mechanism_words, needed_for
from scribe.schema import Assertion, Diagnosis, ImagingKind, Lesion, Mechanism

_SAID: tuple[Assertion, ...] = ("present", "absent", "possible", "historical")
"""Assertions of a finding that was looked for; a risk or another person's finding was not."""
_TISSUES: tuple[ImagingKind, ...] = ("ligament_hypertrophy", "fibrosis")
"""Imaging findings that name a connective tissue."""


@rule("ST01", "warning", topic="mechanism_missing", cites=("tabular-m48-0", "tabular-m99", "guidelines-i-b-18"))
def stenosis_without_mechanism(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis for which the document does not say what narrows the space.

    M99.2 to M99.7 are chosen by the mechanism: subluxation, bone, connective
    tissue or disc. A stenosis without one is plain spinal stenosis (M48.0-) or
    stays open; no mechanism may be assumed from age or from a usual cause.
    """
    for at, lesion in stenoses(chart):
        if not lesion.mechanisms:
            yield Problem(at, _what_narrows(lesion_words(lesion)), lesion.evidence)
    for at, diagnosis in plain_stenoses(chart):
        if not _mechanisms_of(chart, diagnosis):
            yield Problem(at, _what_narrows("spinal stenosis"), diagnosis.evidence)


@rule("ST02", "warning", topic="compartment_unclear", cites=("tabular-m99", "guidelines-i-a-18", "lateral-recess"))
def stenosis_without_compartment(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis with a mechanism for which neither canal nor foramen is named.

    The canal has a code for each mechanism, the foramen one for each pair, and
    nothing makes one of them the default. The lateral recess belongs to the
    canal.
    """
    for at, diagnosis in plain_stenoses(chart):
        mechanisms = _mechanisms_of(chart, diagnosis)
        if mechanisms:
            message = (
                f"Stenosis by {mechanism_words(mechanisms)} is stated, but not whether the canal, the foramina "
                "or both are narrowed."
            )
            yield Problem(at, message, diagnosis.evidence)


def _mechanisms_of(chart: Chart, diagnosis: Diagnosis) -> tuple[Mechanism, ...]:
    """The mechanisms told of a stenosis, without those of a lesion that the same sentence states.

    In `lumbar stenosis, and a left foraminal stenosis from a spur` the spur narrows the foramen.
    """
    told = sentences_of(chart, diagnosis)
    own = mechanisms_in(quotes_of(diagnosis))
    beside = [lesion for _, lesion in stenoses(chart) if any(one.quote in told for one in lesion.evidence)]
    others = {mechanism for lesion in beside for mechanism in lesion.mechanisms}
    return tuple(one for one in mechanisms_in(told) if one in own or one not in others)


@rule("ST03", "error", topic="code_mismatch", cites=("tabular-m99", "guidelines-i-a-14"))
def other_mechanism_coded(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis code whose title names another mechanism than the document.

    "And" in a title means and/or: M99.6 and M99.7 hold a pair of mechanisms
    each and one is enough, while each mechanism in the canal has its own code.
    """
    for claim, code, lesion in missed(chart, "other_mechanism"):
        message = (
            f"{code} ({title_of(chart, code)}) names another mechanism; the document states "
            f"{mechanism_words(lesion.mechanisms)} ({listed(codes_of(lesion))}); it would need {needed_for(code)} "
            "to be stated."
        )
        yield Problem(claim.at, message, (*claim.evidence, *lesion.evidence))


@rule("ST04", "error", topic="code_mismatch", cites=("tabular-m99", "lateral-recess"))
def other_compartment_coded(chart: Chart) -> Iterator[Problem]:
    """Flag a canal code for a foramen, or a foraminal code for the canal.

    M99.2 to M99.5 are the neural canal with its lateral recess, M99.6 and
    M99.7 the intervertebral foramina. The mechanism alone does not choose:
    bone in a foramen is M99.6 and never M99.3.
    """
    for claim, code, lesion in missed(chart, "other_compartment"):
        message = (
            f"{code} ({title_of(chart, code)}) is another space than the documented {lesion_words(lesion)} "
            f"({listed(codes_of(lesion))}); it would need {needed_for(code)} to be stated."
        )
        yield Problem(claim.at, message, (*claim.evidence, *lesion.evidence))


@rule("ST05", "warning", topic="imaging_missing", cites=("guidelines-i-a-19", "guidelines-i-b-14"))
def stenosis_without_imaging(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis of a region of which no imaging finding is documented.

    The clinician's statement is enough for the code; a reviewer will look for
    the study that shows the narrowing. A study that is only ordered shows
    nothing yet.
    """
    found = [image for assertion in _SAID for _, image in imaging(chart, assertion)]
    for at, narrowing, name in _narrowings(chart):
        if not any(image.region in (narrowing.region, None) for image in found):
            message = (
                f"No imaging finding is documented for the {name}: a study of that region, and what it showed, would "
                "bear it out."
            )
            yield Problem(at, message, narrowing.evidence)


@rule("ST06", "warning", topic="neuro_missing", cites=("nerve-roots", "guidelines-i-a-19"))
def stenosis_without_neurology(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis in a document without neurological findings, present or absent.

    Radiating pain, sensation, strength, reflexes and tension signs tell
    whether the narrowing does harm; that they are normal is a finding too.
    """
    if any(found for assertion in _SAID for found in neuro(chart, assertion)):
        return
    for at, narrowing, name in _narrowings(chart):
        message = (
            f"The {name} is stated with no neurological finding, neither present nor absent: sensation, strength, "
            "reflexes and tension signs, normal or not, would complete it."
        )
        yield Problem(at, message, narrowing.evidence)


@rule(
    "ST08",
    "warning",
    topic="diagnosis_omitted",
    cites=("inference-canal-mechanisms", "inference-foraminal-pairs", "tabular-m99"),
)
def second_mechanism_uncoded(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis by several mechanisms of which the chosen codes name only some.

    The canal has a code for each mechanism and none for two, the foramen one
    for each pair. What is documented as narrowing the space beside the coded
    mechanism has a code of its own, unless a diagnosis accounts for it.
    """
    chosen = {judgement.code for judgement in judge(chart)}
    for at, lesion in stenoses(chart):
        left = [code for code in codes_of(lesion) if code not in chosen and not _has_competitor(chart, lesion, code)]
        named = [code for code in codes_of(lesion) if code in chosen]
        if named and left and not is_tried(chart, lesion):
            message = (
                f"The {lesion_words(lesion)} is stated by {mechanism_words(lesion.mechanisms)}; {listed(named)} names "
                f"only a part of it, and {listed(left)} is not chosen."
            )
            yield Problem(at, message, lesion.evidence)


@rule("ST13", "error", topic="mechanism_missing", cites=("tabular-m99", "guidelines-i-b-18"))
def mechanism_assumed_by_code(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis code that names a mechanism where the document states none.

    A code may not say more than the record. Bone, ligament and disc are usual
    causes in an ageing spine, and still the clinician's to name.
    """
    for claim, code, lesion in missed(chart, "incomplete"):
        place = cell(code)
        if place is not None:
            message = (
                f"{code} ({title_of(chart, code)}) names what narrows the space; the document states the "
                f"{lesion_words(lesion)} without it: {mechanism_words(place.family.mechanisms, 'or')} would have to be "
                "stated as its cause."
            )
            yield Problem(claim.at, message, (*claim.evidence, *lesion.evidence))


@rule("ST14", "error", topic="compartment_unclear", cites=("tabular-m99", "guidelines-i-a-18", "guidelines-i-b-18"))
def compartment_assumed_by_code(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis code that names canal or foramina where the document names neither.

    Nothing in the list makes one of the two spaces the default. The mechanism
    is stated; which space it narrows is what the code would add.
    """
    for claim, code, _, _, finding in judged(chart, "incomplete"):
        place = cell(code)
        if place is not None and isinstance(finding, Diagnosis):
            space = "canal" if place.family.kind == "canal_stenosis" else "foramina"
            message = (
                f"{code} ({title_of(chart, code)}) names the {space}; the document does not say which space is "
                f"narrowed, and that it is the {space} would have to be stated."
            )
            yield Problem(claim.at, message, (*claim.evidence, *finding.evidence))


def _has_competitor(chart: Chart, lesion: Lesion, code: str) -> bool:
    place = cell(code)
    return place is not None and competitor_of_code(chart, lesion, code, place) is not None


@rule("ST07", "warning", topic="compartment_unclear", cites=("lateral-recess", "disc-nomenclature"))
def recess_called_foramen(chart: Chart) -> Iterator[Problem]:
    """Flag a narrowed lateral recess that is stated as foraminal.

    The lateral (subarticular) recess lies inside the canal, between the facet
    and the back of the vertebra, and holds the root that leaves one level
    below. The foramen is where the root of its own level leaves.
    """
    for at, lesion in stenoses(chart):
        if recess_called_foraminal(lesion):
            message = (
                f"The {lesion_words(lesion)} is described in the lateral recess, which belongs to the canal: whether "
                "the canal, the foramen or both are narrowed would settle it."
            )
            yield Problem(at, message, lesion.evidence)


@rule("ST09", "warning", topic="conflicting_findings", cites=("anatomy-sacrum", "tabular-m51", "tabular-m53-3"))
def disc_of_fused_sacrum(chart: Chart) -> Iterator[Problem]:
    """Flag a disc as the cause of a sacral stenosis at L5-S1, or at no sacral segment.

    The sacral segments are fused, and the lowest disc lies between L5 and S1.
    That joint is lumbosacral and takes the lumbar digit; disc codes end there
    too. A remnant between two sacral segments is named by them.
    """
    for at, lesion in stenoses(chart):
        if lesion.region != "sacral" or "disc" not in lesion.mechanisms:
            continue
        lumbosacral = "L5" in lesion.segments or says(sentences_of(chart, lesion), "lumbosacral")
        if lumbosacral or not lesion.segments:
            message = (
                f"A disc is stated as the cause of the {lesion_words(lesion)}"
                f"{', and the joint named is L5-S1' if lumbosacral else ', and no sacral segment is named'}: the disc "
                "of L5-S1 is lumbosacral and belongs to the lumbar region; the level would settle it."
            )
            yield Problem(at, message, lesion.evidence)


@rule("ST10", "warning", topic="conflicting_findings", cites=("anatomy-ligamenta-flava",))
def flavum_in_sacral_canal(chart: Chart) -> Iterator[Problem]:
    """Flag a ligamentum flavum that is said to narrow the sacral canal.

    The ligamenta flava reach from C2 to the lamina of S1. A thickened one lies
    at L5-S1 at the lowest, which is lumbosacral; inside the sacral canal it
    must be another tissue.
    """
    for at, lesion in stenoses(chart):
        sacral = lesion.kind == "canal_stenosis" and lesion.region == "sacral"
        if sacral and "flavum" in tissues_in(sentences_of(chart, lesion)):
            message = (
                "The ligamentum flavum is stated to narrow the sacral canal, and it ends at S1: the level (L5-S1 is "
                "lumbosacral) or the tissue would settle it."
            )
            yield Problem(at, message, lesion.evidence)


@rule("ST11", "information", topic="mechanism_missing", cites=("tabular-m99", "guidelines-iv-f"))
def tissue_not_named(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis by connective tissue for which no tissue is named.

    Ligament, fascia, capsule and scar share the code and little else: a scar
    after an operation is classified elsewhere, a thickened ligament is not.
    """
    for at, lesion in stenoses(chart):
        seen = (image for _, image in imaging(chart) if image.region in (lesion.region, None))
        named = tissues_in(sentences_of(chart, lesion)) or any(image.kind in _TISSUES for image in seen)
        if "connective_tissue" in lesion.mechanisms and not named:
            message = (
                f"Which connective tissue causes the {lesion_words(lesion)} is not stated: ligament, fibrosis, scar, "
                "capsule or other."
            )
            yield Problem(at, message, lesion.evidence)


@rule("ST12", "warning", topic="conflicting_findings", cites=("inference-empty-cells", "tabular-m99"))
def stenosis_where_no_space_is(chart: Chart) -> Iterator[Problem]:
    """Flag a canal or foraminal stenosis in a region that has no such space.

    The ten regions are the same for all of M99, so that codes exist for the
    neural canal of a limb and for the intervertebral foramina of the rib cage.
    What narrows there is another structure, or the region is a slip.
    """
    for at, lesion in stenoses(chart):
        if not has_space(lesion) and not names_pelvic_foramen(chart, lesion):
            space = "neural canal" if lesion.kind == "canal_stenosis" else "intervertebral foramina"
            message = (
                f"The {lesion_words(lesion)} is stated, and that region has no {space} of its own: the vertebral "
                "level, or the structure that is narrow, would settle it."
            )
            yield Problem(at, message, lesion.evidence)


def _narrowings(chart: Chart) -> Iterator[tuple[str, Lesion | Diagnosis, str]]:
    """Every stenosis, with or without a mechanism, and what to call it."""
    yield from ((at, lesion, lesion_words(lesion)) for at, lesion in stenoses(chart))
    yield from ((at, diagnosis, "spinal stenosis") for at, diagnosis in plain_stenoses(chart))


def _what_narrows(what: str) -> str:
    return f"What narrows the space is not stated for the {what}: subluxation, bone, connective tissue, disc or other."
