"""What narrows a space, told as it lies around it and not blamed: `Canal stenosis, L3-4. Disc in front.`."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene, place_of, scenes
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_AROUND = frozenset({"front", "behind", "side", "sides", "above", "underneath", "beneath", "below", "around"})
_INTO = frozenset({
    ("the", "back"), ("in", "back"), ("the", "rear"), ("the", "top"), ("the", "bottom"), ("into", "it"),
    ("into", "that"), ("into", "there"), ("into", "the"), ("in", "on"), ("over", "it"),
})  # fmt: skip
"""Words that tell where around a space a tissue lies."""
_APART = frozenset({"too", "also", "separately", "besides", "else", "another", "unrelated", "level", "levels"})
"""Words that tell of another matter."""
_NOT_SO = frozenset({
    "if", "would", "i'd", "i'll", "i", "we", "we'd", "we'll", "they", "can", "could", "may", "might", "some", "people",
    "others", "or", "either", "whether", "take", "takes", "took", "taken", "comes", "came", "remove", "removed",
    "shave", "last", "before", "was", "were", "had", "used", "know", "until", "when", "?",
})  # fmt: skip
"""Words of what is only possible, past or planned, or is said of people in general."""
_LONGEST = 30
"""Words of a statement that still speaks of the stenosis named before it."""


def causes_around(scene: Scene, after: Statement) -> Iterator[Hit]:
    """Yield the tissues that speech describes around a stenosis that it has just named.

    Args:
        scene: The statement that names the stenosis.
        after: The statement behind it.
    """
    view = scene.view
    said = view.norms[after.start : after.end]
    if after.turn < 0 or len(said) > _LONGEST or not (_APART | _NOT_SO).isdisjoint(said):
        return
    levels = {place.segments for place in view.fixing(after)}
    elsewhere = bool(levels) and levels != {place.segments for place in view.fixing(scene.statement)}
    heads = any("head" in hit.term.role or hit.term.role == "narrowing" for hit in view.terms("lesions", after))
    if elsewhere or heads:
        return
    if view.is_taken_back(after):
        return
    told = scenes(view)[place_of(view, after.start)]
    parts = Chunk(after.start, after.end), *after.chunks
    for hit in told.terms("mechanisms"):
        part = next(part for part in reversed(parts) if part.start <= hit.start < part.end)
        if told.assertion(hit) == "present" and _is_changed(told, part):
            yield hit


def _is_changed(scene: Scene, part: Item) -> bool:
    """Tell whether a tissue is said to be changed, or to lie around a space: `the ligament's thick`."""
    said = scene.view.norms[part.start : part.end]
    changed = words("thickened") | words("enlarged") | words("outgrown") | words("projecting") | _AROUND
    return not changed.isdisjoint(said) or not _INTO.isdisjoint(pairwise(said))
