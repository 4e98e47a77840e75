"""Specification of verification: what a finding claims must follow from its source."""

from typing import Any

import pytest

from scribe.documents import parse
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.verification import verify
from scribe.pipeline import assess
from scribe.schema import Diagnosis, Evidence, Extraction, Finding, Imaging, Kind, Lesion, Neuro, Tart

TYPES: dict[str, type[Finding]] = {
    "lesions": Lesion,
    "tart": Tart,
    "neuro": Neuro,
    "imaging": Imaging,
    "diagnoses": Diagnosis,
}


def unverified(text: str, quote: str, name: str, claim: dict[str, Any], kind: Kind = "note") -> tuple[str, ...]:
    """Return the unverified fields of a finding that claims something of the last place of some words."""
    start = text.rindex(quote)
    evidence = Evidence(quote=quote, span=(start, start + len(quote)), match="exact")
    finding = TYPES[name].model_validate(claim | {"evidence": [evidence]})
    extraction = Extraction.model_validate({name: [finding]})
    found: tuple[Finding, ...] = getattr(verify(parse(text, kind), extraction), name)
    return found[0].unverified


LUMBAR: dict[str, Any] = {"kind": "somatic_dysfunction", "region": "lumbar", "laterality": "left", "segments": ("L5",)}
CERVICAL: dict[str, Any] = {
    "kind": "foraminal_stenosis",
    "region": "cervical",
    "laterality": "right",
    "segments": ("C5", "C6"),
    "mechanisms": ("osseous",),
}


@pytest.mark.parametrize(
    ("swap", "named"),
    [
        ({}, ()),
        ({"laterality": None, "segments": (), "region": None}, ()),
        ({"laterality": "right"}, ("laterality",)),
        ({"laterality": "bilateral"}, ("laterality",)),
        ({"region": "sacral"}, ("region",)),
        ({"segments": ("L4",)}, ("segments",)),
        ({"segments": ("L5", "S1")}, ("segments",)),
        ({"mechanisms": ("disc",)}, ("mechanisms",)),
        ({"laterality": "right", "region": "sacral", "segments": ("S1",)}, ("laterality", "region", "segments")),
    ],
)
def test_a_swapped_field_of_a_dysfunction_is_named(swap: dict[str, Any], named: tuple[str, ...]) -> None:
    """Side, region, level and mechanism must be said; what is not claimed needs no proof."""
    text = "Assessment: Left L5 somatic dysfunction."
    assert unverified(text, "Left L5 somatic dysfunction", "lesions", LUMBAR | swap) == named


@pytest.mark.parametrize(
    ("swap", "named"),
    [
        ({}, ()),
        ({"laterality": "left"}, ("laterality",)),
        ({"region": "lumbar"}, ("region",)),
        ({"segments": ("C6", "C7")}, ("segments",)),
        ({"mechanisms": ("disc",)}, ("mechanisms",)),
        ({"mechanisms": ("osseous", "disc")}, ("mechanisms",)),
        ({"mechanisms": ()}, ()),
    ],
)
def test_a_swapped_field_of_a_stenosis_is_named(swap: dict[str, Any], named: tuple[str, ...]) -> None:
    """Every mechanism that a stenosis claims must be said."""
    text = "Assessment: Right C5-6 foraminal stenosis from osteophytes. Left L5 strain."
    assert unverified(text, "Right C5-6 foraminal stenosis", "lesions", CERVICAL | swap) == named


