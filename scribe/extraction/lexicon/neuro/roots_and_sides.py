"""Roots and sides of neurological findings, of the words around them."""

from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.pointed_sides import pointed_side
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_compared, trailing_side
from scribe.extraction.lexicon.neuro.finding_kinds import PAIRED, Found
from scribe.extraction.lexicon.neuro.roots_named_next import (
    bracketed_root,
    called_root,
    is_of_limb,
    levels_in,
    listed_behind,
    root_named_next,
    spanned,
)
from scribe.extraction.lexicon.neuro.values import BESIDE, is_grade
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_ROOTED = frozenset({
    "root", "roots", "dermatome", "dermatomes", "distribution", "dermatomal", "myotome", "myotomes", "derm", "derms",
    "dermatomally", "myo", "myos", "radicular", "nerve", "pattern",
})  # fmt: skip
"""Words by which a level beside a finding is that of its root."""
_PAIR = 2
_GAIT = 6
_STRIPS = frozenset({"strip", "stripe", "zone", "territory", "patch", "area", "skin", "band"})
"""What a root is said to have on the skin."""
_MEASURING = frozenset({"than", "with"})
_FAVOURING = frozenset({
    "favoring", "favouring", "favors", "favours", "sparing", "on", "off", "short", "shortened", "shorter", "decreased",
    "reduced", "less", "limited",
})  # fmt: skip
"""Words with which a later part says which leg a walk favours."""
_BOTH_OF_THEM = frozenset({
    "both", "of", "them", "em", "left", "right", "either", "or", "nor", "and", "one", "same", "side", "on", "sides",
    "the", "in", "legs", "knees", "ankles", "arms",
})  # fmt: skip
_AT = frozenset({"at", "on", "in"})
_WHERE = frozenset({"of", "over", "down", "along", "into", "across", "to", "throughout", "about"})
_SMALL = frozenset({"the", "his", "her", "their", "my", "a", "whole", "entire", "of", "all"})
"""Words between where something is and its side."""
_AIDS = frozenset({
    "cane", "stick", "crutch", "crutches", "walker", "frame", "arm", "rail", "turn", "turns", "turning",
    "hand",
})  # fmt: skip
"""What is held or done on a side by somebody who walks."""


def roots_of(scene: Scene, chunk: Chunk, found: Found) -> tuple[str, ...]:
    """Return the roots that a finding is told of."""
    places = levels_in(scene.view, chunk)
    if not places:
        own = _named_root(scene, chunk) or bracketed_root(scene, chunk, found) or called_root(scene, chunk, found)
        return own or root_named_next(scene, found)
    felt = found.kind == "sensory_deficit" and found.assertion == "present"
    felt = felt or _is_of_one_root(found, places) or _is_of_many_roots(scene, chunk, found, places)
    if not (felt or _ROOTED.intersection(scene.words(chunk)) or scene.stance != "exam"):
        return ()
    if found.kind == "motor_deficit" and found.assertion == "absent" and is_of_limb(places):
        return ()
    further = (place for part in listed_behind(scene, chunk) for place in levels_in(scene.view, part))
    named = (one for place in (*places, *further) for one in spanned(place.segments) if one[0] in "CLST")
    return tuple(dict.fromkeys(named))


def _is_of_many_roots(scene: Scene, chunk: Chunk, found: Found, places: list[Place]) -> bool:
    """Tell whether a function is intact in a span of roots, as in `sensation intact L2-S1`."""
    spans = [place for place in places if len(spanned(place.segments)) > _PAIR]
    of_roots = found.kind == "sensory_deficit" and found.assertion == "absent"
    return of_roots and len(spans) == len(scene.view.fixing(chunk)) and not scene.terms("tart", part=chunk)


def _is_of_one_root(found: Found, places: list[Place]) -> bool:
    """Tell whether a weakness or a reflex is told of one root, as in `C7 triceps 4+/5`."""
    return found.kind in PAIRED and found.assertion == "present" and len(places) == 1 and len(places[0].segments) == 1


def _named_root(scene: Scene, chunk: Chunk) -> tuple[str, ...] | None:
    """Return the root that the next part of speech names for a finding, as in `dull over the thumb, that's C6`."""
    later = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    if scene.statement.turn < 0 or later is None:
        return None
    names = scene.view.norms[later.start] in {"that", "which", "so"}
    places = levels_in(scene.view, later)
    behind = [word for word in scene.view.norms[places[0].end : later.end] if word not in _STRIPS] if places else []
    alone = len(places) == 1 and len(behind) <= 1 and places[0].start - later.start <= BESIDE
    closed = not any(word[0].isalnum() for word in behind)
    bare = alone and closed and places[0].start == later.start
    return places[0].segments if alone and (names or bare) else None


def _own(scene: Scene, sides: list[Side], part: Item) -> Laterality:
    """Return the side nearest to a part, or the opposite of what it is compared with: `weaker than on the right`."""
    if any(_is_graded(scene, one, other) for one, other in pairwise(sides)):
        return "bilateral"
    own = [side for side in sides if not is_compared(scene.view, side)]
    side = (_behind(scene, own, part) or nearest(own or sides, part)).value
    opposed = not own and not _MEASURING.isdisjoint(scene.words(scene.chunk(part))[1:])
    return OPPOSITE.get(side, side) if opposed else side


