"""The built-in reader: vocabulary tables, notation, context and attachment."""

from scribe.extraction.lexicon.reader import LexiconReader

__all__ = ["LexiconReader"]
