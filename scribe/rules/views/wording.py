"""What a query rule reads: one query as it is worded, whoever wrote it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from scribe.documents.lines import find_lines, trim
from scribe.rules.views.phrases import has
from scribe.schema import Evidence, Query, Span


class Option(NamedTuple):
    """An answer on offer."""

    span: Span
    """Where its words stand."""
    chosen: bool
    """Whether its box is ticked already."""


class Wording(NamedTuple):
    """A query as it is worded. Every span is one of `text`."""

    text: str
    """The text in which it stands, with the queries before and after it."""
    own: str
    """The same text, its quotes blanked: what the writer says himself."""
    at: str
    """Which query it is, such as `queries[0]`."""
    span: Span
    """The whole query."""
    title: Span
    """Its heading; empty where it has none."""
    elements: tuple[Span, ...]
    """Record elements: quotes, items before the question, and what it says of a named part of the record."""
    record: str
    """The words of its record elements: all that it shows of the record."""
    questions: tuple[Span, ...]
    """Sentences that ask."""
    options: tuple[Option, ...]
    """Answers on offer."""

    def words(self, span: Span) -> str:
        """The words at a span."""
        return self.text[slice(*span)]

    def said(self, span: Span) -> str:
        """The writer's own words at a span, without what he quotes."""
        return self.own[slice(*span)]

    def quote(self, span: Span) -> tuple[Evidence, ...]:
        """Cite what stands at a span."""
        start, end = trim(self.text, *span)
        line = self.text.count("\n", 0, start) + 1
        return (Evidence(quote=self.text[start:end], line=line, span=(start, end), match="exact"),)


Role = Literal["title", "option", "item", "prose"]


class _Block(NamedTuple):
    role: Role
    start: int
    end: int


def read_queries(text: str) -> tuple[Wording, ...]:
    """Read the queries of a plain or Markdown text; a heading that names a query opens one.

    Args:
        text: One or several queries.

    Returns:
        The queries in order; none where the text asks nothing.
    """
    plain = _without_markup(text)
    own = _without_quotes(plain)
    drafts = _queries(own, _blocks(plain, own))
    return tuple(_wording(text, own, f"queries[{i}]", draft) for i, draft in enumerate(drafts))


def worded(query: Query, at: str = "queries[0]") -> Wording:
    """The wording of a query record: its indicators with their places, its question and its options.

    Args:
        query: The record; an indicator that is not in its document counts for nothing.
        at: Where it stands.
    """
    text = "\n".join(
        [
            "Record elements:",
            *(_element(indicator) for indicator in query.indicators if indicator.span is not None),
            "",
            " ".join(query.question.split()),
            "",
            *(f"\u25cb {' '.join(option.split())}" for option in query.options),
        ]
    )
    plain = _without_markup(text)
    own = _without_quotes(plain)
    return _wording(text, own, at, _blocks(plain, own))


def _element(indicator: Evidence) -> str:
    place = f"line {indicator.line}" if indicator.line else f"section {indicator.section or 'not named'}"
    return f"- {place}: \u201c{' '.join(indicator.quote.split())}\u201d"


def _without_markup(text: str) -> str:
    """The text with the marks of Markdown blanked: quote bars, emphasis and escapes."""
    return _patterns()["markup"].sub(lambda found: " " * len(found[0]), text)


def _without_quotes(text: str) -> str:
    """The text with everything between quotation marks blanked."""
    return _patterns()["quote"].sub(lambda found: re.sub(r"\S", " ", found[0]), text)


def _blocks(text: str, own: str) -> list[_Block]:
    """The titles, options, items and paragraphs of a text; a box inside a quote is the record's."""
    blocks: list[_Block] = []
    fresh = True
    for start, end in find_lines(text):
        begin, stop = trim(text, start, end)
        if begin == stop or _patterns()["rule"].fullmatch(text, begin, stop):
            fresh = True
            continue
        role = _role(own, begin, stop, fresh=fresh)
        goes_on = role == "prose" and not fresh and blocks[-1].role != "title"
        if goes_on and (blocks[-1].role == "prose" or start < begin):
            blocks[-1] = blocks[-1]._replace(end=stop)
        else:
            blocks.append(_Block(role, begin, stop))
        fresh = False
    return [part for block in blocks for part in _parted(own, block)]


def _role(own: str, start: int, end: int, *, fresh: bool) -> Role:
    if _patterns()["box"].match(own, start, end):
        return "option"
    if _patterns()["item"].match(own, start, end):
        return "item"
    return "title" if fresh and _patterns()["title"].fullmatch(own, start, end) else "prose"


def _parted(own: str, block: _Block) -> Iterator[_Block]:
    """A block, or what stands before the boxes in it and then one option for each box."""
    boxes = [found.start() for found in _patterns()["inner_box"].finditer(own, block.start, block.end)]
    if block.role == "title" or not boxes:
        yield block
        return
    if block.role == "option":
        # Its first box may stand behind the mark of a list.
        boxes[0] = block.start
    elif block.start < boxes[0]:
        yield block._replace(end=boxes[0])
    for start, end in zip(boxes, [*boxes[1:], block.end], strict=True):
        yield _Block("option", start, end)


