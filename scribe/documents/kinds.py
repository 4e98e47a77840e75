"""Note or transcript."""

import re
from functools import cache

from scribe.documents.dictation import speaks_marks
from scribe.documents.labels import Label, Labels
from scribe.documents.speakers import is_numbered, named_speaker
from scribe.schema import Kind, Span

_READ_AT_MOST = 40_000
"""Characters that are read to tell talk from prose."""


def detect_kind(text: str, lines: tuple[Span, ...], labels: Labels) -> Kind:
    """What a document is.

    Args:
        text: The text.
        lines: Its lines.
        labels: What looks like speaker labels.

    Returns:
        `transcript` for a dialogue, however labelled, and for dictation; otherwise `note`.
    """
    if is_dialogue(text, lines, labels) or speaks_marks(text) or is_talk(text) or is_dictated_prose(text):
        return "transcript"
    return "note"


def is_dialogue(text: str, lines: tuple[Span, ...], labels: Labels) -> bool:
    """Whether the labels found are those of people who talk to each other.

    Args:
        text: The text.
        lines: Its lines.
        labels: What looks like speaker labels.

    Returns:
        False for a note that only names its provider or patient.
    """
    found = labels.found
    if labels.style == "none":
        return False
    if labels.style == "cues":
        return True
    if labels.style == "brackets":
        return len(found) > 1 or not text[: found[0].start].strip()
    written = [span for span in lines if text[span[0] : span[1]].strip()]
    if labels.style == "dashes":
        asked = sum("?" in text[label.end : _line_end(text, label)] for label in found)
        return len(found) >= 3 and len(found) >= 0.6 * len(written) and (asked * 6 >= len(found) or is_talk(text))
    voices = {label.voice for label in found}
    if len(voices) < 2:
        return False
    switches = sum(one.voice != other.voice for one, other in zip(found, found[1:], strict=False))
    roles = {named_speaker(voice) for voice in voices}
    if labels.style == "inline":
        return switches >= 6 or (switches >= 2 and _speaks(text, found))
    dense = len(found) >= 0.5 * len(written)
    if "clinician" in roles and len(roles) > 1:
        return (switches >= 3 and dense) or ((switches >= 2 or dense) and _speaks(text, found))
    if any(is_numbered(voice) for voice in voices):
        return switches >= 2 or dense
    return switches >= 3 and dense and _speaks(text, found)


def _line_end(text: str, label: Label) -> int:
    end = text.find("\n", label.end)
    return len(text) if end < 0 else end


def _speaks(text: str, labels: tuple[Label, ...]) -> bool:
    """Whether labelled lines ask or address somebody."""
    hits = 0
    for label in labels[:200]:
        line = text[label.end : min(_line_end(text, label), label.end + 400)]
        hits += "?" in line or _address().search(line) is not None
    return hits * 4 >= min(len(labels), 200)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"\b(?:I|i|I'm|i'm|you|your|me|my|we|okay|OK|hi|hello|yeah|yes|thanks|usted|me|mi)\b")


@cache
def _talk() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:um|uh|uh-huh|mm-hmm|hmm|yeah|yep|nope|okay|ok|alright|gonna|wanna|kinda|you know|i mean|i'm|i've|you're|"
        r"don't|didn't|can't|let's|that's|it's|you|your|i|me|my)\b",
        re.IGNORECASE,
    )


def is_talk(text: str) -> bool:
    """Whether unlabelled words are people talking.

    Args:
        text: The text.

    Returns:
        True where first and second person, fillers and questions are dense.
    """
    read = text[:_READ_AT_MOST]
    words = len(read.split())
    if words < 12:
        return False
    said = len(_talk().findall(read))
    asked = len(re.findall(r"\?(?=\s|$)", read))
    ends = len(re.findall(r"[.?!](?=\s|$)", read)) or 1
    return said >= 0.10 * words or (asked >= 3 and asked >= 0.12 * ends and said >= 0.05 * words)


@cache
def _dictation_phrases() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:end of (?:dictation|note)|end dictation|dictat(?:ing|ion) (?:for|on|of)|this is (?:dr|doctor)\b\.? [^.\n]{0,40}dictating"
        r"|next patient is|number (?:one|two|three|four)\b)|"
        r"(?:^|[.]\s+)(?:this is an? (?:\w+[- ]){0,4}(?:visit|note|consult|consultation|dictation|follow-?up|patient)\b"
        r"|(?:impression|assessment|diagnos[ie]s|plan)[.,] (?:number )?[A-Za-z]|one, [^.]*[.] two, |(?:thanks|thank you)\.\s*$)"
        r"|\b(?:one|two|three|four|five) (?:plus )?out of (?:five|ten)\b|\b(?:one|two|three) plus\b",
        re.IGNORECASE,
    )


def is_dictated_prose(text: str) -> bool:
    """Whether prose without headings reads as dictated.

    Args:
        text: The text.

    Returns:
        True where several turns of phrase of dictation occur.
    """
    return len({match[0].lower() for match in _dictation_phrases().finditer(text[:_READ_AT_MOST])}) >= 3


def reads_as_dictation(text: str) -> bool:
    """Whether a transcript without labels is one clinician dictating rather than people talking.

    Args:
        text: The text.

    Returns:
        True for spoken punctuation, and for prose about a patient.
    """
    if speaks_marks(text) or is_dictated_prose(text):
        return True
    return not is_talk(text) and _about_patient().search(text) is not None


@cache
def _about_patient() -> re.Pattern[str]:
    return re.compile(r"\b(?:patient|he|she|his|her|denies|exam(?:ination)?|assessment|impression|dysfunction)\b", re.IGNORECASE)
