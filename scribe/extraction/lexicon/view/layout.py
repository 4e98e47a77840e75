"""The layout of a text: columns and row letters of a note, and the words of a recording without its times."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from scribe.documents import find_events, seams
from scribe.documents.plain import plain_of
from scribe.extraction.lexicon.words.tokens import Item, Tokens, tokenize
from scribe.schema import Document, Span

_REGIONS_IN_ORDER = frozenset({("C", "L"), ("T", "L"), ("Cerv", "L"), ("Thor", "L")})
"""Heads of two lines of which the second is that of the lumbar spine."""
_TART = frozenset("tar")
_EXAMINED = frozenset({"exam", "examination"})


def column_starts(text: str, document: Document, tokens: Tokens) -> frozenset[int]:
    """Return the indices of the first words of the third and later columns of a note's lines.

    What stands in the second column belongs to the word that heads the line.
    """
    if document.kind != "note":
        return frozenset()
    return frozenset(
        tokens.between((match.end(), line[1])).start
        for line in document.lines
        for match in [*_gap().finditer(text, *line)][1:]
    )


def opens_row(text: str, tokens: Tokens, word: Item) -> bool:
    """Tell whether a word stands alone in the first cell of a row, or is its label, as in `Sac  | R base ant`."""
    start, end = tokens.cover(word.start, word.end)
    parts = text[end : end + 1] in {"|", "\t", ":"} or text[end : end + 2] in {"  ", " |"}
    return parts and not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t|")


def is_torn(text: str, tokens: Tokens, words: Item) -> bool:
    """Tell whether a wide gap or the end of a line stands between some words, as in `SB L     + R`."""
    between = text[slice(*tokens.cover(words.start, words.end))]
    return any(gap in between for gap in ("   ", "\t", "\n"))


def breaks_before(text: str, tokens: Tokens, at: int) -> bool:
    """Tell whether a line ends between a word and the one before it."""
    return at > 0 and "\n" in text[tokens.spans[at - 1][1] : tokens.spans[at][0]]


def row_letters(text: str, document: Document, tokens: Tokens) -> frozenset[int]:
    """Return the indices of the letters that head lines and name no side: those of T-A-R-T, and of regions as `L:`."""
    if "l" not in tokens.said and not tokens.said.issuperset(_TART):
        return frozenset()
    heads = [tokens.between(line).start for line in document.lines if text[slice(*line)].strip()]
    named = [text[slice(*tokens.spans[head])] if head < len(tokens.spans) else "" for head in heads]
    opened = [tokens.norms[head + 1 : head + 2] == [":"] for head in heads]
    regions = frozenset(
        heads[at]
        for at in range(1, len(heads))
        if opened[at - 1] and opened[at] and (named[at - 1], named[at]) in _REGIONS_IN_ORDER
    )
    return regions.union(
        head
        for first in range(len(heads) - 3)
        if named[first] in {"P", "T"} and named[first + 1 : first + 4] == ["A", "R", "T"]
        for head in heads[first : first + 4]
    )


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)(?: {3,}| ?\t\s*|[ ]?\.{4,}[ ]?)(?=\S)")


def said_tokens(document: Document, unsaid: Iterable[Span] = ()) -> Tokens:
    """Return the words of a document without what a recording has beside them: times, events, and what nobody says.

    Args:
        document: The document.
        unsaid: Where nobody says anything inside a turn.
    """
    text = plain_of(document.text, document.kind)
    tokens = tokenize(text)
    times = (span for turn in document.turns for span in seams(text, *turn.span)) if "-->" in text else ()
    events = find_events(text) if document.kind == "transcript" else ()
    left_out = [*chain.from_iterable(map(tokens.between, (*times, *unsaid, *events))), *_hyphens_of_numbers(tokens)]
    return tokens.without(left_out) if left_out else tokens


_TENS = frozenset({"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"})
_ONES = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"})


def _hyphens_of_numbers(tokens: Tokens) -> Iterator[int]:
    """Yield the hyphens of numbers in words, which are no minus: `forty-five degrees`."""
    norms = tokens.norms
    for at in (at for at, word in enumerate(norms) if word == "-" and norms[at - 1] in _TENS):
        if at and tokens.word(at + 1) in _ONES:
            before, hyphen, after = tokens.spans[at - 1 : at + 2]
            if before[1] == hyphen[0] and hyphen[1] == after[0]:
                yield at


_SHORTENED = frozenset({"dysf", "dysfx", "dysfxn", "subl", "restr"})
"""Names of findings that are shortened with a point."""


def without_points(document: Document, tokens: Tokens) -> Tokens:
    """Return the words of a note without the points that shorten a finding in mid-sentence: `Seg. dysf. not found.`."""
    shortened = [
        at + 1 for at in tokens.indices(_SHORTENED) if tokens.word(at + 1) == "." and at + 1 < len(tokens.norms)
    ]
    ends = {end for _, end in document.sentences} if shortened else set()
    return tokens.without([at for at in shortened if tokens.spans[at][1] not in ends])


_TOLERATED = frozenset({"tolerated"})
_TREATED = frozenset({"patient", "pt", "she", "he"})


def is_dictated(document: Document, tokens: Tokens) -> bool:
    """Tell whether speech is one clinician's report, whose past tense tells of today's examination."""
    spoken = document.kind == "transcript" and all(turn.speaker != "patient" for turn in document.turns)
    examined = any(tokens.norms[index - 1] == "on" for index in tokens.indices(_EXAMINED) if index)
    return spoken and (examined or any(tokens.norms[at - 1] in _TREATED for at in tokens.indices(_TOLERATED) if at))
