"""Where a finding comes from: who said it, an imaging report alone, text copied from an earlier visit."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from scribe.documents import line_of
from scribe.rules.chart import Chart, diagnoses, imaging, lesions, once, sentences_of, tart
from scribe.rules.tables import condition_facts
from scribe.rules.views.claims import judge
from scribe.rules.views.levels import vertebrae_in
from scribe.rules.views.matrix import cell
from scribe.rules.views.mentions import denied, mentions, quoted, says, sentence_of
from scribe.schema import Diagnosis, Evidence, Finding, ImagingKind, Lesion, LesionKind, Mechanism, Span, Tart
from scribe.terminology.lesions import SHOWN_MECHANISMS

_NARROWINGS: dict[LesionKind, ImagingKind] = {
    "canal_stenosis": "canal_narrowing",
    "foraminal_stenosis": "foraminal_narrowing",
}
_HIP_TESTS = {"fadir": "FADIR", "faber": "FABER with pain in the groin"}

Stated = Lesion | Diagnosis


def from_others(chart: Chart) -> Iterator[tuple[str, Stated]]:
    """The conclusions that carry a code and that nobody but the patient or another person says, with their paths."""
    placed: tuple[tuple[str, Stated], ...] = (*lesions(chart), *diagnoses(chart))
    for at, finding in placed:
        if _is_conclusion(finding) and at in _coded(chart) and _speakers(finding) <= {"patient", "other"}:
            yield at, finding


def seen_only(chart: Chart, code: str) -> tuple[Evidence, ...]:
    """The imaging findings behind a code of M99.1 to M99.7 that no statement of the clinician bears out."""
    place = cell(code)
    if place is None:
        return ()
    kinds = {_NARROWINGS.get(place.family.kind)}
    if place.family.kind == "subluxation_complex":
        kinds = {"malalignment"}
    seen = [image for _, image in imaging(chart) if image.kind in kinds and image.region == place.region]
    return tuple(quote for image in seen for quote in image.evidence)


def shown_mechanisms(chart: Chart, lesion: Lesion) -> dict[Mechanism, tuple[Evidence, ...]]:
    """What imaging shows at the levels of a lesion that may narrow a space, with the quotes."""
    shown: dict[Mechanism, tuple[Evidence, ...]] = {}
    for _, image in imaging(chart):
        levels = vertebrae_in(sentences_of(chart, image))
        if image.kind in SHOWN_MECHANISMS and image.region == lesion.region and not levels.isdisjoint(lesion.segments):
            mechanism = SHOWN_MECHANISMS[image.kind]
            shown[mechanism] = (*shown.get(mechanism, ()), *image.evidence)
    return shown


def hip_tests_for_sacroiliac_joint(chart: Chart) -> Iterator[tuple[str, Span]]:
    """The positive tests of the hip that a sentence cites for the sacroiliac joint, with their names and places."""
    for subject, name in _HIP_TESTS.items():
        for place in mentions(chart, subject):
            sentence = chart.document.text[slice(*sentence_of(chart.document, place))]
            cited = says(sentence, "positive") and says(sentence, "sacroiliac") and not says(sentence, "hip")
            points_to_hip = subject == "fadir" or says(sentence, "groin")
            if cited and points_to_hip and not denied(chart.document, place):
                yield name, place


def copied(chart: Chart) -> Iterator[tuple[Evidence, list[tuple[str, Stated | Tart]]]]:
    """The passages said to come from an earlier visit, each with the present findings that stand nowhere else."""
    placed: list[tuple[str, Stated | Tart]] = [*lesions(chart), *diagnoses(chart), *tart(chart)]
    for place in mentions(chart, "carried_forward"):
        passage = _passage(chart, place)
        inside = [(at, finding) for at, finding in placed if _stands_in(finding, passage)]
        if inside and not denied(chart.document, place):
            yield quoted(chart.document, sentence_of(chart.document, place)), inside


@once
def _coded(chart: Chart) -> frozenset[str]:
    """The paths of the findings that a suggested or a claimed code rests on."""
    suggested = (path for each in chart.suggestions if each.status == "assign" for path in each.derivation)
    claimed = (judgement.at for judgement in judge(chart) if judgement.verdict == "documented" and judgement.at)
    return frozenset([*(f"extraction.{path}" for path in suggested), *claimed])


def _is_conclusion(finding: Stated) -> bool:
    """Whether a finding is a lesion or a disease, not a complaint: a symptom may rest on the patient's words."""
    return isinstance(finding, Lesion) or condition_facts()[finding.condition].nature == "definitive"


def _speakers(finding: Finding) -> set[str | None]:
    return {evidence.speaker for evidence in finding.evidence}


def _stands_in(finding: Finding, passage: Span) -> bool:
    spans = [evidence.span for evidence in finding.evidence if evidence.span is not None]
    return all(passage[0] <= start and end <= passage[1] for start, end in spans)


def _passage(chart: Chart, place: Span) -> Span:
    """What a note about its origin is about: its line, and below a heading the lines up to the next blank one."""
    document = chart.document
    number = line_of(document, place[0])
    start, end = document.lines[number - 1]
    if not _heading_rest().fullmatch(document.text, place[1], end):
        return start, end
    below = takewhile(lambda line: document.text[slice(*line)].strip(), document.lines[number:])
    return start, max([end, *(stop for _, stop in below)])


@cache
def _heading_rest() -> re.Pattern[str]:
    return re.compile(r"[^.;]{0,40}")
