"""Regions between the two ends of a range, without those excepted: `from the neck to the sacrum, ribs excepted`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.schema import Region

_SPINE: tuple[tuple[Region, str], ...] = (
    ("head", "occiput"), ("cervical", "cervical_spine"), ("thoracic", "thoracic_spine"), ("lumbar", "lumbar_spine"),
    ("sacral", "sacrum"), ("pelvic", "pelvis"),
)  # fmt: skip
_ORDER = [region for region, _ in _SPINE]
_TO = frozenset({"to", "through", "thru", "until"})
_BETWEEN = _TO | {"the", "region", "spine", "area", "right", "down", "all", "way", "and", "including"}
_REACH = 4
_EXCEPTING = frozenset({"exception", "exclusion", "omission", "excepting", "excluding", "sparing", "skipping"})
_EXCEPTED = frozenset({"excepted", "excluded", "exempted", "exempt", "spared", "aside", "apart", "omitted"})


def opens_range(scene: Scene, places: Sequence[Place]) -> bool:
    """Tell whether the first of some places begins a range of regions, as in `from the neck to the sacrum`."""
    return any(_is_range(scene, *pair) for pair in pairwise(places[:2]))


def filled(scene: Scene, places: Sequence[Place]) -> list[Place]:
    """Add the regions between the ends of ranges, and leave out what is excepted.

    Args:
        scene: The statement.
        places: The places of a list, in order.
    """
    if len(places) <= 1 or _TO.isdisjoint(scene.said):
        return [*places]
    ranged = [(one, other) for one, other in pairwise(places) if _is_range(scene, one, other)]
    if not ranged:
        return [*places]
    added = [place for pair in ranged for place in _inside(*pair)]
    excepted = {one.region for one in scene.view.fixing(scene.statement) if _is_excepted(scene, one)}
    own = {place.region for place in places}
    rest = [place for place in added if place.region not in own]
    return [place for place in [*places, *rest] if place.region not in excepted]


def _is_range(scene: Scene, first: Place, last: Place) -> bool:
    """Tell whether two regions of the spine, named without levels, are the ends of a range."""
    if first.segments or last.segments or not {first.region, last.region} <= {*_ORDER}:
        return False
    between = scene.view.norms[first.end : last.start]
    return not _TO.isdisjoint(between) and _BETWEEN.issuperset(between)


def _inside(first: Place, last: Place) -> Iterator[Place]:
    ends = sorted(_ORDER.index(place.region) for place in (first, last))  # type: ignore[arg-type]  # both are of the spine
    for region, name in _SPINE[ends[0] + 1 : ends[1]]:
        yield Place(first.start, last.end, region, name, "", ())


def _is_excepted(scene: Scene, place: Place) -> bool:
    """Tell whether a place is taken out of a range: `except the ribs`, `the thoracic spine excepted`."""
    norms = scene.view.norms
    behind = norms[place.end : place.end + 2]
    if not _EXCEPTING.isdisjoint(norms[max(0, place.start - _REACH) : place.start]):
        return True
    return scene.view.is_excepted(place) or not _EXCEPTED.isdisjoint(word for word in behind if word != ",")
