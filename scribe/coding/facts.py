"""The findings of an extraction with their paths, parted into those that may carry a code and the rest."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from scribe.schema import Diagnosis, Evidence, Extraction, Finding, Imaging, Lesion, Tart

F_co = TypeVar("F_co", bound=Finding, covariant=True)

_DENIED = re.compile(
    r"\b(?:without|no|not|denies|denied|absent|negative for|never|non-?|rather than)\s*(?:\w+\s+){0,2}$"
)


class Fact(NamedTuple, Generic[F_co]):
    """A finding and where it stands in the extraction."""

    path: str
    """Path, such as `lesions[0]`."""
    finding: F_co
    """The finding."""

    @property
    def words(self) -> str:
        """All its quotes, in lower case, each space single."""
        return words_of(self.finding.evidence)


class Facts(NamedTuple):
    """What an extraction says that coding rests on."""

    lesions: tuple[Fact[Lesion], ...]
    """Lesions that may carry a code."""
    diagnoses: tuple[Fact[Diagnosis], ...]
    """Diagnoses that may carry a code."""
    tart: tuple[Fact[Tart], ...]
    """TART findings that hold today."""
    imaging: tuple[Fact[Imaging], ...]
    """What imaging shows."""
    other_lesions: tuple[Fact[Lesion], ...]
    """Lesions that may not: possible, past, denied, another person's, not borne out."""
    other_diagnoses: tuple[Fact[Diagnosis], ...]
    """Diagnoses that may not."""


def facts_of(extraction: Extraction) -> Facts:
    """Part the findings of an extraction by whether they support a code."""
    lesions = paths("lesions", extraction.lesions)
    diagnoses = paths("diagnoses", extraction.diagnoses)
    return Facts(
        lesions=tuple(fact for fact in lesions if holds(fact.finding)),
        diagnoses=tuple(fact for fact in diagnoses if holds(fact.finding)),
        tart=tuple(fact for fact in paths("tart", extraction.tart) if holds(fact.finding)),
        imaging=tuple(fact for fact in paths("imaging", extraction.imaging) if holds(fact.finding)),
        other_lesions=tuple(fact for fact in lesions if not holds(fact.finding)),
        other_diagnoses=tuple(fact for fact in diagnoses if not holds(fact.finding)),
    )


def paths(name: str, findings: Iterable[F_co]) -> tuple[Fact[F_co], ...]:
    """Give each finding of one list its path."""
    return tuple(Fact(f"{name}[{i}]", finding) for i, finding in enumerate(findings))


def holds(finding: Finding) -> bool:
    """Whether a finding supports a code (CD01): present, its quote found, all its fields borne out."""
    return getattr(finding, "assertion", "present") == "present" and borne_out(finding)


def borne_out(finding: Finding) -> bool:
    """Whether the quote of a finding stands in the text and shows every field of it."""
    return not finding.unverified and any(evidence.span is not None for evidence in finding.evidence)


def words_of(evidence: Iterable[Evidence]) -> str:
    """Join quotes that were found, in lower case, each space single."""
    return " ".join(" ; ".join(quote.quote for quote in evidence if quote.span is not None).lower().split())


def says(words: str, pattern: str) -> bool:
    """Whether words say a pattern, and not its denial."""
    return any(not _DENIED.search(words[: found.start()]) for found in _pattern(pattern).finditer(words))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])")


def plain(name: str) -> str:
    """Say a vocabulary value in plain words."""
    return "sprain or strain" if name == "sprain_strain" else name.replace("_", " ")


def capital(sentence: str) -> str:
    """Begin a sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]
