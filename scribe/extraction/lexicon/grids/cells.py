"""What the cell of a table says of what is tested: a word, a tick, a grade or a measure."""

from typing import NamedTuple

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
    said = view.tokens.between(cell)
    norms = view.norms[said.start : said.stop]
    if answer is not None:
        return answer if _TICKS.intersection(norms) else None
    if norms and norms[0].isdecimal() and len(norms) == 1:
        return _grade(subject, int(norms[0]))
    if subject.value == "motor_deficit" and norms[1:] in (["+"], ["-"]) and norms[0].isdecimal():
        return _grade(subject, int(norms[0]) - (norms[1] == "-"))
    measured = _measured(norms) if subject.value == "restriction" else None
    if subject.value == "tissue_texture" and not words("soft").isdisjoint(norms[:1]):
        return "absent"
    return measured or _valued(view, Chunk(said.start, said.stop), subject) or _marked(norms)


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
