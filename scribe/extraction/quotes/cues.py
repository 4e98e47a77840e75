"""Whether a quote leaves behind a word that denies, doubts, dates or gives to another what it says."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise

from scribe.documents import sentence_at, turn_at
from scribe.extraction.quotes.cue_lists import (
    AFTERWARDS,
    AUXILIARIES,
    CLAUSE_ENDS,
    LIGHT,
    LIGHT_AFTERWARDS,
    NEGATIONS,
    PREPOSITIONS,
    REACH,
    REACH_OF_PATIENT,
    SELF,
    SIDES,
    SPOKEN_MARKS,
    SUBJECTS,
)
from scribe.extraction.quotes.tokens import PAUSE_DASH, Token, is_mark, tokenize
from scribe.schema import Document, Span

_WINDOW = 120
"""Characters that are read before and after a quote."""
_CLAUSE_MARKS = frozenset(",.;!?()[]") | {"..."}
_WRITTEN_CLAUSE_ENDS = (", ", "; ", ") ")
_CLAUSE_ENDS = _CLAUSE_MARKS | {":"} | CLAUSE_ENDS | SPOKEN_MARKS | SELF
_SEE_THROUGH = frozenset({":", PAUSE_DASH, "\n", '"', "'"})
_FARTHEST = max(REACH.values())


def keeps_cues(document: Document, span: Span) -> bool:
    """Whether a span leaves behind no word of its clause that makes it something else.

    Args:
        document: The document.
        span: A stretch of its text.

    Returns:
        False shortly after a negation, a doubt, a *history of* or another person, and right before *negative* or
        *resolved*. A later item of a list, whose cue stands before the first, is kept.
    """
    start, end = span
    before = list(tokenize(document.text, _clause_around(document, start), start))
    after = tokenize(document.text, end, min(_sentence_around(document, end - 1)[1], end + _WINDOW))
    first = next((token.form for token in tokenize(document.text, start, end)), "")
    turn = turn_at(document, start)
    reach = REACH_OF_PATIENT if turn is not None and turn.speaker == "patient" else REACH
    return not (_is_governed(before, first, reach) or _is_taken_back(after))


def _clause_around(document: Document, offset: int) -> int:
    """Where a clause starts at the latest: no cue reaches across the mark before it, which is the first character."""
    start = max(_sentence_around(document, offset)[0], offset - _WINDOW)
    return max(start, *(document.text.rfind(mark, start, offset) for mark in _WRITTEN_CLAUSE_ENDS))


def _sentence_around(document: Document, offset: int) -> Span:
    """The sentence at an offset; its line where it is in none."""
    sentence = sentence_at(document, offset)
    if sentence is not None:
        return sentence
    index = bisect_right(document.lines, offset, key=lambda line: line[0]) - 1
    return document.lines[max(0, index)] if document.lines else (0, len(document.text))


def _is_governed(before: list[Token], first: str, reach: Mapping[str, int]) -> bool:
    """Whether a cue governs the first word of what comes after these tokens."""
    if first in CLAUSE_ENDS or first in _CLAUSE_MARKS:
        return False
    if before and before[-1].form in {"?", "-"}:
        return True
    passed = 0
    is_phrase = has_own_object = False
    for token in reversed(before):
        form = token.form
        if (form in _CLAUSE_ENDS and form not in reach) or passed > _FARTHEST or has_own_object:
            return False
        if passed <= reach.get(form, -1) and not _is_apart(form, first, passed):
            return True
        is_phrase = is_phrase or form in PREPOSITIONS
        if form not in LIGHT and not is_mark(form):
            passed += 1
            has_own_object = is_phrase
    return False


def _is_apart(cue: str, first: str, passed: int) -> bool:
    """Whether a denial says nothing of the words after it: they deny for themselves, or explain an answer."""
    return cue in NEGATIONS and (first in NEGATIONS or (cue == "no" and not passed and first in SUBJECTS | SELF))


def _is_taken_back(after: Iterator[Token]) -> bool:
    """Whether what comes before these tokens is denied, doubted or ended by them."""
    previous = ""
    for form, following in pairwise(chain((token.form for token in after), ["\n"])):
        if form == "not":
            return previous in AUXILIARIES
        if form == "+":
            return is_mark(following) or following in SIDES
        if form in AFTERWARDS or (form == "(" and following in AFTERWARDS | {"?"}):
            return True
        if form not in LIGHT_AFTERWARDS and form not in _SEE_THROUGH:
            return False
        previous = form
    return False
