"""Speech without punctuation → the sentences that a listener would hear.

Raw recognition output has no marks: the words around each gap tell where sentences end. Whatever a text is made of, no
sentence is longer than anybody says, so that the time to read a text grows as the text does.
"""

import re
from collections.abc import Iterator
from functools import cache

from scribe.documents.lowered import lowered
from scribe.documents.sentence_ends import find_ends
from scribe.schema import Span

_FEWEST_WORDS = 12
"""Fewer words are one sentence."""
_LONGEST = 400
"""Characters beyond which writing has some mark."""
_LONGEST_SENTENCE = 1_000
"""Characters; the longest of 38,000 sentences of real visits and notes has 700."""
_WRITTEN = ("\n", ":", "|", ";", ",", "/", "(", " comma ", " period ")
"""Marks of which writing of some length has one, and recognized speech none."""


def split_run_ons(text: str, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Split the sentences that have many words and no punctuation.

    Args:
        text: The text.
        sentences: Spans of its sentences in order.
    """
    lower = lowered(text)
    return tuple(part for span in sentences for part in (_parts(lower, *span) if _runs_on(lower, *span) else (span,)))


def split_unwritten(text: str, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Split the sentences of a note that nobody wrote: long ones of one line without any mark, as recognition gives.

    Args:
        text: The text.
        sentences: Spans of its sentences in order.
    """
    if all(end - start < _LONGEST for start, end in sentences):
        return sentences
    lower = lowered(text)
    return tuple(
        part
        for start, end in sentences
        for part in (_parts(lower, start, end) if _is_unwritten(text, start, end) else ((start, end),))
    )


def _is_unwritten(text: str, start: int, end: int) -> bool:
    unmarked = end - start >= _LONGEST and not any(mark in text[start:end] for mark in _WRITTEN)
    return unmarked and _runs_on(text, start, end)


def split_endless(text: str, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
    """Split the sentences that are longer than anybody says: after a comma or semicolon, else between words.

    Args:
        text: The text.
        sentences: Spans of its sentences in order.
    """
    if all(end - start <= _LONGEST_SENTENCE for start, end in sentences):
        return sentences
    return tuple(piece for sentence in sentences for piece in _pieces(text, *sentence))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST_SENTENCE:
        cut = _cut(text, start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE)
        yield start, _trimmed(text, start, cut)
        start = _resumed(text, cut, end)
    if start < end:
        yield start, end


def _cut(text: str, start: int, end: int) -> int:
    """Return where the last part ends that a stretch of text holds whole; its end where it holds none."""
    mark = max(text.rfind(mark, start, end) for mark in [",", ";"])
    return next((at + 1 for at in (mark, text.rfind(" ", start, end)) if at >= start), end)


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether a sentence has many words and no marks inside."""
    if end - start >= _LONGEST:  # It may hold the point of a title, or a mark that recognition set once.
        return sum(1 for _ in _mark().finditer(text, start, end - 1)) * _LONGEST <= end - start
    # Where a mark ends a sentence marks are written, and it has none inside.
    if text.endswith((".", "!", "?"), start, end) or len(text[start:end].split()) < _FEWEST_WORDS:
        return False
    return _mark().search(text, start, end - 1) is None


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for stop in find_ends(text, start, end):
        yield at, stop
        at = _resumed(text, stop, end)
    yield at, end


def _resumed(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


@cache
def _mark() -> re.Pattern[str]:
    # The mark comes first: to look behind every letter takes ten times as long.
    return re.compile(r"[.!?;,](?=\s|$)(?<!\bdr.)(?<!\bmr.)(?<!\bms.)(?<!\bmrs.)")
