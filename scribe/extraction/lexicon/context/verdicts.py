"""Cues that no table holds: what others called it, and the any that is a condition."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_ASIDE = 7


def verdicts(view: View, statement: Statement) -> Iterator[Cue]:
    """Read what others called it: `the ER doc said`, `my old chiropractor had me down for`, `she put`.

    In a note such a person is a former one: the others may be those whose reports it rests on.
    """
    if words("tellers").isdisjoint(view.norms[statement.start : statement.end]):
        return
    for index in range(statement.start, statement.end):
        former = statement.turn >= 0 or view.norms[index - 1] in words("former")
        if view.norms[index] in words("tellers") and former:
            verb = index + 1
            while verb < min(statement.end, index + _ASIDE) and view.norms[verb] not in words("verdicts"):
                verb += 1
            if verb < min(statement.end, index + _ASIDE):
                yield Cue(index, verb + 1, "told", "", view.norms[verb])


def conditions(view: View, statement: Statement) -> Iterator[Cue]:
    """Read an any as a condition where it says when to call or go: `Any numbness, you let me know.`."""
    start = statement.start
    while start < statement.end and view.norms[start] in words("before_question"):
        start += 1
    if statement.asks or statement.speaker == "patient" or view.norms[start : start + 1] != ["any"]:
        return
    later = (view.norms[at] for chunk in statement.chunks[1:] for at in range(*chunk[:2]))
    if any(word in words("instructing") for word in later):
        yield Cue(start, start + 1, "before", "hypothetical", "any")
