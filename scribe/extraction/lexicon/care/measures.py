"""Words → measures of time and way, as in `15 min` and `half a block`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

MEASURED = frozenset({"sitting", "standing", "walking"})
"""Activities that a healthy person does at length, so that a measure is a limit; a drive or a run may be short."""
_UNIT_REACH = 2


def measure(scene: Scene, part: Item) -> Chunk | None:
    """Return the first measure of time or way in a part, as in `15 min` and `half a block`."""
    norms = scene.view.norms
    for at in range(part.start, part.end):
        if norms[at].isdecimal() or norms[at] in words("numbers") or norms[at] in {"half", "quarter"}:
            unit = next((to for to in range(at + 1, min(at + 2 + _UNIT_REACH, part.end)) if _is_unit(norms[to])), None)
            if unit is not None:
                return Chunk(at, unit + 1)
        elif norms[at] in {"a", "an"} and _is_unit(norms[at + 1] if at + 1 < part.end else ""):
            return Chunk(at, at + 2)
    return None


def _is_unit(word: str) -> bool:
    return word in words("stretches")
