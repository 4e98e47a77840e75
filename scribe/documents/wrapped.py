"""Lines that go on in the next: a paragraph that was wrapped is one line to its writer."""

from collections.abc import Iterator, Sequence

from scribe.documents.lines import find_lines
from scribe.documents.plain import plain
from scribe.documents.sentences import ends_full, wrap_width
from scribe.schema import Document, Span


def unwrapped(document: Document) -> tuple[Span, ...]:
    """Return the lines of a document as they were written, before they were wrapped to a width.

    Args:
        document: Any document.

    Returns:
        Spans in order that cover its lines: each is a line, or several of which each goes on in the next.
    """
    text = plain(document.text)
    lines = find_lines(text)
    crossing = [sentence for sentence in document.sentences if text.find("\n", *sentence) >= 0]
    if not crossing:
        return lines
    joined: list[Span] = []
    for line, goes_on in zip(lines, _going_on(document, text, lines, crossing), strict=True):
        if goes_on:
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return tuple(joined)


def _going_on(document: Document, text: str, lines: tuple[Span, ...], crossing: Sequence[Span]) -> Iterator[bool]:
    """Tell of each line whether the one before it goes on in it: in mid-sentence, or where it was full."""
    width = None if document.turns else wrap_width(lines)
    opened = {section.span[0] for section in document.sections}
    at = 0
    previous: Span | None = None
    for line in lines:
        while at < len(crossing) and crossing[at][1] <= line[0]:
            at += 1
        crossed = at < len(crossing) and crossing[at][0] < line[0]
        full = previous is not None and width is not None and ends_full(text, previous, line, width)
        yield crossed or (full and not any(line[0] <= start < line[1] for start in opened))
        previous = line
