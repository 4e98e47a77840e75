"""Words of the field as they are mistyped or misheard → as the tables have them.

Only the long words of `spelling.csv` are looked for, which no other field and
no ordinary speech uses: a word with one letter wrong, and in speech a word or
two or three that sound like one of them. Words that exist and come as close as
that are listed in `as_spelled.csv`, and stay.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.words.tokens import KEPT, Tokens
from scribe.extraction.lexicon.words.vocabulary import records

_SHORTEST = 8
"""Letters of a word that may have one wrong."""
_END = 4
_SHORTEST_HEARD = 5
"""Letters of a word that may be one misheard."""
_SHORTEST_SOUND = 5
"""Sounds that tell a word."""
_ALIKE = 0.8
"""Share of letters that words which sound alike have in common."""
_SMALL = frozenset({
    "a", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "but", "by", "do", "for", "from", "had",
    "has", "he", "her", "his", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not", "of", "on", "or",
    "our", "she", "so", "that", "the", "their", "them", "then", "there", "they", "this", "to", "too", "uh", "um",
    "until", "up", "us", "was", "we", "were", "what", "with", "you", "your",
})  # fmt: skip
"""Words that are no part of a longer one."""
_HEARD_FIRST = frozenset({"for", "in", "my"})
"""Small words with which words of the field begin."""
_HEARD_APART = frozenset({"foramen", "hoffman", "piriformis", "hamstrings", "trapezius"})
"""Words that are heard as several, in none of which a mistake is looked for."""
_PREFIXES = frozenset({
    "sub", "dys", "inter", "intra", "para", "peri", "retro", "antero", "latero", "spondylo", "hypo", "hyper",
})  # fmt: skip
"""First halves that a hyphen may part from a word."""
_MOST_PARTS = 4
_SHORTEST_PART = 2
_OPENING = 3
"""Letters that are heard right: a word is not looked for by its sound where they differ."""


class Lexicon(NamedTuple):
    """The words that are looked for."""

    words: frozenset[str]
    """The words as they are spelled."""
    by_end: Mapping[str, tuple[str, ...]]
    """Words by their first letters, and by their last."""
    by_sound: Mapping[str, str]
    """Words by their sound."""
    openings: frozenset[str]
    """The first letters of all words."""
    beginnings: frozenset[str]
    """All that the words begin with, but for the small words that seldom do."""


def respelled(tokens: Tokens, *, spoken: bool) -> Tokens:
    """Return tokens in which the words of the field are spelled as in the tables.

    Args:
        tokens: The tokens of a text.
        spoken: Whether the text was heard; then parts of a word that stand apart become one token.
    """
    known = _lexicon()
    unknown = frozenset(filter(str.isalpha, tokens.said - known.words))
    opening = frozenset(word for word in unknown if word[:_OPENING] in known.openings)
    long = (word for word in unknown if len(word) >= _SHORTEST_HEARD and (word in opening or _ends_as_one(word)))
    right = {word: other for word in long if (other := meant(word, spoken=spoken))}
    parts = unknown.difference(_SMALL, right)
    joined = _apart(tokens, opening & parts, parts) if spoken else [*_hyphenated(tokens)]
    if not right and not joined:
        return tokens
    norms, spans = [right.get(word, word) for word in tokens.norms], tokens.spans[:]
    for start, end, word in reversed(joined):
        norms[start:end] = [word]
        spans[start:end] = [tokens.cover(start, end)]
    return Tokens(norms, spans)


def sound(word: str) -> str:
    """Return how a word sounds, roughly: its consonants, alike ones as one, and whether it opens with a vowel."""
    heard = word
    for written, said in _spoken():
        heard = written.sub(said, heard)
    opening = "a" if heard[:1] in set("aeiou") else ""
    consonants = re.sub("[aeiou]", "", heard).replace("s\u0283", "\u0283")
    return opening + re.sub(r"(.)\1+", r"\1", consonants)


@lru_cache(maxsize=KEPT)
def meant(word: str, *, spoken: bool) -> str | None:
    """Return the word that a misspelled one stands for, or None where there is nothing to mend.

    Args:
        word: A word in lower case.
        spoken: Whether it was heard.
    """
    if word in _as_spelled() or _is_right(word):
        return None
    if len(word) >= _SHORTEST - 1:
        # With one letter wrong, the first ones or the last ones are right.
        for end in (word[:_END], word[-_END:]):
            for right in _lexicon().by_end.get(end, ()):
                if _is_one_off(word, right):
                    return right
    return _sounding(word) if spoken else None


def _ends_as_one(word: str) -> bool:
    """Tell whether a word has the first or the last letters of one that is looked for."""
    return word[:_END] in _lexicon().by_end or word[-_END:] in _lexicon().by_end


def _is_one_off(word: str, right: str) -> bool:
    """Tell whether one letter is wrong, lacking, too many or exchanged with its neighbour."""
    if abs(len(word) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), min(len(word), len(right)))
    rest, wanted = word[start:], right[start:]
    exchanged = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return exchanged or rest[1:] == wanted[1:] or rest == wanted[1:] or rest[1:] == wanted


def _apart(tokens: Tokens, opening: frozenset[str], parts: frozenset[str]) -> list[tuple[int, int, str]]:
    """Return words that stand in parts, in order; what makes a word letter for letter makes no other."""
    closed = [*_closed_up(tokens), *_hyphenated(tokens)]
    taken = {at for start, end, _ in closed for at in range(start, end)}
    heard = (one for one in _joined(tokens, opening, parts) if taken.isdisjoint(range(*one[:2])))
    return sorted([*closed, *heard])


def _joined(tokens: Tokens, opening: frozenset[str], parts: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Yield words that stand in parts, as `sub location`, with the indices of their first part and after the last.

    Args:
        tokens: The tokens of a text.
        opening: Those of its words that may be the first part of a longer one.
        parts: Those that may be any part of one, and are none of their own.
    """
    norms, following = tokens.norms, [*tokens.norms[1:], ""]
    free = 0
    for start in tokens.indices(opening):
        if start < free or following[start] not in parts:
            continue
        for end in range(start + 2, min(start + _MOST_PARTS, len(norms)) + 1):
            if norms[end - 1] not in parts:
                break
            if right := _whole("".join(norms[start:end])):
                yield start, end, right
                free = end
                break


