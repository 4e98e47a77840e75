"""Patients whom a touch does not bother, as an examiner sees it: `I can press all along here and he doesn't mind.`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_MINDING = frozenset({"mind", "minds", "minded", "bother", "bothers", "bothered"})
_BEFORE = 6
_BETWEEN = frozenset({
    "seem", "seems", "to", "really", "even", "that", "it", "she", "he", "they", "you", "is", "at", "all", "much",
    "this", "particularly", "me", "appear", "appears", "too",
})  # fmt: skip
"""Words between a denial and what it denies."""
_BEHIND = frozenset({
    "at", "by", "it", "that", "this", "you", "him", "her", "them", "me", "one", "when", "either", "there", "here",
    "and", "but", "any", "a", "much",
})  # fmt: skip
"""Words behind what somebody does not mind that name nothing else than the touch."""


@lru_cache(maxsize=1)
def may_be_unbothered(view: View) -> frozenset[int]:
    """Return where the spoken statements start that may say whether a touch bothers somebody."""
    return saying(view, _MINDING)


def unbothered(scene: Scene) -> Iterator[Found]:
    """Read that somebody does not mind a touch which the statement, or the one before it, tells of."""
    if scene.statement.turn < 0 or _MINDING.isdisjoint(scene.said):
        return
    for at in range(scene.statement.start, scene.statement.end):
        if scene.view.norms[at] in _MINDING and _touches(scene, at) and (denial := _denied_at(scene, at)) is not None:
            yield Found("tenderness", "absent", (Chunk(denial, at + 1),), rule="tart.normal")


def _denied_at(scene: Scene, at: int) -> int | None:
    """Return the index of what denies that somebody minds, where nothing else is named that they do not mind."""
    norms, chunk = scene.view.norms, scene.chunk(Chunk(at, at + 1))
    before = range(at - 1, max(chunk.start, at - _BEFORE) - 1, -1)
    denial = next((one for one in before if norms[one] not in _BETWEEN), at)
    behind = [word for word in norms[at + 1 : min(at + 2, chunk.end)] if word[0].isalnum()]
    tells = is_not(norms[denial]) or norms[denial] == "nothing"
    return denial if tells and _BEHIND.issuperset(behind) and not scene.says("of_days") else None


def _touches(scene: Scene, until: int) -> bool:
    """Tell whether an examiner tells of a touch before some words, or in the statement before."""
    touching = words("pressing") | words("hands_on") | words("touching")
    near: list[Item] = [Chunk(scene.statement.start, until), *scene.earlier_in_turn[-1:]]
    return any(not touching.isdisjoint(scene.words(one)) for one in near)
