"""Headings of notes: which words open which section."""

import re
from collections.abc import Iterator
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
    if len(parts) > _LONGEST or not _NO_HEADING.isdisjoint(parts) or re.search(r"[.;!?] ", heading):
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


def _report_name(heading: str) -> str | None:
    """The section of a part of a report, which names its study: `MRI impression`, `Findings (CT cervical)`."""
    told = heading.casefold()
    if len(told.split()) > _LONGEST or re.search(r"[.;!?] ", told):
        return None
    if names_study(told) and _part_of_report().search(told) and not _own_part().search(told):
        return "imaging"
    return None


def names_study(words: str) -> bool:
    """Whether words name a study or who reads it.

    Args:
        words: Words of a heading.
    """
    return _study().search(words) is not None


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
    name = None
    if match := _head().match(text, start, end):
        words = match["words"].rstrip()
        if not match["mark"]:
            name = _lone_name(words, marked=match["open"] is not None) or _free_name(text, match.start("words"), words)
        elif CODE.match(text, match.end()) and opens_codes(words):
            name = "codes"
        else:
            name = _report_name(words) or heading_name(words, colon=True) or _extended_name(words)
    if match and name:
        return Heading(name, match.start(), match.end())
    return _set_off_heading(text, start, end) or _unmarked_heading(text, start, end)


def _set_off_heading(text: str, start: int, end: int) -> Heading | None:
    """A heading that other marks than a colon set off: `dx   sprain`, `PLAN ..... ice`, `[EXAM] alert`.

    Behind a bullet stand only the main parts of a note, since `- Imaging: none` may be an item of a plan.
    """
    match = _set_off().match(text, start, end)
    if match is None or len(match["words"]) == 1:
        return None
    name = heading_name(match["words"], colon=match["point"] is None)
    if name is None and not match["bullet"] and match["gap"]:
        name = _extended_name(match["words"])
    if name is None or (match["bullet"] and name not in _MAIN) or (match["point"] and not match["words"][0].isupper()):
        return None
    return Heading(name, match.start(), match.end())


def _lone_name(heading: str, *, marked: bool) -> str | None:
    """The section that a heading alone on its line opens: each word with a capital, or marked by Markdown."""
    name = heading_name(heading, colon=marked) if marked or heading[0].isupper() else None
    if heading[0].isupper() and (marked or _is_title_of_report().search(heading)):
        name = _report_name(heading) or name
    extended = _extended_name(heading) if marked or heading[0].isupper() else None
    capitals = all(word[0].isupper() or not word[0].isalpha() for word in heading.split())
    titled = marked or heading.isupper() or (capitals and extended in _EXAMINATIONS)
    return name or (extended if titled else None)


def _free_name(text: str, start: int, words: str) -> str | None:
    """The section opened by words that fill a line with nothing unfinished above it.

    Small letters open only the main parts of a note.
    """
    above = text[max(0, start - _WIDEST) : start].rstrip(" \t")
    if len(words) == 1 or (above and not _closed().search(above)):
        return None
    name = heading_name(words, colon=True)
    return name if words[0].isupper() or name in _MAIN else None


def _unmarked_heading(text: str, start: int, end: int) -> Heading | None:
    """A heading that only its capitals, or the code after it, set off from the words after it."""
    while start < end and text[start] in " \t\ufeff":
        start += 1
    word = _first_word().match(text, start, end)
    if word is None or word[0].strip().casefold() not in _first_words():
        return None
    found = None
    for stop in _word_ends(text, start, end):
        heading = text[start:stop]
        if CODE.match(text, stop, end) and opens_codes(heading):
            return Heading("codes", start, stop)
        is_set_off = heading.isupper() and len(heading.strip()) >= _SHORTEST and not _shout().match(text, stop, end)
        if is_set_off and (name := heading_name(heading, colon=True)):
            found = Heading(name, start, stop)
    return found


