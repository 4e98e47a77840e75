"""Studies that have been made, in words that also order one: `the CT your doctor arranged`, `the MRI I wanted`."""

from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit

_LOOKED = 6
_ASKED_FOR = 5
_OWNED = 4
_OWNERS = frozenset({"your", "his", "her", "my", "these", "this"})
"""Words before a study that somebody has, unlike in `an MRI`."""
_BOOKING = frozenset({
    "order", "ordering", "schedule", "scheduled", "book", "booked", "booking", "repeat", "authorization", "approve",
    "approved", "request", "pending", "upcoming", "send", "sending", "refer", "need", "needs", "if", "until", "before",
    "to", "another", "new", "do", "done", "await", "awaiting", "tomorrow",
})  # fmt: skip
_THIRD = frozenset({"he", "she", "they", "doctor", "gp", "who"})
_LOOKING = frozenset({
    "looked", "looking", "look", "reviewed", "reviewing", "review", "compared", "comparing", "read", "saw", "pulled",
    "pull", "pulling", "found", "went", "opened", "received", "showed", "shows", "show", "brought", "results",
    "discuss", "did", "understand", "explain",
})  # fmt: skip
"""What is done with a study that has been made."""
_TO_COME = frozenset({"will", "i'll", "we'll", "need", "want", "order", "get", "wait", "until", "if", "another", "new"})
_ASKING = frozenset({"ordered", "arranged", "requested", "booked", "sent", "wanted", "suggested", "recommended"})
_ASKERS = frozenset({
    "i", "you", "he", "she", "they", "we", "who", "doctor", "doctors", "dr", "gp", "pcp", "physician", "surgeon",
    "nurse", "office", "er", "hospital", "chiropractor", "therapist", "physio", "neurologist", "clinic", "specialist",
})  # fmt: skip
_PASSIVE = frozenset({
    "is", "was", "be", "been", "being", "are", "were", "will", "has", "have", "and", "not", "getting", "to", "i'd",
})  # fmt: skip
"""Words by which a study is itself what is asked for, as in `the MRI was ordered`."""
_STOPS = frozenset({",", ";", ":", "-", ".", "("})


def is_made(view: View, statement: Statement, study: Hit) -> bool:
    """Tell whether a study has been made: looked at by now, or asked for by somebody before.

    Args:
        view: The document's words.
        statement: The statement.
        study: The name of the study, as in `I looked at the CT your GP arranged`.
    """
    before = view.norms[max(statement.start, study.start - _LOOKED) : study.start]
    said = view.norms[statement.start : statement.end]
    if not _OWNERS.isdisjoint(before[-_OWNED:]) and _BOOKING.isdisjoint(said):
        return True
    if "ordered" in before and not _THIRD.isdisjoint(before):
        return True
    if not _LOOKING.isdisjoint(before) and _TO_COME.isdisjoint(before):
        return True
    after = view.norms[study.end : min(statement.end, study.end + _ASKED_FOR)]
    by = next((at for at, word in enumerate(after) if word in _ASKING), len(after))
    asked = by < len(after) and not _ASKERS.isdisjoint(after[:by])
    return asked and _PASSIVE.isdisjoint(after[:by]) and after[0] not in _STOPS
