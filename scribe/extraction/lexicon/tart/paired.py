"""How the two sides of a pelvis go along as somebody bends: `My thumbs are on the dimples. They rise together.`.

The side that rides up first or farther is the one that does not move: `Bend forward. Left thumb goes first.`.
"""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.denials import denies
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality, Region

_TOGETHER = frozenset({"together", "evenly"})
_RISING = frozenset({
    "move", "travel", "rise", "ride", "lift", "go", "come", "moving", "travelling", "traveling", "rising", "going",
})  # fmt: skip
_GIRDLE = frozenset({"pelvic", "sacral"})
_ALIKE = _GIRDLE | {"rib_cage"}
"""Where two sides may move alike."""
_LEADING = frozenset({"gets", "sets", "starts", "takes", "pulls", "runs", "rides", "shoots"})
"""Verbs of what goes ahead, besides those of rising."""
_BENDING = frozenset({"bend", "bending", "bends", "forward", "flexion", "fold", "lean", "toes"})
_THUMBS = frozenset({"thumb", "thumbs", "dimple", "dimples", "psis", "psises"})
_SITTING = frozenset({"sit", "sitting", "seated"})
_TURNS = 2
_AHEAD = 4
"""Words from a verb to how far or soon something rises."""


@lru_cache(maxsize=1)
def may_pair(view: View) -> frozenset[int]:
    """Return where the statements start that may say how two things move, alike or one before the other."""
    ahead = saying(view, words("rising") | _LEADING) & saying(view, words("sooner") | {"up", "before", "off", "ahead"})
    return (saying(view, _TOGETHER) & saying(view, _RISING)) | (ahead if view.said & _THUMBS else frozenset())


def paired(scene: Scene) -> Iterator[Found]:
    """Read that both sides of a pelvis go up alike as somebody bends, or which one goes before the other."""
    if scene.statement.turn < 0 or scene.statement.start not in may_pair(scene.view):
        return
    norms, tested = scene.view.norms, _tested(scene)
    for at in range(scene.statement.start + 1, scene.statement.end):
        rises = norms[at - 1] == "up"
        verb = at - 1 - rises
        if norms[at] in _TOGETHER and norms[verb] in _RISING and norms[verb - 1] != "to":
            said = Chunk(verb, at + 1)
            named = scene.attach(said)[0]
            if (tested or (named.region in _ALIKE and not rises)) and not denies(scene.words(scene.chunk(said))):
                region = None if named.region in _ALIKE else tested
                yield Found("restriction", "absent", (said,), region, named.laterality, "tart.motion")
            return
    if tested is not None and (ahead := _ahead(scene)) is not None:
        yield ahead._replace(region=tested)


def _ahead(scene: Scene) -> Found | None:
    """Read which thumb goes before the other, as in `Left one goes first and farther`."""
    norms, end = scene.view.norms, scene.statement.end
    if scene.statement.asks or any(place.region not in _GIRDLE for place in scene.view.fixing(scene.statement)):
        return None
    for verb in range(scene.statement.start, end):
        if norms[verb] in words("rising") | _LEADING:
            after = norms[verb + 1 : min(end, verb + _AHEAD)]
            soon = not words("sooner").isdisjoint(after) or after[:1] in (["up"], ["off"]) or "before" in after
            if soon and not denies(norms[scene.statement.start : verb]) and (side := _side_of(scene, verb)):
                return Found("restriction", "present", (Chunk(verb, verb + 2),), None, side, "tart.motion")
    return None


def _side_of(scene: Scene, verb: int) -> Laterality | None:
    """Return the side that goes ahead, as a part tells it; `that one` is the one spoken of, and `the other` is left."""
    part = scene.chunk(Chunk(verb, verb + 1))
    behind = [
        side for side in scene.view.sides(Chunk(verb, part.end)) if "before" not in scene.view.norms[verb : side.start]
    ]
    sides = scene.view.sides(Chunk(part.start, verb)) or behind
    points = "that" in scene.view.norms[part.start : verb]
    return sides[0].value if len(sides) == 1 else scene.topic.side if points and not sides else None


def _tested(scene: Scene) -> Region | None:
    """Return the region of a bending test with thumbs on the dimples, which is another when somebody sits."""
    told = [*(one for one in scene.view.statements_before(scene.statement) if _is_near(scene, one)), scene.statement]
    said = [scene.view.norms[one.start : one.end] for one in told]
    bent = [one for one in said if not _BENDING.isdisjoint(one)]
    if not bent or all(map(_THUMBS.isdisjoint, said)):
        return None
    posed = next((one for one in reversed(said) if not (_SITTING | {"stand", "standing"}).isdisjoint(one)), [])
    # Thumbs may sit on the dimples of who stands.
    return "pelvic" if _SITTING.isdisjoint(posed) or not _THUMBS.isdisjoint(posed) else "sacral"


def _is_near(scene: Scene, earlier: Statement) -> bool:
    return scene.statement.turn - earlier.turn <= _TURNS
