"""Statements → pain that runs along a limb, told by where it goes."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import words

_BEFORE = 6
_PATH = 8
_PERSONS = frozenset({"i", "he", "she", "we", "they", "you", "patient", "pt", "to"})


def running(scene: Scene) -> Iterator[Chunk]:
    """Read where a pain goes, as in `it goes all the way down the back of my thigh` or `pain into the left calf`."""
    if not words("limb_ends").intersection(scene.words()):
        return
    for chunk in scene.statement.chunks:
        if scene.terms("neuro", "symptom", part=chunk):
            continue
        for index in range(chunk.start + 1, chunk.end):
            limb = _limb(scene, index, chunk.end) if scene.view.norms[index] in words("toward") else None
            if limb is not None and (start := _pain(scene, chunk.start, index)) is not None:
                yield Chunk(start, limb + 1)
                break


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
    for index in range(toward - 1, max(start, toward - _BEFORE) - 1, -1):
        word = scene.view.norms[index]
        if word in words("pains"):
            return index
        if word in words("travels") and not (index > 0 and scene.view.norms[index - 1] in _PERSONS):
            return index
    return None
