"""Notes in which a blank line stands behind every line, as word processors and web pages paste them."""

import re
from functools import cache, lru_cache

_FEWEST = 10
"""Breaks from which the spacing is no paragraph's, but every line's."""
_APART = 0.9
"""Share of the breaks that have a blank line then."""


@lru_cache(maxsize=1)
def single_spaced(text: str) -> str:
    """A text in which no blank line stands behind a line, where one stands behind every line.

    Args:
        text: Any text whose lines end with a line feed.

    Returns:
        A text of the same length: of two line breaks the first one is blanked, of four two.
    """
    if not _double().search(text):
        return text
    breaks = [(at, at[0].count("\n")) for at in _breaks().finditer(text)]
    apart = sum(lines > 1 for _, lines in breaks)
    if len(breaks) < _FEWEST or apart < _APART * len(breaks):
        return text
    parts, done = [], 0
    for at, lines in breaks:
        kept = "\n" * (lines - lines // 2)
        parts += [text[done : at.start()], kept.rjust(at.end() - at.start())]
        done = at.end()
    return "".join([*parts, text[done:]])


@cache
def _double() -> re.Pattern[str]:
    return re.compile(r"\n[ \t]*\n")


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r"\n(?:[ \t]*\n)*")
