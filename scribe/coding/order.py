"""The order of the codes on a claim."""

from collections.abc import Sequence

from scribe.coding.candidates import Candidate
from scribe.coding.tables import Role
from scribe.schema import Encounter, Extraction
from scribe.terminology.lesions import MEDICARE_DYSFUNCTIONS

_GENERAL: tuple[Role, ...] = ("definitive", "disorder", "lesion", "companion", "symptom")
_UNLISTED = (2, 0)
_CMT_CODES = frozenset({"98940", "98941", "98942"})


def in_claim_order(candidates: Sequence[Candidate], extraction: Extraction, encounter: Encounter) -> list[Candidate]:
    """Sort codes for the claim.

    Definitive diagnoses, M99 codes, companions and symptoms follow each other, headache last (CD22). M99 codes
    follow each other as the document lists them. On a Medicare claim for chiropractic manipulation M99.00 to
    M99.05 come before everything (CD23).
    """
    written = [stated.code for stated in extraction.stated_codes]
    cmt = is_medicare_chiropractic(extraction, encounter)

    def place(candidate: Candidate) -> tuple[bool, int, bool, tuple[int, int]]:
        late = not (cmt and candidate.code in MEDICARE_DYSFUNCTIONS)
        listed = _listed(candidate, written) if candidate.role == "lesion" else _UNLISTED
        return late, _GENERAL.index(candidate.role), candidate.about == "headache", listed

    rule = "CD23" if cmt else "CD22"
    return [candidate._replace(decisions=(*candidate.decisions, rule)) for candidate in sorted(candidates, key=place)]


def _listed(candidate: Candidate, written: Sequence[str]) -> tuple[int, int]:
    """Return where the document lists an M99 code: by its written codes, else in its assessment, else nowhere."""
    if candidate.code in written:
        return 0, written.index(candidate.code)
    assessed = [
        quote.span[0] for quote in candidate.evidence if quote.section == "assessment" and quote.span is not None
    ]
    return (1, min(assessed)) if assessed else _UNLISTED


def is_medicare_chiropractic(extraction: Extraction, encounter: Encounter) -> bool:
    """Whether the claim is Medicare's for a chiropractic manipulation today."""
    manipulated = any(care.kind == "manipulation" and care.timing == "today" for care in extraction.care)
    chiropractic = encounter.discipline == "chiropractic" or any(
        stated.code in _CMT_CODES for stated in extraction.stated_codes
    )
    return encounter.payer == "medicare" and manipulated and chiropractic
