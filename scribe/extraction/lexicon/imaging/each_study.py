"""Several studies in one statement: `On the CT there's a ridge, and on the MRI the disc bulges.`."""

from collections.abc import Iterable, Iterator, Sequence

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.quoted import first_span
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Imaging

_BESIDES = frozenset({"besides", "beside", "alongside", "addition", "beyond"})
_NAMING = frozenset({"that's", "that", "it's", "which", "so", "we", "i'd", "called"})


def each_study(scene: Scene, studies: Sequence[Hit], found: Iterable[Imaging]) -> Iterator[Imaging]:
    """Yield what is found, each finding by the study named last before it, where a statement goes through several.

    Args:
        scene: The statement.
        studies: The studies that it names.
        found: What it tells.
    """
    own = [hit for hit in studies if hit.start >= scene.statement.start]
    several = scene.statement.turn >= 0 and len({hit.term.value for hit in own}) > 1
    for one in without_names(scene, found):
        start = first_span(one)[0]
        before = [hit for hit in own if several and scene.view.tokens.spans[hit.start][0] <= start]
        yield one.model_copy(update={"modality": before[-1].term.value}) if before and _told_on(scene, own) else one


def spoken_of(scene: Scene, studies: Sequence[Hit]) -> Hit:
    """Return which of the studies that are named is spoken of from here on.

    That is the first; the other one that it was only made besides, as in `a CT besides the MRI`; the dye that a scan
    was made with; or the last where each is told of by itself.
    """
    norms = scene.view.norms
    first, last = studies[0], studies[-1]
    dyed = [hit for hit in studies[1:] if hit.term.value == "myelogram" and hit.start - first.end <= 1]
    besides = not _BESIDES.isdisjoint(norms[first.end : last.start])
    own = first.start >= scene.statement.start and first.term.value != last.term.value
    each = scene.statement.turn >= 0 and own and _told_on(scene, studies)
    return dyed[0] if dyed else last if besides or each else first


def without_names(scene: Scene, found: Iterable[Imaging]) -> Iterator[Imaging]:
    """Yield what is found, without a bare name for what was told with its side, as in `..., that's an extrusion`."""
    told = list(found)
    sided = {(one.kind, one.region, one.assertion) for one in told if one.laterality}
    for one in told:
        bare = one.laterality is None and (one.kind, one.region, one.assertion) in sided
        if not (bare and scene.statement.turn >= 0 and _only_names(scene, one)):
            yield one


def _only_names(scene: Scene, found: Imaging) -> bool:
    """Tell whether a part of speech only gives a finding its name."""
    at = scene.view.tokens.between(first_span(found)).start
    chunk = next((part for part in scene.statement.chunks if part.start <= at < part.end), None)
    return chunk is not None and scene.view.norms[chunk.start] in _NAMING and not scene.view.fixing(chunk)


def _told_on(scene: Scene, studies: Sequence[Hit]) -> bool:
    """Tell whether what is seen is told study by study, as in `on the CT` and `the MRI shows`."""
    openings = (scene.view.norms[max(0, hit.start - 2) : hit.start] for hit in studies)
    return all(not {"on", "the", "your", "in", "from"}.isdisjoint(one) for one in openings)
