"""The letters that open the parts of a note: `S: neck pain`, `O  C5 tender`, at the starts of lines or in one line."""

import re
from functools import cache

from scribe.documents.headings import Heading, heading_name
from scribe.schema import Span

_FEWEST_WEAK = 3
"""Small letters, or letters without a mark, that open sections: `p: 72` is a pulse, an A an article."""
_NOTE = "SOAP"
"""The letters of the parts of a note, in their order."""
_BEFORE_ROW = 40
"""Characters of a date or a number of a visit before the letters of a note in one line."""


def letters_at_lines(text: str, lines: tuple[Span, ...]) -> dict[int, Heading]:
    """Headings of one letter, as in `S- neck pain` or `O  C5 tender`, by the starts of their lines.

    The letters must go on as the sections of a note do, all with one mark, and no other letter may have that mark.
    Letters with several marks do so together, as `o-` above an `a` and a `p` that fill their lines, and as an `A` that
    fills its line does between `S  neck pain` and `P  ice`.

    Args:
        text: The text.
        lines: Its lines.
    """
    heads = [match for start, end in lines if (match := _letter().match(text, start, end))]
    marked = [[head for head in heads if _mark_of(head) == mark] for mark in dict.fromkeys(map(_mark_of, heads))]
    found = [head for same in marked if _is_ordered(same, _fewest(same)) for head in same]
    if not found:
        parts = [head for same in marked if _is_ordered(same, 1) for head in same]
        parts.sort(key=re.Match.start)
        found = parts if _is_ordered(parts, _FEWEST_WEAK) else []
    alone = [head for head in heads if found and _mark_of(head) == "line" and head not in found]
    if _is_ordered(sorted([*found, *alone], key=re.Match.start), _FEWEST_WEAK):
        found = [*found, *alone]
    named = [(head, heading_name(head["letter"].upper(), colon=True)) for head in found]
    return {head.start(): Heading(name, head.start(), head.end()) for head, name in named if name}


def letters_in_row(text: str, start: int, end: int) -> list[Heading]:
    """The letters of a note that stands in one line, as in `S: neck pain O: C5 tender A: sprain P: ice`.

    Args:
        text: The text.
        start: Where the line starts.
        end: Where it ends.

    Returns:
        The headings in order; none where fewer than three letters with one mark go on as a note does.
    """
    found = [*_row_letter().finditer(text, start, end)]
    if len(found) < _FEWEST_WEAK or found[0].start() - start > _BEFORE_ROW:
        return []
    same = [match for match in found if match["mark"] == found[0]["mark"]]
    if len(same) < _FEWEST_WEAK or not _NOTE.startswith("".join(match["letter"] for match in same)):
        return []
    named = ((match, heading_name(match["letter"], colon=True)) for match in same)
    return [Heading(name, match.start(), match.end()) for match, name in named if name]


def repeats_letter(text: str, heading: Heading, lettered: dict[int, Heading]) -> bool:
    """Whether a letter has opened a section by another mark, so that `S: left torsion` names a region in a list.

    Args:
        text: The text.
        heading: What may be a heading.
        lettered: The headings of one letter, by the starts of their lines.
    """
    letter = text[heading.start : heading.end].strip(" \t:")
    opened = {text[other.start : other.end].strip()[:1].upper() for other in lettered.values()}
    return len(letter) == 1 and heading.start not in lettered and letter.upper() in opened


def _fewest(same: list[re.Match[str]]) -> int:
    """How many different letters with one mark open sections."""
    return 2 if _mark_of(same[0]) and all(head["letter"].isupper() for head in same) else _FEWEST_WEAK


def _is_ordered(heads: list[re.Match[str]], fewest: int) -> bool:
    """Whether letters go on as the parts of a note do, and are enough."""
    order = [_NOTE.find(head["letter"].upper()) for head in heads]
    return len(set(order)) >= fewest and order == sorted(order) and -1 not in order


def _mark_of(head: re.Match[str]) -> str:
    """The mark of a letter; a gap for one of any width, a line for a letter that fills one."""
    if not head["mark"]:
        return "line"
    return (head["open"] or "") + (head["mark"].strip() or ("gap" if len(head["mark"]) > 1 else ""))


@cache
def _letter() -> re.Pattern[str]:
    marks = r"[)\]/.:]|[ ]?[-=>|](?=[ \t])|[ ]{1,}|\t|$"
    opened = r"(?:[-*\u2022#]{1,3}[ \t]+)?(?P<open>[(\[]|\*\*|__)?"
    return re.compile(rf"[ \t\ufeff]*{opened}(?P<letter>[A-Za-z])(?:\*\*|__)?(?P<mark>{marks})[ \t]*(?=\S|$)")


@cache
def _row_letter() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)(?P<letter>[SOAP])(?P<mark>[:)/]|[ ]?-(?=[ ]))[ \t]*")
