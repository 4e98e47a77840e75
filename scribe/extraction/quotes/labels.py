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
        Spans in order: a label after a mark or at the start of a line, in brackets or with a colon; bare only where a
        reply may start.
    """
    lowered = quote.lower()
    spans: list[Span] = []
    for label in sorted(labels):
        name = label.strip("[](){}<>*_-:> \t")
        if not name or name.lower() not in lowered:
            continue
        pattern = rf"(?:^|(?<=[\s.?!,;]))(?:(?<=\n){re.escape(name)}(?=\s)|(?<=\? ){re.escape(name)}(?=\s)|[\[(<*_]+\s*{re.escape(name)}\s*[\])>*_]+:?|{re.escape(name)}\s*[*_]*:)"
        spans.extend(match.span() for match in re.finditer(pattern, quote, re.IGNORECASE))
    return sorted(spans)
