"""The cells of a table: where they stand in a line, and what one says of what is tested.

A cell may hold a word, a tick, a grade or a measure.
"""

import re
from functools import cache
from typing import NamedTuple

from scribe.extraction.lexicon.view.parts import words_in
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, NeuroKind, Span

PRESENT = frozenset({"present", "positive", "pos", "+", "yes", "y", "abnormal", "abnl", "impaired"})
ABSENT = frozenset({"absent", "negative", "neg", "-", "no", "n", "normal", "nl", "wnl", "intact", "none", "full"})
_TICKS = frozenset({"x", "✓", "✔", "☑", "☒", "√"})
_VALUES: dict[str, Assertion] = {
    "normal": "absent",
    "negative": "absent",
    "abnormal": "present",
    "possible": "possible",
}
_GRADED: dict[NeuroKind, tuple[int, int]] = {"motor_deficit": (5, 5), "reflex_deficit": (2, 4)}
"""Of signs that are graded by a bare number, the least that is normal and the greatest there is."""
_PROVOKED = frozenset({"tension_sign", "upper_motor_neuron", "tenderness"})
_PAIR = 2
_LAG = 0.75
_LEAST_DEGREES = 6
"""Degrees that are no grade of strength."""


class Subject(NamedTuple):
    """What a row or a column is about."""

    group: str
    """`neuro` or `tart`."""
    value: str
    """The kind or the component."""
    term: Hit | None
    """The term that names it."""


def says(view: View, cell: Span, subject: Subject, answer: Assertion | None) -> Assertion | None:
    """Return what a cell asserts of its subject; None where it says nothing."""
    said = words_in(view, cell)
    norms = view.norms[slice(*said)]
    if answer is not None:
        return answer if _TICKS.intersection(norms) else None
    if norms and norms[0].isdecimal() and len(norms) == 1:
        return _grade(subject, int(norms[0]))
    if subject.value == "motor_deficit" and norms[1:] in (["+"], ["-"]) and norms[0].isdecimal():
        return _grade(subject, int(norms[0]) - (norms[1] == "-"))
    measured = _measured(norms) if subject.value == "restriction" else None
    if subject.value == "tissue_texture" and not words("soft").isdisjoint(norms[:1]):
        return "absent"
    return measured or _valued(view, said, subject) or _marked(norms)


def lags(one: list[str], other: list[str]) -> bool:
    """Tell whether a motion goes clearly less far in one cell than in the other: `12` beside `25`."""
    if not (len(one) == len(other) == 1 and one[0].isdecimal() and other[0].isdecimal()):
        return False
    return _LEAST_DEGREES <= int(one[0]) <= int(other[0]) * _LAG


def _valued(view: View, cell: Chunk, subject: Subject) -> Assertion | None:
    """Return what the first value or palpation term of a cell asserts."""
    for hit in view.terms("neuro", cell):
        if hit.term.role == "value":
            return _judged(subject, hit)
    for hit in view.terms("tart", cell):
        if hit.term.role in {"finding", "position", "normal"}:
            return "absent" if hit.term.role == "normal" else "present"
    return None


def _marked(norms: list[str]) -> Assertion | None:
    if (PRESENT | words("limited")).intersection(norms):
        return "present"
    return "absent" if ABSENT.intersection(norms) else None


def _grade(subject: Subject, number: int) -> Assertion | None:
    least, greatest = _GRADED.get(subject.value, (0, -1))  # type: ignore[call-overload]  # other subjects have no grades
    return None if number > greatest else "present" if number < least else "absent"


def _measured(norms: list[str]) -> Assertion | None:
    """Return what a measured range such as `40/60` or `full` says of motion."""
    numbers = [int(word) for word in norms if word.isdecimal()]
    if len(numbers) == _PAIR and "/" in norms:
        return "present" if numbers[0] < numbers[1] else "absent"
    return None


def _judged(subject: Subject, value: Hit) -> Assertion:
    if value.term.text in {"absent", "present"} and subject.value in _PROVOKED:
        return "absent" if value.term.text == "absent" else "present"
    if value.term.text == "present" and subject.value not in {"reflex_deficit", "sensory_deficit"}:
        return "present"
    return _VALUES[value.term.value]


def cells_of(view: View, line: Span) -> list[Span]:
    """Return the spans of a line's cells: between bars, or between tabs or wide gaps."""
    start, end = trimmed(view.text, *line)
    barred = "|" in view.text[start:end]
    if barred and view.text[start] == "|":
        start += 1
    if barred and view.text[end - 1] == "|" and end > start:
        end -= 1
    marks = [match.span() for match in (_bar() if barred else gap()).finditer(view.text, start, end)]
    edges = [start, *(edge for mark in marks for edge in mark), end]
    return [trimmed(view.text, one, other) for one, other in zip(edges[::2], edges[1::2], strict=True)]


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without the space around it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@cache
def _bar() -> re.Pattern[str]:
    return re.compile(r"\|")


@cache
def gap() -> re.Pattern[str]:
    """Match what parts two cells where no bars do."""
    return re.compile(r"\t+ *| {2,}")


def with_label(text: str, cells: list[Span], columns: int) -> list[Span]:
    """Part the label of a row from the value behind it, as in `L4 TA 5 | 5`, or join it: `C  C2 L  [x]`."""
    boxes = cells[1 - columns :]
    if len(cells) > columns > 1 and all(is_box(text, cell) for cell in boxes):
        return [(cells[0][0], cells[-columns][1]), *boxes]
    match = _value().search(text, *cells[0]) if len(cells) == _PAIR and columns == _PAIR + 1 else None
    if match is None:
        return cells
    return [(cells[0][0], match.start()), match.span("value"), *cells[1:]]


def is_box(text: str, cell: Span) -> bool:
    """Tell whether a cell is a box, ticked or not."""
    return _box().fullmatch(text, *cell) is not None


def is_unticked(text: str, cell: Span) -> bool:
    """Tell whether a cell is an empty box."""
    return is_box(text, cell) and _TICKS.union("+").isdisjoint(text[slice(*cell)].lower())


@cache
def _box() -> re.Pattern[str]:
    return re.compile(r"[\[(][ _]?[xX✓✔√+]?[ _]?[\])]|[☐☑☒✓✔]")


@cache
def _value() -> re.Pattern[str]:
    """Match the value that a cell ends with: a grade, a sign, or a word for what is well or not."""
    grade = r"\d(?:[+-]|/\d)?[+-]?|[+\u2013-]{1,2}|\u2193|\u2191"
    said = r"nl|wnl|neg|pos|int|intact|dec|absent|normal|free|tight|full"
    return re.compile(rf"[ \t]+(?P<value>{grade}|{said})[ \t]*$", re.IGNORECASE)
