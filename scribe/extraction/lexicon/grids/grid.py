"""Tables of T-A-R-T and P-A-R-T → findings, one for each filled cell.

    Region   T A R T        Level | P | A | R | T        Sacrum: T+ A+ R+ T-
    Sacrum   + + + -        C5    | + R | - | + | +

A plus or a word in a cell is a present finding, a minus or a zero an absent
one; an empty cell says nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.grids.cells import cells_of, gap, trimmed
from scribe.extraction.lexicon.view.parts import words_in
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.schema import Laterality, Span, Tart, TartComponent

_TART: tuple[TartComponent, ...] = ("tissue_texture", "asymmetry", "restriction", "tenderness")
_PART: tuple[TartComponent, ...] = ("tenderness", "asymmetry", "restriction", "tissue_texture")
LETTERS: dict[str, TartComponent] = {"A": "asymmetry", "R": "restriction", "P": "tenderness"}
"""What the letters of the columns stand for, but for the T, which stands for two."""
_ABSENT = frozenset({"-", "\u2013", "0", "o", "neg", "none", "no", "absent", "nl", "wnl", "normal", "(-)"})
_SIDES: dict[str, Laterality] = {"R": "right", "L": "left", "B": "bilateral", "RIGHT": "right", "LEFT": "left"}
_UNTESTED = ("not ex", "not te", "not as", "not do", "not pa", "defer", "n/e", "n/a", "n/t", "untested", "unexamined")
"""How a cell opens that says that nobody looked."""
_FEWEST_BOXES = 3
"""Boxes with the name of a column that make a line a row."""
_LONGEST_REMARK = 60
_JOINT = frozenset({"jt", "jts", "joint", "joints", "side", ",", ":"})
"""Words between a place and its side."""


class _Head(NamedTuple):
    """The line that names the columns of a grid."""

    columns: tuple[TartComponent, ...]
    """What the four letters stand for."""
    offsets: tuple[int, ...]
    """Where they stand in their line."""
    skipped: int
    """Columns between that of the places and the first letter, as one for the severity."""


class _Cell(NamedTuple):
    """A filled cell of a grid."""

    component: TartComponent
    """Its column."""
    span: Span
    """Where it stands."""


def may_hold(view: View) -> bool:
    """Tell whether a document names columns, or gives a letter its sign or box."""
    return _has_header(view.text) or any(
        beginning().search(view.text) for beginning in (_inline, _letter_box, _graded, _word_box)
    )


def read_grid(view: View) -> Iterator[tuple[int, Tart]]:
    """Read the grids of a document.

    Yields:
        The number of a row's line, from 1, and a finding of that row.
    """
    if not may_hold(view):
        return
    head: _Head | None = None
    for number, line in enumerate(view.lines, 1):
        header = _header().search(view.text, *line)
        if header and not _is_lettered(view.text, line) and not _names_level(view, line):
            head = _head(view, line, header)
            continue
        place = _place(view, line)
        found = [*_row(view, line, head)] if place else []
        if not found:
            barred = view.text.count("|", *line) >= len(_TART)
            head = head if place or barred or not view.text[slice(*line)].strip(" |-:\t") else None
            continue
        yield from ((number, finding) for finding in found)


def _head(view: View, line: Span, header: re.Match[str]) -> _Head:
    before = cells_of(view, (line[0], header.start("first")))
    return _Head(
        columns=_PART if header["first"] == "P" else _TART,
        offsets=tuple(header.start(group) - line[0] for group in ("first", "second", "third", "fourth")),
        skipped=len(before) - 1,
    )


def _is_lettered(text: str, line: Span) -> bool:
    """Tell whether a line gives letters their signs, and does not only name them."""
    return bool(_inline().search(text, *line) or _letter_box().search(text, *line))


def _row(view: View, line: Span, head: _Head | None) -> Iterator[Tart]:
    """Read the cells of a line, which may hold several rows, as `Sacrum T+ A-; Lumbar T- A+` does."""
    for part in _parts(view.text, line):
        place = _place(view, part)
        if place is not None:
            cells = [*_cells_of(view, place, _cells(view.text, part, head))]
            remarked = _side_of_remark(view, part) or _side_behind(view, place, cells)
            for cell in cells:
                if not view.text.lower().startswith(_UNTESTED, *cell.span):
                    found = _finding(view, place, cell)
                    labelled = found.assertion == "present" or _side_behind(view, place, cells) is not None
                    sided = labelled and found.laterality is None
                    yield found.model_copy(update={"laterality": remarked}) if sided else found


def _side_of_remark(view: View, part: Span) -> Laterality | None:
    """Return the side that stands in words behind the signs of a row: `T+ A- R+ T+   right diaphragm`."""
    marks = list(_inline().finditer(view.text, *part))
    if len(marks) < len(_TART) or not view.text[marks[-1].end() : marks[-1].end() + 2].isspace():
        return None
    sides = {side.value for side in view.sides(words_in(view, (marks[-1].end(), part[1])))}
    return sides.pop() if len(sides) == 1 else None


def _parts(text: str, line: Span) -> list[Span]:
    """Return the parts of a line between semicolons where more than one of them holds signs, else the line."""
    if text.find(";", *line) < 0:
        return [line]
    edges = [line[0], *(at + 1 for at in range(*line) if text[at] == ";"), line[1]]
    parts = [*pairwise(edges)]
    signed = [part for part in parts if len(list(_inline().finditer(text, *part))) > 1]
    return parts if len(signed) > 1 else [line]


def heads(view: View) -> frozenset[int]:
    """Return the numbers of the lines that name the four columns of a grid, or explain their letters."""
    lines = enumerate(view.lines, 1) if _has_header(view.text) else ()
    return frozenset(
        number
        for number, line in lines
        if _header().search(view.text, *line) and not _names_level(view, line) and _place(view, line) is None
    )


def _has_header(text: str) -> bool:
    # A lone R is seldom written, and found at once.
    return _lone_r().search(text) is not None and _header().search(text) is not None


def _names_level(view: View, line: Span) -> bool:
    """Tell whether a line names a vertebra or rib, which no head does."""
    return any(place.segments for place in view.places(words_in(view, line)))


def _place(view: View, line: Span) -> Place | None:
    """Return the place that a line starts with, behind a box of its own."""
    said = words_in(view, line)
    start = said.start + 3 * (view.norms[said.start : said.start + 3] == ["[", "x", "]"])
    places = view.fixing(Chunk(start, min(start + 3, said.end)))
    return places[0] if places else None


def _cells(text: str, line: Span, head: _Head | None) -> Iterator[_Cell]:
    inline = list(_inline().finditer(text, *line))
    boxes = list(_letter_box().finditer(text, *line))
    if graded := _graded().search(text, *line):
        order = _PART if graded["first"] == "P" else _TART
        yield from (_Cell(component, graded.span(at)) for at, component in enumerate(order, 2))
    elif worded := _worded(text, line):
        yield from worded
    elif len(inline) > 1:
        yield from _lettered(inline)
    elif len(boxes) == len(_TART):
        yield from (cell for cell in _lettered(boxes) if cell.span[0] < cell.span[1])
    elif head is not None:
        row = _boxed(text, line) or (
            _unpacked(text, _piped(text, line)[head.skipped :])
            if "|" in text[slice(*line)]
            else _gapped(text, line, head.skipped) or _spaced(text, line) or _below(text, line, head.offsets)
        )
        cells = zip(head.columns, row, strict=False)
        yield from (_Cell(component, span) for component, span in cells if span[0] < span[1])


def _cells_of(view: View, place: Place, cells: Iterable[_Cell]) -> Iterator[_Cell]:
    """Leave out what stands before the place of a row: in `A - L4 rotated` the dash is no minus but an item's."""
    start = view.tokens.spans[place.start][0]
    return (cell for cell in cells if cell.span[0] > start)


