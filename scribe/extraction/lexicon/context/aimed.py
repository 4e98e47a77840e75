"""Visits that are made for a study: `Here to go over the MRI. L4-5 broad-based bulge, canal patent.`."""

from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_AIMS = frozenset({
    "review", "reviewing", "discuss", "discussing", "over", "results", "result", "follow-up", "followup", "f/u", "fu",
    "with", "imaging", "for", "see", "hear", "through", "got",
})  # fmt: skip
"""Words beside a study that somebody has come for."""
_NEAR = 5
_OPENING = 4
_SHOWN = frozenset({
    "disc_herniation", "disc_degeneration", "canal_narrowing", "foraminal_narrowing", "bony_overgrowth", "fibrosis",
    "ligament_hypertrophy", "malalignment", "fracture", "neoplasm", "sacroiliac_changes",
})  # fmt: skip


def comes_for_study(view: View, statement: Statement) -> bool:
    """Tell whether somebody comes to have a study gone over, as in `Back for x-ray review.`.

    Args:
        view: The document's words.
        statement: A statement of a note.
    """
    said = view.norms[statement.start : statement.end]
    if not words("ordered").isdisjoint(said) or statement.asks:
        return False
    for hit in view.terms("imaging", statement):
        near = view.norms[max(statement.start, hit.start - _NEAR) : min(statement.end, hit.end + 2)]
        if hit.term.role == "modality" and not _AIMS.isdisjoint(near):
            return True
    return False


def tells_of_study(view: View, statement: Statement) -> bool:
    """Tell whether a statement behind such an opening tells what was seen: a level, or what no hand finds, leads it."""
    shown = [hit for hit in view.terms("imaging", statement) if hit.term.role == "finding"]
    spaces = any(hit.term.role == "compartment" for hit in view.terms("lesions", statement))
    opening = Chunk(statement.start, min(statement.end, statement.start + _OPENING))
    led = any(place.structure == "vertebra" or place.role == "" for place in view.fixing(opening))
    return spaces or any(hit.term.value in _SHOWN for hit in shown) or (bool(shown) and led)