@pytest.mark.parametrize(
    ("text", "quote", "fields", "named"),
    [
        ("Exam: Sacrum: boggy.", "boggy", {"region": "sacral"}, ()),
        ("Exam: Sacrum: boggy.", "boggy", {"region": "lumbar"}, ("region",)),
        ("Exam: L5 tender on the left. Boggy too.", "Boggy", {"region": "lumbar", "laterality": "left"}, ()),
        (
            "Exam: L5 tender on the left. Boggy too.",
            "Boggy",
            {"region": "lumbar", "laterality": "right"},
            ("laterality",),
        ),
        ("Exam: Seated flexion test positive.", "Seated flexion test positive", {"region": "sacral"}, ()),
        ("Exam: Boggy.", "Boggy", {"region": "lumbar"}, ("region",)),
        ("Exam: L5 boggy left and right.", "boggy", {"region": "lumbar", "laterality": "bilateral"}, ()),
        ("Exam: L5 boggy left. L5 warm right.", "boggy left", {"laterality": "right"}, ("laterality",)),
    ],
)
def test_where_a_claim_may_follow_from(text: str, quote: str, fields: dict[str, Any], named: tuple[str, ...]) -> None:
    """The quote decides, then its statement, then what heads or precedes it."""
    assert unverified(text, quote, "tart", {"component": "tissue_texture"} | fields) == named


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("Assessment: Sacral somatic dysfunction.", "note", ()),
        ("Assessment: No sacral somatic dysfunction.", "note", ("assertion",)),
        ("Assessment: Possible sacral somatic dysfunction.", "note", ("assertion",)),
        ("Assessment: History of sacral somatic dysfunction.", "note", ("assertion",)),
        ("Assessment: If sacral somatic dysfunction recurs, call.", "note", ("assertion",)),
        ("Assessment: Her mother has sacral somatic dysfunction.", "note", ("assertion",)),
        ("Assessment: Sacral somatic dysfunction was ruled out.", "note", ("assertion",)),
        ("Past medical history: Sacral somatic dysfunction.", "note", ("assertion",)),
        ("Copied forward from prior note:\nSacral somatic dysfunction.", "note", ("assertion",)),
        ("Assessment: Is it sacral somatic dysfunction?", "note", ("assertion",)),
        ("Doctor: You have sacral somatic dysfunction.\nPatient: Oh.", "transcript", ()),
        ("Doctor: So?\nPatient: I have sacral somatic dysfunction.", "transcript", ("assertion",)),
        ("Doctor: Is it sacral somatic dysfunction?\nPatient: Yes.", "transcript", ("assertion",)),
    ],
)
def test_polarity(text: str, kind: Kind, named: tuple[str, ...]) -> None:
    """A lesion claimed as present must be asserted so, and by the clinician."""
    claim = {"kind": "somatic_dysfunction", "region": "sacral"}
    assert unverified(text, "acral somatic dysfunction", "lesions", claim, kind) == named


@pytest.mark.parametrize(
    "quote",
    [
        "No sacral somatic dysfunction",
        "Possible sacral somatic dysfunction",
        "History of sacral somatic dysfunction",
        "Mother had sacral somatic dysfunction",
        "Sacral somatic dysfunction was ruled out",
    ],
)
def test_a_quote_with_its_own_cue(quote: str) -> None:
    """A quote that holds its own denial, doubt, past or other person is not present, however it is claimed."""
    claim = {"kind": "somatic_dysfunction", "region": "sacral"}
    assert unverified(f"Assessment: {quote}.", quote, "lesions", claim) == ("assertion",)


@pytest.mark.parametrize("assertion", ["absent", "possible", "historical", "hypothetical", "other_person"])
def test_only_a_present_finding_claims_its_assertion(assertion: str) -> None:
    """A finding that supports no code anyway needs no proof of its assertion."""
    claim = {"kind": "somatic_dysfunction", "assertion": assertion}
    assert unverified("Plan: Prevent somatic dysfunction.", "somatic dysfunction", "lesions", claim) == ()


@pytest.mark.parametrize(
    ("reply", "named"),
    [("Yes.", ()), ("No.", ("assertion",)), ("All normal.", ("assertion",)), ("It rained.", ("assertion",))],
)
def test_an_asked_symptom_needs_an_answer(reply: str, named: tuple[str, ...]) -> None:
    """What was only asked is not present without an answer to it."""
    text = f"Doctor: Any numbness?\nPatient: {reply}\nDoctor: Okay."
    assert unverified(text, "numbness", "neuro", {"kind": "sensory_deficit"}, "transcript") == named


