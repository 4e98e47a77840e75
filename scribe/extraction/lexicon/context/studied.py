"""Studies that somebody names or points to."""

from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

SHOWN = frozenset(
    {"disc_herniation", "disc_degeneration", "canal_narrowing", "foraminal_narrowing", "bony_overgrowth", "fibrosis"}
)
"""Kinds of findings that only a study shows."""
_REFUSED = 6
_SHOWING = 40


_AWAITING = frozenset({"until", "till", "pending", "awaiting"})
_BARE = 2


def studies(view: View, statement: Statement) -> list[Hit]:
    """Return the studies that a statement names."""
    return [hit for hit in view.terms("imaging", statement) if hit.term.role == "modality"]


def is_declined(view: View, statement: Statement, study: Hit) -> bool:
    """Tell whether a study is not done, as in `I wouldn't bother with an MRI`: nothing is told of what it shows."""
    before = view.norms[max(statement.start, study.start - _REFUSED) : study.start]
    if _is_awaited(statement, before):
        return True
    if any(hit.term.role == "finding" for hit in view.terms("imaging", statement)):
        return False
    refused = any(word in words("denials") or word == "without" or word.endswith("n't") for word in before)
    return refused and not words("seeing").intersection(before)


def _is_awaited(statement: Statement, before: list[str]) -> bool:
    """Tell whether a clinician has yet to see a study, as in `cause open until I see the pictures`."""
    if statement.turn < 0 or statement.speaker == "patient":
        return False
    return not _AWAITING.isdisjoint(before) or "without" in before[-_BARE:]


def shows_picture(view: View, statement: Statement) -> bool:
    """Tell whether a clinician says to look, and the next words name a canal, a disc or what only a study shows."""
    if statement.speaker == "patient" or not words("showing").intersection(view.norms[statement.start : statement.end]):
        return False
    ahead = Chunk(statement.start, min(len(view.norms), statement.end + _SHOWING))
    shown = any(hit.term.value in SHOWN for hit in view.terms("imaging", ahead))
    return shown or any(hit.term.role == "compartment" for hit in view.terms("lesions", ahead))
