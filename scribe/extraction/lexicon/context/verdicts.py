"""Cues that no table holds: what others called it, and the any that is a condition."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.outside import outside_opinions
from scribe.extraction.lexicon.context.unverified import without_result
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_ASIDE = 7
_THIRD = frozenset({"he", "she", "he's", "she's", "they", "his", "her"})


def verdicts(view: View, statement: Statement) -> Iterator[Cue]:
    """Read what others called it: `the ER doc said`, `my old chiropractor had me down for`, `she put`.

    In a note such a person is a former one: the others may be those whose reports it rests on.
    """
    yield from outside_opinions(view, statement)
    yield from without_result(view, statement)
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


def spoken_of(view: View, statement: Statement) -> Iterator[Cue]:
    """Read a `he` or `she` of the clinician as the person whom the patient has just spoken of: `He had a slip.`."""
    if statement.speaker != "clinician" or statement.turn < 1 or view.norms[statement.start] not in _THIRD:
        return
    before = [one for one in view.statements_before(statement) if one.turn == statement.turn - 1]
    told = [one for one in before if one.speaker == "patient"]
    if any(hit.term.role == "person" for one in told for hit in view.terms("cues", one)):
        yield Cue(statement.start, statement.start + 1, "person", "other_person", view.norms[statement.start])


def conditions(view: View, statement: Statement) -> Iterator[Cue]:
    """Read an any as a condition where it says when to call or go: `Any numbness, you let me know.`."""
    start = statement.start
    while start < statement.end and view.norms[start] in words("before_question"):
        start += 1
    opening = view.norms[start : start + 2]
    opens = opening[:1] == ["any"] or opening in (["when", "you"], ["once", "you"], ["whenever", "you"])
    if statement.asks or statement.speaker == "patient" or not opens:
        return
    later = (view.norms[at] for chunk in statement.chunks[1:] for at in range(*chunk[:2]))
    if any(word in words("instructing") for word in later):
        yield Cue(start, start + 1, "before", "hypothetical", "any")
