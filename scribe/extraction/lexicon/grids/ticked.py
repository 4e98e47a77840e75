"""Levels with a box for each side, below a head that says what a tick means.

Motion palpation (☒ = restricted)          Tenderness: C2 [x] L [ ] R   C5 [ ] L [x] R
C1 ☐L ☒R   C2 ☐L ☐R   C5 L ☒ R ☒
"""

import re
from collections.abc import Iterator
from functools import cache

from scribe.extraction.lexicon.view.view import View
from scribe.schema import Laterality, Region, Span, Tart, TartComponent

_TICKED = frozenset("☑☒✓✔xX√")
_REGIONS: dict[str, Region] = {
    **dict.fromkeys(("c0", "occ", "occiput", "oa"), "head"),
    **dict.fromkeys(("si", "sij", "sacrum"), "sacral"),
    **dict.fromkeys(("ilium", "innominate", "pelvis"), "pelvic"),
    "c": "cervical",
    "t": "thoracic",
    "l": "lumbar",
}


def read_ticked(view: View) -> Iterator[tuple[int, Tart | None]]:
    """Read the ticked sides of levels that stand below or behind what was felt for.

    Yields:
        The number of a line, from 1, with a finding of it, or with None where it heads such levels.
    """
    if not _has_box(view.text, 0, len(view.text)):
        return
    head: tuple[TartComponent, Span] | None = None
    above = 0
    for number, line in enumerate(view.lines, 1):
        levels = list(_level().finditer(view.text, *line)) if _has_box(view.text, *line) else []
        start = levels[0].start() if levels else line[1]
        if named := _head(view.text, (line[0], start)):
            head, above = named, number
        elif not levels and line[0] < line[1]:
            head = None
        if head and levels:
            yield above, None
            yield from ((number, finding) for level in levels for finding in _finding(view, level, *head))


def _head(text: str, line: Span) -> tuple[TartComponent, Span] | None:
    """Return what a line says was felt for, and where."""
    for pattern, component in _heads():
        if named := pattern.search(text, *line):
            return component, named.span()
    return None


def _finding(view: View, level: re.Match[str], component: TartComponent, head: Span) -> Iterator[Tart]:
    sides: dict[str, Laterality] = {"L": "left", "R": "right"}
    one, other = (("side", "after"), ("mark", "second")) if level["mark"] else (("first", "last"), ("near", "far"))
    ticked = [level[side] for side, mark in zip(one, other, strict=True) if _TICKED.intersection(level[mark])]
    if not ticked or len({*(level[side] for side in one)}) < len(sides):
        return
    name = level["name"].lower()
    yield Tart(
        component=component,
        region=_REGIONS.get(name) or _REGIONS[name[0]],
        laterality="bilateral" if len(ticked) > 1 else sides[ticked[0]],
        assertion="present",
        read_by="tart.ticked",
        evidence=(view.quote_span(level.span()), view.quote_span(head)),
    )


_DRAWN = "☐☑☒✓✔"
_BRACKETED = r"[\[(][ _]?[xX✓✔√]?[ _]?[\])]"
_BOX = rf"(?:[{_DRAWN}]|{_BRACKETED})"


def _has_box(text: str, start: int, end: int) -> bool:
    return any(text.find(box, start, end) >= 0 for box in _DRAWN) or _bracketed().search(text, start, end) is not None


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(_BRACKETED)


@cache
def _level() -> re.Pattern[str]:
    """Match a level with its two boxes, the sides behind them (`C1 ☐L ☒R`) or before them (`C1 L ☐ R ☒`)."""
    name = r"(?<![A-Za-z0-9])(?P<name>[CTL]\d{1,2}|C0|OA|Occiput|Occ|SIJ?|Sacrum|Ilium|Innominate|Pelvis)\b:?[ \t]*"
    behind = rf"(?P<mark>{_BOX}) ?(?P<side>[LR])\b[ \t,/|]*(?P<second>{_BOX}) ?(?P<after>[LR])\b"
    before = rf"(?P<first>[LR]):? ?(?P<near>{_BOX})[ \t,/|]*(?P<last>[LR]):? ?(?P<far>{_BOX})"
    return re.compile(rf"{name}(?:{behind}|{before})")


@cache
def _heads() -> tuple[tuple[re.Pattern[str], TartComponent], ...]:
    """Match the words of a head, which say what was felt for."""
    felt: tuple[tuple[str, TartComponent], ...] = (
        (r"tender|painful", "tenderness"),
        (r"hyperton|spasm|tissue|oedema|edema", "tissue_texture"),
        (r"motion|restrict|fixat|fixed|hypomobil|joint play|mobility", "restriction"),
    )
    return tuple((re.compile(rf"\b(?:{words})\w*", re.IGNORECASE), component) for words, component in felt)
