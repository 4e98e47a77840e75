"""What a document mentions, while corrections change it: what is looked up near them, and what is taken back."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Generic, NamedTuple

from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.words.tokens import Item, ItemT
from scribe.extraction.lexicon.words.vocabulary import Hit

Hits = dict[str, list[Hit]]

STATING = {
    "tart": frozenset({"finding", "normal", "test"}),
    "neuro": frozenset({"symptom", "sign"}),
    "imaging": frozenset({"finding"}),
    "lesions": frozenset({"head", "weak_head", "position", "listing", "narrowing"}),
    "conditions": frozenset({"condition"}),
}
"""The roles of terms that state a finding, by table."""
STATED_ANEW = ("tart", "neuro")
"""The tables of what an examiner may find otherwise on a second try."""
STOPS = frozenset({",", ";", ".", "comma", "period", "semicolon", "colon", ":", "(", "!"})
"""What ends a clause."""
_LOOSE = {"tart": frozenset({"position", "motion"}), "neuro": frozenset({"organ"})}
"""The roles of terms that state a finding with the words around them."""
_KEPT = frozenset({"stances", "replies"})


start_of: Callable[[Item], int] = attrgetter("start")
"""Returns where an item starts."""


class Shelf(Generic[ItemT]):
    """A list of items in order, changed in place and looked up near a word: so many corrections take linear time."""

    def __init__(self, items: list[ItemT]) -> None:
        """Take the items in order."""
        self._found = items
        self._left: list[ItemT | None] | None = None

    def between(self, start: int, end: int) -> list[ItemT]:
        """Return the items that start in a range."""
        first = bisect_left(self._found, start, key=start_of)
        last = bisect_left(self._found, end, first, key=start_of)
        if self._left is None:
            return self._found[first:last]
        return [item for item in self._left[first:last] if item is not None]

    def change(self, item: ItemT, into: ItemT | None) -> None:
        """Put another item, from the same word on, in the place of one, or nothing."""
        self._left = self._left or [*self._found]
        first = bisect_left(self._found, item.start, key=start_of)
        for index in range(first, bisect_right(self._found, item.start, first, key=start_of)):
            if self._left[index] is item:
                self._left[index] = into

    def all(self) -> list[ItemT]:
        """Return what is left."""
        return self._found if self._left is None else [item for item in self._left if item is not None]


class Mentions(NamedTuple):
    """What the words of a document mention."""

    hits: Hits
    """Terms by table."""
    places: list[Place]
    """Places in order."""
    sides: list[Side]
    """Sides in order."""


class Record:
    """What is mentioned, as it is being corrected."""

    def __init__(self, mentions: Mentions) -> None:
        """Take what the words of a document mention."""
        self.hits = {table: Shelf(found) for table, found in mentions.hits.items()}
        self.places = Shelf(mentions.places)
        self.sides = Shelf(mentions.sides)
        self.denied: set[int] = set()
        self.void: set[int] = set()

    def mentions(self) -> Mentions:
        """Return what holds."""
        hits = {table: shelf.all() for table, shelf in self.hits.items()}
        return Mentions(hits, self.places.all(), self.sides.all())


def states(hit: Hit) -> bool:
    """Tell whether a term states a finding by itself."""
    return hit.term.role in STATING.get(hit.term.table, ())


def stated_between(said: Record, start: int, end: int) -> list[Hit]:
    """Return the terms in a range that state what an examiner may find otherwise on a second try."""
    return [hit for table in STATED_ANEW for hit in said.hits[table].between(start, end) if states(hit)]


def loosely_between(said: Record, start: int, end: int) -> list[Hit]:
    """Return the terms in a range that state a finding with the words around them, as in `the left hip is higher`."""
    loose = (hit for table in _LOOSE for hit in said.hits[table].between(start, end))
    return [hit for hit in loose if hit.term.role in _LOOSE[hit.term.table]]


def last_stated(said: Record, since: int, cue: Hit, tables: Iterable[str] = tuple(STATING)) -> Hit | None:
    """Return the last finding that is stated before a cue, of some tables if given."""
    before = [hit for table in tables for hit in said.hits[table].between(since, cue.start) if hit.end <= cue.start]
    return max((hit for hit in before if states(hit)), key=start_of, default=None)


def clause_of(norms: Sequence[str], stated: Hit, since: int) -> int:
    """Return where the clause of a finding begins."""
    return next((at + 1 for at in range(stated.start - 1, since - 1, -1) if norms[at] in STOPS), since)


def take_back(said: Record, start: int, end: int, *, places: bool, sides: bool) -> None:
    """Drop what is mentioned in a clause, but for its places and sides where none is named anew."""
    said.void.update(range(start, end))
    for table, shelf in said.hits.items():
        for hit in shelf.between(start, end):
            if table not in _KEPT and not _outlasts(hit):
                shelf.change(hit, None)
    for place in said.places.between(start, end) if places else ():
        said.places.change(place, None)
    for side in said.sides.between(start, end) if sides else ():
        said.sides.change(side, None)


def _outlasts(hit: Hit) -> bool:
    """Tell whether a term also serves what is said instead: the study that shows it, the doubt that it is under."""
    return hit.term.role == "modality" or (hit.term.table == "cues" and hit.term.value != "absent")
