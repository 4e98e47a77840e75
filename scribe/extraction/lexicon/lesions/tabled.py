"""Tables with a column of their own for dysfunction: `| Region | SD |`, `| Cervical | yes |`, `| Ribs | none |`."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.lesions.kinds import JOINTS, heads_in
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.schema import Lesion, LesionKind, Span

_YES = frozenset({"yes", "y", "+", "present", "x", "✓", "✔", "☑", "☒", "pos", "positive", "true", "++", "+++"})
_FEWEST = 2
"""Bars of a row."""


class _Column(NamedTuple):
    """A column that a table's head names for a dysfunction."""

    number: int
    """Which one, from 0."""
    kind: LesionKind
    """What it is called."""
    head: Span
    """Where its name stands."""


def read_tabled(view: View) -> Iterator[Lesion]:
    """Read the rows of tables whose head names a dysfunction, where its column says yes."""
    if "|" not in view.said:
        return
    column: _Column | None = None
    for line in view.document.lines:
        cells = _cells(view.text, line)
        if not cells:
            column = None
        elif (named := _column(view, cells)) is not None:
            column = named
        elif column is not None and column.number < len(cells):
            yield from _row(view, cells, column)


def _cells(text: str, line: Span) -> list[Span]:
    """Return the spans between the bars of a line, and before and behind them."""
    bars = [at for at in range(*line) if text[at] == "|"]
    if len(bars) < _FEWEST:
        return []
    return [(start + 1, end) for start, end in pairwise([line[0] - 1, *bars, line[1]])]


def _column(view: View, cells: list[Span]) -> _Column | None:
    """Return the column that a head names for a dysfunction, and what it is called; None where a row names a place."""
    for number, cell in enumerate(cells):
        part = _part(view, cell)
        if view.fixing(part):
            return None
        for hit in heads_in(view, part):
            short = hit.end - hit.start == part.end - part.start
            if short and hit.term.value in JOINTS:
                return _Column(number, hit.term.value, view.tokens.cover(hit.start, hit.end))  # type: ignore[arg-type]  # the table holds the schema's words
    return None


def _row(view: View, cells: list[Span], column: _Column) -> Iterator[Lesion]:
    """Read the lesion of a row, if its cell says yes."""
    number = column.number
    place = next((place for cell in cells[:number] for place in view.fixing(_part(view, cell))), None)
    part = _part(view, cells[number])
    said = [word for word in view.norms[part.start : part.end] if word not in {"[", "]", "(", ")"}]
    if place is None or not said or not (said[0] in _YES or _names_level(view, part, place)):
        return
    sides = {side.value for side in view.sides(part)}
    start, end = view.tokens.spans[place.start][0], view.tokens.spans[part.end - 1][1]
    levels = [segment for one in view.fixing(part) for segment in one.segments]
    yield Lesion(
        kind=column.kind,
        region=place.region,
        segments=(*place.segments, *levels),
        laterality=sides.pop() if len(sides) == 1 else None,
        assertion="present",
        read_by="lesions.head",
        evidence=(view.quote_span((start, end)), view.quote_span(column.head)),
    )


def _names_level(view: View, part: Chunk, place: Place) -> bool:
    return any(one.region == place.region and one.segments for one in view.fixing(part))


def _part(view: View, cell: Span) -> Chunk:
    said = view.tokens.between(cell)
    return Chunk(said.start, said.stop)