def _queries(own: str, blocks: list[_Block]) -> list[list[_Block]]:
    """The blocks of each query; what asks nothing belongs to the query before it, or else to the next."""
    drafts: list[list[_Block]] = []
    for block in blocks:
        if not drafts or (block.role == "title" and _asks(own, drafts[-1])):
            drafts.append([])
        drafts[-1].append(block)
    if len(drafts) > 1 and not _asks(own, drafts[-1]):
        last = drafts.pop()
        drafts[-1] += last
    return [draft for draft in drafts if _asks(own, draft)]


def _asks(own: str, blocks: list[_Block]) -> bool:
    return any(block.role == "option" or (block.role == "prose" and [*_asking(own, block)]) for block in blocks)


def _asking(own: str, block: _Block) -> Iterator[Span]:
    """The sentences of a paragraph that ask."""
    for span in _sentences(own, block):
        words = own[slice(*span)]
        if ("?" in words or has("request", words)) and not _patterns()["reply"].match(words):
            yield span


def _sentences(own: str, block: _Block) -> Iterator[Span]:
    start = block.start
    for found in _patterns()["sentence_end"].finditer(own, block.start, block.end):
        yield start, found.end()
        start = found.end()
    if start < block.end:
        yield start, block.end


def _wording(text: str, own: str, at: str, blocks: list[_Block]) -> Wording:
    title: Span = (0, 0)
    elements: list[Span] = []
    questions: list[Span] = []
    options: list[Option] = []
    listing = "item"
    for block in blocks:
        span = block.start, block.end
        if block.role == "title":
            title = title if any(title) else span
        elif block.role == "option" or (block.role == "item" and listing == "option"):
            options.append(_option(text, own, block))
        elif block.role == "item":
            elements.append(span)
        else:
            asking = dict.fromkeys(_asking(own, block))
            questions += asking
            elements += [one for one in _sentences(own, block) if one not in asking and _tells(own, one)]
            elements += [found.span() for found in _patterns()["quote"].finditer(text, *span)]
            introduces = _patterns()["introduction"].search(own, *span)
            listing = "item" if introduces else "option" if asking else listing
    whole = blocks[0].start, blocks[-1].end
    record = "\n".join(text[slice(*element)] for element in elements)
    return Wording(text, own, at, whole, title, tuple(elements), record, tuple(questions), tuple(options))


def _tells(own: str, sentence: Span) -> bool:
    """Whether a sentence says what a named part of the record holds, and not what it lacks."""
    words = own[slice(*sentence)]
    return has("place", words) and not has("gap", words)


def _option(text: str, own: str, block: _Block) -> Option:
    within = block.start, block.end
    mark = _patterns()["box"].match(own, *within) or _patterns()["item"].match(own, *within)
    start, chosen = (mark.end(), "tick" in mark.groupdict() and bool(mark["tick"])) if mark else (block.start, False)
    closing = _patterns()["closing"].search(own, start, block.end)
    return Option(trim(text, start, closing.start() if closing else block.end), chosen)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    empty = r"[\u25cb\u25ef\u26aa\u2610\u25a1\u274f\u25a2]|\([ ]?\)|\[[ ]?\]"
    ticked = r"[\u25c9\u29bf\u2611\u2612\u2713\u2714]|\([xX]\)|\[[xX]\]"
    reply = r"please (?:document|record|enter|sign|date|give) (?:your|the) (?:response|answer|reply)"
    item = r"(?:[-*\u2022\u25cf\u2023\u2013\u00b7]|\d{1,2}[.)]|[A-Za-z][.)]|o)[ \t]+"
    return {
        "markup": re.compile(r"(?m)^[ \t]*(?:>[ \t]*)*(?:#{1,6}(?=[ \t]))?|\*\*|\\(?=[^\w\s])"),
        "quote": re.compile(r"\u201c[^\u201d]{1,600}\u201d|\"[^\"\n]{1,600}\""),
        "rule": re.compile(r"[-=*_~]{3,}"),
        "box": re.compile(rf"(?:{item})?(?:{empty}|(?P<tick>{ticked}))[ \t]*"),
        "inner_box": re.compile(rf"(?:{empty}|{ticked})(?=[ \t]*\S)"),
        "item": re.compile(item),
        "title": re.compile(
            r"(?i)(?:subject|re|title)[ \t]*:.*"
            r"|(?!.*\b(?:please|this|your|you|the)\b)[^.?!:\u201c\"]{0,60}\b(?:query|clarification)\b[^?!\u201c\"]{0,60}"
        ),
        "introduction": re.compile(r"(?i)\b(?:indicators?|elements?|findings|evidence)\b[^.?!:]*:\s*$"),
        "sentence_end": re.compile(r"[.?!]+[)\u201d\"]*\s+(?=[A-Z\u201c\"(])"),
        "reply": re.compile(rf"(?i)\W*{reply}"),
        "closing": re.compile(rf"(?i)[.;]?\s+{reply}"),
    }
