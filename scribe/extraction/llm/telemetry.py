"""What a host may watch of readings and their requests: times, counts and kinds of failure, never content."""

from contextlib import AbstractContextManager
from typing import Protocol

from scribe.extraction.llm.steps import AsyncSender, Sender
from scribe.extraction.reader import Reading


class Watch(Protocol):
    """Watches one reading."""

    def sender(self, line: Sender, /) -> Sender:
        """Return a sender that watches the requests of another."""

    def asender(self, line: AsyncSender, /) -> AsyncSender:
        """Return a sender that watches the requests of another and holds no thread."""

    def done(self, reading: Reading, /) -> None:
        """Take what the reading came to."""


class Telemetry(Protocol):
    """Watches readings."""

    def reading(self, model: str, server: str) -> AbstractContextManager[Watch]:
        """Watch one reading from its start to its end.

        Args:
            model: The model's name.
            server: Its base URL.
        """


class Unwatched:
    """A reading that nobody watches."""

    def sender(self, line: Sender, /) -> Sender:
        """Return the sender itself."""
        return line

    def asender(self, line: AsyncSender, /) -> AsyncSender:
        """Return the sender itself."""
        return line

    def done(self, _: Reading, /) -> None:
        """Let it go."""
