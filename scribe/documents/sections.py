"""Headings → sections."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import attrgetter, itemgetter

from scribe.documents.dictation import spoken_headings
from scribe.documents.headings import CODE, Heading, heading_name, line_heading, names_study
from scribe.documents.lettered_parts import letters_at_lines, letters_in_row, repeats_letter
from scribe.documents.lettered_rows import lettered_rows
from scribe.documents.lines import trim
from scribe.documents.pasted import pasted_reports
from scribe.schema import Section, Span

_ASIDES = frozenset(
    {
        "past_history",
        "family_history",
        "social_history",
        "medications",
        "vitals",
        "imaging",
        "codes",
        "return_precautions",
        "education",
        "consent",
    }
)
"""Sections that end with their paragraph when their heading shares a line with their words."""

_TOLD = frozenset({"preamble", "subjective", "history", "review_of_systems"})
"""Sections in which a table or list of examination opens a section of its own."""

_UNEXAMINED = _TOLD - {"review_of_systems"}
"""Sections in which a line that opens with a region and tells what was felt there opens a section of its own."""

_ENDING = frozenset({"assessment", "plan", "procedure", "codes"})
"""Sections that close an entry of a chart."""

_ENTRY = 80
"""Characters that an entry of a chart has at least, unlike a date in a plan."""

_FEWEST_CELLS = 2
"""Columns of an examination that a head names at least, beside the one of the places."""

_SEVERAL = 3
"""Headings in capitals from which a line holds a note that lost its line breaks."""

_BEFORE = {
    "objective": frozenset(
        {"subjective", "history", "review_of_systems", "past_history", "family_history", "social_history"}
        | {"medications", "preamble"}
    ),
    "assessment": frozenset({"objective", "exam", "structural_exam", "procedure", "imaging"}),
    "plan": frozenset({"assessment"}),
}
"""Which sections may stand before one that a single letter opens inside a line: `P: 72` is a pulse."""


def find_sections(text: str, lines: tuple[Span, ...]) -> tuple[Section, ...]:
    """Sections of a note.

    A section reaches to the next heading. A remark such as `FH: ...` or
    `MRI lumbar: ...` ends with its paragraph, and its parent goes on.

    Args:
        text: The text.
        lines: Its lines.

    Returns:
        The sections in order, not nested; words before the first heading are `preamble`.
    """
    return _between(text, _openings(text, lines), len(text))


def find_dictated_sections(text: str) -> tuple[Section, ...]:
    """Sections of a dictation, whose headings are spoken.

    Args:
        text: The text.

    Returns:
        The sections in order, words before the first heading as `preamble`; none where no heading is spoken.
    """
    headings = list(spoken_headings(text, 0, len(text)))
    return _between(text, [Heading("preamble", 0, 0), *headings], len(text)) if headings else ()


def find_unsaid_sections(text: str, lines: tuple[Span, ...], unsaid: tuple[Span, ...]) -> tuple[Section, ...]:
    """Sections of what nobody says in a dialogue: the head of a recording, codes added below it.

    Args:
        text: The text.
        lines: Its lines.
        unsaid: The stretches between turns that are no labels, each from the start of a line.

    Returns:
        The sections in order.
    """
    sections: list[Section] = []
    for start, end in unsaid:
        first = bisect_left(lines, start, key=itemgetter(0))
        last = bisect_left(lines, end, key=itemgetter(0))
        inside = tuple((line, min(line_end, end)) for line, line_end in lines[first:last])
        sections += _between(text, [*_own_openings(text, inside, start)], end)
    return tuple(sections)


def _between(text: str, openings: list[Heading], end: int) -> tuple[Section, ...]:
    """What follows each opening up to the next, without white space around it."""
    ends = [opening.start for opening in openings[1:]] + [end]
    sections = []
    for opening, stop in zip(openings, ends, strict=True):
        span = trim(text, opening.end, stop)
        if span[0] < span[1]:
            sections.append(Section(name=opening.name, span=span))
    return tuple(sections)


def _openings(text: str, lines: tuple[Span, ...]) -> list[Heading]:
    """Where the sections of a note start; a report that was pasted in is one, and has none of its own."""
    reports = pasted_reports(text, lines)
    if not reports:
        return [*_own_openings(text, lines, 0)]
    outside = tuple(line for line in lines if not any(start <= line[0] < end for start, end in reports))
    openings = [*_own_openings(text, outside, 0)]
    for start, end in reports:
        around = [opening for opening in openings if opening.start <= start]
        openings += [Heading("imaging", start, start), Heading(around[-1].name, end, end)]
    return sorted(openings, key=attrgetter("start"))


def _own_openings(text: str, lines: tuple[Span, ...], at: int) -> Iterator[Heading]:
    """Where sections start, with a heading or without."""
    yield Heading("preamble", at, at)
    name = parent = "preamble"
    reported = False
    study: int | None = None
    rows = lettered_rows(text, lines)
    lettered = letters_at_lines(text, lines)
    entries = _entries(text, lines)
    for start, end in lines:
        if start in entries and parent in _ENDING:
            yield Heading("preamble", start, start)
            name = parent = "preamble"
        in_report = name == "imaging" and _of_report().match(text, start, end) is not None
        reported = reported or in_report
        plain = in_report or start == end or start in rows
        headings = [] if plain else list(_headings(text, start, end, parent, rows))
        if headings and (_is_title(text, headings[0]) or repeats_letter(text, headings[0], lettered)):
            headings = []
        if start in lettered and not headings and not plain:
            headings = [lettered[start]]
        if not headings and _is_codes(text, start, end):
            yield Heading("codes", start, start)
            yield Heading(parent, end, end)
            name = parent
        elif not headings and name != parent and not in_report and _ends_aside(text, start, end):
            yield Heading(parent, start, start)
            name = parent
        examined = start in rows or _heads_examination(text, start, end)
        examined = examined or (parent in _UNEXAMINED and _examines_region(text, start, end))
        if not headings and not in_report and parent in _TOLD and examined:
            headings = [Heading("structural_exam", start, start)]
        for heading in headings:
            # The impression of a report is the radiologist's, not the clinician's.
            of_study = study is not None and not text[study : heading.start].strip() and _is_impression(text, heading)
            name = "imaging" if (reported and heading.name == "assessment") or of_study else heading.name
            reported = False
            titled = name == "imaging" and names_study(text[heading.start : heading.end])
            study = heading.end if titled else None
            yield heading._replace(name=name)
            parent = parent if name in _ASIDES and heading.end < end else name


def _entries(text: str, lines: tuple[Span, ...]) -> set[int]:
    """Where the dated entries of a chart start: no plan outlasts its own."""
    dated = {start for start, end in lines if end - start > _ENTRY and _date().match(text, start, end)}
    return dated if len(dated) > 1 else set()


def _headings(text: str, start: int, end: int, parent: str, rows: frozenset[int]) -> Iterator[Heading]:
    """Headings of a line: at its start, one after the other, and after a sentence or a gap inside it."""
    if row := letters_in_row(text, start, end):
        yield from row
        return
    at = start
    while (
        at not in rows
        and (heading := line_heading(text, at, end))
        and (at == start or ":" in text[heading.start : heading.end])
    ):
        yield heading
        at, parent = heading.end, heading.name
    inside = [*_inner().finditer(text, at, end)]
    if text.find(":", at, end) >= 0 and (pasted := [*_pasted().finditer(text, at, end)]):
        inside = sorted([*inside, *pasted], key=re.Match.start)
    found: list[Heading] = []
    for match in inside:
        name = heading_name(match["words"], colon=True)
        if name and (len(match["words"]) > 1 or parent in _BEFORE.get(name, ())):
            found.append(Heading(name, match.start("words"), match.end()))
            parent = name
    apart = [one for one in _shouted_headings(text, at, end) if not any(_overlap(one, other) for other in found)]
    yield from sorted([*found, *apart], key=attrgetter("start"))


def _overlap(one: Heading, other: Heading) -> bool:
    return one.start < other.end and other.start < one.end


def _shouted_headings(text: str, start: int, end: int) -> list[Heading]:
    """The headings in capitals of a line that has several: `no injury PMH: HTN EXAM: L5 tender`."""
    if text.count(":", start, end) < _SEVERAL:
        return []
    named = (_longest_heading(match) for match in _shouted().finditer(text, start, end))
    found = [heading for heading in named if heading]
    return found if len(found) >= _SEVERAL else []


def _longest_heading(match: re.Match[str]) -> Heading | None:
    """The heading that most of the last words in capitals make: `FAMILY HISTORY` of `HTN FAMILY HISTORY`."""
    words = match["words"]
    for at in (0, *(space.end() for space in re.finditer(" ", words))):
        if name := heading_name(words[at:], colon=True):
            return Heading(name, match.start("words") + at, match.end())
    return None


def _is_impression(text: str, heading: Heading) -> bool:
    """Whether a heading is the one that a report ends with, right below or beside the name of its study."""
    return text[heading.start : heading.end].strip(" \t:*#_.1234567890").casefold() in {"impression", "conclusion"}


def _is_title(text: str, heading: Heading) -> bool:
    """Whether the first line names a visit, as in `FOLLOW UP - SPINE CLINIC`, since no note begins with its plan."""
    marked = ":" in text[heading.start : heading.end]
    return heading.name == "plan" and not marked and not text[: heading.start].strip()


def _heads_examination(text: str, start: int, end: int) -> bool:
    """Whether a line heads the columns of an examination, as in `Region | tissue | asym | ROM | tender`."""
    cells = [cell.strip() for cell in _gap().split(text[start:end]) if cell.strip()]
    return len(cells) > _FEWEST_CELLS and sum(bool(_examined().match(cell)) for cell in cells) >= _FEWEST_CELLS


def _examines_region(text: str, start: int, end: int) -> bool:
    """Whether a line names a region and what an examination found there, as in `Pelvis: R PSIS high, L5 tender`."""
    label = _region_label().match(text, start, end)
    return label is not None and _felt().search(text, label.end(), end) is not None


def _ends_aside(text: str, start: int, end: int) -> bool:
    """Whether a line is blank or has a label of its own."""
    return not text[start:end].strip() or _is_labelled().match(text, start, end) is not None


def _is_codes(text: str, start: int, end: int) -> bool:
    """Whether a line holds nothing but codes and their counts."""
    at, _ = trim(text, start, end)
    if not CODE.match(text, at, end):
        return False
    rest = _code_words().sub(" ", CODE.sub(" ", text[start:end]))
    return re.search(r"[^\W\d_]{2}", rest) is None


@cache
def _date() -> re.Pattern[str]:
    """Match the date at the head of an entry: `01/20/2026 - He is better`."""
    day = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})"
    return re.compile(rf"[ \t]*{day}\s{{0,3}}[-\u2013\u2014:.]?\s{{1,3}}[A-Z]")


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"\||\t| {2,}")


@cache
def _examined() -> re.Pattern[str]:
    """Heads of the columns in which an examination is written."""
    return re.compile(
        r"(?:tissue|texture|tta|ttc|asymm?|rom\b|motion|restrict|tender|palpation|landmark|position|segment"
        r"|strength|reflex|sensation|[tarp]\Z)",
        re.IGNORECASE,
    )


@cache
def _region_label() -> re.Pattern[str]:
    """Match a region, or what is looked at first, at the head of a line."""
    return re.compile(
        r"[ \t>*\u2022-]*(?:pelvi[cs]|lumbar|cervical|thoracic|[clt]-?(?:spine|sp)|sacr(?:um|al)|si(?: joints?)?|ribs?"
        r"|(?:lower|upper) ext\w*|[lu]e|hips?|shoulders?|knees?|ankles?|foot|feet|gait|palpation|rom|posture"
        r"|motion palpation)\b[^:\n]{0,15}:(?=[ \t])",
        re.IGNORECASE,
    )


@cache
def _felt() -> re.Pattern[str]:
    """Match words of what hands and eyes find, which no patient says."""
    return re.compile(
        r"\b(?:(?:non-?)?tender|ttp|rom|restrict\w*|hyperton\w*|hypomob\w*|boggy|ropy|ropey|taut|fixat\w*|psis|asis|crests?"
        r"|superior|inferior|symmetric\w*|non-?antalgic|antalgic|scour|fadir|faber|paraspinals?)\b",
        re.IGNORECASE,
    )


@cache
def _code_words() -> re.Pattern[str]:
    return re.compile(
        r"(?i:\b(?:codes?|sent|icd(?:-10)?(?:-cm)?|cpt|dx|billed|units?|and|with|at|gp|x ?\d+"
        r"|d\.?o|d\.?c|m\.?d|p\.?t)\b)|\b[A-TV-Z]\d[\dA-Z]\b"
    )


@cache
def _is_labelled() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:[-*\u2022]+[ \t]*)?[A-Za-z][\w /&()-]{0,40}:(?!\d)")


@cache
def _of_report() -> re.Pattern[str]:
    """Parts of a radiologist's report."""
    return re.compile(r"[ \t]*(?:\*\*)?(?:findings|technique|comparison)\b", re.IGNORECASE)


@cache
def _inner() -> re.Pattern[str]:
    return re.compile(
        # What stands before is asked of capitals only, not of every place.
        r"(?P<words>[A-Z](?:(?<=[.!?;)\]][ \t].)|(?<=[ \t]{2}.)|(?<=\t.))"
        r"(?:[A-Za-z/&' -]{0,40}?(?=:)|[A-Z]{3,}(?:[/ ][A-Z]{2,}){0,3}(?=\.\s)))[:.][ \t]*"
    )


@cache
def _pasted() -> re.Pattern[str]:
    """Match words that part a note that was pasted into one line, whatever stands before them."""
    parts = "Subjective|Objective|Assessment|Assessment/Plan|Assessment and Plan|Diagnosis|Diagnoses|Treatment|Plan"
    return re.compile(rf"(?<=[\w%)\]] )(?<!\b[Oo][Ff] )(?P<words>{parts}|{parts.upper()}):[ \t]+")


@cache
def _shouted() -> re.Pattern[str]:
    """Match words in capitals before a colon, which part a note that lost its line breaks."""
    return re.compile(r"(?<=[\w%)\].,;] )(?P<words>[A-Z]{2,}(?:[ /][A-Z]+){0,3}):[ \t]+")
