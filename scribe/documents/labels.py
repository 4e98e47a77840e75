"""Speaker labels: where a transcript says who speaks.

Each style of transcript has its own finder. A finder only lists what looks like
labels; whether the text is a dialogue is decided in `kinds`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from scribe.documents.headings import heading_name
from scribe.documents.speakers import is_known, is_numbered, named_speaker, voice_of
from scribe.schema import Span


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


class Labels(NamedTuple):
    """The labels of a text, all of one style."""

    style: str
    """`cues`, `brackets`, `inline`, `lines`, `dashes`, `times` or `none`."""
    found: tuple[Label, ...]
    """The labels in order."""


def find_labels(text: str, lines: tuple[Span, ...]) -> Labels:
    """The labels of the first style that the text shows.

    Args:
        text: The text.
        lines: Its lines.

    Returns:
        The labels; none where no style fits.
    """
    if cues := tuple(_cue_labels(text, lines)):
        return Labels("cues", cues)
    if brackets := tuple(_bracket_labels(text)):
        return Labels("brackets", brackets)
    at_lines = max(_line_labels(text, lines), _signed_labels(text, lines), _lone_labels(text, lines), key=len)
    anywhere = tuple(_inline_labels(text))
    if len(anywhere) > max(2, 2 * len(at_lines)) and len({label.voice for label in anywhere}) > 1:
        return Labels("inline", anywhere)
    if at_lines:
        return Labels("lines", _with_strays(text, at_lines, anywhere))
    if dashes := tuple(_dash_labels(text, lines)):
        return Labels("dashes", dashes)
    times = tuple(_time_labels(text, lines))
    return Labels("times" if times else "none", times)


_WIDEST = 80
"""Characters of the longest line that holds a label and a time only."""
_LONGEST_TIME = 14
_LONGEST_ROLE = 50
"""Characters of a role before its colon: a title, a word and a number, perhaps between asterisks."""
_TIME = r"[\[(<]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:[ ]?[AaPp][Mm]\b)?[\])>]?"
_WORDS = r"[^\W\d_][\w.'\u2019/-]{0,30}(?:[ ][\w('\u2019#][\w.'\u2019/()#-]{0,30}){0,3}?"


def _cue_labels(text: str, lines: tuple[Span, ...]) -> Iterator[Label]:
    """Cues of WebVTT and SRT: a time line, then words up to a blank line."""
    if "-->" not in text:
        return
    last_voice = ""
    for index, (start, end) in enumerate(lines):
        if not _cue().match(text, start, end) or index + 1 == len(lines):
            continue
        spoken = list(_payload_labels(text, lines, index + 1))
        words_start = lines[index + 1][0]
        if spoken and spoken[0].start == words_start:
            spoken[0] = spoken[0]._replace(start=start)
        else:
            spoken.insert(0, Label(None, last_voice, start, words_start))
        last_voice = spoken[-1].voice
        yield from spoken


def _is_blank(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip()


def _payload_labels(text: str, lines: tuple[Span, ...], index: int) -> Iterator[Label]:
    """Labels among the words of one cue."""
    while index < len(lines):
        start, end = lines[index]
        index += 1
        if _is_blank(text, start, end) or _cue().match(text, start, end):
            return
        if voices := list(_voice().finditer(text, start, end)):
            for voice in voices:
                yield Label(voice[1].strip(), voice_of(voice[1]), voice.start(), voice.end())
        elif (label := _line_label(text, start, end)) and _is_speaker(label.voice):
            yield label


def _bracket_labels(text: str) -> Iterator[Label]:
    """Roles in brackets, wherever they stand: `[doctor]`."""
    if "[" not in text:
        return
    for match in _bracketed().finditer(text):
        voice = voice_of(match[1])
        if _is_speaker(voice):
            yield Label(match[1], voice, match.start(), match.end())


def _inline_labels(text: str) -> Iterator[Label]:
    """Roles before a colon, anywhere in a line."""
    for colon in _colon().finditer(text):
        match = _anywhere().search(text, max(0, colon.start() - _LONGEST_ROLE), colon.start())
        if match and match[1][0].isupper() and _is_speaker(voice := voice_of(match[1])):
            yield Label(match[1], voice, match.start(), colon.end())


def _with_strays(text: str, at_lines: tuple[Label, ...], anywhere: tuple[Label, ...]) -> tuple[Label, ...]:
    """Labels at the start of lines, and the same labels after a sentence inside a line."""
    voices = {label.voice for label in at_lines}
    ends = {label.end for label in at_lines}
    strays = [
        label
        for label in anywhere
        if label.voice in voices
        and label.end not in ends
        and len(label.voice) > 1
        and text[max(0, label.start - 3) : label.start].rstrip(" \t*")[-1:] in {".", "?", "!"}
    ]
    return tuple(sorted((*at_lines, *strays), key=attrgetter("start")))


def _line_labels(text: str, lines: tuple[Span, ...]) -> tuple[Label, ...]:
    """Labels at the start of lines: roles and numbers, and names that return or that nearly every line has."""
    candidates = [label for start, end in lines if start < end and (label := _line_label(text, start, end))]
    candidates = _therapist_named(candidates)
    counts = Counter(label.voice for label in candidates)
    talks = counts["s"] > 1 and "o" not in counts  # A surgeon and a patient, who take turns.
    # SOAP: P is the plan, D the data.
    if (counts.keys() & {"s", "o"} and not talks) or (counts["a"] and not counts["q"]):
        candidates = [label for label in candidates if label.voice not in {"p", "d"}]
    asked = counts["q"] > 1
    speakers = [label for label in candidates if _is_speaker(label.voice) or (label.voice == "a" and asked)]
    names = [label for label in candidates if _is_name(label) and not _is_speaker(label.voice)]
    few = bool(speakers) and len({name.voice for name in names}) <= _FEW
    dense = few and 2 * (len(speakers) + len(names)) > sum(start < end for start, end in lines)
    kept = [name for name in names if counts[name.voice] > 1 or (dense and _is_said(text, name))]
    return tuple(sorted(speakers + kept, key=attrgetter("start")))


def _therapist_named(labels: list[Label]) -> list[Label]:
    """The labels, `PT` being the physical therapist where somebody else is the patient and no clinician is named."""
    others = {named_speaker(label.voice) for label in labels if label.voice != "pt"}
    if "patient" not in others or "clinician" in others:
        return labels
    return [label._replace(voice="physical therapist") if label.voice == "pt" else label for label in labels]


def _signed_labels(text: str, lines: tuple[Span, ...]) -> tuple[Label, ...]:
    """Labels that another sign than a colon ends: `DR> `, `Clinician - `."""
    matches = ((start, _before_sign().match(text, _after_time(text, start, end), end)) for start, end in lines)
    return _spoken_by_roles(
        [Label(match[1], voice_of(match[1]), start, match.end()) for start, match in matches if match]
    )


def _lone_labels(text: str, lines: tuple[Span, ...]) -> tuple[Label, ...]:
    """Labels that fill a line of their own above the words."""
    matches = ((start, _alone().fullmatch(text, _after_time(text, start, end), end)) for start, end in lines)
    return _spoken_by_roles(
        [Label(match[1], voice_of(match[1]), start, match.end()) for start, match in matches if match]
    )


def _spoken_by_roles(candidates: list[Label]) -> tuple[Label, ...]:
    """The roles among candidates and, where there are any, the names that return beside them."""
    if not any(_is_speaker(label.voice) for label in candidates):
        return ()
    counts = Counter(label.voice for label in candidates)
    return tuple(
        label for label in candidates if _is_speaker(label.voice) or (counts[label.voice] > 1 and _is_name(label))
    )


def _after_time(text: str, start: int, end: int) -> int:
    """Where a line goes on after the time at its start."""
    time = _time_head().match(text, start, end)
    return time.end() if time else start


_FEW = 2
"""Names that may each speak once; more of them are the labels of a note."""


def _is_said(text: str, name: Label) -> bool:
    """Whether a label that occurs once is a name before words, as `DOB: 1/1/1970` is not."""
    return not (name.text or "").isupper() and text[name.end : name.end + 1].isalpha()


def _line_label(text: str, start: int, end: int) -> Label | None:
    """What may be a label at the start of a line."""
    opens = text[start:end].lstrip(" \t").startswith(("[", "(", "<"))
    if opens and (match := _clocked().match(text, start, end)):
        name = match[1] or match[2]
        return Label(name, voice_of(name), start, match.end())
    time = _time_head().match(text, start, end)
    at = time.end() if time else start
    if match := _before_colon().match(text, at, end):
        return Label(match[1], voice_of(match[1]), start, match.end())
    if time and time[1]:
        for count in (2, 1):
            words = text[at : min(end, at + 60)].split()[:count]
            label = " ".join(words)
            if len(words) == count and is_known(voice_of(label)) and text.startswith(label, at):
                return Label(label, voice_of(label), start, at + len(label))
    if (
        end - start < _WIDEST
        and text.rfind(":", max(at, end - _LONGEST_TIME), end) > 0
        and (match := _before_time().match(text, at, end))
    ):
        return Label(match[1], voice_of(match[1]), start, end)
    return None


@cache
def _clocked() -> re.Pattern[str]:
    """Match a name and a time in one pair of brackets, either way round."""
    clock = r"\d{1,2}:\d{2}(?::\d{2})?"
    return re.compile(rf"[ \t]*[\[(<](?:{clock}[ ,]+({_WORDS})|({_WORDS})[ ,]+{clock})[\])>]:?[ \t]*")


def _dash_labels(text: str, lines: tuple[Span, ...]) -> Iterator[Label]:
    """Dashes before the words of two people in turn."""
    count = 0
    for start, end in lines:
        at = start
        while at < end and text[at] in " \t\ufeff":
            at += 1
        if at + 1 < end and text[at] in "-\u2013\u2014":
            at += 1
            while at < end and text[at] in " \t-\u2013\u2014":
                at += 1
            yield Label(None, f"dash {count % 2}", start, at)
            count += 1


def _time_labels(text: str, lines: tuple[Span, ...]) -> Iterator[Label]:
    """Times in brackets at the start of lines, which part the words of people whom nothing names."""
    for start, end in lines:
        time = _time_head().match(text, start, end)
        if time and time[1] and time[1][0] in "[(<":
            yield Label(None, "", start, time.end())


def _is_speaker(voice: str) -> bool:
    return named_speaker(voice) is not None or is_numbered(voice)


def _is_name(label: Label) -> bool:
    """Whether a label is up to three capitalised words, and no heading."""
    words = (label.text or "").split()
    return (
        len(words) <= _FEW + 1
        and all(word[0].isupper() for word in words)
        and not heading_name(label.voice, colon=True)
    )


@cache
def _time_head() -> re.Pattern[str]:
    return re.compile(rf"[ \t\ufeff]*(?:>>[ ]?)?(?:({_TIME})[ \t]*[-\u2013\u2014|]?[ \t]*)?")


@cache
def _before_colon() -> re.Pattern[str]:
    return re.compile(
        rf"[*_]{{0,2}}\[?({_WORDS})\]?[*_]{{0,2}}(?:[ \t]{{0,8}}{_TIME})?[ \t]{{0,8}}[*_]{{0,2}}:[*_]{{0,2}}"
        r"(?![^\s\"'(\u201c\u00bf\u00a1\w])[ \t]*"
    )


@cache
def _before_time() -> re.Pattern[str]:
    return re.compile(rf"({_WORDS})[ \t,|-]+{_TIME}[ \t]*$")


@cache
def _before_sign() -> re.Pattern[str]:
    return re.compile(
        rf"[*_]{{0,2}}\[?({_WORDS})\]?[*_]{{0,2}}(?:[ \t]{{0,8}}{_TIME})?"
        r"(?:[ \t]{0,8}(?:>{1,2}|\|)|[ \t]{1,8}[-=~\u2013\u2014](?=[ \t]))[ \t]*"
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"[ \t]*[*_]{{0,2}}[\[(<]?({_WORDS})[\])>]?[*_]{{0,2}}(?:[ \t]{{0,8}}{_TIME})?[ \t]*")


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"(?:\*\*)?\[([^\W\d_][\w .'/-]{0,30})\](?:\*\*)?[ \t]{0,8}:?[ \t]*")


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)\*{0,2}((?:(?:Dr|Mr|Mrs|Ms)\.? )?[^\W\d_][\w.-]{0,30}(?: \d{1,2})?)\*{0,2}\Z")


@cache
def _colon() -> re.Pattern[str]:
    return re.compile(r":\**(?=\s)[ \t]*")


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->[ \t]*\d")


@cache
def _voice() -> re.Pattern[str]:
    return re.compile(r"<v(?:\.[\w.]+)?[ \t]+([^<>\n]{1,60})>[ \t]*")