def _lettered(marks: list[re.Match[str]]) -> Iterator[_Cell]:
    """Read `T+ A+ R- T+`; the first T of TART is tissue texture, that of PART comes last."""
    part = any(mark["letter"] == "P" for mark in marks)
    opens = marks[0]["letter"] == "T"
    seen_tissue = not part and not opens and sum(mark["letter"] == "T" for mark in marks) < len("TT")
    for mark in marks:
        component = LETTERS.get(mark["letter"])
        if component is None:
            component = "tissue_texture" if part or not seen_tissue else "tenderness"
            seen_tissue = True
        yield _Cell(component, mark.span("sign"))


def _worded(text: str, line: Span) -> list[_Cell]:
    """Read boxes with the names of the columns behind them: `[x] tissue texture [ ] asym [x] ROM [x] tender`."""
    boxes = list(_word_box().finditer(text, *line))
    named = [next(name for name in _TART if box[name]) for box in boxes]
    if len(boxes) < _FEWEST_BOXES or len({*named}) < len(named):
        return []
    return [
        _Cell(name, trimmed(text, box.start("sign"), box.end()))
        for name, box in zip(named, boxes, strict=True)
        if box["sign"]
    ]


def _boxed(text: str, line: Span) -> list[Span]:
    """Return the spans of the four boxes of a row, those of unticked ones empty."""
    boxes = list(_box().finditer(text, *line))
    return [box.span("tick") for box in boxes] if len(boxes) == len(_TART) else []


