"""A partial report → what is still to be read, and how it is put together with what was."""

from collections.abc import Iterable

from scribe.errors import InputError
from scribe.extraction.llm.merging import Listed
from scribe.schema import Document, Extraction, Finding, Provenance, Report, Span

_STATED = "stated_codes"
"""Read by rule, and anew each time."""


def check_same(document: Document, report: Report, model: str, prompt_digest: str) -> None:
    """Refuse a report that cannot be continued.

    Args:
        document: What is to be read.
        report: An earlier report.
        model: Who reads now.
        prompt_digest: Of what the model is told now.

    Raises:
        InputError: The report is of another document, model or prompt; the message names which.
    """
    made = report.provenance
    if report.document.text != document.text:
        raise InputError("The report to resume is of another document: give the file that it was made of.")
    if made.reader != "llm":
        raise InputError(f"The report to resume was made by the {made.reader} reader: read the document anew.")
    if made.model != model:
        raise InputError(f"The report to resume was read by the model {made.model}, not by {model}: name that one.")
    if made.prompt_digest != prompt_digest:
        raise InputError(
            f"The report to resume was read with another wording ({made.prompt}) or another --recall: read the "
            "document anew."
        )


def open_spans(made: Provenance) -> list[Span]:
    """Return the parts that a report names as unread, in order; those that overlap as one."""
    spans: list[Span] = []
    for start, end in sorted(part.span for part in made.unread):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans


def in_order(document: Document, earlier: Extraction, told: Iterable[tuple[Span, tuple[Listed, ...]]]) -> list[Listed]:
    """Put findings read later in their place among those read earlier, as if all had been read at once.

    Args:
        document: The document.
        earlier: What was read first.
        told: What was read of each further part, in the order of the document.
    """
    parts = list(told)
    before = [
        (sum(end <= _place(document, finding) for (_, end), _ in parts), 0, (name, finding))
        for name, found in earlier
        if name != _STATED
        for finding in found
    ]
    added = [(number, 1, one) for number, (_, findings) in enumerate(parts) for one in findings]
    return [one for *_, one in sorted([*before, *added], key=lambda row: row[:2])]


def _place(document: Document, finding: Finding) -> int:
    """Return where a finding's first quote stands, or the line that it cites."""
    for quote in finding.evidence:
        if quote.span:
            return quote.span[0]
        if quote.line and quote.line <= len(document.lines):
            return document.lines[quote.line - 1][0]
    return 0
