"""ST: what narrows the space, and which space."""

from collections.abc import Iterator

from scribe.rules.chart import Chart, imaging, neuro, plain_stenoses, sentences_of, stenoses, title_of
from scribe.rules.claims import missed
from scribe.rules.engine import Problem, rule
from scribe.rules.matrix import codes_of, mechanisms_in
from scribe.rules.words import lesion_words, listed, mechanism_words
from scribe.schema import Assertion, Diagnosis, Lesion

_SAID: tuple[Assertion, ...] = ("present", "absent", "possible", "historical")
"""Assertions of a finding that was looked for; a risk or another person's finding was not."""


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
        if not mechanisms_in(sentences_of(chart, diagnosis)):
            yield Problem(at, _what_narrows("spinal stenosis"), diagnosis.evidence)


@rule("ST02", "warning", topic="compartment_unclear", cites=("tabular-m99", "guidelines-i-a-18", "lateral-recess"))
def stenosis_without_compartment(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis with a mechanism for which neither canal nor foramen is named.

    The canal has a code for each mechanism, the foramen one for each pair, and
    nothing makes one of them the default. The lateral recess belongs to the
    canal.
    """
    for at, diagnosis in plain_stenoses(chart):
        mechanisms = mechanisms_in(sentences_of(chart, diagnosis))
        if mechanisms:
            message = (
                f"Stenosis by {mechanism_words(mechanisms)} is stated, but not whether the canal, the foramina "
                "or both are narrowed."
            )
            yield Problem(at, message, diagnosis.evidence)


@rule("ST03", "error", topic="code_mismatch", cites=("tabular-m99", "guidelines-i-a-14"))
def other_mechanism_coded(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis code whose title names another mechanism than the document.

    "And" in a title means and/or: M99.6 and M99.7 hold a pair of mechanisms
    each and one is enough, while each mechanism in the canal has its own code.
    """
    for claim, code, lesion in missed(chart, "other_mechanism"):
        message = (
            f"{code} ({title_of(chart, code)}) names another mechanism; the document states "
            f"{mechanism_words(lesion.mechanisms)} ({listed(codes_of(lesion))})."
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
            f"({listed(codes_of(lesion))})."
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
            yield Problem(at, f"No imaging finding is documented for the {name}.", narrowing.evidence)


@rule("ST06", "warning", topic="neuro_missing", cites=("nerve-roots", "guidelines-i-a-19"))
def stenosis_without_neurology(chart: Chart) -> Iterator[Problem]:
    """Flag a stenosis in a document without neurological findings, present or absent.

    Radiating pain, sensation, strength, reflexes and tension signs tell
    whether the narrowing does harm; that they are normal is a finding too.
    """
    if any(found for assertion in _SAID for found in neuro(chart, assertion)):
        return
    for at, narrowing, name in _narrowings(chart):
        message = f"The {name} is stated with no neurological finding, neither present nor absent."
        yield Problem(at, message, narrowing.evidence)


def _narrowings(chart: Chart) -> Iterator[tuple[str, Lesion | Diagnosis, str]]:
    """Every stenosis, with or without a mechanism, and what to call it."""
    yield from ((at, lesion, lesion_words(lesion)) for at, lesion in stenoses(chart))
    yield from ((at, diagnosis, "spinal stenosis") for at, diagnosis in plain_stenoses(chart))


def _what_narrows(what: str) -> str:
    return f"What narrows the space is not stated for the {what}: subluxation, bone, connective tissue, disc or other."
