"""Notes and transcripts of the spine → evidence-linked findings and checked ICD-10-CM M99 codes."""

from scribe.errors import InputError, ReaderError, ScribeError, TerminologyError
from scribe.pipeline import aprocess, aread, assess, ground, parse, process, read
from scribe.schema import (
    Document,
    Encounter,
    Evidence,
    Extraction,
    Issue,
    Provenance,
    Query,
    Report,
    Suggestion,
)
from scribe.version import __version__

__all__ = [
    "Document",
    "Encounter",
    "Evidence",
    "Extraction",
    "InputError",
    "Issue",
    "Provenance",
    "Query",
    "ReaderError",
    "Report",
    "ScribeError",
    "Suggestion",
    "TerminologyError",
    "__version__",
    "aprocess",
    "aread",
    "assess",
    "ground",
    "parse",
    "process",
    "read",
]
