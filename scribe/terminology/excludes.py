"""Codes named in the notes of the tabular list, and whether one covers a code.

A pattern is written as the list prints it: `M54.16` and `M54.1-` both cover
M54.16 and everything below; `M99.-` covers the category; `C00-D49` covers
every category from C00 to D49, `M43.3-M43.5X9` every code between.
"""

import re
from functools import cache

_CODE = r"[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]+)?"


def patterns(note: str) -> tuple[str, ...]:
    """Return the code patterns of a note, in its order.

    They stand in parentheses; only where no parenthesis holds one does the rest
    of the note count. Codes that words narrow (`E08-E13 with .42`) are left
    out, since the pattern alone would cover more than the note does.
    """
    bracketed = [pattern for words in re.findall(r"\(([^()]*)\)", note) for pattern in _patterns(words)]
    return tuple(bracketed or _patterns(re.sub(r"\([^()]*\)", " ", note)))


def covers(pattern: str, code: str) -> bool:
    """Return whether a code falls under a pattern."""
    first, _, last = pattern.rstrip(".-").partition("-")
    if not last:
        return code.startswith(first)
    return first <= code[: len(first)] and code[: len(last)] <= last


def _patterns(words: str) -> list[str]:
    code_pattern, narrowed = _expressions()
    if narrowed.search(words):
        return []
    return [_printed(*match.groups()) for match in code_pattern.finditer(words)]


def _printed(first: str, last: str | None, below: str) -> str:
    """Return a pattern in the list's regular form, whatever slip the note holds (`M50.1.-`)."""
    if last:
        return f"{first}-{last}"
    if not below:
        return first
    return f"{first}-" if "." in first else f"{first}.-"


@cache
def _expressions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    code_pattern = rf"\b({_CODE})(?:\.?-({_CODE}))?(?![0-9A-Za-z])(\.?-)?"
    return re.compile(code_pattern), re.compile(rf"{_CODE}\.?-?\s*with\b")
