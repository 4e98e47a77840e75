"""What stands at an offset, found by bisection."""

from bisect import bisect_right
from operator import itemgetter
from typing import TypeVar

from scribe.schema import Document, Section, Span, Turn


def turn_at(document: Document, offset: int) -> Turn | None:
    """The turn that holds the character at an offset.

    Args:
        document: A parsed document.
        offset: Index into its text.

    Returns:
        The turn, or None between turns and in a note.
    """
    return _holding(document.turns, offset)


def section_at(document: Document, offset: int) -> Section | None:
    """The section that holds the character at an offset.

    Args:
        document: A parsed document.
        offset: Index into its text.

    Returns:
        The section, or None in a heading and outside all sections.
    """
    return _holding(document.sections, offset)


def sentence_at(document: Document, offset: int) -> Span | None:
    """The sentence that holds the character at an offset.

    Args:
        document: A parsed document.
        offset: Index into its text.

    Returns:
        The sentence's span, or None between sentences.
    """
    index = bisect_right(document.sentences, offset, key=itemgetter(0)) - 1
    if index >= 0 and offset < document.sentences[index][1]:
        return document.sentences[index]
    return None


def line_of(document: Document, offset: int) -> int:
    """The number of the line that an offset stands in.

    Args:
        document: A parsed document.
        offset: Index into its text; a line break belongs to the line it ends.

    Returns:
        The line number, from 1; also 1 in an empty document.
    """
    return max(1, bisect_right(document.lines, offset, key=itemgetter(0)))


_Part = TypeVar("_Part", Turn, Section)


def _holding(parts: tuple[_Part, ...], offset: int) -> _Part | None:
    index = bisect_right(parts, offset, key=lambda part: part.span[0]) - 1
    if index >= 0 and offset < parts[index].span[1]:
        return parts[index]
    return None
