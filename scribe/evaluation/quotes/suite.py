"""Trials: quotes made from real passages, and whether a grounder judges them rightly."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from random import Random
from typing import NamedTuple

from scribe.evaluation.quotes.corruptions import CORRUPTIONS, VERBATIM_KINDS, Change
from scribe.evaluation.quotes.edits import EDITS
from scribe.evaluation.quotes.passages import Passage, plain_words
from scribe.schema import Evidence

_MAY_DIFFER = frozenset("the a an of is are am on in at um uh comma period colon".split())
_LEAST_OVERLAP = 0.75


class Trial(NamedTuple):
    """A quote, and the passage that it was made from."""

    kind: str
    """The kind of change."""
    quote: str
    """The changed words."""
    passage: Passage
    """Where they come from."""


Keep = Callable[[Trial], bool]
"""Whether a trial is fair."""


def corrupted_trials(passages: Sequence[Passage], random: Random, each: int) -> list[Trial]:
    """Make quotes that their documents do not say.

    Args:
        passages: Passages to change.
        random: Source of chance.
        each: How many to make of each kind, at most.

    Returns:
        Trials by kind; none of them stands in its document, but for what a dropped cue leaves over.
    """
    said: dict[str, str] = {}

    def is_unsaid(trial: Trial) -> bool:
        text = trial.passage.document.text
        words = said.setdefault(text, plain_words(text))
        quote = plain_words(trial.quote)
        times = words.count(quote)
        if quote.strip() == plain_words(trial.passage.words).strip() and trial.kind not in VERBATIM_KINDS | {
            "sign changed"
        }:
            return False
        return len(quote.split()) > 0 and (times == 0 or times == 1 and trial.kind in VERBATIM_KINDS)

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
    if end >= passage.end and start < passage.start and _is_label(passage, start):
        start = passage.start
    shared = min(end, passage.end) - max(start, passage.start)
    return shared >= _LEAST_OVERLAP * (max(end, passage.end) - min(start, passage.start))


def _trials(
    changes: Mapping[str, Change], passages: Sequence[Passage], random: Random, each: int, keep: Keep
) -> list[Trial]:
    return [trial for kind in changes for trial in islice(_of_kind(changes, kind, passages, random, keep), each)]


def _of_kind(
    changes: Mapping[str, Change], kind: str, passages: Sequence[Passage], random: Random, keep: Keep
) -> Iterator[Trial]:
    for passage in random.sample(passages, len(passages)):
        quote = changes[kind](passage, random)
        if quote is not None and keep(trial := Trial(kind, quote, passage)):
            yield trial


def _is_label(passage: Passage, start: int) -> bool:
    turns = passage.document.turns
    return any(
        turn.span[0] == passage.start and turn.label in passage.document.text[start : turn.span[0]]
        for turn in turns
        if turn.label
    )


def _content(words: str) -> list[str]:
    return [word for word in plain_words(words).split() if word not in _MAY_DIFFER]
