"""Whether a span starts and ends where words, numbers, sentences and turns do."""

import re
from bisect import bisect_right
from functools import cache

from scribe.documents import sentence_at
from scribe.extraction.quotes.tokens import tokenize
from scribe.schema import Document, Span

_LONGEST_WORD = 40
_LINKS = {("out", "of"), ("to",), ("point",)}
"""Words that join two numbers into one: `four out of five`, `five to ten`."""
_LONGEST_LINK = max(map(len, _LINKS))
_LINKING = tuple(sorted({word for link in _LINKS for word in link}))


def is_whole(text: str, span: Span) -> bool:
    """Whether a span starts and ends where written words and numbers do.

    Args:
        text: The text.
        span: A stretch of it.

    Returns:
        False inside a word, a number, a hyphenated word, a contraction, and between the parts of `4 out of 5`.
    """
    return all(_is_border(text, edge) for edge in span)


def _is_border(text: str, edge: int) -> bool:
    if _gap().match(text, edge) and not _may_link(text, edge):
        return True
    before: list[str] = []
    after: list[str] = []
    for token in tokenize(text, max(0, edge - _LONGEST_WORD), min(len(text), edge + _LONGEST_WORD)):
        if token.end <= edge:
            before.append(token.form)
        elif token.start < edge or (token.glued and not after):
            return False
        elif len(after) <= _LONGEST_LINK:
            after.append(token.form)
        else:
            break
    return not _joins_numbers(before[-1 - _LONGEST_LINK :], after)


@cache
def _gap() -> re.Pattern[str]:
    """Where no written word can go on, as a look at the characters beside it shows."""
    word = r"[^\W_]"
    ends = rf"(?<={word})(?:[ \n](?!n)|[.,;](?:[ \n]|\Z))"
    # A hyphen before white space may join, and `n't` may stand apart.
    starts = rf"(?<=[^\s\W_][ \n])(?!n){word}|(?<=[.,;:] )(?!n){word}"
    return re.compile(rf"{ends}|{starts}")


def _may_link(text: str, edge: int) -> bool:
    """Whether the word before or after an edge may be of those that join two numbers, as a quick look shows."""
    before = text[max(0, edge - _LONGEST_WORD) : edge].rstrip().lower()
    return before.endswith(_LINKING) or _link_after().match(text, edge) is not None


@cache
def _link_after() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(_LINKING)})", re.IGNORECASE)


def _joins_numbers(before: list[str], after: list[str]) -> bool:
    """Whether two numbers on either side are joined by the words between them."""
    lefts = [index for index, form in enumerate(before) if form.isdigit()]
    rights = [index for index, form in enumerate(after) if form.isdigit()]
    return any((*before[left + 1 :], *after[:right]) in _LINKS for left in lefts for right in rights)


def is_one_passage(document: Document, span: Span) -> bool:
    """Whether a span lies within one sentence, one turn, or a question and its reply.

    Args:
        document: The document.
        span: A stretch of its text that starts and ends with a word, a sign or a mark.

    Returns:
        False over several sentences of a note, and over turns that are no question and reply.
    """
    first, last = span[0], span[1] - 1
    sentence = sentence_at(document, first)
    if sentence is not None and last < sentence[1]:
        return True
    if document.turns:
        return _is_in_turn_or_pair(document, first, last)
    return _is_headed_sentence(document, first, last)


def _is_in_turn_or_pair(document: Document, first: int, last: int) -> bool:
    turns = document.turns
    one = bisect_right(turns, first, key=lambda turn: turn.span[0]) - 1
    if one < 0 or first >= turns[one].span[1]:  # a label, with the words after it
        one += 1
    other = bisect_right(turns, last, key=lambda turn: turn.span[0]) - 1
    if other <= one:
        return one < len(turns)
    asked, replied = turns[one], turns[other]
    if other > one + 1 or asked.label == replied.label:
        return False
    return "?" in document.text[first : asked.span[1]] or asked.speaker == "clinician" != replied.speaker


def _is_headed_sentence(document: Document, first: int, last: int) -> bool:
    """Whether a span is a heading, or a heading with the sentence after it on its line."""
    before = bisect_right(document.sentences, first, key=lambda sentence: sentence[0])
    within = bisect_right(document.sentences, last, key=lambda sentence: sentence[0])
    is_in_heading = sentence_at(document, first) is None
    end = document.sentences[before][0] if within > before else last
    return is_in_heading and within <= before + 1 and not {"\n", "\r"} & set(document.text[first:end])
