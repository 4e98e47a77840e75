"""The way of the data: a text becomes a checked report.

text ──▶ Document ──▶ Extraction ──▶ grounded ──▶ Suggestions + Issues + Queries ──▶ Report
   parse          read         ground         derive, check, ask
"""

from collections.abc import Sequence
from typing import Any

from scribe.coding import derive
from scribe.documents import parse
from scribe.extraction.checking import checked
from scribe.extraction.encounter import complete, read_encounter
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.reader import Reader, Reading, aread_by, areading_by, aresumed_by, reading_by, resumed_by
from scribe.given import digest_of, given_extraction, stored_report
from scribe.queries import ask
from scribe.rules import Chart, check, collect_claims
from scribe.schema import Document, Encounter, Extraction, Kind, Provenance, Report
from scribe.terminology import code_set
from scribe.version import __version__

__all__ = [
    "aprocess",
    "aread",
    "aresume",
    "assess",
    "parse",
    "process",
    "read",
    "replay",
    "resume",
]


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
        ReaderError: The reader could not begin, as with a wrong key. What a model could not read otherwise, be it the
            whole document, the report names as unread, and `resume` completes it.
    """
    reader = reader or LexiconReader()
    document = parse(text, kind)
    return _report(document, reading_by(reader, document), encounter, codes, reader)


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
    return _report(document, await areading_by(reader, document), encounter, codes, reader)


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
    return _report(parse(text, kind), Reading(given_extraction(extraction)), encounter, codes, None)


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
    return await aread_by(reader or LexiconReader(), document)


def replay(report: Report | dict[str, Any] | str) -> Report:
    """Derive codes, issues and queries again from what a stored report says was read; nobody reads.

    Document, findings, visit and the provenance of the reading stay; rules, code set and version are those of now.
    The version that made a report makes the same report of it.

    Args:
        report: A report, as a record, a dict or JSON.

    Raises:
        InputError: It is no report, or its text is not the text that was read.
    """
    stored = stored_report(report)
    visit = stored.encounter
    concluded = _conclusions(stored.document, visit, stored.extraction, stored.codes)
    now = {"package_version": __version__, "code_set": code_set(visit.date_of_service).label}
    return stored.model_copy(update={**concluded, "provenance": stored.provenance.model_copy(update=now)})


def resume(report: Report | dict[str, Any] | str, reader: Reader) -> Report:
    """Read what a partial report left unread, and make the report of the whole document.

    Args:
        report: A partial report, as a record, a dict or JSON; of one that lacks nothing only the codes are derived.
        reader: A model reader of the same model and wording.

    Raises:
        InputError: It is no report, or not one that the reader can complete.
        ReaderError: The reader could not begin; what it could not read otherwise stays unread in the report.
    """
    stored = stored_report(report)
    reading = resumed_by(reader, stored.document, stored)
    return _report(stored.document, reading, stored.encounter, stored.codes, reader)


async def aresume(report: Report | dict[str, Any] | str, reader: Reader) -> Report:
    """Do what `resume` does, and let others run while the reader waits."""
    stored = stored_report(report)
    reading = await aresumed_by(reader, stored.document, stored)
    return _report(stored.document, reading, stored.encounter, stored.codes, reader)


def _report(
    document: Document, reading: Reading, encounter: Encounter | None, codes: Sequence[str], reader: Reader | None
) -> Report:
    """Make the report of what a reader read, or of a given extraction."""
    grounded = reading.extraction if reading.is_verified else checked(document, reading, reader)
    visit = complete(encounter or Encounter(), read_encounter(document, codes))
    return Report(
        document=document,
        encounter=visit,
        extraction=grounded,
        **_conclusions(document, visit, grounded, codes),
        provenance=Provenance(
            document_digest=digest_of(document.text),
            package_version=__version__,
            reader=reader.name if reader else "given",
            code_set=code_set(visit.date_of_service).label,
            model=reading.model,
            prompt=reading.prompt,
            prompt_digest=reading.prompt_digest,
            usage=reading.usage,
            segments=reading.segments,
            unread=reading.unread,
        ),
        codes=tuple(codes),
        disagreements=reading.disagreements,
    )


def _conclusions(document: Document, visit: Encounter, grounded: Extraction, codes: Sequence[str]) -> dict[str, Any]:
    """Return the parts of a report that follow from the others: codes, issues and queries."""
    code_table = code_set(visit.date_of_service)
    suggestions = derive(grounded, visit, code_table)
    chart = Chart(document, visit, grounded, suggestions, collect_claims(document, grounded, codes), code_table)
    issues = check(chart)
    return {"suggestions": suggestions, "issues": issues, "queries": ask(grounded, suggestions, issues)}
