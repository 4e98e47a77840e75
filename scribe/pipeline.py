"""The way of the data: a text becomes a checked report.

text ──▶ Document ──▶ Extraction ──▶ grounded ──▶ Suggestions + Issues + Queries ──▶ Report
   parse          read         ground         derive, check, ask
"""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from scribe.coding import derive
from scribe.documents import parse
from scribe.errors import InputError
from scribe.extraction.encounter import complete, read_encounter
from scribe.extraction.grounding import ground, ground_extraction
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.reader import AccountingReader, AsyncReader, Reader, Reading
from scribe.extraction.verification import verify
from scribe.queries import ask
from scribe.rules import Chart, check, check_query, collect_claims
from scribe.schema import Document, Encounter, Evidence, Extraction, Issue, Kind, Provenance, Query, Report
from scribe.terminology import code_set
from scribe.version import __version__

__all__ = ["aprocess", "aread", "assess", "ground", "lint", "parse", "process", "read"]


def process(
    text: str,
    *,
    kind: Kind | None = None,
    reader: Reader | None = None,
    encounter: Encounter | None = None,
    codes: Sequence[str] = (),
) -> Report:
    """Turn a note or transcript into findings, codes, issues and queries.

    Args:
        text: The note or transcript.
        kind: What the text is; detected when not given.
        reader: Who reads it; the built-in lexicon when not given.
        encounter: What is known of the visit; the text fills what is not.
        codes: Codes to audit beside those written in the text, such as `98941-AT`.

    Raises:
        ReaderError: The reader could not read. Where it read a part, the report names the rest as unread.
    """
    reader = reader or LexiconReader()
    document = parse(text, kind)
    reading = reader.reading(document) if isinstance(reader, AccountingReader) else Reading(reader.read(document))
    return _report(document, reading, encounter, codes, reader)


async def aprocess(
    text: str,
    *,
    kind: Kind | None = None,
    reader: Reader | None = None,
    encounter: Encounter | None = None,
    codes: Sequence[str] = (),
) -> Report:
    """Do what `process` does, and let others run while the reader waits."""
    reader = reader or LexiconReader()
    document = parse(text, kind)
    if isinstance(reader, AccountingReader):
        reading = await reader.areading(document)
    else:
        reading = Reading(await aread(document, reader))
    return _report(document, reading, encounter, codes, reader)


def assess(
    text: str,
    extraction: Extraction | dict[str, Any] | str,
    *,
    kind: Kind | None = None,
    encounter: Encounter | None = None,
    codes: Sequence[str] = (),
) -> Report:
    """Ground a given extraction in its text, and derive, check and ask: the deterministic half of `process`.

    Args:
        text: The note or transcript.
        extraction: What somebody read in it, as a record, a dict or JSON; evidence needs only its `quote`.
        kind: What the text is; detected when not given.
        encounter: What is known of the visit; the text fills what is not.
        codes: Codes to audit beside those written in the text.

    Raises:
        InputError: The extraction is not one.
    """
    return _report(parse(text, kind), Reading(_given(extraction)), encounter, codes, None)


def read(document: Document, reader: Reader | None = None) -> Extraction:
    """Read the findings of a document, with the built-in lexicon unless another reader is given.

    Raises:
        ReaderError: The reader could not read.
    """
    return (reader or LexiconReader()).read(document)


async def aread(document: Document, reader: Reader | None = None) -> Extraction:
    """Do what `read` does; a reader without `aread` of its own reads in a thread.

    Raises:
        ReaderError: The reader could not read.
    """
    reader = reader or LexiconReader()
    if isinstance(reader, AsyncReader):
        return await reader.aread(document)
    from asyncio import to_thread  # noqa: PLC0415  # costs 15 ms at start-up, and few wait

    return await to_thread(reader.read, document)


def lint(text: str) -> tuple[tuple[Issue, ...], ...]:
    """Find what is wrong with queries to a clinician, ours or anybody's.

    Args:
        text: One or several queries in plain text or Markdown; or as JSON a query record, a list of them, or a report.

    Returns:
        The issues of each query, worst first; those of a text quote it with line and span.

    Raises:
        InputError: The text asks nothing, or is JSON that holds no query.
    """
    from scribe.rules import read_queries, worded  # noqa: PLC0415  # a report judges no query

    written = text.strip("\ufeff \t\r\n")
    if written.startswith("{") or re.match(r"\[\s*[{\]]", written):
        records = _records(written)
        found = [check_query(worded(query, f"queries[{i}]")) for i, query in enumerate(records)]
        return tuple(tuple(map(_of_record, issues)) for issues in found)
    queries = read_queries(text)
    if not queries:
        raise InputError("There is no query to check: the text asks nothing. Give the whole message.")
    return tuple(map(check_query, queries))


def _records(text: str) -> tuple[Query, ...]:
    import json  # noqa: PLC0415  # only a query given as JSON needs it

    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415  # as in `_given`

    try:
        data = json.loads(text)
        given = data.get("queries", data) if isinstance(data, dict) else data
        records = TypeAdapter(tuple[Query, ...]).validate_python(given if isinstance(given, list) else [given])
    except (ValueError, ValidationError, RecursionError):
        raise InputError("The JSON holds no query record; see the records of scribe query --format json.") from None
    if not records:
        raise InputError("There is no query to check: the JSON holds none.")
    return records


def _of_record(issue: Issue) -> Issue:
    """An issue of a record, whose lines and offsets nobody has seen."""
    quotes = (Evidence(quote=evidence.quote) for evidence in issue.evidence)
    return issue.model_copy(update={"evidence": tuple(quotes)})


def _given(extraction: Extraction | dict[str, Any] | str) -> Extraction:
    """Return a given extraction as a record; what is wrong with it is named without its content."""
    from pydantic import ValidationError  # noqa: PLC0415  # costs as much as a whole report, and few give an extraction

    try:
        if isinstance(extraction, str):
            return Extraction.model_validate_json(extraction)
        return Extraction.model_validate(extraction)
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors(include_input=False)]
        raise InputError(f"Not an extraction ({len(faults)} faults): {'; '.join(faults[:3])}.") from None


def _report(
    document: Document, reading: Reading, encounter: Encounter | None, codes: Sequence[str], reader: Reader | None
) -> Report:
    """Make the report of what a reader read, or of a given extraction."""
    # Words that the reader knows from a table of its own bear out what it read by them.
    terms = reader.vocabulary if isinstance(reader, LexiconReader) else None
    visit = complete(encounter or Encounter(), read_encounter(document, codes))
    code_table = code_set(visit.date_of_service)
    # The lexicon cuts its quotes out of the document; what anybody else quotes is looked for in it.
    located = isinstance(reader, LexiconReader)
    quoted = reading.extraction if located else ground_extraction(document, reading.extraction)
    grounded = verify(document, quoted, terms)
    suggestions = derive(grounded, visit, code_table)
    chart = Chart(document, visit, grounded, suggestions, collect_claims(document, grounded, codes), code_table)
    issues = check(chart)
    return Report(
        document=document,
        encounter=visit,
        extraction=grounded,
        suggestions=suggestions,
        issues=issues,
        queries=ask(grounded, suggestions, issues),
        provenance=Provenance(
            document_digest=sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
            package_version=__version__,
            reader=reader.name if reader else "given",
            code_set=code_table.label,
            model=reading.model,
            prompt=reading.prompt,
            prompt_digest=reading.prompt_digest,
            usage=reading.usage,
            unread=reading.unread,
        ),
    )
