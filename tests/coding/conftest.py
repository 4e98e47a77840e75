"""Findings as a reader hands them over: quoted, found, present."""

from datetime import date

import pytest

from scribe.coding import derive
from scribe.schema import (
    Care,
    Diagnosis,
    Encounter,
    Evidence,
    Extraction,
    Finding,
    Imaging,
    Lesion,
    StatedCode,
    Status,
    Suggestion,
    Tart,
)
from scribe.terminology import CodeSet, code_set

LISTS: dict[str, type[Finding]] = {
    "lesions": Lesion,
    "diagnoses": Diagnosis,
    "tart": Tart,
    "imaging": Imaging,
    "care": Care,
    "stated_codes": StatedCode,
}


class Chart:
    """Builds an extraction from findings, and derives its codes."""

    def __init__(self) -> None:
        """Begin an empty text; each quote stands after the last."""
        self.codes: CodeSet = code_set(date(2026, 3, 2))
        self._end = 0

    def quote(self, words: str) -> tuple[Evidence, ...]:
        """Evidence of words found in the text."""
        start, self._end = self._end, self._end + len(words) + 1
        return (Evidence(quote=words, span=(start, start + len(words)), match="exact"),)

    def lesion(self, kind: str, region: str | None, words: str = "", **fields: object) -> Lesion:
        """Return a lesion."""
        return Lesion.model_validate({"kind": kind, "region": region, "evidence": self.quote(words or kind), **fields})

    def diagnosis(self, condition: str, region: str | None, words: str = "", **fields: object) -> Diagnosis:
        """Return a diagnosis."""
        words = words or condition.replace("_", " ")
        return Diagnosis.model_validate(
            {"condition": condition, "region": region, "evidence": self.quote(words), **fields}
        )

    def tart(self, component: str, region: str | None, **fields: object) -> Tart:
        """Return a TART finding."""
        return Tart.model_validate(
            {"component": component, "region": region, "evidence": self.quote(component), **fields}
        )

    def imaging(self, kind: str, region: str | None, **fields: object) -> Imaging:
        """Return an imaging finding of an MRI."""
        return Imaging.model_validate(
            {"modality": "mri", "kind": kind, "region": region, "evidence": self.quote(kind), **fields}
        )

    def manipulation(self) -> Care:
        """Return a manipulation given today."""
        return Care(kind="manipulation", timing="today", evidence=self.quote("adjusted"))

    def written(self, *codes: str) -> tuple[StatedCode, ...]:
        """Return codes written in the document."""
        return tuple(StatedCode(code=code, evidence=self.quote(code)) for code in codes)

    def derive(self, *findings: Finding, encounter: Encounter | None = None) -> tuple[Suggestion, ...]:
        """Derive suggestions from findings, each put into its list."""
        lists = {name: tuple(found for found in findings if isinstance(found, kind)) for name, kind in LISTS.items()}
        return derive(Extraction.model_validate(lists), encounter or Encounter(), self.codes)

    def codes_of(self, status: Status, *findings: Finding, encounter: Encounter | None = None) -> list[str]:
        """Return the derived codes of one status, in order."""
        return [one.code for one in self.derive(*findings, encounter=encounter) if one.status == status]

    def assigned(self, *findings: Finding, encounter: Encounter | None = None) -> list[str]:
        """Return the codes to assign."""
        return self.codes_of("assign", *findings, encounter=encounter)

    def queried(self, *findings: Finding) -> list[str]:
        """Return the codes to query."""
        return self.codes_of("query", *findings)

    def rejected(self, *findings: Finding) -> list[str]:
        """Return the codes to reject."""
        return self.codes_of("reject", *findings)

    def reasons(self, *findings: Finding) -> dict[str, str]:
        """Return the reason of every code."""
        return {one.code: one.reason for one in self.derive(*findings)}


@pytest.fixture
def chart() -> Chart:
    """An empty chart."""
    return Chart()
