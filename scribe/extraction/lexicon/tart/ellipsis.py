"""What is the same elsewhere, or is not: `same on the left`, `the left was not`, `C6 normal`."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.exceptions import OPPOSITE
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.placing import where
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Tart

_NONE = frozenset({"nothing", "none", "no", "nope", "painless"})
"""Verdicts by which a side or place has nothing of what was found."""
_DOING = frozenset({"is", "does", "will", "can", "are", "do", "did"})
_EVEN = frozenset({"level", "even", "straight"})
"""Words that say of a landmark how it stands, and nothing of how it feels."""
_LIGHT = frozenset({"and", "but", "on", "the", "side", "one"})


def repeated(scene: Scene, seen: list[Found]) -> Iterator[Tart]:
    """Read what is the same on the other side, as in `L4 tender on the right, same on the left`."""
    for before, chunk in pairwise(scene.statement.chunks):
        sides = scene.view.sides(chunk)
        if not sides or not words("same").intersection(scene.words(chunk)[:3]) or scene.view.fixing(chunk):
            continue
        for found in seen:
            if before.start <= found.parts[0].start < before.end:
                for region, _ in where(scene, found):
                    yield Tart(
                        component=found.component,
                        region=region,
                        laterality=sides[0].value,
                        assertion=found.assertion,
                        read_by=rule_of("tart", *found.parts),
                        evidence=scene.quote(found.parts[0], chunk),
                    )


def contrary(scene: Scene, seen: list[Found]) -> Iterator[Tart]:
    """Read where it is not so, as in `right SI tender, the left was not` or `C5 boggy, C6 normal`."""
    shown = [found for found in seen if found.assertion in OPPOSITE]
    yield from _lessened(scene, seen)
    for chunk in scene.statement.chunks[1:]:
        told = [found for found in shown if found.parts[0].start < chunk.start]
        places, sides = scene.view.fixing(chunk), scene.view.sides(chunk)
        verdict = _behind_side(scene, chunk) or chunk
        if told and sides and not places and _affirms(scene, chunk, told[-1]):
            yield from _other_way(scene, chunk, told[-1])
            continue
        if not told or len(places) + len(sides) == 0 or not _says_only_health(scene, verdict):
            continue
        denies = words("contrary_denials").isdisjoint(scene.words(verdict))
        for found in _meant(scene, verdict, told) if not places else told[-1:]:
            said = (words("contrary") | _NONE).intersection(scene.words(verdict))
            if found.component != "asymmetry" and said <= _EVEN:
                continue
            if found.assertion == "absent" and (denies or _says_it_is_not(scene, chunk)):
                continue
            regions = [place.region for place in places] or [region for region, _ in where(scene, found)]
            for region in regions:
                yield Tart(
                    component=found.component,
                    region=region,
                    laterality=sides[0].value if sides else None,
                    assertion=OPPOSITE[found.assertion],
                    read_by=rule_of("tart", *found.parts),
                    evidence=scene.quote(chunk),
                )


def _affirms(scene: Scene, chunk: Chunk, found: Found) -> bool:
    """Tell whether a part says that the other side does what one does not: `the right isn't gliding, the left is`."""
    named = {at for side in scene.view.sides(chunk) for at in range(side.start, side.end)}
    rest = [scene.view.norms[at] for at in range(*chunk) if at not in named and scene.view.norms[at][0].isalnum()]
    denies = any(word.endswith("n't") or word == "not" for word in scene.words(scene.chunk(found.parts[0])))
    held = (found.component, found.assertion) == ("restriction", "present")
    return held and denies and rest[-1:] != [] and rest[-1] in _DOING and (_LIGHT | {"but"}).issuperset(rest[:-1])


def _other_way(scene: Scene, chunk: Chunk, found: Found) -> Iterator[Tart]:
    """Yield that the side of a part is free of what was found on the other."""
    for region, _ in where(scene, found):
        yield Tart(
            component=found.component,
            region=region,
            laterality=scene.view.sides(chunk)[0].value,
            assertion="absent",
            read_by=rule_of("tart", *found.parts),
            evidence=scene.quote(chunk),
        )


def _lessened(scene: Scene, seen: list[Found]) -> Iterator[Tart]:
    """Read to which side a motion goes less far, as in `rotation full right, reduced left`."""
    for chunk in scene.statement.chunks[1:] if scene.says("limited") else ():
        sides = scene.view.sides(chunk)
        free = [found for found in seen if found.component == "restriction" and found.assertion == "absent"]
        free = [found for found in free if found.parts[0].start < chunk.start]
        named = {at for side in sides for at in range(side.start, side.end)}
        rest = {scene.view.norms[at] for at in range(*chunk) if at not in named and scene.view.norms[at][0].isalnum()}
        if not free or len(sides) != 1 or not rest or not rest <= words("limited"):
            continue
        for region, _ in where(scene, free[-1]):
            yield Tart(
                component="restriction",
                region=region,
                laterality=sides[0].value,
                assertion="present",
                read_by=rule_of("tart", *free[-1].parts),
                evidence=scene.quote(chunk),
            )


def _meant(scene: Scene, verdict: Chunk, told: list[Found]) -> list[Found]:
    """Return those findings that a verdict without a place is about: what is soft is so of the tissues alone."""
    of_tissue = [found for found in told if found.component == "tissue_texture"]
    soft = not words("soft").isdisjoint(scene.words(verdict))
    return of_tissue or told if soft else told


def _behind_side(scene: Scene, chunk: Chunk) -> Chunk | None:
    """Return the part that says of a mere side before it how it is there, as in `on the left, it doesn't`."""
    named = {at for side in scene.view.sides(chunk) for at in range(side.start, side.end)}
    rest = (scene.view.norms[at] for at in range(*chunk) if at not in named)
    if scene.statement.turn < 0 or not named or any(word[0].isalnum() and word not in _LIGHT for word in rest):
        return None
    return next((part for part in scene.statement.chunks if part.start >= chunk.end), None)


def _says_it_is_not(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part only rejects a place as the matter, as in `Hips roll fine, it's not the hip`."""
    places = scene.view.fixing(chunk)
    denied = (at for at in range(*chunk) if scene.view.norms[at] in words("contrary_denials"))
    return bool(places) and next(denied, chunk.end) < places[0].start


def _says_only_health(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part says of its place or side only that it is well, or is not so."""
    items: list[Item] = [*scene.view.places(chunk), *scene.view.sides(chunk)]
    named = {index for item in items for index in range(item.start, item.end)}
    said = [scene.view.norms[at] for at in range(chunk.start, chunk.end) if at not in named]
    rest = [word for word in said if word[0].isalnum()]
    well = words("contrary") | _NONE
    light = well | words("linking") | words("place_nouns") | words("light_subjects") | {"the", "and", "or"}
    return not well.isdisjoint(rest) and light.issuperset(rest)
