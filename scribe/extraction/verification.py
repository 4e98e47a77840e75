"""Span implies field: what a finding claims must follow from its quote and the words it stands in.

A side, region, level, mechanism or assertion that the source does not bear out
is named in `unverified`, and the finding supports no code. The check is the
same for every reader; it asks less than a reading, only whether the claim can
be derived: the words of the quote decide, then those of its statement, then
what heads, precedes or answers it.
"""

from collections.abc import Iterator
from typing import TypeVar

from scribe.extraction.bearing.assertion import bears_presence
from scribe.extraction.bearing.level import bears_levels
from scribe.extraction.bearing.region import bears_region
from scribe.extraction.bearing.side import bears_side
from scribe.extraction.bearing.source import Passage, Source
from scribe.extraction.lexicon.lesions.stenosis_causes import named_next, sharing
from scribe.extraction.lexicon.view.view import view_of
from scribe.extraction.lexicon.words.vocabulary import Vocabulary, vocabulary
from scribe.schema import Document, Extraction, Finding

FindingT = TypeVar("FindingT", bound=Finding)

_LISTED = frozenset({"segments", "mechanisms"})


def verify(document: Document, extraction: Extraction, terms: Vocabulary | None = None) -> Extraction:
    """Name in every grounded finding the fields that its source does not bear out.

    Args:
        document: The parsed document.
        extraction: Findings whose evidence is grounded in it.
        terms: The vocabulary that the reader read by; the built-in one when not given.
    """
    source = Source(view_of(document, terms or vocabulary()))
    return extraction.model_copy(
        update={name: tuple(_verified(source, finding) for finding in findings) for name, findings in extraction}
    )


def _verified(source: Source, finding: FindingT) -> FindingT:
    """Return a finding with the fields that its source does not bear out."""
    spans = [evidence.span for evidence in finding.evidence if evidence.span]
    claims = tuple(_claims(finding))
    passages = [passage for span in spans if (passage := source.passage(span))] if claims else []
    if not spans or (claims and not passages):
        return finding
    wrong = tuple(name for name in claims if not _is_borne(source, name, finding, passages))
    return finding if wrong == finding.unverified else finding.model_copy(update={"unverified": wrong})


def _claims(finding: Finding) -> Iterator[str]:
    """Name the fields that need proof."""
    for name in ("laterality", "region", "segments", "mechanisms"):
        if getattr(finding, name, None):
            yield name
    if getattr(finding, "assertion", None) == "present":
        yield "assertion"


def _is_borne(source: Source, name: str, finding: Finding, passages: list[Passage]) -> bool:
    """Tell whether quotes bear a field; each of several segments or mechanisms may stand in another quote."""
    if name in _LISTED:
        parts = [finding.model_copy(update={name: (value,)}) for value in getattr(finding, name)]
        return all(any(_bears(source, name, part, passage) for passage in passages) for part in parts)
    return any(_bears(source, name, finding, passage) for passage in passages)


def _bears(source: Source, name: str, finding: Finding, passage: Passage) -> bool:
    claimed = getattr(finding, name)
    match name:
        case "laterality":
            return bears_side(source, passage, finding, claimed)
        case "region":
            return bears_region(source, passage, finding, claimed)
        case "segments":
            return bears_levels(source, passage, finding, claimed)
        case "mechanisms":
            return _bears_mechanisms(source, passage, claimed)
        case _:
            return bears_presence(source, passage, finding)


def _bears_mechanisms(source: Source, passage: Passage, claimed: tuple[str, ...]) -> bool:
    """Tell whether what narrows is said in the quote, in its statement, or right after it."""
    named = [
        (scene, hit)
        for scene in passage.scenes
        for hit in (*source.view.terms("mechanisms", passage.quote), *source.view.terms("mechanisms", scene.statement))
    ]
    said = {value for _, hit in named for value in hit.term.value.split("+")}
    shared = {mechanism for scene, hit in named for mechanism in sharing(scene, hit)}
    return set(claimed) <= said | shared | set(named_next(passage.scene))
