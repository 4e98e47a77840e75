"""The level of a study's finding: a nerve root is named by its own number, and lies at a joint above it."""

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.schema import Region

_ROOTS = frozenset({"root", "roots", "nerve", "nerves"})
_RUNNING = frozenset({"traversing", "exiting", "descending"})


def joint_region(scene: Scene, place: Place | None) -> Region | None:
    """Return the region of the joint where a sacral root is touched, as in `at L5-S1, on the traversing S1 root`.

    Args:
        scene: The statement.
        place: The level that a finding is attached to; None is returned where it names no sacral root.
    """
    if place is None or place.region != "sacral" or not _names_root(scene, place):
        return None
    joints = [one for one in scene.view.fixing(scene.statement) if one.segments and not _names_root(scene, one)]
    return nearest(joints, place).region if joints else "lumbar"


def _names_root(scene: Scene, place: Place) -> bool:
    norms = scene.view.norms
    beside = {*norms[max(0, place.start - 1) : place.start], *norms[place.end : place.end + 1]}
    return not beside.isdisjoint(_ROOTS | _RUNNING)
