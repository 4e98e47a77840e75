"""Canal or foramen: where words leave open which of the two is narrow, as in `canal versus foramen, unclear`."""

from itertools import pairwise

from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_APART = 6
_NEAR = 10
_AGAINST = frozenset({"versus", "vs"})
_DENYING = frozenset({"no", "without", "nor", "neither"})


def open_choice(view: View, statement: Statement) -> Chunk | None:
    """Return the words of a statement that name a canal and a foramen without deciding between them, if some do."""
    spaces = [hit for hit in view.terms("lesions", statement) if hit.term.role == "compartment"]
    for first, second in pairwise(spaces):
        if first.term.value != second.term.value and _leaves_open(view, statement, first, second):
            return Chunk(first.start, second.end)
    return None


def _leaves_open(view: View, statement: Statement, first: Hit, second: Hit) -> bool:
    between = view.norms[first.end : second.start]
    if len(between) > _APART:
        return False
    if not _AGAINST.isdisjoint(between):
        return True
    before = view.norms[max(statement.start, first.start - _NEAR) : first.start]
    after = view.norms[second.end : min(statement.end, second.end + _NEAR)]
    return "or" in between and _DENYING.isdisjoint(before) and not words("unsettled").isdisjoint([*before, *after])
