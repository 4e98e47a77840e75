"""Where sentences end in speech without marks: the words around a gap tell whether one ends there.

How much each word tells stands in `tables/sentence_ends.csv`: the weights of a logistic regression on the punctuated
transcripts of the labelled sets, written by `make sentence-ends`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from scribe.documents.tables import read_rows
from scribe.schema import Span

Sign = tuple[str, str]
"""Where some words stand about a gap, and the words."""

ANYWHERE: Sign = ("anywhere", "")
"""What is so of every gap."""
_BEYOND = "<none>"
"""What stands where no word does."""
_AROUND = "\"'\u201c\u201d\u2018\u2019()[]*.,?!;:-\u2013\u2014\u2026"
"""Marks around a word."""
_ENDING = 3
"""Letters of the ending of a word."""


class Word(NamedTuple):
    """A word that is said."""

    text: str
    """The word without marks around and in it; a vertebra is `<level>`, a number in figures `<number>`."""
    span: Span
    """Where it stands, with its marks."""


def find_words(lower: str, start: int, end: int) -> list[Word]:
    """Words of a stretch of speech.

    Args:
        lower: The text in lower case.
        start: Where the stretch starts.
        end: Where it ends.
    """
    spaced = _spaced().finditer(lower, start, end)
    found = [Word(_kind_of(match[0].strip(_AROUND)), match.span()) for match in spaced]
    return [word for word in found if word.text]


def signs(words: Sequence[Word], gap: int) -> tuple[Sign, ...]:
    """What tells whether a sentence ends in a gap.

    Args:
        words: What is said.
        gap: Index of the word behind the gap.
    """
    before, last, following, after = (
        words[at].text if 0 <= at < len(words) else _BEYOND for at in range(gap - 2, gap + 2)
    )
    return (
        ANYWHERE,
        ("last", last),
        ("next", following),
        ("before last", before),
        ("after next", after),
        ("last two", f"{before} {last}"),
        ("next two", f"{following} {after}"),
        ("last and next", f"{last} {following}"),
        ("ending of last", last[-_ENDING:]),
        ("ending of next", following[-_ENDING:]),
    )


def find_ends(lower: str, start: int, end: int) -> Iterator[int]:
    """Yield where a sentence more likely ends than not, in order.

    Args:
        lower: The text in lower case.
        start: Where a stretch of speech starts.
        end: Where it ends.
    """
    words = find_words(lower, start, end)
    for gap in range(1, len(words)):
        if is_end(signs(words, gap)):
            yield words[gap - 1].span[1]


def is_end(told: Iterable[Sign]) -> bool:
    """Whether a sentence more likely ends in a gap than not.

    Args:
        told: The signs of the gap.
    """
    weight_of = weights().get
    return sum(weight_of(sign, 0.0) for sign in told) > 0


def _kind_of(word: str) -> str:
    if word.isdecimal():
        return "<number>"
    # Recognition may leave out an apostrophe.
    return "<level>" if _level().fullmatch(word) else word.replace("'", "").replace("\u2019", "")


@cache
def weights() -> dict[Sign, float]:
    """How much each sign speaks for an end, in logits; below 0 it speaks against one."""
    return {(place, words): float(weight) for place, words, weight in read_rows("sentence_ends.csv")}


@cache
def _spaced() -> re.Pattern[str]:
    return re.compile(r"\S+")


@cache
def _level() -> re.Pattern[str]:
    return re.compile(r"[ctls]\d{1,2}(?:-[ctls]?\d{1,2})?")
