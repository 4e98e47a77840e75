"""The side of a diagnosis: its own, and none that a lesion, a rival or a denial has."""

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.pointed_sides import meant_side, side_added
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Laterality

_AGAINST = frozenset({"versus", "vs"})
_JOINING = frozenset({"with", "w", "/", "and", "plus", "causing"})
_NAME_REACH = 4
MIDLINE = frozenset(
    {
        "headache",
        "low_back_pain",
        "myelopathy",
        "neck_pain",
        "postlaminectomy_syndrome",
        "spinal_stenosis",
        "spondylolisthesis",
        "spondylosis",
        "thoracic_pain",
    }
)
"""Conditions of the middle, which have a side only where it stands right beside them."""


def laterality(scene: Scene, hit: Hit) -> Laterality | None:
    """Return the side of a condition that a statement names."""
    own = scene.view.sides(scene.chunk(hit))
    if hit.term.value in MIDLINE:
        own = [side for side in own if hit.start - side.end in range(2) or side.start == hit.end]
        return own[0].value if own else None
    rivals = [other for other in scene.terms("conditions", part=scene.chunk(hit)) if other.term.value not in MIDLINE]
    own = [side for side in own if nearest(rivals, side) == hit] if rivals else own
    kept = [side for side in own if not (_is_of_rival(scene, hit, side) or _leads_rival(scene, hit, side))]
    sides = kept or ([] if own else _sides_beside(scene, hit))
    if sides:
        return nearest(sides, hit).value
    return meant_side(scene, scene.chunk(hit)) or side_added(scene)


def _is_of_rival(scene: Scene, hit: Hit, side: Side) -> bool:
    """Tell whether a side belongs to what a condition is weighed against: `a right SI dysfunction versus a facet`."""
    return side.end <= hit.start and not _AGAINST.isdisjoint(scene.view.norms[side.end : hit.start])


def _leads_rival(scene: Scene, hit: Hit, side: Side) -> bool:
    """Tell whether a side opens the name of what goes with a condition, as in `disc bulge with left sciatica`."""
    if side.start < hit.end or scene.view.norms[side.start - 1] not in _JOINING:
        return False
    reach = range(side.end, side.end + _NAME_REACH)
    return any(other.start in reach for other in scene.terms("conditions", part=scene.chunk(hit)))


def _sides_beside(scene: Scene, hit: Hit) -> list[Side]:
    """Return the sides that other parts of a statement may give a condition: none that a lesion has, or a denial."""
    if scene.assertion(hit) == "absent":
        return []
    apart = [part for part in scene.statement.chunks if not scene.terms("lesions", "head", "position", part=part)]
    return [side for part in apart for side in scene.view.sides(part)]
