"""What is said of other organs, or of a diet or a licence, is said of no joint and no spine."""

from bisect import bisect_left

from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.tokens import Tokens, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.terminology.regions import LIMBS

_FELT = 5
"""Words between an organ and what is felt there."""
_AFTER = 4
"""Words after `of` in which an organ follows what is wrong with it."""
_LANDMARK = "mastoid"
"""How a bone begins that is of the ear where it hurts, and of the head where it stands low."""
_STOPS = frozenset({".", ",", ";", ":", "|", "and", "but", "with", "comma", "period"})
_OF = frozenset({"of", "in", "at"})
_WOUND = frozenset({"up", "tight", "tightly"})
"""Words behind a `wound` that is no injury, as in `The muscle is wound up.`."""
_FELT_TABLES = ("tart", "feel")
_NAMED = ("lesions", "conditions", "imaging")


def without_elsewhere(tokens: Tokens, hits: dict[str, list[Hit]], places: list[Place]) -> dict[str, list[Hit]]:
    """Drop the terms of the exam, of lesions, diagnoses and studies that speak of something outside this field."""
    named_there = tokens.indices(words("elsewhere"))
    organs = [at for at in named_there if tokens.norms[at] != "wound" or tokens.word(at + 1) not in _WOUND]
    if organs:
        # The name of a joint may share a word with an organ, as in `sinus tarsi` and `in front of the ear`.
        named = [place for place in places if place.fixes and place.region in LIMBS | {"head"}]
        joints = covered_by([place for place in named if place.structure != "temporal_bone"])
        organs = [index for index in organs if index not in joints]
    if not organs:
        return hits
    starts = [place.start for place in places if place.fixes]
    kept = {
        table: [hit for hit in hits[table] if not _is_felt_there(tokens.norms, hit, organs, starts)]
        for table in _FELT_TABLES
    }
    kept |= {table: [hit for hit in hits[table] if not _is_named_there(tokens.norms, hit, organs)] for table in _NAMED}
    return hits | kept


def _is_felt_there(norms: list[str], hit: Hit, organs: list[int], places: list[int]) -> bool:
    """Tell whether an organ stands near an exam finding with neither a pause nor a place between."""
    first = bisect_left(organs, hit.start - _FELT)
    near = organs[first : bisect_left(organs, hit.end + _FELT, first)]
    if hit.term.value == "asymmetry":
        near = [organ for organ in near if not norms[organ].startswith(_LANDMARK)]
    if not near or hit.term.role in {"test", "motion"}:
        return False
    for organ in near:
        start, end = (organ + 1, hit.start) if organ < hit.start else (hit.end, organ)
        between = bisect_left(places, start) < bisect_left(places, end)
        if not between and not _STOPS.intersection(norms[start:end]):
            return True
    return False


def _is_named_there(norms: list[str], hit: Hit, organs: list[int]) -> bool:
    """Tell whether an organ qualifies a term, as in `renal artery stenosis` or `stenosis of the left renal artery`."""
    nearest = bisect_left(organs, hit.start - 1)
    if nearest == len(organs) or organs[nearest] > hit.end + _AFTER or hit.term.role == "modality":
        return False
    if organs[nearest] < hit.start:
        return True
    after = norms[hit.end : hit.end + _AFTER + 1]
    if not after or after[0] not in _OF:
        return False
    stop = next((index for index, word in enumerate(after) if word in _STOPS), len(after))
    return _any_between(organs, hit.end, hit.end + stop)


def _any_between(organs: list[int], start: int, end: int) -> bool:
    return bisect_left(organs, start) < bisect_left(organs, end)
