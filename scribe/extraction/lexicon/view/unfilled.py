"""Labels of a template that nobody filled in: `Numbness:` above `Weakness: none`, `Spasm: ____`, `Edema: N/A`."""

import re
from collections.abc import Iterator
from functools import cache

from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Document, Span

_ASKED = ("neuro", "tart")
"""Tables of what a label asks to be filled in; a diagnosis or a region may head what stands below it."""
_NAMED = (*_ASKED, "lesions", "conditions")
"""Tables of what a label names that says itself that it was left open."""

Hits = dict[str, list[Hit]]
"""The terms that were found, by table."""


def without_unfilled(text: str, document: Document, tokens: Tokens, hits: Hits) -> Hits:
    """Drop the findings that a note only names in labels without a value, or of which it says that nobody looked.

    A label at the end of its line has no value where the next line is another such label, or there is none. What stands
    below it otherwise is its value, as under `Numbness:` the line `left foot since March`, or a part of what it asks
    for, as under `SLR:` the line `Right: negative`.

    Args:
        text: The text of the document, with common signs.
        document: The document.
        tokens: Its words.
        hits: Its terms.
    """
    if document.kind != "note":
        return hits
    empty = {at for span in _below_nothing(text, document.lines, tokens, hits) for at in tokens.between(span)}
    unseen = {at for span in [*_unseen(text), *_unwritten(text)] for at in tokens.between(span)}
    for table in _NAMED:
        left_out = unseen | empty if table in _ASKED else unseen
        if left_out:
            hits = hits | {table: [hit for hit in hits[table] if hit.start not in left_out]}
    return hits


def _below_nothing(text: str, lines: tuple[Span, ...], tokens: Tokens, hits: Hits) -> Iterator[Span]:
    """Yield the labels at ends of lines that no value follows."""
    asked = {hit.start for table in _ASKED for hit in hits[table]}
    written = [line for line in lines if text[slice(*line)].strip()]
    for line, below in zip(written, [*written[1:], None], strict=False):
        match = _last().search(text, *line) if text[slice(*line)].rstrip().endswith(":") else None
        if match and (below is None or _asks(text, below, tokens, asked)):
            yield match.span("label")


def _asks(text: str, line: Span, tokens: Tokens, asked: set[int]) -> bool:
    """Tell whether a line is another label that asks for a finding."""
    label = _first().match(text, *line)
    return label is not None and not asked.isdisjoint(tokens.between(label.span("label")))


def _unseen(text: str) -> Iterator[Span]:
    """Yield what nobody looked at, by its label: `Spasm: deferred`, `Clonus = NT`."""
    for value in _unseen_value().finditer(text):
        label = _label_before().search(text, max(0, value.start() - _WIDEST), value.start())
        if label:
            yield label.span("label")


def _unwritten(text: str) -> Iterator[Span]:
    """Yield the labels before a line to write on or an open choice."""
    return (match.span("label") for match in _blank().finditer(text))


_WIDEST = 50
_LABEL = r"(?P<label>[A-Za-z][\w /()'-]{0,40})"


@cache
def _blank() -> re.Pattern[str]:
    """Match a label before a line to write on, a mark to overwrite, or answers of which none was chosen."""
    box = r"(?:\[ ?\]|\( ?\)|[\u2610\u25a1])"
    answers = r"y(?:es)?[ ]?/[ ]?no?|no?[ ]?/[ ]?y(?:es)?|pos(?:itive)?[ ]?/[ ]?neg(?:ative)?"
    ticks = rf"{box}[ ]?(?:y(?:es)?|pos(?:itive)?)[ ]{{1,3}}{box}[ ]?(?:no?|neg(?:ative)?)"
    chosen = rf":?[ \t]*(?:\{{?(?:{answers})(?:[:}}][\w:}}]*)?|{ticks})(?=[ \t]*$|[ \t]{{2,}})"
    return re.compile(
        rf"\b{_LABEL}(?::[ \t]*\[?(?:_{{2,}}|\*{{3,}})(?=\]|[ \t]*$|[ \t]{{2,}}|[.;,])|{chosen})",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def _last() -> re.Pattern[str]:
    """Match a label that ends its line, at the beginning of the line or of a part of it."""
    return re.compile(rf"(?:(?<![^\n])|(?<=[.;,*\u2022-][ \t])|(?<=[ \t]{{2}})){_LABEL}:[ \t]*$")


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"[ \t]*(?:[-*\u2022][ \t]*)?{_LABEL}:")


@cache
def _label_before() -> re.Pattern[str]:
    return re.compile(rf"\b{_LABEL}$")


@cache
def _unseen_value() -> re.Pattern[str]:
    """Match a value that says that nobody looked or asked."""
    seen = (
        r"assessed|tested|examined|evaluated|done|performed|checked|asked|reviewed|discussed|addressed|documented"
        r"|recorded|observed|measured|palpated|obtained|applicable"
    )
    unable = r"unable to (?:assess|test|perform|examine|evaluate|obtain|determine)"
    other = r"deferred|untested|unexamined|unknown|unobtainable|omitted|skipped|see (?:hpi|above|below)|per hpi"
    said = rf"not (?:yet )?(?:{seen})|{unable}|{other}|(?-i:N/?A|n/a|N/?E|NT)(?![/\w])"
    return re.compile(rf"[ \t]*[:=][ \t]*\(?(?:{said})\b", re.IGNORECASE)
