"""Span implies field: what a finding claims must follow from its quote and the words it stands in.

A side, region, level, mechanism or assertion that the source does not bear out
is named in `unverified`, and the finding supports no code. The check is the
same for every reader; it asks less than a reading, only whether the claim can
be derived: the words of the quote decide, then those of its statement, then
what heads or precedes it.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from scribe.extraction.lexicon.lesions import read_lesions
from scribe.extraction.lexicon.places import Place
from scribe.extraction.lexicon.scene import Scene, scenes
from scribe.extraction.lexicon.stenosis import named_next
from scribe.extraction.lexicon.view import Chunk, Item, View, view_of
from scribe.schema import Diagnosis, Document, Extraction, Finding, Lesion
from scribe.terminology.regions import structure

FindingT = TypeVar("FindingT", bound=Finding)

_CONTRARY = frozenset({"absent", "possible", "hypothetical", "historical", "other_person"})
_STATING = ("lesions", "conditions", "tart", "neuro", "imaging")
_HEADS = frozenset(
    {"head", "weak_head", "assessment_head", "position", "narrowing", "condition", "finding", "symptom", "sign"}
)
_IMPLYING = ("lesions", "tart", "conditions")


def verify(document: Document, extraction: Extraction) -> Extraction:
    """Name in every grounded finding the fields that its source does not bear out.

    Args:
        document: The parsed document.
        extraction: Findings whose evidence is grounded in it.
    """
    source = Source(view_of(document))
    return extraction.model_copy(
        update={name: tuple(source.verified(finding) for finding in findings) for name, findings in extraction}
    )


class Source:
    """A document's words, asked what they bear out."""

    def __init__(self, view: View) -> None:
        """Prepare the statements of a document."""
        self._view = view
        self._scenes = scenes(view)
        self._starts = [scene.statement.start for scene in self._scenes]

    def verified(self, finding: FindingT) -> FindingT:
        """Return a finding with the fields that its source does not bear out."""
        spans = [evidence.span for evidence in finding.evidence if evidence.span]
        quotes = [Chunk(words.start, words.stop) for words in map(self._view.tokens.between, spans) if words]
        if not quotes:
            return finding
        wrong = [name for name in self._claims(finding) if not self._borne(name, finding, quotes)]
        return finding.model_copy(update={"unverified": tuple(wrong)})

    def _borne(self, name: str, finding: FindingT, quotes: list[Chunk]) -> bool:
        """Tell whether quotes bear a field; each of several segments or mechanisms may stand in another quote."""
        if name in {"segments", "mechanisms"}:
            parts = [finding.model_copy(update={name: (value,)}) for value in getattr(finding, name)]
            return all(any(self._bears(name, part, quote) for quote in quotes) for part in parts)
        return any(self._bears(name, finding, quote) for quote in quotes)

    def _claims(self, finding: Finding) -> Iterator[str]:
        if getattr(finding, "laterality", None):
            yield "laterality"
        if getattr(finding, "region", None):
            yield "region"
        if getattr(finding, "segments", ()):
            yield "segments"
        if getattr(finding, "mechanisms", ()):
            yield "mechanisms"
        if getattr(finding, "assertion", None) == "present":
            yield "assertion"

    def _bears(self, name: str, finding: Finding, quote: Chunk) -> bool:
        scene = self._scene(quote)
        match name:
            case "laterality":
                return self._side(scene, quote, finding)
            case "region":
                return self._region(scene, quote, finding)
            case "segments":
                return self._segments(scene, quote, finding)
            case "mechanisms":
                return self._mechanisms(scene, quote, finding)
            case _:
                return self._present(scene, finding, quote)

    def _scene(self, quote: Chunk) -> Scene:
        return self._scenes[max(0, bisect_right(self._starts, quote.start) - 1)]

    def _side(self, scene: Scene, quote: Chunk, finding: Finding) -> bool:
        claimed = getattr(finding, "laterality", None)
        said: set[str | None] = self._sides(quote) or self._sides(scene.statement) | self._notated(scene, finding)
        if not said:
            said = self._sides_of(finding) | {scene.topic.side}
        return claimed in said or (claimed == "bilateral" and {"left", "right"} <= said)

    def _sides(self, part: Item) -> set[str | None]:
        return {side.value for side in self._view.sides(part)}

    def _notated(self, scene: Scene, finding: Finding) -> set[str | None]:
        """Return the sides that notation gives, as in `T4-6 N SL RR`."""
        if not isinstance(finding, Lesion):
            return set()
        return {lesion.laterality for lesion in read_lesions(scene) if lesion.laterality}

    def _sides_of(self, finding: Finding) -> set[str | None]:
        """Return the sides that the document names in one breath with a finding's region."""
        return self._sides_by_region.get(getattr(finding, "region", None), set())

    @cached_property
    def _sides_by_region(self) -> dict[str | None, set[str | None]]:
        sides: dict[str | None, set[str | None]] = {}
        for scene in self._scenes:
            for place in self._view.places(scene.statement):
                sides.setdefault(place.region, set()).update(self._sides(scene.statement))
        return sides

    @cached_property
    def _everywhere(self) -> set[str | None]:
        """The regions that the document names anywhere."""
        return self._regions(Chunk(0, len(self._view.norms)))

    def _region(self, scene: Scene, quote: Chunk, finding: Finding) -> bool:
        claimed = getattr(finding, "region", None)
        said = self._regions(quote) or self._regions(scene.statement)
        if not said:
            said = {place.region for place in (scene.topic.heading, scene.topic.place) if place}
        if not said and isinstance(finding, Diagnosis):
            # A diagnosis such as a past operation's may lie in any region that the document names.
            said = self._everywhere
        if isinstance(finding, Lesion):
            said = said | {lesion.region for lesion in read_lesions(scene)}
        return claimed in said

    def _regions(self, part: Item) -> set[str | None]:
        """Return the regions that words name or imply, as `PSIS` and `seated flexion` do."""
        named: set[str | None] = {place.region for place in self._view.places(part)}
        implied = {
            structure(hit.term.structure).region
            for table in _IMPLYING
            for hit in self._view.terms(table, part)
            if hit.term.structure
        }
        return (named | implied) - {None}

    def _segments(self, scene: Scene, quote: Chunk, finding: Finding) -> bool:
        said = _levels(self._view.places(quote)) or _levels(self._view.places(scene.statement))
        before = _levels([place for place in (scene.topic.heading, scene.topic.place) if place])
        return set(getattr(finding, "segments", ())) <= said | (before if not said else set())

    def _mechanisms(self, scene: Scene, quote: Chunk, finding: Finding) -> bool:
        hits = [hit for part in (quote, scene.statement) for hit in self._view.terms("mechanisms", part)]
        said = {value for hit in hits for value in hit.term.value.split("+")}
        return set(getattr(finding, "mechanisms", ())) <= said | set(named_next(scene))

    def _present(self, scene: Scene, finding: Finding, quote: Chunk) -> bool:
        if scene.statement.asks:
            reply = scene.statement.reply
            return reply is not None and reply.answer == "yes" and not isinstance(finding, Lesion)
        if isinstance(finding, Lesion) and not scene.by_clinician:
            return False
        anchors: list[Item] = []
        for table in _STATING:
            anchors += [hit for hit in self._view.terms(table, quote) if hit.term.role in _HEADS]
        return any(scene.assertion(anchor) not in _CONTRARY for anchor in anchors or [quote])


def _levels(places: list[Place]) -> set[str]:
    return {segment for place in places for segment in place.segments}
