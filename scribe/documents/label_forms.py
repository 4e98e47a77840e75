"""Forms of speaker labels: what may announce somebody's words, by the marks around it."""

import re
from functools import cache
from typing import NamedTuple

from scribe.documents.events import EVENTS
from scribe.documents.headings import heading_name
from scribe.documents.speakers import is_known, is_numbered, named_speaker, voice_of


class Label(NamedTuple):
    """The start of somebody's words, and what announces it."""

    text: str | None
    """The label as written, or None where only a cue or a dash announces the words."""
    voice: str
    """Who speaks: the same for all labels of one speaker."""
    start: int
    """Where the announcement starts: the words before it end here."""
    end: int
    """Where the words start."""


_WIDEST = 80
"""Characters of the longest line that holds a label and a time only."""
_LONGEST = 60
"""Characters of the longest label with its time."""
_LONGEST_TIME = 14
_MOST_NAMES = 3
"""Words of the longest name."""
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_TIME = rf"[\[(<]?{_CLOCK}(?:[ ]?[AaPp][Mm]\b)?[\])>]?"
_TIMES = rf"{_TIME}(?:[ ]?(?:-{{1,2}}>?|\u2013|\u2192|to)[ ]?{_TIME})?"
_WORDS = r"[^\W\d_][\w.'\u2019/&-]{0,30}(?:[ ][\w('\u2019#][\w.'\u2019/()#&-]{0,30}){0,3}?"
_TITLED = rf"{_WORDS}(?:,[ ]?[A-Z][A-Za-z.-]{{1,8}}|[ ][-\u2013|/][ ][^\W\d_]\w{{0,20}})?"
"""A name or role, perhaps with a degree or a role behind it."""
_PRESENTED = (
    r"(?:Dr\.?|Doctor|Patient|Nurse|Resident|Student|Interpreter)(?:[ ][\w.'\u2019-]{1,20}){0,3},"
    r"(?:[ ][\w.&'\u2019/-]{1,20}){1,6}"
)
"""A role or title with more than a degree behind it: `Dr. Vance, pain medicine` and `Patient, Mr. Ott`."""


def is_speaker(voice: str) -> bool:
    """Whether a voice has a role or a number for its name."""
    return named_speaker(voice) is not None or is_numbered(voice)


def is_name(label: Label) -> bool:
    """Whether a label is up to three capitalised words, and no heading."""
    words = [word for word in (label.text or "").split() if word[0] != "("]
    return (
        0 < len(words) <= _MOST_NAMES
        and all(word[0].isupper() for word in words)
        and label.voice not in EVENTS
        and not heading_name(label.voice, colon=True)
    )


def made(name: str, start: int, end: int) -> Label:
    """The label of a name that was found."""
    plain = name.rstrip(" -\u2013\u2014")
    return Label(plain, voice_of(plain), start, end)


def after_time(text: str, start: int, end: int) -> int:
    """Where a line goes on after the time at its start."""
    time = time_head().match(text, start, end)
    return time.end() if time else start


def line_label(text: str, start: int, end: int) -> Label | None:
    """What may be a label at the start of a line."""
    opens = text[start:end].lstrip(" \t").startswith(("[", "(", "<"))
    if opens and (match := _clocked().match(text, start, end)):
        return made(match[1] or match[2], start, match.end())
    time = time_head().match(text, start, end)
    at = time.end() if time else start
    if match := _before_colon().match(text, at, end):
        return made(match[1], start, match.end())
    if (match := _presented().match(text, at, end)) and text.count(match[0].rstrip()) > 1:
        return made(match[1], start, match.end())
    known = _known_label(text, at, end) if time and time[1] else None
    return known._replace(start=start) if known else _timed_label(text, start, at, end)


def _known_label(text: str, at: int, end: int) -> Label | None:
    """The role behind a time that no mark parts from the words."""
    for count in (2, 1):
        words = text[at : min(end, at + _LONGEST)].split()[:count]
        label = " ".join(words)
        if len(words) == count and is_known(voice_of(label)) and text.startswith(label, at):
            return made(label, at, at + len(label))
    return None


def _timed_label(text: str, start: int, at: int, end: int) -> Label | None:
    """What may be a label before a time, with the words behind it or below."""
    if text.find(":", at, min(end, at + _LONGEST)) >= 0 and (match := _before_clock().match(text, at, end)):
        return made(match[1], start, match.end())
    if end - start >= _WIDEST or text.rfind(":", max(at, end - _LONGEST_TIME), end) < 0:
        return None
    match = _before_time().match(text, at, end)
    return made(match[1], start, end) if match else None


