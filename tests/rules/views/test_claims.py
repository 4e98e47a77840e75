"""How claimed codes stand: one verdict each, and the finding that decides."""

import pytest

from scribe.documents import parse
from scribe.rules import Chart, collect_claims
from scribe.rules.views.claims import judge, spelled
from scribe.schema import (
    Assertion,
    Condition,
    Diagnosis,
    Encounter,
    Evidence,
    Extraction,
    Laterality,
    Lesion,
    LesionKind,
    Mechanism,
    Region,
    StatedCode,
)
from scribe.terminology import code_set

TEXT = "as stated; M99.04, M99.03"
QUOTE = Evidence(quote="as stated", span=(0, 9), match="exact")


def lesion(kind: LesionKind, region: Region | None, *mechanisms: Mechanism) -> Lesion:
    """A present lesion."""
    return Lesion(kind=kind, region=region, mechanisms=mechanisms, evidence=(QUOTE,))


def diagnosis(
    condition: Condition, region: Region | None, assertion: Assertion = "present", side: Laterality | None = None
) -> Diagnosis:
    """A diagnosis."""
    return Diagnosis(condition=condition, region=region, laterality=side, assertion=assertion, evidence=(QUOTE,))


def chart_of(findings: list[Lesion | Diagnosis], codes: list[str], written: tuple[str, ...] = ()) -> Chart:
    """A chart with these findings, codes written in the text and codes given."""
    extraction = Extraction(
        lesions=tuple(finding for finding in findings if isinstance(finding, Lesion)),
        diagnoses=tuple(finding for finding in findings if isinstance(finding, Diagnosis)),
        stated_codes=tuple(StatedCode(code=code, evidence=(at(code),)) for code in written),
    )
    document = parse(TEXT, "note")
    claims = collect_claims(document, extraction, codes)
    return Chart(document, Encounter(), extraction, (), claims, code_set(None))


def at(code: str) -> Evidence:
    """A code where the text writes it."""
    start = TEXT.index(code)
    return Evidence(quote=code, span=(start, start + len(code)), match="exact")


DYSFUNCTION: LesionKind = "somatic_dysfunction"
COMPLEX: LesionKind = "subluxation_complex"
CANAL: LesionKind = "canal_stenosis"
FORAMEN: LesionKind = "foraminal_stenosis"


@pytest.mark.parametrize(
    ("findings", "code", "verdict"),
    [
        ([lesion(DYSFUNCTION, "lumbar")], "M99.03", "documented"),
        ([], "M99.03", "unsupported"),
        ([], "M99.9", "unsupported"),
        ([lesion(DYSFUNCTION, None)], "M99.9", "incomplete"),
        ([lesion(DYSFUNCTION, "lumbar")], "M99.9", "vague"),
        ([lesion(DYSFUNCTION, None)], "M99.04", "unplaced"),
        ([lesion(DYSFUNCTION, None)], "M99.14", "unsupported"),
        ([lesion(CANAL, "lumbar")], "M99.33", "incomplete"),
        ([lesion(CANAL, "lumbar")], "M99.63", "unsupported"),
        ([lesion(CANAL, "lumbar")], "M99.34", "unsupported"),
        ([diagnosis("spinal_stenosis", "lumbar")], "M99.33", "elsewhere"),
        ([diagnosis("spinal_stenosis", None)], "M99.63", "elsewhere"),
        ([diagnosis("spinal_stenosis", "lumbar")], "M99.03", "unsupported"),
        ([diagnosis("spinal_stenosis", "cervical")], "M99.33", "unsupported"),
        ([diagnosis("spondylolisthesis", "lumbar")], "M99.13", "elsewhere"),
        ([diagnosis("spondylolisthesis", "lumbar")], "M99.23", "elsewhere"),
        ([diagnosis("spondylolisthesis", "lumbar")], "M99.33", "elsewhere"),
        ([diagnosis("spondylolisthesis", "lumbar")], "M99.43", "unsupported"),
        ([diagnosis("spondylolisthesis", "lumbar")], "M99.03", "unsupported"),
        ([diagnosis("spondylolisthesis", None)], "M99.13", "unsupported"),
        ([lesion(DYSFUNCTION, "lumbar")], "M99.09", "vague"),
        ([lesion(COMPLEX, "lumbar")], "M99.09", "unsupported"),
        ([lesion(DYSFUNCTION, "lumbar")], "M99.04", "other_region"),
        ([lesion(DYSFUNCTION, "lumbar")], "M99.34", "unsupported"),
        ([lesion(DYSFUNCTION, "lumbar")], "M99.33", "other_lesion"),
        ([lesion(FORAMEN, "lumbar", "osseous")], "M99.33", "other_compartment"),
        ([lesion(FORAMEN, "lumbar", "osseous")], "M99.73", "other_mechanism"),
        ([lesion(FORAMEN, "cervical", "osseous")], "M99.33", "other_region"),
        ([lesion(FORAMEN, "cervical", "osseous")], "M99.03", "unsupported"),
        ([lesion(DYSFUNCTION, "cervical")], "M99.33", "unsupported"),
        ([diagnosis("traumatic_subluxation", "cervical")], "M99.11", "traumatic"),
        ([diagnosis("traumatic_subluxation", "cervical")], "M99.31", "unsupported"),
        ([diagnosis("spondylolisthesis", "lumbar", "historical")], "M43.16", "past"),
        ([diagnosis("spondylolisthesis", "lumbar", "possible")], "M43.16", "uncertain"),
        ([diagnosis("spondylolisthesis", "lumbar", "absent")], "M43.16", "unsupported"),
        ([diagnosis("spondylolisthesis", "cervical")], "M43.16", "other_site"),
        ([], "M54.50", "out_of_scope"),
        ([], "I10", "out_of_scope"),
        ([lesion(CANAL, "lumbar")], "M48.061", "documented"),
        ([lesion(CANAL, "lumbar")], "M48.02", "other_site"),
        ([lesion(CANAL, "lumbar")], "M43.16", "unsupported"),
        ([diagnosis("postlaminectomy_syndrome", "lumbar")], "M96.1", "documented"),
        ([diagnosis("radiculopathy", "upper_extremity")], "M54.12", "documented"),
        ([diagnosis("radiculopathy", "lower_extremity")], "M54.18", "documented"),
        ([diagnosis("radiculopathy", "rib_cage")], "M54.12", "other_site"),
        ([diagnosis("spondylosis", "upper_extremity")], "M47.812", "other_site"),
        ([diagnosis("sciatica", None, side="midline")], "M54.31", "documented"),
        ([diagnosis("sciatica", None, side="bilateral")], "M54.31", "documented"),
        ([diagnosis("sciatica", None, side="left")], "M54.31", "other_site"),
        ([], "M99.0", "header"),
        ([], "M99.044", "nonexistent"),
        ([], "9892555", "nonexistent"),
        ([], "AB123", "nonexistent"),
    ],
)
def test_verdict(findings: list[Lesion | Diagnosis], code: str, verdict: str) -> None:
    """A claim has the first verdict that holds."""
    assert [judgement.verdict for judgement in judge(chart_of(findings, [code]))] == [verdict]


