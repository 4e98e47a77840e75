"""Does a region follow from a quote?

Muscles and junctions that lie in two regions bear either; `shared.csv` lists
the second one. Source: anatomy, and the region's neighbours in `structures.csv`.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scribe.extraction.bearing.source import Passage, Source, is_inside, share_level
from scribe.extraction.lexicon.context.attachment import carry
from scribe.extraction.lexicon.context.lists import joined
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.region_letters import letter_place
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.schema import Diagnosis, Finding, Imaging, Region
from scribe.terminology.regions import structure

_IMPLYING = ("lesions", "tart", "conditions")
_LEVEL_REGIONS: dict[str, Region] = {"C": "cervical", "T": "thoracic", "L": "lumbar", "S": "sacral", "r": "rib_cage"}
_AT_THE_SKULL = frozenset({"OA", "AA", "C0", "C1"})
_TOWARDS = frozenset({"into", "toward", "towards", "down"})
_ANYWHERE = frozenset({"spring", "spring test", "motion palpation"})
_MOVED: frozenset[Region] = frozenset({"lower_extremity", "upper_extremity", "abdomen_other"})
_STATEMENTS = 3
_REACH = 3
_SKULL_REGIONS: frozenset[Region] = frozenset({"head", "cervical"})


def bears_region(source: Source, passage: Passage, finding: Finding, claimed: Region) -> bool:
    """Tell whether a region follows from a quote: the nearest words that name a region decide."""
    segments: tuple[str, ...] = getattr(finding, "segments", ())
    if segments and claimed not in regions_of(segments):
        return False
    decided = _decided(source.view, passage.quote)
    if claimed in decided:
        return True
    said: set[Region] = next(filter(None, _said(source, passage, finding, decided)), set())
    return claimed in said


def regions_in(view: View, part: Item) -> set[Region]:
    """Return the regions that words name or imply, as `PSIS` and `seated flexion` do."""
    named = {region for place in view.places(part) for region in (place.region, *_shared(view, place))}
    return {region for region in named if region is not None} | {region for _, region in _implied(view, part)}


def _implied(view: View, part: Item) -> Iterator[tuple[str, Region]]:
    """List the terms that imply a region."""
    for table in _IMPLYING:
        for hit in view.terms(table, part):
            if hit.term.structure and (region := structure(hit.term.structure).region):
                yield hit.term.text, region


def regions_of(segments: tuple[str, ...]) -> set[Region]:
    """Return the regions that levels may count to."""
    regions: set[Region] = set()
    for segment in segments:
        if segment in _AT_THE_SKULL:
            regions |= _SKULL_REGIONS
        elif segment[:1] in _LEVEL_REGIONS:
            regions.add(_LEVEL_REGIONS[segment[:1]])
    return regions


def _said(source: Source, passage: Passage, finding: Finding, decided: set[Region]) -> Iterator[set[Region]]:
    """List the regions that words name, from the quote outward."""
    view, scene = source.view, passage.scene
    read = [one for one in source.readings(passage, finding) if share_level(one, finding) and _region(one)]
    if decided:
        yield decided | {_region(one) for one in read if is_inside(one, passage)}
    near = regions_in(view, passage.quote).union(*(regions_in(view, part) for part in passage.nearby))
    near |= {_region(one) for one in read} | _lettered(scene, passage.quote)
    topic = carry(view, scene.statement, scene.topic, passage.quote.start)
    studied = source.studied(passage.scene) if isinstance(finding, Imaging) else set()
    last = topic.place if topic.place and _is_by_same(source, scene, topic.place) else None
    yield near | studied | _regions(topic.heading, *_listed(view, scene, last))
    before = [regions_in(view, one.statement) for one in source.around(passage)]
    stated = [regions_in(view, one.statement) for one in passage.scenes]
    yield set().union(*stated, *list(filter(None, before))[:_STATEMENTS])
    if isinstance(finding, Diagnosis):
        # A diagnosis such as a past operation's may lie in any region that the document names.
        yield regions_in(view, Chunk(0, len(view.norms)))


def _lettered(scene: Scene, quote: Chunk) -> set[Region]:
    """Return the regions that the letters of a list name, as in `Regions: C, T, L`."""
    letters = (letter_place(scene, at) for at in range(quote.start, quote.end))
    return _regions(*letters)


def _region(finding: Finding) -> Region:
    region: Region = getattr(finding, "region", None)  # type: ignore[assignment]  # only findings with one are asked
    return region


def _decided(view: View, quote: Chunk) -> set[Region]:
    """Return the regions that a quote decides on: where pain goes and what a patient is told to move decide nothing."""
    places = view.places(quote)
    if any(_TOWARDS.intersection(view.norms[max(0, place.start - _REACH) : place.start]) for place in places):
        return set()
    moved = [place.region in _MOVED and view.norms[max(0, place.start - 1)] == "your" for place in places]
    if moved and all(moved):
        return set()
    sprung = [text in _ANYWHERE for text, _ in _implied(view, quote)]
    return set() if sprung and all(sprung) and not any(place.region for place in places) else regions_in(view, quote)


def _is_by_same(source: Source, scene: Scene, place: Place) -> bool:
    """Tell whether a place was named by who speaks now; what the other one throws in leads no topic on."""
    return source.scene_at(place.start).statement.speaker == scene.statement.speaker


def _listed(view: View, scene: Scene, place: Place | None) -> list[Place]:
    """Return a place with those that its statement lists beside it."""
    places = view.fixing(scene.statement)
    if place is None or place not in places:
        return [place] if place else []
    return joined(view, places, place, place)


def _regions(*places: Place | None) -> set[Region]:
    return {place.region for place in places if place and place.region}


def _shared(view: View, place: Place) -> tuple[Region, ...]:
    """Return the regions that a place reaches into."""
    if place.segments:
        return ()
    return _spans().get(" ".join(view.norms[place.start : place.end]), ())


@cache
def _spans() -> dict[str, tuple[Region, ...]]:
    spans: dict[str, tuple[Region, ...]] = {}
    with (Path(__file__).parent / "shared.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            region: Region = row["region"]  # type: ignore[assignment]  # the table holds the schema's words
            spans[row["word"]] = (*spans.get(row["word"], ()), region)
    return spans
