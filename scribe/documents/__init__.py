"""Texts and where their parts are: turns, sections, sentences and lines."""

from scribe.documents.cues import is_ended, leads_on, seams
from scribe.documents.events import find_events
from scribe.documents.lookup import line_of, section_at, sentence_at, turn_at
from scribe.documents.parse import parse

__all__ = ["find_events", "is_ended", "leads_on", "line_of", "parse", "seams", "section_at", "sentence_at", "turn_at"]
