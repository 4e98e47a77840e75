"""Codes said aloud: `em ninety-nine point oh three` and `nine eight nine four oh`."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scribe.documents.lowered import lowered
from scribe.schema import Span
from scribe.terminology.codes import code_set

_UNITS = {
    "oh": "0", "o": "0", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "niner": "9",
}  # fmt: skip
_TEENS = {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19",
}  # fmt: skip
_TENS = {
    "twenty": "2", "thirty": "3", "forty": "4", "fourty": "4", "fifty": "5", "sixty": "6", "seventy": "7",
    "eighty": "8", "ninety": "9",
}  # fmt: skip
_LETTERS = {"m": "M", "em": "M", "g": "G", "gee": "G", "s": "S", "ess": "S", "r": "R", "ar": "R"}
_POINTS = frozenset({"point", "dot", "."})
_CLOSING = frozenset({"x", "a", "d"})
"""Letters that an injury code ends with."""
_PARTING = frozenset(" -")
"""What parts the words of a code that is said; one that is written has none."""
_SPELLED = ("as", "in")
_OWN = "M99"
_OWN_ENDING = 2
_LENGTH = 3
_INJURY = 4
_PROCEDURE = 5


class Aloud(NamedTuple):
    """A code that is said."""

    code: str
    """The code as it is written."""
    span: Span
    """Where it is said."""


class _Word(NamedTuple):
    said: str
    start: int
    end: int


def said_codes(text: str) -> Iterator[Aloud]:
    """Find the codes of a text that are said in words, or in parts of which one is, in order.

    Args:
        text: The document's text.
    """
    lower = lowered(text)
    for run in _runs(lower):
        said = [_Word(found[0], *found.span()) for found in _word().finditer(lower, *run.span())]
        at = 0
        while at < len(said):
            found = _diagnosis(said, at) or _procedure(said, at)
            if found is None:
                at += 1
                continue
            code, end = found
            span = said[at].start, said[end - 1].end
            if not _PARTING.isdisjoint(text[slice(*span)]):
                yield Aloud(code, span)
            at = end


def _runs(lower: str) -> Iterator[re.Match[str]]:
    """Find the runs of the lines that hold a sign of a code; none of them goes on in the next line."""
    end = 0
    for sign in _sign().finditer(lower):
        if sign.start() >= end:
            start = lower.rfind("\n", end, sign.start()) + 1 or end
            end = lower.find("\n", sign.end()) + 1 or len(lower)
            yield from _run().finditer(lower, start, end)


def _diagnosis(said: list[_Word], start: int) -> tuple[str, int] | None:
    """Return a code that its letter opens, with where it ends."""
    at = start + (said[start].said in {"capital", "letter"})
    letter = _LETTERS.get(said[at].said) if at < len(said) else None
    if letter is None:
        return None
    spelled = tuple(word.said for word in said[at + 1 : at + 3]) == _SPELLED
    category, at = _digits(said, at + 1 + spelled * (len(_SPELLED) + 1), 2)
    pointed = at < len(said) and said[at].said in _POINTS
    if len(category) != 2 or not (pointed or letter + category == _OWN):  # noqa: PLR2004  # a letter and two digits
        return None
    ends = list(_endings(said, at + pointed, letter))
    own = letter + category == _OWN
    if own:
        ends = [(digits, end) for digits, end in ends if len(digits) == _OWN_ENDING or (pointed and len(digits) == 1)]
    if not ends:
        return None
    known = [(digits, end) for digits, end in ends if not own and code_set(None).find(f"{letter}{category}.{digits}")]
    digits, end = (known or ends)[-1]
    return f"{letter}{category}.{digits}", end


def _endings(said: list[_Word], start: int, letter: str) -> Iterator[tuple[str, int]]:
    """Read what may follow the point of a code, from the shortest to the longest."""
    digits, at = "", start
    while at < len(said) and len(digits) < (_INJURY if letter == "S" else _LENGTH):
        if said[at].said in _CLOSING and letter == "S" and digits:
            more, end = said[at].said.upper(), at + 1
        else:
            more, end = _number(said, at)
        if not more:
            return
        digits, at = digits + more, end
        if len(digits) <= _INJURY:
            yield digits, at


def _procedure(said: list[_Word], start: int) -> tuple[str, int] | None:
    """Return the five digits of a procedure of manual medicine, with where they end."""
    digits, end = _digits(said, start, _PROCEDURE)
    worded = any(word.said.isalpha() for word in said[start:end])
    return (digits, end) if worded and _manual().fullmatch(digits) else None


def _digits(said: list[_Word], start: int, length: int) -> tuple[str, int]:
    """Return the digits that words say, up to a number of them, with where they end."""
    digits, at = "", start
    while at < len(said) and len(digits) < length:
        more, end = _number(said, at)
        if not more or len(digits) + len(more) > length:
            break
        digits, at = digits + more, end
    return digits, at


def _number(said: list[_Word], at: int) -> tuple[str, int]:
    """Return the digits of the number that stands at a word, as `41` for `forty one`, with where it ends."""
    word = said[at].said
    after = said[at + 1].said if at + 1 < len(said) else ""
    if word in _TENS:
        unit = _UNITS.get(after, "0")
        return (_TENS[word] + unit, at + 2) if unit != "0" else (_TENS[word] + "0", at + 1)
    if word == "double" and after in _UNITS:
        return _UNITS[after] * 2, at + 2
    digits = word if word.isdecimal() else _UNITS.get(word) or _TEENS.get(word, "")
    return digits, at + 1


@cache
def _sign() -> re.Pattern[str]:
    """Match what no code that is said goes without: a point, or the nine of `M99` and of every procedure."""
    return re.compile(r"nine|9|point|dot|\.\d")


@cache
def _run() -> re.Pattern[str]:
    """Match a letter and the numbers behind it, or numbers alone, in lower case."""
    number = rf"(?:{'|'.join((*_UNITS, *_TEENS, *_TENS, 'double'))}|\d{{1,2}})"
    opening = "".join({word[0] for word in (*_UNITS, *_TEENS, *_TENS, *_LETTERS, "double", "capital", "letter")})
    letter = rf"(?:(?:capital|letter) )?(?:{'|'.join(_LETTERS)})(?: as in [a-z]+,?)? ?(?=[\da-z])"
    more = rf"(?:[ \-]{{1,2}}(?:point|dot|{number}|[xad])(?![a-z\d])|\.(?=\d)\d{{1,2}}(?!\d))"
    return re.compile(rf"\b(?=[{opening}\d])(?<!['\u2019\w.])(?:{letter})?(?:{number})(?![a-z\d]){more}+")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z]+|\d+|\.")


@cache
def _manual() -> re.Pattern[str]:
    return re.compile(r"9892[5-9]|9894[0-3]|97(?:012|014|035|110|112|124|140|530)|99(?:20[2-5]|21[1-5])")
