"""What is the same on another side or level, or is not so there: `same on the left`, `C6 normal`, `So is T5.`.

The same statement may say it, or the next words of an examiner.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from operator import attrgetter

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.denials import denies, is_not
from scribe.extraction.lexicon.context.exceptions import OPPOSITE, exception_to
from scribe.extraction.lexicon.context.pointed_sides import meant_side
from scribe.extraction.lexicon.context.scene import Scene, scenes
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.placing import placed, where
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.saying import placing, saying, siding, statements_at, writing
from scribe.extraction.lexicon.view.sides import OPPOSITE as OTHER_SIDE
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, Region, Tart

_NONE = frozenset({"nothing", "none", "no", "nope", "painless"})
"""Verdicts by which a side or place has nothing of what was found."""
_DOING = frozenset({"is", "does", "will", "can", "are", "do", "did"})
_IT = frozenset({"do", "does", "that", "it", "so", "while", "whereas"})
"""Words with which a side is said to do what the other does, or not, as in `the left does not do that`."""
_TOWARD = frozenset({"to", "the", "on"})
_EVEN = frozenset({"level", "even", "straight"})
"""Words that say of a landmark how it stands, and nothing of how it feels."""
_LIGHT = frozenset({"and", "but", "on", "the", "side", "one", "while", "whereas"})
_TOO = frozenset({"too", "also", "well"})
_LONGEST = 12
_PAIRS = frozenset({("so", "is"), ("so", "does"), ("so", "are"), ("so", "was"), ("so", "do"), ("as", "well")})
_DOES = (["does", "."], ["do", "."], ["does"])
_SHOWING = frozenset({",", "feel", "see", "look"})
"""Words behind a verdict that only show it, as in `the right does, feel`."""
_TOLD = frozenset({"tart", "neuro", "conditions", "lesions", "imaging"})


def elsewhere(scene: Scene, seen: list[Found]) -> Iterator[Tart]:
    """Read where else a statement says that what it finds holds, or does not.

    Args:
        scene: The statement.
        seen: What it finds.
    """
    yield from _repeated(scene, seen)
    yield from _contrary(scene, seen)
    yield from _excepted(scene, seen[-1:])


def _repeated(scene: Scene, seen: list[Found]) -> Iterator[Tart]:
    """Read what is the same on the other side, as in `L4 tender on the right, same on the left`."""
    for before, chunk in pairwise(scene.statement.chunks):
        sides = scene.view.sides(chunk)
        if not sides or not _says_same_there(scene, chunk) or scene.view.fixing(chunk):
            continue
        for found in seen:
            if before.start <= found.parts[0].start < before.end:
                for region, _ in where(scene, found):
                    yield _at(scene, found, region, sides[0].value, (found.parts[0], chunk))


def _says_same_there(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part says no more of a side than that it is so there as well, as in `and on the right too`."""
    if words("same").intersection(scene.words(chunk)[:3]):
        return True
    rest = {word for word in scene.rest_of(chunk) if word[0].isalnum()}
    return not rest.isdisjoint(_TOO) and (_TOO | _LIGHT | {"as", "side"}).issuperset(rest)


def _contrary(scene: Scene, seen: list[Found]) -> Iterator[Tart]:
    """Read where it is not so, as in `right SI tender, the left was not` or `C5 boggy, C6 normal`."""
    shown = [found for found in seen if found.assertion in OPPOSITE]
    yield from _lessened(scene, seen)
    for chunk in scene.statement.chunks[1:]:
        told = [found for found in shown if found.parts[0].start < chunk.start]
        places, sides = scene.view.fixing(chunk), scene.view.sides(chunk)
        if not told or len(places) + len(sides) == 0 or _says_same_there(scene, chunk):
            continue
        if sides and not places and _affirms(scene, chunk, told[-1]):
            yield from _other_way(scene, chunk, told)
            continue
        verdict = _behind_side(scene, chunk) or chunk
        tag = scene.statement.asks and verdict == scene.statement.chunks[-1] and verdict != chunk
        if tag or not _says_only_health(scene, verdict):
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
                other = found._replace(assertion=OPPOSITE[found.assertion])
                yield _at(scene, other, region, sides[0].value if sides else None, (chunk,))


def _at(scene: Scene, found: Found, region: Region | None, side: Laterality | None, parts: tuple[Item, ...]) -> Tart:
    """Return what is found at a further place, which some words name."""
    return Tart(
        component=found.component,
        region=region,
        laterality=side,
        assertion=found.assertion,
        read_by=rule_of("tart", *found.parts),
        evidence=scene.quote(*parts),
    )


