"""Speaker labels: where a transcript says who speaks.

Each style of transcript has its own finder. A finder only lists what looks like
labels; whether the text is a dialogue is decided in `kinds`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from scribe.documents.cues import cue_labels
from scribe.documents.label_forms import (
    Label,
    bare_label,
    enclosed_label,
    is_name,
    is_speaker,
    line_label,
    lone_label,
    signed_label,
    time_head,
)
from scribe.documents.plain import plain_names
from scribe.documents.speakers import named_speaker, voice_of
from scribe.schema import Span


class Labels(NamedTuple):
    """The labels of a text, all of one style."""

    style: str
    """`cues`, `brackets`, `inline`, `lines`, `dashes`, `arrows`, `times` or `none`."""
    found: tuple[Label, ...]
    """The labels in order."""


UNLABELLED = Labels("none", ())
"""The labels of a text that nobody speaks."""


def find_labels(text: str, lines: tuple[Span, ...]) -> Labels:
    """The labels of the first style that the text shows.

    Args:
        text: The text.
        lines: Its lines.

    Returns:
        The labels; none where no style fits.
    """
    if cues := tuple(cue_labels(text, lines)):
        return Labels("cues", _therapist_named(cues))
    named = plain_names(text)
    labels = _of_first_style(named, lines)
    found = _therapist_named(labels.found)
    return labels._replace(found=found if named is text else tuple(_as_written(text, named, label) for label in found))


def _as_written(text: str, named: str, label: Label) -> Label:
    """A label found in the text with names capitalised, as it stands in the text: `dr. kim` for `Dr. Kim`."""
    if label.text is None:
        return label
    at = named.find(label.text, label.start, label.end)
    return label._replace(text=text[at : at + len(label.text)])


def _of_first_style(text: str, lines: tuple[Span, ...]) -> Labels:
    brackets = _bracket_labels(text, lines)
    if 2 * len(brackets) > sum(start < end for start, end in lines):
        return Labels("brackets", brackets)
    named = _named_labels(text, lines)
    # Of few brackets among many names each holds a remark: `Dr: [dictating] Osteopathic treatment today`.
    if brackets and (named is None or len(named.found) < len(brackets)):
        return Labels("brackets", brackets)
    return named or _unnamed_labels(text, lines)


def _named_labels(text: str, lines: tuple[Span, ...]) -> Labels | None:
    """The labels that name who speaks, at the start of lines or inside them."""
    at_lines = max(_line_labels(text, lines), _signed_labels(text, lines), _lone_labels(text, lines), key=len)
    anywhere = tuple(_inline_labels(text))
    if len(anywhere) > max(2, 2 * len(at_lines)) and len({label.voice for label in anywhere}) > 1:
        return Labels("inline", anywhere)
    if at_lines := at_lines or _bare_labels(text, lines):
        return Labels("lines", _with_strays(text, at_lines, anywhere))
    return None


def _unnamed_labels(text: str, lines: tuple[Span, ...]) -> Labels:
    """The signs and times that only part the words of people."""
    if arrows := tuple(_arrow_labels(text)):
        return Labels("arrows", arrows)
    if dashes := tuple(_dash_labels(text, lines)):
        return Labels("dashes", dashes)
    times = tuple(_time_labels(text, lines))
    return Labels("times", times) if times else UNLABELLED


_LONGEST_ROLE = 50
"""Characters of a role before its colon: a title, a word and a number, perhaps between asterisks."""
_FEW = 2
"""Names that may each speak once; more of them are the labels of a note."""
_SEVERAL = 3
"""Labels from which signs that stand for anything are those of speakers."""


def _bracket_labels(text: str, lines: tuple[Span, ...]) -> tuple[Label, ...]:
    """Roles in brackets, wherever they stand: `[doctor]`; and at the start of lines what stands like them."""
    found: dict[int, Label] = {}
    if "[" in text:
        for match in _bracketed().finditer(text):
            if is_speaker(voice := voice_of(match[1])):
                found[match.start()] = Label(match[1], voice, match.start(), match.end())
    opening = [
        label
        for start, end in lines
        if start < end and (label := _plain(text, found.get(start)) or _enclosed(text, start, end))
    ]
    ends = {label.end for label in found.values()}
    if all(label.end in ends for label in opening):
        return tuple(found.values())
    kept = _spoken_by_roles(opening) or _spoken_by_names(opening, lines)
    if len({label.voice for label in (*kept, *found.values())}) > 1:
        found |= {label.start: label for label in kept if label.end not in ends}
    return tuple(found[start] for start in sorted(found))


def _plain(text: str, label: Label | None) -> Label | None:
    """A role in brackets that is one word before another, and so the same whichever way it is looked for."""
    return label if label and (label.text or "").isalpha() and text[label.end : label.end + 1].isalpha() else None


def _enclosed(text: str, start: int, end: int) -> Label | None:
    opens = _bracket().search(text, start, start + _LONGEST_ROLE)
    return enclosed_label(text, start, end) if opens else None


def _spoken_by_names(candidates: list[Label], lines: tuple[Span, ...]) -> tuple[Label, ...]:
    """Candidates that open every other line or more, if two or more names return among them: `[S1]`, `[S2]`."""
    counts = Counter(label.voice for label in candidates if is_name(label) and len(label.voice) > 1)
    returning = {voice for voice, count in counts.items() if count > 1}
    kept = tuple(label for label in candidates if label.voice in returning)
    dense = 2 * len(kept) >= sum(start < end for start, end in lines)
    return kept if dense and len(returning) > 1 else ()


def _inline_labels(text: str) -> Iterator[Label]:
    """Roles before a colon, anywhere in a line."""
    for colon in _colon().finditer(text):
        match = _anywhere().search(text, max(0, colon.start() - _LONGEST_ROLE), colon.start())
        if match and match[1][0].isupper() and is_speaker(voice := voice_of(match[1])):
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
    candidates = [label for start, end in lines if start < end and (label := line_label(text, start, end))]
    counts = Counter(label.voice for label in candidates)
    talks = counts["s"] > 1 and "o" not in counts  # A surgeon and a patient, who take turns.
    # SOAP: P is the plan, D the data.
    if (counts.keys() & {"s", "o"} and not talks) or (counts["a"] and not counts["q"]):
        candidates = [label for label in candidates if label.voice not in {"p", "d"}]
    asked = counts["q"] > 1
    speakers = [label for label in candidates if is_speaker(label.voice) or (label.voice == "a" and asked)]
    names = [label for label in candidates if is_name(label) and not is_speaker(label.voice)]
    few = bool(speakers) and len({name.voice for name in names}) <= _FEW
    dense = few and 2 * (len(speakers) + len(names)) > sum(start < end for start, end in lines)
    series = {_series(voice) for voice, count in counts.items() if count > 1} - {""}
    kept = [
        name
        for name in names
        if counts[name.voice] > 1 or _series(name.voice) in series or (dense and _is_said(text, name))
    ]
    return tuple(sorted(speakers + kept, key=attrgetter("start")))


def _series(voice: str) -> str:
    """A voice without its number, if it is one of a series: `s` of `s1`."""
    return voice.rstrip("0123456789") if voice[-1:].isdigit() else ""


def _therapist_named(labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels, `PT` being the physical therapist where somebody else is the patient and no clinician is named."""
    voices = {label.voice for label in labels}
    therapists = {voice for voice in voices if _is_pt(voice)}
    others = {named_speaker(voice) for voice in voices - therapists}
    if not therapists or "patient" not in others or "clinician" in others:
        return labels
    return tuple(label._replace(voice="physical therapist") if label.voice in therapists else label for label in labels)


