"""How landmarks of the pelvis stand on a film, and discs that keep their height: `sacral base low R`."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.imaging.called_well import HEIGHTS, KEPT
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
_OTHERS = frozenset({"others", "other", "remaining", "rest", "elsewhere", "remainder"})
_FAR = 8


def standing(scene: Scene, modality: Modality | None) -> Iterator[Described]:
    """Read how a landmark of the pelvis stands, or that a disc in a report keeps its height.

    Args:
        scene: The statement.
        modality: The study that is spoken of; aloud, only films tell how a pelvis stands: `The pelvis is level.`.
    """
    written = scene.statement.turn < 0
    if written or modality == "xray":
        yield from _unlevel(scene)
    if written and not scene.said.isdisjoint(KEPT):
        yield from _kept(scene)


def _unlevel(scene: Scene) -> Iterator[Described]:
    for chunk in scene.statement.chunks if not scene.said.isdisjoint(_UNEVEN | _LEVEL) else ():
        told = next((at for at in range(*chunk) if _tells_height(scene, at)), None)
        marks = [place for place in scene.view.fixing(chunk) if place.region in _GIRDLE and _is_landmark(scene, place)]
        if told is None or not marks or scene.terms("imaging", "finding", part=chunk):
            continue
        said = Chunk(told, told + 1)
        mark = nearest(marks, said)
        if abs(mark.start - told) <= _FAR:
            assertion: Assertion = "absent" if scene.view.norms[told] in _LEVEL else scene.assertion(said)
            yield Described("malalignment", assertion, Chunk(*mark[:2]), said)


def _tells_height(scene: Scene, at: int) -> bool:
    """Tell whether a word says how a landmark stands, unlike in `films of the low back and pelvis`."""
    return scene.view.norms[at] in _UNEVEN | _LEVEL and scene.view.norms[at + 1 : at + 2] != ["back"]


def _is_landmark(scene: Scene, place: Place) -> bool:
    """Tell whether a place is one whose two ends a film measures: a base, a crest, a femoral head."""
    return not {"base", "crest", "crests", "heads", "head", "pelvis", "sacrum"}.isdisjoint(scene.words(place))


def _kept(scene: Scene) -> Iterator[Described]:
    """Read a further level of a line on discs that is kept, as in `L4-5 narrowed, L5-S1 well maintained`."""
    for before, chunk in pairwise(scene.statement.chunks):
        said = set(scene.words(chunk))
        if said.isdisjoint(KEPT) or scene.terms("imaging", "finding", part=chunk):
            continue
        joints = any(len(place.segments) > 1 for place in scene.view.fixing(chunk)) or not said.isdisjoint(_OTHERS)
        if joints and not HEIGHTS.isdisjoint(scene.words(before)):
            yield Described("disc_degeneration", "absent", chunk, chunk)
