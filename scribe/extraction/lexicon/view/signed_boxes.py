"""Boxes that hold a minus or a plus: `[-] numbness  [+] leg pain`, `numbness [-]  leg pain [+]`.

Whether its label stands behind or before a box tells the line: where a box comes
before all words of its line or of its heading, labels stand behind their boxes.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.view.layout import breaks_before
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.words.tokens import Item, Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit

_SIGNS = frozenset({"-", "+", "\u2013"})
_RESULTS = _SIGNS | {"neg", "pos", "negative", "positive"}
_LONGEST = 8
_STOPS = frozenset({":", ";", "."})


class SignedBox(NamedTuple):
    """A box that holds a sign, with what it is about."""

    sign: int
    """Index of the sign."""
    label: range
    """Indices of the words of its label."""
    leads: bool
    """Whether it stands before its label."""


def signed_boxes(text: str, tokens: Tokens) -> list[SignedBox]:
    """Return the signed boxes of a text in order."""
    opened = [at for at in tokens.indices({"["}) if tokens.word(at + 1) in _SIGNS and tokens.word(at + 2) == "]"]
    return [*_boxes(text, tokens, opened)] if opened else []


def bracketed(norms: Sequence[str], hits: Sequence[Hit], sides: Sequence[Side]) -> set[int]:
    """Return the indices of the brackets that hold only a value or side, as in `Babinski (+)`, `L5 (R) tender`."""
    values = [hit for hit in hits if hit.term.role == "value"]
    inside = {index for hit in values if hit.term.text[0] == "(" for index in (hit.start, hit.end - 1)}
    items: list[Item] = [*values, *sides]
    held = [item for item in items if norms[item.start - 1] == "(" and norms[item.end : item.end + 1] == [")"]]
    return inside | {index for item in held for index in (item.start - 1, item.end)}


def second_sides(norms: Sequence[str], sides: Sequence[Side]) -> set[int]:
    """Return where the second of two sides stands that have a sign each, as in `SLR L - R + at 50`."""
    return {
        other.start
        for one, other in pairwise(sides)
        if other.start - one.end == 1
        and one.value != other.value
        and norms[one.end] in _RESULTS
        and norms[other.end : other.end + 1] != []
        and norms[other.end] in _RESULTS
    }


def _boxes(text: str, tokens: Tokens, opened: list[int]) -> Iterator[SignedBox]:
    leads, last = False, -1
    for at in opened:
        if last < 0 or "\n" in text[tokens.spans[last][0] : tokens.spans[at][0]]:
            leads = _opens_line(text, tokens, at)
        last = at
        yield SignedBox(at + 1, _after(text, tokens, at + 3) if leads else _before(text, tokens, at), leads)


def _opens_line(text: str, tokens: Tokens, at: int) -> bool:
    """Tell whether nothing stands before a box in its line, or a heading alone."""
    if at == 0 or tokens.norms[at - 1] in _STOPS:
        return True
    return breaks_before(text, tokens, at)


def _after(text: str, tokens: Tokens, start: int) -> range:
    end = start
    while end < len(tokens.norms) and end - start < _LONGEST and not _parts(text, tokens, end):
        end += 1
    return range(start, end)


def _before(text: str, tokens: Tokens, end: int) -> range:
    start = end
    while start > 0 and end - start < _LONGEST and tokens.norms[start - 1] not in {"]", ",", *_STOPS}:
        if start < end and breaks_before(text, tokens, start):
            break
        start -= 1
    return range(start, end)


def _parts(text: str, tokens: Tokens, at: int) -> bool:
    """Tell whether a label ends before a word: at a box, a mark, or the end of a line."""
    return breaks_before(text, tokens, at) or tokens.norms[at] in {"[", ",", *_STOPS}
