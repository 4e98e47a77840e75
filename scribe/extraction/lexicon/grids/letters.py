"""Letters of T-A-R-T and P-A-R-T with words behind them, or in brackets behind places.

    Lumbar  T: ropy R  A: L4 prominent R  R: rot L restricted  T: none
    C2-5 (T, R), T4 (A/R/T), sacrum (A)

Letters with words may also open lines of their own below the heading of a place.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from scribe.extraction.lexicon.grids.cells import ABSENT
from scribe.extraction.lexicon.grids.grid import LETTERS
from scribe.extraction.lexicon.view.parts import words_beside, words_in
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality, Span, Tart, TartComponent

_ORDERS = ("TART", "PART")
_LONGEST = 60
"""Characters of a cell; longer ones are prose, which says by itself what was found."""
_WELL = ABSENT | frozenset({
    "even", "level", "symmetric", "symmetrical", "equal", "free", "full", "unremarkable", "soft", "supple", "nontender",
    "non-tender", "0", "\u2013", "balanced", "mobile", "nt",
})  # fmt: skip
"""Words that a cell opens or closes with where nothing was found."""
_SIDES: dict[str, Laterality] = {
    **dict.fromkeys(("r", "right", "rr", "pr"), "right"),
    **dict.fromkeys(("l", "left", "rl", "pl"), "left"),
    **dict.fromkeys(("b", "bilat", "bilateral", "both"), "bilateral"),
}
_UNTESTED = frozenset({"deferred", "untested", "n/a", "na", "n", "ne"})
_MOTIONS = frozenset(
    {"flex", "flexion", "ext", "extension", "rot", "rotation", "sb", "lf", "lat", "facet", "and", "motion"}
)
"""Words beside a place of which a line only lists places."""
_FEWEST = 2
_REACH = 4
"""Words between a place and its letters: its side, or its position as in `L5 ERSL (A, R)`."""


class _Cell(NamedTuple):
    """What stands behind the letter of a column, in the row of a place."""

    line: int
    place: Place
    component: TartComponent
    span: Span


def read_worded(view: View, away: frozenset[int]) -> Iterator[tuple[int, Tart]]:
    """Read the rows of a document whose cells are words behind their letters.

    Args:
        view: The document's words.
        away: The numbers of the lines that tell of another visit.

    Yields:
        The number of a line, from 1, with a finding of it.
    """
    if not {"a", "r", "t"} <= view.said:
        return
    for row in (*_inline_rows(view), *_block_rows(view)):
        if all(cell.span[1] - cell.span[0] <= _LONGEST for cell in row):
            for cell in row:
                yield from ((cell.line, one) for one in _findings(view, cell, is_away=cell.line in away))
    yield from _listed(view)


def _inline_rows(view: View) -> Iterator[list[_Cell]]:
    for number, line in enumerate(view.lines, 1):
        labels = [*_label().finditer(view.text, *line)]
        if not _is_in_order(labels):
            continue
        places = view.fixing(words_in(view, (line[0], labels[0].start())))
        ends = [*(label.start() for label in labels[1:]), line[1]]
        whole = len(labels) == len(_ORDERS[0])
        place = places[-1] if places else _first_place(view, (labels[0].start(), line[1])) if whole else None
        if place is not None:
            cells = [*_cells(view, [number] * len(labels), labels, ends, place)]
            if places or not any(_names_several(view, cell.span) for cell in cells):
                yield [cell._replace(place=_first_place(view, cell.span) or place) for cell in cells]


def _names_several(view: View, span: Span) -> bool:
    """Tell whether a cell tells of several places, each with what was found there, as prose does."""
    return len({place.region for place in view.fixing(words_in(view, span))}) > 1


def _first_place(view: View, span: Span) -> Place | None:
    """Return the first place of a span that fixes a region."""
    return next(iter(view.fixing(words_in(view, span))), None)


def _block_rows(view: View) -> Iterator[list[_Cell]]:
    """Read letters that open lines of their own below the heading of a place."""
    for first, labels in _blocks(view):
        place = _heading(view, first - 1)
        if place is not None:
            yield [*_cells(view, *_lines(view, first, labels), place)]


def _blocks(view: View) -> Iterator[tuple[int, list[re.Match[str]]]]:
    """Yield where letters open lines of their own, one after the other, with these letters."""
    at = 0
    while at < len(view.lines):
        labels = [*_run(view, at)]
        if _is_in_order(labels):
            yield at, labels
        at += max(1, len(labels))


def _lines(view: View, first: int, labels: Sequence[re.Match[str]]) -> tuple[range, Sequence[re.Match[str]], list[int]]:
    """Return the numbers of the lines that letters open, the letters, and where the lines end."""
    numbers = range(first + 1, first + 1 + len(labels))
    return numbers, labels, [view.lines[number - 1][1] for number in numbers]


def _listed(view: View) -> Iterator[tuple[int, Tart]]:
    """Read the letters of lines that only list places: `P: C5 R, T4` above `R: C5 ext, T4`."""
    for first, labels in _blocks(view):
        if _heading(view, first - 1) is not None:
            continue
        named = _first_place(view, (labels[0].end(), view.lines[first + len(labels) - 1][1]))
        for cell in _cells(view, *_lines(view, first, labels), named) if named else ():
            yield from ((cell.line, one) for one in _bare(view, cell))


def _bare(view: View, cell: _Cell) -> list[Tart]:
    """Return what is found at each place of a cell that says nothing but places, their sides and their motions."""
    found = list[Tart]()
    for span in _parts(view.text, cell.span):
        said = words_in(view, span)
        places, sides = view.fixing(said), _sides(view, said)
        rest = {word for word in words_beside(view, said, [*places, *view.sides(said)]) if word[0].isalnum()}
        if len(places) != 1 or len(sides) > 1 or not (_MOTIONS | _SIDES.keys()).issuperset(rest):
            return []
        found.append(
            Tart(
                component=cell.component,
                region=places[0].region,
                laterality=next(iter(sides), None),
                assertion="present",
                read_by="tart.grid",
                evidence=(view.quote_span(span),),
            )
        )
    return found


def _run(view: View, first: int) -> Iterator[re.Match[str]]:
    """Return the letters that open the lines from a line on."""
    for line in view.lines[first : first + len(_ORDERS[0])]:
        label = _opening_label().match(view.text, *line)
        if label is None:
            return
        yield label


def _heading(view: View, number: int) -> Place | None:
    """Return the place that is all that a line says."""
    if number < 0:
        return None
    part = words_in(view, view.lines[number])
    rest = (word for word in words_beside(view, part, view.places(part)) if word[0].isalnum())
    places = view.fixing(part)
    return places[0] if places and words("heading_nouns").union(("spine", "region")).issuperset(rest) else None


def _is_in_order(labels: Sequence[re.Match[str]]) -> bool:
    """Tell whether letters stand in the order of the columns, of which one may be left out."""
    said = "".join(label["letter"] for label in labels)
    return any(said in {order, *(order[:at] + order[at + 1 :] for at in range(len(order)))} for order in _ORDERS)


def _cells(
    view: View, lines: Sequence[int], labels: Sequence[re.Match[str]], ends: Sequence[int], place: Place
) -> Iterator[_Cell]:
    of_part = any(label["letter"] == "P" for label in labels)
    for at, (number, label, end) in enumerate(zip(lines, labels, ends, strict=True)):
        of_tissue: TartComponent = "tissue_texture" if of_part or at == 0 else "tenderness"
        start, stop = label.end(), end
        while stop > start and view.text[stop - 1] in " \t,;.|/":
            stop -= 1
        if stop > start:
            yield _Cell(number, place, LETTERS.get(label["letter"], of_tissue), (start, stop))


def _findings(view: View, cell: _Cell, *, is_away: bool) -> Iterator[Tart]:
    """Read a cell: what is there with its sides, and what is not with its own: `ropy R, normal L`."""
    told: dict[Assertion, set[Laterality]] = {}
    for span in _parts(view.text, cell.span):
        said = words_in(view, span)
        norms, sides = view.norms[slice(*said)], _sides(view, said)
        if norms and not _UNTESTED.isdisjoint(norms[:1]):
            continue
        only_side = bool(told) and len(norms) == len(sides)
        assertion: Assertion = next(reversed(told)) if only_side else "absent" if _is_well(norms) else "present"
        told.setdefault(assertion, set()).update(sides)
    start = min(view.tokens.spans[cell.place.start][0], cell.span[0])
    if "\n" in view.text[start : cell.span[0]] or " " in view.text[slice(*cell.span)]:
        start = cell.span[0]
    for assertion, sides in told.items():
        yield Tart(
            component=cell.component,
            region=cell.place.region,
            laterality="bilateral" if sides >= {"left", "right"} else next(iter(sides), None),
            assertion="historical" if is_away else assertion,
            read_by="tart.grid",
            evidence=(view.quote_span((start, cell.span[1])),),
        )


def _parts(text: str, span: Span) -> Iterator[Span]:
    """Part a cell at its commas and semicolons."""
    start, end = span
    for at in range(start, end):
        if text[at] in ",;":
            yield start, at
            start = at + 1
    yield start, end


def _sides(view: View, said: Chunk) -> set[Laterality]:
    """Return the sides that a part of a cell names, also as mere letters."""
    sides, placed = {side.value for side in view.sides(said)}, covered_by(view.places(said))
    letters = (view.norms[at] for at in range(*said) if at not in placed)
    return sides | {_SIDES[letter] for letter in letters if letter in _SIDES}


def _is_well(norms: Sequence[str]) -> bool:
    """Tell whether a part of a cell says that nothing is there: it opens or closes with a word of health."""
    named = [word for word in norms if word not in _SIDES]
    if not named or named[0] in {"not", "less"}:
        return False
    within = "within" in named and "normal" in named
    return named[0] in _WELL or within or (named[-1] in _WELL and named[-1] != "0")


@cache
def _label() -> re.Pattern[str]:
    """Match the letter of a column before its words: `T: ropy`, `A= level`, `R- decreased`; before a sign, none."""
    return re.compile(
        r"(?<![A-Za-z0-9/])\(?(?P<letter>[TPAR])(?:\):?[ \t]+|[:=][ \t]*|[ ]?[-\u2013][ \t]+)(?=\S)"
        r"(?![TPAR] ?[+\u2013-](?:\s|$))"
    )


@cache
def _opening_label() -> re.Pattern[str]:
    """Match the letter that opens a line."""
    return re.compile(r"[ \t]*(?:[-*\u2022][ \t]*)?(?P<letter>[TPAR])(?:[:=][ \t]*|[ \t]?[-\u2013][ \t]+)(?=\S)")


def read_lettered(view: View) -> Iterator[tuple[int, Tart]]:
    """Read the letters in brackets behind the places of a line that has several of them.

    Yields:
        The number of a line, from 1, with a finding of it.
    """
    for number, line in enumerate(view.lines, 1) if _brackets().search(view.text) else ():
        brackets = [match.span() for match in _brackets().finditer(view.text, *line)]
        if len(brackets) >= _FEWEST:
            for span in brackets:
                yield from ((number, finding) for finding in _bracketed(view, line, span))


def _bracketed(view: View, line: Span, bracket: Span) -> Iterator[Tart]:
    before = words_in(view, (line[0], bracket[0]))
    near = Chunk(max(before.start, before.end - _REACH), before.end)
    places = view.fixing(near)
    if not places:
        return
    sides = view.sides(Chunk(places[-1].start, before.end))
    start = view.tokens.spans[places[-1].start][0]
    for component in _components(re.findall("[TAR]", view.text[slice(*bracket)])):
        yield Tart(
            component=component,
            region=places[-1].region,
            laterality=sides[0].value if sides else None,
            assertion="present",
            read_by="tart.grid",
            evidence=(view.quote_span((start, bracket[1])),),
        )


def _components(letters: list[str]) -> Iterator[TartComponent]:
    """Yield what letters stand for; the first T of TART is tissue texture, one behind the others tenderness."""
    for index, letter in enumerate(letters):
        yield LETTERS.get(letter) or ("tenderness" if index else "tissue_texture")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\([TAR](?: ?[,/+&]? ?[TAR]){0,3}\)")
