"""Whether somebody whose strength is tried gets up on toes or heels: `Up on your toes. Good.`, `You can't get up.`."""

from functools import lru_cache

from scribe.extraction.lexicon.context.denials import is_particle
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.calling_out import TIPS
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_UPON = frozenset({"up", "on", "walk", "stand", "rise", "raise", "walking"})
_PRAISING = frozenset({
    "good", "fine", "great", "perfect", "lovely", "excellent", "easy", "nice", "okay", "ok", "very", "and", "that",
    "that's", "is", "no", "problem", "problems", "trouble", "job", "beautiful", "both", "well", "done", "there",
})  # fmt: skip
_GOOD = frozenset(
    {"good", "fine", "great", "perfect", "lovely", "excellent", "easy", "problem", "trouble", "beautiful"}
)
_TRAINING = frozenset({
    "again", "hold", "slowly", "slow", "times", "reps", "rep", "sets", "set", "ten", "fifteen", "twelve", "repeat",
    "stretch", "exercise", "exercises", "lower", "seconds", "more", "count", "daily", "home", "counter", "progress",
})  # fmt: skip
"""Words with which somebody who goes up on the toes is trained, and not tried."""
_UNABLE = frozenset({"can't", "cannot", "couldn't"})
_DOING = frozenset({"do", "get", "hold", "make", "manage", "lift", "rise", "stay", "go", "keep", "push", "raise"})
_BEHIND = frozenset({
    "it", "up", "there", "that", "the", "one", "on", "left", "right", "side", "all", "at", "as", "high", "way", "foot",
    "heel", "leg", "off", "floor", "even", "really", "quite", "much", "toes", "toe", "your",
})  # fmt: skip
_NOT = frozenset({"not", "no", "never", "drops", "weaker", "weak"})
_BACK, _AHEAD = 4, 4
_SIDES: dict[str, Laterality] = {"left": "left", "right": "right"}


@lru_cache(maxsize=1)
def may_rise(view: View) -> frozenset[int]:
    """Return where the statements start that may bid to rise on the toes, or say that somebody cannot."""
    tips = saying(view, TIPS)
    return (tips & saying(view, _UPON)) | (saying(view, _UNABLE) & saying(view, _DOING)) if tips else frozenset()


def risen(scene: Scene) -> Found | None:
    """Return that somebody gets up on the tips of the feet who is bidden to, or that one side does not.

    Args:
        scene: The statement.
    """
    if scene.statement.start not in may_rise(scene.view) or scene.statement.turn < 0 or not scene.may_examine:
        return None
    return _praised(scene) or _fails(scene)


def _praised(scene: Scene) -> Found | None:
    """Return that a command to rise is met with praise: `Walk on your heels for me. Good.`."""
    later = scene.later_in_turn
    if not _bids(scene.view, scene.statement) or not later or later[0].asks or _trains(scene, later[:_AHEAD]):
        return None
    if _is_denied(scene, later[1:_AHEAD]):
        return None
    said = frozenset(word for word in scene.view.norms[later[0].start : later[0].end] if word[0].isalnum())
    if not said <= _PRAISING or said.isdisjoint(_GOOD):
        return None
    return Found("motor_deficit", "absent", (Chunk(scene.statement.start, later[0].end),))


def _bids(view: View, one: Statement) -> bool:
    """Tell whether a statement bids to rise on the tips of the feet, with no side of its own."""
    said = view.norms[one.start : one.end]
    return not TIPS.isdisjoint(said) and not _UPON.isdisjoint(said) and _UNABLE.isdisjoint(said)


def _is_denied(scene: Scene, later: list[Statement]) -> bool:
    """Tell whether not all is well with the next words: `On your toes. Good. Heels. No, the left drops.`."""
    said = (word for one in later for word in scene.view.norms[one.start : one.end])
    return any(is_particle(word) or word in _NOT for word in said)


def _trains(scene: Scene, later: list[Statement]) -> bool:
    around = (*scene.earlier_in_turn[-1:], scene.statement, *later)
    return any(not _TRAINING.isdisjoint(scene.view.norms[one.start : one.end]) for one in around)


def _fails(scene: Scene) -> Found | None:
    """Return the side on which somebody cannot rise who was bidden to: `The right, you can't get up.`."""
    norms, statement = scene.view.norms, scene.statement
    at = next((at for at in range(statement.start, statement.end) if norms[at] in _UNABLE), None)
    if at is None or norms[at - 1] != "you" or statement.asks:
        return None
    rest = [word for word in norms[at + 1 : statement.end] if word[0].isalnum()]
    if not rest or rest[0] not in _DOING or not (_DOING | _BEHIND).issuperset(rest):
        return None
    earlier = [one for one in scene.earlier_in_turn[-_BACK:] if _bids(scene.view, one)]
    if not earlier or not words("resisting").isdisjoint(norms[earlier[-1].end : statement.start]):
        return None
    sides = {side.value for side in scene.view.sides(statement)} or {_SIDES[word] for word in rest if word in _SIDES}
    return Found("motor_deficit", "present", (Chunk(at - 1, statement.end),), sides.pop() if len(sides) == 1 else None)
