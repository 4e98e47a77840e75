"""Lists that go on behind what is told of a member: `of the sacrum, which is stuck, of the pelvis, and of a rib`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.vocabulary import Hit

_JOINING = frozenset({"and", "&", "plus", "also"})
_NEAR = 3
"""Words from the `of` to its place."""


def resumed(scene: Scene, head: Hit, places: list[Place]) -> list[Place]:
    """Return the places that a lesion gains by further parts that open with its `of`.

    Args:
        scene: The statement.
        head: The lesion.
        places: Its places so far, in order, behind it.
    """
    norms = scene.view.norms
    if not places or "of" not in norms[head.end : places[0].start]:
        return []
    found = []
    for chunk in scene.statement.chunks:
        start = chunk.start + (norms[chunk.start] in _JOINING)
        if chunk.start > places[-1].start and norms[start : start + 1] == ["of"]:
            found += [place for place in scene.view.fixing(chunk) if place.start - start <= _NEAR][:1]
    return found
