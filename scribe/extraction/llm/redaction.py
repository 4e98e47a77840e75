"""A document with words hidden from the model's server, and the way back from what is read in it."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from scribe.errors import ReaderError
from scribe.extraction.grounding import ground_extraction
from scribe.extraction.lexicon.codes import read_codes
from scribe.extraction.llm.alignment import Alignment, any_of
from scribe.extraction.llm.arrivals import OnFinding
from scribe.extraction.llm.events import Event, FindingArrived, FindingRead, Listener, SegmentSplit
from scribe.extraction.llm.lines import plain
from scribe.extraction.llm.merging import collect
from scribe.extraction.llm.run import Run
from scribe.extraction.reader import Reading
from scribe.schema import Document, Evidence, Extraction, Finding, Report, SegmentUsage, Turn, Unread

_FindingT = TypeVar("_FindingT", bound=Finding)


class Redacted(NamedTuple):
    """A text with placeholders."""

    text: str
    """The text; putting the words back gives the original."""
    mapping: Mapping[str, str]
    """The words that each placeholder stands for."""


class Redactor(Protocol):
    """Hides words of a text."""

    def redact(self, text: str) -> Redacted:
        """Put placeholders in the place of words, each for one wording and no line break among them."""


def redaction_of(redactor: Redactor, document: Document) -> "Redaction":
    """Hide words of a document.

    Args:
        redactor: Who decides which.
        document: The document.

    Raises:
        InputError: What the redactor returns does not restore to the document line by line.
        ReaderError: The redactor fails.
    """
    try:
        redacted = redactor.redact(document.text)
    except Exception as error:  # noqa: BLE001  # whatever it is, it may hold words of the document
        kind = type(error).__name__
    else:
        return Redaction(document, redacted)
    # Outside the handler, so that nobody finds that error by following the chain.
    raise ReaderError(f"The redactor fails ({kind}), so nothing is sent.")


class RedactedRun:
    """A run about what is shown, whose reading is one of the original."""

    def __init__(self, run: Run, redaction: "Redaction") -> None:
        """Take the run, and the way back."""
        self.segments = run.segments
        """The parts to ask about, in order."""
        self.read = run.read
        """Asks about one segment."""
        self._run = run
        self._redaction = redaction

    def reading(self) -> Reading:
        """Put together what was told.

        Raises:
            ReaderError: Nothing was.
        """
        return self._redaction.restored(self._run.reading())


class Redaction:
    """A document beside the one that is shown in its stead, with the same lines, turns and sections."""

    def __init__(self, original: Document, redacted: Redacted) -> None:
        """Lay one beside the other.

        Args:
            original: The document.
            redacted: Its text with placeholders.

        Raises:
            InputError: They are not the same text line by line.
        """
        self._original = original
        self._text = redacted.text
        self._offsets = Alignment(original.text, redacted.text, redacted.mapping)
        # A model may write a placeholder as it stands, or as it was shown.
        self._words = {written: words for own, words in redacted.mapping.items() for written in (own, plain(own))}
        self._written = any_of(self._words)

    @cached_property
    def document(self) -> Document:
        """What is shown."""
        original, shown = self._original, self._offsets.shown
        return Document(
            text=self._text,
            kind=original.kind,
            turns=tuple(map(self._shown_turn, original.turns)),
            sections=tuple(one.model_copy(update={"span": shown(one.span)}) for one in original.sections),
            # What ends within hidden words leaves nothing of itself.
            sentences=tuple((start, end) for start, end in map(shown, original.sentences) if start < end),
            lines=tuple(map(shown, original.lines)),
        )

    def shown_report(self, report: Report) -> Report:
        """Return a report of the original as one of what is shown; its quotes stay, as they are not sent."""
        shown, made = self._offsets.shown, report.provenance
        findings = {name: tuple(map(self._shown_finding, found)) for name, found in report.extraction}
        unread = tuple(one.model_copy(update={"span": shown(one.span)}) for one in made.unread)
        segments = tuple(one.model_copy(update={"span": shown(one.span)}) for one in made.segments)
        return report.model_copy(
            update={
                "extraction": report.extraction.model_copy(update=findings),
                "provenance": made.model_copy(update={"unread": unread, "segments": segments}),
            }
        )

    def restored(self, reading: Reading) -> Reading:
        """Return a reading of what is shown as one of the original; codes written in that are read there."""
        codes = {"stated_codes": tuple(read_codes(self._original))}
        original = self._offsets.original
        return reading._replace(
            extraction=self._grounded(reading.extraction).model_copy(update=codes),
            unread=tuple(map(self._unread, reading.unread)),
            segments=tuple(SegmentUsage(span=original(one.span), usage=one.usage) for one in reading.segments),
        )

    def listener(self, listener: Listener) -> Listener:
        """Return who takes events of what is shown, and tells of them as events of the original."""
        original = self._offsets.original

        def tell(event: Event) -> None:
            match event:
                case FindingRead():
                    event = event._replace(finding=self._found(event.name, event.finding))
                case SegmentSplit():
                    event = event._replace(halves=tuple(map(original, event.halves)))
                case _:
                    pass
            listener(event._replace(span=original(event.span)))

        return tell

    def on_finding(self, listener: OnFinding) -> OnFinding:
        """Return who takes findings of what is shown, and tells of them as findings of the original."""

        def tell(event: FindingArrived) -> None:
            finding = self._found(event.name, event.finding)
            listener(FindingArrived(self._offsets.original(event.span), event.name, finding))

        return tell

    def _shown_turn(self, turn: Turn) -> Turn:
        label = turn.label and self._label(turn.label, turn.span[0])
        return turn.model_copy(update={"span": self._offsets.shown(turn.span), "label": label})

    def _label(self, label: str, end: int) -> str | None:
        start = self._original.text.rfind(label, 0, end)
        shown = self._offsets.shown((start, start + len(label)))
        return self._text[slice(*shown)] if start >= 0 else None

    def _shown_finding(self, finding: _FindingT) -> _FindingT:
        located = [one for one in finding.evidence if one.span]
        spans = {one: one.model_copy(update={"span": self._offsets.shown(one.span)}) for one in located if one.span}
        return finding.model_copy(update={"evidence": tuple(spans.get(one, one) for one in finding.evidence)})

    def _grounded(self, extraction: Extraction) -> Extraction:
        """Return an extraction in the words of the original, its quotes located there."""
        restored = {name: tuple(map(self._finding, found)) for name, found in extraction}
        return ground_extraction(self._original, extraction.model_copy(update=restored))

    def _found(self, name: str, finding: Finding) -> Finding:
        located: tuple[Finding, ...] = getattr(self._grounded(collect([(name, finding)])), name)
        return located[0]

    def _finding(self, finding: _FindingT) -> _FindingT:
        values = {name: self._value(value) for name, value in finding if name != "evidence"}
        return finding.model_copy(update={**values, "evidence": tuple(map(self._evidence, finding.evidence))})

    def _evidence(self, evidence: Evidence) -> Evidence:
        if evidence.span is None:
            return Evidence(quote=self._restore(evidence.quote), line=evidence.line)
        span = self._offsets.original(evidence.span)
        quote = self._original.text[slice(*span)] if self._offsets.hides(evidence.span) else evidence.quote
        return Evidence(quote=quote, line=evidence.line, span=span)

    def _unread(self, part: Unread) -> Unread:
        answer = part.answer and self._restore(part.answer)
        return Unread(span=self._offsets.original(part.span), reason=part.reason, answer=answer)

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self._restore(value)
        return tuple(map(self._value, value)) if isinstance(value, tuple) else value

    def _restore(self, text: str) -> str:
        """Put the hidden words into what a model wrote."""
        return self._written.sub(lambda place: self._words[place[0]], text)
