"""What a quote may not leave behind: its sentence, its question, its negation, doubt, time and person."""

import re
from bisect import bisect_right
from functools import cache
from itertools import islice

from scribe.documents import sentence_at, turn_at
from scribe.extraction.quotes.cues import (
    AFTERWARDS,
    AUXILIARIES,
    CLAUSE_ENDS,
    CONNECTIVES,
    INTERROGATIVES,
    LIGHT,
    LIGHT_AFTERWARDS,
    NEGATIONS,
    PREPOSITIONS,
    REACH,
    REACH_OF_PATIENT,
    SELF,
    SIDES,
    SUBJECTS,
    TAGS,
)
from scribe.extraction.quotes.tokens import Token, is_mark, tokenize
from scribe.schema import Document, Span

_WINDOW = 200
"""Characters that are read before and after a quote."""
_LONGEST_WORD = 64
_OPENING = 6
_LINKS = {("out", "of"), ("to",), ("point",)}
"""Words that join two numbers into one."""
_WITHIN_NUMBER = frozenset(word for link in _LINKS for word in link)
_FARTHEST = max(REACH.values())
_SPOKEN = frozenset(["comma", "period", "colon", "semicolon", "paragraph", "paren"])
_CLAUSE_MARKS = frozenset(",.;!?()[]\n") | {"..."}


def is_whole(text: str, span: Span) -> bool:
    """Whether a span starts and ends where written words do.

    Args:
        text: The text.
        span: A stretch of it.

    Returns:
        False inside a word, a number, a hyphenated word or a contraction.
    """
    return all(_is_border(text, edge) for edge in span)


def _is_border(text: str, edge: int) -> bool:
    for token in tokenize(text, max(0, edge - _LONGEST_WORD), min(len(text), edge + _LONGEST_WORD)):
        if token.start >= edge:
            return not token.glued
        if token.end > edge:
            return False
    return True


def is_one_passage(document: Document, span: Span) -> bool:
    """Whether a span lies within one sentence, one turn, or a question and its answer.

    Args:
        document: The document.
        span: A stretch of its text that starts and ends with a word, a sign or a mark.

    Returns:
        False for a span over several sentences of a note, or over turns that are no question and answer.
    """
    first, last = span[0], span[1] - 1
    sentence = sentence_at(document, first)
    if sentence is not None and last < sentence[1]:
        return True
    if not document.turns:
        return _is_headed_sentence(document, first, last)
    before = bisect_right(document.turns, first, key=lambda turn: turn.span[0]) - 1
    if before < 0 or first >= document.turns[before].span[1]:  # a label, with the words after it
        before += 1
    after = bisect_right(document.turns, last, key=lambda turn: turn.span[0]) - 1
    if after <= before:
        return before < len(document.turns)
    asked, answered = document.turns[before], document.turns[after]
    if after > before + 1 or asked.label == answered.label:
        return False
    is_asked = "?" in document.text[first : asked.span[1]]
    return is_asked or asked.speaker == "clinician" != answered.speaker


def _is_headed_sentence(document: Document, first: int, last: int) -> bool:
    """Whether a span is a heading, or a heading and one sentence on its line."""
    sentence = sentence_at(document, last)
    head = document.text[first : sentence[0] if sentence is not None else last]
    return (
        "\n" not in head
        and "\r" not in head
        and not any(sentence_at(document, offset) for offset in range(first, min(first + len(head), first + _WINDOW)))
    )


def keeps_question(document: Document, span: Span, quote: str) -> bool:
    """Whether a span that asks still shows that it asks.

    Args:
        document: The document.
        span: A stretch of its text.
        quote: How it is quoted.

    Returns:
        False for part of a question without its question mark, unless it is verbatim and worded as a question.
    """
    text = document.text
    start, end = span
    if text[start:end].rstrip("\"')]\u201d\u2019 ").endswith("?"):
        return True
    turn = turn_at(document, end - 1)
    stop = _terminator().search(text, end - 1, min(turn.span[1] if turn else len(text), end + _WINDOW * 2))
    if stop is None or "?" not in stop[0]:
        return True
    sentence = sentence_at(document, end - 1)
    floor = max(sentence[0] if sentence else start, end - _WINDOW * 2)
    asks_from = _question_start(list(tokenize(text, floor, stop.start())))
    if end <= asks_from:
        return True
    opening = [token.form for token in islice(tokenize(quote), _OPENING) if not is_mark(token.form)][:2]
    return quote == text[start:end] and len(opening) > 1 and opening[0] in INTERROGATIVES and opening[1] in SUBJECTS


@cache
def _terminator() -> re.Pattern[str]:
    return re.compile(r"[.?!]+(?=[\s\"')\]\u201d\u2019]|$)|[\r\n]+")


