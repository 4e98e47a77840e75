"""What a reader is."""

from typing import NamedTuple, Protocol, runtime_checkable

from scribe.errors import InputError, PartialError
from scribe.schema import Disagreement, Document, Extraction, Report, SegmentUsage, Unread, Usage


class Reading(NamedTuple):
    """What a reader found, and how."""

    extraction: Extraction
    """The findings."""
    unread: tuple[Unread, ...] = ()
    """Parts of the document that were not read."""
    model: str | None = None
    """Model that read, if any."""
    prompt: str | None = None
    """Name and version of its prompt."""
    prompt_digest: str | None = None
    """SHA-256 of the prompt's files."""
    usage: Usage | None = None
    """What the model used."""
    segments: tuple[SegmentUsage, ...] = ()
    """What it used for each part that it was asked about."""
    is_located: bool = False
    """Whether the quotes are already located in the document, so that nobody need look again."""
    is_verified: bool = False
    """Whether the fields are already verified too, as those of two readings are before they are compared."""
    disagreements: tuple[Disagreement, ...] = ()
    """What two readers read differently, where two read."""


class Reader(Protocol):
    """Turns a document into findings, each with a verbatim quote."""

    @property
    def name(self) -> str:
        """What the report calls it."""

    def read(self, document: Document) -> Extraction:
        """Read the findings of a document.

        Raises:
            ReaderError: The document could not be read.
        """


@runtime_checkable
class AsyncReader(Protocol):
    """A reader that can wait without holding a thread."""

    async def aread(self, document: Document) -> Extraction:
        """Read the findings of a document.

        Raises:
            ReaderError: The document could not be read.
        """


@runtime_checkable
class AccountingReader(Protocol):
    """A reader that tells what it used, and what of a document it could not read."""

    def reading(self, document: Document) -> Reading:
        """Read a document, in part where the rest cannot be read.

        Raises:
            ReaderError: No part of the document could be read.
        """

    async def areading(self, document: Document) -> Reading:
        """Do what `reading` does without holding a thread."""


@runtime_checkable
class ResumingReader(Protocol):
    """A reader that can read what an earlier reading of its own left unread."""

    def resume(self, document: Document, report: Report) -> Reading:
        """Read what a partial report left unread, and put it together with what that report holds.

        Raises:
            InputError: The report is of another document, model or prompt.
            ReaderError: Again no part of the rest could be read.
        """

    async def aresume(self, document: Document, report: Report) -> Reading:
        """Do what `resume` does without holding a thread."""


def reading_by(reader: Reader, document: Document) -> Reading:
    """Read a document, with what its reader tells of the reading.

    Raises:
        ReaderError: No part of the document could be read.
    """
    return reader.reading(document) if isinstance(reader, AccountingReader) else Reading(reader.read(document))


async def areading_by(reader: Reader, document: Document) -> Reading:
    """Do what `reading_by` does, and let others run while the reader waits."""
    if isinstance(reader, AccountingReader):
        return await reader.areading(document)
    return Reading(await aread_by(reader, document))


def resumed_by(reader: Reader, document: Document, report: Report) -> Reading:
    """Read what a partial report left unread, and put it together with what that report holds.

    Raises:
        InputError: The reader cannot resume, or not this report.
        ReaderError: Again no part of the rest could be read.
    """
    return _resuming(reader).resume(document, report)


async def aresumed_by(reader: Reader, document: Document, report: Report) -> Reading:
    """Do what `resumed_by` does, and let others run while the reader waits."""
    return await _resuming(reader).aresume(document, report)


def _resuming(reader: Reader) -> ResumingReader:
    if not isinstance(reader, ResumingReader):
        raise InputError(f"The {reader.name} reader resumes no report: name a model reader, or read the document anew.")
    return reader


async def aread_by(reader: Reader, document: Document) -> Extraction:
    """Read the findings of a document; a reader without `aread` of its own reads in a thread.

    Raises:
        ReaderError: The document could not be read.
    """
    if isinstance(reader, AsyncReader):
        return await reader.aread(document)
    from asyncio import to_thread  # noqa: PLC0415  # costs 15 ms at start-up, and few wait

    return await to_thread(reader.read, document)


def whole(reading: Reading) -> Extraction:
    """Return what was read of a whole document.

    Raises:
        PartialError: A part of it was not read.
    """
    if reading.unread:
        count, reason = len(reading.unread), reading.unread[0].reason
        parts = "1 part of the document was" if count == 1 else f"{count} parts of the document were"
        raise PartialError(f"{parts} not read: {reason} Use process, which reports the rest.")
    return reading.extraction
