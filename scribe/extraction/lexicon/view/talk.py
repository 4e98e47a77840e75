"""Turns of a transcript as people took them, which a recording may part where nobody else takes over.

It parts them where a label stands before every sentence, and where somebody only shows that they listen.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from scribe.documents import is_ended, leads_on, turn_at
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Document, Span, Turn

_WORDS_A_SENTENCE = 25
"""Words of a text for each of its stops, from which its sentences are marked."""
_LONGEST_SENTENCE = 700
"""Characters; the longest of 38,000 sentences of real visits and notes has as many."""
_LONGEST = 30
"""Characters of a turn in which somebody only listens."""


class Talk(NamedTuple):
    """A document as people talked, and what none of them said."""

    document: Document
    """The document with the turns that people took, and without the words of who only listened."""
    unsaid: tuple[Span, ...]
    """Where labels and listeners part a turn, in order."""


def talk_of(document: Document) -> Talk:
    """Return what people said of a document, each until another voice takes over.

    Args:
        document: The document; one without labels stays as it is, and one with a single label.
    """
    text, turns = document.text, document.turns
    if len({turn.label for turn in turns}) == 1:
        return Talk(document, ())
    unheard = frozenset(_unheard(text, turns))
    runs = [*_runs(turn for turn in turns if turn.span not in unheard)]
    if len(runs) == len(turns):
        return Talk(document, ())
    joined = tuple(run[0].model_copy(update={"span": (run[0].span[0], run[-1].span[1])}) for run in runs)
    unsaid = tuple((one.span[1], other.span[0]) for run in runs for one, other in pairwise(run))
    said_in = ((span, turn_at(document, span[0])) for span in document.sentences)
    heard = (span for span, turn in said_in if turn is None or turn.span not in unheard)
    mended = _mended(text, heard, frozenset(unsaid))
    return Talk(document.model_copy(update={"turns": joined, "sentences": mended}), unsaid)


def _runs(turns: Iterable[Turn]) -> Iterator[list[Turn]]:
    """Yield the turns that follow each other below one label."""
    for label, run in groupby(turns, key=lambda turn: turn.label):
        if label is None:
            yield from ([turn] for turn in run)
        else:
            yield [*run]


def _mended(text: str, sentences: Iterable[Span], unsaid: AbstractSet[Span]) -> tuple[Span, ...]:
    """Return the sentences, those as one that a label parts: where they have marks, one without goes on."""
    marked = sum(map(text.count, ".?!")) * _WORDS_A_SENTENCE >= len(text.split())
    mended: list[Span] = []
    for start, end in sentences:
        begun, stop = mended[-1] if mended else (start, start)
        short = end - begun <= _LONGEST_SENTENCE
        if (stop, start) in unsaid and short and _goes_on(text, stop, marked=marked):
            mended[-1] = (begun, end)
        else:
            mended.append((start, end))
    return tuple(mended)


def _goes_on(text: str, end: int, *, marked: bool) -> bool:
    """Tell whether a sentence is not over where its voice is parted, in a text whose sentences may have marks."""
    return not is_ended(text, end) and (marked or leads_on(text, end))


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
