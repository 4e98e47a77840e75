"""What a rule reads: the findings, the claims and the suggestions of one encounter."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, wraps
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from scribe.rules.tables import thresholds
from scribe.rules.views.modifiers import written_modifiers
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


class _Record(NamedTuple):
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


class Chart(_Record):
    """One encounter as the rules see it."""

    @cached_property
    def views(self) -> dict[str, Any]:
        """What has been worked out from the chart, by the name of what works it out."""
        return {}


View = TypeVar("View")


def once(work_out: Callable[[Chart], View]) -> Callable[[Chart], View]:
    """Work out a view of a chart once for all rules; many of them look at the same one."""

    @wraps(work_out)
    def view(chart: Chart) -> View:
        if work_out.__name__ not in chart.views:
            chart.views[work_out.__name__] = work_out(chart)
        found: View = chart.views[work_out.__name__]
        return found

    return view


def collect_claims(document: Document, extraction: Extraction, codes: Sequence[str]) -> tuple[Claim, ...]:
    """Collect the codes to judge: those written in the document, then those given for audit.

    Args:
        document: The text, which writes modifiers beside its procedure codes.
        extraction: The findings, with the codes that the text states.
        codes: Codes as a claim has them, such as `98941-AT`.
    """
    written = [
        _claim(stated.code, f"extraction.stated_codes[{i}]", stated.evidence)
        for i, stated in enumerate(extraction.stated_codes)
    ]
    # Procedure codes begin with a digit, or with the G of HCPCS; most notes state none.
    beside = written_modifiers(document.text) if any(it.code[:1] in "123456789G" for it in written) else {}
    modified = [it._replace(modifiers=_each_once(*it.modifiers, *beside.get(it.code, ()))) for it in written]
    return (*modified, *(_claim(code, f"codes[{i}]", ()) for i, code in enumerate(codes)))


def _each_once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _claim(code: str, at: str, evidence: tuple[Evidence, ...]) -> Claim:
    code, *modifiers = code.strip().upper().split("-")
    return Claim(code, tuple(modifiers), at, evidence)


DYSFUNCTIONS = ("somatic_dysfunction", "subluxation_complex")
STENOSES = ("canal_stenosis", "foraminal_stenosis")

Asserted = TypeVar("Asserted", Lesion, Tart, Neuro, Imaging, Diagnosis)


def grounded(finding: Finding) -> bool:
    """Whether any of its quotes stands in the text."""
    return any(evidence.span is not None for evidence in finding.evidence)


Placed = tuple[str, Asserted]
"""A finding and its path."""


def lesions(chart: Chart, assertion: Assertion = "present") -> tuple[Placed[Lesion], ...]:
    """The lesions so asserted, with their paths."""
    return _lesions(chart).get(assertion, ())


def diagnoses(chart: Chart, assertion: Assertion = "present") -> tuple[Placed[Diagnosis], ...]:
    """The diagnoses so asserted, with their paths."""
    return _diagnoses(chart).get(assertion, ())


def tart(chart: Chart, assertion: Assertion = "present") -> tuple[Placed[Tart], ...]:
    """The findings of palpation and motion testing so asserted, with their paths."""
    return _tart(chart).get(assertion, ())


def neuro(chart: Chart, assertion: Assertion = "present") -> tuple[Placed[Neuro], ...]:
    """The neurological findings so asserted, with their paths."""
    return _neuro(chart).get(assertion, ())


def imaging(chart: Chart, assertion: Assertion = "present") -> tuple[Placed[Imaging], ...]:
    """The imaging findings so asserted, with their paths."""
    return _imaging(chart).get(assertion, ())


def disputed(name: str, findings: Sequence[Asserted]) -> Iterator[Placed[Asserted]]:
    """The findings of one list that two readings found and their words do not settle, where one says present."""
    for i, finding in enumerate(findings):
        if finding.agreement == "both" and finding.assertion == "present" and finding.unverified and grounded(finding):
            yield f"extraction.{name}[{i}]", finding


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
    return len(components(chart, region)) >= thresholds()["general"].components


def manipulations(chart: Chart) -> Iterator[tuple[str, Care]]:
    """The manual treatments of today, with their paths."""
    for i, care in enumerate(chart.extraction.care):
        if care.kind == "manipulation" and care.timing == "today" and grounded(care):
            yield f"extraction.care[{i}]", care


def sentences_of(chart: Chart, finding: Finding) -> str:
    """The quotes of a finding, each with the sentences it touches."""
    spans = [evidence.span for evidence in finding.evidence if evidence.span is not None]
    sentences = chart.document.sentences
    indices = {
        index
        for start, end in spans
        for index in range(
            bisect_right(sentences, start, key=itemgetter(1)), bisect_left(sentences, end, key=itemgetter(0))
        )
    }
    touched = [sentences[index] for index in sorted(indices)]
    return " ".join(chart.document.text[start:end] for start, end in [*spans, *touched])


def quotes_of(finding: Finding) -> str:
    """The quotes of a finding."""
    return " ".join(evidence.quote for evidence in finding.evidence)


def title_of(chart: Chart, code: str) -> str:
    """The title of a code in the code set of the visit; empty where it has none."""
    known = chart.codes.find(code)
    return "" if known is None else known.title


ByAssertion = dict[Assertion, tuple[Placed[Asserted], ...]]


@once
def _lesions(chart: Chart) -> ByAssertion[Lesion]:
    return _by_assertion("lesions", chart.extraction.lesions)


@once
def _diagnoses(chart: Chart) -> ByAssertion[Diagnosis]:
    return _by_assertion("diagnoses", chart.extraction.diagnoses)


@once
def _tart(chart: Chart) -> ByAssertion[Tart]:
    return _by_assertion("tart", chart.extraction.tart)


@once
def _neuro(chart: Chart) -> ByAssertion[Neuro]:
    return _by_assertion("neuro", chart.extraction.neuro)


@once
def _imaging(chart: Chart) -> ByAssertion[Imaging]:
    return _by_assertion("imaging", chart.extraction.imaging)


def _by_assertion(name: str, findings: Sequence[Asserted]) -> ByAssertion[Asserted]:
    found: dict[Assertion, list[Placed[Asserted]]] = {}
    for i, finding in enumerate(findings):
        # A present finding supports a code, so every one of its fields must be borne out; the others only warn.
        borne_out = finding.assertion != "present" or not finding.unverified
        if borne_out and grounded(finding):
            found.setdefault(finding.assertion, []).append((f"extraction.{name}[{i}]", finding))
    return {assertion: tuple(several) for assertion, several in found.items()}
