"""What is named as a cause: a structure, as in `it is not a disc`, or a condition that narrows a canal."""

from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.negations import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Condition, Diagnosis, Region

_BACK, _AHEAD = 6, 6
_DOUBTS = frozenset({"likely", "probably", "probable", "possible", "possibly", "suspect", "suspected", "suspicious"})
_DOUBTED = frozenset({"disc", "disk", "facet", "facets"})
"""Structures that stand in a note for what is wrong with them."""
PARTS: dict[str, tuple[Condition, Region | None]] = {
    "disc": ("disc_herniation", None),
    "disk": ("disc_herniation", None),
    "hip": ("hip_pathology", "pelvic"),
    "hips": ("hip_pathology", "pelvic"),
    "facet": ("facet_syndrome", None),
    "facets": ("facet_syndrome", None),
    "meniscus": ("other", "lower_extremity"),
    "cuff": ("other", "upper_extremity"),
    "hamstring": ("sprain_strain", "lower_extremity"),
    "hamstrings": ("sprain_strain", "lower_extremity"),
    "piriformis": ("other", "pelvic"),
    "tmj": ("other", "head"),
    "jaw": ("other", "head"),
    "labrum": ("other", None),
    "bursa": ("other", None),
    "achilles": ("other", "lower_extremity"),
}
"""What a structure stands for that is named as the cause, and its region."""
_NAMED = frozenset(PARTS)
_BETTING = frozenset({"money's", "money", "betting", "bet"})
"""Words of who bets on a cause, as in `my money's on the facets`."""
_NOT_IT = frozenset({("not", "it"), ("isn't", "it"), ("wasn't", "it")})
_STAKE = 3
_OPENING = 4
_BLAMING = (["it"], ["it's"], ["its"], ["that"], ["that's"], ["this"])


@lru_cache(maxsize=1)
def may_blame(view: View) -> frozenset[int]:
    """Return where the statements start that name a structure, and have a word with which one is blamed or cleared."""
    named = saying(view, _NAMED)
    return named & saying(view, _blaming()) if named else named


@cache
def _blaming() -> frozenset[str]:
    return frozenset({"it"}) | words("culprits") | words("suspecting") | words("blamed") | _BETTING | _DOUBTS


def culprits(scene: Scene) -> Iterator[Diagnosis]:
    """Read the structures that a clinician rejects or suspects as the cause."""
    if _NAMED.isdisjoint(scene.said):
        return
    if scene.statement.turn < 0:
        yield from _doubted(scene) if scene.stance in {"conclusion", "neutral"} else ()
        return
    if not scene.by_clinician or (scene.stance == "imaging" and not _clears(scene)):
        return
    named = covered_by(scene.terms("conditions"))
    for chunk in scene.statement.chunks:
        for index in range(chunk.start, chunk.end):
            word = scene.view.norms[index]
            if word in PARTS and index not in named and (found := _judged(scene, chunk, index)) is not None:
                places = scene.view.fixing(chunk)
                assertion, start, end = found
                yield _culprit(scene, word, places[0].region if places else None, assertion, Chunk(start, end))


def _clears(scene: Scene) -> bool:
    """Tell whether talk of a film has come to what is not to blame, as in `Clean film. It's not your hip.`."""
    opening = scene.view.norms[scene.statement.start : scene.statement.end][:_OPENING]
    opening = opening[1:] if opening[:1] == ["so"] else opening
    return opening[:1] in _BLAMING and any(map(is_not, opening))


def _culprit(scene: Scene, word: str, region: Region | None, assertion: Assertion, part: Chunk) -> Diagnosis:
    """Return the diagnosis that a structure stands for, in its own region or else in that of its words."""
    condition, own = PARTS[word]
    return Diagnosis(
        condition=condition,
        region=own or region,
        assertion=assertion,
        read_by="diagnoses.condition",
        evidence=scene.quote(part),
    )


def _doubted(scene: Scene) -> Iterator[Diagnosis]:
    """Read the structures that a note names as the likely cause, as in `likely disc` and `facet C2-3 suspected`."""
    if _DOUBTS.isdisjoint(scene.said):
        return
    named = covered_by(scene.terms("conditions"))
    norms = scene.view.norms
    for at in range(scene.statement.start, scene.statement.end):
        if norms[at] not in _DOUBTED or at in named:
            continue
        place = next((one for one in scene.view.fixing(scene.statement) if one.start == at + 1), None)
        end = place.end if place else at + 1
        after = norms[end] if end < scene.statement.end else "."
        doubt = at - 1 if norms[at - 1] in _DOUBTS else end if after in _DOUBTS else None
        if doubt is None or (doubt < at and after[0].isalnum() and after not in words("after_culprit")):
            continue
        near = [place] if place else scene.view.fixing(scene.statement)[-1:]
        region = near[0].region if near else None
        yield _culprit(scene, norms[at], region, "possible", Chunk(min(doubt, at), max(doubt + 1, end)))


def _judged(scene: Scene, chunk: Chunk, at: int) -> tuple[Assertion, int, int] | None:
    norms = scene.view.norms
    end = _end(scene, chunk, at)
    said = norms[at + 1 : end]
    if tuple(norms[at + 1 : at + 3]) in _NOT_IT:
        return "absent", at, at + 3
    if words("culprits").intersection(said):
        return ("absent", at, end) if any(map(_denies, said)) else None
    start = at
    while start > max(chunk.start, at - _BACK) and norms[start - 1] in words("before_culprit"):
        start -= 1
    before = norms[start - 1] if start > chunk.start else ""
    if before in words("suspecting"):
        return "possible", start - 1, at + 1
    if before == "on" and not _BETTING.isdisjoint(norms[max(chunk.start, start - 1 - _STAKE) : start - 1]):
        return "possible", max(chunk.start, start - 1 - _STAKE), at + 1
    blamed = bool(words("blamed").intersection(norms[max(chunk.start, start - _BACK) : at]))
    return ("absent", start - 1, at + 1) if _denies(before) and blamed and _ends_there(scene, chunk, at) else None


