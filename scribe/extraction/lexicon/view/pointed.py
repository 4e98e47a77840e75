"""Sides that speech only points to: `And the other side?`, `The other knee's fine.`, `And this one?`."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.record import Mentions
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Laterality

_OTHER = frozenset({"other", "opposite"})
_THIS = frozenset({"this"})
_AND = frozenset({"and", "about"})
"""Words before a `this` that goes on from one side to the other, as in `And this side?` and `How about this one?`."""
_BACK = 25
_MEASURED = 3
_MEASURING = frozenset({"from", "of", "like", "as"})
_BY_HAND = frozenset({"it", "them", "that", "you"})
"""Words between a verb and the side to which a hand turns something: `when I turn it left`."""
_SIDES = 4
_PAIRED = 3
"""Words of `left or right`."""


def with_pointed(tokens: Tokens, said: Mentions, *, spoken: bool) -> Mentions:
    """Return what speech mentions, with the sides that it only points to: each opposite to the one named last.

    Args:
        tokens: The words.
        said: What they mention.
        spoken: Whether they are spoken; a note names its sides.
    """
    if not (spoken and said.sides) or tokens.said.isdisjoint(_OTHER | _THIS):
        return said
    starts = frozenset(place.start for place in said.places)
    meant: list[Side] = []
    for at in tokens.indices(_OTHER | _THIS):
        before = said.sides[: bisect_left(said.sides, at, key=attrgetter("start"))]
        if _points(tokens.norms, starts, at) and (last := _named_last(tokens.norms, before, at)):
            meant.append(Side(at, at + 1, OPPOSITE[last]))
    return said._replace(sides=sorted([*said.sides, *meant]))


def _points(norms: Sequence[str], starts: frozenset[int], at: int) -> bool:
    """Tell whether an `other` or a `this` stands for a side, and is not only what something is measured by."""
    parts = limb_words() | words("sided_parts") | words("ones")
    named = norms[at + 1 : at + 2] != [] and (norms[at + 1] in parts or at + 1 in starts)
    if norms[at] in _THIS:
        return norms[at + 1 : at + 2] != [] and norms[at + 1] in words("ones") and norms[at - 1] in _AND
    return named and (words("comparing") | _MEASURING).isdisjoint(norms[max(0, at - _MEASURED) : at])


def _named_last(norms: Sequence[str], before: Sequence[Side], at: int) -> Laterality | None:
    """Return the side named last before a word, without those that others are only measured by."""
    told = [side for side in before[-_SIDES:] if not _is_measure(norms, side)]
    last = told[-1] if told else None
    if last is None or last.value not in OPPOSITE or at - last.start > _BACK:
        return None
    pair = any(last.start - side.end < _PAIRED and side.value != last.value for side in told[-2:-1])
    return None if pair else last.value


def _is_measure(norms: Sequence[str], side: Side) -> bool:
    measured = not words("comparing").isdisjoint(norms[max(0, side.start - _MEASURED) : side.start])
    return measured or norms[side.start - 1] in _BY_HAND
