"""Warnings that are only said again: `If you can't pee, you ring me.`, `Can't pee.`, `Can't pee. Same day.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.cues import find_cues
from scribe.extraction.lexicon.view.saying import asking, naming, saying, statements_at
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.schema import Assertion

_CONDITIONS = frozenset({"if", "should", "when", "any"})
_LONGEST = 7
_TURNS = 2
_ASSENT = frozenset({"okay", "ok", "right", "yes", "yeah", "and", "or", "the", "so", "got", "it", "mhm"})


def echoes(view: View) -> Iterator[tuple[int, Assertion]]:
    """Yield where the statements start that only say again of what somebody was warned, and how they assert it.

    Args:
        view: The document's words.
    """
    if not view.document.turns:
        return
    warning = saying(view, _CONDITIONS) - asking(view)
    named = naming(view, "neuro", lambda hit: hit.term.role in {"symptom", "organ"})
    for one in statements_at(view, named) if warning else ():
        said = _said(view, one)
        if one.turn > 0 and len(said) <= _LONGEST and any(_repeats(view, said, old) for old in _before(view, one)):
            yield one.start, "hypothetical"


def _before(view: View, statement: Statement) -> Iterator[Statement]:
    """Yield what a clinician has just said on a condition, in the turns right before."""
    for old in view.statements_before(statement):
        near = 0 < statement.turn - old.turn <= _TURNS
        if near and old.speaker != "patient" and not old.asks and not _CONDITIONS.isdisjoint(_said(view, old)):
            yield old


def _repeats(view: View, said: frozenset[str], warning: Statement) -> bool:
    """Tell whether words are among those of a warning."""
    told = _said(view, warning)
    return said - _ASSENT <= told and any(cue.assertion == "hypothetical" for cue in find_cues(view, warning))


def _said(view: View, statement: Statement) -> frozenset[str]:
    return frozenset(word for word in view.norms[statement.start : statement.end] if word[0].isalnum())
