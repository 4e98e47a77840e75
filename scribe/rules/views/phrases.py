"""Finds the phrases that a query must not hold, or that tell its parts apart, in a text."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.rules.tables import query_lookalikes, query_phrases
from scribe.schema import Span

_APOSTROPHE = str.maketrans("\u2019\u2018", "''")


def spans_of(kind: str, text: str) -> Iterator[Span]:
    """Where the phrases of one kind stand; what only looks like one is passed over.

    Args:
        kind: A kind of `query_phrases.csv`, such as `payment`.
        text: Any text.
    """
    plain = text.translate(_APOSTROPHE)
    alike = _lookalikes(kind)
    if alike is not None:
        plain = alike.sub(lambda found: " " * len(found[0]), plain)
    return (found.span() for found in _pattern(kind).finditer(plain))


def has(kind: str, text: str) -> bool:
    """Whether a text holds a phrase of one kind."""
    return any(True for _ in spans_of(kind, text))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(_any_of(query_phrases()[kind]), re.IGNORECASE)


@cache
def _lookalikes(kind: str) -> re.Pattern[str] | None:
    """The look-alikes of one kind: one with a capital letter is a name, and its case counts."""
    phrases = query_lookalikes().get(kind, ())
    names = [phrase for phrase in phrases if not phrase.islower()]
    words = [phrase for phrase in phrases if phrase.islower()]
    parts = [*([f"(?i:{_any_of(words)})"] if words else []), *([_any_of(names)] if names else [])]
    return re.compile("|".join(parts)) if parts else None


def _any_of(phrases: list[str] | tuple[str, ...]) -> str:
    """Any of the phrases as whole words, the longest first; `*` stands for more letters, a space for any break."""
    written = (re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for phrase in phrases)
    return rf"(?<!\w)(?:{'|'.join(sorted(written, key=len, reverse=True))})(?!\w)"
