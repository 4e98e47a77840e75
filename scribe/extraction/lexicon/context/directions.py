"""Where a warning sends somebody with what it names: `weak legs -> ED`, `a numb seat means triage`."""

from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.hypotheticals import has_result
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_FIRST_WORDS = 3
_EQUALS = frozenset({"=", "\u2192", ">"})
_LEADING = _EQUALS | {":"}
_MEANING = frozenset({"means", "mean"})
_TAKING_UP = frozenset({"which", "that", "this", "it"})
"""Words by which a `means` tells what follows from what there is."""
_COMING = frozenset({("come", "in"), ("come", "back"), ("come", "straight"), ("come", "that"), ("same", "day")})
_REACH = 4


def sends_away(view: View, statement: Statement) -> bool:
    """Tell whether somebody is told where to go with what is named.

    Args:
        view: The document's words.
        statement: The statement.
    """
    return _sends(view, statement) if statement.turn >= 0 else _directs(view, statement)


def _sends(view: View, statement: Statement) -> bool:
    """Tell whether somebody is told where to go with any of what is named, as in `Any new weakness, call me`."""
    if statement.start not in may_send(view) or statement.asks:
        return False
    return not words("any_new").isdisjoint(view.norms[statement.start : statement.end][:_FIRST_WORDS])


@lru_cache(maxsize=1)
def may_send(view: View) -> frozenset[int]:
    """Return where the statements of a transcript start that may tell where somebody goes with something new."""
    return saying(view, words("destinations")) & saying(view, words("any_new"))


def _directs(view: View, statement: Statement) -> bool:
    """Tell whether a note says where to go with what it lists, as in `weak legs -> ED` or `new numbness = call`."""
    if has_result(view, statement):
        return False
    return any(_leads(view, statement, at) for at in range(statement.start + 1, statement.end - 1))


def _leads(view: View, statement: Statement, at: int) -> bool:
    """Tell whether a sign or a `means` leads to where somebody is to go, or to a command to come."""
    norms = view.norms
    means = norms[at] in _MEANING and norms[at - 1] not in _TAKING_UP
    if norms[at] not in _LEADING and not means:
        return False
    behind = norms[at + 1 : min(at + 1 + _REACH, statement.end)]
    comes = (means or norms[at] in _EQUALS) and any(pair in _COMING for pair in pairwise(behind))
    return comes or not words("destinations").isdisjoint(behind)
