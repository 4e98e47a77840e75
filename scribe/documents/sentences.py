"""Sentences."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from scribe.documents.dictation import BREAKS, STOPS, spoken_marks
from scribe.documents.label_values import labels_value
from scribe.documents.lines import trim
from scribe.documents.plain import writes_one_case, writes_small
from scribe.documents.tables import read_rows
from scribe.schema import Span

_LONGEST_ABBREVIATION = 12
_LONGEST_NUMBER = 2
"""Digits in the number of a list item."""
_LONG_LINE = 40
"""Characters from which a line may be prose that goes on in the next."""
_WIDEST = 132
"""Characters to which a text is wrapped at most."""
_NEAR = 15
"""Characters by which wrapped lines fall short of the width: one long word."""
_SIDES = frozenset({"L", "R", "B"})
"""Letters of sides."""
_BEFORE_SIDE = frozenset({"the", "a", "of", "at", "and", "or", "in", "over", "to", "on", "near", "along", "&", "from"})
"""Words that a place with its side follows."""
_HANGING = frozenset({"of", "the", "at", "and", "with", "over", "or", "from", "for", "to", "by", "without", "both"})
"""Words that close no line, and so go on in the next."""
_COUNT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
"""Numbers of the items of a list that is counted aloud."""
_FEWEST = 3
"""Lines near the width that show a text to be wrapped, and paragraphs that show how a writer begins them."""


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
    says = _word().search
    for start, end in blocks:
        breaks = [*_written_breaks(text, start, end, width)]
        if ";" in text[start:end]:
            breaks = sorted([*breaks, *(match.span() for match in _next_region().finditer(text, start, end))])
        if spoken:
            breaks = sorted([*breaks, *_spoken_breaks(text, start, end)])
        at = start
        for stop, resume in (*breaks, (end, end)):
            span = trim(text, at, max(at, stop))
            if says(text, *span):
                sentences.append(span)
            at = max(at, resume)
    return tuple(sentences)


def wrap_width(lines: tuple[Span, ...]) -> int | None:
    """Width at which the lines of a note are wrapped.

    Args:
        lines: The lines.

    Returns:
        The greatest line length where many lines come close to it, else None.
    """
    lengths = [end - start for start, end in lines if end > start]
    widest = max(lengths, default=0)
    near = sum(length > widest - _NEAR for length in lengths)
    is_wrapped = _LONG_LINE <= widest <= _WIDEST and near >= _FEWEST and near * 5 >= len(lengths)
    return widest if is_wrapped else None


def _spoken_breaks(text: str, start: int, end: int) -> Iterator[Span]:
    """Where spoken marks end a sentence, and where the next may start."""
    for mark in spoken_marks(text, start, end):
        if mark.word in STOPS:
            yield mark.end, mark.end
        elif mark.word in BREAKS:
            yield mark.start, mark.end
    yield from _spoken_items(text, start, end)


def _spoken_items(text: str, start: int, end: int) -> Iterator[Span]:
    """Where the items start of a list that is counted aloud, as in `assessment one neck pain two headache`."""
    number = int(text[start : start + len("one ")].lower() == "one ")
    for match in _spoken_item().finditer(text, start, end):
        if match["first"]:
            number = 1
        elif number and _COUNT[number : number + 1] == (match["next"].lower(),):
            number += 1
            yield match.start("next"), match.start("next")


def _written_breaks(text: str, start: int, end: int, width: int | None) -> Iterator[Span]:
    """Where written marks and line ends end a sentence, and where the next may start."""
    sentence = start
    line: int | None = None
    number = 0
    for match in _candidates().finditer(text, start, end):
        stop, resume = match.span()
        if text[stop] == "\n":
            goes_on = _goes_on(text, (_line_start(text, start) if line is None else line, stop), (resume, end), width)
            line = resume
            if not goes_on:
                yield stop, resume
                sentence = resume
            continue
        token = _token_start(text, sentence, stop)
        item = _item_number(text[token:stop], match[0])
        if item and _opens_list(text, sentence, token, item):
            number = item
        elif item and number and item == number + 1:
            number = item
            yield token, token
            sentence = token
        elif _ends(text, token, match):
            yield resume, resume
            sentence = resume


def _line_start(text: str, at: int) -> int:
    """Where the line of a position starts, or somewhat before it where no wrapped line is that long."""
    window = max(0, at - _WIDEST)
    return max(text.rfind("\n", window, at) + 1, window)


def _goes_on(text: str, line: Span, rest: Span, width: int | None) -> bool:
    """Whether a sentence goes on from the end of a line into the rest of its block."""
    start, stop = line
    if (width is not None and _runs_over(text, line, rest, width)) or labels_value(text, line, rest):
        return True
    following = _below(text, line, rest)
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if following is None or stop == start or text[stop - 1] in ".!?:":
        return False
    full = width is not None and stop - start + 1 + len(following[1]) > width
    if full or text[max(start, stop - _NEAR) : stop].rsplit(maxsplit=1)[-1] in _HANGING:
        return True
    if not following[1][0].islower():
        return False
    if text[stop - 1] == ",":
        return True
    long = stop - start >= _LONG_LINE and not _is_endless(text)
    return long and not _is_item(text, start, following.start(1)) and _begins_large(text)


def ends_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a line is as full as it can be, and the next begins no item, so that a paragraph goes on in it.

    Args:
        text: The text.
        line: A line.
        following: The line after it.
        width: Width at which the lines are wrapped.
    """
    word = _below(text, line, following)
    written = text[slice(*line)].rstrip()
    return word is not None and written[-1:] not in {"", ":"} and len(written) + 1 + len(word[1]) > width