def _affirms(scene: Scene, chunk: Chunk, found: Found) -> bool:
    """Tell whether a part says that the other side is or does what one is not: `the right isn't gliding, the left is`.

    So is what is denied of one side there on the other, as in `the left facet is not tender, the right is`.
    """
    rest = [word for word in scene.rest_of(chunk) if word[0].isalnum()]
    denies = any(map(is_not, scene.words(scene.chunk(found.parts[0]))))
    held = (found.component, found.assertion) == ("restriction", "present")
    told = held or found.assertion == "absent"
    return told and denies and rest[-1:] != [] and rest[-1] in _DOING and _LIGHT.issuperset(rest[:-1])


def _other_way(scene: Scene, chunk: Chunk, told: list[Found]) -> Iterator[Tart]:
    """Yield that the side of a part has the contrary of what was last found on the other."""
    last = scene.chunk(told[-1].parts[0])
    for found in (one for one in told if scene.chunk(one.parts[0]) == last):
        other = found._replace(assertion=OPPOSITE[found.assertion])
        for region, _ in where(scene, found):
            yield _at(scene, other, region, scene.view.sides(chunk)[0].value, (chunk,))


def _lessened(scene: Scene, seen: list[Found]) -> Iterator[Tart]:
    """Read to which side a motion goes less far, as in `rotation full right, reduced left`."""
    for chunk in scene.statement.chunks[1:] if scene.says("limited") else ():
        sides = scene.view.sides(chunk)
        free = [found for found in seen if found.component == "restriction" and found.assertion == "absent"]
        free = [found for found in free if found.parts[0].start < chunk.start]
        rest = {word for word in scene.rest_of(chunk) if word[0].isalnum()} - _TOWARD
        if not free or len(sides) != 1 or not rest or not rest <= words("limited"):
            continue
        for region, _ in where(scene, free[-1]):
            yield _at(scene, free[-1]._replace(assertion="present"), region, sides[0].value, (chunk,))


def _meant(scene: Scene, verdict: Chunk, told: list[Found]) -> list[Found]:
    """Return those findings that a verdict without a place is about: those of the place that was told of last.

    What is soft is so of the tissues alone.
    """
    last = {region for region, _ in where(scene, told[-1])}
    told = [found for found in told if not last.isdisjoint(region for region, _ in where(scene, found))]
    of_tissue = [found for found in told if found.component == "tissue_texture"]
    soft = not words("soft").isdisjoint(scene.words(verdict))
    return of_tissue or told if soft else told


def _behind_side(scene: Scene, chunk: Chunk) -> Chunk | None:
    """Return the part that says of a mere side before it how it is there, as in `on the left, it doesn't`."""
    if scene.statement.turn < 0 or not scene.view.sides(chunk):
        return None
    if any(word[0].isalnum() and word not in _LIGHT for word in scene.rest_of(chunk)):
        return None
    return next((part for part in scene.statement.chunks if part.start >= chunk.end), None)


