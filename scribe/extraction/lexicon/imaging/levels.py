"""The level of a study's finding: a nerve root is named by its own number, and lies at a joint above it."""

from scribe.extraction.lexicon.context.attachment import REGION_LETTERS, nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Region

_AHEAD = 120
_BACK = 400
_ABOVE = 12
_AXIAL: frozenset[Region | None] = frozenset({"head", "cervical", "thoracic", "lumbar", "sacral", "pelvic"})
_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})
_HELD = frozenset({"tilt", "carriage", "posture", "position", "translation"})
_ROOTS = frozenset({"root", "roots", "nerve", "nerves"})
_BESIDE = frozenset({"behind", "on", "over", "above", "onto", "against"})
_RUNNING = frozenset({"traversing", "exiting", "descending"})


def joint_region(scene: Scene, place: Place | None) -> Region | None:
    """Return the region of the joint where a sacral root is touched, as in `at L5-S1, on the traversing S1 root`.

    Args:
        scene: The statement.
        place: The level that a finding is attached to; None is returned where it names no sacral root.
    """
    if place is None or place.region != "sacral" or not (names_root(scene, place) or _is_landmark(scene, place)):
        return None
    here = scene.view.fixing(scene.statement)
    joints = [one for one in here if one.segments and one != place and not names_root(scene, one)]
    return nearest(joints, place).region if joints else "lumbar"


def _is_landmark(scene: Scene, place: Place) -> bool:
    """Tell whether the sacrum only says where something lies, as in `a piece has gone down behind the sacrum`.

    So does the first sacral vertebra where the fifth lumbar one lies on it.
    """
    before = scene.view.norms[max(0, place.start - 2) : place.start]
    if place.structure == "sacrum":
        return not _BESIDE.isdisjoint(before)
    above = scene.view.fixing(Chunk(max(0, place.start - _ABOVE), place.start))
    lumbar = any(one.region == "lumbar" for one in above)
    return lumbar and place.segments == ("S1",) and not (_BESIDE | {"of"}).isdisjoint(before)


def names_root(scene: Scene, place: Place) -> bool:
    """Tell whether a level is the name of a nerve root, as in `the S1 nerve`."""
    norms = scene.view.norms
    beside = {*norms[max(0, place.start - 1) : place.start], *norms[place.end : place.end + 1]}
    return not beside.isdisjoint(_ROOTS | _RUNNING)


def lettered(scene: Scene, study: Hit) -> Region | None:
    """Return the region whose letter stands behind a study, as in `MRI L 3/2: ...`."""
    letter = REGION_LETTERS.get(scene.view.norms[study.end]) if study.end < len(scene.view.norms) else None
    sides_place = any(place.start == study.end + 1 for place in scene.view.fixing(Chunk(study.end, study.end + 2)))
    return letter[0] if letter and scene.view.is_capital(study.end) and not sides_place else None


def region_ahead(scene: Scene) -> Region | None:
    """Return the region of the spine that a talk about pictures comes to in the same turn."""
    if scene.statement.turn < 0:
        return None
    end = scene.view.tokens.between(scene.view.document.turns[scene.statement.turn].span).stop
    ahead = Chunk(scene.statement.start, min(end, scene.statement.start + _AHEAD))
    places = (place for place in scene.view.fixing(ahead) if joint_region(scene, place) is None)
    regions = {place.region for place in places}
    # A limb that is spoken of beside the pictures is where it hurts.
    return regions.pop() if len(regions) == 1 and regions <= _AXIAL else None


def region_before(scene: Scene) -> Region | None:
    """Return the one region of the spine that was spoken of before pictures whose part nobody names."""
    if scene.statement.turn < 0:
        return None
    start = scene.statement.start
    before = {place.region for place in scene.view.fixing(Chunk(max(0, start - _BACK), start))} & _SPINE
    return before.pop() if len(before) == 1 else None


def is_of_posture(scene: Scene, end: int) -> bool:
    """Tell whether words such as `head` only say how somebody holds himself, as in `a right head tilt`."""
    return not _HELD.isdisjoint(scene.view.norms[end : end + 1])
