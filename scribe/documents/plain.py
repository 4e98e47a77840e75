"""The plain form of a text, by which its parts are found: every character in its place."""

import re
from functools import cache

_FEW = 100
"""Characters for each capital, from which a writer uses none."""
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u3000"), " ")
"""Spaces that word processors and web pages put for a common one."""


def plain(text: str) -> str:
    """A text with common spaces only.

    Args:
        text: Any text.

    Returns:
        A text of the same length.
    """
    return text if text.isascii() else text.translate(_SPACES)


def plain_note(text: str) -> str:
    """A note with common spaces only, and in capitals where its writer uses none, so that `l` may be a side.

    Args:
        text: The text of a note.

    Returns:
        A text of the same length.
    """
    spaced = plain(text)
    if len(_capital().findall(spaced)) * _FEW > len(spaced):
        return spaced
    upper = spaced.upper()
    # Some letters become two in upper case.
    return upper if len(upper) == len(spaced) else spaced


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"[A-Z]")
