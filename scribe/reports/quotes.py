"""Quotes as a reader sees them: where they stand, and their words on one printable line."""

from collections.abc import Iterable
from typing import NamedTuple

from scribe.documents import line_of, section_at
from scribe.schema import Document, Evidence

_LONGEST = 200
_MARKUP = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>|~#&@"})


class Quotation(NamedTuple):
    """A quote ready to print."""

    place: str
    """Where it stands, such as `line 14` or `line 31, patient`."""
    words: str
    """Its words, in quotation marks."""


def quotations(document: Document, evidence: Iterable[Evidence]) -> list[Quotation]:
    """Return the quotes in the order given, each once; those of the document in its own words."""
    return list(dict.fromkeys(_quotation(document, item) for item in evidence))


def record_elements(document: Document, evidence: Iterable[Evidence]) -> list[Quotation]:
    """Return the quotes as `quotations` does, each with the section that it stands in."""
    return list(dict.fromkeys(_in_section(document, item) for item in evidence))


def unmarked(text: str) -> str:
    """Return a printable line in which no character is markup of Markdown."""
    return printable(text).translate(_MARKUP)


def printable(text: str) -> str:
    """Return a text on one line with no character that could steer a terminal."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(char if char.isprintable() else "\ufffd" for char in line)


def _quotation(document: Document, evidence: Evidence) -> Quotation:
    if evidence.span is None:
        return Quotation("not in the text", _quoted(evidence.quote))
    start, end = evidence.span
    place = f"line {line_of(document, start)}"
    if document.kind == "transcript" and evidence.speaker not in {None, "unknown"}:
        place += f", {evidence.speaker}"
    return Quotation(place, _quoted(document.text[start:end]))


def _in_section(document: Document, evidence: Evidence) -> Quotation:
    quotation = _quotation(document, evidence)
    section = section_at(document, evidence.span[0]) if evidence.span else None
    if section is None or section.name == "preamble":
        return quotation
    return quotation._replace(place=f"{quotation.place}, {section.name.replace('_', ' ')}")


def _quoted(text: str) -> str:
    words = printable(text)
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition(" ")[0] + " …"
    return f"“{words}”"
