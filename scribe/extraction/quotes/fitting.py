"""Where the wording of a quote stands in the wording of a source."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from scribe.extraction.quotes.tokens import PAUSE_DASH
from scribe.extraction.quotes.wording import COPULAS, FUNCTION_WORDS, PAUSES, Loose, Wording
from scribe.extraction.quotes.words import words
from scribe.schema import Match, Span

_ENDS = frozenset({".", ";", "!"})
_BREAKS = _ENDS | {"\n", "...", PAUSE_DASH}
"""Marks that show that a sentence ends."""
_SPOKEN_BREAKS = words("period stop paragraph line mark semicolon")
_COMMAS = _ENDS | {"...", PAUSE_DASH, ",", ":"}
_OPENING = frozenset("([{<\"'\u201c\u2018\u00bf\u00a1\u00ab*")
_CLOSING = frozenset(")]}>\"'\u201d\u2019\u00bb*.,;:!") | {"..."}
_NEGATIVES = words("no none not nothing never neither nope")

Gaps = Mapping[int, Sequence[Loose]]
"""The loose tokens between content words, by the place in the content, counted from its first word."""


class Fit(NamedTuple):
    """A place where a source says what a quote says."""

    span: Span
    """Where it stands in the source."""
    match: Match
    """How well it matches."""


class _Place(NamedTuple):
    """Content words of a source that are those of a quote."""

    source: Wording
    first: int
    last: int

    @property
    def offset(self) -> int:
        """Where they start in the content."""
        return self.source.starts[self.first]

    def gaps(self) -> Gaps:
        """The loose tokens between them."""
        return _gaps(self.source, self.first, self.last)


def fits(quote: Wording, source: Wording, sentence_ends: Sequence[int], most: int) -> Iterator[Fit]:
    """Find where the content words of a quote are, in order and without a gap, those of the source.

    Args:
        quote: Wording of the quote.
        source: Wording of the source.
        sentence_ends: Where the source's sentences end in its text, in order.
        most: How many places to look at.

    Yields:
        Places from first to last with only function words, pauses, labels and punctuation different; `fuzzy` where a
        function word or a pause is, else `normalised`.
    """
    gaps = _gaps(quote, 0, len(quote.starts) - 1)
    for place in islice(_places(quote.content, source), most):
        if _says_the_same(quote, gaps, place) and _breaks_kept(quote, gaps, place, sentence_ends):
            start = _extend(quote.loose_before(0, 0)[::-1], place, _Edge("start", _OPENING))
            end = _extend(quote.loose_before(len(quote.starts), len(quote.starts)), place, _Edge("end", _CLOSING))
            if start is not None and end is not None:
                is_fuzzy = start.differs or end.differs or _function_words_differ(gaps, place.gaps())
                yield Fit((start.at, end.at), "fuzzy" if is_fuzzy else "normalised")


def _places(content: str, source: Wording) -> Iterator[_Place]:
    """Where whole written words of the source have this content."""
    word = 0
    while content and word < len(source.starts):
        at = source.content.find(content, source.starts[word])
        if at < 0:
            return
        word = bisect_left(source.starts, at)
        if source.starts_word(at):
            last = bisect_left(source.ends, at + len(content))
            ends_word = source.ends[last] == at + len(content) and not any(source.glued[last + 1 : last + 2])
            if ends_word and not source.glued[word]:
                yield _Place(source, word, last)
            word += 1


def _gaps(wording: Wording, first: int, last: int) -> dict[int, list[Loose]]:
    gaps: dict[int, list[Loose]] = {}
    for loose in wording.loose_before(first + 1, last):
        gaps.setdefault(wording.starts[loose.before] - wording.starts[first], []).append(loose)
    return gaps


def _says_the_same(quote: Wording, gaps: Gaps, place: _Place) -> bool:
    """Whether a quote has between its content words nothing but what the source has there, or what says nothing."""
    said = place.gaps()
    for at in gaps.keys() | said.keys():
        quoted_words, said_words = _words(gaps.get(at, ())), _words(said.get(at, ()))
        if quoted_words or said_words:
            splits_word = not (quote.starts_word(at) and place.source.starts_word(place.offset + at))
            if splits_word or not _only_leaves_out(quoted_words, said_words):
                return False
            if _joins_speakers(quoted_words, said_words) and not quote.content[:at].endswith("?"):
                return False
    return not any(_splits_off_negation(at, quoted, said.get(at, ()), place) for at, quoted in gaps.items())


def _words(loose: Sequence[Loose]) -> list[Loose]:
    return [item for item in loose if item.role != "mark"]


def _function_words_differ(gaps: Gaps, said: Gaps) -> bool:
    return any(
        _function_words(gaps.get(at, ())) != _function_words(said.get(at, ())) for at in gaps.keys() | said.keys()
    )


def _function_words(loose: Sequence[Loose]) -> list[str]:
    return [item.form for item in loose if item.role in {"free", "optional"}]


def _only_leaves_out(quoted: Sequence[Loose], said: Sequence[Loose]) -> bool:
    """Whether a quote has, but for free words, no more than the source, in the same order."""
    remaining = iter([word.form for word in said if word.role != "free"])
    return all(word.form in remaining for word in quoted if word.role != "free")


def _joins_speakers(quoted: Sequence[Loose], said: Sequence[Loose]) -> bool:
    """Whether a quote leaves out who speaks next."""
    return any(word.role == "label" for word in said) and not any(word.role == "label" for word in quoted)


def _splits_off_negation(at: int, quoted: Sequence[Loose], said: Sequence[Loose], place: _Place) -> bool:
    """Whether a quote pauses after a *no* that the source says together with the next word: `no, numbness`."""
    word = bisect_left(place.source.starts, place.offset + at)
    return (
        place.source.word(word - 1) in {"no", "not"}
        and place.source.word(word) not in _NEGATIVES
        and any(item.form in _COMMAS for item in quoted)
        and not any(item.role == "mark" for item in said)
    )


def _breaks_kept(quote: Wording, gaps: Gaps, place: _Place, sentence_ends: Sequence[int]) -> bool:
    """Whether a quote shows a break wherever a sentence of the source ends inside it with one."""
    source, first, last = place
    index = bisect_left(sentence_ends, source.spans[first][1])
    while index < len(sentence_ends) and sentence_ends[index] <= source.spans[last][0]:
        word = bisect_left(source.spans, (sentence_ends[index], 0), first, last + 1)
        at = source.starts[word] - place.offset
        is_shown = quote.content[:at].endswith("?") or any(map(_is_break, gaps.get(at, ())))
        if not is_shown and any(map(_is_break, source.loose_before(word, word))):
            return False
        index += 1
    return True


def _is_break(loose: Loose) -> bool:
    return loose.form in (_BREAKS if loose.role == "mark" else _SPOKEN_BREAKS)


class _Edge(NamedTuple):
    """Which end of a place, and the marks that may belong to it."""

    side: str
    marks: frozenset[str]


class _Extent(NamedTuple):
    """How far a place reaches at one end."""

    at: int
    differs: bool


def _extend(wanted: Sequence[Loose], place: _Place, edge: _Edge) -> _Extent | None:
    """Take what stands beside the outermost content word into the span, as far as the quote has it.

    Returns None where the quote has a word there that the source has not.
    """
    source = place.source
    if edge.side == "start":
        word, beside = place.first, place.first - 1
        offered = source.loose_before(word, word)[::-1]
        at = source.spans[word][0]
    else:
        word = beside = place.last + 1
        offered = source.loose_before(word, word)
        at = source.spans[place.last][1]
    loose = len(offered)
    offered += _content_beside(source, beside)
    differs = False
    position = 0
    for item in wanted:
        if item.role == "mark" and item.form not in edge.marks:
            continue
        found = _next_same(offered, position, item)
        if found is not None:
            differs = differs or bool(_function_words(offered[position:found]))
            at = offered[found].start if edge.side == "start" else offered[found].end
            position = found + 1
        elif item.role != "mark":
            differs = True
            # Where content stands at once beside it, an article would hide it: `the hip` from `the left hip`.
            is_bounded = position < loose or not source.word(beside)
            if item.form not in PAUSES and not (is_bounded and _may_be_added(item)):
                return None
    return _Extent(at, differs)


def _next_same(offered: Sequence[Loose], position: int, wanted: Loose) -> int | None:
    """Index of the same token, with no sentence's end before it; for a mark, no word either."""
    for index in range(position, len(offered)):
        other = offered[index]
        if other.form == wanted.form and (other.role == "mark") == (wanted.role == "mark"):
            return index
        if other.form in _ENDS or (wanted.role == "mark" and other.role != "mark"):
            return None
    return None


def _content_beside(source: Wording, word: int) -> list[Loose]:
    """The content word beside a place, as far as it is one only for what stands beyond it."""
    if not source.word(word) or source.word(word) not in FUNCTION_WORDS:
        return []
    return [Loose(word, "optional", source.word(word), *source.spans[word])]


def _may_be_added(word: Loose) -> bool:
    """Whether a quote may open or close with a word that its source has not; with a copula it would ask."""
    return word.role == "free" and word.form not in COPULAS
