"""A neurological finding as its reader finds it."""

from typing import NamedTuple

from scribe.extraction.lexicon.words.tokens import Item
from scribe.schema import Assertion, Laterality, NeuroKind


class Found(NamedTuple):
    """A neurological finding with the words that show it."""

    kind: NeuroKind
    """What was found."""
    assertion: Assertion
    """How it is asserted."""
    parts: tuple[Item, ...]
    """What to quote."""
    laterality: Laterality | None = None
    """The side that an answer gives it."""
    roots: tuple[str, ...] = ()
    """The roots that are named for it elsewhere."""
