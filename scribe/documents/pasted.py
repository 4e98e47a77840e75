"""Reports of studies that were pasted into a note, quoted or announced: their parts are those of the report.

The impression at the end of a pasted report is the radiologist's, and no part of the note begins with it.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from scribe.documents.lines import trim
from scribe.schema import Span

_FEWEST = 2
"""Lines that a report has at least."""
_LONGEST = 90
"""Characters that a line has at most which announces a report."""


def pasted_reports(text: str, lines: tuple[Span, ...]) -> tuple[Span, ...]:
    """Reports of studies that stand in a note as they were written elsewhere.

    Each line of one is quoted, as in `> L4-5: bulge`, below or beside the name of a study; or a line announces it, as
    `Radiology report, pasted:` does, and levels and the parts of a report open the lines below.

    Args:
        text: The text of a note.
        lines: Its lines.

    Returns:
        For each report, where its first line starts and its last one ends, in order.
    """
    if _quote().search(text) is None and _reader().search(text) is None and _put_in().search(text) is None:
        return ()
    quoted = [*_quoted(text, lines)]
    taken = {start for start, _ in quoted}
    return tuple(sorted([*quoted, *(span for span in _announced(text, lines) if span[0] not in taken)]))


def _quoted(text: str, lines: tuple[Span, ...]) -> Iterator[Span]:
    """Runs of quoted lines that name a study, or stand below a line that does, which then belongs to them."""
    numbers = range(len(lines))
    for marked, run in groupby(numbers, lambda number: _quote().match(text, *lines[number]) is not None):
        run_of = [*run]
        first, last = run_of[0], run_of[-1]
        if not marked or len(run_of) < _FEWEST:
            continue
        above = lines[first - 1] if first else lines[first]
        announced = first > 0 and _announces(text, *above)
        if announced or _study().search(text, lines[first][0], lines[last][1]):
            yield (above if announced else lines[first])[0], lines[last][1]


def _announced(text: str, lines: tuple[Span, ...]) -> Iterator[Span]:
    """Announced reports, which go on while levels and parts of a report open their lines."""
    for number, (start, end) in enumerate(lines):
        if not _announces(text, start, end):
            continue
        last = number
        while last + 1 < len(lines) and _is_reported(text, *lines[last + 1]):
            last += 1
        if last - number >= _FEWEST:
            yield start, _without_conclusion(text, lines, number, last)


def _is_reported(text: str, start: int, end: int) -> bool:
    return trim(text, start, end)[0] < end and _reported().match(text, start, end) is not None


def _without_conclusion(text: str, lines: tuple[Span, ...], first: int, last: int) -> int:
    """Where a report ends: before an impression that no later one concludes from, since that is the writer's own."""
    concluded = _concluding().search(text, lines[last][1]) is not None
    impressions = (number for number in range(first + 1, last + 1) if _impression().match(text, *lines[number]))
    own = None if concluded else next(impressions, None)
    return lines[last if own is None else own - 1][1]


@cache
def _quote() -> re.Pattern[str]:
    """Match what opens a quoted line, which is no row of a table."""
    return re.compile(r"^[ \t]{0,8}(?:>{1,3}|\|(?![^|\n]*\|))", re.MULTILINE)


@cache
def _study() -> re.Pattern[str]:
    """Match the name of a study."""
    return re.compile(
        r"\b(?:mri?|ct|cat scan|x-?rays?|xr|radiographs?|films?|myelo\w*|bone scan|ultrasound|pacs|dexa)\b",
        re.IGNORECASE,
    )


def _announces(text: str, start: int, end: int) -> bool:
    """Whether a line announces what others wrote of a study, as in `Radiology says:` and `MRI report, copied in`."""
    if end - start > _LONGEST:
        return False
    put_in = _put_in().search(text, start, end) is not None
    if _reader().search(text, start, end) and (put_in or text[start:end].rstrip().endswith(":")):
        return True
    return put_in and _study().search(text, start, end) is not None


@cache
def _reader() -> re.Pattern[str]:
    """Match who reads a study, or what is written of it."""
    return re.compile(r"\b(?:radiolog(?:y|ist)|rads|imaging|reports?)\b", re.IGNORECASE)


@cache
def _put_in() -> re.Pattern[str]:
    """Match words for the words of others."""
    return re.compile(r"\b(?:says|reads|pasted|copied|report|states)\b", re.IGNORECASE)


@cache
def _reported() -> re.Pattern[str]:
    """Match a line of a report: a level or one of its parts opens it."""
    parts = (
        "findings|technique|comparison|impression|indication|contrast|alignment|vertebra|cord|conus|soft tissue|marrow"
    )
    return re.compile(
        rf"[ \t>|\"'\u201c*\u2022-]{{0,12}}(?:[CTL]\d{{1,2}}[-/ \u2013:]|S1\b|(?:{parts}))", re.IGNORECASE
    )


@cache
def _impression() -> re.Pattern[str]:
    return re.compile(r"[ \t>|*-]{0,12}(?:impression|conclusion)\b", re.IGNORECASE)


@cache
def _concluding() -> re.Pattern[str]:
    """Match the head of what a clinician concludes."""
    letter = r"A(?:/P)?[ \t]{0,4}[:)\-]|A[ \t]{0,4}$|A[ ]{2,}"
    words = r"(?:assessment|impression|diagnos[ie]s|imp|dx)\b"
    return re.compile(rf"^[ \t]{{0,8}}(?:\*\*)?(?:{letter}|{words})", re.IGNORECASE | re.MULTILINE)
