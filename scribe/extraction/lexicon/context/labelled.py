"""Lines that a lesion heads where their section has no name for it: `SD: C, T, L` in the history of a short note."""

from scribe.extraction.lexicon.view.view import Statement, View

_LABELS = frozenset({":", "-", "\u2013", "\u2014", "=", ">"})
_LETTERS = frozenset({"sd", "sds", "vsc"})
"""Letters that only clinicians use."""


def heads_lesions(view: View, statement: Statement, previous: Statement | None) -> bool:
    """Tell whether a new line opens with the name of a lesion as its label.

    Args:
        view: The document's words.
        statement: The statement.
        previous: The one before it.
    """
    if statement.turn >= 0 or (previous is not None and previous.line == statement.line):
        return False
    heads = [hit for hit in view.terms("lesions", statement) if hit.term.role in {"head", "weak_head"}]
    if not heads or heads[0].start != statement.start:
        return False
    behind = view.norms[heads[0].end : heads[0].end + 1]
    letters = view.norms[statement.start] in _LETTERS and view.is_capital(statement.start)
    return letters or not _LABELS.isdisjoint(behind)
