"""Speaker labels inside a quote."""

import re
from collections.abc import Iterable

from scribe.schema import Span

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_CUE = rf"(?:\d+\s+)?{_TIME}\s*-->\s*{_TIME}\s*"
"""What precedes the words in WebVTT and SRT: a number and two times."""
_STAMP = rf"[\[(]?{_TIME}[\])]?\s*[-\u2013|]?\s*"


def label_spans(quote: str, labels: Iterable[str]) -> list[Span]:
    """Find where a quote names a speaker.

    Args:
        quote: The quote.
        labels: The labels of its document, as written there.

    Returns:
        Spans in order: a label, with its time, in brackets or with a colon after a mark or at the start of a line; bare
        only where a reply may start.
    """
    lowered = quote.lower()
    spans: list[Span] = []
    for label in sorted(labels):
        name = re.sub(r"^[^\w]+|[^\w)]+$", "", label)
        if name and name.lower() in lowered:
            spans.extend(match.span() for match in re.finditer(_label(re.escape(name)), quote, re.IGNORECASE))
    return sorted(spans)


def _label(name: str) -> str:
    bracketed = rf"[\[(<*_]+(?:v\s)?\s*{name}\s*[\])>*_]+:?"
    stamped = rf"(?<![^\s.?!,;])(?:{_CUE})?(?:{_STAMP})?(?:{bracketed}|{name}\s*[*_]*(?:{_STAMP})?:)"
    return rf"{stamped}|(?:(?<=\n)|(?<=\? )){name}(?=\s)"
