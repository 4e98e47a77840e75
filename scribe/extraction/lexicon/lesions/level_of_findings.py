"""The level of a lesion that is stated for its region alone: the only one of which anything was found there.

Of `C5 is tender and won't turn. … Assessment: cervical somatic dysfunction.` the dysfunction is at C5.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from scribe.extraction.lexicon.lesions.joint_kinds import is_stated
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.schema import Evidence, Finding, Lesion, Region, Tart

_Levels = dict[tuple[str, ...], Evidence]
"""Levels, each with the words that name it."""
_LEVELED: frozenset[Region | None] = frozenset({"head", "cervical", "thoracic", "lumbar", "rib_cage"})
"""Regions whose joints have levels."""


def with_level_found(view: View, lesions: Sequence[Lesion], tart: Iterable[Finding]) -> Iterator[Lesion]:
    """Give a lesion that is stated for a region the one level of that region at which something was found.

    Args:
        view: The document's words.
        lesions: What was read in it.
        tart: What was found on examination.
    """
    leveled = {one.region for one in lesions if one.segments}
    wanting = {one.region for one in lesions if is_stated(one)} & _LEVELED - leveled
    found = _levels(view, tart, wanting) if wanting else {}
    for lesion in lesions:
        levels = found.get(lesion.region, {}) if is_stated(lesion) else {}
        if len(levels) == 1:
            (segments, quote), *_ = levels.items()
            quotes = tuple(dict.fromkeys([*lesion.evidence, quote]))
            yield lesion.model_copy(update={"segments": segments, "evidence": quotes})
        else:
            yield lesion


def _levels(view: View, tart: Iterable[Finding], wanting: AbstractSet[Region | None]) -> dict[Region | None, _Levels]:
    """Return for each of some regions the levels that findings in it name themselves, each with its words."""
    found: dict[Region | None, _Levels] = {}
    for one in tart:
        if not isinstance(one, Tart) or one.assertion != "present" or one.region not in wanting:
            continue
        for quote in one.evidence:
            said = view.tokens.between(quote.span) if quote.span is not None else range(0)
            for place in view.fixing(Chunk(said.start, said.stop)) if said else ():
                if place.region == one.region and place.segments:
                    found.setdefault(one.region, {}).setdefault(place.segments, quote)
    return found
