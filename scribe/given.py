"""Records that come back from outside: extractions that others made, and reports that were stored."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, TypeVar

from scribe.errors import InputError
from scribe.schema import Evidence, Extraction, Record, Report, Span

RecordT = TypeVar("RecordT", bound=Record)


def given_extraction(extraction: Extraction | dict[str, Any] | str) -> Extraction:
    """Return an extraction that somebody gives as a record.

    Raises:
        InputError: It is none; what is wrong with it is named without its content.
    """
    return _record(Extraction, "an extraction", extraction)


def stored_report(report: Report | dict[str, Any] | str) -> Report:
    """Return a stored report as a record.

    Raises:
        InputError: It is none, is not of the text that it holds, or quotes what does not stand there.
    """
    stored = _record(Report, "a report", report)
    if digest_of(stored.document.text) != stored.provenance.document_digest:
        raise InputError("The report is not of the text that it holds: its document digest differs. Process the text.")
    text, quotes = stored.document.text, list(_quotes(stored))
    exact = all(text[slice(*quote.span)] == quote.quote for quote in quotes if quote.span and quote.match == "exact")
    spans = (*_parts(stored), *(quote.span for quote in quotes if quote.span))
    if not exact or not all(0 <= start <= end <= len(text) for start, end in spans):
        raise InputError("The report is damaged: what it says to stand in its text does not. Process the text again.")
    return stored


def _quotes(report: Report) -> Iterator[Evidence]:
    """List the quotes of all that was read."""
    readings = (reading for one in report.disagreements for reading in (one.lexicon, one.model))
    for findings in (*(found for _, found in report.extraction), readings):
        yield from (quote for finding in findings for quote in finding.evidence)


def _parts(report: Report) -> Iterator[Span]:
    """List where the parts of a report's document stand."""
    document = report.document
    yield from (turn.span for turn in document.turns)
    yield from (section.span for section in document.sections)
    yield from (*document.sentences, *document.lines)
    yield from (part.span for part in report.provenance.unread)


def _record(kind: type[RecordT], name: str, data: RecordT | dict[str, Any] | str) -> RecordT:
    """Return a record of what was given; what is wrong with it is named without its content."""
    import json  # noqa: PLC0415  # only a record given as JSON needs it

    from pydantic import ValidationError  # noqa: PLC0415  # costs as much as a whole report, and few give a record

    try:
        # A text may hold lone surrogates, and pydantic's own parser refuses their escapes.
        return kind.model_validate(json.loads(data) if isinstance(data, str) else data)
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors(include_input=False)]
        reason = f"Not {name} ({len(faults)} faults): {'; '.join(faults[:3])}."
    except (ValueError, RecursionError):
        reason = f"Not {name}: Invalid JSON."
    # Outside the handlers: the errors that were handled hold what was given.
    raise InputError(reason)


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text as UTF-8, lone surrogates passed through, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