def test_a_diagnosis_may_lie_where_the_document_speaks_of() -> None:
    """A diagnosis without words of place may lie in any region that the document names, in no other."""
    text = "Exam: L5 tender.\n\nAssessment: Sprain."
    named = [
        unverified(text, "Sprain", "diagnoses", {"condition": "sprain_strain", "region": region})
        for region in ("lumbar", "cervical")
    ]
    assert named == [(), ("region",)]


def test_one_quote_that_bears_a_field_is_enough() -> None:
    """Of several quotes each field needs one; a quote that is not in the text bears nothing."""
    text = "Exam: L5 tender.\n\nAssessment: Left somatic dysfunction."
    evidence = [
        Evidence(quote="Left somatic dysfunction", span=(30, 54), match="exact"),
        Evidence(quote="L5 tender", span=(6, 15), match="exact"),
        Evidence(quote="right C5"),
    ]
    lesion = Lesion.model_validate(LUMBAR | {"evidence": evidence})
    swapped = lesion.model_copy(update={"laterality": "right", "region": "cervical", "segments": ("C5",)})
    found = verify(parse(text, "note"), Extraction(lesions=(lesion, swapped))).lesions
    assert [one.unverified for one in found] == [(), ("laterality", "region", "segments")]


def test_a_finding_without_a_place_in_the_text_is_left_alone() -> None:
    """A quote that is not in the text is the matter of grounding."""
    lesion = Lesion.model_validate(LUMBAR | {"evidence": [Evidence(quote="Left L5 somatic dysfunction")]})
    assert verify(parse("Neck pain.", "note"), Extraction(lesions=(lesion,))).lesions == (lesion,)


@pytest.mark.parametrize(
    "text",
    [
        "Assessment: L5 FRSR, T4-6 N SL RR, OA F SL RR, left on left torsion.",
        "Assessment: Somatic dysfunction of the cervical, thoracic and lumbar spine. Right SI joint dysfunction.",
        "Assessment: Right C5-6 foraminal narrowing from osteophytes. L4-5 canal narrowing due to disc bulge.",
        "Exam: Right PSIS high. Sacrum: restricted, deep left sulcus. Standing flexion test positive on the right.",
        "Imaging: MRI lumbar: disc bulge at L4-5. Left foraminal narrowing.",
        "Doctor: Any numbness in your left foot?\nPatient: Yes.\nDoctor: Is that tender at L5?\nPatient: Ow.",
    ],
)
def test_what_the_reader_reads_is_verified(text: str) -> None:
    """The built-in reader claims nothing that its source does not bear out."""
    document = parse(text, "transcript" if text.startswith("Doctor") else "note")
    extraction = LexiconReader().read(document)
    assert verify(document, extraction) == extraction
    assert any(findings for _, findings in extraction)


@pytest.mark.parametrize(
    ("swap", "codes"),
    [
        ({}, [("M99.03", "assign")]),
        ({"laterality": "right"}, [("M99.03", "reject")]),
        ({"segments": ["L4"]}, [("M99.03", "reject")]),
        ({"region": "sacral"}, [("M99.04", "reject")]),
    ],
)
def test_an_unverified_finding_supports_no_code(swap: dict[str, Any], codes: list[tuple[str, str]]) -> None:
    """A finding with an unverified field assigns no code."""
    quote = {"evidence": [{"quote": "Left L5 somatic dysfunction"}]}
    report = assess("Assessment: Left L5 somatic dysfunction.", {"lesions": [LUMBAR | quote | swap]}, kind="note")
    assert [(one.code, one.status) for one in report.suggestions] == codes


def test_an_unverified_mechanism_supports_no_code() -> None:
    """A stenosis by a disc that nobody blames is not coded as one."""
    quote = {"evidence": [{"quote": "Right C5-6 foraminal stenosis from osteophytes"}]}
    claim = CERVICAL | quote | {"mechanisms": ["disc"]}
    report = assess("Assessment: Right C5-6 foraminal stenosis from osteophytes.", {"lesions": [claim]}, kind="note")
    assert report.extraction.lesions[0].unverified == ("mechanisms",)
    assert [one.code for one in report.suggestions if one.status == "assign"] == []
