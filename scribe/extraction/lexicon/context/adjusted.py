"""Joints that are corrected at this visit: `subluxations found and corrected today`, `corrected: C2, T5`."""

from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_ASIDE = 5
_LONG_SINCE = frozenset({"has", "have", "had", "since", "self"})
_NOW = frozenset({"today", "visit", "session", ":"})


def is_adjusted(view: View, statement: Statement, hit: Hit) -> bool:
    """Tell whether what is corrected is treated at this visit, and not gone since another.

    Args:
        view: The document's words.
        statement: The statement.
        hit: A cue that may end what stands before it.
    """
    before = view.norms[hit.start - 1] if hit.start > statement.start else ":"
    if statement.turn >= 0 or hit.term.text != "corrected" or before in words("be_forms") | _LONG_SINCE:
        return False
    after = view.norms[hit.end : min(hit.end + _ASIDE, statement.end)]
    return before in {"and", "&", "/"} or not _NOW.isdisjoint(after)
