"""What a model reader does, told line by line on standard error while it happens."""

import sys

from scribe.extraction.llm.events import (
    AnswerCached,
    AnswerReceived,
    Event,
    FindingArrived,
    FindingRead,
    Reasked,
    RequestHeld,
    RequestRetried,
    RequestSent,
    SegmentDone,
    SegmentFailed,
    SegmentSplit,
    SegmentStarted,
)


def show(event: Event | FindingArrived) -> None:
    """Write one line about an event; findings are shown with their quotes, as soon as they are complete."""
    if isinstance(event, FindingRead):
        return
    start, end = event.span
    sys.stderr.write(f"characters {start} to {end}: {_told(event)}\n")
    sys.stderr.flush()


def _told(event: Event | FindingArrived) -> str:  # noqa: PLR0911, C901  # one line for each kind of event
    match event:
        case SegmentStarted():
            return "begun"
        case RequestHeld():
            return f"waits {event.seconds:.0f} s for its turn"
        case RequestSent():
            return "asked"
        case RequestRetried():
            return f"{event.reason}; asked again in {event.seconds:.1f} s"
        case AnswerReceived():
            cost = "" if event.cost is None else f", ${event.cost:.4f}"
            return f"answered after {event.seconds:.1f} s, {event.input_tokens + event.output_tokens} tokens{cost}"
        case AnswerCached():
            return f"answered from the cache, {event.saved_tokens} tokens saved"
        case FindingArrived():
            quotes = " … ".join(" ".join(quote.quote.split()) for quote in event.finding.evidence)
            return f"{event.name}: “{quotes}”"
        case Reasked():
            return "asked again for what cannot be used"
        case SegmentSplit():
            return "too long to answer, asked in halves"
        case SegmentDone():
            return f"read, {event.findings} findings" + (f", {event.unread} parts unread" if event.unread else "")
        case SegmentFailed():
            return f"not read: {event.reason}"
    return ""
