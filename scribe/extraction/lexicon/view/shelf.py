"""Lists of what stands in a text, looked up near a word and changed in place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic

from scribe.extraction.lexicon.words.tokens import ItemT


class Shelf(Generic[ItemT]):
    """A list of items in order, changed in place and looked up near a word: so many corrections take linear time."""

    def __init__(self, items: Iterable[ItemT]) -> None:
        """Take the items in order."""
        self._items: list[ItemT | None] = list(items)
        self._starts = [item.start for item in self._items if item is not None]

    def between(self, start: int, end: int) -> list[ItemT]:
        """Return the items that start in a range."""
        near = self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [item for item in near if item is not None]

    def change(self, item: ItemT, into: ItemT | None) -> None:
        """Put another item, from the same word on, in the place of one, or nothing."""
        first = bisect_left(self._starts, item.start)
        for index in range(first, bisect_right(self._starts, item.start)):
            if self._items[index] is item:
                self._items[index] = into

    def all(self) -> list[ItemT]:
        """Return what is left."""
        return [item for item in self._items if item is not None]
