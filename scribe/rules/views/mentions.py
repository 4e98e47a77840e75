"""What the text says besides its findings: where it mentions a subject, and whether that holds for the patient now."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.documents import section_at, sentence_at
from scribe.documents.lowered import lowered
from scribe.rules.chart import Chart, once
from scribe.rules.tables import cue_words, mention_words
from scribe.schema import Document, Evidence, Span

_ASIDES = ("family_history", "return_precautions", "education", "consent")
"""Sections that do not speak of the patient now."""

_TICKED, _EMPTY = r"(?:[\[(][x\u2713\u2714][\])]|[\u2611\u2612])", r"(?:[\[(][ _]?[\])]|\u2610)"
_YES, _NO, _NEXT = r"(?:y|yes|pos|positive)\b", r"(?:n|no|neg|negative)\b", r"\s{0,9}[,/|]?\s{0,9}"
_BOXED = (
    rf"(?:{_EMPTY} ?{_YES}{_NEXT})?{_TICKED} ?{_NO}|{_YES} ?{_EMPTY}{_NEXT}{_NO} ?{_TICKED}|{_NO} ?{_TICKED}"
    rf"|{_YES} ?/ ?[\[(]{_NO}[\])]"
)
"""Boxes and choices that answer no: `[ ]Y [x]N`, `[x] no`, `Y [ ] N [x]`, `Y/(N)`."""


def affirmed(chart: Chart, subject: str) -> tuple[Evidence, ...]:
    """The clauses that state a subject of the patient, now: not denied, asked, past, possible or another person's."""
    found = (_clause(chart.document, place) for place in mentions(chart, subject) if _holds(chart.document, place))
    return tuple(quoted(chart.document, span) for span in dict.fromkeys(found))


def mentions(chart: Chart, subject: str) -> tuple[Span, ...]:
    """Where the text mentions a subject, in order."""
    return tuple(sorted(_places(_lowered(chart), subject)))


def says(text: str, subject: str) -> bool:
    """Whether some words mention a subject."""
    return next(_places(_lower(text), subject), None) is not None


def denied(document: Document, place: Span) -> bool:
    """Whether a mention is denied, asked or conditional."""
    start, end = _clause(document, place)
    return bool(
        document.text.endswith("?", 0, sentence_of(document, place)[1])
        or _cue("unsaid").search(document.text[start : place[0]])
        or _answer().match(document.text[place[1] : end])
    )


def is_planned(document: Document, place: Span) -> bool:
    """Whether a mention stands in the plan."""
    section = section_at(document, place[0])
    return section is not None and section.name == "plan"


def quoted(document: Document, span: Span) -> Evidence:
    """A piece of the text as evidence."""
    return Evidence(quote=document.text[slice(*span)], span=span, match="exact")


def sentence_of(document: Document, span: Span) -> Span:
    """The sentence in which a place stands, or the place itself between sentences."""
    return sentence_at(document, span[0]) or span


def _places(lowered: str, subject: str) -> Iterator[Span]:
    for words in mention_words()[subject]:
        stem = words.removesuffix("*")
        start = lowered.find(stem)
        while start >= 0:
            end = start + len(stem)
            inside = lowered[start - 1 : start].isalnum() or (lowered[end : end + 1].isalnum() and stem == words)
            if not inside:
                yield start, end
            start = lowered.find(stem, end)


@once
def _lowered(chart: Chart) -> str:
    return _lower(chart.document.text)


def _lower(text: str) -> str:
    """The text in lower case with plain spaces, every character in its place."""
    return lowered(text).translate({9: " ", 10: " ", 13: " ", 0x2019: "'"})


def _clause(document: Document, place: Span) -> Span:
    """The clause in which a place stands: as far as a denial or another person reaches."""
    start, end = sentence_of(document, place)
    for border in _borders().finditer(document.text, start, end):
        if border.end() <= place[0]:
            start = border.end()
        elif border.start() >= place[1]:
            end = border.start()
            break
    return start, end


def _holds(document: Document, place: Span) -> bool:
    """Whether a mention is of the patient, now."""
    section = section_at(document, place[0])
    if denied(document, place) or (section is not None and section.name in _ASIDES):
        return False
    before = document.text[_clause(document, place)[0] : place[0]]
    return not (_cue("other_person").search(before) or _cue("past").search(before.rpartition(",")[2]))


@cache
def _borders() -> re.Pattern[str]:
    return re.compile(r"\s*;\s*|,?\s+(?:but|however|although|though|except)\s+", re.IGNORECASE)


@cache
def _cue(name: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, cue_words()[name]))
    return re.compile(rf"\b(?:{words})\b|(?:{_EMPTY}|\u00f8)\s*$", re.IGNORECASE)


@cache
def _answer() -> re.Pattern[str]:
    """What takes a mention back behind it: `: no`, `(-)`, ` N /`, `[ ]Y [x]N`, or a few words on, `denied`."""
    words = "|".join(map(re.escape, cue_words()["answered"]))
    return re.compile(
        rf"\s*(?:[:=?-]\s*no\b|no(?=\s*(?:[,;./|]|$))|\(-\)|\[-\]|\W{{0,3}}(?:\w+\W{{1,3}}){{0,3}}?(?:{words})\b)"
        rf"|\w*(?:/\w+)?\s{{0,9}}[:=?]?\s{{0,9}}(?:{_BOXED}|(?-i:N|\[N\]|\(N\)|0)(?![\w/&.]\w|[/&]))",
        re.IGNORECASE,
    )
