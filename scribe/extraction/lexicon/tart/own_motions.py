"""How far an examiner says that a patient moves: `You can't look up very far`, `You turn well to the right`."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.followed_motions import clauses
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.ranges import is_part
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality, Region

_WHO = frozenset({"you", "you're", "he", "she", "he's", "she's"})
_GAZING = frozenset({"look", "looks", "looking"})
_BENDING = frozenset({"bend", "bends", "bending", "lean", "leans", "leaning"})
_VERBS = _GAZING | _BENDING | {
    "turn", "turns", "turning", "rotate", "rotates", "rotating", "tilt", "tilts", "tilting", "twist", "twists",
    "twisting", "extend", "extends", "extending",
}  # fmt: skip
_WAYS = frozenset({"left", "right", "up", "down", "back", "backward", "backwards", "forward", "forwards", "over"})
_BEFORE = frozenset({
    "so", "and", "but", "okay", "now", "then", "well", "here", "see", "yeah", "hm", "there", "no", "right",
})  # fmt: skip
_BETWEEN = frozenset({
    "can", "can't", "cannot", "don't", "doesn't", "do", "does", "barely", "hardly", "scarcely", "only", "really", "not",
    "aren't", "isn't", "won't", "just", "still", "even", "quite", "actually",
})  # fmt: skip
_LESS = frozenset({"barely", "hardly", "scarcely", "only", "cannot", "less"})
_DEGREES = frozenset({
    "very", "far", "much", "all", "the", "way", "to", "your", "side", "at", "about", "so", "not", "quite", "of", "a",
    "bit", "little", "or", "and", "today", "well", "fine", "nicely", "easily", "freely", "good", "great", "beautifully",
    "lovely", "really", "less", "without", "any", "no", "trouble", "problem", "that", "there", "head", "neck", "past",
})  # fmt: skip
"""Words that tell how far, or how well, somebody moves."""
_WELL = frozenset({
    "well", "fine", "nicely", "easily", "freely", "good", "great", "beautifully", "lovely", "trouble", "problem",
})  # fmt: skip
_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})


@lru_cache(maxsize=1)
def may_tell_own_motion(view: View) -> frozenset[int]:
    """Return where the statements start that may tell how far somebody turns or bends."""
    return saying(view, _WHO) & saying(view, _VERBS) & saying(view, _WAYS)


def own_motions(scene: Scene) -> Iterator[Found]:
    """Read how far somebody turns, looks or bends, as an examiner says it who has asked for it or sees it."""
    statement = scene.statement
    if statement.turn < 0 or statement.start not in may_tell_own_motion(scene.view):
        return
    for clause in clauses(scene.view, statement):
        said = scene.words(clause)
        at = _verb_at(said)
        verdict = _verdict(said, at) if at is not None else None
        region = _region(scene, said[at]) if at is not None and verdict is not None else None
        if verdict is not None and region is not None:
            yield Found("restriction", verdict, (clause,), region, _side(scene, clause), "tart.motion")


def _verb_at(said: list[str]) -> int | None:
    """Return the index of the verb behind whoever moves; None where another thing is told."""
    who = next((at for at, word in enumerate(said) if word not in _BEFORE and word[0].isalnum()), None)
    if who is None or said[who] not in _WHO:
        return None
    at = next((at for at in range(who + 1, len(said)) if said[at] not in _BETWEEN), None)
    return at if at is not None and said[at] in _VERBS else None


def _verdict(said: list[str], verb: int) -> Assertion | None:
    """Return whether what somebody does falls short; None where the words tell more than how far it goes."""
    behind = [word for word in said[verb + 1 :] if word[0].isalnum()]
    short = words("partway") - {"tight", "stops", "stopped"}
    part = any(is_part(behind, at, short) for at in range(len(behind)))
    if not (_WAYS | _DEGREES | short).issuperset(behind) or _WAYS.isdisjoint(behind):
        return None
    if part or any(map(is_not, said)) or not _LESS.isdisjoint(said):
        return "present"
    full = not _WELL.isdisjoint(behind) or ("all", "the") in pairwise(behind)
    return "absent" if full else None


def _region(scene: Scene, verb: str) -> Region | None:
    """Return what moves: a gaze turns the neck, and what was spoken of last else, or a low back that bends."""
    topic: Region | None = "cervical" if scene.topic.region == "head" else scene.topic.region
    named = [place.region for place in scene.view.fixing(scene.statement) if place.region in _SPINE]
    if verb in _GAZING or not words("of_neck").isdisjoint(scene.said):
        return "cervical"
    return named[-1] if named else topic if topic in _SPINE else None


def _side(scene: Scene, clause: Chunk) -> Laterality | None:
    sides = {side.value for side in scene.view.sides(clause)} - {"midline"}
    return sides.pop() if len(sides) == 1 else None
