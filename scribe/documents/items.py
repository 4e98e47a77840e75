"""Items within a line: `1) Neck pain 2) SD of the head`, `# Neck pain # SD of the head`, `Spasm: N  Edema: Y`.

In an assessment bare numbers part them, too.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from scribe.documents.label_values import ANSWERS
from scribe.documents.lines import trim
from scribe.schema import Section, Span


def split_items(text: str, sections: Sequence[Section], sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Split the sentences that count items with brackets or answer several labels, and assessments without marks.

    Args:
        text: The text.
        sections: Its sections, in order.
        sentences: Spans of its sentences, in order.
    """
    parts = [part for span in sentences for part in _bracketed(text, *span)] if _counts(text) else sentences
    parts = [part for span in parts for part in _hashed(text, *span)] if "#" in text else parts
    parts = [part for span in parts for part in _answered(text, *span)]
    counted = [section.span for section in sections if section.name == "assessment"]
    if not counted:
        return tuple(parts)
    return tuple(
        part
        for start, end in parts
        for part in (_items(text, start, end) if _is_counted(text, start, end, counted) else [(start, end)])
    )


def _counts(text: str) -> bool:
    """Tell whether a text holds a second item."""
    return any(second in text for second in ("2)", "b)", "B)"))


def _bracketed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the items of a sentence that opens with the first one: `1) Neck pain 2) SD`, `a) T4 stuck b) L5 sore`."""
    number = 0
    for match in _item().finditer(text, start, end):
        follows = _place_of(match["number"]) == number + 1 and (number or match.start() == start)
        if follows and not _closes(text, start, match):
            if number:
                yield trim(text, start, match.start())
                start = match.start()
            number += 1
    yield start, end


def _hashed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the items of a sentence that opens with a hash, as a list of problems does: `# Neck pain # SD, head`."""
    hashes = [match.start() for match in _hash().finditer(text, start + 1, end)] if text[start] == "#" else []
    for at in hashes:
        yield trim(text, start, at)
        start = at
    yield start, end


def _place_of(sign: str) -> int:
    """Which item a number or letter opens."""
    return int(sign) if sign.isdecimal() else ord(sign.lower()) - ord("a") + 1


def _answered(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the labels with their answers that follow each other without a mark: `Numbness: N  Weakness: Y`.

    Where they have no colon either, a row is nothing else: `Numbness No Weakness Yes`.
    """
    if _row().fullmatch(text, start, end):
        yield from (cell.span() for cell in _cell().finditer(text, start, end))
        return
    if text.count(":", start, end) > 1:
        for match in _answer().finditer(text, start, end):
            yield start, match.start("gap")
            start = match.end("gap")
    yield start, end


def _is_counted(text: str, start: int, end: int, counted: Sequence[Span]) -> bool:
    return _first().match(text, start, end) is not None and any(one <= start < other for one, other in counted)


def _items(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the items: each number is one more than that before it, and counts nothing itself."""
    number = 1
    for match in _next().finditer(text, start, end):
        if int(match["number"]) == number + 1:
            yield start, match.start()
            start, number = match.start("number"), number + 1
    yield start, end


def _closes(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a bracket behind a number closes one that was opened before it, as in `(see page 2)`."""
    opened, closed = (text.rfind(mark, start, match.start("number") - 1) for mark in "()")
    return opened > closed and not match[0].startswith("(")


@cache
def _hash() -> re.Pattern[str]:
    """Match a hash that opens a further item, and counts nothing, as the one in `rib #5` does."""
    return re.compile(r"(?<=\s)#(?=\s?[A-Za-z])")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)\(?(?P<number>[1-9A-Ha-h])\) ?(?=[A-Za-z])")


@cache
def _answer() -> re.Pattern[str]:
    """Match an answer behind its label, and the gap before the next label."""
    words = rf"{ANSWERS}|y(?:es)?|no?|[-+]"
    # These tell more of the same: `Thoracic dysfunction: Y  level: T8`.
    more = r"(?!(?:levels?|sides?|where|which|grade|location|onset|since|type|severity|if\b)[^:]{0,12}:)"
    label = rf"{more}[A-Za-z][\w/()'-]*(?:[ \t][\w/()'-]+){{0,3}}:"
    return re.compile(rf":[ \t]*(?:{words})(?P<gap>[ \t]+)(?={label}(?!\d))", re.IGNORECASE)


_ANSWERED = r"(?:yes|no|none|denie[sd]|[YN])(?!\w)"
_CELL = rf"[A-Z](?!es\b|o\b|one\b)[\w/'-]*(?:[ ](?!(?i:{_ANSWERED}))[A-Za-z][\w/'-]*){{0,4}}[ \t]+(?i:{_ANSWERED})"


@cache
def _cell() -> re.Pattern[str]:
    return re.compile(_CELL)


@cache
def _row() -> re.Pattern[str]:
    return re.compile(rf"{_CELL}(?:[ \t]+{_CELL})+[.]?")


@cache
def _first() -> re.Pattern[str]:
    return re.compile(r"1 (?=[A-Za-z])")


@cache
def _next() -> re.Pattern[str]:
    times = r"days?|wks?|weeks?|mos?|months?|yrs?|years?|times?|x"
    units = r"views?|levels?|regions?|areas?|visits?|out|of|to|plus|mm|cm"
    return re.compile(rf"(?<![/-]) (?P<number>[2-9]) (?=[A-Za-z])(?!(?:{times}|{units})\b)")
