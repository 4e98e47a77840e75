"""Tables with a column or row for each side, or a column for each answer → findings, one for each filled cell.

Test | Left | Right     Reflexes   R    L     Side  | SLR | Slump     Sign      Present   Absent
SLR  | +    | -         Achilles   1+   2+    Left  | neg | pos       Clonus              x

The sides may also stand in the title of a table whose labels share the first
column with its values, as in `Lower limbs (R | L)` above `L4 TA 5 | 5`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scribe.documents import section_at
from scribe.extraction.lexicon.grids.cells import (
    ABSENT,
    PRESENT,
    Subject,
    cells_of,
    is_unticked,
    lags,
    says,
    with_label,
)
from scribe.extraction.lexicon.view.parts import words_in
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Evidence, Laterality, Neuro, NeuroKind, Span, Tart, TartComponent
from scribe.terminology.regions import structure

_SIDES: dict[str, Laterality] = {
    **dict.fromkeys(("right", "r", "rt"), "right"),
    **dict.fromkeys(("left", "l", "lt"), "left"),
}
_COMPONENTS: dict[str, TartComponent] = {
    **dict.fromkeys(("tissue", "tiss", "texture", "tone", "spasm", "edema"), "tissue_texture"),
    **dict.fromkeys(
        ("hypertonicity", "ttc", "tta", "ttx", "taut", "tight", "hypertonic", "ropy", "boggy"), "tissue_texture"
    ),
    **dict.fromkeys(("asymmetry", "asym", "asymm", "misalignment", "malposition", "position"), "asymmetry"),
    "end": "restriction",
    **dict.fromkeys(("restriction", "restricted", "restr", "rom", "motion", "mobility", "fixation"), "restriction"),
    **dict.fromkeys(("fixed", "fixated", "hypomobile", "hypomobility", "stiff"), "restriction"),
    **dict.fromkeys(("tenderness", "tender", "tend", "pain", "painful", "sore", "ttp"), "tenderness"),
}
_OF_SIDE = (["side"], ["sides"], ["side", "(", "s", ")"], ["lat"], ["laterality"], ["r", "/", "l"], ["l", "/", "r"])
"""Heads of a column whose cells tell the side of their rows."""
_FILLERS = frozenset({
    "subluxation", "subluxations", "feel", "of", "range", "texture", "change", "changes", "muscle", "joint", "/", "-",
    "dec", "decr", "decreased", "reduced", "limited", "loss", "lost", "up", "increased", "incr", "inc", "high", "found",
})  # fmt: skip
_NOW = frozenset({"now", "current", "currently", "today", "present"})
_THEN = frozenset({"past", "previous", "previously", "prior", "before", "initial", "baseline", "last", "earlier"})
_LEVELS = frozenset({"dermatome", "dermatomes", "myotome", "myotomes", "root", "roots", "level", "levels"})
_OF_STRENGTH = frozenset({"muscle", "muscles", "myotome", "myotomes"})
"""Heads of a column of muscles, whose strength is graded beside them."""
_TOUCH = frozenset({"lt", "pp"})
"""How light touch and pinprick are written above a column."""
_GRADES = frozenset("012345")
_LEFT_OUT = (["not", "examined"], ["not", "tested"], ["not", "assessed"], ["not", "done"])
_FEWEST = 2
_FARTHEST = 40


class _Column(NamedTuple):
    """What the cells of a column share."""

    words: Chunk
    """The words at its head."""
    side: Laterality | None
    """The side that they name."""
    answer: Assertion | None
    """The answer that they give, which a tick in the column means."""
    component: TartComponent | None
    """The component of TART that they name."""
    when: Assertion | None = None
    """What holds of a finding in it, where it stands for now or for an earlier time."""
    subject: Subject | None = None
    """What is tested in it, where each column of a table is a test."""
    names_side: bool = False
    """Whether its cells tell the side of their rows."""


class _Row(NamedTuple):
    """A row and what stands above it."""

    label: Chunk
    """The words of its first cell."""
    start: int
    """Where it starts in the text."""
    head: list[_Column]
    """The columns of its table."""


class _Reading(NamedTuple):
    """What a cell says."""

    side: Laterality | None
    """The side of its column or row."""
    assertion: Assertion
    """What it asserts."""
    end: int
    """Where it ends in the text."""
    above: Chunk = Chunk(0, 0)
    """The head of its column, where that alone names the side."""


def read_columns(view: View, away: frozenset[int]) -> Iterator[tuple[int, Neuro | Tart | None]]:
    """Read the tables of a document that have sides or answers as columns or rows.

    Args:
        view: The document's words.
        away: Numbers of the lines that belong to text of another visit.

    Yields:
        The number of a line, from 1, with a finding of that row, or with None where it heads a table.
    """
    if view.document.kind != "note":
        return
    head: list[_Column] = []
    for number, line in enumerate(view.lines, 1):
        cells = cells_of(view, line) if _edge().search(view.text, *line) else []
        if len(cells) < _FEWEST:
            head = []
        elif titled := _titled(view, line):
            head = titled
            yield number, None
        elif _is_rule(view.text, line):
            continue
        elif columns := _heads(view, cells, is_first=not head):
            head = columns
            yield number, None
        elif head and _section_tells(view, line):
            row = with_label(view.text, cells, len(head))
            for finding in _row(view, head, row, is_away=number in away) if len(row) <= len(head) else ():
                yield number, finding


def _titled(view: View, line: Span) -> list[_Column]:
    """Return the columns whose sides a title ends with, as in `Lower limbs (R | L)`."""
    match = _title().search(view.text, *line)
    sides = [_SIDES[match[name].lower()] for name in ("first", "second")] if match else []
    if match is None or sides[0] == sides[1]:
        return []
    named = (_Column(words_in(view, match.span(at)), side, None, None) for at, side in enumerate(sides, 1))
    return [_Column(words_in(view, (line[0], match.start())), None, None, None), *named]


def _section_tells(view: View, line: Span) -> bool:
    section = section_at(view.document, line[0])
    return section is None or section.name not in {"imaging", "assessment", "plan", "codes"}


def _is_rule(text: str, line: Span) -> bool:
    """Tell whether a line only rules a table off, as `---|---` does."""
    return not text[slice(*line)].strip("|-:=+ \t")


def _heads(view: View, cells: list[Span], *, is_first: bool) -> list[_Column]:
    """Return the columns that a line heads: sides, answers, times, components, or signs above rows of levels."""
    columns = [_column(view, cell) for cell in cells]
    sides = {column.side for column in columns}
    answers = {column.answer for column in columns[1:]}
    # `Sacrum | boggy | restricted` is a row of the table that it stands in, though its words could head columns.
    names_row = not is_first and bool(view.fixing(columns[0].words))
    components = [column for column in columns[1:] if column.component and not names_row]
    if sides >= {"left", "right"} or len(components) >= _FEWEST or (is_first and answers >= {"present", "absent"}):
        return [_Column(Chunk(0, 0), None, None, None), *columns] if columns[0].side else columns
    said = view.text[slice(*cells[0])].strip(" :").lower()
    if said in _LEVELS:
        tested = [column._replace(side=None, subject=_tested(view, column.words)) for column in columns[1:]]
        return [columns[0], *tested] if tested and all(column.subject for column in tested) else []
    timed = [column._replace(when=_time(view, column.words)) for column in columns]
    if {column.when for column in timed[1:]} == {"present", "historical"}:
        return [column._replace(answer=None) for column in timed]
    return columns if said in {"side", "sides"} else []


def _time(view: View, said: Chunk) -> Assertion | None:
    """Return whether the head of a column names the present or an earlier time."""
    norms = view.norms[said.start : said.end]
    return "historical" if _THEN.intersection(norms) else "present" if _NOW.intersection(norms) else None


def _tested(view: View, said: Chunk) -> Subject | None:
    if _TOUCH.intersection(view.norms[said.start : said.end]):
        return Subject("neuro", "sensory_deficit", None)
    return _subject(view, said)


def _column(view: View, cell: Span) -> _Column:
    said = words_in(view, cell)
    named = [word for word in view.norms[slice(*said)] if word not in words("side_nouns")]
    word = named[0] if len(named) == 1 else ""
    answer: Assertion | None = "present" if word in PRESENT else "absent" if word in ABSENT else None
    meant = [word for word in named if word not in _FILLERS]
    component = _COMPONENTS[meant[0]] if meant and _COMPONENTS.keys() >= set(meant) else None
    sided = view.norms[slice(*said)] in _OF_SIDE
    return _Column(said, _SIDES.get(word), answer, component, names_side=sided)


def _row(view: View, head: list[_Column], cells: list[Span], *, is_away: bool) -> Iterator[Neuro | Tart]:
    label = _column(view, cells[0])
    if any(column.component for column in head):
        yield from _components(view, head, cells, is_away=is_away)
        return
    inside = [_column(view, cell).words for cell in cells[1:]]
    readings: dict[Subject, list[_Reading]] = {}
    for column, cell in zip(head[1:], cells[1:], strict=False):
        named = column.subject or _subject(view, head[0].words, label.words, column.words)
        shown = _shown(view, label.words, inside) if named is None or named.group == "tart" else None
        graded = shown if shown is not None and shown.value == "motor_deficit" else None
        subject = graded or named or shown or _landmark(view, label.words)
        side = column.side or label.side
        if subject is None or (side is None and not (column.answer or column.when or column.subject)):
            continue
        assertion = says(view, cell, subject, column.answer)
        if subject.value == "restriction" and _lags_behind(view, cell, cells[1:]):
            assertion = "present"
        if column.when == "historical":
            assertion = "historical" if assertion == "present" else None
        if assertion is not None:
            above = column.words if column.side else Chunk(0, 0)
            readings.setdefault(subject, []).append(_Reading(side, assertion, cell[1], above))
    row = _Row(label.words, cells[0][0], head)
    for subject, found in readings.items():
        for reading in found if subject.value == "asymmetry" else _agreed(_lasting(found)):
            told = reading._replace(assertion="historical") if is_away else reading
            yield _finding(view, row, subject, told)


def _lags_behind(view: View, cell: Span, cells: list[Span]) -> bool:
    """Tell whether a motion to one side goes less far than to the other of two cells."""
    norms = {one: view.norms[slice(*words_in(view, one))] for one in cells}
    return len(norms) == _FEWEST and all(one == cell or lags(norms[cell], norms[one]) for one in cells)


def _components(view: View, head: list[_Column], cells: list[Span], *, is_away: bool) -> Iterator[Tart]:
    """Read a row of a place with a column for each component; an empty cell says nothing."""
    label = _column(view, cells[0]).words
    if not view.fixing(label):
        return
    below = [*_below(view, head, cells)]
    own = next(
        (_side(view, cell, view.norms[slice(*words_in(view, cell))]) for one, cell in below if one.names_side), None
    )
    for column, cell in below:
        norms = view.norms[slice(*words_in(view, cell))]
        if column.component is None or not norms or _is_untested(norms) or is_unticked(view.text, cell):
            continue
        assertion: Assertion = "absent" if norms[0] in ABSENT | {"0"} else "present"
        side = _side(view, cell, norms) or _side(view, cells[0], []) or own
        told = _Reading(side, "historical" if is_away else assertion, cell[1])
        yield _felt(view, _Row(label, cells[0][0], head), Subject("tart", column.component, None), told)


def _is_untested(norms: list[str]) -> bool:
    """Tell whether a cell says that nobody looked, as `n/e` and `deferred` do."""
    return norms[0] in words("untested") or norms[:2] == ["n", "/"] or norms[:2] in _LEFT_OUT


def _below(view: View, head: list[_Column], cells: list[Span]) -> Iterator[tuple[_Column, Span]]:
    """Yield the cells of a row with their columns: in their order, or where some are empty the nearest above."""
    if len(cells) == len(head) or "|" in view.text[cells[0][0] : cells[-1][1]]:
        yield from zip(head[1:], cells[1:], strict=False)
        return
    places = [(_offset(view.text, view.tokens.spans[column.words.start][0]), column) for column in head[1:]]
    for cell in cells[1:]:
        at = _offset(view.text, cell[0])
        yield min(places, key=lambda place: abs(place[0] - at))[1], cell


def _offset(text: str, start: int) -> int:
    """Return how far from the start of its line something stands."""
    return start - text.rfind("\n", 0, start)


def _side(view: View, cell: Span, norms: list[str]) -> Laterality | None:
    """Return the side that a cell names, as in `boggy bilat` or `left base deep`."""
    sides = {side.value for side in view.sides(words_in(view, cell))}
    sides |= {_SIDES[word] for word in norms if word in _SIDES}
    return "bilateral" if sides >= {"left", "right"} else next(iter(sides), None)


def _lasting(found: list[_Reading]) -> list[_Reading]:
    """Return what remains where something was there and is no more: that it was there."""
    past = [reading for reading in found if reading.assertion == "historical"]
    return past if past and all(reading.assertion != "present" for reading in found) else found


def _agreed(found: list[_Reading]) -> list[_Reading]:
    """Return one reading where both sides are the same, else each."""
    sides = {reading.side for reading in found}
    if sides == {"left", "right"} and len({reading.assertion for reading in found}) == 1:
        return [found[-1]._replace(side="bilateral", above=Chunk(0, 0))]
    return found


def _subject(view: View, *parts: Chunk) -> Subject | None:
    """Return what the label of a row, the head of its column or of the table names, in this order."""
    for part in parts:
        if not _OF_STRENGTH.isdisjoint(view.norms[part.start : part.end]):
            return Subject("neuro", "motor_deficit", None)
        for hit in view.terms("neuro", part):
            if hit.term.role in {"sign", "symptom", "organ"}:
                return Subject("neuro", hit.term.value, hit)
        for hit in view.terms("tart", part):
            if hit.term.role in {"finding", "test", "motion", "ask"}:
                return Subject("tart", hit.term.value, hit)
    return None


def _landmark(view: View, label: Chunk) -> Subject | None:
    """Return asymmetry as the subject of a row that names a landmark."""
    named = any(place.structure in words("landmarks") - {"vertebra"} for place in view.places(label))
    return Subject("tart", "asymmetry", None) if named else None


def _shown(view: View, label: Chunk, cells: list[Chunk]) -> Subject | None:
    """Return what the cells of a row show by their own words: a grade is one of strength."""
    muscle = any(place.structure == "vertebra" for place in view.places(label)) or not words("muscles").isdisjoint(
        view.norms[label.start : label.end]
    )
    grades = [view.norms[cell.start : cell.end] for cell in cells]
    if muscle and all(norms and norms[0] in _GRADES and set(norms[1:]) <= {"+", "-"} for norms in grades):
        return Subject("neuro", "motor_deficit", None)
    values = [hit for cell in cells for hit in view.terms("neuro", cell) if hit.term.role == "value"]
    if any(hit.term.text.endswith("/5") for hit in values):
        return Subject("neuro", "motor_deficit", None)
    return _subject(view, *cells)


def _finding(view: View, row: _Row, subject: Subject, reading: _Reading) -> Neuro | Tart:
    if subject.group == "neuro":
        kind: NeuroKind = subject.value  # type: ignore[assignment]  # the table holds the schema's words
        levels = [place for place in view.places(row.label) if place.structure == "vertebra"]
        return Neuro(
            kind=kind,
            roots=tuple(dict.fromkeys(segment for place in levels for segment in place.segments)),
            laterality=reading.side,
            assertion=reading.assertion,
            read_by="neuro.columns",
            evidence=_evidence(view, subject, row, reading),
        )
    return _felt(view, row, subject, reading)


def _felt(view: View, row: _Row, subject: Subject, reading: _Reading) -> Tart:
    component: TartComponent = subject.value  # type: ignore[assignment]  # the table holds the schema's words
    place = _place(view, row)
    implied = structure(subject.term.term.structure).region if subject.term and subject.term.term.structure else None
    return Tart(
        component=component,
        region=place.region if place else implied,
        laterality=reading.side,
        assertion=reading.assertion,
        read_by="tart.columns",
        evidence=_evidence(view, subject, row, reading),
    )


def _evidence(view: View, subject: Subject, row: _Row, reading: _Reading) -> tuple[Evidence, ...]:
    """Quote a row up to its cell, and the heads that name its subject and its side."""
    span = (row.start, reading.end)
    heads = [(subject.term.start, subject.term.end)] if subject.term and not _holds(view, span, subject.term) else []
    if reading.above.start < reading.above.end:
        heads.append((reading.above.start, reading.above.end))
    return (view.quote_span(span), *(view.quote_span(view.tokens.cover(*head)) for head in heads))


def _holds(view: View, span: Span, hit: Hit) -> bool:
    return span[0] <= view.tokens.spans[hit.start][0] < span[1]


def _place(view: View, row: _Row) -> Place | None:
    """Return the place that a row names, else its table, else the line above it."""
    top = row.head[0].words
    above = Chunk(max(0, top.start - _FARTHEST), top.start)
    for part in (row.label, top):
        if places := view.fixing(part):
            return places[0]
    places = view.fixing(above)
    return places[-1] if places else None


@cache
def _edge() -> re.Pattern[str]:
    return re.compile(r"[|\t]|  ")


@cache
def _title() -> re.Pattern[str]:
    side = r"(?:R|L|Rt|Lt|RIGHT|LEFT|Right|Left)"
    sides = rf"(?P<first>{side})[ \t]*\|[ \t]*(?P<second>{side})"
    return re.compile(rf"(?<=\w)[ \t]*[(\[:][ \t]*{sides}[ \t]*[)\]]?[ \t]*:?$")
