"""Turns that hesitate before they answer: `It... yes, a bit.`."""

from collections.abc import Sequence

_HESITATING = frozenset({"it", "i", "that", "well", "it's", "that's", "um", "uh", "there", "the", "hm", "so"})
_DOTS = 3
"""Dots of a pause."""


def behind_hesitation(norms: Sequence[str], start: int, end: int) -> int:
    """Return where a turn goes on that hesitates first, as in `It... yes, a bit.`; its start where it does not.

    Args:
        norms: The words of the document.
        start: Index of the first token of the turn.
        end: Index after its last token.
    """
    behind = start + 1 + _DOTS
    if behind >= end:
        return start
    hesitates = norms[start] in _HESITATING and list(norms[start + 1 : behind]) == ["."] * _DOTS
    return behind if hesitates else start
