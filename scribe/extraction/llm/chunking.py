"""A long document → segments that a model reads one by one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scribe.documents.lines import trim
from scribe.schema import Document, Section, Span, Turn

_LONGEST = 16_000
"""Characters of a segment: about 4,000 tokens in, and up to four times as many out where every line holds a finding."""
_CONTEXT = 600
"""Characters before a segment that are shown with it."""


class Segment(NamedTuple):
    """A part of a document, and what is shown before it."""

    span: Span
    """What is to be read."""
    context: Span
    """What precedes it and helps to understand it; empty at the start."""


def segments(document: Document, longest: int = _LONGEST) -> tuple[Segment, ...]:
    """Divide a document where its parts end.

    Together the segments are the whole text. A transcript is cut before turns, at best the clinician's; a note before
    sections, at best, else before lines; both, where there is no other place, between sentences. A question is never
    cut from what follows it, so that a segment may be longer than asked for.

    Args:
        document: The parsed document.
        longest: Characters that a segment should not exceed.
    """
    return tuple(segment_of(document, span) for span in _spans(document, max(1, longest)))


def segment_of(document: Document, span: Span) -> Segment:
    """Return a part of a document as a segment.

    Args:
        document: The parsed document.
        span: The part.
    """
    return Segment(span, (_context_start(document, span[0]), span[0]))


def halves(document: Document, span: Span) -> tuple[Segment, ...]:
    """Divide a part of a document in two, at the best place about its middle.

    Args:
        document: The parsed document.
        span: The part.

    Returns:
        Two segments; none where the part can be cut nowhere.
    """
    start, end = span
    middle = (start + end) // 2
    for reach in ((end - start) // 4, end - start):
        for cuts in _cuts(document):
            if places := [cut for cut in cuts if start < cut < end and abs(cut - middle) <= reach]:
                cut = min(places, key=lambda place: abs(place - middle))
                return segment_of(document, (start, cut)), segment_of(document, (cut, end))
    return ()


def _spans(document: Document, longest: int) -> Iterator[Span]:
    ranks = _cuts(document)
    start, end = 0, len(document.text)
    while end - start > longest:
        cut = _best_cut(ranks, start, longest)
        if cut is None:
            break
        yield start, cut
        start = cut
    yield start, end


def _best_cut(ranks: Sequence[Sequence[int]], start: int, longest: int) -> int | None:
    """Return the last cut of the best rank in the second half of a segment, else the last one at all, else the next."""
    for floor in (start + longest // 2, start + 1):
        for cuts in ranks:
            index = bisect_right(cuts, start + longest) - 1
            if index >= 0 and cuts[index] >= floor and cuts[index] > start:
                return cuts[index]
    following = [cuts[index] for cuts in ranks if (index := bisect_right(cuts, start + longest)) < len(cuts)]
    return min(following, default=None)


def _cuts(document: Document) -> tuple[list[int], ...]:
    """Return where the document may be cut, in order, the best places first."""
    return _cuts_of_talk(document) if document.turns else _cuts_of_note(document)


def _cuts_of_talk(document: Document) -> tuple[list[int], ...]:
    clinicians: list[int] = []
    others: list[int] = []
    for before, turn in pairwise(document.turns):
        if "?" not in document.text[slice(*before.span)]:
            (clinicians if turn.speaker == "clinician" else others).append(_announced(document, before, turn))
    return clinicians, others, _between_sentences(document)


def _cuts_of_note(document: Document) -> tuple[list[int], ...]:
    sections = [_announced(document, before, section) for before, section in pairwise(document.sections)]
    return sections, _free(document, [start for start, _ in document.lines]), _between_sentences(document)


def _between_sentences(document: Document) -> list[int]:
    return _free(document, [start for start, _ in document.sentences])


def _free(document: Document, places: Iterable[int]) -> list[int]:
    """Return the places that part neither a question from its answer nor a label or heading from what it announces."""
    parts: tuple[Turn | Section, ...] = (*document.turns, *document.sections)
    announced = {trim(document.text, *part.span)[0] for part in parts}
    return [place for place in places if place not in announced and not _asks_before(document, place)]


def _asks_before(document: Document, offset: int) -> bool:
    index = bisect_left(document.sentences, (offset, offset)) - 1
    return index >= 0 and "?" in document.text[slice(*document.sentences[index])]


def _announced(document: Document, before: Turn | Section, part: Turn | Section) -> int:
    """Return where a part begins with what stands before it: a section with its heading, a turn with its label."""
    return trim(document.text, before.span[1], part.span[0])[0]


def _context_start(document: Document, start: int) -> int:
    """Return where the last sentences or lines before a segment begin."""
    floor = max(0, start - _CONTEXT)
    borders = [sentence[0] for sentence in document.sentences] or [line[0] for line in document.lines]
    index = bisect_left(borders, floor)
    return min(borders[index], start) if index < len(borders) else start
