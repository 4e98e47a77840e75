"""What a study shows in everyday words: a part of the spine and what is wrong with it.

Clinicians tell patients of a disc that is pushing on a nerve or a bone that
has slid forward; neither is one term, so the part and its predicate are looked
for in the same part of the sentence.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, ImagingKind

_REACH = 7
_SHORT = 3


class Described(NamedTuple):
    """A finding in everyday words."""

    kind: ImagingKind
    """What was found."""
    assertion: Assertion
    """How it is asserted."""
    part: Item
    """The part of the spine."""
    predicate: Item
    """What is said of it."""


@cache
def _shown() -> tuple[tuple[frozenset[str], frozenset[str], ImagingKind], ...]:
    """Return the words for a part, those for its predicate, and the finding that they make together."""
    return (
        (words("discs"), words("displaced"), "disc_herniation"),
        (words("discs"), words("worn"), "disc_degeneration"),
        (words("ligaments"), words("thickened"), "ligament_hypertrophy"),
        (words("facets"), words("enlarged"), "bony_overgrowth"),
        (words("cords"), words("bright"), "other"),
        (words("bones"), words("outgrown"), "bony_overgrowth"),
        (words("sacroiliacs"), words("joint_changes"), "sacroiliac_changes"),
    )


def described(scene: Scene) -> Iterator[Described]:
    """Find what is said of discs, ligaments, joints and vertebrae in everyday words."""
    taken = {index for hit in scene.terms("imaging", "finding") for index in range(hit.start, hit.end)}
    for chunk in scene.statement.chunks:
        for parts, predicates, kind in _shown():
            named = [part for part in _said(scene, chunk, parts) if part.start not in taken]
            yield from _paired(scene, _with_pause(scene, chunk, parts), named, predicates, kind)
        if not words("discs").intersection(scene.words(chunk)):
            vertebrae: list[Item] = [place for place in scene.view.fixing(chunk) if place.structure == "vertebra"]
            yield from _paired(scene, chunk, vertebrae, words("slid"), "malalignment")


def _paired(
    scene: Scene, chunk: Chunk, parts: list[Item], predicates: frozenset[str], kind: ImagingKind
) -> Iterator[Described]:
    for predicate in _said(scene, chunk, predicates) if parts else []:
        part = nearest(parts, predicate)
        if abs(part.start - predicate.start) <= _REACH:
            yield Described(kind, scene.assertion(predicate), part, predicate)
            return


def _with_pause(scene: Scene, chunk: Chunk, parts: frozenset[str]) -> Chunk:
    """Return a part of a statement with the short one after it, as in `these are the facets, overgrown`."""
    later = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    goes_on = later is not None and scene.view.norms[later.start] in words("going_on")
    short = later is not None and (goes_on or later.end - later.start <= _SHORT) and scene.statement.turn >= 0
    if later is None or not short or parts.intersection(scene.words(later)):
        return chunk
    return Chunk(chunk.start, later.end)


def _said(scene: Scene, chunk: Chunk, among: frozenset[str]) -> list[Item]:
    return [Chunk(index, index + 1) for index in range(chunk.start, chunk.end) if scene.view.norms[index] in among]
