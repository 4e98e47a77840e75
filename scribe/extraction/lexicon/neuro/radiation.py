"""Statements → pain that runs along a limb, told by where it goes or by the limb that it fills."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import holding, saying, statements_at, whole
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_BEFORE = 6
_PATH = 8
_ALONG = 12
_PERSONS = frozenset(
    {
        "i",
        "i'm",
        "he",
        "she",
        "we",
        "we're",
        "they",
        "you",
        "you're",
        "patient",
        "pt",
        "to",
        "i'll",
        "we'll",
        "let's",
        "gonna",
        "i'd",
    }
)
_FROM = frozenset({"from"})
_IF = frozenset({"if"})
_ARROWS = frozenset({">", "\u2192"})
_WITHIN = frozenset({"in", "of", "along", "over", "across", "down", "through", "into", "at"})
_FILLING = 5
_TOLD_BEFORE = 3
_LOWER = frozenset({"calf", "calves", "shin", "shins"})
"""Parts whose `pain` by itself is that of a muscle, a bone or a vein."""
_TOLD = frozenset({"history", "neutral"})
_ANYWHERE = frozenset({"anywhere", "elsewhere"})
_PASSING = frozenset({",", "from", "um", "uh", "and", "then"})
_ORIGINS = frozenset({"neck", "back", "spine", "hip", "butt", "buttock", "rump", "shoulder", "tailbone", "cheek"})
_NEAR = 5
_SUBJECTS = frozenset({"it", "pain", "this", "that", "ache", "they", "which"})
_FILMS = 8
EXTENTS = ("past the", "below the", "beyond the", "past your", "below your", "beyond your", "past my", "below my")
"""How terms begin that say how far a pain goes."""
_ROOTED = frozenset({"distribution", "distributions", "pattern", "dermatome", "dermatomal", "dermatomes", "territory"})
"""Words of which one says that a pain follows a root."""
_REFERRING = frozenset(
    {"facet", "facets", "referred", "referral", "trigger", "myofascial", "no", "not", "without", "headache"}
)
_COMPLAINTS = frozenset({"symptoms", "symptom", "sx", "complaints"})
_NERVES = frozenset({"nerve", "nerves", "root", "roots", "cord"})
_COMING_OUT = frozenset({
    "that", "which", "then", "and", "comes", "come", "coming", "leaves", "exits", "out", "there", "here", "it", "all",
    "these", "those", "basically", "actually", "just", "really", "they", "at", "of", "from", "the", "your", "spine",
    "neck", "back", "canal", "go", "goes", "run", "runs", "travel", "travels", "down", "foramen", "opening",
})  # fmt: skip
"""Words between a nerve and the way that it takes in a body."""
_RUN = frozenset({"run down", "run into", "run up", "run along"})
_HANDS = 4
_SLIDING = frozenset({"slide", "slides", "sliding", "reach", "reaches", "reaching", "reached"})
_MEASURING = frozenset({"hand", "hands", "finger", "fingers", "fingertip", "fingertips"})
"""What goes down a leg as somebody bends."""
"""Words between `let` and what hands do."""
_SHOT = frozenset({"shoot", "shooting", "shot"})
_SHOOTERS = frozenset({"we'll", "i'll", "let's", "we", "i", "could"})
_VIEWS = frozenset({"view", "views", "pictures", "picture", "images", "mri", "ct"})
_WHATEVER = frozenset({"anything", "nothing"})
"""Words for any pain at all, as in `anything down the legs?` and `nothing down the arm`."""
_PAINS = frozenset({"pain", "pains", "ache", "aching", "burning", "shooting", "shoots", "radiates", "radiating"})


@lru_cache(maxsize=1)
def may_run(view: View) -> frozenset[int]:
    """Return where the statements start in which a pain may go along or into a limb, or anywhere."""
    return _ways_along(view)


@lru_cache(maxsize=1)
def _ways_along(view: View) -> frozenset[int]:
    limbs = view.indices(words("limb_ends"))
    led = holding(view, (at for at in limbs if _may_be_led_to(view.norms, at)))
    led |= saying(view, _ROOTED) if not view.document.turns else frozenset()
    return led | _may_complain(view, limbs) if _is_of_spine(view) else led


def _may_be_led_to(norms: Sequence[str], limb: int) -> bool:
    """Tell whether words of direction lead to a part of a limb, behind words for what may run there."""
    toward = at = limb
    ways, directions, first = _ways(), _directions(), max(0, limb - _PATH + 1)
    while at > first and norms[at - 1] in ways:
        at -= 1
        toward = at if norms[at] in directions else toward
    return toward < limb and not _moving().isdisjoint(norms[max(0, toward - _BEFORE) : limb])


def _may_complain(view: View, limbs: Sequence[int]) -> frozenset[int]:
    """Return where the statements start that may complain of a pain by where it goes, comes from or sits."""
    norms = view.norms
    along = (one for one, other in pairwise(limbs) if _leads(norms, one, other))
    filled = (at for at in view.indices(words("limb_lengths")) if _filled(norms, whole(view), at) is not None)
    goes = (at for at in view.indices(_ANYWHERE) if not words("travels").isdisjoint(norms[max(0, at - _BEFORE) : at]))
    comes = (at for at in view.indices(_FROM) if not _ORIGINS.isdisjoint(norms[at + 1 : at + _NEAR]))
    told = holding(view, chain(along, filled, goes)) | (holding(view, comes) & holding(view, limbs))
    warned = saying(view, _IF)
    return frozenset(one.start for one in statements_at(view, told) if _is_told(one) or one.start in warned)


@cache
def _ways() -> frozenset[str]:
    return words("path") | _directions()


@cache
def _directions() -> frozenset[str]:
    return words("toward") | {"in"}


@cache
def _moving() -> frozenset[str]:
    return words("pains") | words("travels") | _WHATEVER


def running(scene: Scene) -> Iterator[Chunk]:
    """Read where a pain goes, as in `it goes all the way down the back of my thigh` or `pain into the left calf`."""
    if scene.statement.start not in may_run(scene.view):
        return
    if not _ANYWHERE.isdisjoint(scene.said):
        yield from _nowhere(scene)
    yield from _along_root(scene)
    if not scene.says("limb_ends"):
        return
    found, toward = False, words("toward")
    for chunk in scene.statement.chunks:
        if named := scene.terms("neuro", "symptom", part=chunk):
            found = found or any(hit.term.value == "radicular_pain" for hit in named)
            continue
        for index in range(chunk.start + 1, chunk.end):
            word, before = scene.view.norms[index], scene.view.norms[index - 1]
            leads = word in toward or (word == "in" and before in words("travels")) or _has_any(scene, index)
            limb = _limb(scene, index, chunk.end) if leads else None
            if limb is not None and (start := _pain(scene, chunk.start, index)) is not None:
                found = True
                yield Chunk(start, limb + 1)
                break
    if not found and _warns(scene):
        warned = (part for part in _filling(scene) if "if" in scene.words(scene.chunk(part)))
        yield from (part for part in warned if scene.assertion(part) == "hypothetical")
    elif not found and _complains(scene):
        yield from [*_course(scene)] or [*_from_spine(scene)] or _filling(scene)


def _has_any(scene: Scene, at: int) -> bool:
    """Tell whether an `in` tells of any pain at all in a whole limb: `Anything in the legs?`, unlike `in the hand`."""
    norms = scene.view.norms
    whole = not {"leg", "legs", "arm", "arms"}.isdisjoint(norms[at + 1 : at + _HANDS])
    return norms[at] == "in" and norms[at - 1] in _WHATEVER and whole


def _along_root(scene: Scene) -> Iterator[Chunk]:
    """Read a pain of a note that follows a root, as in `burning pain in a right L5 distribution`."""
    if scene.statement.turn >= 0 or _ROOTED.isdisjoint(scene.said) or not _complains(scene):
        return
    norms, pain = scene.view.norms, None
    for chunk in scene.statement.chunks:
        named = (hit for hit in scene.terms("neuro", "sign", "symptom", part=chunk) if norms[hit.start] not in _ROOTED)
        if not _REFERRING.isdisjoint(scene.words(chunk)) or any(named):
            pain = None
            continue
        rooted = next((at for at in range(chunk.start, chunk.end) if norms[at] in _ROOTED), chunk.end)
        pain = next((at for at in range(chunk.start, rooted) if norms[at] in words("limb_pains") | _COMPLAINTS), pain)
        level = Chunk(max(chunk.start, rooted - _NEAR), rooted)
        if rooted < chunk.end and pain is not None and any(place.segments for place in scene.view.fixing(level)):
            yield Chunk(max(pain, chunk.start), rooted + 1)


def _nowhere(scene: Scene) -> Iterator[Chunk]:
    """Read whether a pain goes anywhere at all, as in `it doesn't go down anywhere`."""
    norms, statement = scene.view.norms, scene.statement
    for at in range(statement.start + 1, statement.end):
        if norms[at] in _ANYWHERE:
            before = norms[max(statement.start, at - _BEFORE) : at]
            moves = words("travels").intersection(before) and _SUBJECTS.intersection(before)
            if moves and _PERSONS.isdisjoint(before) and _complains(scene):
                yield Chunk(at - 1, at + 1)


def _complains(scene: Scene) -> bool:
    """Tell whether a patient's complaint is told or asked for, in a text about the spine."""
    may_tell = _is_told(scene.statement) and (scene.statement.turn >= 0 or scene.stance in _TOLD)
    return may_tell and _is_of_spine(scene.view)


