"""The plain form of a text, by which its parts are found: every character in its place."""

import re
from functools import cache, lru_cache

from scribe.documents.margins import without_bullets, without_margins
from scribe.documents.spacing import single_spaced
from scribe.schema import Kind

_FEW = 100
"""Characters for each capital, from which a writer uses none."""
_SIGNS = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u3000"), " ") | {0x2018: "'", 0x2019: "'"}
"""Spaces and curly apostrophes, as word processors and web pages put them, to the common ones."""


@lru_cache(maxsize=1)
def plain(text: str) -> str:
    """A text with common spaces, apostrophes and line breaks only.

    Args:
        text: Any text.

    Returns:
        A text of the same length.
    """
    common = text if text.isascii() else text.translate(_SIGNS)
    return single_spaced(without_margins(common.replace("\r\n", " \n").replace("\r", "\n")))


def plain_of(text: str, kind: Kind) -> str:
    """A text of a kind with common signs only; a note has no bullets before all of its lines.

    Args:
        text: The text.
        kind: What it is.

    Returns:
        A text of the same length.
    """
    return without_bullets(plain(text)) if kind == "note" else plain(text)


def plain_note(text: str) -> str:
    """A note with common signs only, and in capitals where its writer uses none, so that `l` may be a side.

    Args:
        text: The text of a note.

    Returns:
        A text of the same length.
    """
    spaced = plain_of(text, "note")
    return _recased(spaced, spaced.upper()) if writes_small(spaced) else spaced


def plain_names(text: str) -> str:
    """A text in which every word is capitalised where its writer uses no capitals, so that `walt:` may be a name.

    Args:
        text: Any text.

    Returns:
        A text of the same length.
    """
    return _recased(text, text.title()) if writes_small(text) else text


@lru_cache(maxsize=1)
def writes_small(text: str) -> bool:
    """Whether a writer uses no capitals, or next to none, as in notes jotted down and in recognized speech."""
    return len(_capital().findall(text)) * _FEW <= len(text)


@lru_cache(maxsize=1)
def writes_one_case(text: str) -> bool:
    """Whether a writer uses no capitals or nothing else, so that they tell of no beginning."""
    return writes_small(text) or text.isupper()


def _recased(text: str, other: str) -> str:
    """A text in another case, but for one in which a letter becomes two."""
    return other if len(other) == len(text) else text


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"[A-Z]")