@pytest.mark.parametrize("code", ["98925", "0101T", "G0283", "J1885"])
def test_procedure_is_not_judged(code: str) -> None:
    """What has the shape of a procedure code is no claim of a diagnosis."""
    assert judge(chart_of([], [code])) == ()


@pytest.mark.parametrize(
    ("findings", "code", "nearest"),
    [
        ([lesion(CANAL, "lumbar", "disc"), lesion(DYSFUNCTION, "cervical")], "M99.03", 0),
        ([lesion(DYSFUNCTION, "cervical"), lesion(CANAL, "lumbar", "disc")], "M99.03", 0),
        ([lesion(FORAMEN, "cervical", "disc"), lesion(DYSFUNCTION, "lumbar")], "M99.33", 1),
        ([lesion(FORAMEN, "cervical", "disc"), lesion(CANAL, "thoracic", "disc")], "M99.33", 1),
    ],
)
def test_a_missing_code_is_held_against_the_nearest_lesion(findings: list[Lesion], code: str, nearest: int) -> None:
    """Region and kind weigh the same, both stenoses half a kind, and the first of equals counts."""
    (judgement,) = judge(chart_of([*findings], [code]))
    assert judgement.at == f"extraction.lesions[{nearest}]"


def test_a_code_is_judged_once() -> None:
    """A code both written and given is one claim, at its place among those given, with the words of the text."""
    chart = chart_of([], ["M99.05", "m9904", "M99.04-LT"], written=("M99.04", "M99.03"))
    assert [(it.code, it.claim.at, [quote.quote for quote in it.claim.evidence]) for it in judge(chart)] == [
        ("M99.03", "extraction.stated_codes[1]", ["M99.03"]),
        ("M99.05", "codes[0]", []),
        ("M99.04", "codes[1]", ["M99.04"]),
    ]


def test_a_code_written_twice_is_judged_once() -> None:
    """A text may write a code in the assessment and in the plan."""
    chart = chart_of([], [], written=("M99.04", "M99.04"))
    assert [judgement.claim.at for judgement in judge(chart)] == ["extraction.stated_codes[0]"]


@pytest.mark.parametrize(
    ("written", "printed"), [("m9903", "M99.03"), (" M99.03 ", "M99.03"), ("M99", "M99"), ("m54.1", "M54.1"), ("", "")]
)
def test_spelling(written: str, printed: str) -> None:
    """Capitals, no space around, a dot after the category."""
    assert spelled(written) == printed
