"""Lines of a text."""

import re
from functools import cache, lru_cache

from scribe.schema import Span


@cache
def line_break() -> re.Pattern[str]:
    """Match the break between two lines."""
    return re.compile(r"\r\n?|\n")


@lru_cache(maxsize=2)
def find_lines(text: str) -> tuple[Span, ...]:
    r"""Lines without their breaks (`\n`, `\r\n` or `\r`).

    Args:
        text: Any text.

    Returns:
        One span per line in order; a break at the very end opens no further line.
    """
    breaks = [one.span() for one in line_break().finditer(text)]
    starts = [0, *(resume for _, resume in breaks)]
    ends = [stop for stop, _ in breaks]
    if starts[-1] < len(text):
        ends.append(len(text))
    return tuple(zip(starts, ends, strict=False))


def trim(text: str, start: int, end: int) -> Span:
    """The span without the white space (and byte order mark) around it.

    Args:
        text: The text that the span is of.
        start: Where the span starts.
        end: Where it ends.

    Returns:
        The trimmed span; empty where there was nothing else.
    """
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
