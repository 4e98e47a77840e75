"""Where sentences end in speech without marks: the words around a gap tell whether one ends there.

How much each word tells stands in `tables/sentence_ends.csv`: the weights of a logistic regression on the punctuated
transcripts of the labelled sets, written by `make sentence-ends`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, repeat
from typing import NamedTuple

from scribe.documents.tables import read_rows
from scribe.schema import Span

Sign = tuple[str, str]
"""Where some words stand about a gap, and the words."""

ANYWHERE: Sign = ("anywhere", "")
"""What is so of every gap."""
_PLACES = (
    ("last", "word", -1),
    ("next", "word", 0),
    ("before last", "word", -2),
    ("after next", "word", 1),
    ("last two", "pair", -2),
    ("next two", "pair", 0),
    ("last and next", "pair", -1),
    ("ending of last", "ending", -1),
    ("ending of next", "ending", 0),
)
"""The places of words about a gap: the name, what is looked at, and how far it starts from the word behind the gap."""
_BEYOND = "<none>"
"""What stands where no word does."""
_AROUND = "\"'\u201c\u201d\u2018\u2019()[]*.,?!;:-\u2013\u2014\u2026"
"""Marks around a word."""
_HEDGES = frozenset({"probably", "likely", "possibly", "perhaps", "maybe"})
"""Words that are not parted from what they make uncertain, whatever the others tell."""
_TAGS = frozenset({"isnt", "aint", "arent", "wasnt", "doesnt"})
_TAGGED = frozenset({"it", "that", "they", "there"})
_ANSWERS = frozenset({
    "yes", "yeah", "yep", "yup", "ouch", "ow", "oh", "ooh", "oof", "mm", "mhm", "uh", "no", "nope", "a", "okay", "and",
    "so", "right", "sure", "little", "very", "kinda",
})  # fmt: skip
"""Words with which an answer to a tag begins, or what is said next."""
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


def signs(words: Sequence[Word]) -> list[tuple[Sign, ...]]:
    """What tells for each gap between words whether a sentence ends in it.

    Args:
        words: What is said.
    """
    columns = [zip(repeat(place), told, strict=False) for place, told in _told(words)]
    return [(ANYWHERE, *gap) for gap in zip(*columns, strict=True)]


def find_ends(lower: str, start: int, end: int) -> Iterator[int]:
    """Yield where a sentence more likely ends than not, in order.

    Args:
        lower: The text in lower case.
        start: Where a stretch of speech starts.
        end: Where it ends.
    """
    words, known = find_words(lower, start, end), weights()
    told = [map(known[place].get, said, repeat(0.0)) for place, said in _told(words)]
    likely = map(sum, zip(*told, strict=True))
    least = -known[ANYWHERE[0]][ANYWHERE[1]]
    gaps = enumerate(zip(words, likely, strict=False))
    ends = (at for at, (word, weight) in gaps if weight > least and word.text not in _HEDGES)
    return (words[at].span[1] for at in ends if not _is_tag(words[at : at + 3]))


def _is_tag(around: Sequence[Word]) -> bool:
    """Tell whether the word before a gap begins a tag that is answered behind it, as in `its sore isnt it yes`."""
    said = [word.text for word in around]
    asked = said[:1] != [] and said[0] in _TAGS and said[1:2] != [] and said[1] in _TAGGED
    return asked and (len(said) < 3 or said[2] in _ANSWERS)  # noqa: PLR2004  # the tag and what follows it


def _told(words: Sequence[Word]) -> Iterator[tuple[str, list[str]]]:
    """Yield each place with what stands there, gap by gap."""
    said = [_BEYOND, *(word.text for word in words), _BEYOND]
    series = {
        "word": said,
        "pair": [f"{one} {other}" for one, other in pairwise(said)],
        "ending": [word[-_ENDING:] for word in said],
    }
    for place, kind, offset in _PLACES:
        first = 2 + offset  # The word behind the first gap is the second, and one stands for what is beyond.
        yield place, series[kind][first : first + max(0, len(words) - 1)]


def _kind_of(word: str) -> str:
    if word.isalpha():
        return word
    if word.isdecimal():
        return "<number>"
    # Recognition may leave out an apostrophe.
    return "<level>" if _level().fullmatch(word) else word.replace("'", "").replace("\u2019", "")


@cache
def weights() -> dict[str, dict[str, float]]:
    """How much words speak for an end, in logits, by their place about a gap; below 0 they speak against one."""
    found: dict[str, dict[str, float]] = {place: {} for place, *_ in (ANYWHERE, *_PLACES)}
    for place, words, weight in read_rows("sentence_ends.csv"):
        found[place][words] = float(weight)
    return found


@cache
def _spaced() -> re.Pattern[str]:
    return re.compile(r"\S+")


@cache
def _level() -> re.Pattern[str]:
    return re.compile(r"[ctls]\d{1,2}(?:-[ctls]?\d{1,2})?")
