"""Whether a quote from a question still asks."""

import re
from functools import cache
from itertools import islice

from scribe.documents import sentence_at, turn_at
from scribe.extraction.quotes.cue_lists import CONNECTIVES, INTERROGATIVES, SUBJECTS, TAGS
from scribe.extraction.quotes.tokens import Token, is_mark, tokenize
from scribe.schema import Document, Span

_LONGEST_QUESTION = 400
_OPENING = 6
_AFTER_MARK = "\"')] \u201d\u2019"


def keeps_question(document: Document, span: Span, quote: str) -> bool:
    """Whether a span that stands in a question shows it.

    Args:
        document: The document.
        span: A stretch of its text.
        quote: How it is quoted.

    Returns:
        False for part of a question without its question mark, unless it is verbatim and worded as a question.
    """
    text = document.text
    start, end = span
    mark = _question_mark(document, end - 1)
    if mark is None or mark < end:
        return True
    sentence = sentence_at(document, end - 1)
    floor = max(sentence[0] if sentence else start, end - _LONGEST_QUESTION)
    if end <= _question_start(list(tokenize(text, floor, mark))):
        return True
    opening = [token.form for token in islice(tokenize(quote), _OPENING) if not is_mark(token.form)][:2]
    return quote == text[start:end] and _asks(opening)


def _question_mark(document: Document, offset: int) -> int | None:
    """Where the sentence at an offset ends with a question mark, if it does."""
    turn = turn_at(document, offset)
    limit = min(turn.span[1] if turn else len(document.text), offset + _LONGEST_QUESTION)
    stop = _terminator().search(document.text, offset, limit)
    return stop.start() if stop is not None and "?" in stop[0] else None


@cache
def _terminator() -> re.Pattern[str]:
    return re.compile(rf"[.?!]+(?=[\s{re.escape(_AFTER_MARK)}]|$)|[\r\n]+")


def _question_start(tokens: list[Token]) -> int:
    """Where a sentence that ends with a question mark starts to ask: `it's boggy here , | does that hurt ?`."""
    opens = True
    for index, token in enumerate(tokens):
        if is_mark(token.form):
            opens = True
        elif opens and token.form not in CONNECTIVES:
            rest = {other.form for other in tokens[index:] if not is_mark(other.form)}
            if token.form in INTERROGATIVES and not rest <= TAGS:
                return token.start
            opens = False
    return tokens[0].start if tokens else 0


def _asks(opening: list[str]) -> bool:
    return len(opening) > 1 and opening[0] in INTERROGATIVES and opening[1] in SUBJECTS
