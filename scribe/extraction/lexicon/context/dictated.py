"""Speech that turns to whoever writes, and says what to put down: `Ana, so, stenosis of the canal at L4-5.`."""

from scribe.extraction.lexicon.view.view import Statement, View

_CALLED = 3
"""Words with which somebody is called and told to write."""
_DICTATING = frozenset({
    "so", "put", "write", "type", "impression", "assessment", "diagnosis", "diagnoses", "chart", "note", "record",
    "document", "take", "for", "okay", "ok", "here", "let's", "get", "make", "this", "i'm", "i'd",
})  # fmt: skip
_NO_NAMES = frozenset(
    {"yeah", "yes", "no", "well", "right", "alright", "sure", "look", "see", "listen", "good", "fine"}
)


def dictates(view: View, statement: Statement) -> bool:
    """Tell whether a clinician calls somebody by name and says what to write: a condition, or a lesion.

    Args:
        view: The document's words.
        statement: A statement.
    """
    if statement.turn < 0 or statement.speaker == "patient" or statement.end - statement.start <= _CALLED:
        return False
    name, pause, told = view.norms[statement.start : statement.start + _CALLED]
    if pause != "," or told not in _DICTATING or name in _DICTATING | _NO_NAMES:
        return False
    first = view.text[slice(*view.tokens.spans[statement.start])]
    return first.istitle() and bool(view.terms("conditions", statement) or view.terms("lesions", statement))
