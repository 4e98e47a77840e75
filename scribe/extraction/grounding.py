"""Where the quotes of an extraction stand in their document.

A quote is accepted where its words are, verbatim or in other spelling, with
nothing but function words different; never because it is similar.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain, pairwise
from typing import TypeVar

from scribe.documents import line_of, parse, section_at, turn_at
from scribe.documents.dictation import speaks_marks, spoken_marks
from scribe.extraction.quotes.borders import is_one_passage, is_whole
from scribe.extraction.quotes.cue_lists import GRAMMAR
from scribe.extraction.quotes.cues import keeps_cues
from scribe.extraction.quotes.fitting import Fit, fits
from scribe.extraction.quotes.labels import label_spans
from scribe.extraction.quotes.questions import keeps_question
from scribe.extraction.quotes.wording import Wording, has_content_word, wording_of
from scribe.schema import Document, Evidence, Extraction, Finding, Span

_MOST_PLACES = 500
"""Places that are looked at for one quote: words that fit in none of so many are no quote."""


def ground(quote: str, text: str | Document) -> Evidence:
    """Locate a quote.

    Args:
        quote: Words that a text is said to contain.
        text: The text, or the document that it was parsed into.

    Returns:
        The quote with its span, how well it matches, speaker and section; span None and match `none` where the text
        does not say it: a side, level, number, negation, doubt, person or question differs, or is left behind.
    """
    document = parse(text) if isinstance(text, str) else text
    return _Source(document).locate(Evidence(quote=quote))


def ground_extraction(document: Document, extraction: Extraction) -> Extraction:
    """Locate every quote of an extraction.

    Args:
        document: The document that was read.
        extraction: Findings with quotes. Of several places, that at the evidence's span or on its line is preferred.

    Returns:
        The extraction with span, match, speaker and section of each piece of evidence as the document has them.
    """
    source = _Source(document)
    return extraction.model_copy(
        update={name: tuple(_located(source, finding) for finding in findings) for name, findings in extraction}
    )


_AnyFinding = TypeVar("_AnyFinding", bound=Finding)


def _located(source: "_Source", finding: _AnyFinding) -> _AnyFinding:
    return finding.model_copy(update={"evidence": tuple(map(source.locate, finding.evidence))})


class _Source:
    """A document, read once for all quotes."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def locate(self, evidence: Evidence) -> Evidence:
        """Fill in where a quote stands."""
        fit = self._best_fit(evidence)
        if fit is None:
            return Evidence(quote=evidence.quote, line=evidence.line)
        turn, section = turn_at(self.document, fit.span[0]), section_at(self.document, fit.span[0])
        return Evidence(
            quote=evidence.quote,
            line=evidence.line if self._has_line(evidence.line) else None,
            span=fit.span,
            match=fit.match,
            speaker=turn.speaker if turn else None,
            section=section.name if section else None,
        )

    def _has_line(self, line: int | None) -> bool:
        return line is not None and 1 <= line <= max(1, len(self.document.lines))

    def _best_fit(self, evidence: Evidence) -> Fit | None:
        """The place that the evidence itself points to, else the first; verbatim before all others."""
        first = None
        for fit in self._fits(evidence.quote):
            if evidence.span is None and evidence.line is None:
                return fit
            if fit.span == evidence.span or (evidence.span is None and self._is_on_line(fit.span, evidence.line)):
                return fit
            first = first or fit
        return first

    def _is_on_line(self, span: Span, line: int | None) -> bool:
        return line is not None and line_of(self.document, span[0]) <= line <= line_of(self.document, span[1] - 1)

    def _fits(self, quote: str) -> Iterator[Fit]:
        """The places that say what a quote says: verbatim ones first, then those in other words."""
        if not self._has_content(quote):
            return
        seen: set[Span] = set()
        for fit in chain(self._verbatim(quote), self._reworded(quote)):
            if fit.span not in seen and self._bears(fit.span, quote):
                yield fit
            seen.add(fit.span)

    def _verbatim(self, quote: str) -> Iterator[Fit]:
        words = quote.strip()
        start = self.document.text.find(words)
        for _ in range(_MOST_PLACES):
            if start < 0:
                return
            span = (start, start + len(words))
            yield Fit(span, "exact" if words == quote else "normalised")
            start = self.document.text.find(words, start + 1)

    def _reworded(self, quote: str) -> Iterator[Fit]:
        yield from fits(self._wording_of_quote(quote), self._wording, self._sentence_ends, _MOST_PLACES)

    def _has_content(self, quote: str) -> bool:
        """Whether a quote says something, beside labels, spoken marks and words of grammar."""
        if not label_spans(quote, self._labels) and not self._spoken(quote) and has_content_word(quote):
            return True
        wording = self._wording_of_quote(quote)
        return any(word not in GRAMMAR and word[-1].isalnum() for word in map(wording.word, range(len(wording.starts))))

    def _bears(self, span: Span, quote: str) -> bool:
        """Whether a quote may stand for its place."""
        return (
            is_whole(self.document.text, span)
            and is_one_passage(self.document, span)
            and keeps_question(self.document, span, quote)
            and keeps_cues(self.document, span)
        )

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [end for _, end in self.document.sentences]

    @cached_property
    def _speaks_marks(self) -> bool:
        return speaks_marks(self.document.text)

    @cached_property
    def _labels(self) -> frozenset[str]:
        return frozenset(turn.label for turn in self.document.turns if turn.label)

    @cached_property
    def _wording(self) -> Wording:
        text, turns = self.document.text, self.document.turns
        labels = [(one.span[1], other.span[0]) for one, other in pairwise(turns)]
        if turns:
            start = turns[0].span[0]
            labels.insert(0, (max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1, start))
        return wording_of(text, labels, self._spoken(text))

    def _wording_of_quote(self, quote: str) -> Wording:
        return wording_of(quote, label_spans(quote, self._labels), self._spoken(quote))

    def _spoken(self, text: str) -> list[Span]:
        return [(mark.start, mark.end) for mark in spoken_marks(text, 0, len(text))] if self._speaks_marks else []