def _runs_over(text: str, line: Span, rest: Span, width: int) -> bool:
    """Whether a full line goes on in small letters, be it around a colon: `and not` above `to be found: an abscess`."""
    word = _first_word().match(text, *rest)
    written = text[slice(*line)].rstrip()
    if word is None or "\n" in text[rest[0] : word.start(1)] or not word[1][0].islower() or _is_row(written):
        return False
    full = written[-1:] not in {"", ".", "!", "?"} and len(written) + 1 + len(word[1]) > width
    return full and not _is_item(text, line[0], word.start(1)) and not writes_small(text)


def _below(text: str, line: Span, rest: Span) -> re.Match[str] | None:
    """The word with which a line may go on in what follows it; none below a row of a table, or where an item begins."""
    if _blank_or_item().match(text, *rest) or _is_row(text[slice(*line)]):
        return None
    return _first_word().match(text, *rest)


@lru_cache(maxsize=1)
def _is_endless(text: str) -> bool:
    """Whether a writer lets a line run on beyond any width, and so wraps none."""
    return any(len(line) > _WIDEST for line in text.splitlines())


@lru_cache(maxsize=1)
def _begins_large(text: str) -> bool:
    """Whether a writer begins paragraphs with capitals, so that a small letter shows a line to go on."""
    first = [str(match["first"]) for match in _beginning().finditer(text)]
    if len(first) < _FEWEST:
        return not any(letter.islower() for letter in first[:1])
    return 2 * sum(letter.islower() for letter in first) <= len(first)


def _is_row(line: str) -> bool:
    """Whether a line is one of a table: with bars, with two wide gaps, or with a row of dots."""
    return "|" in line or "....." in line or len(_wide_gap().findall(line.strip())) > 1


@cache
def _wide_gap() -> re.Pattern[str]:
    return re.compile(r"\t+| {3,}")


def _is_item(text: str, line: int, following: int) -> bool:
    """Whether a line is indented as far as the one before it, as the items of a list without marks are."""
    indents = [text[at : _first_of(text, at)] for at in (line, text.rfind("\n", 0, following) + 1)]
    return indents[0] != "" and indents[0] == indents[1]


def _first_of(text: str, at: int) -> int:
    """Where the words of a line start."""
    while at < len(text) and text[at] in " \t":
        at += 1
    return at


def _token_start(text: str, start: int, stop: int) -> int:
    """Where the run of other than white space that stops here starts, as far as an abbreviation reaches."""
    token = stop
    while token > start and stop - token <= _LONGEST_ABBREVIATION and not text[token - 1].isspace():
        token -= 1
    return token


def _item_number(token: str, mark: str) -> int:
    """The number of a list item such as `2.`; 0 for all else."""
    return int(token) if mark[0] == "." and len(token) <= _LONGEST_NUMBER and token.isdecimal() else 0


def _opens_list(text: str, sentence: int, token: int, item: int) -> bool:
    """Whether the number of a list item stands first in its sentence, or is the first after a colon."""
    before = text[sentence:token].strip(" \t\n(")
    return not before or (item == 1 and before[-1] == ":")


def _ends(text: str, token: int, match: re.Match[str]) -> bool:
    """Whether a mark ends a sentence."""
    mark, following = match[0], match["following"]
    if following[:1] == "|":
        return False
    if "?" in mark or "!" in mark:
        within = mark[-1] in "\"'\u201d\u2019" and following[:1].islower()
        return not (within or (following and _leads_item(text, match)))
    if mark.startswith(".."):
        return False
    word = text[token : match.start()].lstrip("(['\"\u201c")
    ends = _abbreviations().get(word.lower(), "always")
    if word in _SIDES or ends == "side" or (word.upper() in _SIDES and writes_small(text)):
        return _ends_behind_side(text, word, token, following)
    if len(word) == 1 and word.isalpha():
        return not (_is_initial(text, word, token) and following[:1].isupper())
    if "." in word and _dotted().fullmatch(word):
        ends = "seldom"
    placed = ends == "seldom" and (following in _SIDES or _level().match(following) is not None)
    begins = not following or (following[0].isupper() and not placed)
    if ends == "last":
        ends = "always" if following[:1].isalpha() and writes_one_case(text) else "seldom"
    return ends == "always" or (ends == "seldom" and begins)


