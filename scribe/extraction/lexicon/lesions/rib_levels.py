"""Vertebrae that only say which joint of a rib is meant: `left costovertebral joint dysfunction at T6`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.letters import SEPARATORS
from scribe.extraction.lexicon.view.places import Place

_WIDEST = 5


def without_rib_levels(scene: Scene, places: list[Place]) -> list[Place]:
    """Return the places of a lesion without the vertebrae that its rib joints lie at.

    Args:
        scene: The statement.
        places: The places, in order.
    """
    joints = [place for place in places if place.structure == "costovertebral"]
    return [place for place in places if not any(_lies_at(scene, joint, place) for joint in joints)]


def _lies_at(scene: Scene, joint: Place, place: Place) -> bool:
    """Tell whether a joint of a rib stands beside a vertebra, with no mark of a list between them."""
    first, second = sorted((joint, place))
    between = scene.view.norms[first.end : second.start]
    beside = len(between) <= _WIDEST and SEPARATORS.isdisjoint(between)
    return beside and place.structure == "vertebra" and place.region == "thoracic"
