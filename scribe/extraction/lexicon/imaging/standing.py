"""How landmarks of the pelvis stand on a film: `sacral base low R`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.imaging.plain_words import Described
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.schema import Assertion, Modality

_UNEVEN = frozenset({
    "lower", "higher", "low", "high", "unlevel", "unleveled", "unlevelled", "uneven", "tilted", "tilt", "inferior",
    "superior", "oblique", "obliquity", "unleveling", "unlevelling",
})  # fmt: skip
"""How a landmark stands that should be level with the other."""
_LEVEL = frozenset({"level", "even", "equal", "symmetric", "symmetrical"})
_GIRDLE = frozenset({"pelvic", "sacral", "lower_extremity"})
_FAR = 8


def standing(scene: Scene, modality: Modality | None) -> Iterator[Described]:
    """Read how a landmark of the pelvis stands.

    Args:
        scene: The statement.
        modality: The study that is spoken of; aloud, only films tell how a pelvis stands: `The pelvis is level.`.
    """
    if scene.statement.turn < 0 or modality == "xray":
        yield from _unlevel(scene)


def _unlevel(scene: Scene) -> Iterator[Described]:
    for chunk in scene.statement.chunks if not scene.said.isdisjoint(_UNEVEN | _LEVEL) else ():
        told = next((at for at in range(*chunk) if scene.view.norms[at] in _UNEVEN | _LEVEL), None)
        marks = [place for place in scene.view.fixing(chunk) if place.region in _GIRDLE and _is_landmark(scene, place)]
        if told is None or not marks or scene.terms("imaging", "finding", part=chunk):
            continue
        said = Chunk(told, told + 1)
        mark = nearest(marks, said)
        if abs(mark.start - told) <= _FAR:
            assertion: Assertion = "absent" if scene.view.norms[told] in _LEVEL else scene.assertion(said)
            yield Described("malalignment", assertion, Chunk(*mark[:2]), said)


def _is_landmark(scene: Scene, place: Place) -> bool:
    """Tell whether a place is one whose two ends a film measures: a base, a crest, a femoral head."""
    return not {"base", "crest", "crests", "heads", "head", "pelvis"}.isdisjoint(scene.words(place))
