"""Answers that leave another place out, or deny something else: `The left, not the right.`, `My hand. No pain.`."""

from collections.abc import Sequence

from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.words.vocabulary import Hit, limb_words, words

_EARLY = 3
PAUSES = frozenset({",", "but"})
"""Words behind which a place is left out."""
_ENDS = frozenset({".", "!", "?", ";"})
_CLOSED = frozenset({".", ",", "!", "comma", "period", "since", "now", "after", "by", "ever", "with"})
_BEYOND = frozenset({"below", "past", "beyond", "above", "further", "farther", "as", "all", "into", "beneath"})
"""Words behind a not that say how far something goes."""
_WHERE = frozenset({
    "my", "these", "two", "three", "and", "sometimes", "maybe", ",", "not", "left", "right", "both", "mainly",
})  # fmt: skip
"""Words of a sentence that only says where, besides those that fill answers."""


def is_of_else(norms: Sequence[str], start: int, hit: Hit, places: Sequence[Place], sides: Sequence[Side]) -> bool:
    """Tell whether a term of denial denies no more than another place, or something that was not asked about.

    Args:
        norms: The words of the document.
        start: Index of the first word of the answer.
        hit: The term.
        places: The places in the answer.
        sides: The sides in it.
    """
    starts = [*(place.start for place in places), *(side.start for side in sides)]
    if hit.term.text in {"not", "never"}:
        return _leaves_out(norms, hit, sides, placed=any(start <= at < hit.start for at in starts))
    return norms[hit.start] == "no" and _denies_else(norms, start, hit, starts)


def _leaves_out(norms: Sequence[str], hit: Hit, sides: Sequence[Side], *, placed: bool) -> bool:
    """Tell whether a not only leaves out another place than is told: `In the left hand. Not the right`, `not below`."""
    told = {side.value for side in sides if side.end <= hit.start}
    left_out = {side.value for side in sides if hit.end <= side.start <= hit.end + _EARLY}
    if norms[hit.start - 1] in _ENDS and told and left_out and told.isdisjoint(left_out):
        return True
    apart = left_out.isdisjoint(told) if left_out else hit.end < len(norms) and norms[hit.end] in _BEYOND
    return placed and norms[hit.start - 1] in PAUSES and apart


def _denies_else(norms: Sequence[str], start: int, hit: Hit, named: Sequence[int]) -> bool:
    """Tell whether a no denies something else behind a sentence that only says where: `In the left hand. No pain.`."""
    if norms[hit.start - 1] not in _ENDS or hit.end >= len(norms) or norms[hit.end] in _CLOSED:
        return False
    end = next((at for at in range(start, hit.start) if norms[at] in _ENDS), hit.start)
    first = norms[start:end]
    told = any(start <= at < end for at in named) or not limb_words().isdisjoint(first)
    return told and (words("answer_fillers") | limb_words() | _BEYOND | _WHERE).issuperset(first)