def _closed_up(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """Yield words that stand in parts letter for letter, whatever the parts mean, as `in nominate` and `sub occipital`.

    Args:
        tokens: The tokens of a text.
    """
    norms, known = tokens.norms, _lexicon()
    free = 0
    for start in tokens.indices(known.beginnings):
        if start < free:
            continue
        whole = norms[start]
        for end in range(start + 2, min(start + _MOST_PARTS, len(norms)) + 1):
            whole += norms[end - 1]
            if whole in _HEARD_APART or (whole in known.words and len(whole) >= _SHORTEST):
                yield start, end, whole
                free = end
                break
            if whole not in known.beginnings:
                break


def _hyphenated(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """Yield words of which a hyphen parts two halves, as `sub-luxation` and `dys-function`."""
    norms, spans = tokens.norms, tokens.spans
    for start in tokens.indices(_PREFIXES):
        parts = spans[start : start + 3]
        if norms[start + 1 : start + 2] != ["-"] or any(one[1] != other[0] for one, other in pairwise(parts)):
            continue
        whole = "".join((norms[start], *norms[start + 2 : start + 3]))
        if whole in _lexicon().words:
            yield start, start + 3, whole


def _whole(word: str) -> str | None:
    """Return the word that parts make, as they stand or as they sound."""
    return word if len(word) >= _SHORTEST and _is_right(word) else _sounding(word)


def _is_right(word: str) -> bool:
    return word in _lexicon().words


@lru_cache(maxsize=KEPT)
def _sounding(word: str) -> str | None:
    """Return the word that one sounds like and is written much like."""
    right = _lexicon().by_sound.get(sound(word)) if word[:_OPENING] in _lexicon().openings else None
    return right if right and SequenceMatcher(None, word, right).ratio() >= _ALIKE else None


@cache
def _as_spelled() -> frozenset[str]:
    return frozenset(word for (word,) in records("as_spelled", ("word",)))


@cache
def _lexicon() -> Lexicon:
    sounds = dict(records("spelling", ("word", "sound")))
    by_end: dict[str, list[str]] = {}
    by_sound: dict[str, str] = {}
    for word, heard in sounds.items():
        for end in (word[:_END], word[-_END:]):
            by_end.setdefault(end, []).append(word)
        if len(heard) >= _SHORTEST_SOUND:
            by_sound.setdefault(heard, word)
    openings = frozenset(word[:_OPENING] for word in sounds)
    wholes = sounds.keys() | _HEARD_APART
    beginnings = {word[:end] for word in wholes for end in range(_SHORTEST_PART, len(word))} - (_SMALL - _HEARD_FIRST)
    return Lexicon(
        words=frozenset(sounds),
        by_end={end: tuple(found) for end, found in by_end.items()},
        by_sound=by_sound,
        openings=openings,
        beginnings=frozenset(beginnings),
    )


@cache
def _spoken() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return how spellings sound, in the order in which they are heard."""
    rules = (
        (r"[ts]ion|[cst]ian|cious|tious", "\u0283n"), ("ph", "f"), ("th", "\u03b8"), ("sch|sh", "\u0283"),
        ("tch|ch", "k"), ("ck|qu?", "k"), ("c(?=[eiy])", "s"), ("c", "k"), ("x", "ks"), ("z", "s"),
        ("dg|g(?=[eiy])", "j"),
        ("^kn|^gn|^pn", "n"), ("^ps", "s"), ("gh|(?<!^)[hw]", ""), ("y", "i"),
    )  # fmt: skip
    return tuple((re.compile(written), said) for written, said in rules)
