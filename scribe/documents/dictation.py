"""Spoken structure: punctuation and headings that a dictating clinician says aloud."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scribe.documents.headings import Heading, heading_name


class SpokenMark(NamedTuple):
    """A punctuation mark or a break, said as a word."""

    word: str
    """Which one, in lower case."""
    start: int
    """Where it starts."""
    end: int
    """Where it ends."""


BREAKS = frozenset({"new paragraph", "next paragraph", "new line", "next line", "new section"})
"""Spoken words that start a paragraph."""
STOPS = frozenset({"period", "full stop", "question mark", "exclamation point", "exclamation mark"})
"""Spoken words that end a sentence."""


_MARKS = (
    r"\b(?:period|comma|colon|semicolon|full stop|question mark|exclamation (?:point|mark)"
    r"|(?:new|next) (?:paragraph|line)|new section|(?:open|close) (?:paren|parenthes[ie]s))\b"
)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(_MARKS, re.IGNORECASE)


@cache
def _time_before() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:a|an|the|this|that|her|my|your|last|first|each|every|same|long|short|brief|menstrual|missed|late|"
        r"heavy|grace|rest|trial|time|day|week|month|hour|year|minute|waiting|recovery|global|postoperative|healing)|-)\s+$",
        re.IGNORECASE,
    )


def spoken_marks(text: str, start: int, end: int) -> Iterator[SpokenMark]:
    """Punctuation said aloud; a period of time and a menstrual period are none.

    Args:
        text: The text.
        start: Where to look from.
        end: Where to look to.

    Yields:
        The marks in order.
    """
    for match in _marks().finditer(text, start, end):
        word = " ".join(match[0].lower().split())
        if word == "period" and _is_time(text, match.start(), match.end()):
            continue
        yield SpokenMark(word, match.start(), match.end())


def _is_time(text: str, start: int, end: int) -> bool:
    if re.compile(r"\s+of\b").match(text, end):
        return True
    return _time_before().search(text, max(0, start - 24), start) is not None


_FEWEST = 3
_MANY = 4
_LONE = frozenset({"comma", "colon", "full stop", "new paragraph", "next paragraph"})
"""Spoken marks that are seldom anything else."""


def speaks_marks(text: str) -> bool:
    """Whether punctuation is said aloud throughout, rather than written.

    Args:
        text: The text.

    Returns:
        True where at least three spoken marks outnumber the written stops.
    """
    lower = text.lower()
    if "period" not in lower and not any(word in lower for word in _LONE):
        return False
    if len(re.findall(_MARKS, lower)) < _FEWEST:
        return False
    spoken = 0
    lone = 0
    for mark in spoken_marks(text, 0, len(text)):
        spoken += 1
        lone += mark.word in _LONE
    if spoken < _FEWEST:
        return False
    written = len(re.findall(r"[.?!](?=\s|$)", text))
    return spoken > written and (lone > 0 or (spoken >= _MANY and not written))


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[.!?]\s{1,8}|\n\s{0,8}|\b(?:period|(?:new|next) (?:paragraph|line|section)|full stop)[,.]?\s{1,8})"
        r"(?P<heading>(?P<words>(?!(?:new|next)[ ](?:paragraph|line|section)\b)"
        r"[a-z][a-z/']{1,20}(?:[ ](?!colon\b)[a-z]{1,14}){0,4}?)"
        r"(?P<mark>[ ]colon\b[,.]?|[ ]?[.:,]|(?=[ ](?:[A-Z]\d|[Cc][Pp][Tt]\b|\d{5}\b)))\s*)",
        re.IGNORECASE,
    )


@cache
def _bare_heading() -> re.Pattern[str]:
    """A part of a note that opens a spoken paragraph without a mark: `new paragraph assessment one ...`."""
    return re.compile(
        r"(?:\b(?:(?:new|next)[ ](?:paragraph|line)|new section)[,.]?\s{1,8}|\n\s{0,8})"
        r"(?P<heading>(?P<words>subjective|objective|assessment(?: and plan)?|impression|diagnos[ei]s|plan)\b)"
        r"(?=[ \n]+(?!is\b|was\b|of\b|will\b|to\b|for\b|colon\b|are\b|were\b|has\b)\w)",
        re.IGNORECASE,
    )


_WITH_COMMA = frozenset(
    {"impression", "assessment", "plan", "diagnosis", "objective", "subjective", "assessment and plan"}
)


def spoken_headings(text: str, start: int, end: int) -> Iterator[Heading]:
    """Headings in run-on dictation: `assessment colon`, `Impression.`, `Plan,`, `On exam`.

    Args:
        text: The text.
        start: Where to look from.
        end: Where to look to.

    Yields:
        The headings in order.
    """
    marked = {heading.start: heading for heading in _marked_headings(text, start, end)}
    bare = {heading.start: heading for heading in _bare_headings(text, start, end)}
    yield from (heading for _, heading in sorted((bare | marked).items()))


def _bare_headings(text: str, start: int, end: int) -> Iterator[Heading]:
    for match in _bare_heading().finditer(text, start, end):
        if name := heading_name(match["words"].lower(), colon=True):
            yield Heading(name, match.start("heading"), match.end("heading"))


def _marked_headings(text: str, start: int, end: int) -> Iterator[Heading]:
    at = start
    while match := _heading().search(text, at, end):
        at = max(match.start("words"), at + 1)
        words, mark = match["words"].lower(), match["mark"].strip().lower()
        spoken_colon = mark.startswith(("colon", ":"))
        if mark == "," and words not in _WITH_COMMA:
            continue
        if name := heading_name(words, colon=spoken_colon or not mark):
            yield Heading(name, match.start("heading"), match.end("heading"))
