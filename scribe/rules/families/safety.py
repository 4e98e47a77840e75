"""SF: findings that a clinician has to look at before anything else."""

import re
from collections.abc import Iterator

from scribe.documents import sentence_at, turn_at
from scribe.rules.chart import (
    Chart,
    Placed,
    diagnoses,
    disputed,
    grounded,
    imaging,
    lesions,
    neuro,
    quotes_of,
    sentences_of,
    tart,
)
from scribe.rules.engine import Problem, rule
from scribe.rules.tables import cautions
from scribe.rules.views.mentions import affirmed, says
from scribe.rules.words import condition_words, listed
from scribe.schema import (
    Care,
    Condition,
    Diagnosis,
    Evidence,
    Imaging,
    ImagingKind,
    Lesion,
    Neuro,
    NeuroKind,
    Region,
    Tart,
)

_SPHINCTER: tuple[NeuroKind, ...] = ("bowel_bladder", "saddle_anesthesia")
_DEFICIT: tuple[NeuroKind, ...] = ("motor_deficit", "reflex_deficit", "upper_motor_neuron", *_SPHINCTER)
_DESTRUCTIVE: tuple[Condition, ...] = ("fracture", "neoplasm", "infection")
_SHOWN: dict[ImagingKind, str] = {"fracture": "fracture", "neoplasm": "neoplasm"}
_GROWING = r"\b(?<!no )(?<!not )(?<!non-)(?:progress(?:ive|ing)|worsening|getting (?:weaker|worse)|increasing)\b"
_SPINE: tuple[Region | None, ...] = ("cervical", "thoracic", "lumbar", "sacral", "pelvic")
_GRAVE = {
    "fever": "fever or night sweats",
    "weight_loss": "weight loss",
    "night_pain": "pain at night or at rest",
    "cancer_history": "a history of cancer",
    "drug_use": "injection drug use",
    "immunosuppression": "immunosuppression",
}
"""What together raises the question of a tumour or an infection, with its name in words."""
_CONTRAINDICATED = (
    r"\bcontra-?indicat\w+\b"
    r"(?!(?:\s(?:to|for)\s\w+(?:\s\w+)?)?\s?[:\-\u2013]\s*(?:\[[ xX]\]\s*)?"
    r"(?:none|nil|n/?a|no known|denie[sd]|negative)\b)"
)
_DENIED = r"\b(?:no|not|none|without|any|denie[sd]|if|unless)\b(?:\s\w+)?(?:\s?:)?[^,;:]*\Z"
_BY_THRUST = r"(?:thrust|adjust|manipulat|crack|twist|crank)\w*"
_FRAGILE = (
    r"(?:slip\w*|listhesis|spondylolisthesis|fusion|fused|fracture\w*|screws?|rods?|hardware|cage|graft|tumou?rs?|"
    r"infection|osteoporo\w+|aneurysm|dissection|implant)"
)
_FORBIDDEN = (
    rf"\b(?:nobody|no one|no chiropractor)\b[^.,;?!]{{0,30}}\b{_BY_THRUST}"
    rf"|(?:\bnot|n't|\bnever) (?:be |let (?:any(?:one|body)|them) )(?:re-?)?{_BY_THRUST}"
    rf"|\b(?:not going to|not gonna|won't|wouldn't) {_BY_THRUST}\b[^.,;?!]{{0,30}}"
    r"\bwith (?:that|this|these|those|a (?:numb|weak))\b"
    rf"|\b(?:not safe|isn't safe|unsafe|too risky|dangerous) to (?:be )?{_BY_THRUST}"
    rf"|\b(?:no|never) (?:{_BY_THRUST}|hvla|force) (?:on|over|through|across|at|into|near) (?:\w+ ){{0,2}}?{_FRAGILE}"
)
"""What nobody is to do with a thrust, in the words of a clinician."""