def _question_start(tokens: list[Token]) -> int:
    """Where in a sentence that ends with a question mark the question starts."""
    opens = True
    for index, token in enumerate(tokens):
        if is_mark(token.form):
            opens = True
        elif opens and token.form not in CONNECTIVES:
            if token.form in INTERROGATIVES and not all(
                other.form in TAGS for other in tokens[index:] if not is_mark(other.form)
            ):
                return token.start
            opens = False
    return tokens[0].start if tokens else 0


def keeps_cues(document: Document, span: Span) -> bool:
    """Whether a span leaves behind no word of its clause that makes it something else.

    Args:
        document: The document.
        span: A stretch of its text.

    Returns:
        False right after a negation, a doubt, a *history of* or another person, and right before *negative* or
        *resolved*; a later item of a list whose cue stands earlier is kept.
    """
    start, end = span
    sentence = sentence_at(document, start) or _line_around(document, start)
    before = list(tokenize(document.text, max(sentence[0], start - _WINDOW), start))
    sentence = sentence_at(document, end - 1) or _line_around(document, end - 1)
    after = list(tokenize(document.text, end, min(sentence[1], end + _WINDOW)))
    inside = [token.form for token in tokenize(document.text, *span)]
    return not (
        _is_governed(before, inside[0] if inside else "", _reaches_of(document, start))
        or _is_taken_back(after)
        or _cuts_number(before, inside, after)
    )


def _line_around(document: Document, offset: int) -> Span:
    index = max(0, bisect_right(document.lines, offset, key=lambda line: line[0]) - 1)
    return document.lines[index] if document.lines else (0, 0)


def _reaches_of(document: Document, offset: int) -> dict[str, int]:
    """The cues: where a patient speaks, *he* and *she* are other persons."""
    turn = turn_at(document, offset)
    return REACH_OF_PATIENT if turn is not None and turn.speaker == "patient" else REACH


def _is_governed(before: list[Token], first: str, reach: dict[str, int]) -> bool:
    """Whether a cue before a quote governs its first word, or would if the quote did not open a clause of its own."""
    if first in CLAUSE_ENDS or first in _CLAUSE_MARKS:
        return False
    passed = 0
    has_own_object = in_phrase = False
    for index in range(len(before) - 1, -1, -1):
        form = before[index].form
        if form in {"?", "-"} and index == len(before) - 1:
            return True
        if form in reach:
            if passed <= reach[form] and not has_own_object and not _is_apart(form, first, passed):
                return True
        elif form in _CLAUSE_MARKS:
            if form not in {"\n"}:
                return False
            continue
        elif form == ":" or form in CLAUSE_ENDS or form in _SPOKEN or form in SELF:
            return False
        in_phrase = in_phrase or form in PREPOSITIONS
        if form not in LIGHT and not is_mark(form):
            passed += 1
            has_own_object = in_phrase
            if passed > _FARTHEST:
                return False
    return False


def _is_apart(cue: str, first: str, passed: int) -> bool:
    """Whether a denial says nothing of the words after it: they deny for themselves, or answer further."""
    return cue in NEGATIONS and (first in NEGATIONS or (cue == "no" and not passed and first in SUBJECTS | SELF))


def _is_result(following: list[Token]) -> bool:
    """Whether a plus before this says *positive*, rather than *and*."""
    return not following or is_mark(following[0].form) or following[0].form in SIDES


def _cuts_number(before: list[Token], inside: list[str], after: list[Token]) -> bool:
    """Whether a number goes on beyond the quote: `five` of `five out of five`, `5` of `5 to 10`."""
    words = [token.form for token in before[-3:]], inside, [token.form for token in after[:3]]
    for left, right in ((words[0], inside), (inside, words[2])):
        joined = left[-3:] + right[:3]
        border = min(3, len(left))
        for start, word in enumerate(joined):
            if not word.isdigit() or start >= border:
                continue
            link = 0
            while start + 1 + link < len(joined) and joined[start + 1 + link] in _WITHIN_NUMBER:
                link += 1
            end = start + 1 + link
            if (
                end >= border
                and end < len(joined)
                and joined[end].isdigit()
                and tuple(joined[start + 1 : end]) in _LINKS
            ):
                return True
    return False


def _is_taken_back(after: list[Token]) -> bool:
    """Whether a cue after a quote takes it back."""
    previous = ""
    for index, token in enumerate(after):
        form = token.form
        if form in AFTERWARDS:
            return True
        if form == "not":
            return previous in AUXILIARIES or token.glued
        if form == "(" and after[index + 1 : index + 2] and after[index + 1].form in {"-", "?", "neg", "negative"}:
            return True
        if form == "ruled" or form == "+" and _is_result(after[index + 1 : index + 2]):
            return True
        if form not in LIGHT_AFTERWARDS and form not in {":", "\u2013", "\n", '"', "'"}:
            return False
        previous = form
    return False