def _end(scene: Scene, chunk: Chunk, at: int) -> int:
    """Return the index after a clause such as `is not the problem` that follows a structure."""
    end = at + 1
    while end < min(chunk.end, at + _AHEAD) and (
        scene.view.norms[end] in words("before_culprit") or _denies(scene.view.norms[end])
    ):
        end += 1
    return end + 1 if end < chunk.end and scene.view.norms[end] in words("culprits") else end


def _denies(word: str) -> bool:
    return word == "nothing" or is_not(word)


def _ends_there(scene: Scene, chunk: Chunk, at: int) -> bool:
    """Tell whether a structure ends what is said, and does not name what follows, as in `not a disc replacement`."""
    after = scene.view.norms[at + 1] if at + 1 < chunk.end else "."
    return not after[0].isalnum() or after in words("after_culprit")


_REACH = 6
_CAUSAL = frozenset({"from", "by", "due", "because", "of", "secondary"})
_SHORT_FOR_DUE = frozenset({("2", "/"), ("d", "/"), ("2", "°"), ("/", "2"), ("/", "t")})
"""The first signs of `2/2`, `d/t` and `2° to`."""
_LEADING = frozenset({"related", "attributable", "attributed", "resulting", "same", "(", "["})
"""Words and marks behind a narrowing that lead to its cause, beside those of the table."""
_DOING = frozenset({"make", "makes", "made", "does", "do", "doing", "making", "causes", "cause", "causing"})
_DONE = frozenset({"it", "that", "this"})
_ENDING = frozenset({";", ".", "causing"})
_NO_CAUSES = frozenset({
    "spondylolisthesis", "radiculopathy", "sciatica", "myelopathy", "cauda_equina", "low_back_pain", "neck_pain",
    "thoracic_pain", "headache", "muscle_spasm",
})  # fmt: skip
"""What a narrowing brings about, and a slip, which is the diagnosis where it explains a narrowing."""
_NARROWING = frozenset({"disc_herniation", "disc_degeneration", "spondylosis", "facet_syndrome", "epidural_fibrosis"})
"""Conditions that narrow, of which several may be blamed in one list."""


def is_cause(scene: Scene, hit: Hit, narrowed: Collection[Region | None]) -> bool:
    """Tell whether a condition is named as the cause of a narrowing, as in `stenosis from the disc bulge`.

    Args:
        scene: The statement.
        hit: The condition.
        narrowed: The regions of narrowings that the statement states with their mechanism.
    """
    if hit.term.value in _NO_CAUSES:
        return False
    norms, start = scene.view.norms, _since_effect(scene, hit)
    caused = bool(_CAUSAL.intersection(norms[max(start, hit.start - _REACH) : hit.start]))
    if narrowed and (caused or _is_blamed(scene, hit)):
        return True
    if hit.term.value != "disc_herniation":
        return False
    between = _since_narrowing(scene, hit)
    if between is None:
        return caused and _explains(scene)
    return not words("causing").isdisjoint(between) or any(pair in _SHORT_FOR_DUE for pair in pairwise(between))


def _since_effect(scene: Scene, hit: Hit) -> int:
    """Return where the words begin that may blame a condition: behind what a narrowing brings about."""
    effects = (one for one in scene.terms("conditions", "condition") if one.term.value in _NO_CAUSES)
    return max((one.end for one in effects if one.end <= hit.start), default=scene.statement.start)


def _is_blamed(scene: Scene, hit: Hit) -> bool:
    """Tell whether a condition stands among the causes behind a narrowing: `(facet hypertrophy and disc extrusion)`."""
    between = _since_narrowing(scene, hit)
    if between is None or hit.term.value not in _NARROWING:
        return False
    if _does_it(scene, hit):
        return True
    leads = [at for at, word in enumerate(between) if word in _LEADING or word in words("causing")]
    leads += [at for at, pair in enumerate(pairwise(between)) if pair in _SHORT_FOR_DUE]
    return bool(leads) and _ENDING.isdisjoint(between[min(leads) :])


def _does_it(scene: Scene, hit: Hit) -> bool:
    """Tell whether a condition is said to do the narrowing: `it's the ridge and the bulging disc that make it`."""
    behind = scene.view.norms[hit.end : min(hit.end + _REACH, scene.statement.end)]
    return any(verb in _DOING and whom in _DONE for verb, whom in pairwise(behind))


def _since_narrowing(scene: Scene, hit: Hit) -> list[str] | None:
    """Return the words between the last narrowing before a condition and it; None where there is no narrowing.

    What the narrowing brings about begins anew.
    """
    heads = [head.end for head in scene.terms("lesions", "narrowing") if head.end <= hit.start]
    return scene.view.norms[max(heads[-1], _since_effect(scene, hit)) : hit.start] if heads else None


def _explains(scene: Scene) -> bool:
    """Tell whether a statement goes on with the cause of a narrowing: `Canal stenosis. It's from the disc.`."""
    before = scene.earlier_in_turn[-1:]
    opening = scene.view.norms[scene.statement.start : scene.statement.start + 1]
    named = [hit for one in before for hit in scene.view.terms("lesions", one) if hit.term.role == "narrowing"]
    return bool(named) and not words("explaining").isdisjoint(opening)