def _says_it_is_not(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part only rejects a place as the matter, as in `Hips roll fine, it's not the hip`."""
    places = scene.view.fixing(chunk)
    denied = (at for at in range(*chunk) if scene.view.norms[at] in words("contrary_denials"))
    return bool(places) and next(denied, chunk.end) < places[0].start


def _says_only_health(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part says of its place or side only that it is well, or is not so."""
    rest = [word for word in scene.rest_of(chunk, *scene.view.places(chunk)) if word[0].isalnum()]
    well = words("contrary") | _NONE
    light = well | _IT | words("linking") | words("place_nouns") | words("light_subjects") | {"the", "and", "or", "but"}
    return not well.isdisjoint(rest) and light.issuperset(rest)


def _excepted(scene: Scene, last: list[Found]) -> Iterator[Tart]:
    """Read what is excepted from the last finding, as in `no tenderness except at L4`.

    A question excepts nothing: `Outside of the knee, tender?` asks of a side of it.
    """
    for found in [] if scene.statement.asks else last:
        part, other = exception_to(scene, found.parts[0]), OPPOSITE.get(found.assertion)
        if part is not None and other is not None:
            yield from placed(scene, Found(found.component, other, (part,)))


@cache
def _light() -> frozenset[str]:
    return words("echoing") | words("echoing_not") | words("echo_fillers")


@cache
def _echoes() -> frozenset[str]:
    return words("echoing") | words("echoing_not") | {first for first, _ in _PAIRS} | {first for first, *_ in _DOES}


@lru_cache(maxsize=1)
def may_echo(view: View) -> frozenset[int]:
    """Return where the short statements start that name a side or place, and may say that it is the same there."""
    echoing = saying(view, _echoes()) & (siding(view) | placing(view) | saying(view, words("side_pointers")))
    short = (one for one in statements_at(view, echoing) if one.end - one.start <= _LONGEST)
    return frozenset(one.start for one in short if not one.asks and one.turn >= 0 and _only_echoes(view, one))


def _only_echoes(view: View, statement: Statement) -> bool:
    """Tell whether a statement says no more than that it is the same at what it names, or is not so."""
    rest = words_beside(view, statement, (*view.places(statement), *view.sides(statement)))
    return _light().issuperset(word for word in rest if word[0].isalnum())


def echoed(scene: Scene, findings: Callable[[Scene], Iterable[Found]]) -> Iterator[Tart]:
    """Read a spoken statement that only names a side or place, and says that what was just found holds there or not.

    Args:
        scene: The statement.
        findings: Reads what the statement before it found.
    """
    if scene.statement.start not in may_echo(scene.view) and not _clears_side(scene):
        return
    told = (hit for table in _TOLD.intersection(scene.named) for hit in scene.named[table] if not _is_of_health(hit))
    if any(told) or (same := _says_same(scene)) is None:
        return
    statement, before = scene.statement, scene_before(scene)
    if before is None or before.statement.turn != statement.turn or not before.may_examine:
        return
    well = scene.says("contrary") and not scene.says("contrary_denials")
    for found in findings(before):
        if well and (found.assertion != "present" or not _is_opposite(scene, before, found)):
            continue
        if found.assertion == "absent" and "nothing" in scene.said and found.component != "restriction":
            continue
        if found.assertion in {"present", "absent"}:
            assertion: Assertion = found.assertion if same else _denied_there(scene, before, found)
            for region, side in _places(scene, before, found):
                yield Tart(
                    component=found.component,
                    region=region,
                    laterality=side,
                    assertion=assertion,
                    read_by=found.rule or rule_of("tart", *found.parts),
                    evidence=scene.quote(Chunk(statement.start, statement.end - 1)),
                )


def _is_of_health(hit: Hit) -> bool:
    """Tell whether a term only says that something is well."""
    return hit.term.role in {"value", "normal"} or hit.term.value == "unremarkable"


@lru_cache(maxsize=1)
def may_clear(view: View) -> frozenset[int]:
    """Return where the short statements of a note start that name one side and no place, and may call it well."""
    if not writing(view):
        return frozenset()
    sided = writing(view) & saying(view, words("contrary")) & siding(view)
    short = (one for one in statements_at(view, sided - placing(view)) if one.end - one.start <= _LONGEST)
    return frozenset(one.start for one in short if not one.asks and len(view.sides(one)) == 1)


def _clears_side(scene: Scene) -> bool:
    """Tell whether an examination of a note names a side alone and calls it well, as in `Right side WNL.`."""
    return scene.statement.start in may_clear(scene.view) and scene.stance == "exam"


def _denied_there(scene: Scene, before: Scene, found: Found) -> Assertion:
    """Return what a denial makes of a finding: what moves on the left, and on the right does not, is restricted."""
    denied = "nor" in before.said or denies(before.said)
    contrary = scene.says("contrary_denials") or "nothing" in scene.said
    turned = found.assertion == "absent" and not denied and contrary
    return "present" if turned and "either" not in scene.said else "absent"


def _says_same(scene: Scene) -> bool | None:
    """Tell whether a statement only says that it is the same elsewhere, or is not so; None where it says more."""
    places, sides = scene.view.places(scene.statement), scene.view.sides(scene.statement)
    pointed = meant_side(scene, Chunk(scene.statement.start, scene.statement.end))
    if not places and not sides and pointed is None:
        return None
    rest = scene.rest_of(scene.statement, *places)
    said = {word for word in rest if word[0].isalnum()}
    if scene.statement.turn < 0 and said <= words("contrary") | words("side_fillers"):
        return False
    if not _light().issuperset(said):
        return None
    if not words("echoing").isdisjoint(said) or not _PAIRS.isdisjoint(pairwise(rest)):
        return True
    if not words("echoing_not").isdisjoint(said):
        return False
    other = not {"other", "opposite"}.isdisjoint(rest) or bool(sides)
    told = [word for word in rest if word not in _SHOWING]
    return False if other and told[-2:] in _DOES else None


def _places(scene: Scene, before: Scene, found: Found) -> Iterator[tuple[Region | None, Laterality | None]]:
    """Yield the regions that are named, or else those of the finding before, with their side."""
    sides = scene.view.sides(scene.statement)
    side = sides[-1].value if sides else meant_side(scene, Chunk(scene.statement.start, scene.statement.end))
    was = dict(where(before, found))
    for region in dict.fromkeys([place.region for place in scene.view.fixing(scene.statement)] or was):
        yield region, side or was.get(region)


def _is_opposite(scene: Scene, before: Scene, found: Found) -> bool:
    """Tell whether a side that is well is the other one than that of the finding: `Left SI's stuck. Right's fine.`."""
    was = {side for _, side in where(before, found)}
    return any(side is not None and OTHER_SIDE.get(side) in was for _, side in _places(scene, before, found))


def scene_before(scene: Scene) -> Scene | None:
    """Return the scene of the statement before that of a scene."""
    known = scenes(scene.view)
    at = bisect_left(known, scene.statement.start, key=attrgetter("statement.start"))
    return known[at - 1] if at else None
