"""Evidence: how well the quotes of paired findings cover those of their labels."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from scribe.evaluation.matching import Matched, overlap
from scribe.evaluation.metrics.findings import pairs_of
from scribe.evaluation.metrics.tallies import Counts, Metric, Share, compared
from scribe.schema import Finding, Span

_TOKEN = re.compile(r"\w+|[^\w\s]")


def same_span(matched: Matched) -> Counts:
    """Count spans of paired findings that begin and end where a span of the label does; micro averages."""
    return _summed(compared(Counter(pair.label_spans), Counter(pair.finding_spans)) for pair in pairs_of(matched))


def same_words(matched: Matched) -> Share:
    """Share of pairs of which a quote has the words of a quote of the label, wherever both stand.

    Words are compared by letters and digits alone, after Unicode NFKC and case folding (the position-independent
    variant of MDACE, Cheng et al. 2023).
    """
    pairs = [*pairs_of(matched)]
    return Share(sum(not _wordings(pair.label).isdisjoint(_wordings(pair.finding)) for pair in pairs), len(pairs))


def iou(matched: Matched) -> Share:
    """Mean over pairs of the characters that the quotes share ÷ the characters of both (intersection over union).

    A quote without a place covers no character.
    """
    shares = [overlap(pair.label_spans, pair.finding_spans) for pair in pairs_of(matched)]
    return Share(sum(shares), len(shares))


def tokens(matched: Matched) -> Counts:
    """Count words and signs at their places in the quotes of paired findings; micro averages.

    A token is a run of letters and digits, or one other sign; it belongs to a quote that covers any of it (DeYoung et
    al. 2020, ERASER, token-level F1).
    """
    owners: list[int | None] = [None] * len(matched.case.text)
    for token in _TOKEN.finditer(matched.case.text):
        owners[slice(*token.span())] = [token.start()] * len(token[0])
    return _summed(
        compared(_covered(owners, pair.label_spans), _covered(owners, pair.finding_spans)) for pair in pairs_of(matched)
    )


def sliced(matched: Matched) -> Share:
    """Share of reported findings that have evidence, all of whose spans slice the text back to their quote."""
    text = matched.report.document.text
    findings = [finding for _, found in matched.report.extraction for finding in found]
    whole = [
        bool(finding.evidence)
        and all(at.span is not None and text[slice(*at.span)] == at.quote for at in finding.evidence)
        for finding in findings
    ]
    return Share(sum(whole), len(whole))


METRICS = (
    Metric("evidence", "IoU", iou),
    Metric("evidence", "tokens", tokens),
    Metric("evidence", "same words", same_words),
    Metric("evidence", "same span", same_span),
    Metric("evidence", "sliced", sliced),
)
"""The metrics of evidence."""


def _covered(owners: Sequence[int | None], spans: Iterable[Span]) -> Counter[int | None]:
    """Return each token that spans cover a character of, once."""
    return Counter({owner for start, end in spans for owner in owners[start:end]} - {None})


def _wordings(finding: Finding) -> set[tuple[str, ...]]:
    return {tuple(re.findall(r"\w+", unicodedata.normalize("NFKC", at.quote).casefold())) for at in finding.evidence}


def _summed(counts: Iterable[Counts]) -> Counts:
    return Counts(*map(sum, zip(Counts(0, 0, 0), *counts, strict=True)))
