"""A component of TART as it is found, before it has its places."""

from typing import NamedTuple

from scribe.extraction.lexicon.words.tokens import Item
from scribe.schema import Assertion, Laterality, Region, TartComponent


class Found(NamedTuple):
    """A component of TART with the words that show it."""

    component: TartComponent
    """Which component."""
    assertion: Assertion
    """How it is asserted."""
    parts: tuple[Item, ...]
    """What to quote; the first is what the finding hangs on."""
    region: Region | None = None
    """The region that the words imply by themselves."""
    laterality: Laterality | None = None
    """The side that it has by itself, as an answer may give it."""
    rule: str = ""
    """The rule that reads it, where its words do not tell."""
