"""Texts and where their parts are: turns, sections, sentences and lines."""

from scribe.documents.lookup import line_of, section_at, sentence_at, turn_at
from scribe.documents.parse import parse

__all__ = ["line_of", "parse", "section_at", "sentence_at", "turn_at"]
