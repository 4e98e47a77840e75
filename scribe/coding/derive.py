"""Findings to suggestions: the codes to assign in claim order, those to ask about, those to leave."""

from collections.abc import Iterable, Iterator

from scribe.coding.candidates import Candidate, each_once
from scribe.coding.conflicts import settle
from scribe.coding.diagnoses import diagnosis_codes
from scribe.coding.elsewhere import classify
from scribe.coding.facts import facts_of
from scribe.coding.near import to_query, to_reject
from scribe.coding.order import in_claim_order
from scribe.schema import Encounter, Extraction, Status, Suggestion
from scribe.terminology import CodeSet


def derive(extraction: Extraction, encounter: Encounter, codes: CodeSet) -> tuple[Suggestion, ...]:
    """Derive codes from findings by rule.

    Only findings that are present, stand in the document and are borne out by their words carry a code; no code
    is assigned that the code set does not hold as billable. The same input gives the same output.

    Args:
        extraction: Grounded findings.
        encounter: The visit; its day, payer and discipline decide 7th characters and order.
        codes: The code set of the visit.

    Returns:
        Codes to assign in claim order, then codes to query, then codes to reject that are near.
    """
    facts = facts_of(extraction)
    lesions = classify(facts, encounter, codes)
    diagnosed = diagnosis_codes(facts, encounter, codes)
    settled = settle((*diagnosed, *lesions.stenoses, *lesions.lesions), lesions.replaced, codes)
    assigned = in_claim_order(settled.kept, extraction, encounter)
    queried = to_query(facts, encounter, assigned, codes)
    given_up = (*lesions.replaced, *settled.dropped, *to_reject(facts, extraction, encounter, assigned, codes))
    rejected = _new(each_once(given_up), (*assigned, *queried))
    return (*_ranked("assign", assigned, codes), *_ranked("query", queried, codes), *_ranked("reject", rejected, codes))


def _new(candidates: Iterable[Candidate], known: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates whose code is not known yet."""
    taken = {candidate.code for candidate in known}
    return [candidate for candidate in candidates if candidate.code not in taken]


def _ranked(status: Status, candidates: Iterable[Candidate], codes: CodeSet) -> Iterator[Suggestion]:
    """Yield the candidates as suggestions, numbered from 1."""
    for rank, candidate in enumerate(candidates, start=1):
        found = codes.find(candidate.code)
        yield Suggestion(
            code=candidate.code,
            title=found.title if found else "",
            status=status,
            rank=rank,
            reason=candidate.reason,
            derivation=candidate.derivation,
            evidence=candidate.evidence,
            agreement=candidate.agreement,
        )
