"""Items of an assessment that bare numbers part: `1 Neck pain 2 SD of the head and neck 3 Headache`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from scribe.schema import Section, Span


def split_items(text: str, sections: Sequence[Section], sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Split the sentences of assessments that count their items without a mark.

    Args:
        text: The text.
        sections: Its sections, in order.
        sentences: Spans of its sentences, in order.
    """
    counted = [section.span for section in sections if section.name == "assessment"]
    if not counted:
        return tuple(sentences)
    return tuple(
        part
        for start, end in sentences
        for part in (_items(text, start, end) if _is_counted(text, start, end, counted) else [(start, end)])
    )


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


@cache
def _first() -> re.Pattern[str]:
    return re.compile(r"1 (?=[A-Za-z])")


@cache
def _next() -> re.Pattern[str]:
    times = r"days?|wks?|weeks?|mos?|months?|yrs?|years?|times?|x"
    units = r"views?|levels?|regions?|areas?|visits?|out|of|to|plus|mm|cm"
    return re.compile(rf"(?<![/-]) (?P<number>[2-9]) (?=[A-Za-z])(?!(?:{times}|{units})\b)")
