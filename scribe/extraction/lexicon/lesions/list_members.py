"""Which places a list of a lesion has: those between the ends of a range, and none that it denies or only describes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.region_letters import SEPARATORS
from scribe.extraction.lexicon.view.levels import ORDINALS
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Region

_DENYING = frozenset({
    "no", "without", "nor", "neither", "none", "nothing", "w/o", "minus", "deferred", "deferring",
    "insufficient", "inadequate", "withheld", "declined",
})  # fmt: skip
_DENIED = 4
_RATHER = frozenset({("rather", "than"), ("instead", "of"), ("opposed", "to"), ("and", "nor")})
_PLACING = frozenset({"in", "at", "of", "on"})
_LEAVING = frozenset({"leave", "leaving", "skip", "skipping", "skipped", "dropping"})
"""Verbs with which a speaker takes a place off a list, as in `C1, T5, leave the sacrum`."""
_AWAITED = frozenset({("to", "be"), ("will", "be")})
_RULED_OUT = frozenset({"not", "ruled", "excluded", "negated", "refuted"})
_SOUND = frozenset({"sound", "mobile", "silent", "quiet", "symmetric", "level", "painless"})
CLAUSE_ENDS = frozenset({";", ".", ","})
"""Marks between the clauses of a statement."""


def is_listed(scene: Scene, head: Hit, place: Place) -> bool:
    """Tell whether a place behind a lesion belongs to its list: nothing denies it, and nothing else is said of it."""
    norms = scene.view.norms
    if _is_denied_beside(norms, head.end, place.start):
        return False
    between = norms[head.end : place.start]
    if ";" in between and _is_well_apart(scene, place):
        return False
    return SEPARATORS.isdisjoint(between) or not (_is_of_disease(scene, place) or _is_left_alone(scene, place))


def _is_well_apart(scene: Scene, place: Place) -> bool:
    """Tell whether a clause of its own says that a place is well, as in `dysfunction of T4; her knee moves freely`."""
    norms, end = scene.view.norms, scene.statement.end
    start = next(at for at in range(place.start, -1, -1) if norms[at] == ";")
    until = next((at for at in range(place.end, end) if norms[at] in {";", "."}), end)
    said = norms[start + 1 : until]
    well = (words("found_well") | words("well_moving") | _SOUND) - {";"}
    denied = any(word in _DENYING | _RULED_OUT or word.endswith("n't") for word in said)
    return denied or not well.isdisjoint(said)


def _is_denied_beside(norms: list[str], start: int, index: int) -> bool:
    """Tell whether a list says of a place that nothing is there: `L5, no rib component`, `without any hip lesion`."""
    before = norms[max(start, index - _DENIED) : index]
    excluded = before[-3:-2] == ["not"] and before[-2] in _PLACING
    if "not" in before[-2:] or "nothing" in before[-3:] or excluded:
        return True
    if not (words("dropping_places") | _LEAVING).isdisjoint(before[-2:]) or _RATHER & {*pairwise(before)}:
        return True
    denying = [at for at, word in enumerate(before) if word in _DENYING]
    return bool(denying) and SEPARATORS.isdisjoint(before[denying[-1] :])


def has_states(scene: Scene, head: Hit, places: list[Place]) -> bool:
    """Tell whether a list says of one place alone that its lesion is over, as in `T4 (resolved), L5 (persisting)`."""
    if len(places) <= 1 or places[0].start < head.end:
        return False
    over = scene.context.cue(head, "historical")
    if over is None or over.start < places[0].end:
        return False
    gaps = (scene.view.norms[place.end : over.start] for place in places if place.end <= over.start)
    return any(len(gap) <= 1 and SEPARATORS.isdisjoint(gap) for gap in gaps)


def _is_left_alone(scene: Scene, place: Place) -> bool:
    """Tell whether nothing is diagnosed of a place behind a list, as in `T4; the neck I leave for now`."""
    norms, end = scene.view.norms, scene.statement.end
    until = next((at for at in range(place.end, end) if norms[at] in CLAUSE_ENDS), end)
    said = norms[place.end : until]
    undiagnosed = not words("undiagnosed").isdisjoint(said) or bool(_AWAITED & {*pairwise(said)})
    denied = "but" in said and not _DENYING.isdisjoint(said[said.index("but") :])
    return undiagnosed or denied


def _is_of_disease(scene: Scene, place: Place) -> bool:
    """Tell whether a place belongs to another diagnosis, as in `SI joint dysfunction, hip pain`."""
    following = scene.view.norms[place.end : min(place.end + 1, scene.statement.end)]
    named = scene.terms("conditions", part=Chunk(place.start, place.start + 1))
    return not words("ailments").isdisjoint(following) or any(hit.end > place.end for hit in named)


_FELT = frozenset({"tenderness", "tissue_texture"})
"""What is felt beside a lesion; one of a list may be called restricted."""
_ANY = _FELT | {"restriction", "asymmetry"}


def without_findings(scene: Scene, head: Hit, before: Sequence[Place], after: list[Place]) -> list[Place]:
    """Leave out the places behind a lesion with a place of its own that are said to be tender, tight or stuck.

    Args:
        scene: The statement.
        head: The words for the lesion.
        before: The places named before them.
        after: The places named after them; those of the same region may tell the level of the lesion.
    """
    own = {place.region for place in (before or after[:1])}
    kinds = _ANY if before else _FELT
    return [place for place in after if place.region in own or not _is_found(scene, head, place, kinds)]


def _is_found(scene: Scene, head: Hit, place: Place, kinds: frozenset[str]) -> bool:
    """Tell whether a part of its own says what is found at a place, and names no lesion there."""
    part = scene.chunk(place)
    if part.start <= head.start or scene.terms("lesions", "head", part=part):
        return False
    found = [hit for hit in scene.terms("tart", "finding", part=part) if hit.start >= place.end]
    if not found:
        return False
    between = Chunk(place.end, found[0].start)
    light = words("linking") | words("place_nouns") | {"with", "on", "the", "feels", "still"}
    return light.issuperset(scene.rest_of(between)) and found[0].term.value in kinds


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


_GOING_ON = frozenset({"and", "&", "plus", "also"})
_NEAR = 3
"""Words from the `of` to its place."""


def resumed(scene: Scene, head: Hit, places: list[Place]) -> list[Place]:
    """Return the places that a lesion gains by further parts that open with its `of`.

    Args:
        scene: The statement.
        head: The lesion.
        places: Its places so far, in order, behind it.
    """
    norms = scene.view.norms
    if not places or "of" not in norms[head.end : places[0].start]:
        return []
    found = []
    for chunk in scene.statement.chunks:
        start = chunk.start + (norms[chunk.start] in _GOING_ON)
        if chunk.start > places[-1].start and norms[start : start + 1] == ["of"]:
            found += [place for place in scene.view.fixing(chunk) if place.start - start <= _NEAR][:1]
    return found


_ADDED_BY = SEPARATORS | {"the", "as", "well", "too", "also", "so", "is", "same", "with", "."}
_LIKEWISE_TOO = frozenset({"too", "well", "also", "same", "so"})
"""Words of a part that only adds a place to what was said."""


def joined_behind(scene: Scene, head: Hit) -> list[Place]:
    """Return the places that the parts behind a predicate add, which say no more: `L2 is dysfunctional, T8 as well`.

    Args:
        scene: The statement.
        head: The predicate.
    """
    places: list[Place] = []
    bare = 0
    for chunk in scene.statement.chunks:
        part = Chunk(max(chunk.start, head.end), chunk.end)
        named = scene.view.fixing(part) if part.start < part.end else []
        if named and _ADDED_BY.issuperset(scene.rest_of(part, *named)):
            bare = 0 if not _LIKEWISE_TOO.isdisjoint(scene.words(part)) else bare + len(named)
            places += named
        elif part.start > head.end:
            # Of `the sacrum, though, moves well` the sacrum opens a clause of its own.
            return places[: len(places) - bare]
    return places


_MEANT = 3
_MEANS = frozenset({"with", "w/", "w", "via", "using", "by"})


def treated_each(scene: Scene, places: list[Place]) -> list[Place]:
    """Return the places that a list of what was treated goes on with: `SD at C4, T5 with HVLA; rib 8 R with ME`.

    Args:
        scene: The statement.
        places: Its places so far, in order, behind the lesion.
    """
    found: list[Place] = []
    for place in scene.view.fixing(Chunk(places[-1].end, scene.statement.end)) if places else ():
        last = (found or places)[-1]
        treated = _treats(scene, last, place.start) and _treats(scene, place, scene.statement.end)
        start = next((side.start for side in scene.view.sides(scene.statement) if side.end == place.start), place.start)
        if not treated or scene.view.norms[start - 1] not in SEPARATORS:
            break
        found.append(place)
    return found


def _treats(scene: Scene, place: Place, until: int) -> bool:
    """Tell whether the means of a treatment stand behind a place, or behind its side."""
    at = next((side.end for side in scene.view.sides(Chunk(place.end, place.end + 1))), place.end)
    means = scene.view.norms[at : min(at + _MEANT, until)]
    # Muscle energy is written as ME.
    return not _MEANS.isdisjoint(means[:1]) and ("me" in means or bool(scene.terms("care", part=Chunk(at, until))))


_WIDEST = 5


def without_rib_levels(scene: Scene, places: list[Place]) -> list[Place]:
    """Return the places of a lesion without the vertebrae that its rib joints lie at.

    Args:
        scene: The statement.
        places: The places, in order.
    """
    joints = [place for place in places if place.structure == "costovertebral"]
    return [place for place in places if not any(_lies_at(scene, joint, place) for joint in joints)]


def _lies_at(scene: Scene, joint: Place, place: Place) -> bool:
    """Tell whether a joint of a rib stands beside a vertebra, with no mark of a list between them."""
    first, second = sorted((joint, place))
    between = scene.view.norms[first.end : second.start]
    beside = len(between) <= _WIDEST and SEPARATORS.isdisjoint(between)
    return beside and place.structure == "vertebra" and place.region == "thoracic"


_NAMES = frozenset({"dysfunction", "dysfunctions", "subluxation", "subluxations"})


def listed_with(scene: Scene, head: Hit) -> list[Place]:
    """Return the places of a list that a lesion closes.

    Args:
        scene: The statement.
        head: The lesion with its own part, such as `rib dysfunction`.

    Returns:
        The regions before it, in order; none where anything else is said of them.
    """
    start, norms = scene.statement.start, scene.view.norms
    # Of `tender over the neck, rib dysfunction` the neck belongs to what was found there.
    if _NAMES.isdisjoint(head.term.text.split()) or scene.terms("tart", part=Chunk(start, head.start)):
        return []
    named = {place.end: place for place in scene.view.places(Chunk(start, head.start)) if not place.role}
    sided = covered_by(scene.view.sides(Chunk(start, head.start)))
    places: list[Place] = []
    index = head.start
    while index > start:
        if index in named and index < head.start:
            places.insert(0, named[index])
            index = named[index].start
        elif norms[index - 1] in SEPARATORS or norms[index - 1] in ORDINALS or index - 1 in sided:
            index -= 1
        else:
            break
    return places
