"""Specification of verification: what a finding claims must follow from its source."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(("reply", "named"), [("No.", ()), ("Yes.", ("assertion",))])
def test_a_no_to_a_question_for_health_is_a_complaint(reply: str, named: tuple[str, ...]) -> None:
    """Who cannot feel what is asked for has lost the feeling."""
    text = f"Doctor: Can you feel it when you wipe?\nPatient: {reply}\nDoctor: Okay."
    quote = f"Can you feel it when you wipe?\nPatient: {reply}"
    assert unverified(text, quote, "neuro", {"kind": "saddle_anesthesia"}, "transcript") == named


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
        "Doctor: Can you feel the paper when you wipe?\nPatient: No.",
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


NOTES: tuple[tuple[str, str, str, dict[str, Any], tuple[dict[str, Any], ...]], ...] = (
    (
        "Exam: L Achilles reflex absent, R 2+.",
        "L Achilles reflex absent",
        "neuro",
        {"kind": "reflex_deficit", "laterality": "left"},
        ({"laterality": "right"}, {"laterality": "bilateral"}),
    ),
    (
        "Exam:\nR shoulder: AC joint stiff. Strength 4/5.\nL knee: puffy.",
        "Strength 4/5",
        "neuro",
        {"kind": "motor_deficit", "laterality": "right"},
        ({"laterality": "left"},),
    ),
    (
        "Exam:\nR shoulder: AC joint stiff. Strength 4/5.\nL knee: puffy.",
        "puffy",
        "tart",
        {"component": "tissue_texture", "region": "lower_extremity", "laterality": "left"},
        ({"laterality": "right"}, {"region": "upper_extremity"}),
    ),
    (
        "Objective: r psis low. l5 stiff.",
        "r psis low",
        "tart",
        {"component": "asymmetry", "region": "pelvic", "laterality": "right"},
        ({"laterality": "left"}, {"region": "sacral"}),
    ),
    (
        "Assessment: L5 PLS subluxation.",
        "L5 PLS subluxation",
        "lesions",
        {"kind": "subluxation_complex", "region": "lumbar", "laterality": "left", "segments": ("L5",)},
        ({"laterality": "right"}, {"segments": ("L4",)}),
    ),
    (
        "Assessment: Subluxation complex, atlas ASR.",
        "Subluxation complex, atlas ASR",
        "lesions",
        {"kind": "subluxation_complex", "region": "cervical", "laterality": "right", "segments": ("C1",)},
        ({"laterality": "left"}, {"segments": ("C2",)}, {"region": "thoracic"}),
    ),
    (
        "Assessment: LOL sacral torsion.",
        "LOL sacral torsion",
        "lesions",
        {"kind": "somatic_dysfunction", "region": "sacral", "laterality": "left"},
        ({"laterality": "right"}, {"region": "pelvic"}),
    ),
    (
        "Assessment: T4-6 N SL RR.",
        "T4-6 N SL RR",
        "lesions",
        {"kind": "somatic_dysfunction", "region": "thoracic", "laterality": "right", "segments": ("T4", "T5", "T6")},
        ({"laterality": "left"}, {"segments": ("T3",)}, {"laterality": "bilateral"}),
    ),
    (
        "| Region | T | A | R | T |\n| Lower ext (L) | + | - | + | - |\n| Lumbar | + | + | - | + |",
        "Lower ext (L) | + | - | + | - |",
        "tart",
        {"component": "restriction", "region": "lower_extremity", "laterality": "left"},
        ({"region": "lumbar"}, {"laterality": "right"}, {"component": "asymmetry", "assertion": "present"}),
    ),
    (
        "Imaging: MRI lumbar spine 1/2/26. Disc bulge at L4-5. S1 root crowded. No fracture, no mass.",
        "no mass",
        "imaging",
        {"kind": "neoplasm", "modality": "mri", "region": "lumbar", "assertion": "absent"},
        ({"region": "cervical"}, {"assertion": "present"}),
    ),
    (
        "Exam: T6 stiff on the left.\n\nAssessment: Segmental dysfunction of the right SI joint, and T6.",
        "the right SI joint, and T6",
        "lesions",
        {"kind": "somatic_dysfunction", "region": "thoracic", "laterality": "left", "segments": ("T6",)},
        ({"laterality": "right"}, {"segments": ("T5",)}, {"region": "lumbar"}),
    ),
    (
        "Exam: C rotation L 50, R 70. T rotation limited to the right.",
        "C rotation L 50",
        "tart",
        {"component": "restriction", "region": "cervical", "laterality": "left"},
        ({"region": "thoracic"}, {"laterality": "right"}),
    ),
    (
        "Assessment: Somatic dysfunction at C-5 and of the fifth lumbar segment.",
        "Somatic dysfunction at C-5",
        "lesions",
        {"kind": "somatic_dysfunction", "region": "cervical", "segments": ("C5",)},
        ({"segments": ("C6",)}, {"region": "lumbar"}),
    ),
    (
        "Assessment: Somatic dysfunction at C-5 and of the fifth lumbar segment.",
        "of the fifth lumbar segment",
        "lesions",
        {"kind": "somatic_dysfunction", "region": "lumbar", "segments": ("L5",)},
        ({"segments": ("L4",)}, {"segments": ("C5",)}),
    ),
    (
        "Assessment: Segmental dysfunction C3, 4 and 5. Recheck in 6 weeks.",
        "Segmental dysfunction C3, 4 and 5",
        "lesions",
        {"kind": "somatic_dysfunction", "region": "cervical", "segments": ("C3", "C4", "C5")},
        ({"segments": ("C2",)}, {"segments": ("C6",)}),
    ),
    (
        "Exam: No tenderness over either SI joint.",
        "No tenderness over either SI joint",
        "tart",
        {"component": "tenderness", "region": "sacral", "laterality": "bilateral", "assertion": "absent"},
        ({"assertion": "present"}, {"region": "lumbar"}),
    ),
    (
        "Exam: QL ropy on the right.",
        "QL ropy on the right",
        "tart",
        {"component": "tissue_texture", "region": "lumbar", "laterality": "right"},
        ({"region": "cervical"}, {"laterality": "left"}),
    ),
    (
        "Exam: Psoas taut, left.",
        "Psoas taut, left",
        "tart",
        {"component": "tissue_texture", "region": "pelvic", "laterality": "left"},
        ({"region": "sacral"}, {"laterality": "right"}),
    ),
    (
        "Subjective: 3-week history of tingling in the left foot.",
        "tingling in the left foot",
        "neuro",
        {"kind": "sensory_deficit", "laterality": "left"},
        ({"laterality": "right"},),
    ),
    (
        "Subjective: For the past month numbness of the right hand.",
        "numbness of the right hand",
        "neuro",
        {"kind": "sensory_deficit", "laterality": "right"},
        ({"laterality": "left"},),
    ),
    (
        "Assessment: Neck pain, likely from desk work.",
        "Neck pain",
        "diagnoses",
        {"condition": "neck_pain", "region": "cervical"},
        ({"region": "lumbar"},),
    ),
    (
        "Imaging: Cervical films. Prior study: loss of disc height at C5-6.",
        "loss of disc height at C5-6",
        "imaging",
        {"kind": "disc_degeneration", "modality": "xray", "region": "cervical"},
        ({"region": "lumbar"},),
    ),
)
HEARD = (
    "okay lay down your neck see five is stuck turning to the left and theres a knot right at see six "
    "so im finding segmental dysfunction at see five and see six"
)
TRANSCRIPTS: tuple[tuple[str, str, str, dict[str, Any], tuple[dict[str, Any], ...]], ...] = (
    (
        "Doctor: So the left SI joint, hm. It's stuck.\nPatient: Ow.\nDoctor: And it's ropy. Same on the other side.",
        "it's ropy",
        "tart",
        {"component": "tissue_texture", "region": "sacral", "laterality": "left"},
        ({"laterality": "right"}, {"region": "lumbar"}),
    ),
    (
        "Doctor: So the left SI joint, hm. It's stuck.\nPatient: Ow.\nDoctor: And it's ropy. Same on the other side.",
        "Same on the other side",
        "tart",
        {"component": "tissue_texture", "region": "sacral", "laterality": "right"},
        ({"laterality": "left"}, {"region": "lumbar"}),
    ),
    (
        "Doctor: Is that sore?\nPatient: It is, yeah.\nDoctor: That's L4 on the right.",
        "Is that sore?\nPatient: It is, yeah.",
        "tart",
        {"component": "tenderness", "region": "lumbar", "laterality": "right"},
        ({"laterality": "left"}, {"region": "cervical"}),
    ),
    (
        "Doctor: Any tingling in the feet?\nPatient: The right one does, yeah.",
        "Any tingling in the feet?\nPatient: The right one does, yeah.",
        "neuro",
        {"kind": "sensory_deficit", "laterality": "right"},
        ({"laterality": "left"},),
    ),
    (
        "Doctor: C4 doesn't glide, it's locked. That's tight there, huh?\nPatient: Mm.",
        "C4 doesn't glide, it's locked",
        "tart",
        {"component": "restriction", "region": "cervical"},
        ({"region": "lumbar"},),
    ),
    (
        "Doctor: C4 doesn't glide, it's locked. That's tight there, huh?\nPatient: Mm.",
        "That's tight there, huh?",
        "tart",
        {"component": "tissue_texture", "region": "cervical"},
        ({"region": "lumbar"},),
    ),
    (
        "Doctor: The left crest is higher, no wait, the right crest is higher.",
        "no wait, the right crest is higher",
        "tart",
        {"component": "asymmetry", "region": "pelvic", "laterality": "right"},
        ({"laterality": "left"}, {"region": "sacral"}),
    ),
    (
        HEARD,
        "segmental dysfunction at see five and see six",
        "lesions",
        {"kind": "somatic_dysfunction", "region": "cervical", "segments": ("C5", "C6")},
        ({"segments": ("C4",)}, {"segments": ("C7",)}, {"region": "lumbar"}),
    ),
    (
        HEARD,
        "see five is stuck turning to the left",
        "tart",
        {"component": "restriction", "region": "cervical", "laterality": "left"},
        ({"laterality": "right"}, {"region": "lumbar"}),
    ),
    (
        "so the el four el five joint doesnt move well and its boggy there",
        "el four el five joint doesnt move well",
        "tart",
        {"component": "restriction", "region": "lumbar"},
        ({"region": "cervical"},),
    ),
    (
        "Doctor: On exam the sacral base was stiff, and it was boggy over the left sulcus.",
        "it was boggy over the left sulcus",
        "tart",
        {"component": "tissue_texture", "region": "sacral", "laterality": "left"},
        ({"laterality": "right"}, {"region": "pelvic"}),
    ),
    (
        "Doctor: So, left knee jerk is gone, and turning right is maybe half of the left in your neck.",
        "left knee jerk is gone",
        "neuro",
        {"kind": "reflex_deficit", "laterality": "left"},
        ({"laterality": "right"},),
    ),
    (
        "Doctor: Now the neck. C2 isn't great, it's stiff. Okay good, that one's tight.",
        "C2 isn't great, it's stiff",
        "tart",
        {"component": "restriction", "region": "cervical"},
        ({"region": "thoracic"},),
    ),
    (
        "Doctor: The curve is flatter than normal on the neck film.",
        "The curve is flatter than normal",
        "imaging",
        {"kind": "other", "modality": "xray", "region": "cervical"},
        ({"region": "lumbar"},),
    ),
    (
        "Doctor: I'm on your T7 now.\nPatient: My knee hurts too.\nDoctor: There's no give here on the right.",
        "There's no give here on the right",
        "tart",
        {"component": "restriction", "region": "thoracic", "laterality": "right"},
        ({"laterality": "left"}, {"region": "cervical"}),
    ),
    (
        "Doctor: Bring your knee up. Bring your knee up, that left SI doesn't drop.",
        "that left SI doesn't drop",
        "tart",
        {"component": "restriction", "region": "sacral", "laterality": "left"},
        ({"laterality": "right"}, {"region": "lower_extremity"}),
    ),
)
LANGUAGE = [("note", *case) for case in NOTES] + [("transcript", *case) for case in TRANSCRIPTS]


@pytest.mark.parametrize(("kind", "text", "quote", "name", "claim", "wrong"), LANGUAGE)
def test_what_is_said_in_other_ways(  # noqa: PLR0913, PLR0917  # the columns of the tables above
    kind: Kind, text: str, quote: str, name: str, claim: dict[str, Any], wrong: tuple[dict[str, Any], ...]
) -> None:
    """Every way to say a field bears it, and none bears another side, region, level or assertion."""
    assert unverified(text, quote, name, claim, kind) == ()
    for swap in wrong:
        assert unverified(text, quote, name, claim | swap, kind), swap


@pytest.mark.parametrize(
    ("quote", "name", "claim"),
    [
        ("Spurling negative", "neuro", {"kind": "tension_sign"}),
        ("Strength 5/5", "neuro", {"kind": "motor_deficit"}),
        ("Reflexes symmetric", "neuro", {"kind": "reflex_deficit"}),
        ("Light touch intact", "neuro", {"kind": "sensory_deficit"}),
        ("Gait normal", "neuro", {"kind": "gait"}),
        ("PSIS level", "tart", {"component": "asymmetry"}),
        ("L5 nontender", "tart", {"component": "tenderness"}),
        ("Neck full range of motion", "tart", {"component": "restriction"}),
        ("Lumbar paraspinals supple", "tart", {"component": "tissue_texture"}),
        ("T6 feels pretty good", "tart", {"component": "restriction"}),
        ("Standing flexion test negative", "tart", {"component": "restriction"}),
        ("No clicking at T6", "tart", {"component": "asymmetry"}),
        ("Canal patent", "imaging", {"kind": "canal_narrowing", "modality": "mri"}),
    ],
)
def test_a_normal_finding_is_not_present(quote: str, name: str, claim: dict[str, Any]) -> None:
    """A sign with a normal value, a normal motion or an open space is no finding, whatever a reader claims."""
    section = "Imaging" if name == "imaging" else "Exam"
    assert unverified(f"{section}: {quote}.", quote, name, claim) == ("assertion",)


SENTENCES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Left L5 somatic dysfunction", LUMBAR),
    ("Somatic dysfunction of L5 on the left", LUMBAR),
    ("L5 FRS left", LUMBAR),
    ("Segmental dysfunction L5, left side", LUMBAR),
)


@pytest.mark.parametrize(("quote", "claim"), SENTENCES)
@pytest.mark.parametrize(
    ("words", "others", "field"),
    [
        (("Left", "left"), ("Right", "right"), "laterality"),
        (("Left", "left"), ("Bilateral", "bilateral"), "laterality"),
        (("L5",), ("L4",), "segments"),
        (("L5",), ("C5",), "segments"),
    ],
)
def test_one_word_changed_in_a_sentence_unbears_its_field(
    quote: str, claim: dict[str, Any], words: tuple[str, ...], others: tuple[str, ...], field: str
) -> None:
    """A sentence with another side or level bears the old one no more."""
    for word, other in zip(words, others, strict=True):
        quote = quote.replace(word, other)
    assert field in unverified(f"Assessment: {quote}.", quote, "lesions", claim)


@pytest.mark.parametrize(("quote", "claim"), SENTENCES)
@pytest.mark.parametrize("cue", ["No {}", "Possible {}", "History of {}", "{} was ruled out", "Rule out {}"])
def test_a_cue_added_to_a_sentence_unbears_its_presence(quote: str, claim: dict[str, Any], cue: str) -> None:
    """A sentence that is denied, doubted or past states nothing as present."""
    said = cue.format(quote)
    assert "assertion" in unverified(f"Assessment: {said}.", quote, "lesions", claim)


def test_region_and_level_of_two_findings_do_not_make_one() -> None:
    """A quote with two dysfunctions does not bear the region of one with the level of the other."""
    quote = "Segmental dysfunction at C6 and T5"
    claim = {"kind": "somatic_dysfunction", "region": "cervical", "segments": ("T5",)}
    assert unverified(f"Assessment: {quote}.", quote, "lesions", claim) == ("region", "segments")


WORDS = (
    "no",
    "left",
    "right",
    "L5",
    "see",
    "five",
    "fifth",
    "lumbar",
    "-",
    ",",
    ".",
    "?",
    ":",
    "stuck",
    "|",
    "+",
    "yes",
)
CLAIMS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("lesions", {"kind": "foraminal_stenosis", "mechanisms": ("disc",), "segments": ("L5", "OA", "rib 2")}),
    ("tart", {"component": "restriction"}),
    ("neuro", {"kind": "reflex_deficit"}),
    ("imaging", {"kind": "fracture", "modality": "ct"}),
    ("diagnoses", {"condition": "sprain_strain"}),
)


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join),
    st.sampled_from(["note", "transcript"]),
    st.sampled_from(CLAIMS),
    st.sampled_from(["lumbar", "head", None]),
    st.sampled_from(["left", "bilateral", "midline", None]),
    st.tuples(st.integers(0, 40), st.integers(1, 40)),
)
def test_every_claim_can_be_judged(  # noqa: PLR0913, PLR0917  # one for each strategy
    text: str,
    kind: Kind,
    claim: tuple[str, dict[str, Any]],
    region: str | None,
    side: str | None,
    place: tuple[int, int],
) -> None:
    """Whatever is said and claimed of it, verification ends with names of claimed fields."""
    name, fields = claim
    span = (place[0], place[0] + place[1])
    quoted = {"evidence": [Evidence(quote=text, span=span, match="exact")]}
    where = {"laterality": side} if name == "neuro" else {"laterality": side, "region": region}
    finding = TYPES[name].model_validate(fields | where | quoted)
    found: tuple[Finding, ...] = getattr(verify(parse(text, kind), Extraction.model_validate({name: [finding]})), name)
    claimed = {field for field, value in finding if value} | {"assertion"}
    assert set(found[0].unverified) <= claimed


@pytest.mark.parametrize(
    ("name", "claim", "quote"),
    [
        ("lesions", {"kind": "somatic_dysfunction", "region": "lumbar"}, "lumbar somatic dysfunction"),
        ("diagnoses", {"condition": "disc_herniation"}, "disc herniation"),
    ],
)
def test_a_diagnosis_is_the_clinicians(name: str, claim: dict[str, Any], quote: str) -> None:
    """What only the patient says is no diagnosis, whoever reads it as one; a symptom is the patient's to tell."""
    said = f"I have a {quote} and my left foot is numb."
    assert unverified(f"Doctor: How are you?\nPatient: {said}", quote, name, claim, "transcript") == ("assertion",)
    assert unverified(f"Patient: Well?\nDoctor: You have a {quote}.", quote, name, claim, "transcript") == ()
    numb = {"kind": "sensory_deficit", "laterality": "left"}
    assert unverified(f"Doctor: How are you?\nPatient: {said}", "left foot is numb", "neuro", numb, "transcript") == ()
