"""Notes in which a blank line stands behind every line, as word processors and web pages paste them."""

import re
from functools import cache, lru_cache

from scribe.documents.lines import line_break

_FEWEST = 10
"""Breaks from which the spacing is no paragraph's, but every line's."""
_APART = 0.9
"""Share of the breaks that have a blank line then."""


@lru_cache(maxsize=1)
def single_spaced(text: str) -> str:
    """A text in which no blank line stands behind a line, where one stands behind every line.

    Args:
        text: Any text.

    Returns:
        A text of the same length: of two line breaks the first one is blanked, of four two.
    """
    if not _double().search(text):
        return text
    breaks = [(at, line_break().findall(at[0])) for at in _breaks().finditer(text)]
    apart = sum(len(found) > 1 for _, found in breaks)
    if len(breaks) < _FEWEST or apart < _APART * len(breaks):
        return text
    parts, done = [], 0
    for at, found in breaks:
        kept = "".join(found[len(found) // 2 :])
        parts += [text[done : at.start()], kept.rjust(at.end() - at.start())]
        done = at.end()
    return "".join([*parts, text[done:]])


@cache
def _double() -> re.Pattern[str]:
    return re.compile(r"\n[ \t]*\r?\n|\r[ \t]*\r")


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r"(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*")
