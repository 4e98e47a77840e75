"""Lines that go on in the next: a paragraph that was wrapped is one line to its writer."""

from collections.abc import Iterator

from scribe.documents.sentences import ends_full, wrap_width
from scribe.schema import Document, Span


def unwrapped(document: Document) -> tuple[Span, ...]:
    """Return the lines of a document as they were written, before they were wrapped to a width.

    Args:
        document: Any document.

    Returns:
        Spans in order that cover its lines: each is a line, or several of which each goes on in the next.
    """
    joined: list[Span] = []
    for number, (line, goes_on) in enumerate(zip(document.lines, _going_on(document), strict=True)):
        if number and goes_on:
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return tuple(joined)


def _going_on(document: Document) -> Iterator[bool]:
    """Tell of each line whether the one before it goes on in it."""
    width = None if document.turns else wrap_width(document.lines)
    opened = {section.span[0] for section in document.sections}
    sentences, at = document.sentences, 0
    previous: Span | None = None
    for line in document.lines:
        while at < len(sentences) and sentences[at][1] <= line[0]:
            at += 1
        crossed = at < len(sentences) and sentences[at][0] < line[0]
        full = previous is not None and width is not None and ends_full(document.text, previous, line, width)
        yield crossed or (full and not any(line[0] <= start < line[1] for start in opened))
        previous = line