def _word_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where each of the first few words, with the space after it, ends."""
    at = start
    for _ in range(_FEW):
        word = _first_word().match(text, at, min(end, start + _WIDEST))
        if word is None:
            return
        at = word.end()
        yield at


_SHORTEST = 4
"""Letters of the shortest heading that capitals alone set off."""
_FEW = 4
"""Words of the longest heading that capitals alone set off."""
_WIDEST = 60
"""Characters of the longest heading that capitals alone set off."""
_LONGEST = 9
"""Words in the longest heading."""
_MAIN = frozenset({"subjective", "objective", "exam", "assessment", "plan"})
"""The main parts of a note."""
_EXAMINATIONS = frozenset({"exam", "structural_exam"})
_NO_HEADING = frozenset(
    {"date", "dos", "time", "reason", "last", "next", "previous", "prior", "past", "old", "planned", "discussed"}
    | {"ordered", "to", "of", "from", "after", "with", "is", "are", "was", "were", "not", "no", "shows", "showed"}
)
"""Words that make a line a statement, though it ends like a heading: `Date of exam`."""


def _plain(heading: str) -> str:
    """Words of a heading without case, marks around it and what stands in brackets."""
    words = heading.casefold()
    if "(" in words or "[" in words:
        words = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", words)
    plain = " ".join(words.strip("*_#=~-\u2013\u2014:. \t").split())
    return _dated().sub("", plain) if plain[-1:].isdigit() or plain.endswith("today") else plain


@cache
def _study() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:mri?|ct|cat scan|x-?rays?|xrs?|radiographs?|films?|myelograms?|bone scan|ultrasound"
        r"|radiolog(?:y|ist)\w*)\b",
        re.IGNORECASE,
    )


@cache
def _part_of_report() -> re.Pattern[str]:
    return re.compile(r"\b(?:impressions?|conclusions?|findings|results?|levels|report|read)\b")


@cache
def _own_part() -> re.Pattern[str]:
    """Match words of a heading that is the writer's own, or of a statement that only ends like one."""
    return re.compile(
        r"\b(?:clinical|my|our|dictated|exam\w*|review\w*|discuss\w*|expla\w*|after|with|plan|ordered|pending|request\w*|no|not|to|is|are|was|were|shows?"
        r"|showed|and|await\w*|if|until|bring)\b"
    )


@cache
def _is_title_of_report() -> re.Pattern[str]:
    """Match the line that heads a report: `MRI report`."""
    return re.compile(r"\breport\W*$", re.IGNORECASE)


@cache
def _dated() -> re.Pattern[str]:
    """Match the day that a heading such as `Exam 3/2/26` or `Exam today` names after its words."""
    return re.compile(r"(?<=\w)(?: [-\u2013\u2014])?(?: of| on)? (?:today|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})$")


@cache
def _head() -> re.Pattern[str]:
    number = r"(?:(?:[IVX]{1,4}|\d{1,2})[.)][ \t]+)?"
    opened = r"(?P<open>#{1,6}[ \t]*(?:\*\*)?|\*\*|__|=+[ \t]*)?"
    words = r"(?P<words>[A-Za-z][^\n:*]{0,90}?)"
    mark = r"(?:\*\*|__)?[ \t]{0,8}(?P<mark>:(?:\*\*|__)?|[ ](?:--?|\u2013|\u2014)(?=[ \t])|/(?=[ \t]))(?:\*\*)?[ \t]*"
    closed = r"(?:\*\*|__|=)*[ \t#]*$"
    return re.compile(rf"[ \t\ufeff]*(?:>{{1,3}}[ \t]*)?{number}{opened}{words}(?:{mark}|{closed})")


@cache
def _closed() -> re.Pattern[str]:
    """Match the end of a line that is blank or ends a statement."""
    return re.compile(r"(?:\n|[.!?;:)])[ ]?\n$")


@cache
def _set_off() -> re.Pattern[str]:
    dashes = r"[-\u2013\u2014]{1,3}(?=\s)"
    bullet = rf"(?P<bullet>[*+>\u2022\u25aa]+[ \t]+|{dashes}[ \t]*|[A-Z][.)][ \t]+)"
    opened = rf"(?:{bullet}|[-*+#=~<_\[({{|\u2022]{{1,12}}[ \t]*)?"
    words = r"(?P<words>[A-Za-z](?:[\w/&+'-]|[ ](?![ .])){0,40}?)"
    leaders = r"[ \t]*(?:\.{3,}|\u2026)"
    closed = r"[ \t]*[\])}*_~#=<>|-]{1,12}:?(?=\s|$)"
    joined = rf"[ ]?(?:[>=|\u2192]|[-=]>|{dashes})"
    marks = rf"(?:(?P<gap>{leaders}|[ ]{{2,}}|[ ]?\t)|/(?=\s|$)|{closed}|{joined}|:|(?P<point>\.)(?=[ \t]+[A-Z\d]))"
    return re.compile(rf"[ \t\ufeff]*(?:\d{{1,2}}[.)][ \t]+)?{opened}{words}{marks}[ \t]*")


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z/&-]+(?:[ \t]+|$)")


@cache
def _shout() -> re.Pattern[str]:
    """Capitals that go on, or nothing: then the words before them are no heading."""
    return re.compile(r"(?:[A-Z]{3,}|OF)\b(?!:)|\W*$")


@cache
def _first_words() -> frozenset[str]:
    """First words of all headings, which spare most lines a closer look."""
    return frozenset(heading.partition(" ")[0] for heading in _table())


@cache
def _table() -> dict[str, tuple[str, Place]]:
    return {heading: (section, place) for heading, section, place in read_rows("headings.csv")}
