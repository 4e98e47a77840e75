"""Letters that head rows of an examination, and no part of a note: those of P.A.R.T. and T.A.R.T., and of regions."""

import re
from functools import cache
from typing import NamedTuple

from scribe.documents.headings import line_heading
from scribe.schema import Span

_FEWEST_GRADES = 3
_TWICE = "T"
"""The letter that T.A.R.T. has twice."""
_FEWEST_LEVELS = 2
"""Lines of one letter for a part of the spine, below which an `S:` is the sacrum; a `T:` alone is a temperature."""
_EXAMINING = frozenset({"objective", "exam", "structural_exam"})


class _Grade(NamedTuple):
    letter: str
    mark: str
    start: int


def lettered_rows(text: str, lines: tuple[Span, ...]) -> frozenset[int]:
    """Where the letters stand that head rows of an examination.

    Args:
        text: The text.
        lines: Its lines.
    """
    return frozenset(_graded(text, lines) | _leveled(text, lines))


def _graded(text: str, lines: tuple[Span, ...]) -> set[int]:
    """Where the letters of a P.A.R.T. or T.A.R.T. list stand: they are findings, not the plan or assessment."""
    graded: set[int] = set()
    run: list[_Grade] = []
    for start, end in (*lines, (len(text), len(text))):
        grade = _grade_of(text, start, end)
        if grade and not _is_whole(run, grade):
            run.append(grade)
        elif grade or not (run and _goes_on(text, start, end)):
            if len(run) >= _FEWEST_GRADES and {"R", "T"} & {found.letter for found in run}:
                graded.update(found.start for found in run)
            run = [grade] if grade else []
    return graded


def _grade_of(text: str, start: int, end: int) -> _Grade | None:
    """The letter at the start of a line, or behind the heading of an examination, as in `O: P - L4 tender`."""
    match = _grade().match(text, start, end)
    if match is None and (heading := line_heading(text, start, end)) and heading.name in _EXAMINING:
        start = heading.end
        match = _grade().match(text, start, end)
    return _Grade(match["letter"], match["mark"].strip(), start) if match else None


def _is_whole(run: list[_Grade], grade: _Grade) -> bool:
    """Whether a letter opens something else than the list above it, as the `A:` below `P - A - R - T -` does."""
    if len(run) < _FEWEST_GRADES:
        return False
    letters = [found.letter for found in run]
    return grade.mark != run[-1].mark or letters.count(grade.letter) > (grade.letter == _TWICE)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a line of words may belong to the letter above it."""
    return bool(text[start:end].strip()) and line_heading(text, start, end) is None


def _leveled(text: str, lines: tuple[Span, ...]) -> set[int]:
    """Where the lines start whose letter is a region: an `S:` below an `L5:`, or below a `T:` and an `L:`."""
    leveled: set[int] = set()
    above: set[str] = set()
    for start, end in lines:
        region, level = _region().match(text, start, end), _level().match(text, start, end)
        goes_on = region is not None and (len(above) >= _FEWEST_LEVELS or any(len(head) > 1 for head in above))
        if goes_on:
            leveled.add(start)
        elif level:
            above.add(level["head"])
        else:
            above = set()
    return leveled


@cache
def _grade() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:[-*\u2022][ \t]*)?(?P<letter>[PART])(?P<mark>[ \t]*[:)\u2013-]|[ \t]{2,})")


@cache
def _level() -> re.Pattern[str]:
    """Match the head of a line that tells of vertebrae or ribs, or of a part of the spine."""
    return re.compile(r"[ \t]*(?:[-*\u2022][ \t]*)?(?P<head>[CTL]\d{1,2}(?:-[CTLS]?\d{1,2})?|[HCTL])[ \t]*:")


@cache
def _region() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:[-*\u2022][ \t]*)?[SPR][ \t]*:")
