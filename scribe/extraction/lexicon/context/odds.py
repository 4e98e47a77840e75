"""Harms that are told with their odds, or to somebody who asks what may go wrong.

As in `A numb foot, one or two in a hundred.` and `What's the downside?`, `Bleeding. A weak leg.`.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.saying import asking, saying
from scribe.extraction.lexicon.view.view import Statement, View

_COUNTS = frozenset({"one", "two", "three", "four", "five", "half", "few"})
_MANY = frozenset({
    "ten", "twenty", "thirty", "forty", "fifty", "hundred", "hundreds", "thousand", "thousands", "million",
})  # fmt: skip
_AMONG = 2
"""Words behind the in of odds: `in a hundred`, `in two thousand`."""
_HOLDING = frozenset({
    "is", "are", "has", "have", "got", "you", "you've", "you're", "i", "i'm", "i've", "he", "she", "he's", "she's",
    "it's", "that's", "there's",
})  # fmt: skip
"""Words of a statement that tells what somebody has, or how common it is."""
_MODALS = frozenset({"can", "could", "might", "may", "would"})
_HARMS = frozenset({
    "wrong", "risk", "risks", "risky", "downside", "downsides", "dangerous", "complications", "odds", "catch",
})  # fmt: skip
_ASKED = frozenset(
    {("goes", "wrong"), ("go", "wrong"), ("gone", "wrong"), ("the", "risk"), ("the", "risks"), ("any", "risk")}
    | {("any", "risks"), ("the", "downside"), ("a", "downside"), ("any", "downside"), ("the", "downsides")}
    | {("it", "risky"), ("it", "dangerous"), ("that", "risky"), ("that", "dangerous"), ("the", "complications")}
    | {("the", "odds"), ("the", "catch")}
)
"""Words with which it is asked what a treatment may do."""


def harms(view: View, statement: Statement) -> Iterator[Cue]:
    """Find what makes the harms that a statement lists ones that may come of a treatment.

    Args:
        view: The document's words.
        statement: The statement.
    """
    if statement.speaker == "patient" or statement.asks:
        return
    at = _odds(view, statement)
    if at is None and statement.turn >= 0 and _answers_worry(view, statement):
        at = statement.start
    if at is not None:
        yield Cue(at, at + 1, "around", "hypothetical", view.norms[at])


def _odds(view: View, statement: Statement) -> int | None:
    """Return where a list of harms names their odds, as in `under one in a hundred` and `1 in 50`."""
    if not _lists(view, statement):
        return None
    said = view.norms[statement.start : statement.end]
    ins = (at for at in range(1, len(said)) if said[at] == "in" and _is_count(said[at - 1]))
    return next((statement.start + at for at in ins if any(map(_is_many, said[at + 1 : at + 1 + _AMONG]))), None)


def _lists(view: View, statement: Statement) -> bool:
    """Tell whether a statement only names what there might be."""
    said = frozenset(view.norms[statement.start : statement.end])
    return _HOLDING.isdisjoint(said) or not (_MODALS | _HARMS).isdisjoint(said)


def _is_count(word: str) -> bool:
    return word in _COUNTS or word.isdecimal()


def _is_many(word: str) -> bool:
    return word in _MANY or (word.isdecimal() and len(word) > 1)


def _answers_worry(view: View, statement: Statement) -> bool:
    """Tell whether a statement goes on with the answer to who has just asked what may go wrong."""
    asked = _worries(view)
    # What is to be done is no harm of it.
    if not asked or not _lists(view, statement) or "care" in view.named[statement.start]:
        return False
    turns = view.document.turns[max(0, statement.turn - 1) : statement.turn + 1]
    opening = view.tokens.between(turns[0].span).start
    return any(opening <= start < statement.start for start in asked)


@lru_cache(maxsize=1)
def _worries(view: View) -> frozenset[int]:
    """Return where the questions start that ask what may go wrong."""
    starts = asking(view) & saying(view, _HARMS)
    told = (one for one in view.statements if one.start in starts)
    return frozenset(
        one.start for one in told if any(pair in _ASKED for pair in pairwise(view.norms[one.start : one.end]))
    )
