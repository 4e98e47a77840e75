"""Margins: what stands before every line of a note that was forwarded or pasted, and the numbers of its pages."""

import re
from functools import cache

_FEWEST = 6
"""Lines from which what stands before each is a margin and no list."""
_MOST = 0.9
"""Share of the lines that have it then."""


def without_margins(text: str) -> str:
    """A text without the `> ` before every line of a forwarded mail, and without lines such as `Page 2 of 4`.

    Args:
        text: Any text whose lines end with a line feed.

    Returns:
        A text of the same length, with spaces for what was left out.
    """
    text = _without(_quoted(), text) if text.lstrip()[:1] == ">" else text
    return _page().sub(_blank, text) if "Page" in text else text


def without_bullets(text: str) -> str:
    """A note without the `- ` before every line, of a list that is all of it; in speech it opens turns.

    Args:
        text: A note whose lines end with a line feed.

    Returns:
        A text of the same length, with spaces for what was left out.
    """
    return _without(_bulleted(), text) if text.lstrip()[:1] in _BULLETS else text


def _without(margin: re.Pattern[str], text: str) -> str:
    """A text without what stands before nearly all of its lines; a few lines are no such text."""
    lines = sum(bool(line.strip()) for line in text.split("\n"))
    found = sum(1 for _ in margin.finditer(text))
    return margin.sub(_blank, text) if found >= max(_FEWEST, _MOST * lines) else text


_BULLETS = frozenset("-*\u2022")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"(?m)^[ \t]*>(?=[ \t\n]|$)")


@cache
def _bulleted() -> re.Pattern[str]:
    return re.compile(r"(?m)^[ \t]*[-*\u2022](?=[ \t])")


@cache
def _page() -> re.Pattern[str]:
    """Match the number of a page on a line of its own, with the break before it, so that a list or table goes on."""
    return re.compile(r"\n[ \t]*Page \d{1,3}(?: of \d{1,3})?[ \t]*(?=\n|$)")
