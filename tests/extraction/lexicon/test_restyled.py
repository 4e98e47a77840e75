"""Specification of what the look of a text does not change: the same words mean the same in another layout."""

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import fill

import pytest

import scribe
from scribe.evaluation.dataset import load
from scribe.schema import Finding, Kind

WIDTH = 72
DATASETS = Path(__file__).parents[3] / "eval/datasets"
RESTYLED: dict[str, Callable[[str], str]] = {
    "lines end as on Windows": lambda text: text.replace("\n", "\r\n"),
    "capitals": str.upper,
    "spaces of a web page": lambda text: text.replace(" ", "\u00a0"),
    "dashes of a word processor": lambda text: re.sub(r"(?<=\d)-(?=[CTLS]?\d)", "\u2013", text),
    "quotes of a word processor": lambda text: text.replace("'", "\u2019"),
}
OF_NOTES: dict[str, Callable[[str], str]] = {
    "no capitals": str.lower,
    "a blank line behind every line": lambda text: text.replace("\n", "\n\n"),
    "letters apart from their numbers": lambda text: re.sub(r"\b([CTL])(\d\d?)\b", r"\1 \2", text),
    "indented": lambda text: re.sub(r"(?m)^", "    ", text),
    "no stops at the ends of lines": lambda text: re.sub(r"(?m)\.[ ]*$", "", text),
    "sides by letter": lambda text: re.sub(r"\b([Ll])eft\b|\b[Rr]ight\b", lambda side: "L" if side[1] else "R", text),
    "with a stroke": lambda text: text.replace(" with ", " w/ ").replace(" without ", " w/o "),
}


def wrapped(text: str) -> str:
    """Wrap the lines of a text but those of tables, as an exported note has them."""
    columns = re.compile(r"\||\t|\S {3,}|\[[ xX]\]|\([ xX]\)|\.{4}")
    return "\n".join(line if columns.search(line) else fill(line, WIDTH) for line in text.split("\n"))


SHORT = {
    "don't": "do not", "doesn't": "does not", "didn't": "did not", "isn't": "is not", "aren't": "are not",
    "wasn't": "was not", "won't": "will not", "can't": "cannot", "couldn't": "could not", "haven't": "have not",
    "hasn't": "has not", "wouldn't": "would not", "i'm": "I am", "you're": "you are",
}  # fmt: skip


def in_full(text: str) -> str:
    """Write in full what speech contracts."""
    short = re.compile("|".join(SHORT), re.IGNORECASE)
    return short.sub(lambda said: SHORT[said[0].lower()], text)


def hesitant(text: str) -> str:
    """Hesitate in a text, with commas where its writer sets any."""
    pause = ", uh, " if text.count(",") * 100 > len(text.split()) else " uh "
    return re.sub(r"\b(a|at|is|it's|my|of|on|the) (?=[a-z])", rf"\1{pause}", text)


def m99(text: str, kind: Kind) -> list[str]:
    """The M99 codes that a text gives."""
    suggestions = scribe.process(text, kind=kind).suggestions
    return sorted({one.code for one in suggestions if one.status == "assign" and one.code.startswith("M99")})


def agreeing(kind: Kind, restyle: Callable[[str], str]) -> float:
    """The share of challenge texts that give the same codes restyled."""
    texts = [case.text for case in load(DATASETS / f"challenge_{kind}s.jsonl").cases]
    return sum(m99(text, kind) == m99(restyle(text), kind) for text in texts) / len(texts)


@pytest.mark.parametrize("style", [*RESTYLED, *OF_NOTES])
def test_notes_read_alike(style: str) -> None:
    """No look of a note changes its codes."""
    assert agreeing("note", {**RESTYLED, **OF_NOTES}[style]) == 1


def test_wrapped_notes_read_alike() -> None:
    """A paragraph says the same in several lines."""
    assert agreeing("note", wrapped) == 1


def test_hesitant_speech_reads_alike() -> None:
    """Who looks for words says the same."""
    assert agreeing("transcript", hesitant) == 1


def test_speech_in_full_forms_reads_alike() -> None:
    """Who contracts nothing says the same."""
    assert agreeing("transcript", in_full) == 1


def told(text: str, kind: Kind) -> list[Finding]:
    """The findings of a text, in order, without the words that show them."""
    read = scribe.process(text, kind=kind).extraction
    found = [*read.lesions, *read.tart, *read.neuro, *read.imaging, *read.diagnoses, *read.care, *read.function]
    return [one.model_copy(update={"evidence": ()}) for one in found]


@pytest.mark.parametrize("kind", ["note", "transcript"])
@pytest.mark.parametrize("style", ["quotes of a word processor", "spaces of a web page", "lines end as on Windows"])
def test_findings_read_alike(kind: Kind, style: str) -> None:
    """What only a word processor or a web page puts in changes no finding."""
    for case in load(DATASETS / f"challenge_{kind}s.jsonl").cases:
        assert told(RESTYLED[style](case.text), kind) == told(case.text, kind)


@pytest.mark.parametrize("style", RESTYLED)
def test_transcripts_read_alike(style: str) -> None:
    """No look of a transcript changes its codes."""
    assert agreeing("transcript", RESTYLED[style]) == 1