def _piped(text: str, line: Span) -> list[Span]:
    """Return the spans of the cells after the first, trimmed."""
    start, end = line
    bars = [at for at in range(start, end) if text[at] == "|"]
    if text[start:end].lstrip().startswith("|"):
        bars = bars[1:]
    edges = [*bars, end]
    return [trimmed(text, left + 1, right) for left, right in pairwise(edges)]


def _unpacked(text: str, cells: list[Span]) -> list[Span]:
    """Return the spans of four signs that share one cell, as in `Sacrum | + + + - | yes`, else the cells."""
    return next(filter(None, (_spaced(text, cell) for cell in cells)), cells)


def _gapped(text: str, line: Span, skipped: int) -> list[Span]:
    """Return the spans of the last four cells where wide gaps part them from the first, and from skipped ones."""
    start, end = trimmed(text, *line)
    edges = [start, *(edge for gap in gap().finditer(text, start, end) for edge in gap.span()), end]
    cells = [*zip(edges[::2], edges[1::2], strict=True)]
    return cells[-len(_TART) :] if len(cells) in {1 + len(_TART), 1 + skipped + len(_TART)} else []


def _spaced(text: str, line: Span) -> list[Span]:
    """Return the spans of four signs in a row, as in `Sacrum   + + + -`."""
    row = _signs().search(text, *line)
    return [row.span(group) for group in range(1, 5)] if row else []


def _below(text: str, line: Span, offsets: tuple[int, ...]) -> list[Span]:
    """Return the spans of the marks below the letters of the head, with an empty one where no mark stands."""
    marks = [match.span() for match in _lone().finditer(text, *line)]
    below = [next((mark for mark in marks if abs(mark[0] - line[0] - offset) <= 1), line[:1] * 2) for offset in offsets]
    return below if sum(start < end for start, end in below) == len(marks) else []


def _finding(view: View, place: Place, cell: _Cell) -> Tart:
    said = view.text[slice(*cell.span)]
    start = view.tokens.spans[place.start][0]
    return Tart(
        component=cell.component,
        region=place.region,
        laterality=_side(view, cell) or _side_before(view, place),
        assertion="absent" if said.lower() in _ABSENT or said[:1] in {"-", "\u2013"} else "present",
        read_by="tart.grid",
        evidence=(view.quote_span((start, cell.span[1])),),
    )


def _side(view: View, cell: _Cell) -> Laterality | None:
    """Return the side that a cell names, as in `+ R`, `4/10 left facet` or `R > L`."""
    sides = {side.value for side in view.sides(words_in(view, _with_brackets(view.text, cell.span)))}
    letters = view.text[slice(*cell.span)].replace("+", " ").split()
    sides |= {_SIDES[letter] for letter in letters if letter in _SIDES}
    return "bilateral" if sides >= {"left", "right"} else next(iter(sides), None)


def _side_before(view: View, place: Place) -> Laterality | None:
    """Return the side right before the place of a row, as in `L SI jt | + | - | + | -`."""
    sides = view.sides(Chunk(place.start - 1, place.start))
    between = view.text[view.tokens.spans[place.start - 1][1] : view.tokens.spans[place.start][0]] if sides else ""
    return sides[0].value if sides and "\n" not in between else None