def _warns(scene: Scene) -> bool:
    """Tell whether an examiner says what may come back, as in `if the burning in your thighs comes back`."""
    return scene.statement.turn >= 0 and not _is_told(scene.statement) and "if" in scene.said


def _is_told(statement: Statement) -> bool:
    """Tell whether a statement of speech is the patient's, or asked of him; of those in a note each may be."""
    return statement.turn < 0 or statement.speaker != "clinician" or statement.asks


def _is_of_spine(view: View) -> bool:
    return not (words("spinal") | _ROOTED).isdisjoint(view.said)


def _course(scene: Scene) -> Iterator[Chunk]:
    """Read a way from one part of a limb to another, as in `left buttock -> calf` or `left leg, down to the heel`."""
    norms, statement = scene.view.norms, scene.statement
    if not words("no_pain").isdisjoint(scene.words()):
        return
    limbs = [at for at in range(statement.start, statement.end) if norms[at] in words("limb_ends")]
    for first, second in pairwise(limbs):
        if _leads(norms, first, second):
            yield Chunk(first, second + 1)
            return


def _leads(norms: Sequence[str], first: int, second: int) -> bool:
    """Tell whether nothing but a way stands between two parts of a limb."""
    if second - first - 1 > _ALONG or norms[first] == norms[second]:
        return False
    between = frozenset(norms[first + 1 : second])
    leads = not _onward().isdisjoint(between) or between >= {"and", "then"}
    return leads and between <= _passing()


