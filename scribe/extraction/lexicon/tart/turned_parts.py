"""Parts of a vertebra that have turned to a side, where no term says so: `C2 SP left`, `body right`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.saying import saying, siding
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import words

_TURNED = 3
_TOWARD = frozenset({"is", "off", "over", "to", "the", "goes", "sits"})


@lru_cache(maxsize=1)
def may_deviate(view: View) -> frozenset[int]:
    """Return where the statements start that name a side and a part of a vertebra, which may have turned to it."""
    return saying(view, words("turned_parts")) & siding(view)


def deviated(scene: Scene) -> Iterator[Found]:
    """Read the side to which a part of a vertebra has turned, as in `C2 SP left` or `body right`."""
    for side in scene.view.sides(scene.statement) if scene.statement.start in may_deviate(scene.view) else ():
        chunk = scene.chunk(side)
        end = side.start
        while end > chunk.start and scene.view.norms[end - 1] in _TOWARD:
            end -= 1
        part = Chunk(max(chunk.start, end - _TURNED), end)
        felt = scene.terms("tart", "finding", part=Chunk(chunk.start, end))
        named = words("turned_parts").intersection(scene.words(part)) and not (felt or scene.terms("tart", part=part))
        at_end = all(not word[0].isalnum() for word in scene.words(Chunk(side.end, chunk.end)))
        place = scene.attach(part)[0].place if at_end and named else None
        if place is not None and place.structure == "vertebra":
            yield Found("asymmetry", scene.assertion(side), (part, side), laterality=side.value, rule="tart.position")