def _is_pt(voice: str) -> bool:
    """Whether a voice is `PT`, or one of several as `PT1`."""
    return voice == "pt" or _series(voice) == "pt"


def _signed_labels(text: str, lines: tuple[Span, ...]) -> tuple[Label, ...]:
    """Labels that another sign than a colon ends: `DR> `, `Clinician - `."""
    return _spoken_by_roles(_candidates(signed_label, text, lines))


def _lone_labels(text: str, lines: tuple[Span, ...]) -> tuple[Label, ...]:
    """Labels that fill a line of their own above the words, below a time if that has one too."""
    labels = _spoken_by_roles(_candidates(lone_label, text, lines))
    before = {line[0]: previous for previous, line in pairwise(lines)}
    return tuple(
        label._replace(start=previous[0])
        if (previous := before.get(label.start)) and previous[0] < previous[1] and _is_time(text, previous)
        else label
        for label in labels
    )


def _is_time(text: str, line: Span) -> bool:
    """Whether a line holds nothing but a time."""
    time = time_head().match(text, *line)
    return time is not None and time[1] is not None and not text[time.end() : line[1]].strip()


def _bare_labels(text: str, lines: tuple[Span, ...]) -> tuple[Label, ...]:
    """Roles in capitals or before a point that open nearly every line, if clinician and patient are among them."""
    candidates = _candidates(bare_label, text, lines)
    roles = {named_speaker(label.voice) for label in candidates}
    dense = 2 * len(candidates) > sum(start < end for start, end in lines)
    return tuple(candidates) if dense and {"clinician", "patient"} <= roles else ()


def _candidates(form: Callable[[str, int, int], Label | None], text: str, lines: tuple[Span, ...]) -> list[Label]:
    return [label for start, end in lines if (label := form(text, start, end))]


def _spoken_by_roles(candidates: list[Label]) -> tuple[Label, ...]:
    """The roles among candidates and, where there are any, the names that return beside them."""
    counts = Counter(label.voice for label in candidates)
    roles = {voice for voice in counts if is_speaker(voice)}
    if not roles:
        return ()
    return tuple(label for label in candidates if label.voice in roles or (counts[label.voice] > 1 and is_name(label)))


def _is_said(text: str, name: Label) -> bool:
    """Whether a label that occurs once is a name before words, as `DOB: 1/1/1970` is not."""
    return not (name.text or "").isupper() and text[name.end : name.end + 1].isalpha()


def _arrow_labels(text: str) -> Iterator[Label]:
    """Arrows of captions, each of which stands where somebody else begins to speak."""
    if text.count(">>") >= _SEVERAL:
        for count, arrow in enumerate(_arrow().finditer(text)):
            yield Label(None, f"dash {count % 2}", arrow.start(), arrow.end())


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
        time = time_head().match(text, start, end)
        if time and time[1] and time[1][0] in "[(<":
            yield Label(None, "", start, time.end())


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"[\[({<]")


@cache
def _bracketed() -> re.Pattern[str]:
    # Each way begins with its mark: an optional one would be looked for at every letter.
    return re.compile(r"(?:\*\*\[|\[)([^\W\d_][\w .'/-]{0,30})\](?:\*\*)?[ \t]{0,8}:?[ \t]*")


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)\*{0,2}((?:(?:Dr|Mr|Mrs|Ms)\.? )?[^\W\d_][\w.-]{0,30}(?: \d{1,2})?)\*{0,2}\Z")


@cache
def _colon() -> re.Pattern[str]:
    return re.compile(r":\**(?=\s)[ \t]*")


@cache
def _arrow() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)>{2,3}[ \t]*(?=[^\s>])")
