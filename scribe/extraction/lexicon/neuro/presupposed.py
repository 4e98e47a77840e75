"""Complaints that a question takes for granted: `Where is the numbness?`, `When did the tingling start?`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality

_OPENING = 3
_ASKING = frozenset({"is", "are", "was", "does", "do", "has", "have"})
_MANNERS = frozenset({
    "constant", "constantly", "continuous", "continual", "intermittent", "always", "daily", "worse", "worst", "better",
    "severe", "new", "improving", "improved", "spreading", "sudden", "gradual", "every", "all", "worsening", "changed",
})  # fmt: skip
"""How or how often a complaint is there that itself is in no doubt."""
_DOUBTING = frozenset({"any", "if", "would", "could", "should"})


def presupposed(scene: Scene) -> Iterator[tuple[Hit, Laterality | None]]:
    """Read the complaints of which a question only asks where or since when, with the side that the answer names."""
    said = scene.words()
    asks_where = not words("presuming").isdisjoint(said[:_OPENING]) and _DOUBTING.isdisjoint(said)
    if scene.statement.turn < 0 or not asks_where or scene.following is None:
        return
    sides = {side.value for side in scene.view.sides(scene.following)}
    for hit in scene.terms("neuro", "symptom"):
        if scene.assertion(hit) == "present" and scene.view.norms[hit.start - 1] in words("definite"):
            yield hit, sides.pop() if len(sides) == 1 else None


def asks_of_manner(scene: Scene, hit: Hit) -> bool:
    """Tell whether a question only asks how a complaint is that it takes for granted: `Is the numbness constant?`."""
    norms = scene.view.norms
    opens = not _ASKING.isdisjoint(scene.words()[:_OPENING]) and _DOUBTING.isdisjoint(scene.words())
    definite = hit.start > scene.statement.start and norms[hit.start - 1] in words("definite")
    return opens and definite and not _MANNERS.isdisjoint(norms[hit.end : scene.statement.end])
