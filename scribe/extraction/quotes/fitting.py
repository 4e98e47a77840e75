"""Where the wording of a quote stands in the wording of a source."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scribe.extraction.quotes.wording import ARTICLES, COPULAS, PAUSES, Loose, Wording
from scribe.schema import Match, Span

_BREAKS = frozenset({".", ";", "!", "\n", "...", "\u2013"})
"""Marks that part two sentences."""
_ENDS = frozenset({".", ";", "!"})
_SPOKEN_BREAKS = frozenset({"period", "stop", "paragraph", "line", "mark", "semicolon"})
_PAUSES = _BREAKS - {"\n"} | {",", ":"}
_OPENING = frozenset("([{<\"'\u201c\u2018\u00bf\u00a1\u00ab*")
_CLOSING = frozenset(")]}>\"'\u201d\u2019\u00bb*.,;:!") | {"..."}
_PARTICLES = frozenset({"no", "not"})
_NEGATIVES = frozenset({"no", "none", "not", "nothing", "never", "neither", "nope"})


class Fit(NamedTuple):
    """A place where the content of a source is that of a quote."""

    span: Span
    """Where it stands in the source."""
    match: Match
    """Normalised, or fuzzy where function words differ."""


def fits(quote: Wording, source: Wording, sentence_ends: Sequence[int], most: int) -> Iterator[Fit]:
    """Find where the content words of a quote are, in order and without a gap, those of the source.

    Args:
        quote: Wording of the quote.
        source: Wording of the source.
        sentence_ends: Where the source's sentences end in its text, in order.
        most: How many places to look at.

    Yields:
        Places from first to last, with only function words, pauses, labels and punctuation different.
    """
    gaps = _gaps(quote)
    at = source.content.find(quote.content) if quote.content else -1
    while at >= 0 and most > 0:
        first = bisect_left(source.starts, at)
        last = bisect_left(source.ends, at + len(quote.content))
        if _whole_words(source, first, last, at, len(quote.content)):
            most -= 1
            if (fit := _fit(quote, gaps, source, first, last, sentence_ends)) is not None:
                yield fit
        if first == len(source.starts):
            return
        following = (
            source.starts[first]
            if source.starts[first] > at
            else source.starts[first + 1]
            if first + 1 < len(source.starts)
            else len(source.content)
        )
        at = source.content.find(quote.content, following)


def _gaps(wording: Wording, first: int = 0, last: int | None = None) -> dict[int, list[Loose]]:
    """The loose tokens between content words, by their place in the content, counted from its first word."""
    offset = wording.starts[first] if wording.starts else 0
    stop = len(wording.starts) - 1 if last is None else last
    gaps: dict[int, list[Loose]] = {}
    index = bisect_left(wording.loose, first + 1, key=_before)
    while index < len(wording.loose) and wording.loose[index].before <= stop:
        loose = wording.loose[index]
        gaps.setdefault(wording.starts[loose.before] - offset, []).append(loose)
        index += 1
    return gaps


def _before(loose: Loose) -> int:
    return loose.before


def _whole_words(source: Wording, first: int, last: int, at: int, length: int) -> bool:
    """Whether content of the source starts and ends where written words do."""
    return (
        first < len(source.starts)
        and last < len(source.ends)
        and source.starts[first] == at
        and source.ends[last] == at + length
        and not source.glued[first]
        and not (last + 1 < len(source.glued) and source.glued[last + 1])
    )


def _fit(
    quote: Wording, gaps: dict[int, list[Loose]], source: Wording, first: int, last: int, sentence_ends: Sequence[int]
) -> Fit | None:
    offset = source.starts[first]
    said = _gaps(source, first, last)
    differs = False
    for place in sorted(gaps.keys() | said.keys()):
        quoted_words, said_words = _words(gaps.get(place, ())), _words(said.get(place, ()))
        if not (quoted_words or said_words):
            continue
        if not (_starts_word(quote, place) and _starts_word(source, offset + place)):
            return None
        if not _only_leaves_out(quoted_words, said_words) or _joins_speakers(quote, place, quoted_words, said_words):
            return None
        differs = differs or _function_words(quoted_words) != _function_words(said_words)
    if not _breaks_kept(quote, gaps, source, first, last, sentence_ends) or _splits_off_negation(
        gaps, said, source, offset
    ):
        return None
    start = _extended_start(quote, source, first)
    end = _extended_end(quote, source, last)
    if start is None or end is None:
        return None
    differs = differs or start.differs or end.differs
    return Fit((start.at, end.at), "fuzzy" if differs else "normalised")


def _words(loose: Sequence[Loose]) -> list[Loose]:
    return [item for item in loose if item.role != "mark"]


def _function_words(words: Sequence[Loose]) -> list[str]:
    return [word.form for word in words if word.role in {"free", "optional"}]


def _starts_word(wording: Wording, place: int) -> bool:
    index = bisect_left(wording.starts, place)
    return index < len(wording.starts) and wording.starts[index] == place


def _only_leaves_out(quoted: Sequence[Loose], said: Sequence[Loose]) -> bool:
    """Whether a quote has, but for free words, no more than the source in the same order."""
    remaining = iter([word.form for word in said if word.role != "free"])
    return all(word.form in remaining for word in quoted if word.role != "free")


def _joins_speakers(quote: Wording, place: int, quoted: Sequence[Loose], said: Sequence[Loose]) -> bool:
    """Whether a quote runs on into another speaker's words, though it neither asks nor names the speaker."""
    named = (any(word.role == "label" for word in words) for words in (said, quoted))
    return next(named) and not next(named) and not quote.content[:place].endswith("?")