@cache
def _onward() -> frozenset[str]:
    return words("toward") | _ARROWS


@cache
def _passing() -> frozenset[str]:
    return words("path") | words("limb_pains") | _onward() | _PASSING


def _from_spine(scene: Scene) -> Iterator[Chunk]:
    """Read a way from the spine into a limb, as in `from the neck down the back of my arm, like electric`."""
    norms, statement = scene.view.norms, scene.statement
    if "from" not in scene.said or _ORIGINS.isdisjoint(scene.said) or scene.terms("neuro", "symptom"):
        return
    for at in range(statement.start, statement.end):
        if norms[at] != "from" or _ORIGINS.isdisjoint(norms[at + 1 : at + _NEAR]) or _is_felt_otherwise(scene, at):
            continue
        for index in range(at + 1, min(at + _PATH, statement.end)):
            limb = _limb(scene, index, statement.end) if norms[index] in words("toward") else None
            if limb is not None:
                yield Chunk(at, limb + 1)
                return
        if (end := _comes_from(scene, at)) is not None:
            yield Chunk(end, at + 1)
            return


def _comes_from(scene: Scene, at: int) -> int | None:
    """Return where a pain of a limb is named that comes from the trunk: `calf pain, comes down from the buttock`."""
    norms = scene.view.norms
    if words("travels").isdisjoint(norms[max(scene.statement.start, at - _FILLING) : at]):
        return None
    named = (index for index in range(scene.statement.start, at) if norms[index] in words("limb_lengths"))
    limb = next(named, None)
    aches = limb is not None and not words("limb_pains").isdisjoint(norms[limb + 1 : limb + _FILLING])
    return limb if aches else None


def _is_felt_otherwise(scene: Scene, at: int) -> bool:
    """Tell whether the way is that of numbness, of a sport or of a person: no pain takes it."""
    before = scene.view.norms[max(scene.statement.start, at - _BEFORE) : at]
    return not words("no_pain").isdisjoint(before) or not words("numb_like").isdisjoint(scene.said)


def _filling(scene: Scene) -> Iterator[Chunk]:
    """Read a pain that fills a long part of a limb, as in `aching in both calves` and `my thighs burn`."""
    for chunk in scene.statement.chunks:
        if words("limb_pains").isdisjoint(scene.words(chunk)) or scene.terms("neuro", "symptom", part=chunk):
            continue
        for at in range(chunk.start, chunk.end):
            if not words("no_pain").isdisjoint(scene.view.norms[chunk.start : at]):
                break
            if scene.view.norms[at] in words("limb_lengths"):
                start = _filled(scene.view.norms, chunk, at)
                if start is not None:
                    yield Chunk(min(start, at), max(start, at) + 1)
                    return


