"""Tables whose title names the sides of two columns, and whose labels stand in the first of them.

Lower limbs (R | L)
L4 TA 5 | 5
Achilles 2+ | 1+
"""

import re
from functools import cache
from typing import NamedTuple

from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.schema import Laterality, Span

_SIDES: dict[str, Laterality] = {
    **dict.fromkeys(("r", "rt", "right"), "right"),
    **dict.fromkeys(("l", "lt", "left"), "left"),
}
_FEWEST = 2


class Titled(NamedTuple):
    """A title with the sides of its columns."""

    title: Chunk
    """The words before the sides."""
    sides: list[tuple[Chunk, Laterality]]
    """The sides in the order of the columns, with their words."""


def sides_titled(view: View, line: Span) -> Titled | None:
    """Return the sides that a title ends with, as in `Lower limbs (R | L)`."""
    match = _title().search(view.text, *line)
    if match is None:
        return None
    sides = [_SIDES[match[name].lower()] for name in ("first", "second")]
    if sides[0] == sides[1]:
        return None
    title = view.tokens.between((line[0], match.start()))
    parts = [view.tokens.between(match.span(name)) for name in ("first", "second")]
    named = [(Chunk(part.start, part.stop), side) for part, side in zip(parts, sides, strict=True)]
    return Titled(Chunk(title.start, title.stop), named)


def with_label(text: str, cells: list[Span], columns: int) -> list[Span]:
    """Part the label of a row from the value behind it, where the row lacks a cell: `L4 TA 5 | 5`."""
    match = _value().search(text, *cells[0]) if len(cells) == _FEWEST and columns == _FEWEST + 1 else None
    if match is None:
        return cells
    return [(cells[0][0], match.start()), match.span("value"), *cells[1:]]


@cache
def _title() -> re.Pattern[str]:
    side = r"(?:R|L|Rt|Lt|RIGHT|LEFT|Right|Left)"
    sides = rf"(?P<first>{side})[ \t]*\|[ \t]*(?P<second>{side})"
    return re.compile(rf"(?<=\w)[ \t]*[(\[:][ \t]*{sides}[ \t]*[)\]]?[ \t]*:?$")


@cache
def _value() -> re.Pattern[str]:
    """Match the value that a cell ends with: a grade, a sign, or a word for what is well or not."""
    grade = r"\d(?:[+-]|/\d)?[+-]?|[+\u2013-]{1,2}|\u2193|\u2191"
    said = r"nl|wnl|neg|pos|int|intact|dec|absent|normal|free|tight|full"
    return re.compile(rf"[ \t]+(?P<value>{grade}|{said})[ \t]*$", re.IGNORECASE)
