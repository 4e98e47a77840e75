"""Cues of WebVTT and SRT: times that part the words of a recording, often in the middle of a sentence."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache

from scribe.documents.label_forms import Label, enclosed_label, is_name, is_speaker, line_label
from scribe.documents.lines import trim
from scribe.documents.speakers import voice_of
from scribe.schema import Span

_ENDS = (".", "?", "!", '."', '?"', "\u2026")
"""What ends a sentence, so that the next cue begins another one."""
_LEADING = frozenset({
    "a", "an", "and", "at", "by", "for", "from", "her", "his", "in", "into", "is", "left", "my", "of", "on", "or",
    "over", "right", "the", "to", "with", "your",
})  # fmt: skip
"""Words that no sentence ends in."""
_WORD = 12


def cue_labels(text: str, lines: tuple[Span, ...]) -> Iterator[Label]:
    """Labels of the cues: each a time line, then words up to a blank line.

    A cue that goes on with the sentence of the same voice has none of its own.

    Args:
        text: The text.
        lines: Its lines.

    Yields:
        The labels in order; of the cues without a name, what the last one had.
    """
    if "-->" not in text:
        return
    heads = [index for index, (start, end) in enumerate(lines[:-1]) if _cue().match(text, start, end)]
    names = _returning(label for index in heads if (label := line_label(text, *lines[index + 1])))
    last_voice = ""
    said_until = 0
    for index in heads:
        start = lines[index][0]
        spoken = list(_payload_labels(text, lines, index + 1, names))
        words_start = lines[index + 1][0]
        if spoken and spoken[0].start == words_start:
            spoken[0] = spoken[0]._replace(start=start)
        else:
            spoken.insert(0, Label(None, last_voice, start, words_start))
        broken = said_until > 0 and spoken[0].voice == last_voice and _is_broken(text, said_until, spoken[0])
        last_voice = spoken[-1].voice
        said_until = words_end(text, lines, index + 1)
        yield from spoken[broken:]


def words_end(text: str, lines: tuple[Span, ...], index: int) -> int:
    """Where the words of a cue end, at a blank line or the next time.

    Args:
        text: The text.
        lines: Its lines.
        index: The first line of the words.
    """
    end = lines[index][0]
    while index < len(lines) and not _is_blank(text, *lines[index]) and not _cue().match(text, *lines[index]):
        _, end = trim(text, *lines[index])
        index += 1
    return end


def seams(text: str, start: int, end: int) -> Iterator[Span]:
    """What stands between two cues of one voice: blank lines, a number, times, and a label that says the same.

    Args:
        text: The text.
        start: Where the words of the voice start.
        end: Where they end.

    Yields:
        The spans of what nobody says, in order.
    """
    if text.find("-->", start, end) < 0:
        return
    for match in _seam().finditer(text, start, end):
        line_end = text.find("\n", match.end(), end)
        label = _cue_label(text, match.end(), end if line_end < 0 else line_end)
        yield match.start(), label.end if label else match.end()


def without_seams(text: str, blocks: tuple[Span, ...]) -> tuple[Span, ...]:
    """The blocks, parted where their words are.

    Args:
        text: The text.
        blocks: What one voice says each, in order.
    """
    parts: list[Span] = []
    for start, end in blocks:
        at = start
        for stop, resume in seams(text, start, end):
            parts.append((at, stop))
            at = resume
        parts.append((at, end))
    return tuple(parts)


def seam_end(text: str, start: int, end: int) -> int:
    """Where the words go on after a blank line between two cues of one voice.

    Args:
        text: The text.
        start: Where the blank line starts.
        end: Where the words of the voice end.

    Returns:
        A position; the start given where the words end there.
    """
    seam = _seam().match(text, start, end)
    return seam.end() if seam else start


def rejoined(text: str, sentences: tuple[Span, ...], blocks: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences, those joined that two cues of one voice part.

    Args:
        text: The text.
        sentences: Spans of its sentences in order, none of which crosses a cue.
        blocks: What one voice says each, in order.
    """
    joined: list[Span] = []
    starts = [start for start, _ in blocks]
    for start, end in sentences:
        within = bool(joined) and bisect_right(starts, joined[-1][0]) == bisect_right(starts, start)
        gap = next(seams(text, joined[-1][1], start), None) if within else None
        if gap and gap == (joined[-1][1], start) and not is_ended(text, gap[0]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def is_ended(text: str, end: int) -> bool:
    """Whether words end in the mark of a sentence.

    Args:
        text: The text.
        end: Where they end.
    """
    return text.endswith(_ENDS, 0, end)


def leads_on(text: str, end: int) -> bool:
    """Whether words end in a comma, or in a word that no sentence ends in.

    Args:
        text: The text.
        end: Where they end.
    """
    word = text[max(0, end - _WORD) : end].lower().split()[-1:]
    return text.endswith(",", 0, end) or not _LEADING.isdisjoint(word)


def _is_broken(text: str, end: int, label: Label) -> bool:
    """Whether a sentence goes on from the end of a cue in the next, which names no speaker or the same one."""
    last = end - len("</v>") if text.endswith("</v>", 0, end) else end
    if is_ended(text, last):
        return False
    if label.text is None:
        return True
    known = is_speaker(label.voice) or ">" in text[label.end - 2 : label.end]
    return known and (leads_on(text, last) or not text[label.end : label.end + 1].isupper())


def _returning(labels: Iterator[Label]) -> frozenset[str]:
    """The names that occur more than once among labels."""
    counts = Counter(label.voice for label in labels if is_name(label))
    return frozenset(voice for voice, count in counts.items() if count > 1)


def _is_blank(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip()


def _payload_labels(text: str, lines: tuple[Span, ...], index: int, names: frozenset[str]) -> Iterator[Label]:
    """Labels among the words of one cue."""
    while index < len(lines):
        start, end = lines[index]
        index += 1
        if _is_blank(text, start, end) or _cue().match(text, start, end):
            return
        if voices := list(_voice().finditer(text, start, end)):
            for voice in voices:
                yield Label(voice[1].strip(), voice_of(voice[1]), voice.start(), voice.end())
            continue
        label = line_label(text, start, end) or enclosed_label(text, start, end)
        if label and (is_speaker(label.voice) or label.voice in names):
            yield label


def _cue_label(text: str, start: int, end: int) -> Label | None:
    """The label at the start of the words of a cue, a role or a number."""
    if voice := _voice().match(text, start, end):
        return Label(voice[1].strip(), voice_of(voice[1]), voice.start(), voice.end())
    label = line_label(text, start, end) or enclosed_label(text, start, end)
    return label if label and is_speaker(label.voice) else None


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->[ \t]*\d")


@cache
def _seam() -> re.Pattern[str]:
    number = r"(?:\d{1,6}[ \t]*\n)?"
    time = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
    return re.compile(rf"(?:</v>)?[ \t]{{0,8}}\n\s{{0,8}}{number}[ \t]*{time}[ \t]*-->[^\n]*\n")


@cache
def _voice() -> re.Pattern[str]:
    return re.compile(r"<v(?:\.[\w.]+)?[ \t]+([^<>\n]{1,60})>[ \t]*")
