"""What a reader is."""

from typing import Protocol, runtime_checkable

from scribe.schema import Document, Extraction


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
