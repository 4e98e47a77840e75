"""Spaces that share one narrowing, each with what narrows it: `stenosis: canal by flavum, foramen by a spur`."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk

_SEAMS = frozenset({",", ";", "and", "comma", "/"})


def paired(scene: Scene) -> list[Chunk]:
    """Return the parts of a statement that pair a space with a mechanism, or nothing where one of them has none."""
    spaces = scene.terms("lesions", "compartment")
    if len({space.term.value for space in spaces}) == 1 or len(scene.terms("lesions", "narrowing")) != 1:
        return []
    cuts = [scene.statement.start]
    for one, other in pairwise(spaces):
        if one.term.value != other.term.value:
            seams = [at for at in range(one.end, other.start) if scene.view.norms[at] in _SEAMS]
            if not seams:
                return []
            cuts.append(seams[-1])
    parts = [Chunk(start, end) for start, end in pairwise([*cuts, scene.statement.end])]
    whole = len(parts) > 1 and all(scene.terms("mechanisms", part=part) for part in parts)
    return parts if whole else []
