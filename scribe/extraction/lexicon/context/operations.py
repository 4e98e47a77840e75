"""What an operation has taken away: a stenosis that was decompressed, a disc that was taken out, is of the past.

`The canal stenosis at L4-5 we took care of with the laminectomy`. What is said to be there still or now, or is yet to
be operated, is not.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.view import Chunk, Statement, View

_SURGERY = frozenset({
    "laminectomy", "laminotomy", "laminoplasty", "discectomy", "diskectomy", "microdiscectomy", "foraminotomy",
    "decompression", "fusion", "acdf", "surgery", "surgeries", "operation", "surgically", "surgeon", "corpectomy",
    "decompressed", "operated", "unroofed", "operating",
})  # fmt: skip
_VERBS = frozenset({
    ("took", "care", "of"), ("taken", "care", "of"), ("dealt", "with"), ("opened", "up"), ("operated", "on"),
    ("cleaned", "out"), ("cleared", "out"), ("took", "out"), ("taken", "out"), ("cut", "out"), ("freed", "up"),
    ("took", "that", "out"), ("took", "it", "out"), ("took", "them", "out"), ("opened", "that", "up"),
    ("opened", "it", "up"), ("cleaned", "that", "out"), ("cleaned", "it", "out"), ("treated", "surgically"),
    ("treated", "with", "surgery"), ("unroofed",), ("fixed",), ("decompressed",),
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
    if statement.asks or _SURGERY.isdisjoint(said) or not _PRESENT.isdisjoint(said) or _is_to_come(said):
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


def _is_to_come(said: list[str]) -> bool:
    """Tell whether words speak of days to come, unlike the `before` of `the tight canal you had before`."""
    return any(word in _TO_COME and (last, word) != ("had", "before") for last, word in pairwise(["", *said]))


def was_operated(view: View, statement: Statement) -> bool:
    """Tell whether a statement names what somebody was operated for."""
    return any(operated(view, statement))


_BEFORE = frozenset({"pre-op", "preop", "preoperative", "pre-operative"})
_NAMES = frozenset({"dx", "diagnosis", "diagnoses", "impression"})
_AFTER = frozenset({"postop", "post-op", "postoperative", "post-operative"})
_VISITS = frozenset({
    "visit", "check", "f/u", "follow-up", "followup", "week", "weeks", "wk", "wks", "day", "month", "months",
    "appointment", "recheck", "clinic", "#",
})  # fmt: skip
_PLANNED = frozenset({"planned", "scheduled", "tomorrow", "upcoming", "risks", "consented"})
"""Words of a note that is written before an operation."""
_SOON = 6
_HEADING = 8
_NEXT = 3


def names_before_operation(view: View, heading: Chunk) -> bool:
    """Tell whether a heading names what was found before an operation of days past, as `Pre-op dx` weeks after it.

    In the report of the operation itself it is what is operated.

    Args:
        view: The document's words.
        heading: The words between the statement before and the one that is told of.
    """
    said = view.norms[max(heading.start, heading.end - _HEADING) : heading.end]
    joined = {*said, *(f"{one}-{two}" for one, _, two in zip(said, said[1:], said[2:], strict=False))}
    return not _BEFORE.isdisjoint(joined) and not _NAMES.isdisjoint(said) and _is_after_operation(view)


@lru_cache(maxsize=1)
def _is_after_operation(view: View) -> bool:
    """Tell whether a note is of a visit after an operation: `POST-OP VISIT`, `surgery three weeks ago`."""
    norms = view.norms
    if not _PLANNED.isdisjoint(view.said):
        return False
    for at in view.indices(_AFTER | {"post"}):
        end = at + 3 if norms[at] == "post" and norms[at + 1 : at + 2] == ["-"] else at + 1
        if not _VISITS.isdisjoint(norms[end : end + _NEXT]):
            return True
    around = (norms[max(0, at - _SOON) : at + _SOON] for at in view.indices(_SURGERY))
    return any(not {"ago", "s/p"}.isdisjoint(said) for said in around)
