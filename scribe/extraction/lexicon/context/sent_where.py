"""Where somebody is told to go with what is named: `Any new weakness, call me`, `weak legs -> ED`."""

from functools import lru_cache

from scribe.extraction.lexicon.context.hypotheticals import has_result
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_FIRST_WORDS = 3
_LEADING = frozenset({"=", "\u2192", ">", ":"})


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
    norms = view.norms
    if has_result(view, statement):
        return False
    return any(
        norms[index] in _LEADING and words("destinations").intersection(norms[index + 1 : index + 4])
        for index in range(statement.start + 1, statement.end - 1)
    )
