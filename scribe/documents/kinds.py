"""Note or transcript."""

import re
from functools import cache, lru_cache
from itertools import pairwise

from scribe.documents.dictation import speaks_marks
from scribe.documents.label_forms import Label
from scribe.documents.labels import Labels
from scribe.documents.speakers import is_numbered, named_speaker
from scribe.schema import Span

_READ_AT_MOST = 40_000
"""Characters that are read to tell talk from prose."""


def is_dialogue(text: str, lines: tuple[Span, ...], labels: Labels) -> bool:
    """Whether the labels found are those of people who talk to each other.

    Args:
        text: The text.
        lines: Its lines.
        labels: What looks like speaker labels.

    Returns:
        False for a note that only names its provider or patient.
    """
    written = sum(bool(text[start:end].strip()) for start, end in lines)
    match labels.style:
        case "cues":
            return True
        case "brackets":
            return _is_bracketed_talk(text, labels)
        case "inline":
            return _switches(labels) >= _MANY or (_switches(labels) > 1 and _is_addressed(text, labels))
        case "lines":
            return _is_labelled_talk(text, labels, written)
        case "dashes" | "times" | "arrows":
            asked = sum("?" in _first_words(text, label) for label in labels.found)
            often = labels.style == "arrows" or len(labels.found) >= max(_SEVERAL, 0.6 * written)
            return often and (asked * 6 >= len(labels.found) or is_talk(text))
        case _:
            return False


def opens_with_label(text: str, labels: Labels) -> bool:
    """Whether a text starts with a speaker's label.

    Args:
        text: The text.
        labels: Its labels.

    Returns:
        True where nothing stands before the first label.
    """
    return bool(labels.found) and labels.style != "dashes" and not text[: labels.found[0].start].strip()


@lru_cache(maxsize=1)
def is_speech(text: str) -> bool:
    """Whether a text without labels was spoken.

    Args:
        text: The text.

    Returns:
        True for people talking, and for dictation.
    """
    return speaks_marks(text) or is_talk(text) or is_dictated_prose(text) or _is_unmarked_talk(text)


def _is_unmarked_talk(text: str) -> bool:
    """Whether long words without a single mark are talk: nobody writes so, and fewer words of talk tell."""
    read = text[:_READ_AT_MOST].lower()
    words = len(read.split())
    if words < _UNMARKED or _written().search(read):
        return False
    return len(_talk().findall(read)) >= 0.04 * words


_UNMARKED = 60
"""Words from which a text without marks was recognized, and not jotted down."""


@cache
def _written() -> re.Pattern[str]:
    return re.compile(r"[.,;:!?](?=\s)|[|;=]|^\s*[-*\u2022]", re.MULTILINE)


_SEVERAL = 3
_MANY = 6
"""Changes of speaker that leave no doubt."""


def _is_labelled_talk(text: str, labels: Labels, written: int) -> bool:
    """Whether labels at the start of lines change often enough for the labels they are."""
    switches = _switches(labels)
    dense = 2 * len(labels.found) >= written
    roles = {named_speaker(label.voice) for label in labels.found}
    if not switches or not (dense or switches > 1):
        return False
    if "clinician" in roles and len(roles) > 1:
        return (switches >= _SEVERAL and dense) or _is_addressed(text, labels)
    if any(is_numbered(label.voice) for label in labels.found):
        return True
    return switches >= _SEVERAL and dense and _is_addressed(text, labels)


def _is_bracketed_talk(text: str, labels: Labels) -> bool:
    """Whether brackets hold those who speak: roles and numbers, or names that take turns."""
    if any(named_speaker(label.voice) or is_numbered(label.voice) for label in labels.found):
        return len(labels.found) > 1 or opens_with_label(text, labels)
    return _switches(labels) >= _SEVERAL and _is_addressed(text, labels)


def _switches(labels: Labels) -> int:
    """How often the speaker changes."""
    who = ["patient" if named_speaker(label.voice) == "patient" else label.voice for label in labels.found]
    return sum(one != other for one, other in pairwise(who))


def _is_addressed(text: str, labels: Labels) -> bool:
    """Whether one labelled line in four asks or addresses somebody."""
    some = labels.found[:200]
    words = [_first_words(text, label) for label in some]
    return 4 * sum("?" in said or _address().search(said) is not None for said in words) >= len(some)


def _first_words(text: str, label: Label) -> str:
    """Words after a label, up to the end of their line."""
    return text[label.end : label.end + 400].lstrip().partition("\n")[0]


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"\b(?:I|i|you|your|me|my|we|okay|OK|hi|hello|yeah|yes|thanks|usted|mi)\b")


@cache
def _talk() -> re.Pattern[str]:
    """Match what is said, in lower case: to look for either case takes four times as long."""
    return re.compile(
        r"\b(?:um|uh|uh-huh|mm-hmm|hmm|yeah|yep|nope|okay|ok|alright|gonna|wanna|kinda|you know|i mean|i'm|i've|you're|"
        r"don't|didn't|can't|let's|that's|it's|you|your|i|me|my)\b"
    )


def is_talk(text: str) -> bool:
    """Whether unlabelled words are people talking.

    Args:
        text: The text.

    Returns:
        True where first and second person, fillers and questions are dense.
    """
    read = text[:_READ_AT_MOST].lower()
    words = len(read.split())
    said = len(_talk().findall(read))
    asked = len(re.findall(r"\?(?=\s|$)", read))
    ends = len(re.findall(r"[.?!](?=\s|$)", read))
    often_asked = asked >= _SEVERAL and asked >= 0.12 * ends and said >= 0.05 * words
    return words >= _FEWEST_WORDS and (said >= 0.10 * words or often_asked)


_FEWEST_WORDS = 12
"""Words below which nothing can be told from their density."""


@cache
def _dictation_phrases() -> re.Pattern[str]:
    """Match turns of phrase of dictation, in lower case as above."""
    frame = (
        r"\b(?:end of (?:dictation|note)|end dictation|dictat(?:ing|ion) (?:for|on|of)|next patient is"
        r"|this is (?:dr|doctor)\b\.? [^.\n]{0,40}dictating|number (?:one|two|three|four)\b)"
    )
    opening = (
        r"(?:^|[.]\s{1,8})(?:this is an? (?:\w+[- ]){0,4}(?:visit|note|consult|consultation|dictation|follow-?up"
        r"|patient)\b|(?:impression|assessment|diagnos[ie]s|plan)[.,] (?:number )?[a-z]|one, [^.]{0,300}[.] two, "
        r"|(?:thanks|thank you)\.\s*$)"
    )
    grade = r"\b(?:one|two|three|four|five) (?:plus )?out of (?:five|ten)\b|\b(?:one|two|three) plus\b"
    return re.compile(rf"{frame}|{opening}|{grade}")


def is_dictated_prose(text: str) -> bool:
    """Whether prose without headings reads as dictated.

    Args:
        text: The text.

    Returns:
        True where several turns of phrase of dictation occur, and hardly a colon.
    """
    read = text[:_READ_AT_MOST]
    if read.count(":") * _PROSE_PER_COLON > len(read):
        return False
    return len({match[0] for match in _dictation_phrases().finditer(read.lower())}) >= _SEVERAL


_PROSE_PER_COLON = 150
"""Characters a colon that prose has at least; a note has labels."""


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
    return re.compile(
        r"\b(?:patient|he|she|his|her|denies|exam(?:ination)?|assessment|impression|dysfunction)\b", re.IGNORECASE
    )
