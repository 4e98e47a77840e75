"""What is said to a model about one segment.

A dialogue is a course of steps, whoever carries them out. It has one policy:
at most two re-asks, each as long as what it asks about, never the history; an
answer that is cut off is asked for in halves; a further pass asks only for what
is missing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from scribe.errors import AnswerError, ReaderError
from scribe.extraction.grounding import ground_extraction
from scribe.extraction.llm.answer import Answer, Fault, FormError
from scribe.extraction.llm.chunking import Segment, halves
from scribe.extraction.llm.completion import CutOffError
from scribe.extraction.llm.events import FindingRead, Listener, Reasked, SegmentSplit
from scribe.extraction.llm.lines import lines_span
from scribe.extraction.llm.merging import Listed, collect, unlisted
from scribe.extraction.llm.prompts import (
    Message,
    Prompt,
    Recall,
    addition,
    correction,
    question,
    repetition,
)
from scribe.extraction.llm.steps import Steps
from scribe.schema import Document, Finding, Span, Unread, field_names

_REASKS = 2
_SPLITS = 3
"""How often a part is halved at most."""
_LONGEST_ANSWER = 4_000


class Wording(NamedTuple):
    """What a model is told in all dialogues."""

    prompt: Prompt
    """The first pass."""
    recall: Recall
    """Further passes."""
    passes: int = 1
    """How many passes there are at most."""

    @property
    def label(self) -> str:
        """Names and versions, as reports show them."""
        return self.prompt.label if self.passes == 1 else f"{self.prompt.label} + {self.recall.label}"

    @property
    def digest(self) -> str:
        """SHA-256 of the prompt's files; of both digests where there is a further pass."""
        if self.passes == 1:
            return self.prompt.digest
        return sha256(f"{self.prompt.digest}{self.recall.digest}".encode()).hexdigest()


class Told(NamedTuple):
    """What a model told about one part of a document."""

    span: Span
    """The part."""
    findings: tuple[Listed, ...] = ()
    """Findings with the name of their list, their quotes located."""
    unread: tuple[Unread, ...] = ()
    """What it could not be brought to say in a form that can be used."""
    failure: ReaderError | None = None
    """Why nothing was told, where nothing was."""


class Dialogue:
    """A dialogue about one segment."""

    def __init__(
        self,
        document: Document,
        segment: Segment,
        wording: Wording,
        *,
        ask: Callable[[Message], Steps[Answer]],
        tell: Listener,
    ) -> None:
        """Prepare to ask.

        Args:
            document: The document.
            segment: The part of it to ask about.
            wording: In which words.
            ask: Asks a question.
            tell: Who is told what happens.
        """
        self._document = document
        self._segment = segment
        self._wording = wording
        self._ask = ask
        self._tell = tell

    def read(self) -> Steps[list[Told]]:
        """Return what a model tells about the segment: in one part, or in several where it had to be split."""
        return self._read(self._segment, _SPLITS)

    def _read(self, part: Segment, splits: int) -> Steps[list[Told]]:
        try:
            return [(yield from self._told(part))]
        except CutOffError as error:
            parts = halves(self._document, part.span) if splits else ()
            if not parts:
                return [lost(part, error)]
        except FormError as error:
            reason = f"The model's answer cannot be used after {_REASKS} re-asks: {error}."
            return [lost(part, AnswerError(reason), error.text)]
        except ReaderError as error:
            return [lost(part, error)]
        self._tell(SegmentSplit(self._segment.span, tuple(half.span for half in parts)))
        told = []
        for half in parts:
            told += yield from self._read(half, splits - 1)
        return told

    def _told(self, part: Segment) -> Steps[Told]:
        """Ask about a part, and again for what is missing."""
        document, wording = self._document, self._wording
        told = yield from self._pass(part, question(wording.prompt, document, part.span, part.context))
        for _ in range(wording.passes - 1):
            listed = [(name, finding) for name, finding in told.findings if not any(_wrong_quotes(finding))]
            asked = addition(wording.recall, document, part.span, part.context, listed)
            try:
                more = yield from self._pass(part, asked, listed)
            except (ReaderError, FormError) as error:
                gap = Unread(span=part.span, reason=f"What is missing was not looked for: {error}")
                return told._replace(unread=(*told.unread, gap))
            told = Told(part.span, told.findings + more.findings, told.unread + more.unread)
            if not more.findings:
                break
        return told

    def _pass(self, part: Segment, asked: Message, listed: Sequence[Listed] = ()) -> Steps[Told]:
        """Ask, have corrected what cannot be used, and return what is not listed yet."""
        answer, left = yield from self._first_answer(asked)
        findings, faults = self._reviewed(answer, listed)
        given_up: list[Fault] = []
        while faults and left:
            left -= 1
            self._tell(Reasked(self._segment.span))
            try:
                patch = yield from self._ask(correction(self._wording.prompt, self._document, faults))
            except (ReaderError, FormError):
                break
            given_up += _left_out(faults, patch)
            corrected, faults = self._reviewed(patch, listed)
            findings += corrected
        given_up += faults
        shown = [(fault.name, fault.finding) for fault in given_up if fault.finding]
        for name, finding in shown:
            self._tell(FindingRead(self._segment.span, name, finding))
        return Told(part.span, (*findings, *shown), tuple(_unread(self._document, part, given_up)))

    def _first_answer(self, asked: Message) -> Steps[tuple[Answer, int]]:
        """Ask until an answer has the form, and return it with the re-asks that are left."""
        message = asked
        for left in range(_REASKS, 0, -1):
            try:
                return (yield from self._ask(message)), left
            except FormError as error:
                message = repetition(self._wording.prompt, asked, str(error))
            self._tell(Reasked(self._segment.span))
        return (yield from self._ask(message)), 0

    def _reviewed(self, answer: Answer, listed: Sequence[Listed]) -> tuple[list[Listed], list[Fault]]:
        """Part what is not listed yet into findings whose quotes stand in the document, and what cannot be used."""
        findings: list[Listed] = []
        faults = list(answer.faults)
        for name, finding in unlisted(_grounded(self._document, answer.findings), listed):
            if reasons := tuple(_wrong_quotes(finding)):
                faults.append(Fault(name, _item(finding), reasons, finding))
            else:
                findings.append((name, finding))
                self._tell(FindingRead(self._segment.span, name, finding))
        return findings, faults


