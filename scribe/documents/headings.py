"""Headings of notes: which words open which section."""

import re
from functools import cache
from typing import NamedTuple

from scribe.documents.tables import read_rows

CODE = re.compile(r"(?:[A-TV-Z]\d[\dA-Z]\.[\dA-Z]{1,4}|\d{4}[\dAFTU]|[A-V]\d{4})(?!\w|\.\w)")
"""One ICD-10-CM code with its point, or one CPT or HCPCS code."""

Place = str
"""How a heading of the table may stand: `whole` alone on its line or before a colon, `colon` only before a
colon, `letter` as `colon` and upper case, `first` or `last` as `whole` and with other words after or before
it, `code` before a code."""


def heading_name(heading: str, *, colon: bool) -> str | None:
    """The section that the very words of the table open.

    Args:
        heading: Words of the heading, without its marks.
        colon: Whether a colon follows them.

    Returns:
        A canonical section name, or None where the words are no heading.
    """
    name, place = _table().get(_plain(heading), (None, ""))
    if place == "letter":
        return name if colon and heading.isupper() else None
    return name if colon or place not in {"colon", "code"} else None


def _extended_name(heading: str) -> str | None:
    """The section that a heading opens by its first words (`MRI lumbar spine 2/22`) or its last (`LUMBAR EXAM`)."""
    parts = _plain(heading).split(" ")
    if len(parts) > _LONGEST or not _NO_HEADING.isdisjoint(parts):
        return None
    table = _table()
    for count in range(1, len(parts)):
        name, place = table.get(" ".join(parts[count:]), (None, ""))
        if name and place == "last":
            return name
    for count in range(len(parts) - 1, 0, -1):
        name, place = table.get(" ".join(parts[:count]), (None, ""))
        if name and place == "first":
            return name
    return None


def opens_codes(heading: str) -> bool:
    """Whether words before a code make it a list of codes: `Codes`, `ICD`, `Dx codes for authorization`."""
    table = _table()
    return any(table.get(word, ("", ""))[0] == "codes" for word in _plain(heading).split(" "))


class Heading(NamedTuple):
    """A heading in a line."""

    name: str
    """Canonical name of the section it opens."""
    start: int
    """Where it starts."""
    end: int
    """Where the words of the section start."""


def line_heading(text: str, start: int, end: int) -> Heading | None:
    """The heading at the start of a line.

    Args:
        text: The text.
        start: Where the line starts.
        end: Where it ends.

    Returns:
        The heading; None where the line is none and starts with none.
    """
    match = _head().match(text, start, end)
    if match is None:
        return None
    words, mark, at = match["words"], match["mark"], match.end()
    marked = match["open"] is not None
    if mark:
        if name := heading_name(words, colon=True) or _extended_name(words):
            return Heading(name, match.start(), at)
        if CODE.match(text, at) and opens_codes(words):
            return Heading("codes", match.start(), at)
        return None
    if at >= end:
        bare = words.rstrip()
        extended = _extended_name(bare) if marked or bare.isupper() else None
        if (marked or bare[0].isupper()) and (name := heading_name(bare, colon=marked) or extended):
            return Heading(name, match.start(), end)
    return _unmarked_heading(text, match.start("words"), end)


def _unmarked_heading(text: str, start: int, end: int) -> Heading | None:
    """A heading that only its capitals, or the code after it, set off from the words after it."""
    words = re.compile(r"[A-Za-z/&-]+(?:[ \t]+|$)").finditer
    at = start
    found = None
    for count, word in enumerate(words(text, start, min(end, start + 60))):
        if word.start() != at or count == 4:
            break
        at = word.end()
        heading = text[start:at]
        if CODE.match(text, at, end) and opens_codes(heading):
            return Heading("codes", start, at)
        if heading.isupper() and len(heading.strip()) >= 4 and at < end and not _SHOUT.match(text, at):
            if name := _table().get(_plain(heading), (None, ""))[0]:
                found = Heading(name, start, at)
    return found


_SHOUT = re.compile(r"[A-Z]{3,}\b(?!:)|\W*$")

_LONGEST = 9
"""Words in the longest heading."""
_NO_HEADING = frozenset(
    "date dos time reason last next previous prior past old planned discussed ordered to of from after with".split()
)
"""Words that make a line a statement, though it ends like a heading: `Date of exam`."""


def _plain(heading: str) -> str:
    """Words of a heading without case, marks around it and what stands in brackets."""
    without_asides = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", heading.casefold())
    return " ".join(without_asides.strip("*_#=~-\u2013\u2014:. \t").split())


@cache
def _head() -> re.Pattern[str]:
    return re.compile(
        r"[ \t\ufeff]*(?:[IVX]{1,4}[.)][ \t]+|\d{1,2}[.)][ \t]+)?(?P<open>#{1,6}[ \t]*(?:\*\*)?|\*\*|__|=+[ \t]*)?"
        r"(?P<words>[A-Za-z][^\n\r:*]{0,90}?)"
        r"(?:(?P<close>\*\*|__)?[ \t]{0,8}(?P<mark>:(?:\*\*|__)?|[ ](?:-{1,2}|\u2013|\u2014)(?=[ \t]))(?:\*\*)?[ \t]*|(?:\*\*|__|=)*[ \t#]*$)"
    )


@cache
def _table() -> dict[str, tuple[str, Place]]:
    return {heading: (section, place) for heading, section, place in read_rows("headings.csv")}
