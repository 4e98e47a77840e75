"""What a reader found → findings that are located in the document, with the fields that their words do not bear out."""

from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.reader import Reader, Reading
from scribe.extraction.verification import verify
from scribe.schema import Document, Extraction


def checked(document: Document, reading: Reading, reader: Reader | None = None) -> Extraction:
    """Ground and verify what was read.

    Args:
        document: The document.
        reading: What was read in it.
        reader: Who read it, or None for an extraction from outside.
    """
    # The lexicon cuts its quotes out of the document; what anybody else quotes is looked for in it.
    located = reading.is_located or isinstance(reader, LexiconReader)
    quoted = reading.extraction if located else _grounded(document, reading.extraction)
    # Words that the reader knows from a table of its own bear out what it read by them.
    return verify(document, quoted, reader.vocabulary if isinstance(reader, LexiconReader) else None)


def _grounded(document: Document, extraction: Extraction) -> Extraction:
    from scribe.extraction.grounding import ground_extraction  # noqa: PLC0415  # the built-in reader needs none of it

    return ground_extraction(document, extraction)
