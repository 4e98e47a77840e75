"""Text → the ICD-10-CM and procedure codes written in it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter

from scribe.documents import line_of, section_at, turn_at
from scribe.documents.plain import plain
from scribe.extraction.lexicon.aloud import Aloud, said_codes
from scribe.extraction.lexicon.confidence import proof
from scribe.schema import Document, Evidence, Span, StatedCode

_DIGITS = 5
_REACH = 24


def read_codes(document: Document) -> Iterator[StatedCode]:
    """Read the codes that stand in a document, in order, each once.

    The whole text is read, headings too: `ICD-10: M99.03   CPT: 98940` is one line of codes.
    """
    seen: set[str] = set()
    text = plain(document.text)
    said = list(said_codes(text))
    for code, span in sorted([*said, *_written(text, document, said)], key=itemgetter(1)):
        line, _ = _line_at(document, span[0])
        if code not in seen and not _is_unticked(text[line : span[0]]):
            seen.add(code)
            yield StatedCode(code=code, **proof(["stated_codes.written"]), evidence=(_evidence(document, span),))


def _written(text: str, document: Document, said: Sequence[Aloud]) -> Iterator[tuple[str, Span]]:
    """Find the codes that are written, with where they stand, but for those that are parts of codes said aloud."""
    for line, matches in groupby(_found(text), key=lambda match: _line_at(document, match.start())):
        for match in _coding(document, line, list(matches)):
            if not any(start <= match.start() < end for _, (start, end) in said):
                code = match["code"] or match["category"] or match["procedure"][:_DIGITS]
                yield code.upper(), match.span()


def _found(text: str) -> Iterator[re.Match[str]]:
    """Find what may be a code, by the digit that each has in second place: few other words have one."""
    end = 0
    for digit in _second().finditer(text):
        if digit.start() > end and (match := _pattern().match(text, digit.start() - 1)):
            end = match.end()
            yield match


def _line_at(document: Document, offset: int) -> Span:
    return document.lines[line_of(document, offset) - 1]


def _is_unticked(before: str) -> bool:
    """Tell whether a code belongs to an empty box, as in `[ ] Lumbar M99.03`, in a line of boxes and their labels."""
    boxes = _boxes().findall(before)
    return bool(boxes) and _boxes().match(before.lstrip(" \t-*•")) is not None and not boxes[-1].strip("[]()☐ _")


def _coding(document: Document, line: Span, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return which of the matches in a line are codes; a category or bare number is one only beside signs of coding.

    A procedure number needs less than a category: one code of manual medicine makes the others of its line codes.
    """
    # A heading such as `Codes:` stands before its section, so the end of the line tells.
    section = section_at(document, max(line[0], line[1] - 1))
    coded = (section is not None and section.name == "codes") or any(match["code"] for match in found)
    listed = coded or any(map(_is_procedure, found))
    found = [match for match in found if not (match["category"] and _is_any(match))]
    return [match for match in found if match["code"] or coded or (match["procedure"] and listed)]


def _is_any(match: re.Match[str]) -> bool:
    """Tell whether a category is that of any code, as in `insurance wants an M99, add M99.03`."""
    before = match.string[max(0, match.start() - len(" any ")) : match.start()].lower().split()
    return before[-1:] in (["an"], ["any"])


def _is_procedure(match: re.Match[str]) -> bool:
    """Tell whether five digits are a procedure code: manual medicine, E/M, or beside the word for one."""
    if not match["procedure"]:
        return False
    before = match.string[max(0, match.start() - _REACH) : match.start()].lower()
    return _manual().match(match["procedure"]) is not None or any(
        word in before for word in ("cpt", "code", "bill", "hcpcs")
    )


def _evidence(document: Document, span: Span) -> Evidence:
    turn, section = turn_at(document, span[0]), section_at(document, span[0])
    return Evidence(
        quote=document.text[span[0] : span[1]],
        line=line_of(document, span[0]),
        span=span,
        match="exact",
        speaker=turn.speaker if turn else None,
        section=section.name if section else None,
    )


@cache
def _boxes() -> re.Pattern[str]:
    return re.compile(r"\[[ xX✓✔_]?\]|\([ xX✓✔_]?\)|[☐☑☒]")


@cache
def _manual() -> re.Pattern[str]:
    """Match the numbers of manual medicine, therapy and office visits, which need no word beside them."""
    return re.compile(r"9892[5-9]|9894[0-3]|97(?:0[1-9]|1[0-9]|5[0-9]|7[0-9])\d|99[2-4]\d\d|G\d{4}")


@cache
def _second() -> re.Pattern[str]:
    # The digit comes first: to look for the letters takes three times as long.
    return re.compile(r"\d(?<=\b[A-Zabd-kmnp-svz2-79].)(?=[\dA-Z])")


@cache
def _pattern() -> re.Pattern[str]:
    # Speech recognition may write no capitals: `m99.03`, unlike `t12.then` where a space is missing.
    small = r"[abd-kmnp-svz]\d\d\.\d[0-9a-z]{0,3}"
    code = rf"[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{{1,4}}|{small}|(?<!an )M99(?!\.)"
    category = r"[ABD-KM-RV-Z]\d\d(?![\w.])"
    procedure = r"(?:9[0-9]{4}|[2-7][0-9]{4}|G\d{4})\b(?:-[0-9A-Z]{2}\b)*"
    return re.compile(rf"\b(?:(?P<code>{code})|(?P<category>{category})|(?P<procedure>{procedure}))\b")
