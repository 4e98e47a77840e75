"""What is left to somebody else behind it: `"SI dysfunction" per PT form`, `C5 subluxation per outside records`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_REACH = 4
"""Words from the `per` to who is named."""
_CREDITS = frozenset({"pt", "patient", "form", "forms", "record", "records", "intake", "chart", "portal", "insurer"})
"""Persons and papers beside colleagues and their papers; who writes of a `pt` means a patient or a therapist."""
_OWN = frozenset({"this", "my", "our"})


def credited(view: View, statement: Statement) -> Iterator[Cue]:
    """Read the words that leave what stands before them to somebody whom nobody agrees with.

    Args:
        view: The document's words.
        statement: The statement.
    """
    norms, end = view.norms, statement.end
    if "per" not in view.said or not words("concurring").isdisjoint(norms[statement.start : end]):
        return
    sources = words("colleagues") | words("papers") | _CREDITS
    for at in range(statement.start + 1, end - 1):
        named = norms[at + 1 : min(end, at + 1 + _REACH)]
        if norms[at] == "per" and not sources.isdisjoint(named) and _OWN.isdisjoint(named):
            yield Cue(at, at + 1, "after", "historical", "per")
