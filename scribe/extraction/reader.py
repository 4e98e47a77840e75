"""What a reader is."""

from typing import Protocol

from scribe.schema import Document, Extraction


class Reader(Protocol):
    """Turns a document into findings, each with a verbatim quote."""

    name: str
    """What the report calls it."""

    def read(self, document: Document) -> Extraction:
        """Read the findings of a document.

        Raises:
            ReaderError: The document could not be read.
        """
        ...