def _breaks_kept(
    quote: Wording, gaps: dict[int, list[Loose]], source: Wording, first: int, last: int, sentence_ends: Sequence[int]
) -> bool:
    """Whether a quote shows a break wherever a sentence of the source ends inside it."""
    index = bisect_left(sentence_ends, source.spans[first][1])
    while index < len(sentence_ends) and sentence_ends[index] <= source.spans[last][0]:
        word = bisect_left(source.spans, (sentence_ends[index], 0), first, last + 1)
        place = source.starts[word] - source.starts[first]
        index += 1
        if quote.content[:place].rstrip("|").endswith("?"):
            continue
        if not any(
            item.form in _BREAKS if item.role == "mark" else item.form in _SPOKEN_BREAKS for item in gaps.get(place, ())
        ):
            return False
    return True


def _splits_off_negation(
    gaps: dict[int, list[Loose]], said: dict[int, list[Loose]], source: Wording, offset: int
) -> bool:
    """Whether a quote pauses after a *no* that the source speaks together with the next word: `no, numbness`."""
    for place, quoted in gaps.items():
        word = bisect_left(source.starts, offset + place)
        if (
            source.word(word - 1) in _PARTICLES
            and source.word(word) not in _NEGATIVES
            and any(item.form in _PAUSES for item in quoted)
            and not any(item.role == "mark" for item in said.get(place, ()))
        ):
            return True
    return False


class _Edge(NamedTuple):
    at: int
    differs: bool


def _extended_start(quote: Wording, source: Wording, first: int) -> _Edge | None:
    """Take what stands before the first content word into the span, as far as the quote has it."""
    lead = _loose_before(quote, 0)[::-1]
    said = _loose_before(source, first)[::-1]
    return _extend(lead, said, source.spans[first][0], _OPENING, "start")


def _extended_end(quote: Wording, source: Wording, last: int) -> _Edge | None:
    """Take what stands after the last content word into the span, as far as the quote has it."""
    tail = _loose_before(quote, len(quote.starts))
    said = _loose_before(source, last + 1)
    return _extend(tail, said, source.spans[last][1], _CLOSING, "end")


def _loose_before(wording: Wording, word: int) -> list[Loose]:
    index = bisect_left(wording.loose, word, key=_before)
    stop = bisect_left(wording.loose, word + 1, key=_before)
    return wording.loose[index:stop]


def _extend(
    wanted: Sequence[Loose], offered: Sequence[Loose], at: int, marks: frozenset[str], side: str
) -> _Edge | None:
    differs = False
    position = 0
    for item in wanted:
        if item.role == "mark" and item.form not in marks:
            continue
        found = _next_same(offered, position, item)
        if found is not None:
            differs = differs or any(other.role in {"free", "optional"} for other in offered[position:found])
            at = offered[found].start if side == "start" else offered[found].end
            position = found + 1
        elif item.role == "free" and (item.form in PAUSES or (item.form not in COPULAS and _is_bounded(offered))):
            differs = True
        elif item.role != "mark":
            return None
    return _Edge(at, differs)


def _is_bounded(offered: Sequence[Loose]) -> bool:
    """Whether no other content word follows (or precedes) at once, which an added article would stand in for."""
    return any(item.role == "mark" or item.form in ARTICLES for item in offered)


def _next_same(offered: Sequence[Loose], position: int, wanted: Loose) -> int | None:
    """Index of the same token, with no sentence's end before it; for a mark, no word either."""
    for index in range(position, len(offered)):
        other = offered[index]
        if other.form == wanted.form and (other.role == "mark") == (wanted.role == "mark"):
            return index
        if other.form in _ENDS or (wanted.role == "mark" and other.role != "mark"):
            return None
    return None
