"""The level of a lesion that is stated for its region alone: the only one of which anything was found there.

Of `C5 is tender and won't turn. … Assessment: cervical somatic dysfunction.` the dysfunction is at C5.
"""

from collections.abc import Iterable, Iterator, Sequence

from scribe.extraction.lexicon.lesions.joint_kinds import is_stated
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.schema import Evidence, Finding, Lesion, Tart

_LEVELED = frozenset({"head", "cervical", "thoracic", "lumbar", "rib_cage"})
"""Regions whose joints have levels."""


def with_level_found(view: View, lesions: Sequence[Lesion], tart: Iterable[Finding]) -> Iterator[Lesion]:
    """Give a lesion that is stated for a region the one level of that region at which something was found.

    Args:
        view: The document's words.
        lesions: What was read in it.
        tart: What was found on examination.
    """
    open_ones = [one for one in lesions if _lacks_level(one, lesions)]
    found = [one for one in tart if isinstance(one, Tart) and one.assertion == "present"] if open_ones else []
    for lesion in lesions:
        levels = _levels(view, [one for one in found if one.region == lesion.region]) if lesion in open_ones else {}
        if len(levels) == 1:
            (segments, quote), *_ = levels.items()
            quotes = tuple(dict.fromkeys([*lesion.evidence, quote]))
            yield lesion.model_copy(update={"segments": segments, "evidence": quotes})
        else:
            yield lesion


def _lacks_level(lesion: Lesion, lesions: Iterable[Lesion]) -> bool:
    """Tell whether a lesion is stated for a region of which no other one has a level."""
    if lesion.segments or lesion.region not in _LEVELED or not is_stated(lesion):
        return False
    return not any(other.segments for other in lesions if other.region == lesion.region)


def _levels(view: View, found: Iterable[Tart]) -> dict[tuple[str, ...], Evidence]:
    """Return the levels that findings name themselves, each with its words."""
    levels: dict[tuple[str, ...], Evidence] = {}
    for one in found:
        for quote in one.evidence:
            said = view.tokens.between(quote.span) if quote.span is not None else range(0)
            for place in view.fixing(Chunk(said.start, said.stop)) if said else ():
                if place.region == one.region and place.segments:
                    levels.setdefault(place.segments, quote)
    return levels
