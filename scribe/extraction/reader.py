"""What a reader is."""

from typing import NamedTuple, Protocol, runtime_checkable

from scribe.schema import Document, Extraction, Unread, Usage


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
