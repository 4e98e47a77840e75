"""Trials: quotes made from real passages, and whether a grounder judges them rightly."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from random import Random
from typing import NamedTuple

from scribe.evaluation.quotes.corruptions import CORRUPTIONS, LEFT_OVER_KINDS, Change
from scribe.evaluation.quotes.edits import EDITS
from scribe.evaluation.quotes.passages import Passage, plain_words
from scribe.schema import Evidence

_MAY_DIFFER = frozenset({"the", "a", "an", "of", "is", "are", "am", "on", "in", "at", "um", "uh", "comma", "period"})
_LEAST_OVERLAP = 0.75


class Trial(NamedTuple):
    """A quote, and the passage that it was made from."""

    kind: str
    """The kind of change."""
    quote: str
    """The changed words."""
    passage: Passage
    """Where they come from."""


def corrupted_trials(passages: Sequence[Passage], random: Random, each: int) -> list[Trial]:
    """Make quotes that their documents do not say.

    Args:
        passages: Passages to change.
        random: Source of chance.
        each: How many to make of each kind, at most.

    Returns:
        Trials by kind. The words of none stand in its document, but for those that a dropped cue leaves over: they
        stand there once, where it was.
    """
    said: dict[str, str] = {}

    def is_unsaid(trial: Trial) -> bool:
        text = trial.passage.document.text
        if text not in said:
            said[text] = plain_words(text)
        quote = plain_words(trial.quote)
        if quote == plain_words(trial.passage.words) and trial.kind not in {"question mark dropped", "sign changed"}:
            return False
        return said[text].count(quote) <= (trial.kind in LEFT_OVER_KINDS) and bool(quote.strip())

    return _trials(CORRUPTIONS, passages, random, each, is_unsaid)


def honest_trials(passages: Sequence[Passage], random: Random, each: int) -> list[Trial]:
    """Make quotes that their documents say in other spelling.

    Args:
        passages: Passages to change.
        random: Source of chance.
        each: How many to make of each kind, at most.

    Returns:
        Trials by kind.
    """
    return _trials(EDITS, passages, random, each, lambda _trial: True)


def is_right_place(trial: Trial, evidence: Evidence) -> bool:
    """Whether a quote was located at its passage, or where the same is said.

    Args:
        trial: What was quoted.
        evidence: Where it was found.

    Returns:
        True for the same words but for function words, or for nearly the same span.
    """
    if evidence.span is None:
        return False
    start, end = evidence.span
    passage = trial.passage
    if _content(passage.document.text[start:end]) == _content(passage.words):
        return True
    if start < passage.start and _is_label(passage, start):
        start = passage.start
    shared = min(end, passage.end) - max(start, passage.start)
    return shared >= _LEAST_OVERLAP * (max(end, passage.end) - min(start, passage.start))


def _trials(
    changes: Mapping[str, Change],
    passages: Sequence[Passage],
    random: Random,
    each: int,
    keep: Callable[[Trial], bool],
) -> list[Trial]:
    def of_kind(kind: str) -> Iterator[Trial]:
        for passage in random.sample(passages, len(passages)):
            quote = changes[kind](passage, random)
            if quote is not None and keep(trial := Trial(kind, quote, passage)):
                yield trial

    return [trial for kind in changes for trial in islice(of_kind(kind), each)]


def _is_label(passage: Passage, start: int) -> bool:
    """Whether what stands before a passage is the label of its turn."""
    before = passage.document.text[start : passage.start]
    turns = passage.document.turns
    return any(turn.span[0] == passage.start and turn.label is not None and turn.label in before for turn in turns)


def _content(words: str) -> list[str]:
    return [word for word in plain_words(words).split() if word not in _MAY_DIFFER]
