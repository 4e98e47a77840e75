"""What a clinician tells a patient outright to have, also while a film is looked at, which only shows something."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_BEFORE = 6
_BEHIND = 9
_OPENING = 3
_NAMES_OF_IT = ("name", "term", "word")
_NAMED_IT = frozenset(_NAMES_OF_IT)
_PROPER = ("formal", "medical", "proper", "fancy", "technical", "official", "correct", "actual", "real")
_NAMING = frozenset(
    {("it", "called"), ("that", "called"), ("this", "called"), ("is", "called"), ("we", "call")}
    | {(proper, name) for proper in _PROPER for name in _NAMES_OF_IT}
    | {(name, "for") for name in _NAMES_OF_IT}
    | {(owning, name) for name in _NAMES_OF_IT for owning in ("a", "its")}
)
_PRESSING = frozenset({"narrowing", "narrows", "pushing", "pushes", "pressing", "touching", "pinching", "squeezing"})
_SO = frozenset({"so", "which", "that", "that's", "this", "you've", "you", "and", "together", "what"})
_UNSHOWN = frozenset({"radiculopathy", "sciatica", "sprain_strain", "muscle_spasm", "facet_syndrome", "coccydynia"})
_LIMBS = frozenset({"lower_extremity", "upper_extremity", "pelvic"})
_NAMES = frozenset({"spondylolisthesis", "spondylolysis", "spinal_stenosis", "spondylosis", "scoliosis"})
"""Conditions that a film shows, and that a clinician may name only to conclude."""
_CALLED = frozenset(
    {("that's", "a"), ("that", "a"), ("this", "is"), ("you", "have"), ("you've", "got"), ("it's", "a"), ("it", "a")}
    | {("that's", "osteoarthritis"), ("it's", "osteoarthritis")}
    | {("that", "makes"), ("which", "means"), ("called", "a")}
)
_NAMED = frozenset(
    {"spondylolisthesis", "spondylolysis", "spondylosis", "spinal_stenosis", "myelopathy", "scoliosis", "sacroiliitis"}
)
"""Conditions whose names a clinician gives to what is seen."""
_ILLNESSES = frozenset({"spinal stenosis", "lumbar stenosis", "cervical stenosis", "neurogenic claudication"})
"""Names for a narrow canal that are those of an illness, and not words that point at a picture."""
_SMALL = frozenset({"a", "the", "is", "just", "called", "some", "your", "really", "plain", "uh", "um"})
_ARTICLES = frozenset({"a", "an", "the", "just", "called", "plain", "simple", "probably", "your", "left", "right"})
_DOING = frozenset({"did", "have", "had", "got", "you've", "is", "suffered", "describe", "described", "find", "found"})
_POINTING = frozenset({"that's", "thats", "that", "it's", "this", "so"})


def is_told_so(scene: Scene, hit: Hit) -> bool:
    """Tell whether a patient is told outright, as in `You have a spondylolisthesis` or `It's called myelopathy`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _BEFORE) : hit.start]
    at = next((at for at, word in enumerate(before) if word in words("addressing")), None)
    if scene.statement.turn >= 0 and (any(pair in _NAMING for pair in pairwise(before)) or _is_what_it_is(scene, hit)):
        return True
    if scene.statement.turn < 0 or _is_named(scene, hit):
        return scene.statement.turn >= 0
    return at is not None and not words("having").isdisjoint(before[at : at + 3])


def _is_what_it_is(scene: Scene, hit: Hit) -> bool:
    """Tell whether a condition is what somebody did or has: `what you did on Friday is a strain`, `the name is ...`."""
    norms = scene.view.norms
    opening = _opening_of_name(scene, hit, _ARTICLES)
    said = norms[scene.statement.start : opening]
    if said[-1:] == ["is"] and not _NAMED_IT.isdisjoint(said[-2:-1]):
        return True
    if said[-1:] != ["is"] or "what" not in said:
        return False
    after = said[said.index("what") + 1 :][:_OPENING]
    return not _DOING.isdisjoint(after)


def is_clinical(scene: Scene) -> bool:
    """Tell whether talk of films has come to what no film shows, as in `so this is a herniation with radiculopathy`."""
    if scene.statement.turn < 0 or scene.stance != "imaging" or not scene.words():
        return False
    present = [hit for hit in scene.terms("conditions") if scene.assertion(hit) == "present"]
    if scene.words()[0] not in _SO:
        return False
    called = any(pair in _CALLED for pair in pairwise(scene.words()[:_BEFORE]))
    known = _UNSHOWN | _NAMES if called else _UNSHOWN
    return any(hit.term.value in known or (called and _is_of_limb(scene, hit)) for hit in present)


def _is_of_limb(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is a worn joint of a limb, which nobody names but to conclude: `this is arthritis of the hip`."""
    regions = {place.region for place in scene.view.fixing(scene.chunk(hit))}
    return hit.term.value == "osteoarthritis" and bool(regions) and regions <= _LIMBS


def is_described(scene: Scene, hit: Hit) -> bool:
    """Tell whether a bulge or a spasm is only found, as in `there's a disc bulge and it's narrowing the canal`."""
    if scene.statement.turn < 0 or is_told_so(scene, hit):
        return False
    if hit.term.value == "muscle_spasm":
        return _is_felt(scene, hit)
    if "bulg" not in hit.term.text:
        return False
    after = scene.view.norms[hit.end : min(hit.end + _BEHIND, scene.statement.end)]
    return not words("causing").isdisjoint(after) or not _PRESSING.isdisjoint(after)


def _is_felt(scene: Scene, hit: Hit) -> bool:
    """Tell whether a spasm stands among what is felt, as in `tender at T6, spasm on the left`, or what muscles do."""
    others = (one for one in scene.terms("tart", "finding") if one.end <= hit.start or hit.end <= one.start)
    return "in spasm" in hit.term.text or any(others)


def _is_named(scene: Scene, hit: Hit) -> bool:
    """Tell whether what a study shows is given its name and nothing else, as in `That's a spondylolisthesis.`."""
    illness = hit.term.value != "spinal_stenosis" or hit.term.text in _ILLNESSES
    if hit.term.value not in _NAMED or not illness or scene.assertion(hit) != "present":
        return False
    norms, end = scene.view.norms, scene.statement.end
    opening = _opening_of_name(scene, hit)
    pointed = opening > scene.statement.start and norms[opening - 1] in _POINTING
    if hit.end == end or not norms[hit.end][0].isalnum():
        explained = opening == scene.statement.start and norms[hit.end + 1 : min(end, hit.end + 2)]
        return pointed or (bool(explained) and norms[hit.end + 1] in _POINTING)
    return False


def _opening_of_name(scene: Scene, hit: Hit, small: frozenset[str] = _SMALL) -> int:
    """Return where the name of a condition begins with its place and the small words before it."""
    places = {place.end: place.start for place in scene.view.places(Chunk(scene.statement.start, hit.start))}
    opening = hit.start
    while opening > scene.statement.start and (opening in places or scene.view.norms[opening - 1] in small):
        opening = places.get(opening, opening - 1)
    return opening