def _leads_item(text: str, match: re.Match[str]) -> bool:
    """Whether a question mark leads an item of a list and doubts what follows, as in `2. ? L5 radiculopathy`."""
    if match[0].strip("?"):
        return False
    before = text[_line_start(text, match.start()) : match.start()]
    return not (before[-1:].isdecimal() or any(letter.isalpha() for letter in before))


def _ends_behind_side(text: str, side: str, token: int, following: str) -> bool:
    """Whether a sentence ends behind a side with a point.

    It does in `tender Rt. No spasm`, `C3 FRS L. T4 ERS R.` and `leans to L. Spine ...`, but not in `Rt. SI joint` and
    `at the L. T4`.
    """
    before = text[max(0, token - _NEAR) : token].rstrip(" \t")
    if not before or before[-1].isspace() or before[-1] in ".!?:;,(":
        return False
    if not following or (following[0].isupper() and (following[1:2].islower() or following[1:2] == "/")):
        return True
    last = before.split()[-1].lower()
    if writes_one_case(text) and following[0].isalpha():
        return last in {"on", "to"} or last not in _BEFORE_SIDE or _pairs_sides().search(before) is not None
    if last in {"on", "to"} and _level().match(following):
        return True
    return last not in _BEFORE_SIDE and (len(side) == 1 or following in _SIDES)


def _is_initial(text: str, letter: str, at: int) -> bool:
    """Whether a letter with a point is part of a name: first of all, or after a capital or a colon."""
    if not letter.isupper():
        return False
    before = text[max(0, at - 24) : at].split()
    return not before or before[-1][0].isupper() or before[-1][-1] == ":"


@cache
def _level() -> re.Pattern[str]:
    """Match the name of a vertebra."""
    return re.compile(r"[CTLS]\d")


@cache
def _pairs_sides() -> re.Pattern[str]:
    """Match what joins a side to the one before it, as in `+ r and l.`."""
    return re.compile(r"\b[lr] ?(?:and|&)$")


@cache
def _abbreviations() -> dict[str, str]:
    """How each abbreviation ends a sentence.

    It does so `never`; `seldom`, only where a capital follows that opens no level; as one that stands `last`, where a
    writer without capitals goes on with any letter, as in `slr neg. no clonus`; or as a `side` does.
    """
    return {row[0]: row[1] for row in read_rows("abbreviations.csv")}


@cache
def _spoken_item() -> re.Pattern[str]:
    after = r"(?=\s+(?!out\b|over\b|plus\b|of\b|to\b|through\b|times?\b|days?\b|weeks?\b|months?\b|degrees\b)[a-z]{3})"
    counted = r"(?<!\bc )(?<!\bt )(?<!\bl )(?<!\bs )(?<!\bsee )(?<!\bthe )(?<!\bof )(?<!\bto )(?<!\bover )(?<!\bplus )"
    parts = r"assessment|impression|diagnos[ei]s|plan|problems?"
    return re.compile(
        rf"\b(?:(?:{parts})(?: colon| number)?,?\s+(?P<first>one)\b"
        rf"|{counted}(?P<next>{'|'.join(_COUNT[1:])})\b{after})",
        re.IGNORECASE,
    )


@cache
def _next_region() -> re.Pattern[str]:
    """Match the semicolon before the next region of an examination: `Head - boggy; Cervical - C2 tender`."""
    spine = r"head|cranial|neck|cervical|thoracic|lumbar|sacr(?:um|al)|pelvi[cs]|ribs?|[CTL]-?spine|innominates?"
    rest = r"abd(?:omen)?|[ul]e|(?:upper|lower) ext\w*|extremities"
    return re.compile(rf";(?=[ \t]{{1,3}}(?:{spine}|{rest})[ ][-\u2013\u2014][ \t])", re.IGNORECASE)


@cache
def _candidates() -> re.Pattern[str]:
    # The first sign comes by itself, so that nothing else is looked for at every letter.
    mark = r"[.!?]*[\"'\u201d\u2019)\]]*(?=\s|$)|(?<=[a-z][a-z]\.)(?=[A-Z][a-z])"
    following = r"(?=\s*(?P<following>\S{0,40}))"
    return re.compile(rf"[.!?\n](?:(?<=\n)|(?:{mark}){following})")


@cache
def _blank_or_item() -> re.Pattern[str]:
    return re.compile(
        r"[ \t]*(?:$|\n|[-*\u2022\u2013\u2014\u25aa\u25e6+>#](?:[ \t]|(?=[A-Za-z]))"
        r"|\(?(?:\d{1,2}|[a-zA-Z])[.)][ \t]|\[[ xX]?\]|[A-Za-z][\w /&-]{0,30}:(?!\d))"
    )


@cache
def _beginning() -> re.Pattern[str]:
    """Match where a paragraph begins, or a line below one that is closed."""
    return re.compile(r"(?:\A|(?<=\n)[ ]?\n|(?<=[.!?])[ ]?\n)[ \t]*(?P<first>[A-Za-z])")


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(r"\s*(\S{1,40})")


@cache
def _dotted() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]")