def _filled(norms: Sequence[str], chunk: Chunk, limb: int) -> int | None:
    """Return the index of the word of pain that is said of a part of a limb."""
    at = limb - 1
    before = _before_limbs()
    while at > chunk.start and norms[at] in before:
        at -= 1
    if at > chunk.start and norms[at] in _WITHIN and norms[at - 1] in words("limb_pains"):
        return at - 1
    following = norms[limb + 1 : limb + 2]
    if following in (["cramps"], ["cramp"]) or (norms[limb] in _LOWER and following == ["pain"]):
        return None
    after = range(limb + 1, min(limb + _FILLING, chunk.end))
    pains = words("limb_pains")
    return next((index for index in after if norms[index] in pains and _links(norms[limb + 1 : index])), None)


@cache
def _before_limbs() -> frozenset[str]:
    return (words("path") | words("limb_ends") | {"and", "or"}) - _WITHIN


def _links(between: Sequence[str]) -> bool:
    return (words("becoming") | {"both", "and", "really", "kind", "of", "start", "starts", "to"}).issuperset(between)


def _limb(scene: Scene, toward: int, end: int) -> int | None:
    """Return the index of the part of a limb that a word of direction leads to; whoever treats it is none."""
    norms = scene.view.norms
    for index in range(toward + 1, min(toward + _PATH, end)):
        if norms[index] in words("limb_ends"):
            return None if index + 1 < end and norms[index + 1] in words("clinicians") else index
        if norms[index] not in words("path"):
            return None
    return None


def _pain(scene: Scene, start: int, toward: int) -> int | None:
    """Return the index of the word before a direction that tells of pain or of its travel."""
    said = scene.view.norms[start:toward]
    if words("no_pain").intersection(said):
        return None
    if said[-1:] == ["anything"] or said[-1:] == ["nothing"]:
        return toward - scene.statement.asks
    for index in range(toward - 1, max(start - 1, toward - _BEFORE - 1), -1):
        word = scene.view.norms[index]
        if word in words("pains"):
            return index
        if word in words("travels") and not (index > 0 and scene.view.norms[index - 1] in _PERSONS):
            return None if explains_nerve(scene, index) else index
    return None


def is_way_of_feeling(scene: Scene, hit: Hit) -> bool:
    """Tell whether a way along a limb is that of numbness and not of pain, as in `it goes numb down the arm`."""
    if scene.view.norms[hit.start] not in words("toward"):
        return False
    before = scene.terms("neuro", "symptom", part=Chunk(scene.chunk(hit).start, hit.start))
    strange = any(other.term.value in {"sensory_deficit", "motor_deficit"} for other in before)
    return strange and _PAINS.isdisjoint(scene.words(scene.chunk(hit)))


def runs_before(scene: Scene) -> bool:
    """Tell whether a pain that runs along a limb was told of just before, so that what is denied is how far."""
    before = scene.view.statements_before(scene.statement)[-_TOLD_BEFORE:]
    runs, named = _ways_along(scene.view), [one for one in before if "neuro" in scene.view.named[one.start]]
    return any(one.start in runs for one in before) or any(
        hit.term.value == "radicular_pain" for one in named for hit in scene.view.terms("neuro", one)
    )


def explains_nerve(scene: Scene, way: int) -> bool:
    """Tell whether an examiner only explains where a nerve lies: `the nerve comes out here and goes down the arm`.

    Args:
        scene: The statement.
        way: Index of the first word of the way.
    """
    norms, statement = scene.view.norms, scene.statement
    if statement.turn < 0 or statement.asks or statement.speaker == "patient" or not scene.by_clinician:
        return False
    at = way
    while at > statement.start and norms[at - 1] in _COMING_OUT:
        at -= 1
    return at > statement.start and norms[at - 1] in _NERVES


def takes_pictures(scene: Scene, hit: Hit) -> bool:
    """Tell whether pictures are shot and no pain shoots, as in `let's shoot a couple of lumbar films`.

    Nor does a pain run where hands do, as in `let me run down the spine` and `slide your hand down the leg`.
    """
    if _slides_hand(scene.view.norms[scene.statement.start : hit.start]):
        return True
    if hit.term.text in _RUN:
        before = scene.view.norms[max(scene.statement.start, hit.start - _HANDS) : hit.start]
        return scene.statement.turn >= 0 and scene.by_clinician and "me" in before and "let" in before
    if hit.term.text not in _SHOT:
        return False
    after = scene.view.norms[hit.end : min(hit.end + _FILMS, scene.statement.end)]
    bare = hit.term.text == "shoot" and scene.view.norms[hit.start - 1] in _SHOOTERS
    return bare or not (words("films") | _VIEWS).isdisjoint(after)


def _slides_hand(said: Sequence[str]) -> bool:
    """Tell whether hands go along a leg to measure a motion, as in `fingertips reach below the knee`."""
    return not (_SLIDING.isdisjoint(said) or _MEASURING.isdisjoint(said))
