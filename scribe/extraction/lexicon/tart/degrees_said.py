"""Numbers of degrees as they are spoken: `about one thirty-five`, `a hundred and ten`, `one-oh-five`, `twenty`."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_NUMBERS = _TENS | _TEENS | _UNITS
_NONE = frozenset({"zero", "neutral"})
"""Words for no degrees at all."""
_HUNDRED = frozenset({"hundred", "oh"})
_DEGREES = frozenset({"degree", "degrees"})
_LEAST = 5
"""The least number that tells of degrees where the word is not said."""
_MOST = 190


@cache
def number_words() -> frozenset[str]:
    """Return the words and digits with which numbers of degrees are said."""
    return frozenset(_NUMBERS) | _HUNDRED | _NONE | frozenset(map(str, range(_LEAST, _MOST)))


class Said(NamedTuple):
    """A number of degrees with the words around it."""

    degrees: int
    """How many degrees."""
    rest: list[str]
    """The words before and after the number."""


def degrees_said(said: Sequence[str]) -> Said | None:
    """Return the only number of degrees that words tell; None where they tell none or several.

    Args:
        said: Words without marks.
    """
    numbers, rest, at = list[int](), list[str](), 0
    if not _NONE.isdisjoint(said) and not any(word in _NUMBERS or word.isdecimal() for word in said):
        return Said(0, [word for word in said if word not in _NONE | _DEGREES])
    while at < len(said):
        degrees, end = _number(said, at)
        if end == at:
            rest.append(said[at])
        else:
            numbers.append(degrees)
        at = max(end, at + 1)
    if len(numbers) != 1 or numbers[0] > _MOST or (numbers[0] < _LEAST and _DEGREES.isdisjoint(rest)):
        return None
    return Said(numbers[0], [word for word in rest if word not in _DEGREES])


def _number(said: Sequence[str], at: int) -> tuple[int, int]:
    """Return the number that begins at a word, and the index after it, which is that of the word where none does."""
    if said[at].isdecimal():
        return int(said[at]), at + 1
    end = at + 1
    following = said[end : end + 1]
    if said[at] in {"one", "a"} and following and (following[0] in _HUNDRED or following[0] in _TENS | _TEENS):
        end += following[0] in _HUNDRED
        end += list(said[end : end + 1]) == ["and"]
        below, after = _below_hundred(said, end)
        return 100 + below, after
    below, after = _below_hundred(said, at)
    alone = after == at + 1 and said[at] in _UNITS
    return (0, at) if alone and _DEGREES.isdisjoint(said[after : after + 1]) else (below, after)


def _below_hundred(said: Sequence[str], at: int) -> tuple[int, int]:
    """Return the number below a hundred that begins at a word, and the index after it."""
    word = said[at] if at < len(said) else ""
    if word not in _NUMBERS:
        return 0, at
    unit = said[at + 1] if at + 1 < len(said) else ""
    if word in _TENS and unit in _UNITS:
        return _TENS[word] + _UNITS[unit], at + 2
    return _NUMBERS[word], at + 1
