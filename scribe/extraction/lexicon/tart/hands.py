"""Hands of an examiner at work: `when I lean on it`, `sinking into the muscle`, `my thumb is on L4`."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from scribe.extraction.lexicon.words.vocabulary import words

_INTO = frozenset({
    "in", "into", "on", "onto", "across", "over", "through", "along", "down", "under", "around", "at", "up", "the",
    "your", "this", "that", "it", "here", "there", "beside", "underneath", "deep", "deeper", "right", "hard", "harder",
})  # fmt: skip
_EXAMINER = frozenset({"i", "i'm", "i'll", "i've", "me", "my", "we", "we're"})
_BIDDEN = frozenset({("my", "hand"), ("my", "hands"), ("against", "me"), ("my", "palm"), ("my", "fist"), ("into", "me")})
"""Words behind an effort that somebody is told to make against an examiner."""
_COMING_TO = frozenset((verb, "to") for verb in ("get", "got", "gets", "come", "came"))
_LED = 3


@cache
def _going() -> frozenset[str]:
    return words("hand_verbs") | words("pressing")


def hands_at_work(said: Sequence[str]) -> bool:
    """Tell whether words say that an examiner presses or feels somewhere, and nobody pushes against a hand.

    Args:
        said: The words, as of a statement.
    """
    if not _BIDDEN.isdisjoint(pairwise(said)) and "i" not in said:
        return False
    if not words("hands_on").isdisjoint(said):
        return True
    goes = (at for at, (verb, way) in enumerate(pairwise(said)) if _leads(verb, way))
    return any(_is_by_examiner(said, at) for at in goes)


def _leads(verb: str, way: str) -> bool:
    return (verb in _going() and way in _INTO) or (verb, way) in _COMING_TO


def _is_by_examiner(said: Sequence[str], at: int) -> bool:
    """Tell whether an examiner does what a verb says, who also opens with it, as in `Leaning on the sacrum.`."""
    opens = said[at].endswith("ing") and all(not word[0].isalnum() or word in words("before_command") for word in said[:at])
    return opens or not _EXAMINER.isdisjoint(said[max(0, at - _LED) : at])
