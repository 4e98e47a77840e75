"""Findings as they arrive: told while their answer is still being written."""

from collections.abc import Callable

from scribe.extraction.grounding import ground_extraction
from scribe.extraction.llm.answer import Fault, read_item
from scribe.extraction.llm.events import FindingArrived
from scribe.extraction.llm.merging import Listed, collect, unlisted
from scribe.extraction.llm.partial import PartialAnswer
from scribe.extraction.llm.steps import Hear
from scribe.schema import Document, Span

OnFinding = Callable[[FindingArrived], None]
"""Who is told of findings as they arrive; what it raises ends the reading."""


class Arrivals:
    """The findings of one segment, each told once, however often a model writes it."""

    def __init__(self, document: Document, span: Span, tell: OnFinding) -> None:
        """Begin with none.

        Args:
            document: The document.
            span: The segment.
            tell: Who is told.
        """
        self._document = document
        self._span = span
        self._tell = tell
        self._seen: set[str] = set()
        self._told: list[Listed] = []

    def hear(self) -> Hear:
        """Return what takes the pieces of one answer, from its start."""
        answer = PartialAnswer()

        def take(piece: str) -> None:
            for name, item in answer.add(piece):
                # What a broken stream had brought comes again; to locate it anew would take milliseconds.
                if (written := f"{name} {item}") not in self._seen:
                    self._seen.add(written)
                    self._arrive(name, item)

        return take

    def _arrive(self, name: str, item: object) -> None:
        """Tell of a finding whose quotes stand in the document; what is wrong is asked for again, and told then."""
        finding = read_item(name, item)
        if isinstance(finding, Fault):
            return
        located = [
            (name, one) for _, found in ground_extraction(self._document, collect([(name, finding)])) for one in found
        ]
        for _, new in unlisted(located, self._told):
            if new.evidence and all(quote.span for quote in new.evidence):
                self._told.append((name, new))
                self._tell(FindingArrived(self._span, name, new))