@rule("SF01", "error", topic="red_flag", cites=("cauda-equina", "tabular-g83-4", "mbpm-15-240-1-3"))
def cauda_equina_signs(chart: Chart) -> Iterator[Problem]:
    """Flag a bowel or bladder change, saddle numbness, or a cauda equina syndrome stated or suspected.

    Compression of the cauda equina is decided in hours. Whatever code fits, a
    clinician looks at this first; thrust is contraindicated.
    """
    for at, finding in _signs(chart):
        if finding.kind in _SPHINCTER:
            what = "Bowel or bladder change" if finding.kind == "bowel_bladder" else "Saddle numbness"
            yield Problem(at, f"{what} is documented as present: review before anything else.", finding.evidence)
    yield from _diagnosed(chart, "cauda_equina")


@rule("SF02", "error", topic="red_flag", cites=("mbpm-15-240-1-3", "tabular"))
def cord_signs(chart: Chart) -> Iterator[Problem]:
    """Flag upper motor neuron signs, or a myelopathy stated or suspected.

    Clonus, Hoffmann, Babinski and hyperreflexia point to the cord. Signs of
    myelopathy are a listed contraindication to thrust.
    """
    for at, finding in _signs(chart):
        if finding.kind == "upper_motor_neuron":
            message = "An upper motor neuron sign is documented as present: review before anything else."
            yield Problem(at, message, finding.evidence)
    yield from _diagnosed(chart, "myelopathy")


@rule("SF03", "error", topic="red_flag", cites=("mbpm-15-240-1-3", "tabular-m80"))
def weakened_bone(chart: Chart) -> Iterator[Problem]:
    """Flag a fracture, a neoplasm or an infection that is diagnosed or shown by imaging.

    They classify the narrowing and the pain elsewhere, and they are
    contraindications to thrust at that level.
    """
    for at, diagnosis in _stated(chart):
        if diagnosis.condition in _DESTRUCTIVE:
            name = condition_words(diagnosis.condition).capitalize()
            yield Problem(at, f"{name} is diagnosed: review before anything else.", diagnosis.evidence)
    for at, image in _shown(chart):
        if image.kind in _SHOWN:
            name = _SHOWN[image.kind].capitalize()
            yield Problem(at, f"{name} is shown by imaging: review before anything else.", image.evidence)


@rule("SF04", "error", topic="red_flag", cites=("mbpm-15-240-1-3", "nerve-roots"))
def growing_weakness(chart: Chart) -> Iterator[Problem]:
    """Flag a motor deficit that is said to progress.

    Weakness that stays is a finding; weakness that grows is a reason to act.
    """
    for at, finding in _signs(chart):
        if finding.kind == "motor_deficit" and re.search(_GROWING, quotes_of(finding), re.IGNORECASE):
            message = "A motor deficit is documented as progressing: review before anything else."
            yield Problem(at, message, finding.evidence)


@rule("SF05", "error", topic="red_flag", cites=("mbpm-15-240-1-3", "tabular-s33"))
def injury_with_deficit(chart: Chart) -> Iterator[Problem]:
    """Flag an acute traumatic subluxation beside a neurological deficit.

    A displaced segment with weakness, a lost reflex or a cord sign is an
    unstable injury until somebody has shown that it is not.
    """
    deficits = [finding for _, finding in _signs(chart) if finding.kind in _DEFICIT]
    for at, diagnosis in _stated(chart):
        if diagnosis.condition == "traumatic_subluxation" and deficits:
            message = "A traumatic subluxation stands beside a neurological deficit: review before anything else."
            yield Problem(
                at, message, (*diagnosis.evidence, *(quote for found in deficits for quote in found.evidence))
            )


@rule("SF06", "error", topic="red_flag", cites=("mbpm-15-240-1-3",))
def named_contraindication(chart: Chart) -> Iterator[Problem]:
    """Flag a contraindication to treatment that the document names.

    Where the clinician writes that a treatment is contraindicated, or says
    that nobody should thrust there, whoever plans or codes manual treatment
    has to see that sentence.
    """
    text = chart.document.text
    for found in re.finditer(rf"{_CONTRAINDICATED}|(?P<forbidden>{_FORBIDDEN})", text, re.IGNORECASE):
        start, end = sentence_at(chart.document, found.start()) or found.span()
        turn = turn_at(chart.document, found.start())
        if found["forbidden"]:
            named = (turn is None or turn.speaker != "patient") and text[end - 1] != "?"
        else:
            named = not re.search(_DENIED, text[start : found.start()], re.IGNORECASE)
        if named:
            quote = Evidence(quote=text[start:end], span=(start, end), match="exact")
            yield Problem("document", "A contraindication is named: review before anything else.", (quote,))


