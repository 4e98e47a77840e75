"""Reflexes that are low and the same on both sides, as `ankles 1+ and symmetric`, which are no loss."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import words

LOW = frozenset({"1+", "1 plus", "one plus", "+1"})
_NEAR = 6


def is_alike(scene: Scene, start: int) -> bool:
    """Tell whether the next words say that both sides are alike, before another value or side is named.

    Args:
        scene: The statement.
        start: Index after the grade.
    """
    for at in range(start, min(start + _NEAR, scene.statement.end)):
        word = scene.view.norms[at]
        if word in words("on_both_sides"):
            return True
        if word[0].isdecimal() or scene.view.sides(Chunk(at, at + 1)):
            return False
    return False
