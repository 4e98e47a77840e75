"""What happens while a model reads: small records for whoever shows progress.

Findings, and with them words of the document, stand in them: they are for the
eyes of a user. Nothing of ours logs them.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from scribe.schema import Finding, Span


class SegmentStarted(NamedTuple):
    """A segment's turn has come."""

    span: Span
    """The segment."""


class RequestHeld(NamedTuple):
    """A request waits for its turn under the rate limit."""

    span: Span
    """The segment."""
    seconds: float
    """How long."""


class RequestSent(NamedTuple):
    """A request leaves for the server."""

    span: Span
    """The segment."""


class RequestRetried(NamedTuple):
    """A request failed on the way and will be sent again."""

    span: Span
    """The segment."""
    reason: str
    """What went wrong, without words of the document."""
    seconds: float
    """Wait until then."""


class AnswerReceived(NamedTuple):
    """A server answered."""

    span: Span
    """The segment."""
    input_tokens: int
    """Tokens sent, cached ones included."""
    cached_tokens: int
    """Sent tokens that the provider had cached."""
    output_tokens: int
    """Tokens received."""
    cost: float | None
    """US dollars, or None where no price or no count of tokens is known."""
    price_date: date | None
    """Day, in UTC, whose prices the cost rests on."""
    seconds: float
    """Wall time from request to answer."""


class AnswerCached(NamedTuple):
    """An answer was taken from the answer cache."""

    span: Span
    """The segment."""
    saved_tokens: int
    """Tokens, sent and received, that it took when it was asked for."""


class FindingRead(NamedTuple):
    """A finding stands."""

    span: Span
    """The segment."""
    name: str
    """The list it belongs to, such as `lesions`."""
    finding: Finding
    """The finding, its quotes located."""


class FindingArrived(NamedTuple):
    """A finding is complete in an answer that is still being written; `FindingRead` follows where it stands."""

    span: Span
    """The segment."""
    name: str
    """The list it belongs to, such as `lesions`."""
    finding: Finding
    """The finding, its quotes located."""


class Reasked(NamedTuple):
    """Something that could not be used is asked for again."""

    span: Span
    """The segment."""


class SegmentSplit(NamedTuple):
    """An answer was cut off at its longest, and the halves are asked about one by one."""

    span: Span
    """The segment."""
    halves: tuple[Span, ...]
    """The parts, in order."""


class SegmentDone(NamedTuple):
    """A segment is read."""

    span: Span
    """The segment."""
    findings: int
    """How many findings it gave."""
    unread: int
    """How many parts of it could not be read."""


class SegmentFailed(NamedTuple):
    """A segment could not be read."""

    span: Span
    """The segment."""
    reason: str
    """Why, in one sentence."""


Event = (
    SegmentStarted
    | RequestHeld
    | RequestSent
    | RequestRetried
    | AnswerReceived
    | AnswerCached
    | FindingRead
    | Reasked
    | SegmentSplit
    | SegmentDone
    | SegmentFailed
)
"""One thing that happened. Its span is that of the segment in the document."""

Listener = Callable[[Event], None]
"""Who is told; what it raises ends the reading."""
