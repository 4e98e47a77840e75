"""Joints that are named by their two parts: `the occiput on the atlas`, `L5 on the sacrum`."""

from scribe.extraction.lexicon.view.places import Place

_RESTING = {
    ("occiput", "C1"): ("OA",),
    ("occiput", "atlas"): ("OA",),
    ("C1", "axis"): ("C1", "C2"),
    ("L5", "sacrum"): ("L5",),
    ("L5", "sacral_base"): ("L5",),
}
"""Parts that rest on each other, with the segments of their joint."""


def as_joints(norms: list[str], places: list[Place]) -> list[Place]:
    """Join a part to the one below that it stands on.

    Args:
        norms: The words of a document.
        places: Its places in order.
    """
    if "on" not in norms and "upon" not in norms:
        return places
    joints: list[Place] = []
    for place in places:
        upper = joints[-1] if joints else None
        pair = None if upper is None else _RESTING.get((_part(upper), _part(place)))
        between = [] if upper is None else [word for word in norms[upper.end : place.start] if word != "the"]
        if upper is not None and pair is not None and between in (["on"], ["upon"]):
            joints[-1] = upper._replace(end=place.end, segments=pair)
        else:
            joints.append(place)
    return joints


def _part(place: Place) -> str:
    return place.segments[-1] if place.segments else place.structure
