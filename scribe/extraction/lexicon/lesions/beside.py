"""What is only found beside a lesion at another place, and is none: `SI joint dysfunction, the PSIS is tender`."""

from collections.abc import Sequence

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_FELT = frozenset({"tenderness", "tissue_texture"})
"""What is felt beside a lesion; one of a list may be called restricted."""
_ANY = _FELT | {"restriction", "asymmetry"}


def without_findings(scene: Scene, head: Hit, before: Sequence[Place], after: list[Place]) -> list[Place]:
    """Leave out the places behind a lesion with a place of its own that are said to be tender, tight or stuck.

    Args:
        scene: The statement.
        head: The words for the lesion.
        before: The places named before them.
        after: The places named after them; those of the same region may tell the level of the lesion.
    """
    own = {place.region for place in (before or after[:1])}
    kinds = _ANY if before else _FELT
    return [place for place in after if place.region in own or not _is_found(scene, head, place, kinds)]


def _is_found(scene: Scene, head: Hit, place: Place, kinds: frozenset[str]) -> bool:
    """Tell whether a part of its own says what is found at a place, and names no lesion there."""
    part = scene.chunk(place)
    if part.start <= head.start or scene.terms("lesions", "head", part=part):
        return False
    found = [hit for hit in scene.terms("tart", "finding", part=part) if hit.start >= place.end]
    if not found:
        return False
    between = Chunk(place.end, found[0].start)
    named = {at for side in scene.view.sides(between) for at in range(side.start, side.end)}
    light = words("linking") | words("place_nouns") | {"with", "on", "the", "feels", "still"}
    close = all(scene.view.norms[at] in light for at in range(*between) if at not in named)
    return close and found[0].term.value in kinds
