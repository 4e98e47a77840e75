"""Complaints that a question takes for granted: `Where is the numbness?`, `When did the tingling start?`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality

_OPENING = 3
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
