"""The fluid around nerves and the room at a level, which tell of a canal that nobody names.

`White all the way around the cord`, `at L4-5 no white`, `L2-3, plenty of room`, `a nice round circle`.
"""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.study_mentions import is_of_fluid
from scribe.extraction.lexicon.imaging.level_and_side import OUTSIDE
from scribe.extraction.lexicon.imaging.plain_words import Described
from scribe.extraction.lexicon.view.levels import NUMBERS
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import words

_NEAR = 4
_NUMBERS = NUMBERS.keys() - {"zero"}
AMPLE = frozenset({"plenty", "lots", "ample", "loads"})
"""Words for more than enough."""
OUGHT = frozenset({"should", "supposed", "meant", "ought", "oughta", "normally", "healthy"})
"""Words that say how something should be, and not how it is."""
_ROOM = frozenset({"room", "space"})
_SHAPES = frozenset({"circle", "oval", "triangle"})
_FAIR = frozenset({"nice", "good", "big", "wide", "round", "enough", "beautiful", "lovely", "perfect", "lot", "full"})
"""What is said of a shape or of room where there is enough."""
_LACKING = frozenset({"no", "hardly", "barely", "little", "without", "not", "isn't", "zero"})
_OF_JOINTS = frozenset(
    {
        "knee",
        "hip",
        "leak",
        "leaks",
        "swelling",
        "effusion",
        "extra",
        "drain",
        "drained",
        "drop",
        "lung",
        "lungs",
        "hips",
        "knees",
    }
)
"""Words beside a fluid that is none around nerves."""
_NAMED_FLUID = frozenset({"is", "nerve", "ones"})
"""Words behind a white that only has its name explained, or lies about one nerve alone."""
_AROUND = frozenset({("all", "around"), ("all", "the"), ("in", "front"), ("everywhere", "."), ("the", "whole")})
"""Words for where the fluid is that surrounds nerves."""


def flows(scene: Scene, chunk: Chunk) -> Described | None:
    """Read how much fluid there is: `no white at all`, `hardly any fluid left`, `white all the way around the cord`."""
    norms = scene.view.norms
    if not OUGHT.isdisjoint(scene.said):
        return None
    joints = words("joints") | words("facets") | _OF_JOINTS
    limbs = any(place.region in OUTSIDE for place in scene.view.fixing(scene.statement))
    if limbs or not joints.isdisjoint(scene.said):
        return None
    for white in scene.said_words(chunk, words("liquor") | {"white"}):
        if not is_of_fluid(norms, white.start) or norms[white.end : white.end + 1] == ["spot"]:
            continue
        before = norms[max(chunk.start, white.start - _NEAR) : white.start]
        if not _LACKING.isdisjoint(before) and ("a", "little") not in pairwise(before):
            return Described("canal_narrowing", "present", white, white)
        behind = norms[white.end : chunk.end]
        if any(pair in _AROUND for pair in pairwise(behind)) and _NAMED_FLUID.isdisjoint(behind):
            return Described("canal_narrowing", "absent", white, white)
    return None


def roomy(scene: Scene, chunk: Chunk) -> Described | None:
    """Read a level that is told by the room there: `L1-2, plenty of room`, `up at L3-4 a nice round circle`."""
    if not names_level(scene) or scene.view.sides(scene.statement) or not OUGHT.isdisjoint(scene.said):
        return None
    if scene.terms("lesions", "compartment"):
        return None
    for room in scene.said_words(chunk, _ROOM | _SHAPES):
        before = scene.view.norms[max(chunk.start, room.start - _NEAR) : room.start]
        if scene.words(room)[0] in _SHAPES:
            if not _FAIR.isdisjoint(before):
                return Described("canal_narrowing", "absent", room, room)
        elif not _LACKING.isdisjoint(before):
            return Described("canal_narrowing", "present", room, room)
        elif not (AMPLE | _FAIR).isdisjoint(before):
            return Described("canal_narrowing", "absent", room, room)
    return None


def names_level(scene: Scene) -> bool:
    """Tell whether a statement names what lies between two vertebrae, also by their numbers alone: `at four-five`."""
    said = scene.words()
    numbered = any(
        one in _NUMBERS and dash == "-" and two in _NUMBERS
        for one, dash, two in zip(said, said[1:], said[2:], strict=False)
    )
    return numbered or any(len(place.segments) > 1 for place in scene.view.places(scene.statement))
