"""Weakness that is said to grow, which alarms: `progressive foot drop`, `her grip weakness has been getting worse`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.found import Found
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item

_GROWING = frozenset({"progressive", "progressing", "worsening", "increasing"})
_GETTING = (["getting", "worse"], ["getting", "weaker"])
_BEFORE, _AFTER = 4, 6


def growing(scene: Scene, found: Found) -> tuple[Item, ...]:
    """Return the words that say that a weakness grows, for its quote; none where it is not said.

    Args:
        scene: The statement.
        found: The finding.
    """
    if found.kind != "motor_deficit" or found.assertion != "present":
        return ()
    part, norms = found.parts[0], scene.view.norms
    chunk = scene.chunk(part)
    for at in range(max(chunk.start, part.start - _BEFORE), min(chunk.end, part.end + _AFTER)):
        if norms[at] in _GROWING:
            return (Chunk(at, at + 1),)
        if at >= part.end and norms[at : at + 2] in _GETTING:
            return (Chunk(at, at + 2),)
    return ()
