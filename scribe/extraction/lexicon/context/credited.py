"""What is left to somebody else behind it: `"SI dysfunction" per PT form`, `C5 subluxation per outside records`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.context.study_mentions import studies
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_REACH = 4
"""Words from the `per` to who is named."""
_NEAR = 6
"""Words from a diagnosis to the `per`, with its level, its side and a quotation mark."""
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
        if norms[at] == "per" and not sources.isdisjoint(named) and _OWN.isdisjoint(named) and _names(view, at):
            yield Cue(at, at + 1, "after", "historical", "per")


def _names(view: View, at: int) -> bool:
    """Tell whether a diagnosis, and no study, stands right before a `per`."""
    before, behind = Chunk(max(0, at - _NEAR), at), Chunk(at, min(len(view.norms), at + _REACH))
    named = [*view.terms("lesions", before), *view.terms("conditions", before)]
    line = view.text[view.tokens.spans[named[-1].end - 1][1] : view.tokens.spans[at][0]] if named else "\n"
    return "\n" not in line and not studies(view, behind)
