"""What is named as a cause: a structure, as in `it is not a disc`, or a condition that narrows a canal."""

from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Condition, Diagnosis, Region

_BACK, _AHEAD = 6, 6
PARTS: dict[str, tuple[Condition, Region | None]] = {
    "disc": ("disc_herniation", None),
    "disk": ("disc_herniation", None),
    "discs": ("disc_herniation", None),
    "disks": ("disc_herniation", None),
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
_NOT_IT = frozenset({("not", "it"), ("isn't", "it"), ("wasn't", "it")})
_OPENING = 4
_BLAMING = (["it"], ["it's"], ["its"], ["that"], ["that's"], ["this"])


@lru_cache(maxsize=1)
def may_blame(view: View) -> frozenset[int]:
    """Return where the statements start that name a structure, and have a word with which one is blamed or cleared."""
    named = saying(view, _NAMED)
    return named & saying(view, _blaming()) if named else named


@cache
def _blaming() -> frozenset[str]:
    return frozenset({"it"}) | words("suspecting") | words("blamed")


def culprits(scene: Scene) -> Iterator[Diagnosis]:
    """Read the structures that a clinician rejects or suspects as the cause."""
    if _NAMED.isdisjoint(scene.said) or scene.statement.turn < 0:
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
                condition, own = PARTS[word]
                yield Diagnosis(
                    condition=condition,
                    region=own or (places[0].region if places else None),
                    assertion=assertion,
                    read_by="diagnoses.condition",
                    evidence=scene.quote(Chunk(start, end)),
                )


def _clears(scene: Scene) -> bool:
    """Tell whether talk of a film has come to what is not to blame, as in `Clean film. It's not your hip.`."""
    opening = scene.view.norms[scene.statement.start : scene.statement.end][:_OPENING]
    opening = opening[1:] if opening[:1] == ["so"] else opening
    return opening[:1] in _BLAMING and any(map(is_not, opening))


def _judged(scene: Scene, chunk: Chunk, at: int) -> tuple[Assertion, int, int] | None:
    norms = scene.view.norms
    if tuple(norms[at + 1 : at + 3]) in _NOT_IT:
        return "absent", at, at + 3
    start = at
    while start > max(chunk.start, at - _BACK) and norms[start - 1] in words("before_culprit"):
        start -= 1
    before = norms[start - 1] if start > chunk.start else ""
    if before in words("suspecting"):
        return "possible", start - 1, at + 1
    blamed = bool(words("blamed").intersection(norms[max(chunk.start, start - _BACK) : at]))
    return ("absent", start - 1, at + 1) if _denies(before) and blamed and _ends_there(scene, chunk, at) else None


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
    between = _since_narrowing(scene, hit) if hit.term.value == "disc_herniation" else None
    if between is None:
        return False
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
