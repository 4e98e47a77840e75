"""Regions said in one breath before a lesion that names its own part: `cervical, thoracic and rib dysfunctions`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.letters import SEPARATORS
from scribe.extraction.lexicon.view.places import ORDINALS, Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit

_NAMES = frozenset({"dysfunction", "dysfunctions", "subluxation", "subluxations"})
_BETWEEN = SEPARATORS | {"and"}


def listed_with(scene: Scene, head: Hit) -> list[Place]:
    """Return the places of a list that a lesion closes.

    Args:
        scene: The statement.
        head: The lesion with its own part, such as `rib dysfunction`.

    Returns:
        The regions before it, in order; none where anything else is said of them.
    """
    start, norms = scene.statement.start, scene.view.norms
    # Of `tender over the neck, rib dysfunction` the neck belongs to what was found there.
    if _NAMES.isdisjoint(head.term.text.split()) or scene.terms("tart", part=Chunk(start, head.start)):
        return []
    named = {place.end: place for place in scene.view.places(Chunk(start, head.start)) if not place.role}
    sided = {at for side in scene.view.sides(Chunk(start, head.start)) for at in range(side.start, side.end)}
    places: list[Place] = []
    index = head.start
    while index > start:
        if index in named and index < head.start:
            places.insert(0, named[index])
            index = named[index].start
        elif norms[index - 1] in _BETWEEN or norms[index - 1] in ORDINALS or index - 1 in sided:
            index -= 1
        else:
            break
    return places