def _side_behind(view: View, place: Place, cells: Sequence[_Cell]) -> Laterality | None:
    """Return the side that ends the label of a row, as in `TMJ L   + + + -` and `SC jt R   - - + -`."""
    if not cells:
        return None
    label = Chunk(place.end, words_in(view, (view.tokens.spans[place.start][0], cells[0].span[0])).end)
    sides = view.sides(label)
    alone = len(sides) == 1 and _JOINT.issuperset(view.norms[label.start : sides[0].start])
    return sides[0].value if alone and {"|"}.issuperset(view.norms[sides[0].end : label.end]) else None


def _with_brackets(text: str, span: Span) -> Span:
    """Return a span with the bracket right behind it, as in `A+ (R crest high)`."""
    start, end = span
    closing = text.find(")", end, end + _LONGEST_REMARK) if text[end : end + 2] == " (" else -1
    return (start, closing) if closing > 0 and "\n" not in text[end:closing] else span


@cache
def _header() -> re.Pattern[str]:
    """Match a line that names the four columns in order."""
    apart = r"\b(?:[^+\n]{0,24}?|[ \t|]{0,80})\b"
    return re.compile(rf"(?P<first>[TP])(?<!\w.){apart}(?P<second>A){apart}(?P<third>R){apart}(?P<fourth>T)\b")


@cache
def _lone_r() -> re.Pattern[str]:
    return re.compile(r"R(?<!\w.)\b")


@cache
def _box() -> re.Pattern[str]:
    """Match a box that holds a tick, a sign or nothing."""
    return re.compile(r"[\[(][ _]?(?P<tick>[xX+\u2713\u2714\u221a]?)[ _]?[\])]")


@cache
def _letter_box() -> re.Pattern[str]:
    """Match a box with the letter of its column behind it."""
    return re.compile(r"[\[(][ _]?(?P<sign>[xX+\u2713\u2714\u221a]?)[ _]?[\])] ?(?P<letter>[TPAR])(?![A-Za-z])")


@cache
def _word_box() -> re.Pattern[str]:
    """Match a box with the name of its column behind it, and a remark on it or its side."""
    tissue = r"(?P<tissue_texture>tissue(?: texture)?(?: changes?)?|tt[ac]|texture)"
    motion = r"(?P<restriction>rom|motion|restrict(?:ed|ion|ions)?)"
    named = rf"{tissue}|(?P<asymmetry>asymm?(?:etry|etric)?)|{motion}|(?P<tenderness>tender(?:ness)?|pain)"
    remark = r"(?: ?: ?[^\[\]\n]{1,60}| (?:[rlb]|left|right|bilat\w*)\b)?"
    box = r"[\[(][ _]?(?P<sign>[xX+\u2713\u2714\u221a]?)[ _]?[\])]"
    return re.compile(rf"{box} ?(?:{named})(?!\w){remark}", re.IGNORECASE)


@cache
def _graded() -> re.Pattern[str]:
    """Match the letters of the columns, each with a grade right behind it: `T2 A1 R2 Te0`."""
    return re.compile(r"(?P<first>[TP])(?<!\w.)([0-4])[ ,]{1,3}A([0-4])[ ,]{1,3}R([0-4])[ ,]{1,3}T[Ee]?([0-4])(?!\w)")


@cache
def _lone() -> re.Pattern[str]:
    """Match a mark that stands alone, as in a column of marks."""
    return re.compile(r"(?<=\s)(?:[xX+0\u2013\u2713-]|\+\+)(?=\s|$)")


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(r"(?<=\s)([+0\u2013-])\s+([+0\u2013-])\s+([+0\u2013-])\s+([+0\u2013-])(?=\s|$)")


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(
        r"(?P<letter>[TPAR])(?<![A-Za-z0-9].)\s?:?\s?\(?(?P<sign>[+\u2013-])\)?(?=[\s,;/.(]|$)"
        r"(?! [a-z]{2}|(?<= [+\u2013-]) [A-Z]\d|(?<= [\u2013-]) (?![TPAR] ?[:(+\u2013-])[A-Za-z])"
    )
