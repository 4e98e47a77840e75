"""The exceptions of scribe.

A message says what was wrong, what is allowed and what to do next. It never
holds text of a document: exceptions end up in logs.

    ScribeError
    ├── InputError          a file, an argument or a record that cannot be used
    ├── TerminologyError    a table of codes that is missing or broken
    └── ReaderError         a reader that could not read
        ├── ProviderError   a model server that cannot be reached, refuses or fails
        ├── AnswerError     a model's answer that cannot be used
        ├── BudgetError     a request that would pass a limit of cost or tokens
        └── PartialError    a document that was read in part
"""


class ScribeError(Exception):
    """Root of everything that scribe raises on purpose."""


class InputError(ScribeError):
    """A file, an argument or a record that cannot be used."""


class TerminologyError(ScribeError):
    """A table of codes that is missing or broken."""


class ReaderError(ScribeError):
    """A reader that could not read."""


class ProviderError(ReaderError):
    """A model server that cannot be reached, refuses or fails."""

    def __init__(self, message: str, *, resume_after: float | None = None, is_lasting: bool = False) -> None:
        """Take what the caller may act on.

        Args:
            message: What was wrong and what to do.
            resume_after: Seconds that the server asks to wait, where that is longer than the reader waits.
            is_lasting: Whether the next request would fail in the same way, as with a wrong key.
        """
        super().__init__(message)
        self.resume_after = resume_after
        """Seconds until the server takes requests again, where it says so."""
        self.is_lasting = is_lasting
        """Whether the next request would fail in the same way."""


class AnswerError(ReaderError):
    """A model's answer that cannot be used."""


class BudgetError(ReaderError):
    """A request that would pass a limit of cost or tokens, and was not sent."""


class PartialError(ReaderError):
    """A document that was read in part; `process` gives a report of the part and names the rest."""
