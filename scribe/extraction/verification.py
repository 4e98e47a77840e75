"""Span implies field: what a finding claims must follow from its quote and the words it stands in.

A side, region, level, mechanism or assertion that the source does not bear out
is named in `unverified`, and the finding supports no code. The check is the
same for every reader; it asks less than a reading, only whether the claim can
be derived: the words of the quote decide, then those of its statement, then
what heads or precedes it.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeVar

from scribe.extraction.lexicon.lesions import read_lesions
from scribe.extraction.lexicon.places import Place
from scribe.extraction.lexicon.scene import Scene, scenes
from scribe.extraction.lexicon.view import Chunk, View, view_of
from scribe.schema import Diagnosis, Document, Extraction, Finding, Lesion
from scribe.terminology.regions import structure

FindingT = TypeVar("FindingT", bound=Finding)

_CONTRARY = frozenset({"absent", "possible", "hypothetical", "historical", "other_person"})
_TABLES = ("lesions", "tart", "conditions")


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
        self._scenes = list(scenes(view))
        self._starts = [scene.statement.start for scene in self._scenes]

    def verified(self, finding: FindingT) -> FindingT:
        """Return a finding with the fields that its source does not bear out."""
        spans = [evidence.span for evidence in finding.evidence if evidence.span]
        quotes = [Chunk(words.start, words.stop) for words in map(self._view.tokens.between, spans) if words]
        if not quotes:
            return finding
        wrong = [name for name in self._claims(finding) if not any(self._bears(name, finding, quote) for quote in quotes)]
        return finding.model_copy(update={"unverified": tuple(wrong)})

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
                regions = self._regions(scene, quote) or self._elsewhere(finding)
                return finding.region in regions | {lesion.region for lesion in self._read(scene, finding)}  # type: ignore[attr-defined]  # claimed
            case "segments":
                return set(finding.segments) <= self._segments(scene, quote)  # type: ignore[attr-defined]  # claimed
            case "mechanisms":
                return set(finding.mechanisms) <= self._mechanisms(scene, quote)  # type: ignore[attr-defined]  # claimed
            case _:
                return self._present(scene, finding, quote)

    def _scene(self, quote: Chunk) -> Scene:
        return self._scenes[max(0, bisect_right(self._starts, quote.start) - 1)]

    def _side(self, scene: Scene, quote: Chunk, finding: Finding) -> bool:
        claimed = finding.laterality  # type: ignore[attr-defined]  # only asked of findings that claim a side
        said = {side.value for side in self._view.sides(quote)} or {side.value for side in self._view.sides(scene.statement)}
        said |= {lesion.laterality for lesion in self._read(scene, finding) if lesion.laterality}
        if not said:
            said = {scene.topic.side or ""} | self._sides_of(finding)
        return claimed in said or (claimed == "bilateral" and said >= {"left", "right"})

    def _read(self, scene: Scene, finding: Finding) -> list[Lesion]:
        """Return what the notation of the statement itself says, such as the side of `T4-6 N SL RR`."""
        return list(read_lesions(scene)) if isinstance(finding, Lesion) else []

    def _sides_of(self, finding: Finding) -> set[str]:
        """Return the sides that the document names in one breath with a finding's region."""
        region = getattr(finding, "region", None)
        statements = [scene.statement for scene in self._scenes if region in {place.region for place in self._view.places(scene.statement)}]
        return {side.value for statement in statements for side in self._view.sides(statement)}

    def _elsewhere(self, finding: Finding) -> set[str | None]:
        """Return the regions that the document names: a diagnosis such as a past operation's may lie in any of them."""
        if not isinstance(finding, Diagnosis):
            return set()
        everything = Chunk(0, len(self._view.norms))
        return {place.region for place in self._view.places(everything)}

    def _regions(self, scene: Scene, quote: Chunk) -> set[str | None]:
        for part in (quote, scene.statement):
            found = {place.region for place in self._view.places(part) if place.region}
            found |= {structure(hit.term.structure).region for table in _TABLES for hit in self._view.terms(table, part) if hit.term.structure}
            if found:
                return found | self._axis(part)
        before = [place for place in (scene.topic.heading, scene.topic.place) if place]
        return {place.region for place in before} | self._axis(quote)

    def _axis(self, part: Chunk | object) -> set[str | None]:
        """Return the sacrum where the words turn it on an axis, as in `left on left`."""
        sides = self._view.sides(part)  # type: ignore[arg-type]  # anything with tokens
        on = any("on" in self._view.norms[a.end : b.start] for a, b in zip(sides, sides[1:], strict=False))
        return {"sacral"} if on else set()

    def _segments(self, scene: Scene, quote: Chunk) -> set[str]:
        said = _levels(self._view.places(quote))
        return said or _levels(self._view.places(scene.statement)) | _levels([place for place in scene.topic[:2] if place])  # type: ignore[misc]

    def _mechanisms(self, scene: Scene, quote: Chunk) -> set[str]:
        part = Chunk(min(quote.start, scene.statement.start), max(quote.end, scene.statement.end))
        following = [scene.following] if scene.following else []
        return {value for where in (part, *following) for hit in self._view.terms("mechanisms", where) for value in hit.term.value.split("+")}

    def _present(self, scene: Scene, finding: Finding, quote: Chunk) -> bool:
        if scene.statement.asks:
            reply = scene.statement.reply
            return reply is not None and reply.answer != "normal" and not isinstance(finding, Lesion)
        if isinstance(finding, Lesion) and not scene.by_clinician:
            return False
        return scene.assertion(quote) not in _CONTRARY


def _levels(places: list[Place]) -> set[str]:
    return {segment for place in places for segment in place.segments}
