"""Labels → turns."""

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from scribe.documents.cues import seam_end
from scribe.documents.headings import line_heading
from scribe.documents.kinds import reads_as_dictation
from scribe.documents.labels import Labels
from scribe.documents.lines import trim
from scribe.documents.sentences import wrap_width
from scribe.documents.speakers import infer_alternating, infer_speakers
from scribe.schema import Span, Speaker, Turn

_FEWEST_LINES = 4
"""Lines that show that each is somebody's words."""


class Speech(NamedTuple):
    """What is said in a dialogue, and what is not."""

    turns: tuple[Turn, ...]
    """Turns in order."""
    unsaid: tuple[Span, ...]
    """Lines in order that belong to nobody: the head of a recording, codes added below it."""


def find_speech(text: str, lines: tuple[Span, ...], labels: Labels) -> Speech:
    """Turns of a dialogue.

    Args:
        text: The text.
        lines: Its lines.
        labels: Its speaker labels, in order.

    Returns:
        The turns, and the lines between them that nobody says.
    """
    found = labels.found
    ends = [label.start for label in found[1:]] + [len(text)]
    starts = [start for start, _ in lines]
    silences = [
        _silence(text, lines, bisect_right(starts, label.end), labels.style, end)
        for label, end in zip(found, ends, strict=True)
    ]
    spans = [_words(text, label.end, silence) for label, silence in zip(found, silences, strict=True)]
    speakers = _speakers(text, labels, spans)
    turns = tuple(
        Turn(speaker=speaker, label=label.text, span=span)
        for speaker, label, span in zip(speakers, found, spans, strict=True)
        if span[0] < span[1]
    )
    gaps = [(0, found[0].start), *zip(silences, ends, strict=True)]
    unsaid = () if labels.style == "cues" else tuple((start, end) for start, end in gaps if start < end)
    return Speech(turns, unsaid)


def whole_turn(text: str) -> tuple[Turn, ...]:
    """The one turn of a transcript without labels.

    Args:
        text: The text.

    Returns:
        A turn of the clinician where the text reads as dictation, else of nobody known; none of an empty text.
    """
    span = trim(text, 0, len(text))
    if span[0] == span[1]:
        return ()
    return (Turn(speaker="clinician" if reads_as_dictation(text) else "unknown", label=None, span=span),)


def turns_of_lines(text: str, lines: tuple[Span, ...]) -> tuple[Turn, ...]:
    """The turns of a transcript whose speakers nothing names, one a line.

    Args:
        text: The text.
        lines: Its lines.

    Returns:
        A turn for each written line; none where the lines are few, or those of one wrapped text.
    """
    written = [span for line in lines if (span := trim(text, *line))[0] < span[1]]
    if len(written) < _FEWEST_LINES or wrap_width(lines) is not None:
        return ()
    speaker: Speaker = "clinician" if reads_as_dictation(text) else "unknown"
    return tuple(Turn(speaker=speaker, label=None, span=span) for span in written)


def _speakers(text: str, labels: Labels, spans: list[Span]) -> list[Speaker]:
    """The role of who says each of the spans."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for label, (start, end) in zip(labels.found, spans, strict=True):
        said[label.voice].append(text[start:end])
    roles = infer_speakers({voice: "\n".join(words) for voice, words in said.items()})
    speakers = [roles[label.voice] for label in labels.found]
    if labels.style not in {"arrows", "dashes"}:
        return speakers
    return infer_alternating([text[slice(*span)] for span in spans], speakers)


def _words(text: str, start: int, end: int) -> Span:
    """What is said between two labels, without the marks around it."""
    start, end = trim(text, start, end)
    while text.endswith("</v>", start, end):
        start, end = trim(text, start, end - len("</v>"))
    return start, end


def _silence(text: str, lines: tuple[Span, ...], index: int, style: str, end: int) -> int:
    """Where words stop that go on in the line given, at most at an end: at a line that nobody says."""
    while index < len(lines) and lines[index][0] < end:
        line_start, line_end = lines[index]
        if style == "cues" and not text[line_start:line_end].strip():
            resumed = seam_end(text, line_start, end)
            if resumed == line_start:
                return line_start
            index = bisect_right(lines, resumed, key=lambda line: line[0])
            continue
        if _is_aside().match(text, line_start, line_end) or line_heading(text, line_start, line_end):
            return line_start
        index += 1
    return end


@cache
def _is_aside() -> re.Pattern[str]:
    thing = r"(?:recording|recorder|audio|transcript(?:ion)?|session|call|encounter|visit)"
    event = r"(?:starts?|started|stops?|stopped|ends?|ended|begins?|began|paused|resumed|length|duration)"
    return re.compile(
        rf"[ \t]*[\[(*<-]{{0,3}}[ \t]*(?:end of (?:the )?{thing}\b"
        rf"|(?:audio |call |the )?{thing}[ \t]{{1,3}}(?:was |has )?{event}\b|transcribed by\b|duration[ \t]*:)",
        re.IGNORECASE,
    )
