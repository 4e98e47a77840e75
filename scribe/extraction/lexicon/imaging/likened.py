"""Things that a clinician likens the canal or a foramen to: `Think of it as a pipe, and the nerves run down it.`."""

from functools import lru_cache

from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import LesionKind

_DWELLERS = frozenset({"cord", "nerves", "canal", "spinal"})
"""What runs down a canal."""
_LEAVING = frozenset({"nerve", "root", "foramen"})
_NEAR = 1


@lru_cache(maxsize=1)
def likened(view: View) -> dict[str, LesionKind]:
    """Return the everyday words that a talk uses for the canal, or for the hole where a nerve leaves."""
    tubes, doors = view.said & words("tubes"), view.said & words("doors")
    found: dict[str, LesionKind] = {}
    if not (tubes or doors):
        return found
    for at in view.indices(tubes | doors):
        said = _around(view, at)
        if view.norms[at] in tubes and not said.isdisjoint(_DWELLERS):
            found[view.norms[at]] = "canal_stenosis"
        elif not said.isdisjoint(_LEAVING):
            found.setdefault(view.norms[at], "foraminal_stenosis")
    return found


def _around(view: View, at: int) -> set[str]:
    """Return the words of the statement of a token, and of that before it, where a clinician speaks."""
    own = view.statements_from(at)[:_NEAR]
    if not own or own[0].turn < 0 or own[0].speaker == "patient":
        return set()
    before: list[Statement] = view.statements_before(own[0])[-_NEAR:]
    start = before[0].start if before and before[0].turn == own[0].turn else own[0].start
    return set(view.norms[start : own[0].end])
