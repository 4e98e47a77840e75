"""Notes and transcripts of the spine → evidence-linked findings and checked ICD-10-CM M99 codes."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scribe.errors import InputError, ReaderError, ScribeError, TerminologyError
    from scribe.explanation import explain
    from scribe.extraction.double import DoubleReader
    from scribe.extraction.grounding import ground
    from scribe.extraction.llm.budget import Budget
    from scribe.extraction.llm.failures import Policy
    from scribe.extraction.llm.limiter import Limiter
    from scribe.extraction.llm.reader import LlmReader
    from scribe.linting import lint
    from scribe.pipeline import aprocess, aread, aresume, assess, parse, process, read, replay, resume
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
    "Budget",
    "Document",
    "DoubleReader",
    "Encounter",
    "Evidence",
    "Extraction",
    "InputError",
    "Issue",
    "Limiter",
    "LlmReader",
    "Policy",
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
    "aresume",
    "assess",
    "explain",
    "ground",
    "lint",
    "parse",
    "process",
    "read",
    "replay",
    "resume",
]

_HOMES = (
    "scribe.pipeline",
    "scribe.explanation",
    "scribe.schema",
    "scribe.errors",
    "scribe.version",
    "scribe.linting",
    "scribe.extraction.grounding",
    "scribe.extraction.double",
    "scribe.extraction.llm.reader",
    "scribe.extraction.llm.budget",
    "scribe.extraction.llm.failures",
    "scribe.extraction.llm.limiter",
)


def __getattr__(name: str) -> object:
    """Import a public name on first use, so that `import scribe` and the command line start fast."""
    if name in __all__:
        for home in map(import_module, _HOMES):
            if hasattr(home, name):
                return getattr(home, name)
    raise AttributeError(f"module 'scribe' has no attribute {name!r}")
