"""Notes that come to what the matter is without a heading: `Cervical myelopathy.` on a line of its own."""

from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_DIAGNOSES = frozenset({"dx", "ddx", "diagnosis", "diagnoses"})
_LEADING = 3
_LONGEST = 16
_QUALITIES = frozenset({
    "acute", "chronic", "subacute", "mechanical", "probable", "likely", "suspected", "degenerative", "traumatic",
    "mild", "moderate", "severe", "stable", "known", "recurrent", "postural", "possible", "of", "the", "a", "an",
})  # fmt: skip
_TELLING = frozenset({
    "x", "since", "for", "ago", "has", "had", "have", "reports", "denies", "complains", "c/o", "presents", "here",
    "s/p", "history", "hx", "worse", "better", "when", "no", "not", "?", "started", "began", "rated", "/10",
})  # fmt: skip
"""Words of a story and not of a conclusion."""


def closes_with_diagnosis(view: View, statement: Statement, previous: Statement | None) -> bool:
    """Tell whether a line of a note without headings only names a diagnosis, after something was examined or seen.

    Args:
        view: The document's words.
        statement: The statement.
        previous: The statement before it.
    """
    if previous is None or previous.line == statement.line or statement.end - statement.start > _LONGEST:
        return False
    named = view.terms("conditions", statement)
    if not named or not _TELLING.isdisjoint(view.norms[statement.start : statement.end]):
        return False
    return _leads_up(view, Chunk(statement.start, named[0].start)) and _is_examined_before(view, statement)


def names_diagnosis(view: View, statement: Statement, previous: Statement | None) -> bool:
    """Tell whether a line below a report comes to the diagnosis without a colon, as in `Dx lumbar strain`."""
    anew = previous is None or previous.line != statement.line
    return anew and view.norms[statement.start] in _DIAGNOSES


def _leads_up(view: View, before: Chunk) -> bool:
    """Tell whether only a place, a side or a quality stands before a diagnosis."""
    items: list[Item] = [*view.places(before), *view.sides(before)]
    named = {at for item in items for at in range(item.start, item.end)}
    rest = [view.norms[at] for at in range(before.start, before.end) if at not in named]
    return len(rest) <= _LEADING and (_QUALITIES | words("list_joins")).issuperset(rest)


def _is_examined_before(view: View, statement: Statement) -> bool:
    """Tell whether an earlier line tells of a test, a palpation or a study."""
    return any(
        hit.term.role in {"sign", "modality"} or (hit.term.table == "tart" and hit.term.role in {"test", "motion"})
        for one in view.statements_before(statement)
        if one.line < statement.line
        for table in ("neuro", "imaging", "tart")
        for hit in view.terms(table, one)
    )
