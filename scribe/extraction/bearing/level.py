"""Do levels follow from a quote?"""

from collections.abc import Iterator

from scribe.extraction.bearing.region import regions_in, regions_of
from scribe.extraction.bearing.source import Passage, Source
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.schema import Finding, Region

_BY_NAME: dict[str, tuple[str, ...]] = {
    "occiput": ("OA",),
    "atlanto_occipital": ("OA", "C1"),
    "atlanto_axial": ("AA", "C1", "C2"),
}
_AND = frozenset({",", "and", "&", "/"})
_UNITS = frozenset(
    {"days", "weeks", "wks", "months", "visits", "x", "times", "mm", "mg", "degrees", "/", "%", "+", "out"}
)
_JOINED: dict[str, set[Region]] = {"T1": {"cervical"}, "L1": {"thoracic"}, "S1": {"lumbar"}}


def bears_levels(source: Source, passage: Passage, finding: Finding, claimed: tuple[str, ...]) -> bool:
    """Tell whether levels follow from a quote; named elsewhere in the text, they count with their region."""
    region = getattr(finding, "region", None)
    fits = all(region in regions_of((level,)) | _JOINED.get(level, set()) for level in claimed)
    if not fits and region in regions_in(source.view, passage.quote):
        # The quote names the region and the level of two findings.
        return False
    said: set[str] = next(filter(None, _said(source, passage, finding)), set())
    return set(claimed) <= said


def levels_in(view: View, part: Item) -> set[str]:
    """Return the vertebrae and ribs that words name, also by the name of a joint."""
    named = {segment for place in view.places(part) for segment in (*_levels(place), *_further(view, place, part))}
    return named | ({"C1", "AA"} if "atlas" in view.norms[part.start : part.end] else set())


def _further(view: View, place: Place, part: Item) -> Iterator[str]:
    """Read the bare numbers that go on with a level, as in `C3, 4 and 5`."""
    if place.structure not in {"vertebra", "rib"} or not place.segments:
        return
    name = place.segments[-1].rstrip("0123456789")
    index = place.end
    while index + 1 < part.end and view.norms[index] in _AND and view.norms[index + 1].isdecimal():
        if index + 2 < len(view.norms) and view.norms[index + 2] in _UNITS:
            return
        yield f"{name}{view.norms[index + 1]}"
        index += 2


def _levels(place: Place) -> tuple[str, ...]:
    return place.segments or _BY_NAME.get(place.structure, ())


def _said(source: Source, passage: Passage, finding: Finding) -> Iterator[set[str]]:
    """List the levels that words name, from the quote outward."""
    view, topic = source.view, passage.scene.topic
    read = {segment for one in source.readings(passage, finding) for segment in getattr(one, "segments", ())}
    yield levels_in(view, passage.quote) | read
    around = {segment for place in (topic.heading, topic.place) if place for segment in _levels(place)}
    stated = set().union(*(levels_in(view, scene.statement) for scene in passage.scenes))
    region = getattr(finding, "region", None)
    everywhere = levels_in(view, Chunk(0, len(view.norms))) if region else set()
    yield around | stated | {level for level in everywhere if region in regions_of((level,))}
