"""Questions that only point, and the touch that goes on from one to the next: `I'm on L4. There?`, `No.`, `And L5?`."""

from bisect import bisect_left
from operator import attrgetter

from scribe.extraction.lexicon.context.scene import Scene, scenes
from scribe.extraction.lexicon.tart.asked_of_pressure import (
    asks_for_anything,
    has_hands_on,
    only_names,
    presses_on_place,
)
from scribe.extraction.lexicon.tart.other_questions import loads_joint
from scribe.extraction.lexicon.tart.tenderness import is_pointer
from scribe.extraction.lexicon.words.vocabulary import words

_BACK = 7
_LONGEST = 8
REPRODUCING = frozenset(
    {"reproduce", "reproduces", "reproducing", "recreate", "recreates", "familiar", "yours", "matches"}
)
"""Words by which an examiner asks whether a touch brings on the complaint, as in `Does that reproduce it?`."""
_ASKING = frozenset({"is", "does", "okay", "feel", "that's", "how's", "for"})
"""Words of a question that asks more than whether it hurts where it points."""


def only_points(scene: Scene) -> bool:
    """Tell whether a question says no more than where the fingers are, as in `And there?`."""
    return _ASKING.isdisjoint(scene.said) and is_pointer(scene, scene.statement)


def points_under_hands(scene: Scene) -> bool:
    """Tell whether a question only points to where the hands lie, as in `I'm on the left SI joint. There?`."""
    return only_points(scene) and has_hands_on(scene)


def was_pressed(scene: Scene) -> bool:
    """Tell whether the questions before began with what the hands lie on, as in `L3. Anything?`, `No.`, `And L5?`."""
    known = scenes(scene.view)
    at = bisect_left(known, scene.statement.start, key=attrgetter("statement.start"))
    for one in reversed(known[max(0, at - _BACK) : at]):
        if one.statement.speaker == "patient":
            continue
        if not one.statement.asks and only_names(scene, one.statement):
            continue
        if not one.statement.asks or one.statement.reply is None:
            return presses_on_place(scene, one.statement)
        if asks_for_anything(one) or points_under_hands(one) or _asks_of_pain_under_hands(one):
            return True
        if one.statement.end - one.statement.start > _LONGEST:
            return False
    return False


def _asks_of_pain_under_hands(asked: Scene) -> bool:
    """Tell whether a short question asks of pain where the hands were said to lie: `Pushing on the left SI. Sore?`."""
    short = asked.statement.end - asked.statement.start <= _LONGEST
    return short and (asked.says("hurting") or not REPRODUCING.isdisjoint(asked.said)) and has_hands_on(asked)


def has_cried(scene: Scene) -> bool:
    """Tell whether a patient has just cried out under the fingers, as in `Ooh. The spot.`, `And on the left?`."""
    before = scene.view.statements_before(scene.statement)
    tested = any(scene.view.terms("neuro", one) or loads_joint(scene.words(one)) for one in before)
    cried = (scene.view.norms[one.start] in words("cries") for one in before if one.speaker == "patient")
    return not tested and any(cried)
