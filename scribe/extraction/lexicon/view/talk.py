"""Turns of a transcript as people took them, which a recording may part where nobody else takes over.

It parts them where a label stands before every sentence, and where somebody only shows that they listen.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Document, Span, Turn

_LONGEST = 30
"""Characters of a turn in which somebody only listens."""


def with_joined_turns(document: Document) -> Document:
    """Return a document whose turns end where another voice takes over.

    Args:
        document: The document; one without labels stays as it is, and one with a single label.

    Returns:
        The document without the turns and sentences of who only listens.
    """
    turns = document.turns
    if len({turn.label for turn in turns}) == 1:
        return document
    unheard = frozenset(_unheard(document.text, turns))
    joined = tuple(_joined(turn for turn in turns if turn.span not in unheard))
    if len(joined) == len(turns):
        return document
    heard = (span for span in document.sentences if not any(start <= span[0] < end for start, end in unheard))
    return document.model_copy(update={"turns": joined, "sentences": tuple(heard)})


def _joined(turns: Iterable[Turn]) -> Iterator[Turn]:
    """Yield the turns, those as one that follow each other below one label."""
    for label, run in groupby(turns, key=lambda turn: turn.label):
        first, *more = run
        if label is None or not more:
            yield from (first, *more)
        else:
            yield first.model_copy(update={"span": (first.span[0], more[-1].span[1])})


def _unheard(text: str, turns: tuple[Turn, ...]) -> Iterator[Span]:
    """Yield where turns only show that somebody listens, as `Okay.` does, while another voice goes on."""
    for before, turn, after in zip(turns, turns[1:], turns[2:], strict=False):
        short = turn.span[1] - turn.span[0] <= _LONGEST
        goes_on = before.label == after.label is not None and turn.label not in {None, before.label}
        if short and goes_on and _only_listens(text, before, turn):
            yield turn.span


def _only_listens(text: str, before: Turn, turn: Turn) -> bool:
    """Tell whether a turn neither answers nor agrees to what was said last before it.

    A yes may agree to what is said of the listener, as behind `So you're sore there.`, and a clinician's to a guess.
    """
    said, told = _said(text[slice(*turn.span)]), text[slice(*before.span)]
    if told.endswith("?") or not said:
        return False
    if words("acknowledging").issuperset(said):
        return True
    last = _said(_end().split(told)[-1])
    agrees = turn.speaker == "clinician" or not words("told_of_listener").isdisjoint(last)
    return not agrees and (words("acknowledging") | words("nodding")).issuperset(said)


def _said(text: str) -> list[str]:
    return _word().findall(text.lower())


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[\w'-]+")


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"[.!]\s")
