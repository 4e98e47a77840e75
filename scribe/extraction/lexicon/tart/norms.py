"""How far the parts of a healthy spine go, in degrees, where a note gives a bare number."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Region

_WAYS = {
    **dict.fromkeys(("flex", "flexion"), "flexion"),
    **dict.fromkeys(("ext", "extension"), "extension"),
    **dict.fromkeys(("rot", "rotation"), "rotation"),
}
_NORMS: dict[tuple[Region | None, str], int] = {
    ("cervical", "flexion"): 45,
    ("cervical", "extension"): 55,
    ("cervical", "rotation"): 75,
    ("lumbar", "flexion"): 60,
    ("lumbar", "extension"): 25,
}
"""The least that is normal."""


def reaches_norm(scene: Scene, motion: Hit, number: Item) -> bool:
    """Tell whether a bare number of degrees is all that a motion of its region should reach.

    Args:
        scene: The statement.
        motion: The motion.
        number: The words that say how far it goes; one with a whole behind it is judged by that.
    """
    degrees = scene.view.norms[number.start]
    norm = _NORMS.get((scene.attach(motion)[0].region, _WAYS.get(motion.term.text, "")))
    bare = number.end - number.start == 1 and degrees.isdecimal()
    return scene.statement.turn < 0 and norm is not None and bare and int(degrees) >= norm
