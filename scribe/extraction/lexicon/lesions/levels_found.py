"""The levels of a lesion that is stated for its region alone: those at which something was found there.

Of `C5 is tender and won't turn. … Assessment: cervical somatic dysfunction.` the dysfunction is at C5.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.lesions.joint_kinds import is_stated
from scribe.extraction.lexicon.lesions.side_of_lesion import listed_vertebrae
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import statement_of
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Evidence, Finding, Lesion, Region, Tart

_Levels = dict[tuple[str, ...], Evidence]
"""Levels, each with the words that name it."""
_LEVELED: frozenset[Region | None] = frozenset({"head", "cervical", "thoracic", "lumbar", "rib_cage"})
"""Regions whose joints have levels."""


def with_levels_found(view: View, lesions: Sequence[Lesion], tart: Iterable[Finding]) -> Iterator[Lesion]:
    """Give a lesion that is stated for a region the levels of that region at which something was found.

    Args:
        view: The document's words.
        lesions: What was read in it.
        tart: What was found on examination.
    """
    leveled = {one.region for one in lesions if one.segments}
    wanting = {one.region for one in lesions if is_stated(one)} & _LEVELED - leveled
    found = _levels(view, tart, wanting) if wanting else {}
    for listed in (one for scene in scenes(view) for one in listed_vertebrae(scene)) if wanting else ():
        if listed.region in wanting:
            found.setdefault(listed.region, {}).setdefault(listed.levels, listed.rotation.evidence[0])
    for lesion in lesions:
        levels = found.get(lesion.region, {}) if is_stated(lesion) else {}
        if levels:
            segments = tuple(dict.fromkeys(segment for named in levels for segment in named))
            quotes = tuple(dict.fromkeys([*lesion.evidence, *levels.values()]))
            yield lesion.model_copy(update={"segments": segments, "evidence": quotes})
        else:
            yield lesion


def _levels(view: View, tart: Iterable[Finding], wanting: AbstractSet[Region | None]) -> dict[Region | None, _Levels]:
    """Return for each of some regions the levels that findings in it name, each with the words of one."""
    found: dict[Region | None, _Levels] = {}
    for one in tart:
        if not isinstance(one, Tart) or one.assertion != "present" or one.region not in wanting:
            continue
        for quote in one.evidence:
            for place in _told_with(view, quote):
                if place.region == one.region and place.segments:
                    found.setdefault(one.region, {}).setdefault(place.segments, _naming(view, quote, place))
    return found


def _naming(view: View, quote: Evidence, place: Place) -> Evidence:
    """Return a quote that names a level: that of the finding, or the level where it stands apart in a list."""
    start, end = view.tokens.cover(place.start, place.end)
    within = quote.span is not None and quote.span[0] <= start and end <= quote.span[1]
    return quote if within else view.quote_span((start, end))


def _told_with(view: View, quote: Evidence) -> Iterator[Place]:
    """Yield the places of the statement of a quote, but for those of which a part says that they are well."""
    said = view.tokens.between(quote.span) if quote.span is not None else range(0)
    statement = statement_of(view, said.start) if said else None
    for part in statement.chunks if statement is not None else ():
        if not _is_well(view, part):
            yield from view.fixing(part)


def _is_well(view: View, part: Item) -> bool:
    """Tell whether a part says that nothing is found where it points."""
    felt = view.terms("tart", part)
    denied = any(hit.term.role == "normal" or view.norms[hit.start - 1] in {"no", "not"} for hit in felt)
    return denied or not (words("found_well") | {"full"}).isdisjoint(view.norms[part.start : part.end])
