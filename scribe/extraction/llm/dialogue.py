"""What is said to a model about one segment, whoever carries it there.

A dialogue is a generator of messages: it is sent the text of each answer, or
the error that came instead, and returns what was read. So the synchronous and
the asynchronous reader have one and the same policy: at most two re-asks, each
as long as what it asks about, never the history.
"""

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from typing import NamedTuple

from scribe.errors import AnswerError, ReaderError
from scribe.extraction.grounding import ground_extraction
from scribe.extraction.llm.answer import Answer, Fault, read_answer
from scribe.extraction.llm.chunking import Segment
from scribe.extraction.llm.lines import lines_span
from scribe.extraction.llm.merging import collect
from scribe.extraction.llm.prompts import Message, Prompt, correction, question, repetition
from scribe.schema import Document, Finding, Unread

_REASKS = 2
_LONGEST_ANSWER = 4_000


class Told(NamedTuple):
    """What a model told about one segment."""

    findings: tuple[tuple[str, Finding], ...]
    """Findings with the name of their list."""
    unread: tuple[Unread, ...] = ()
    """What it could not be brought to say in a form that can be used."""


class Talk:
    """A dialogue with what is to be sent next, until it has an outcome."""

    message: Message | None = None
    """What is to be sent, or None at the end."""
    reasks: int = -1
    """How often something was asked again."""
    outcome: Told | ReaderError
    """What was told, or why nothing was."""

    def __init__(self, prompt: Prompt, document: Document, segment: Segment) -> None:
        """Open a dialogue about a segment."""
        self._steps = _dialogue(prompt, document, segment)
        self._advance(lambda: next(self._steps))

    def receive(self, answer: str) -> None:
        """Take the text of an answer."""
        self._advance(lambda: self._steps.send(answer))

    def miss(self, error: ReaderError) -> None:
        """Take the error that came instead of an answer."""
        self._advance(lambda: self._steps.throw(error))

    def _advance(self, step: Callable[[], Message]) -> None:
        self.message = None
        try:
            self.message = step()
        except StopIteration as end:
            self.outcome = end.value
        except ReaderError as error:
            self.outcome = error
        else:
            self.reasks += 1


def _dialogue(prompt: Prompt, document: Document, segment: Segment) -> Generator[Message, str, Told]:
    answer, left = yield from _first_answer(question(prompt, document, segment.span, segment.context), prompt)
    findings, faults = _reviewed(document, answer)
    given_up: list[Fault] = []
    while faults and left:
        left -= 1
        try:
            patch = read_answer((yield correction(prompt, document, faults)))
        except (ReaderError, ValueError):
            break
        given_up += _left_out(faults, patch)
        corrected, faults = _reviewed(document, patch)
        findings += corrected
    given_up += faults
    shown = [(fault.name, fault.finding) for fault in given_up if fault.finding]
    return Told((*findings, *shown), tuple(_unread(document, segment, given_up)))


def _first_answer(asked: Message, prompt: Prompt) -> Generator[Message, str, tuple[Answer, int]]:
    """Ask until an answer has the form, and return it with the re-asks that are left."""
    message = asked
    for left in range(_REASKS, -1, -1):
        text = yield message
        try:
            return read_answer(text), left
        except ValueError as error:
            reason = str(error)
        message = repetition(prompt, asked, reason)
    raise AnswerError(f"The model's answer cannot be used after {_REASKS} re-asks: {reason}.")


def _reviewed(document: Document, answer: Answer) -> tuple[list[tuple[str, Finding]], list[Fault]]:
    """Part the findings whose quotes stand in the document from those whose quotes do not."""
    findings, faults = [], list(answer.faults)
    for (name, finding), grounded in zip(answer.findings, _grounded(document, answer.findings), strict=True):
        if reasons := tuple(_wrong_quotes(grounded)):
            faults.append(Fault(name, _item(finding), reasons, finding))
        else:
            findings.append((name, finding))
    return findings, faults


def _grounded(document: Document, findings: Sequence[tuple[str, Finding]]) -> list[Finding]:
    """Return findings with their quotes located, in the order given."""
    located = {name: iter(found) for name, found in ground_extraction(document, collect(findings))}
    return [next(located[name]) for name, _ in findings]


def _wrong_quotes(grounded: Finding) -> Iterator[str]:
    if not grounded.evidence:
        yield "evidence: give at least one quote"
    for index, evidence in enumerate(grounded.evidence):
        if evidence.span is None:
            yield f"evidence.{index}.quote: not in line {evidence.line}; copy its words exactly, from one line"


def _item(finding: Finding) -> dict[str, object]:
    """Return a finding as the model wrote it."""
    item = {key: value for key, value in finding if key not in {"evidence", "unverified", "read_by", "confidence"}}
    return {"evidence": [{"line": quote.line, "quote": quote.quote} for quote in finding.evidence], **item}


def _left_out(faults: Sequence[Fault], patch: Answer) -> list[Fault]:
    """Return the findings that a correction leaves open.

    A list that comes back with as many findings as were asked about takes their place. One that comes back shorter
    does not say which it means, so none is dropped for it.
    """
    came = Counter([name for name, _ in patch.findings] + [fault.name for fault in patch.faults])
    asked = Counter(fault.name for fault in faults)
    return [fault for fault in faults if came[fault.name] < asked[fault.name]]


def _unread(document: Document, segment: Segment, faults: Iterable[Fault]) -> Iterator[Unread]:
    for fault in faults:
        if fault.finding is None:
            lines = [line for line in fault.lines if 1 <= line <= len(document.lines)]
            span = lines_span(document, min(lines), max(lines)) if lines else segment.span
            reason = f"A finding of {fault.name} is not in the form asked for ({'; '.join(fault.reasons)})"
            yield Unread(span=span, reason=reason, answer=str(fault.item)[:_LONGEST_ANSWER])
