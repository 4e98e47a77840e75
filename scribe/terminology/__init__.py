"""ICD-10-CM facts: codes, titles, notes, and the three systems of body regions."""

from scribe.terminology.codes import Code, CodeSet, Note, code_set

__all__ = ["Code", "CodeSet", "Note", "code_set"]
