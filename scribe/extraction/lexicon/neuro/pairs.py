"""Reflexes with a grade for each side: `Achilles R 2+ / L 0`, `DTRs (L/R): 2/2, 1/2`, `2+ right and 0 left`."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.schema import Assertion, Laterality, NeuroKind

_SIDES: dict[str, Laterality] = {
    **dict.fromkeys(("r", "rt", "right"), "right"),
    **dict.fromkeys(("l", "lt", "left"), "left"),
}
_GRADES = {
    **{str(grade): grade for grade in range(5)},
    **dict.fromkeys(("absent", "none"), 0),
    **dict.fromkeys(("trace", "diminished", "decreased", "reduced", "dim"), 1),
    **dict.fromkeys(("normal", "nl", "wnl", "intact"), 2),
}
_NORMAL, _LIVELY = 2, 3
_BETWEEN = frozenset({"on", "the", "at", ":", "=", "(", "-", "is", "was"})
_FEWEST = 2


class Paired(NamedTuple):
    """A reflex of one side, or of both where they are alike."""

    kind: NeuroKind
    """A lively one speaks of the upper motor neuron."""
    assertion: Assertion
    """Whether it falls short."""
    part: Chunk
    """The words of its grade and side."""
    laterality: Laterality
    """The side."""


class _Mark(NamedTuple):
    """A side or a grade in a row of them."""

    start: int
    end: int
    side: Laterality | None
    grade: int


def paired(scene: Scene) -> list[Paired]:
    """Return the reflexes of a note's statement that grade both sides; none where the sides are not told apart."""
    if scene.statement.turn >= 0 or not any(hit.term.value == "reflex_deficit" for hit in scene.terms("neuro", "sign")):
        return []
    marks = list(_marks(scene))
    found = list(_ordered(scene, marks)) or list(_beside(scene, marks))
    return found if {one.laterality for one in found} == {"left", "right"} else []


def _marks(scene: Scene) -> Iterator[_Mark]:
    """List the sides and grades of a statement in order; a grade of strength is none of them."""
    norms, statement = scene.view.norms, scene.statement
    for at in range(statement.start, statement.end):
        if norms[at] in _SIDES:
            yield _Mark(at, at + 1, _SIDES[norms[at]], -1)
        elif norms[at] in _GRADES:
            end = at + 1 + (norms[at + 1 : at + 2] in (["+"], ["-"]))
            yield _Mark(at, min(end, statement.end), None, _GRADES[norms[at]])


def _ordered(scene: Scene, marks: list[_Mark]) -> Iterator[Paired]:
    """Read pairs of grades in the order of sides that stands before them, as in `(L/R): 1/2`."""
    if [mark.side is None for mark in marks[: _FEWEST + 1]] != [False, False, True]:
        return
    first, second = marks[:_FEWEST]
    if not _slashed(scene, first, second):
        return
    grades = [mark for mark in marks[_FEWEST:] if mark.side is None]
    if len(grades) % _FEWEST or len(grades) + _FEWEST != len(marks):
        return
    for one, other in zip(grades[::2], grades[1::2], strict=True):
        if not _slashed(scene, one, other):
            return
        yield _paired(first.side, one, one)
        yield _paired(second.side, other, other)


def _slashed(scene: Scene, one: _Mark, other: _Mark) -> bool:
    return scene.view.norms[one.end : other.start] == ["/"]


def _beside(scene: Scene, marks: list[_Mark]) -> Iterator[Paired]:
    """Read grades each beside its side: all of them before it, or all of them behind it."""
    if len(marks) < 2 * _FEWEST or len(marks) % _FEWEST:
        return
    for one, other in zip(marks[::2], marks[1::2], strict=True):
        side, grade = (one, other) if marks[0].side else (other, one)
        between = scene.view.norms[one.end : other.start]
        if side.side is None or grade.side is not None or not _BETWEEN.issuperset(between):
            return
        yield _paired(side.side, one, other, grade.grade)


def _paired(side: Laterality | None, one: _Mark, other: _Mark, grade: int | None = None) -> Paired:
    graded = one.grade if grade is None else grade
    part = Chunk(one.start, other.end)
    if graded >= _LIVELY:
        return Paired("upper_motor_neuron", "present", part, side or "bilateral")
    return Paired("reflex_deficit", "absent" if graded == _NORMAL else "present", part, side or "bilateral")
