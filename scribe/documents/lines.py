"""Lines of a text."""

import re

from scribe.schema import Span


def find_lines(text: str) -> tuple[Span, ...]:
    r"""Lines without their breaks (`\n`, `\r\n` or `\r`).

    Args:
        text: Any text.

    Returns:
        One span per line in order; a break at the very end opens no further line.
    """
    lines: list[Span] = []
    start = 0
    for line_break in re.finditer(r"\r\n?|\n", text):
        lines.append((start, line_break.start()))
        start = line_break.end()
    if start < len(text):
        lines.append((start, len(text)))
    return tuple(lines)


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
