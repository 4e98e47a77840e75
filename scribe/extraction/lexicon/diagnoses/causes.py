"""Conditions that are only named as the cause of a narrowing: `canal stenosis related to the disc bulge`."""

from collections.abc import Collection
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Region

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
    before = [one for one in scene.view.statements_before(scene.statement) if one.turn == scene.statement.turn][-1:]
    opening = scene.view.norms[scene.statement.start : scene.statement.start + 1]
    named = [hit for one in before for hit in scene.view.terms("lesions", one) if hit.term.role == "narrowing"]
    return bool(named) and not words("explaining").isdisjoint(opening)
