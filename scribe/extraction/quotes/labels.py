"""Speaker labels inside a quote."""

import re
from collections.abc import Iterable

from scribe.schema import Span


def label_spans(quote: str, labels: Iterable[str]) -> list[Span]:
    """Find where a quote names a speaker.

    Args:
        quote: The quote.
        labels: The labels of its document, as written there.

    Returns:
        Spans in order: a label in brackets or with a colon after a mark or at the start of a line; bare only where a
        reply may start.
    """
    lowered = quote.lower()
    spans: list[Span] = []
    for label in sorted(labels):
        name = re.sub(r"^[^\w]+|[^\w)]+$", "", label)
        if name and name.lower() in lowered:
            spans.extend(match.span() for match in re.finditer(_label(re.escape(name)), quote, re.IGNORECASE))
    return sorted(spans)


def _label(name: str) -> str:
    bracketed = rf"[\[(<*_]+\s*{name}\s*[\])>*_]+:?"
    return rf"(?<![^\s.?!,;])(?:{bracketed}|{name}\s*[*_]*:)|(?:(?<=\n)|(?<=\? )){name}(?=\s)"
