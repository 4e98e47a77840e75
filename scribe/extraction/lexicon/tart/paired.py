"""Two sides of a pelvis that move alike as somebody bends: `My thumbs are on the dimples. They rise together.`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.negations import denies
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View

_TOGETHER = frozenset({"together"})
_RISING = frozenset({
    "move", "travel", "rise", "ride", "lift", "go", "come", "moving", "travelling", "traveling", "rising", "going",
})  # fmt: skip
_GIRDLE = frozenset({"pelvic", "sacral", "rib_cage"})


@lru_cache(maxsize=1)
def may_pair(view: View) -> frozenset[int]:
    """Return where the statements start that may say that two things move together."""
    return saying(view, _TOGETHER) & saying(view, _RISING)


def paired(scene: Scene) -> Iterator[Found]:
    """Read that both sides of a pelvis go up alike as somebody bends, as in `the dimples rise together`."""
    if scene.statement.turn < 0 or scene.statement.start not in may_pair(scene.view):
        return
    norms = scene.view.norms
    for at in range(scene.statement.start + 1, scene.statement.end):
        if norms[at] == "together" and norms[at - 1] in _RISING and norms[at - 2] != "to":
            said = Chunk(at - 1, at + 1)
            named = scene.attach(said)[0]
            if named.region in _GIRDLE and not denies(scene.words(scene.chunk(said))):
                yield Found("restriction", "absent", (said,), laterality=named.laterality, rule="tart.motion")
