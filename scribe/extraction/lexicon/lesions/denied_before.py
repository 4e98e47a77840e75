"""Denials of a lesion right behind its joint: `T5-9 no dysfunction`, `The pubes are level, no dysfunction there`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_NAMED = frozenset({"", "vague"})
_DENYING = frozenset({"no", "without", "w/o"})
"""Words that deny a lesion of the place that stands before them."""
_JOINED = frozenset({"and", "&", "+", "/"})
_LEADING = frozenset({"so", "and", "there's", "there", "is", "with", "again", "also", "really", "i", "find", "see"})
"""Words that may stand before the denial of a part."""
_CLOSING = frozenset({
    "there", "here", "in", "at", "all", "today", "now", "either", "to", "speak", "of", "on", "that", "side",
    "whatsoever", "them", "it", "though", "any", "more", "anymore", "this", "time",
})  # fmt: skip
"""Words that may stand behind it."""


def denied_before(scene: Scene, head: Hit) -> list[Place]:
    """Return the places before the denial of a lesion that names none itself.

    They stand right before it, as in `T5-9 and L1-3 no dysfunction`, or are what the part before it is about, as in
    `The ribs spring well, no dysfunction there`.

    Args:
        scene: The statement.
        head: The lesion.
    """
    return _beside(scene, head) or _of_part_before(scene, head)


def _beside(scene: Scene, head: Hit) -> list[Place]:
    """Return the places right before a denial, without a mark between."""
    at, norms = head.start - 1, scene.view.norms
    if at <= scene.statement.start or norms[at] not in _DENYING:
        return []
    places: list[Place] = []
    for place in reversed(scene.view.places(Chunk(scene.statement.start, at))):
        linked = place.end == at or (bool(places) and place.end == at - 1 and norms[place.end] in _JOINED)
        if not linked or place.role not in _NAMED:
            break
        places.insert(0, place)
        at = place.start
    return places


def _of_part_before(scene: Scene, head: Hit) -> list[Place]:
    """Return the joint that the part before a denial is about: no more than one region, and no lesion."""
    part = scene.chunk(head)
    before = next((one for one in reversed(scene.statement.chunks) if one.end <= part.start), None)
    if before is None or not _only_denies(scene, head, part) or scene.terms("lesions", part=before):
        return []
    places = [place for place in scene.view.places(before) if place.role in _NAMED]
    return places if len({place.region for place in places}) == 1 else []


def _only_denies(scene: Scene, head: Hit, part: Chunk) -> bool:
    """Tell whether a part says no more than that there is no such lesion: `so no real dysfunction there`."""
    norms = scene.view.norms
    leading = [word for word in norms[part.start : head.start] if word not in _LEADING]
    closing = {word for word in norms[head.end : part.end] if word[0].isalnum()}
    return leading[:1] == ["no"] and words("degree").issuperset(leading[1:]) and closing <= _CLOSING
