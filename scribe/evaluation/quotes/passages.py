"""Real passages of real texts, from which quotes are made."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from scribe.schema import Document

_FEWEST_WORDS = 3
_MOST_WORDS = 25


class Passage(NamedTuple):
    """Words of a document that somebody may quote."""

    document: Document
    """The document."""
    start: int
    """Where the words start."""
    end: int
    """Where they end."""

    @property
    def words(self) -> str:
        """The words, verbatim."""
        return self.document.text[self.start : self.end]


def labelled_passages(document: Document, quotes: Iterable[str]) -> Iterator[Passage]:
    """Passages that are quoted in a label.

    Args:
        document: A document.
        quotes: Verbatim quotes.

    Yields:
        Each once, where it stands first as whole words.
    """
    for quote in dict.fromkeys(quotes):
        found = re.search(rf"(?<![^\W_]){re.escape(quote)}(?![^\W_])", document.text)
        if found is not None:
            yield Passage(document, *found.span())


def sentence_passages(document: Document) -> Iterator[Passage]:
    """Sentences of ordinary length.

    Args:
        document: A document.

    Yields:
        Sentences of 3 to 25 words, one of them long enough to carry content.
    """
    for start, end in document.sentences:
        if _is_quotable(document.text[start:end]):
            yield Passage(document, start, end)


def reply_passages(document: Document) -> Iterator[Passage]:
    """Questions with the first sentence of their reply.

    Args:
        document: A document.

    Yields:
        Passages over two turns, of the same length.
    """
    turn_starts = {turn.span[0] for turn in document.turns}
    for (start, asked), (replied, end) in pairwise(document.sentences):
        is_reply = replied in turn_starts and document.text[asked - 1] == "?"
        if is_reply and _is_quotable(document.text[start:end]):
            yield Passage(document, start, end)


def _is_quotable(words: str) -> bool:
    return _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS and _long_word().search(words) is not None


def plain_words(text: str) -> str:
    """The words of a text in lower case, and its question marks, with single spaces between and around them.

    Args:
        text: Any text.

    Returns:
        A string in which ` numbness ` is found where the word stands.
    """
    return f" {' '.join(_word().findall(text.lower()))} "


@cache
def _long_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{6}")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|[?+]")
