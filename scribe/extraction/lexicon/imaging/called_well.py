"""Levels, discs and studies that are called healthy in everyday words, as in `C6-7's clean`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.told_results import called_sound, told_results
from scribe.extraction.lexicon.imaging.findings_named import tells_of_part
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_NEAR = 6
_SHORT = 3
_LINKS = frozenset({
    "is", "are", "was", "were", "look", "looks", "looked", "all", "above", "below", "it", "that", ":", "and", "too",
    "really", "s", "spine", "the", "pretty", "just", "|", "up", "there", "of", "one", "two", "three", "four", "five",
    "six", "seven", "through", "to",
})  # fmt: skip
"""Words between a part and the word that calls it healthy."""
_CLOSING = frozenset({".", ",", ";", "and", "but"})
_JOINING = frozenset({"and", "but"})
_JOINED = 2
_DEGREES = frozenset(
    {"just", "all", "really", "pretty", "perfectly", "totally", "completely", "quite", "very", "looking"}
)
_FLOORS = frozenset({"floor", "floors", "story", "storey", "flight", "up", "down", "above", "below"})
_LOOKING = frozenset({
    "looks", "look", "looked", "is", "are", "was", "that's", "it's", "that", "nice", "all", "they're",
})  # fmt: skip
_NOTHING = frozenset({"nothing", "nothing's", "zero", "zip"})
_TO_TELL = frozenset({
    "to", "report", "see", "tell", "say", "note", "worry", "about", "there", "here", "exciting", "special",
    "remarkable", "interesting", "wrong", "much", "really", "at", "all", "of", "bad", "doing", "going", "on", "write",
    "home", "comment",
})  # fmt: skip
"""Words of somebody who has nothing to tell of a level."""
_ON_STUDY = _TO_TELL | {"on", "the", "your", "his", "her", "that", "this", "those", "either", "any"}
KEPT = frozenset({"maintained", "preserved", "kept", "retained"})
"""What is said of a disc that has its height."""
HEIGHTS = frozenset({"space", "spaces", "height", "heights", "disc", "disk", "discs", "disks", "interspace"})
"""What keeps its height is a disc, and not all that there is."""


def called_well(scene: Scene) -> Iterator[Item]:
    """Find levels, discs and studies that are called healthy, as in `C6-7's clean` or `the other levels are fine`.

    What a part tells of findings is no health, unless it goes on to it as `a bulge at L4-5 and nothing at L5-S1` does.
    """
    for part in _called_well(scene):
        joined = not _JOINING.isdisjoint(scene.view.norms[part.start - _JOINED : part.start])
        told = scene.terms("imaging", "finding", part=part if joined else scene.chunk(part))
        if not any(hit.term.value != "unremarkable" or not joined for hit in told):
            yield part


def _called_well(scene: Scene) -> Iterator[Item]:
    """Find what is called healthy, by itself or with what is not."""
    if scene.statement.start in told_results(scene.view):
        yield from filter(None, [called_sound(scene.view, scene.statement)])
        return
    yield from _nothing_told(scene)
    yield from _nothing_on(scene)
    well = scene.says("well_seen") or scene.says("plump")
    for chunk in scene.statement.chunks if well else ():
        plump = words("plump") if scene.statement.turn >= 0 and _names_only_discs(scene, chunk) else frozenset()
        healthy = scene.said_words(chunk, (words("well_seen") - {"thin"}) | plump)
        healthy = [word for word in healthy if tells_of_part(scene, word)]
        if not healthy or (words("spaces_seen") | words("implanted")).intersection(scene.words(chunk)):
            continue
        if scene.statement.turn < 0 and scene.words(healthy[0])[0] in KEPT and not HEIGHTS.isdisjoint(scene.said):
            continue
        # Of a level one side of which is fine it is the hole where its nerve leaves.
        sided = scene.statement.turn >= 0 and bool(scene.view.sides(chunk))
        levels = [place for place in scene.view.fixing(chunk) if place.structure == "vertebra"]
        vertebrae: list[Item] = [] if sided else [*levels]
        subjects = [*vertebrae, *scene.said_words(chunk, words("well_subjects"))]
        near = [part for part in subjects if 0 <= healthy[0].start - part.end < _NEAR]
        links = scene.view.norms[near[-1].end : healthy[0].start] if near else []
        if not near and (level := _level_before(scene, chunk)) and _opens_well(scene, chunk, level):
            yield Chunk(level.start, healthy[0].end)
        # A denial before it is of something else: `nothing has slipped, and your hips look great`.
        apart = bool(near) and not _CLOSING.isdisjoint(scene.view.norms[scene.statement.start : near[-1].start])
        if near and _LINKS.issuperset(links) and (apart or scene.assertion(healthy[0]) == "present"):
            yield Chunk(near[-1].start, healthy[0].end)


def _nothing_told(scene: Scene) -> Iterator[Item]:
    """Find the levels of which speech has nothing to tell, as in `L3-4, nothing to report` and `nothing at L3-4`."""
    for chunk in scene.statement.chunks if scene.statement.turn >= 0 and not scene.said.isdisjoint(_NOTHING) else ():
        said = [word for word in scene.words(chunk) if word[0].isalnum()]
        level = _level_before(scene, chunk)
        if level is not None and said[0] in _NOTHING and _TO_TELL.issuperset(said[1:]):
            yield Chunk(level.start, chunk.end)
        for place in scene.view.fixing(chunk) if level is None else ():
            before = scene.view.norms[chunk.start : place.start]
            nothing = next((at for at, word in enumerate(before) if word in _NOTHING), None)
            told = before[nothing + 1 :] if nothing is not None else []
            at_level = told[-1:] == ["at"] and _TO_TELL.issuperset(told[:-1]) and len(place.segments) > 1
            if nothing is not None and at_level and _CLOSING.issuperset(scene.view.norms[place.end : place.end + 1]):
                yield Chunk(chunk.start + nothing, place.end)


def _nothing_on(scene: Scene) -> Iterator[Item]:
    """Find the studies on which there is nothing: `There's nothing on the film of your ribs.`."""
    for study in scene.terms("imaging", "modality") if not scene.said.isdisjoint(_NOTHING) else ():
        said = scene.said_words(Chunk(scene.statement.start, study.start), _NOTHING)
        between = Chunk(said[0].end, study.start) if said else Chunk(study.start, study.start)
        rest = scene.rest_of(between, *scene.view.places(between))
        if "on" in rest and _ON_STUDY.issuperset(rest):
            yield Chunk(said[0].start, study.end)


def _opens_well(scene: Scene, chunk: Chunk, level: Item) -> bool:
    """Tell whether a part opens with how a level looks, or only calls it healthy: `L3-4, just fine`.

    Of one side, as in `Left L3-4, fine`, that is the hole where its nerve leaves.
    """
    if scene.view.norms[chunk.start] in _LOOKING:
        return True
    if scene.view.sides(scene.chunk(level)):
        return False
    said = [word for word in scene.words(chunk) if word[0].isalnum()]
    return bool(said) and said[-1] in words("well_seen") and _DEGREES.issuperset(said[:-1])


def _names_only_discs(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part behind a level calls its discs something and no more, as in `L4-5, nice plump cushions`."""
    said = [word for word in scene.words(chunk) if word[0].isalnum()]
    return said[-1:] != [] and said[-1] in words("all_discs") and len(said) <= _SHORT


def _level_before(scene: Scene, chunk: Chunk) -> Item | None:
    """Return the level that stands alone before a part, or before a count of floors, as in `L3-4, one floor up`."""
    for part in reversed([one for one in scene.statement.chunks if one.end <= chunk.start]):
        if not _FLOORS.isdisjoint(scene.words(part)):
            continue
        levels = [place for place in scene.view.fixing(part) if place.structure == "vertebra"]
        return levels[-1] if levels and levels[-1].end == part.end and scene.statement.turn >= 0 else None
    return None
