"""Speakers who quote themselves before they correct what they said: `Did I say L4? I meant T4.`."""

from bisect import bisect_right
from collections.abc import Sequence

from scribe.extraction.lexicon.view.record import Record
from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit

TURNS_BACK = 2
"""Turns from one of a speaker to the next of the same."""
_SAYING = frozenset({"say", "said", "says"})
_SAID = 7
_OPENING = 10
"""Words of a turn within which its speaker corrects the turn before."""


def quotes_self(tokens: Tokens, cue: Hit) -> bool:
    """Tell whether speakers quote themselves before a cue, as in `Did I say left? I meant right`."""
    return bool(_SAYING.intersection(tokens.norms[max(0, cue.start - _SAID) : cue.start]))


def quotes_own_turn(tokens: Tokens, said: Record, cue: Hit, starts: Sequence[int]) -> bool:
    """Tell whether speakers quote their own turn before this one: `L4 is stuck.`, `Did I say L4? I meant T4.`."""
    turn = bisect_right(starts, cue.start) - 1
    if turn < TURNS_BACK or cue.start - starts[turn] > _OPENING or not quotes_self(tokens, cue):
        return False
    own = starts[turn - TURNS_BACK], starts[turn - 1]
    return bool(said.places.between(*own) or said.sides.between(*own))
