"""Strength that an examiner calls good right behind a command: `Toes up, that's good on both sides.`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.calling_out import TIPS
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.parts import earlier_in_turn
from scribe.extraction.lexicon.view.saying import saying, siding
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_GOOD = frozenset({"good", "fine", "great", "perfect", "lovely"})
_TRIED = frozenset({
    "toe", "toes", "foot", "feet", "heel", "heels", "fingers", "kick", "squeeze", "grip", "wrists", "push",
})  # fmt: skip
"""What is moved, or done, where nothing but strength is tried."""
_WAYS = frozenset({"up", "down", "out", "back", "in", "apart", "against", "kick", "squeeze", "push", "pull"})
_CALLED = frozenset({
    "that", "that's", "those", "it", "it's", "they", "is", "are", "both", "sides", "side", "on", "either", "legs",
    "arms", "hands", "feet", "the", "and", "of", "them", "left", "right", "nice", "very", "really", "pretty", "all",
    "same",
})  # fmt: skip
_TREATING = frozenset({"again", "relax", "hold", "breathe", "breath", "gently", "slowly", "more", "knee", "knees"})
"""Words with which a muscle is treated and not tried."""
_UPON = frozenset({"up", "walk", "stand", "rise", "push", "raise"})
_ALONE = frozenset({"just", "now", "and", "the", "only", "then", "on", "leg", "foot", "side", "one", "alone", "okay"})
_BACK = 2


@lru_cache(maxsize=1)
def may_be_good(view: View) -> frozenset[int]:
    """Return where the statements start that may call strength good, or name the leg that stands alone."""
    alone = siding(view) if not TIPS.isdisjoint(view.said) else frozenset[int]()
    return alone | (saying(view, _GOOD) & saying(view, _TRIED))


def good_strength(scene: Scene) -> Iterator[Found]:
    """Read the strength that an examiner calls good in the breath of the command, or on one leg alone.

    Args:
        scene: The statement.
    """
    if scene.statement.start not in may_be_good(scene.view) or scene.statement.turn < 0:
        return
    if not scene.may_examine or scene.statement.asks:
        return
    if (found := _called_good(scene) or _on_one_leg(scene)) is not None:
        yield found


def _called_good(scene: Scene) -> Found | None:
    """Return what a part calls good behind the command of the parts before."""
    norms, statement = scene.view.norms, scene.statement
    if not _TREATING.isdisjoint(scene.said):
        return None
    for part in statement.chunks[1:]:
        said = frozenset(word for word in norms[part.start : part.end] if word[0].isalnum())
        before = frozenset(norms[statement.start : part.start])
        bid = not _TRIED.isdisjoint(before) and not _WAYS.isdisjoint(before)
        told = said <= _CALLED | _GOOD and not said.isdisjoint(_GOOD) and said - _GOOD != frozenset()
        felt = any(hit.term.role in {"finding", "motion"} for hit in scene.terms("tart", part=part))
        if bid and told and not felt:
            return Found("motor_deficit", "absent", (Chunk(statement.start, part.end),), _side(scene, part))
    return None


def _side(scene: Scene, part: Chunk) -> Laterality | None:
    sides = scene.view.sides(part) or scene.view.sides(scene.statement)
    if sides:
        return sides[0].value
    return "bilateral" if "both" in scene.words(part) else None


def _on_one_leg(scene: Scene) -> Found | None:
    """Return that somebody rises on one leg alone: `Up on your toes. Just the left. Good.`."""
    view, statement = scene.view, scene.statement
    sides = view.sides(statement)
    rest = [word for word in scene.rest_of(statement) if word[0].isalnum()]
    later = scene.later_in_turn[:1]
    if len(sides) != 1 or not _ALONE.issuperset(rest) or not later or not _praises(view, later[0]):
        return None
    if not any(_rises(view, one) for one in earlier_in_turn(view, statement)[-_BACK:]):
        return None
    return Found("motor_deficit", "absent", (Chunk(statement.start, later[0].end),), sides[0].value)


def _praises(view: View, one: Statement) -> bool:
    said = frozenset(word for word in view.norms[one.start : one.end] if word[0].isalnum())
    return said <= _GOOD | words("strong") | {"nice", "very", "and"} and not one.asks


def _rises(view: View, one: Statement) -> bool:
    said = view.norms[one.start : one.end]
    return not TIPS.isdisjoint(said) and not _UPON.isdisjoint(said)
