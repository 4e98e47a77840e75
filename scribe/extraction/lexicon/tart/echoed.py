"""What the next words of an examiner say of another side or level: `The right one isn't.`, `So is T5.`."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from operator import attrgetter

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.pointed_sides import meant_side
from scribe.extraction.lexicon.context.scene import Scene, scenes
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.placing import where
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, Region, Tart

_LONGEST = 12
_PAIRS = frozenset({("so", "is"), ("so", "does"), ("so", "are"), ("so", "was"), ("so", "do"), ("as", "well")})
_TOLD = frozenset({"tart", "neuro", "conditions", "lesions", "imaging"})


def echoed(scene: Scene, findings: Callable[[Scene], Iterable[Found]]) -> Iterator[Tart]:
    """Read a spoken statement that only names a side or place, and says that what was just found holds there or not.

    Args:
        scene: The statement.
        findings: Reads what the statement before it found.
    """
    statement = scene.statement
    if statement.asks or statement.end - statement.start > _LONGEST or not (statement.turn >= 0 or _clears_side(scene)):
        return
    told = (hit for table in _TOLD.intersection(scene.named) for hit in scene.named[table] if not _is_of_health(hit))
    if any(told) or (same := _says_same(scene)) is None:
        return
    before = _scene_before(scene)
    if before is None or before.statement.turn != statement.turn or not before.may_examine:
        return
    well = scene.says("contrary") and not scene.says("contrary_denials")
    for found in findings(before):
        if well and (found.assertion != "present" or not _is_opposite(scene, before, found)):
            continue
        if found.assertion == "absent" and "nothing" in scene.said and found.component != "restriction":
            continue
        if found.assertion in {"present", "absent"}:
            assertion: Assertion = found.assertion if same else _contrary(scene, before, found)
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


def _clears_side(scene: Scene) -> bool:
    """Tell whether an examination of a note names a side alone and calls it well, as in `Right side WNL.`."""
    statement = scene.statement
    examined = scene.stance == "exam" and scene.says("contrary") and not scene.view.places(statement)
    return examined and len(scene.view.sides(statement)) == 1


def _contrary(scene: Scene, before: Scene, found: Found) -> Assertion:
    """Return what a denial makes of a finding: what moves on the left, and on the right does not, is restricted."""
    denied = any(word in words("denials") or word in {"not", "nor"} or word.endswith("n't") for word in before.said)
    denies = scene.says("contrary_denials") or "nothing" in scene.said
    turned = found.assertion == "absent" and not denied and denies
    return "present" if turned and "either" not in scene.said else "absent"


def _says_same(scene: Scene) -> bool | None:
    """Tell whether a statement only says that it is the same elsewhere, or is not so; None where it says more."""
    items: list[Item] = [*scene.view.places(scene.statement), *scene.view.sides(scene.statement)]
    pointed = meant_side(scene, Chunk(scene.statement.start, scene.statement.end))
    if not items and pointed is None:
        return None
    named = {at for item in items for at in range(item.start, item.end)}
    rest = [scene.view.norms[at] for at in range(scene.statement.start, scene.statement.end) if at not in named]
    said = {word for word in rest if word[0].isalnum()}
    if scene.statement.turn < 0 and said <= words("contrary") | words("side_fillers"):
        return False
    if not (words("echoing") | words("echoing_not") | words("echo_fillers")).issuperset(said):
        return None
    if not words("echoing").isdisjoint(said) or not _PAIRS.isdisjoint(pairwise(rest)):
        return True
    if not words("echoing_not").isdisjoint(said):
        return False
    other = not {"other", "opposite"}.isdisjoint(rest) or bool(scene.view.sides(scene.statement))
    return False if other and rest[-2:] in (["does", "."], ["do", "."], ["does"]) else None


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
    return any(side is not None and OPPOSITE.get(side) in was for _, side in _places(scene, before, found))


def _scene_before(scene: Scene) -> Scene | None:
    known = scenes(scene.view)
    at = bisect_left(known, scene.statement.start, key=attrgetter("statement.start"))
    return known[at - 1] if at else None
