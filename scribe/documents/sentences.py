"""Sentences."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.documents.dictation import BREAKS, STOPS, spoken_marks
from scribe.documents.lines import trim
from scribe.schema import Span

_NEVER_END = frozenset("dr drs mr mrs ms st vs v e.g i.e eg ie cf ca approx appt prof incl resp dept viz".split())
"""Abbreviations that other words always follow."""
_SELDOM_END = frozenset(
    "etc min mins max hr hrs wk wks mo mos yr yrs deg ext flex rot abd add lat med ant post inf sup bilat decr incr "
    "pos neg tol pt pts hx sx rx tx dx fx f/u pulm ortho neuro cerv thor lumb lig musc segm no nos in lb lbs mg ml cm mm "
    "am pm prn yo w wt ht bp mod sev occ freq fig jr sr para paras".split()
)
"""Abbreviations that end a sentence only where a capital follows."""
_LONGEST_ABBREVIATION = 12
_LOOK_BACK = 400
"""Characters that are read back to find the start of a line; no wrapped line is longer."""


def find_sentences(text: str, blocks: tuple[Span, ...], *, spoken: bool, width: int | None) -> tuple[Span, ...]:
    """Sentences of each block; none crosses a block.

    Args:
        text: The text.
        blocks: Stretches in order that no sentence crosses: sections or turns.
        spoken: Whether punctuation is said aloud.
        width: Width at which lines are wrapped; 0 where every line is, None where each stands for itself.

    Returns:
        Trimmed spans in order, each with a letter or digit.
    """
    sentences: list[Span] = []
    for start, end in blocks:
        at = start
        breaks = _written_breaks(text, start, end, width)
        for stop, resume in sorted((*breaks, *_spoken_breaks(text, start, end))) if spoken else breaks:
            if stop > at:
                _keep(sentences, text, at, stop)
            at = max(at, resume)
        _keep(sentences, text, at, end)
    return tuple(sentences)


def _keep(sentences: list[Span], text: str, start: int, end: int) -> None:
    span = trim(text, start, end)
    if _has_word().search(text, *span):
        sentences.append(span)


def _spoken_breaks(text: str, start: int, end: int) -> Iterator[Span]:
    """Where spoken marks end a sentence, and where the next may start."""
    for mark in spoken_marks(text, start, end):
        if mark.word in STOPS:
            yield mark.end, mark.end
        elif mark.word in BREAKS:
            yield mark.start, mark.end


def _written_breaks(text: str, start: int, end: int, width: int | None) -> Iterator[Span]:
    """Where written marks and line ends end a sentence, and where the next may start."""
    sentence = start
    line = (
        max(text.rfind("\n", max(0, start - _LOOK_BACK), start), text.rfind("\r", max(0, start - _LOOK_BACK), start))
        + 1
    )
    number = 0
    for match in _candidates().finditer(text, start, end):
        stop, resume = match.span()
        if text[stop] in "\r\n":
            wrapped = _goes_on(text, line, stop, resume, end, width)
            line = resume
            if wrapped:
                continue
        else:
            token = _token_before(text, sentence, stop)
            word = text[token:stop]
            if word.isdecimal() and len(word) <= 2 and match[0][0] == ".":
                if not text[sentence:token].strip(" \t\r\n(") or (
                    word == "1" and text[max(sentence, token - 2) : token].strip() == ":"
                ):
                    number = int(word)
                    continue
                if int(word) == number + 1 and number:
                    number += 1
                    yield token, token
                    sentence = token
                    continue
            if not _ends(text, word, token, match, end):
                continue
            stop = resume
        yield stop, resume
        sentence = resume


def _goes_on(text: str, line: int, stop: int, start: int, end: int, width: int | None) -> bool:
    """Whether a sentence goes on from the line that stops here into the line that starts here."""
    if _blank_or_item().match(text, start, end):
        return False
    last = stop
    while last > line and text[last - 1] in " \t":
        last -= 1
    if last == line or text[last - 1] in ".!?:":
        return False
    following = _first_word().match(text, start, end)
    if following is None:
        return False
    length = last - line
    if width is not None and length + 1 + len(following[1]) > width:
        return True
    return following[1][0].islower() and (length >= 40 or text[last - 1] == ",")


def _token_before(text: str, start: int, stop: int) -> int:
    """Where the run of other than white space that stops here starts."""
    token = stop
    while token > start and stop - token <= _LONGEST_ABBREVIATION and not text[token - 1].isspace():
        token -= 1
    return token


def _ends(text: str, word: str, token: int, match: re.Match[str], end: int) -> bool:
    """Whether a mark ends a sentence."""
    mark = match[0]
    after = _first_word().match(text, match.end(), end)
    next_word = after[1] if after else ""
    if "?" in mark or "!" in mark:
        return not (mark[-1] in "\"'\u201d\u2019" and next_word[:1].islower())
    if mark.startswith(".."):
        return False
    plain = word.lower().lstrip("(['\"\u201c").rstrip(".")
    if not plain:
        return True
    if plain in _NEVER_END:
        return False
    if len(plain) == 1 and plain.isalpha():
        return not (_is_initial(text, word, token) and next_word[:1].isupper())
    if plain in _SELDOM_END or _dotted().fullmatch(plain):
        return next_word[:1].isupper() or not next_word
    return True


def _is_initial(text: str, word: str, token: int) -> bool:
    """Whether a capital with a point is part of a name: first of all, or after a capital or a colon; and no side."""
    if not word.isupper() or word in {"L", "R", "B"}:
        return False
    before = text[max(0, token - 24) : token].split()
    return not before or before[-1][0].isupper() or before[-1][-1] == ":"


def wrap_width(lines: tuple[Span, ...]) -> int | None:
    """Width at which the lines of a note are wrapped.

    Args:
        lines: The lines.

    Returns:
        The greatest line length where many lines come close to it, else None.
    """
    lengths = [end - start for start, end in lines if end > start]
    widest = max(lengths, default=0)
    if not 40 <= widest <= 132:
        return None
    near = sum(length > widest - 15 for length in lengths)
    return widest if near >= 3 and near * 5 >= len(lengths) else None


@cache
def _candidates() -> re.Pattern[str]:
    return re.compile(r"[.!?]+[\"'\u201d\u2019)\]]*(?=\s|$)|\r\n?|\n|(?<=[a-z][a-z])\.(?=[A-Z][a-z])")


@cache
def _blank_or_item() -> re.Pattern[str]:
    return re.compile(
        r"[ \t]*(?:$|[\r\n]|[-*\u2022\u2013\u2014\u25aa\u25e6+>#][ \t]|\(?(?:\d{1,2}|[a-zA-Z])[.)][ \t]|\[[ xX]?\]|[A-Za-z][\w /&-]{0,30}:(?!\d))"
    )


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(r"\s*(\S{1,40})")


@cache
def _dotted() -> re.Pattern[str]:
    return re.compile(r"(?:[a-z]\.)+[a-z]")


@cache
def _has_word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]")