def lost(part: Segment, error: ReaderError, answer: str | None = None) -> Told:
    """Return what was told of a part that could not be read.

    Args:
        part: The part.
        error: Why.
        answer: What the model last wrote, where that could not be used.
    """
    shown = answer[:_LONGEST_ANSWER] if answer else None
    return Told(part.span, unread=(Unread(span=part.span, reason=str(error), answer=shown),), failure=error)


def _grounded(document: Document, findings: Sequence[Listed]) -> list[Listed]:
    """Return findings with their quotes located, in the order given."""
    located = {name: iter(found) for name, found in ground_extraction(document, collect(findings))}
    return [(name, next(located[name])) for name, _ in findings]


def _wrong_quotes(grounded: Finding) -> Iterator[str]:
    if not grounded.evidence:
        yield "evidence: give at least one quote"
    for index, evidence in enumerate(grounded.evidence):
        if evidence.span is None:
            yield f"evidence.{index}.quote: not in line {evidence.line}; copy its words exactly, from one line"


def _item(finding: Finding) -> dict[str, object]:
    """Return a finding as the model wrote it."""
    item = {key: value for key, value in finding if key not in field_names(Finding)}
    return {"evidence": [{"line": quote.line, "quote": quote.quote} for quote in finding.evidence], **item}


def _left_out(faults: Sequence[Fault], patch: Answer) -> list[Fault]:
    """Return the findings that a correction leaves open.

    A list that comes back with as many findings as were asked about takes their place. One that comes back shorter
    does not say which it means, so none is dropped for it.
    """
    came = Counter([name for name, _ in patch.findings] + [fault.name for fault in patch.faults])
    asked = Counter(fault.name for fault in faults)
    return [fault for fault in faults if came[fault.name] < asked[fault.name]]


def _unread(document: Document, part: Segment, faults: Iterable[Fault]) -> Iterator[Unread]:
    for fault in faults:
        if fault.finding is None:
            lines = [line for line in fault.lines if 1 <= line <= len(document.lines)]
            span = lines_span(document, min(lines), max(lines)) if lines else part.span
            reason = f"A finding of {fault.name} is not in the form asked for ({'; '.join(fault.reasons)})"
            yield Unread(span=span, reason=reason, answer=str(fault.item)[:_LONGEST_ANSWER])
