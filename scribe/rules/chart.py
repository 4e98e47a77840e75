"""What a rule reads: the findings, the claims and the suggestions of one encounter."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from scribe.rules.tables import thresholds, tiers
from scribe.schema import (
    Assertion,
    Care,
    Diagnosis,
    Document,
    Encounter,
    Evidence,
    Extraction,
    Finding,
    Imaging,
    Lesion,
    Neuro,
    Region,
    StatedCode,
    Suggestion,
    Tart,
    TartComponent,
)
from scribe.terminology import CodeSet


class Claim(NamedTuple):
    """A code that somebody has chosen: written in the document, or given for audit."""

    code: str
    """The code as written, without modifiers."""
    modifiers: tuple[str, ...]
    """Its modifiers, such as `AT`."""
    at: str
    """Path: `extraction.stated_codes[0]` or `codes[0]`."""
    evidence: tuple[Evidence, ...]
    """Where the document states it; empty for a code given for audit."""


class Chart(NamedTuple):
    """One encounter as the rules see it."""

    document: Document
    """The text and its parts."""
    encounter: Encounter
    """What is known of the visit besides its text."""
    extraction: Extraction
    """What the reader found, grounded."""
    suggestions: tuple[Suggestion, ...]
    """The codes that the findings lead to."""
    claims: tuple[Claim, ...]
    """The codes to judge, in claim order."""
    codes: CodeSet
    """The code set of the date of service."""


def claims(extraction: Extraction, codes: Sequence[str]) -> tuple[Claim, ...]:
    """Collect the codes to judge: those written in the document, then those given for audit.

    Args:
        extraction: The findings; modifiers stand in the quotes of its stated codes.
        codes: Codes as a claim has them, such as `98941-AT`.
    """
    written = [
        _claim(f"{stated.code}{_written_modifiers(stated)}", f"extraction.stated_codes[{i}]", stated.evidence)
        for i, stated in enumerate(extraction.stated_codes)
    ]
    return (*written, *(_claim(code, f"codes[{i}]", ()) for i, code in enumerate(codes)))


def _claim(code: str, at: str, evidence: tuple[Evidence, ...]) -> Claim:
    code, *modifiers = code.strip().upper().split("-")
    return Claim(code, tuple(modifiers), at, evidence)


def _written_modifiers(stated: StatedCode) -> str:
    quotes = (evidence.quote for evidence in stated.evidence)
    return next((quote[len(stated.code) :] for quote in quotes if quote.startswith(f"{stated.code}-")), "")


DYSFUNCTIONS = ("somatic_dysfunction", "subluxation_complex")
STENOSES = ("canal_stenosis", "foraminal_stenosis")

Asserted = TypeVar("Asserted", Lesion, Tart, Neuro, Imaging, Diagnosis)


def grounded(finding: Finding) -> bool:
    """Whether any of its quotes stands in the text."""
    return any(evidence.span is not None for evidence in finding.evidence)


def lesions(chart: Chart, assertion: Assertion = "present") -> Iterator[tuple[str, Lesion]]:
    """The lesions so asserted, with their paths."""
    return _asserted("lesions", chart.extraction.lesions, assertion)


def diagnoses(chart: Chart, assertion: Assertion = "present") -> Iterator[tuple[str, Diagnosis]]:
    """The diagnoses so asserted, with their paths."""
    return _asserted("diagnoses", chart.extraction.diagnoses, assertion)


def tart(chart: Chart, assertion: Assertion = "present") -> Iterator[tuple[str, Tart]]:
    """The findings of palpation and motion testing so asserted, with their paths."""
    return _asserted("tart", chart.extraction.tart, assertion)


def neuro(chart: Chart, assertion: Assertion = "present") -> Iterator[tuple[str, Neuro]]:
    """The neurological findings so asserted, with their paths."""
    return _asserted("neuro", chart.extraction.neuro, assertion)


def imaging(chart: Chart, assertion: Assertion = "present") -> Iterator[tuple[str, Imaging]]:
    """The imaging findings so asserted, with their paths."""
    return _asserted("imaging", chart.extraction.imaging, assertion)


def dysfunctions(chart: Chart) -> Iterator[tuple[str, Lesion]]:
    """The dysfunctions and subluxation complexes that stand."""
    return (placed for placed in lesions(chart) if placed[1].kind in DYSFUNCTIONS)


def stenoses(chart: Chart) -> Iterator[tuple[str, Lesion]]:
    """The canal and foraminal stenoses that stand."""
    return (placed for placed in lesions(chart) if placed[1].kind in STENOSES)


def plain_stenoses(chart: Chart) -> Iterator[tuple[str, Diagnosis]]:
    """The diagnoses of spinal stenosis, in which no mechanism was read."""
    return (placed for placed in diagnoses(chart) if placed[1].condition == "spinal_stenosis")


def components(chart: Chart, region: Region) -> dict[TartComponent, Tart]:
    """The components of TART that stand in a region, each with its first finding."""
    found: dict[TartComponent, Tart] = {}
    for _, finding in tart(chart):
        if finding.region == region:
            found.setdefault(finding.component, finding)
    return found


def is_found(chart: Chart, region: Region) -> bool:
    """Whether the examination shows enough components of TART in a region to ask for a diagnosis."""
    return len(components(chart, region)) >= thresholds()["any"].components


def manipulations(chart: Chart) -> Iterator[tuple[str, Care]]:
    """The manual treatments of today, with their paths."""
    for i, care in enumerate(chart.extraction.care):
        if care.kind == "manipulation" and care.timing == "today" and grounded(care):
            yield f"extraction.care[{i}]", care


def is_medicare_manipulation(chart: Chart) -> bool:
    """Whether this is a chiropractic manipulation under Medicare."""
    if chart.encounter.payer != "medicare" or chart.encounter.discipline not in ("chiropractic", None):
        return False
    claimed = (tiers().get(claim.code) for claim in chart.claims)
    return any(manipulations(chart)) or any(tier is not None and tier.system == "cmt" for tier in claimed)


def sentences_of(chart: Chart, finding: Finding) -> str:
    """The quotes of a finding, each with the sentences it touches."""
    spans = [evidence.span for evidence in finding.evidence if evidence.span is not None]
    touched = [
        (start, end)
        for start, end in chart.document.sentences
        if any(start < span_end and span_start < end for span_start, span_end in spans)
    ]
    return " ".join(chart.document.text[start:end] for start, end in [*spans, *touched])


def quotes_of(finding: Finding) -> str:
    """The quotes of a finding."""
    return " ".join(evidence.quote for evidence in finding.evidence)


def title_of(chart: Chart, code: str) -> str:
    """The title of a code in the code set of the visit; empty where it has none."""
    known = chart.codes.find(code)
    return "" if known is None else known.title


def _asserted(name: str, findings: Sequence[Asserted], assertion: Assertion) -> Iterator[tuple[str, Asserted]]:
    for i, finding in enumerate(findings):
        # A present finding supports a code, so every one of its fields must be borne out; the others only warn.
        borne_out = assertion != "present" or not finding.unverified
        if finding.assertion == assertion and borne_out and grounded(finding):
            yield f"extraction.{name}[{i}]", finding
