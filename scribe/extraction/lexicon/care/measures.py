"""Words → measures of time and way, as in `15 min` and `half a block`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

MEASURED = frozenset({"sitting", "standing", "walking"})
"""Activities that a healthy person does at length, so that a measure is a limit; a drive or a run may be short."""
_UNIT_REACH = 2
_HOURS_REACH = 6
_HOURS = frozenset({"hours", "hour", "hrs", "hr", "h"})
_INFANTS = frozenset({"baby", "newborn", "infant"})
_FEW = frozenset({"2", "3", "4", "5", "two", "three", "four", "five", "an", "one"})


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


def few_hours(scene: Scene, asleep: Item) -> Chunk | None:
    """Return how few hours somebody sleeps, as in `sleeps 3-4 hours` and `I sleep maybe four hours`."""
    end = min(asleep.end + _HOURS_REACH, scene.statement.end)
    found = measure(scene, Chunk(asleep.end, end))
    if found is None or scene.view.norms[found.end - 1] not in _HOURS or not _INFANTS.isdisjoint(scene.said):
        return None
    return Chunk(asleep.start, found.end) if scene.view.norms[found.start] in _FEW else None


def _is_unit(word: str) -> bool:
    return word in words("stretches")
