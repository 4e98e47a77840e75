"""What an operation has taken away: a stenosis that was decompressed, a disc that was taken out, is of the past.

`The canal stenosis at L4-5 we took care of with the laminectomy`. What is said to be there still or now, or is yet to
be operated, is not.
"""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.negations import Cue, is_particle
from scribe.extraction.lexicon.view.view import Statement, View

_SURGERY = frozenset({
    "laminectomy", "laminotomy", "laminoplasty", "discectomy", "diskectomy", "microdiscectomy", "foraminotomy",
    "decompression", "fusion", "acdf", "surgery", "surgeries", "operation", "surgically", "surgeon", "corpectomy",
    "decompressed", "operated", "unroofed",
})  # fmt: skip
_VERBS = frozenset({
    ("took", "care", "of"), ("taken", "care", "of"), ("dealt", "with"), ("opened", "up"), ("operated", "on"),
    ("cleaned", "out"), ("cleared", "out"), ("took", "out"), ("taken", "out"), ("cut", "out"), ("freed", "up"),
    ("treated", "surgically"), ("treated", "with", "surgery"), ("unroofed",), ("fixed",), ("decompressed",),
    ("removed",), ("relieved",), ("repaired",), ("addressed",),
})  # fmt: skip
_DOERS = frozenset({"we", "i", "they", "he", "she", "surgeon", "surgeons", "that", "surgery", "operation", "which"})
_WAS = frozenset({"was", "were", "been", "got", "we've", "i've", "they've", "had", "have", "has"})
_TO_COME = frozenset({
    "will", "would", "could", "can", "to", "if", "be", "should", "needs", "need", "might", "may", "i'd", "we'd",
    "we'll", "i'll", "going", "wants", "want", "until", "unless", "before",
})  # fmt: skip
_PRESENT = frozenset({"now", "today", "still", "above", "below", "adjacent", "again", "recurrent", "residual", "next"})
"""Words of a statement that tells what is there beside, or in spite of, an operation."""
_BACK = 3


def operated(view: View, statement: Statement) -> Iterator[Cue]:
    """Read the verb that tells that somebody was operated for what the statement names.

    Args:
        view: The document's words.
        statement: The statement.
    """
    said = view.norms[statement.start : statement.end]
    if statement.asks or _SURGERY.isdisjoint(said) or not _PRESENT.isdisjoint(said) or not _TO_COME.isdisjoint(said):
        return
    # No joint that is stuck or out of place is operated: what is named beside it is another matter.
    if statement.turn < 0 or any("head" in hit.term.role for hit in view.terms("lesions", statement)):
        return
    for at in range(1, len(said)):
        length = next((size for size in (3, 2, 1) if tuple(said[at : at + size]) in _VERBS), 0)
        before = said[max(0, at - _BACK) : at]
        done = before[-1] in _DOERS | _SURGERY or not _WAS.isdisjoint(before)
        if length and done and not any(map(is_particle, before)):
            start = statement.start + at
            yield Cue(start, start + length, "around", "historical", said[at])
            return


def was_operated(view: View, statement: Statement) -> bool:
    """Tell whether a statement names what somebody was operated for."""
    return any(operated(view, statement))
