"""A synthetic note, and a report on it made by hand, with something in every part."""

from datetime import date

import pytest

from scribe.documents import parse
from scribe.schema import (
    Care,
    Diagnosis,
    Disagreement,
    Encounter,
    Evidence,
    Extraction,
    Function,
    Imaging,
    Issue,
    Lesion,
    Neuro,
    Provenance,
    Query,
    Report,
    StatedCode,
    Suggestion,
    Tart,
    Unread,
)

NOTE = """\
Date of service: 2026-03-11
S: Low back and tailbone pain for six weeks, worse sitting. Could not feel when wiping since yesterday.
O: Sacral base deep on the left, left sacral sulcus tender and boggy. Seated flexion test positive left.
Lumbar paraspinals tender on the right.
MRI 2026-02-20: narrowing of the left S1 foramen with facet hypertrophy and a disc bulge.
A: Somatic dysfunction of the sacrum. Foraminal stenosis at S1.
P: Muscle energy to the sacrum and the lumbar spine. 98926, M99.4
"""


def quote(words: str) -> tuple[Evidence, ...]:
    """Cite words of the note."""
    start = NOTE.index(words)
    return (Evidence(quote=words, span=(start, start + len(words)), match="exact", speaker="clinician"),)


@pytest.fixture
def report() -> Report:
    """A report with red flag, codes of all three statuses, issues, a query and a finding set aside."""
    stenosis = quote("Foraminal stenosis at S1")
    dysfunction = quote("Somatic dysfunction of the sacrum")
    narrowing = quote("narrowing of the left S1 foramen")
    extraction = Extraction(
        lesions=(
            Lesion(kind="somatic_dysfunction", region="sacral", evidence=dysfunction),
            Lesion(kind="foraminal_stenosis", region="sacral", segments=("S1",), evidence=stenosis),
        ),
        tart=(
            Tart(
                component="asymmetry",
                region="sacral",
                laterality="left",
                evidence=quote("Sacral base deep on the left"),
            ),
            Tart(
                component="tenderness", region="sacral", laterality="left", evidence=quote("left sacral sulcus tender")
            ),
            Tart(
                component="tenderness", region="lumbar", laterality="right", evidence=quote("Lumbar paraspinals tender")
            ),
        ),
        neuro=(
            Neuro(kind="saddle_anesthesia", evidence=quote("Could not feel when wiping")),
            Neuro(kind="motor_deficit", assertion="absent", evidence=(Evidence(quote="strength 5/5 throughout"),)),
        ),
        imaging=(
            Imaging(modality="mri", kind="foraminal_narrowing", region="sacral", laterality="left", evidence=narrowing),
            Imaging(modality="mri", kind="bony_overgrowth", region="sacral", evidence=quote("facet hypertrophy")),
            Imaging(modality="mri", kind="disc_herniation", region="sacral", evidence=quote("disc bulge")),
        ),
        diagnoses=(Diagnosis(condition="coccydynia", assertion="possible", evidence=quote("tailbone pain")),),
        care=(
            Care(kind="manipulation", timing="today", regions=("sacral", "lumbar"), evidence=quote("Muscle energy")),
        ),
        function=(Function(kind="sitting", evidence=quote("worse sitting")),),
        stated_codes=(
            StatedCode(code="98926", evidence=quote("98926")),
            StatedCode(code="M99.4", evidence=quote("M99.4")),
        ),
    )
    return Report(
        document=parse(NOTE, "note"),
        encounter=Encounter(date_of_service=date(2026, 3, 11), discipline="osteopathic", visit="initial"),
        extraction=extraction,
        suggestions=(
            Suggestion(
                code="M99.04",
                title="Segmental and somatic dysfunction of sacral region",
                status="assign",
                rank=1,
                reason="Somatic dysfunction of the sacral region is stated.",
                derivation=("CD02", "lesions[0]"),
                evidence=dysfunction,
            ),
            Suggestion(
                code="M99.64",
                title="Osseous and subluxation stenosis of intervertebral foramina of sacral region",
                status="query",
                rank=1,
                reason="Stenosis of the foramina is stated, and nothing that causes it.",
                derivation=("CD05", "lesions[1]"),
                evidence=stenosis,
            ),
            Suggestion(
                code="M99.03",
                title="Segmental and somatic dysfunction of lumbar region",
                status="reject",
                rank=1,
                reason="One finding of the lumbar region and no dysfunction stated.",
                derivation=("CD02", "tart[2]"),
                evidence=quote("Lumbar paraspinals tender"),
            ),
        ),
        issues=(
            Issue(
                rule="SF01",
                topic="red_flag",
                severity="error",
                at="extraction.neuro[0]",
                message="Loss of feeling in the saddle area is reported: think of the cauda equina.",
                evidence=quote("Could not feel when wiping"),
            ),
            Issue(
                rule="DX02",
                topic="parent_code",
                severity="error",
                at="extraction.stated_codes[1]",
                message="M99.4 is a heading, not a complete code.",
                citations=("tabular-m99",),
                evidence=quote("M99.4"),
            ),
            Issue(
                rule="ST01",
                topic="mechanism_missing",
                severity="warning",
                at="extraction.lesions[1]",
                message="Foraminal stenosis of the sacral region is stated with nothing that causes it.",
                evidence=stenosis,
            ),
        ),
        queries=(
            Query(
                topic="mechanism_missing",
                at="lesions[1]",
                indicators=(*stenosis, *quote("facet hypertrophy"), *quote("disc bulge")),
                question="Based on your clinical judgement, please clarify the cause of the narrowing.",
                options=("Bony overgrowth", "Intervertebral disc", "Other: ____", "Unable to determine"),
            ),
        ),
        provenance=Provenance(document_digest="0f" * 32, package_version="0.1.0", reader="lexicon", code_set="FY2026"),
    )


@pytest.fixture
def double(report: Report) -> Report:
    """The report as two readings make it: one finding settled, one open, and a part that the model did not read."""
    extraction = report.extraction
    stenosis, narrowing = extraction.lesions[1], extraction.imaging[0]
    found = stenosis.model_copy(update={"laterality": "left", "unverified": ("laterality",), "agreement": "both"})
    dysfunction = extraction.lesions[0].model_copy(update={"agreement": "both"})
    left, right = (
        stenosis.model_copy(update={"laterality": "left", "evidence": (*stenosis.evidence, *narrowing.evidence)}),
        stenosis.model_copy(update={"laterality": "right"}),
    )
    agreements = ("both", "model only", "lexicon only")
    return report.model_copy(
        update={
            "extraction": extraction.model_copy(update={"lesions": (dysfunction, found)}),
            "suggestions": tuple(
                one.model_copy(update={"agreement": agreement})
                for one, agreement in zip(report.suggestions, agreements, strict=True)
            ),
            "disagreements": (
                Disagreement(
                    at="lesions[1]",
                    fields=("laterality",),
                    lexicon=left,
                    model=right,
                    reason="Laterality: both stand by their quotes, so that no code rests on the finding.",
                ),
                Disagreement(
                    at="imaging[0]",
                    fields=("modality",),
                    lexicon=narrowing,
                    model=narrowing.model_copy(update={"modality": "ct"}),
                    reason="Modality: both stand by their quotes, so that no code rests on the finding.",
                ),
            ),
            "provenance": report.provenance.model_copy(
                update={
                    "reader": "double",
                    "model": "m",
                    "unread": (Unread(span=(0, 27), reason="The server did not answer."),),
                }
            ),
        }
    )
