"""The exceptions of scribe.

A message says what was wrong, what is allowed and what to do next. It never
holds text of a document: exceptions end up in logs.

    ScribeError
    ├── InputError          a file, an argument or a record that cannot be used
    ├── TerminologyError    a table of codes that is missing or broken
    └── ReaderError         a reader that could not read
"""


class ScribeError(Exception):
    """Root of everything that scribe raises on purpose."""


class InputError(ScribeError):
    """A file, an argument or a record that cannot be used."""


class TerminologyError(ScribeError):
    """A table of codes that is missing or broken."""


class ReaderError(ScribeError):
    """A reader that could not read."""
