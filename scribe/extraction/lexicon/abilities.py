"""Statements → strength and feeling that a patient lacks, told by what cannot be done or felt."""

from collections.abc import Iterator

from scribe.extraction.lexicon.scene import Scene
from scribe.extraction.lexicon.view import Chunk
from scribe.extraction.lexicon.vocabulary import words
from scribe.schema import NeuroKind

_DEED = 3
_PART = 6
_ON_TOES = frozenset({"walk", "stand", "rise", "push"})
_TIPS = frozenset({"toe", "toes", "tiptoe", "tiptoes", "heel", "heels"})
_FEEL = frozenset({"feel", "sense", "perceive"})
_WHOSE = frozenset({"my", "his", "her", "their", "the", "your"})


def lacking(scene: Scene) -> Iterator[tuple[NeuroKind, Chunk]]:
    """Read what a patient is unable to do or to feel, as in `cannot lift the left foot` or `can't feel her toes`.

    What pain keeps from being done is no weakness.
    """
    failing = [hit for hit in scene.terms("neuro", "value") if words("failing").intersection(hit.term.text.split())]
    if not failing or "pain" in scene.words():
        return
    norms = scene.view.norms
    for hit in failing:
        end = min(hit.end + _DEED, scene.chunk(hit).end)
        for index in range(hit.end, end):
            after = norms[index + 1 : min(index + _PART, scene.chunk(hit).end)]
            if _is_weakness(norms[index], after):
                yield "motor_deficit", Chunk(hit.start, index + 1)
                break
            if norms[index] in _FEEL and _is_own(scene, hit.start, after):
                yield "sensory_deficit", Chunk(hit.start, index + 1)
                break


def _is_weakness(deed: str, after: list[str]) -> bool:
    if deed in _ON_TOES:
        return bool(_TIPS.intersection(after))
    return deed in words("deeds") and bool(words("limb_parts").intersection(after))


def _is_own(scene: Scene, start: int, after: list[str]) -> bool:
    """Tell whether the patient does not feel a part of the own body, and not the examiner what is searched for."""
    if scene.statement.speaker == "clinician" and scene.view.norms[max(0, start - 1)] == "i":
        return False
    return bool(after) and after[0] in _WHOSE and bool(words("limb_parts").intersection(after[:3]))
