"""A text and the one that is shown in its stead: which offset of one is which of the other."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scribe.errors import InputError
from scribe.schema import Span


class _Hidden(NamedTuple):
    """Words that are hidden, and the placeholder that is shown."""

    start: int
    end: int
    place: int
    place_end: int


class Alignment:
    """Offsets of a text, and of the same text with placeholders."""

    def __init__(self, text: str, shown: str, mapping: Mapping[str, str]) -> None:
        """Lay one text beside the other.

        Args:
            text: The original.
            shown: The text with placeholders.
            mapping: The words that each placeholder stands for.

        Raises:
            InputError: They are not the same text line by line; the message holds none of it.
        """
        for words in (*mapping, *mapping.values()):
            if not words or "\n" in words or "\r" in words:
                raise InputError("The redactor hides a line break, or nothing: let each placeholder stand for words.")
        places = any_of(mapping)
        if places.sub(lambda place: mapping[place[0]], shown) != text:
            raise InputError(
                "The redactor's text does not restore to the document: let each placeholder stand for one wording, be "
                "none of the document's own words, and let everything else stay."
            )
        self._hidden = tuple(_hidden(places, shown, mapping))
        self._starts = [one.start for one in self._hidden]
        self._places = [one.place for one in self._hidden]

    def shown(self, span: Span) -> Span:
        """Return where a part of the original is shown; a border within hidden words moves behind them."""
        return self._shown(span[0]), self._shown(span[1])

    def original(self, span: Span) -> Span:
        """Return which part of the original is shown in a span; hidden words belong to it as a whole."""
        index = bisect_right(self._places, span[0]) - 1
        one = self._hidden[index] if index >= 0 else _Hidden(0, 0, 0, 0)
        start = one.start if span[0] < one.place_end else one.end + span[0] - one.place_end
        index = bisect_left(self._places, span[1]) - 1
        one = self._hidden[index] if index >= 0 else _Hidden(0, 0, 0, 0)
        return start, one.end + max(0, span[1] - one.place_end)

    def hides(self, span: Span) -> bool:
        """Tell whether words are hidden in a span of what is shown."""
        index = bisect_left(self._places, span[1]) - 1
        return index >= 0 and span[0] < self._hidden[index].place_end

    def _shown(self, offset: int) -> int:
        index = bisect_left(self._starts, offset) - 1
        if index < 0:
            return offset
        one = self._hidden[index]
        return one.place_end + max(0, offset - one.end)


def any_of(words: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern of words, the longest first: one may begin another."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)")


def _hidden(places: re.Pattern[str], shown: str, mapping: Mapping[str, str]) -> Iterator[_Hidden]:
    longer = 0
    for place in places.finditer(shown):
        start, words = place.start() + longer, mapping[place[0]]
        yield _Hidden(start, start + len(words), *place.span())
        longer += len(words) - len(place[0])
