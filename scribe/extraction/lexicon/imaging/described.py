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

_REACH = 9
_SHORT = 3
_PRONOUNS = frozenset({"it", "it's", "its", "they", "they're"})
_WELL = 6
_LINKS = frozenset({
    "is", "are", "was", "were", "look", "looks", "looked", "all", "above", "below", "it", "that", ":", "and", "too",
    "really", "s", "pretty", "just", "|", "up", "there",
})  # fmt: skip
"""Words between a part and the word that calls it healthy."""


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
        (words("cords"), words("crushed"), "canal_narrowing"),
        (words("bones"), words("outgrown"), "bony_overgrowth"),
        (words("disc_spaces"), words("worn"), "disc_degeneration"),
        (words("sacroiliacs"), words("joint_changes"), "sacroiliac_changes"),
    )


def described(scene: Scene) -> Iterator[Described]:
    """Find what is said of discs, ligaments, joints and vertebrae in everyday words."""
    taken = {index for hit in scene.terms("imaging", "finding") for index in range(hit.start, hit.end)}
    yield from _taken_up(scene)
    for chunk in scene.statement.chunks:
        for parts, predicates, kind in _shown():
            named = [part for part in _said(scene, chunk, parts) if part.start not in taken]
            if kind == "disc_degeneration":
                named = [part for part in named if scene.view.norms[part.start - 1] != "joint"]
            if kind == "disc_degeneration" and words("spaces_seen").intersection(scene.words(chunk)):
                named = [part for part in named if scene.words(part)[0] not in words("disc_spaces")]
            yield from _paired(scene, _with_pause(scene, chunk, parts), named, predicates, kind)
        yield from _well(scene, chunk, taken)
        if not words("discs").intersection(scene.words(chunk)):
            vertebrae: list[Item] = [place for place in scene.view.fixing(chunk) if place.structure == "vertebra"]
            yield from _paired(scene, chunk, vertebrae, words("slid"), "malalignment")


def _taken_up(scene: Scene) -> Iterator[Described]:
    """Read what is said of the part named right before, as in `This is the cord. At C4-5 it's squashed.`."""
    before = scene.view.statements_before(scene.statement)[-1:]
    if scene.statement.turn < 0 or _PRONOUNS.isdisjoint(scene.said) or not before:
        return
    if before[0].turn != scene.statement.turn or before[0].asks:
        return
    earlier = frozenset(scene.view.norms[before[0].start : before[0].end])
    meant = [row for row in _shown() if not row[0].isdisjoint(earlier)]
    if any(not parts.isdisjoint(scene.said) for parts, _, _ in _shown()):
        return
    for _, predicates, kind in meant:
        for predicate in _said(scene, Chunk(scene.statement.start, scene.statement.end), predicates)[:1]:
            yield Described(kind, scene.assertion(predicate), predicate, predicate)


def _well(scene: Scene, chunk: Chunk, taken: set[int]) -> Iterator[Described]:
    """Read a part of the spine that is called healthy, as in `facets nl`, `flavum thin` or `the cord looks fine`."""
    healthy = [part for part in _said(scene, chunk, words("well_seen")) if not scene.context.denies_health(part)]
    if not healthy or words("spaces_seen").intersection(scene.words(chunk)):
        return
    for parts, kind in _sound():
        for part in _said(scene, chunk, parts):
            well = nearest(healthy, part)
            thin = scene.words(well) == ["thin"] and kind != "ligament_hypertrophy"
            if 0 < well.start - part.start <= _WELL and part.start not in taken and not thin:
                yield Described(kind, "absent", part, well)
                return


@cache
def _sound() -> tuple[tuple[frozenset[str], ImagingKind], ...]:
    """Return the words for parts that a report calls healthy, and the finding that is denied by it."""
    return (
        (words("ligaments"), "ligament_hypertrophy"),
        (words("facets"), "bony_overgrowth"),
        (words("cords"), "other"),
        (words("sacroiliacs"), "sacroiliac_changes"),
        (words("disc_spaces"), "disc_degeneration"),
    )


def called_well(scene: Scene) -> Iterator[Item]:
    """Find levels, discs and studies that are called healthy, as in `C6-7's clean` or `the other levels are fine`."""
    for chunk in scene.statement.chunks:
        healthy = _said(scene, chunk, words("well_seen") - {"thin"})
        if not healthy or words("spaces_seen").intersection(scene.words(chunk)):
            continue
        vertebrae: list[Item] = [place for place in scene.view.fixing(chunk) if place.structure == "vertebra"]
        subjects = [*vertebrae, *_said(scene, chunk, words("well_subjects"))]
        near = [part for part in subjects if 0 <= healthy[0].start - part.end < _WELL]
        links = scene.view.norms[near[-1].end : healthy[0].start] if near else []
        if near and _LINKS.issuperset(links) and scene.assertion(healthy[0]) == "present":
            yield Chunk(near[-1].start, healthy[0].end)


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
