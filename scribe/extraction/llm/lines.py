"""A document as a model sees it: numbered lines with speaker and section."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from scribe.documents import line_of, section_at, turn_at
from scribe.documents.lines import trim
from scribe.schema import Document, Span


def numbered(document: Document, span: Span) -> str:
    """Show a part of a document.

    Each line stands with its number and, in brackets, who speaks or the section; a line on which several speak is
    shown once for each, under one number. Speakers' labels are left out: they may be names.

    Args:
        document: The parsed document.
        span: The part to show; a line that it cuts is shown in part.
    """
    return "\n".join(_shown(document, piece) for piece in _pieces(document, span))


def line_range(document: Document, span: Span) -> tuple[int, int]:
    """Return the numbers of the first and last line of a part."""
    return line_of(document, span[0]), line_of(document, max(span[0], span[1] - 1))


def lines_span(document: Document, first: int, last: int) -> Span:
    """Return the part from one line to another; numbers beyond the document mean its ends."""
    if not document.lines:
        return 0, 0
    top = len(document.lines) - 1
    return document.lines[min(max(first - 1, 0), top)][0], document.lines[min(max(last - 1, 0), top)][1]


def _pieces(document: Document, span: Span) -> Iterator[Span]:
    """The stretches of a part that stand on one line and are one turn's or nobody's, without white space around."""
    borders = {span[0], span[1]}
    borders.update(edge for line in document.lines for edge in line)
    for turn in document.turns:
        borders.update(turn.span)
    for start, end in pairwise(sorted(border for border in borders if span[0] <= border <= span[1])):
        piece = trim(document.text, start, end)
        if piece[0] < piece[1] and not _is_label(document, piece):
            yield piece


def _is_label(document: Document, piece: Span) -> bool:
    """Tell whether a stretch is what announces a turn: its speaker, a dash."""
    index = bisect_left(document.turns, piece[1], key=lambda turn: turn.span[0])
    if index == len(document.turns) or turn_at(document, piece[0]) is not None:
        return False
    turn, words = document.turns[index], document.text[piece[0] : piece[1]]
    is_next = not document.text[piece[1] : turn.span[0]].strip()
    return is_next and (not any(map(str.isalnum, words)) or (turn.label is not None and turn.label in words))


def _shown(document: Document, piece: Span) -> str:
    # A line may begin with the heading of its section, which stands before it.
    turn, section = turn_at(document, piece[0]), section_at(document, piece[0]) or section_at(document, piece[1] - 1)
    tags = [tag for tag in (turn.speaker if turn else None, section.name if section else None) if tag]
    number, words = line_of(document, piece[0]), plain(document.text[piece[0] : piece[1]])
    return f"{number} [{', '.join(tags)}] {words}" if tags else f"{number} {words}"


def plain(words: str) -> str:
    """Return words without what a terminal or a server's tokenizer would take for its own signs."""
    return _marks().sub(r"\g<0> ", _controls().sub(" ", words)).encode("utf-8", "replace").decode()


@cache
def _controls() -> re.Pattern[str]:
    return re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


@cache
def _marks() -> re.Pattern[str]:
    # `<|im_end|>`, `</s>`, `<end_of_turn>`, `[INST]`: a space within leaves every word to be quoted.
    return re.compile(r"<(?=[|/a-zA-Z_])|\[(?=/?(?:INST|SYSTEM_PROMPT|TOOL|AVAILABLE_TOOLS))")
