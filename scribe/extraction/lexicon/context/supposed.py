"""Lesions that are only spoken of in general: `the usual treatment of a dysfunction`, `when a subluxation is found`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item

_WHEN = frozenset({"when", "where", "whenever", "wherever", "once"})
_ANY = frozenset({"a", "an", "any"})
_HOLDING = frozenset({"is", "are", "can", "may", "should", "exists", "occurs"})
_VERB = 9
_TREATING = frozenset({"treatment", "management", "therapy", "care", "approach", "handling", "correction"})
_OPENERS = _WHEN | _TREATING
_BEFORE_CLAUSE = frozenset({":", ";", "-", "\u2013", "\u2014", "(", ",", "and", "but"})
_SUBJECTS = frozenset({
    "a", "an", "any", "one", "there", "he", "she", "they", "it", "we", "you", "i", "further", "new", "another", "this",
})  # fmt: skip
_USUAL = frozenset({"usual", "typical", "standard", "customary", "general", "conventional", "common"})
_LINKS = frozenset({"of", "for", "to"})
_OWN = frozenset({"her", "his", "their", "your", "this", "the", "it", "that"})
_GENERAL = frozenset({
    "would", "consists", "consist", "usually", "generally", "typically", "normally", "involves", "aims", "commonly",
})  # fmt: skip


def supposed(view: View, statement: Statement) -> Iterator[Cue]:
    """Read the words behind which a clinician speaks of a lesion in general.

    Args:
        view: The document's words.
        statement: The statement.
    """
    norms, end = view.norms, statement.end
    if statement.speaker == "patient" or statement.asks or _OPENERS.isdisjoint(norms[statement.start : end]):
        return
    general = not _GENERAL.isdisjoint(norms[statement.start : end])
    for at in range(statement.start, end - 2):
        if norms[at] in _WHEN:
            holding = not _HOLDING.isdisjoint(norms[at + 2 : min(end, at + _VERB)])
            holds = holding and _speaks_of_any(view, statement, at)
        elif norms[at] in _TREATING and norms[at + 1] in _LINKS:
            usual = at > statement.start and norms[at - 1] in _USUAL and norms[at + 2] not in _OWN
            holds = usual or (general and norms[at + 2] in _ANY)
        else:
            continue
        if holds:
            yield Cue(at, at + 1, "before", "hypothetical", norms[at])


def _speaks_of_any(view: View, statement: Statement, at: int) -> bool:
    """Tell whether a lesion behind a `when` is nobody's: `where a lock is found`, unlike `the level where it is`."""
    norms = view.norms
    opens = at == statement.start or norms[at - 1] in _BEFORE_CLAUSE
    named = any(hit.start == at + 1 for hit in view.terms("lesions", Chunk(at + 1, at + 2)))
    return (opens or norms[at] != "where") and (norms[at + 1] in _ANY or (opens and named))


def opens_condition(norms: list[str], statement: Statement, verb: Item) -> bool:
    """Tell whether a verb opens a statement or, before its subject, a clause: `treatment, should an L5 lock be found`.

    Args:
        norms: The document's words.
        statement: The statement.
        verb: A verb that puts a condition where it stands before its subject.
    """
    if verb.start == statement.start:
        return True
    subject = norms[verb.end] if verb.end < statement.end else "."
    return norms[verb.start - 1] in _BEFORE_CLAUSE and subject in _SUBJECTS
