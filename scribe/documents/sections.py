"""Headings → sections."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from scribe.documents.dictation import spoken_headings
from scribe.documents.headings import CODE, Heading, heading_name, line_heading
from scribe.documents.lines import trim
from scribe.schema import Section, Span

_ASIDES = frozenset(
    {
        "past_history",
        "family_history",
        "social_history",
        "medications",
        "vitals",
        "imaging",
        "codes",
        "return_precautions",
    }
)
"""Sections that end with their paragraph when their heading shares a line with their words."""

_BEFORE = {
    "objective": frozenset({"subjective", "history", "review_of_systems"}),
    "assessment": frozenset({"objective", "exam", "structural_exam", "procedure"}),
    "plan": frozenset({"assessment"}),
}
"""Which sections may stand before one that a single letter opens inside a line: `P: 72` is a pulse."""


def find_sections(text: str, lines: tuple[Span, ...]) -> tuple[Section, ...]:
    """Sections of a note.

    A section reaches to the next heading. A remark such as `FH: ...` or
    `MRI lumbar: ...` ends with its paragraph, and its parent goes on.

    Args:
        text: The text.
        lines: Its lines.

    Returns:
        The sections in order, not nested; words before the first heading are `preamble`.
    """
    return _between(text, list(_openings(text, lines, 0)), len(text))


def find_dictated_sections(text: str) -> tuple[Section, ...]:
    """Sections of a dictation, whose headings are spoken.

    Args:
        text: The text.

    Returns:
        The sections in order, words before the first heading as `preamble`; none where no heading is spoken.
    """
    headings = list(spoken_headings(text, 0, len(text)))
    return _between(text, [Heading("preamble", 0, 0), *headings], len(text)) if headings else ()


def find_unsaid_sections(text: str, lines: tuple[Span, ...], unsaid: tuple[Span, ...]) -> tuple[Section, ...]:
    """Sections of what nobody says in a dialogue: the head of a recording, codes added below it.

    Args:
        text: The text.
        lines: Its lines.
        unsaid: The stretches between turns that are no labels, each from the start of a line.

    Returns:
        The sections in order.
    """
    sections: list[Section] = []
    for start, end in unsaid:
        first = bisect_left(lines, start, key=itemgetter(0))
        last = bisect_left(lines, end, key=itemgetter(0))
        sections += _between(text, list(_openings(text, lines[first:last], start)), end)
    return tuple(sections)


def _between(text: str, openings: list[Heading], end: int) -> tuple[Section, ...]:
    """What follows each opening up to the next, without white space around it."""
    ends = [opening.start for opening in openings[1:]] + [end]
    sections = []
    for opening, stop in zip(openings, ends, strict=True):
        span = trim(text, opening.end, stop)
        if span[0] < span[1]:
            sections.append(Section(name=opening.name, span=span))
    return tuple(sections)


def _openings(text: str, lines: tuple[Span, ...], at: int) -> Iterator[Heading]:
    """Where sections start, with a heading or without."""
    yield Heading("preamble", at, at)
    parent = "preamble"
    aside = False
    for start, end in lines:
        if start == end or text[start:end].isspace():
            if aside:
                yield Heading(parent, start, end)
                aside = False
            continue
        if heading := line_heading(text, start, end):
            yield heading
            aside = heading.name in _ASIDES and heading.end < end
            parent = parent if aside else heading.name
        elif _is_codes(text, start, end):
            yield Heading("codes", start, start)
            yield Heading(parent, end, end)
            aside = False
        elif aside and _is_labelled().match(text, start, end):
            yield Heading(parent, start, start)
            aside = False
        for heading in _inner_headings(text, start, end):
            if text[heading.start + 1] == ":" and parent not in _BEFORE.get(heading.name, ()):
                continue
            yield heading
            aside = heading.name in _ASIDES
            parent = parent if aside else heading.name


def _inner_headings(text: str, start: int, end: int) -> Iterator[Heading]:
    """Headings inside a line, after a sentence or a gap."""
    for match in _inner().finditer(text, start, end):
        words = match["words"]
        name = heading_name(words, colon=True)
        if name:
            yield Heading(name, match.start("words"), match.end())


def _is_codes(text: str, start: int, end: int) -> bool:
    """Whether a line holds nothing but codes and their counts."""
    at, _ = trim(text, start, end)
    if not CODE.match(text, at, end):
        return False
    rest = _code_words().sub(" ", CODE.sub(" ", text[start:end]))
    return re.search(r"[^\W\d_]{2}", rest) is None


@cache
def _code_words() -> re.Pattern[str]:
    return re.compile(
        r"(?i:\b(?:codes?|sent|icd(?:-10)?(?:-cm)?|cpt|dx|billed|units?|and|with|at|gp|d\.?o|d\.?c|m\.?d|p\.?t|x ?\d+)\b)"
        r"|\b[A-TV-Z]\d[\dA-Z]\b"
    )


@cache
def _is_labelled() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:[-*\u2022]+[ \t]*)?[A-Za-z][\w /&()-]{0,40}:(?!\d)")


@cache
def _inner() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=[.!?;)\]][ \t])|(?<=[ \t]{2})|(?<=\t))(?P<words>[A-Z][A-Za-z/&' -]{0,40}?):[ \t]*")
