"""Statements that only say that what was told is over."""

from scribe.extraction.lexicon.context.cues import find_cues
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_LEADING = 4
_SOON = 4


def ends_what_was(view: View, statement: Statement, *, lost: bool) -> bool:
    """Tell whether a statement only says that what was told is over: `It went away.`, `A week on it was gone.`.

    Args:
        view: The document's words.
        statement: The statement.
        lost: Whether something was said to be lost, which may have come back.
    """
    opening = view.norms[statement.start : min(statement.start + _LEADING + 1, statement.end)]
    at = next((index for index, word in enumerate(opening) if word in words("anaphora")), None)
    if at is None or (at and words("subjects").intersection(opening[:at])):
        return False
    since = statement.start + at
    if words("regained").intersection(view.norms[since : since + _SOON]) and lost:
        return True
    return any(
        cue.role == "after" and cue.assertion == "historical" and cue.start - since <= _SOON
        for cue in find_cues(view, statement)
    )