def _behind(scene: Scene, sides: list[Side], part: Item) -> Side | None:
    """Return the side of where something is, as in `numbness of the left hand and weakness of the right foot`."""
    norms = scene.view.norms
    after = next((side for side in sides if side.start >= part.end), None)
    if after is None:
        return None
    between = norms[part.end : after.start]
    leads = norms[after.start] == "on" if not between else between[0] in _AT | _WHERE
    return after if leads and _SMALL.issuperset(between[1:]) else None


def _is_graded(scene: Scene, one: Side, other: Side) -> bool:
    """Tell whether both sides are named, and the more affected one first, as in `thigh pain R > L`."""
    between = set(scene.view.norms[one.end : other.start])
    return one.value != other.value and not between.isdisjoint({">", "<"}) and between <= {">", "<", "="}


def side_of(scene: Scene, found: Found) -> Laterality | None:
    """Return the side of a finding: of its answer, of its own words, or of what speech points back to."""
    if found.kind == "gait":
        return found.laterality if found.laterality in OPPOSITE else _side_of_gait(scene, found)
    if found.kind == "bowel_bladder":
        return None
    if found.laterality is not None:
        return found.laterality
    for part in found.parts:
        if scene.statement.start <= part.start < scene.statement.end and (sides := _of_limbs(scene, part)):
            return _own(scene, sides, part)
    first = scene.chunk(found.parts[0])
    trailing = _side_of_list(scene, first) or trailing_side(scene.view, scene.statement, first)
    trailing = trailing or _side_of_ankle(scene, found, first) or _both_after(scene, found)
    if found.assertion == "absent":
        return trailing if trailing == "bilateral" else None
    return trailing or (pointed_side(scene, first) if found.assertion != "hypothetical" else None)


def _of_limbs(scene: Scene, part: Item) -> list[Side]:
    """Return the sides beside a part; the midline, as of `midline tenderness`, is that of no nerve."""
    sides = [side for side in scene.view.sides(scene.chunk(part)) if side.value != "midline"]
    return [side for side in sides if not _is_of_next_grade(scene, part, side)]


def _side_of_list(scene: Scene, chunk: Chunk) -> Laterality | None:
    """Return the side that ends a list of levels, as in `sensation decreased L5, S1 right`."""
    sides = [side for part in listed_behind(scene, chunk) for side in scene.view.sides(part)]
    return sides[-1].value if sides else None


def _is_of_next_grade(scene: Scene, part: Item, side: Side) -> bool:
    """Tell whether a further grade stands before a side, as in `strength 5/5 in the arms and 4/5 in the left foot`."""
    between = Chunk(part.end, side.start)
    graded = (hit for hit in scene.terms("neuro", "value", part=between) if is_grade(hit))
    return any(scene.view.norms[hit.start - 1] == "and" for hit in graded)


def _both_after(scene: Scene, found: Found) -> Laterality | None:
    """Return both sides where a later part says no more than that: `Knee jerks, those are brisk, both of them`."""
    parts = (part for part in scene.statement.chunks if part.start >= found.parts[-1].end)
    if scene.statement.turn < 0:
        return _both_at_end(scene, found, [*parts])
    for part in parts:
        if is_both(scene, part):
            return "bilateral"
        if found.kind == "reflex_deficit" and not words("jerks").isdisjoint(scene.words(part)):
            return None  # It is those of both sides.
    return None


def _both_at_end(scene: Scene, found: Found, parts: list[Chunk]) -> Laterality | None:
    """Return both sides where a list of reflexes ends with them: `Reflexes 2+ biceps, triceps bilaterally`."""
    for part in parts if found.kind == "reflex_deficit" else ():
        sides = scene.view.sides(part)
        rest = {word for word in scene.rest_of(part) if word[0].isalnum()}
        if not (words("jerks") | {"and", "tendon"}).issuperset(rest):
            return None
        if sides:
            return "bilateral" if {side.value for side in sides} == {"bilateral"} else None
    return None


def is_both(scene: Scene, part: Item) -> bool:
    """Tell whether a part only says that it is both sides, or neither: `both of them`, `right or left`.

    Args:
        scene: The statement.
        part: The part.
    """
    said = frozenset(word for word in scene.words(part) if word[0].isalnum())
    return ("both" in said or said >= {"left", "right"} or "either" in said) and said <= _BOTH_OF_THEM


def _side_of_ankle(scene: Scene, found: Found, first: Chunk) -> Laterality | None:
    """Return the side of the limb that a later part names: `clonus, three beats, at the right ankle`."""
    if found.kind != "upper_motor_neuron" or found.assertion != "present":
        return None
    for later in (part for part in scene.statement.chunks if part.start >= first.end):
        sides = scene.view.sides(later)
        if sides and scene.view.norms[later.start] in _AT and not scene.terms("neuro", part=later):
            return sides[0].value
    return None


def _side_of_gait(scene: Scene, found: Found) -> Laterality | None:
    """Return the side that a walk favours, as in `limping on the right`; a cane's hand is none."""
    if found.assertion != "present":
        return None
    chunk = scene.chunk(found.parts[0])
    near = Chunk(max(chunk.start, found.parts[0].start - _GAIT), min(chunk.end, found.parts[-1].end + _GAIT))
    later = [part for part in scene.statement.chunks if part.start >= chunk.end][:1]
    favoured = [part for part in later if scene.view.norms[part.start] in _FAVOURING]
    sides = [side for part in (near, *favoured) for side in scene.view.sides(part) if side.value in OPPOSITE]
    aided = not _AIDS.isdisjoint(scene.words(chunk))
    return nearest(sides, found.parts[0]).value if sides and not aided else None
