"""Lesions spoken of in general, or named on a condition: `when a subluxation is found`, `if so, I'll call it`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_WHEN = frozenset({"when", "where", "whenever", "wherever", "once"})
_ANY = frozenset({"a", "an", "any"})
_HOLDING = frozenset({"is", "are", "can", "may", "should", "exists", "occurs"})
_VERB = 9
_CONDITIONS = frozenset({"if", "unless", "should", "when", "once", "until", "provided", "providing", "assuming"})
_WILL = frozenset({"i'll", "we'll", "i'd", "we'd", "will", "would", "gonna", "going"})
_AUXILIARY = 3
_NAMING = frozenset({
    "call", "calling", "name", "naming", "say", "code", "coding", "label", "diagnose", "list", "chart", "write",
    "put", "enter", "record", "document", "bill",
})  # fmt: skip
_OBJECTS = frozenset({"it", "that", "this", "them", "down", "as", "a", "an"})
_SEASONS = frozenset({"spring", "fall"})
_DEFERRING = frozenset({
    "still", "stays", "remains", "tomorrow", "later", "visit", "next", "again", "persists", "by", "after",
})  # fmt: skip
"""Words by which a condition is one of days to come, unlike in `if I press here it gives, I'd call that`."""
_TREATING = frozenset({"treatment", "management", "therapy", "care", "approach", "handling", "correction"})
_OPENERS = _WHEN | _TREATING
_BEFORE_CLAUSE = frozenset({":", ";", "-", "\u2013", "\u2014", "(", ",", "and", "but"})
_SUBJECTS = frozenset({
    "a", "an", "any", "one", "there", "he", "she", "they", "it", "we", "you", "i", "further", "new", "another", "this",
})  # fmt: skip
_USUAL = frozenset({"usual", "typical", "standard", "customary", "general", "conventional", "common"})
_LINKS = frozenset({"of", "for", "to"})
_ASKED_BY = frozenset({"what", "how", "when", "where", "why", "which", "who", "that", "often", "much", "long"})
_ARISING = frozenset({
    "develop", "appear", "occur", "arise", "persist", "recur", "worsen", "reappear", "supervene", "return", "emerge",
})  # fmt: skip
_NO_SUBJECT = frozenset({
    "and", "to", "be", "not", "have", "if", "whether", "when", "until", "unless", "also", "then", ",", ";", ".", "see",
})  # fmt: skip
"""Words of a `should` that tells somebody what to do."""
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
    if statement.speaker == "patient" or statement.asks:
        return
    yield from _named_later(norms, statement)
    if _OPENERS.isdisjoint(norms[statement.start : end]):
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


def _named_later(norms: list[str], statement: Statement) -> Iterator[Cue]:
    """Read the verb by which a clinician leaves a name to a condition: `if it stays locked, I'll call it a lesion`."""
    said = norms[statement.start : statement.end]
    if _NAMING.isdisjoint(said) or _CONDITIONS.isdisjoint(said):
        return
    opener = next((at for at in range(statement.start, statement.end) if norms[at] in _CONDITIONS), statement.end)
    for at in range(opener + 1, statement.end - 1):
        if norms[at] in _NAMING and not _WILL.isdisjoint(norms[max(opener, at - _AUXILIARY) : at]):
            between = norms[opener + 1 : at]
            deferred = _DEFERRING | words("months") - _SEASONS
            joined = "and" in norms[max(opener, at - _AUXILIARY) : at]
            if not joined and "so" not in between and not deferred.isdisjoint(between):
                end = next((one for one in range(at + 1, statement.end) if norms[one] not in _OBJECTS), at + 1)
                yield Cue(opener, end, "before", "hypothetical", norms[at])
            return


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
    if norms[verb.start - 1] in _BEFORE_CLAUSE and subject in _SUBJECTS:
        return True
    modal = norms[verb.start] != "should" or not _ASKED_BY.isdisjoint(norms[verb.start - 2 : verb.start])
    behind = norms[verb.end : min(statement.end, verb.end + _VERB)]
    return not modal and (subject in _SUBJECTS | _OWN or _arises(behind))


def _arises(said: list[str]) -> bool:
    """Tell whether words behind a `should` are a subject with what it may do, as in `should numbness persist`."""
    at = next((at for at, word in enumerate(said) if word in _ARISING), 0)
    return at > 0 and said[at - 1][0].isalpha() and _NO_SUBJECT.isdisjoint(said[:at])