def signed_label(text: str, start: int, end: int) -> Label | None:
    """What may be a label before another sign than a colon: `DR> `, `Clinician - `."""
    match = _before_sign().match(text, after_time(text, start, end), end)
    return made(match[1], start, match.end()) if match else None


def lone_label(text: str, start: int, end: int) -> Label | None:
    """What may be a label that fills a line of its own."""
    if end - start > _WIDEST:
        return None
    match = _alone().fullmatch(text, after_time(text, start, end), end)
    return made(match[1], start, match.end()) if match else None


def enclosed_label(text: str, start: int, end: int) -> Label | None:
    """What may be a label in brackets of any shape at the start of a line: `[SURG]`, `(Speaker 1)`, `<Doctor>`."""
    match = _enclosed().match(text, after_time(text, start, end), end)
    return made(match[1], start, match.end()) if match else None


def bare_label(text: str, start: int, end: int) -> Label | None:
    """A role before words that at most a point parts from it: `DR How are you?`, `pt ow`, `Patient. Ow.`."""
    match = _bare().match(text, start, end)
    if match is None:
        return None
    voice = voice_of(match[1].rstrip("."))
    known = named_speaker(voice) is not None if match[1][-1] == "." else is_known(voice)
    return made(match[1], start, match.end(1)) if known else None


@cache
def time_head() -> re.Pattern[str]:
    """Match the time at the start of a line, if there is one."""
    return re.compile(rf"[ \t\ufeff]*(?:>>[ ]?)?(?:({_TIMES})[ \t]*[-\u2013\u2014|]?[ \t]*)?")


@cache
def _clocked() -> re.Pattern[str]:
    """Match a name and a time in one pair of brackets, either way round."""
    return re.compile(
        rf"[ \t]*[\[(<](?:{_CLOCK}[ ,-]+({_WORDS})|({_WORDS})[ ,-]+{_CLOCK})[\])>]:?[ \t]*",
    )


@cache
def _before_colon() -> re.Pattern[str]:
    return re.compile(
        rf"[*_]{{0,2}}[\[({{<]?({_TITLED})[\])}}>]?[*_]{{0,2}}(?:,?[ \t]{{0,8}}{_TIMES})?[ \t]{{0,8}}"
        r"[*_]{0,2}(?!(?<=\d):\d\d):[*_]{0,2}(?![^\s\"'(\u201c\u00bf\u00a1\w])[ \t]*"
    )


@cache
def _presented() -> re.Pattern[str]:
    return re.compile(rf"({_PRESENTED}):[ \t]*(?=\S)")


@cache
def _before_clock() -> re.Pattern[str]:
    """Match a name before a time in brackets, with no colon before the words."""
    return re.compile(rf"({_WORDS})[ \t]{{1,4}}[\[(]{_CLOCK}[\])][ \t]+(?=\S)")


@cache
def _before_time() -> re.Pattern[str]:
    return re.compile(rf"({_TITLED})[ \t,|-]+{_TIMES}[ \t]*$")


@cache
def _before_sign() -> re.Pattern[str]:
    return re.compile(
        rf"[*_]{{0,2}}\[?({_WORDS})\]?[*_]{{0,2}}(?:[ \t]{{0,8}}{_TIMES})?"
        r"(?:[ ]{0,8}(?:>{1,2}|\||\t|--|\u2014|-(?=[ \t]))|[ \t]{1,8}[-=~\u2013\u2014](?=[ \t]))[ \t]*"
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"[ \t]*[*_]{{0,2}}[\[(<]?({_TITLED})[\])>]?[*_]{{0,2}}(?:[ \t]{{0,8}}{_TIMES})?[ \t]*")


@cache
def _enclosed() -> re.Pattern[str]:
    return re.compile(
        rf"[*_]{{0,2}}[\[({{<]({_WORDS})[\])}}>][*_]{{0,2}}(?:[ \t]{{0,8}}{_TIMES})?[ \t]{{0,8}}[:-]?[ \t]*"
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(r"[ \t]*([A-Z]{2,7}\.?|[A-Z][a-z]{2,15}\.|[A-Z][a-z]{0,11})[ \t]+(?=[A-Z\"'\u201c])")
