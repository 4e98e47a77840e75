"""Roots and sides of neurological findings."""

from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.pointed_sides import pointed_side
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_compared, trailing_side
from scribe.extraction.lexicon.neuro.found import Found
from scribe.extraction.lexicon.neuro.values import BESIDE
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.schema import Laterality

_ROOTED = frozenset(
    {
        "root",
        "roots",
        "dermatome",
        "dermatomes",
        "distribution",
        "dermatomal",
        "myotome",
        "myotomes",
        "derm",
        "derms",
        "dermatomally",
        "myo",
        "myos",
        "radicular",
        "nerve",
        "pattern",
    }
)
_COUNTS = (("C", 8), ("T", 12), ("L", 5), ("S", 5))
_ROOTS = tuple(f"{letter}{at}" for letter, count in _COUNTS for at in range(1, count + 1))
_PAIR = 2
_GAIT = 6
_STRIPS = frozenset({"strip", "stripe", "zone", "territory", "patch", "area", "skin", "band"})
"""What a root is said to have on the skin."""
_BOTH_OF_THEM = frozenset({"both", "of", "them", "on", "sides", "the", "in", "legs", "knees", "ankles", "arms"})
_AT = frozenset({"at", "on", "in"})
_AIDS = frozenset({
    "cane", "stick", "crutch", "crutches", "walker", "frame", "arm", "rail", "turn", "turns", "turning",
    "hand",
})  # fmt: skip
"""What is held or done on a side by somebody who walks."""
PAIRED = frozenset({"reflex_deficit", "motor_deficit"})
"""What the words of a reflex may name: `triceps` is one, and a muscle."""


def roots_of(scene: Scene, chunk: Chunk, found: Found) -> tuple[str, ...]:
    """Return the roots that a finding is told of."""
    places = [place for place in scene.view.places(chunk) if place.structure == "vertebra"]
    if not places and (added := _named_root(scene, chunk) or _bracketed_root(scene, chunk, found)) is not None:
        return added
    felt = found.kind == "sensory_deficit" and found.assertion == "present"
    felt = felt or _is_of_one_root(found, places) or _is_of_many_roots(scene, chunk, found, places)
    if not places or not (felt or _ROOTED.intersection(scene.words(chunk)) or scene.stance != "exam"):
        return ()
    if found.kind == "motor_deficit" and found.assertion == "absent" and _is_of_limb(places):
        return ()
    named = (segment for place in places for segment in _spanned(place.segments) if segment[0] in "CLST")
    return tuple(dict.fromkeys(named))


def _spanned(segments: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roots from one region to the next, which a span such as `C5-T1` leaves out."""
    if len(segments) != _PAIR or segments[0][0] == segments[1][0] or not set(segments) <= set(_ROOTS):
        return segments
    first, last = _ROOTS.index(segments[0]), _ROOTS.index(segments[1])
    return _ROOTS[first : last + 1] if first < last else segments


def _is_of_limb(places: list[Place]) -> bool:
    """Tell whether a span of roots is that of a whole limb, which only says that all of it is strong: `5/5 C5-T1`."""
    return any(len(_spanned(place.segments)) > _PAIR and len(place.segments) == _PAIR for place in places)


def _is_of_many_roots(scene: Scene, chunk: Chunk, found: Found, places: list[Place]) -> bool:
    """Tell whether a function is intact in a span of roots, as in `sensation intact L2-S1`."""
    spans = [place for place in places if len(_spanned(place.segments)) > _PAIR]
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
    places = [place for place in scene.view.places(later) if place.structure == "vertebra"]
    behind = [word for word in scene.view.norms[places[0].end : later.end] if word not in _STRIPS] if places else []
    alone = len(places) == 1 and len(behind) <= 1 and places[0].start - later.start <= BESIDE
    closed = not any(word[0].isalnum() for word in behind)
    bare = alone and closed and places[0].start == later.start
    return places[0].segments if alone and (names or bare) else None


def _bracketed_root(scene: Scene, chunk: Chunk, found: Found) -> tuple[str, ...] | None:
    """Return the root that stands in brackets behind where something is felt: `dull over the lateral foot (S1)`."""
    later = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    if later is None or found.kind != "sensory_deficit" or scene.view.norms[later.start - 1] != "(":
        return None
    places = [place for place in scene.view.places(later) if place.structure == "vertebra"]
    said = {at for place in places for at in range(place.start, place.end)}
    alone = all(at in said or not scene.view.norms[at][0].isalnum() for at in range(*later))
    return places[0].segments if len(places) == 1 and alone else None


def _own(scene: Scene, sides: list[Side], part: Item) -> Laterality:
    """Return the side nearest to a part, or the opposite of what it is compared with: `weaker than on the right`."""
    if any(_is_graded(scene, one, other) for one, other in pairwise(sides)):
        return "bilateral"
    own = [side for side in sides if not is_compared(scene.view, side)]
    after = (side for side in own if side.start == part.end and scene.view.norms[side.start] == "on")
    side = (next(after, None) or nearest(own or sides, part)).value
    opposed = not own and "than" in scene.words(scene.chunk(part))[1:]
    return OPPOSITE.get(side, side) if opposed else side


def _is_graded(scene: Scene, one: Side, other: Side) -> bool:
    """Tell whether both sides are named, and the more affected one first, as in `thigh pain R > L`."""
    between = set(scene.view.norms[one.end : other.start])
    return one.value != other.value and not between.isdisjoint({">", "<"}) and between <= {">", "<", "="}


def side_of(scene: Scene, found: Found) -> Laterality | None:
    """Return the side of a finding: of its answer, of its own words, or of what speech points back to."""
    if found.kind == "gait":
        return _side_of_gait(scene, found)
    if found.kind == "bowel_bladder":
        return None
    if found.laterality is not None:
        return found.laterality
    for part in found.parts:
        if scene.statement.start <= part.start < scene.statement.end and (sides := scene.view.sides(scene.chunk(part))):
            return _own(scene, sides, part)
    first = scene.chunk(found.parts[0])
    trailing = trailing_side(scene.view, scene.statement, first) or _side_of_ankle(scene, found, first)
    trailing = trailing or _both_after(scene, found)
    if found.assertion == "absent":
        return trailing if trailing == "bilateral" else None
    return trailing or (pointed_side(scene, first) if found.assertion != "hypothetical" else None)


def _both_after(scene: Scene, found: Found) -> Laterality | None:
    """Return both sides where a later part says no more than that: `Knee jerks, those are brisk, both of them`."""
    parts = (part for part in scene.statement.chunks if part.start >= found.parts[-1].end and scene.statement.turn >= 0)
    said = (frozenset(word for word in scene.words(part) if word[0].isalnum()) for part in parts)
    return "bilateral" if any("both" in one and one <= _BOTH_OF_THEM for one in said) else None


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
    sides = [side for side in scene.view.sides(near) if side.value in OPPOSITE]
    aided = not _AIDS.isdisjoint(scene.words(chunk))
    return nearest(sides, found.parts[0]).value if sides and not aided else None