@rule("SF07", "warning", topic="red_flag", cites=("mbpm-15-240-1-3",))
def thrust_despite_caution(chart: Chart) -> Iterator[Problem]:
    """Flag a thrust, given or planned, beside something that speaks against it.

    Vertebrobasilar insufficiency, a torn artery of the neck and an aneurysm
    near the site are contraindications; anticoagulation and a bleeding
    disorder are cautions. That they were weighed, or that the technique was
    without thrust, has to be in the record.
    """
    for at, care in _thrusts(chart):
        for caution in cautions():
            near = not caution.regions or not {*caution.regions}.isdisjoint(care.regions)
            stated = affirmed(chart, caution.subject) if near else ()
            if stated:
                message = (
                    f"A thrust is documented beside {caution.name}, a {caution.weight}: review before anything else; "
                    "how it was weighed, or a technique without thrust, would have to be stated."
                )
                yield Problem(at, message, (*care.evidence, *stated))


@rule("SF08", "warning", topic="red_flag", cites=("mbpm-15-240-1-3", "tabular-m80"))
def signs_of_grave_disease(chart: Chart) -> Iterator[Problem]:
    """Flag two signs of a tumour or an infection, such as fever and night pain, beside a spinal finding.

    Fever, weight loss, pain at night, a history of cancer, injected drugs and
    immunosuppression are mostly harmless one by one. Two of them together with
    pain in the spine are a question that comes before any code.
    """
    if not _examines_spine(chart):
        return
    found = {name: stated for subject, name in _GRAVE.items() if (stated := affirmed(chart, subject))}
    if len(found) > 1:
        message = f"{listed(found).capitalize()} are documented beside a spinal finding: review before anything else."
        yield Problem("document", message, tuple(dict.fromkeys(quote for quotes in found.values() for quote in quotes)))


def _thrusts(chart: Chart) -> Iterator[tuple[str, Care]]:
    """The manual treatments of today and of the plan, of named regions, that are given with a thrust."""
    for i, care in enumerate(chart.extraction.care):
        current = care.kind == "manipulation" and care.timing != "prior" and care.regions and grounded(care)
        if current and says(quotes_of(care), "thrust") and not says(sentences_of(chart, care), "low_force"):
            yield f"extraction.care[{i}]", care


def _examines_spine(chart: Chart) -> bool:
    placed: tuple[tuple[str, Lesion | Diagnosis | Tart], ...] = (*lesions(chart), *diagnoses(chart), *tart(chart))
    return any(finding.region in _SPINE for _, finding in placed)


def _signs(chart: Chart) -> tuple[Placed[Neuro], ...]:
    """What is found, and what of two readings one finds: no disagreement hides a red flag."""
    return (*neuro(chart), *disputed("neuro", chart.extraction.neuro))


def _stated(chart: Chart) -> tuple[Placed[Diagnosis], ...]:
    return (*diagnoses(chart), *disputed("diagnoses", chart.extraction.diagnoses))


def _shown(chart: Chart) -> tuple[Placed[Imaging], ...]:
    return (*imaging(chart), *disputed("imaging", chart.extraction.imaging))


def _diagnosed(chart: Chart, condition: Condition) -> Iterator[Problem]:
    """A condition that counts as a red flag even where it is only suspected."""
    name = condition_words(condition).capitalize()
    for at, diagnosis in _stated(chart):
        if diagnosis.condition == condition:
            yield Problem(at, f"{name} is diagnosed: review before anything else.", diagnosis.evidence)
    for at, diagnosis in diagnoses(chart, "possible"):
        if diagnosis.condition == condition:
            yield Problem(at, f"{name} is suspected: review before anything else.", diagnosis.evidence)
