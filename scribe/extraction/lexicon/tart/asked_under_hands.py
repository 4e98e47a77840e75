"""Questions that say no more than questions of a touch do, where hands are at work: `I'm on both SIs. Which is worse?`.

Hands are at work where the examiner or the patient says so, and at a bone that nobody names but who presses it.
"""

from collections.abc import Sequence

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.asked_of_pressure import names_palpated
from scribe.extraction.lexicon.tart.hands import hands_at_work
from scribe.extraction.lexicon.tart.other_questions import loads_joint
from scribe.extraction.lexicon.tart.under_pressure import TOUCHED, YOURS, pained
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.replies import Reply
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import limb_words, words

_LONGEST = 16
_SMALL = frozenset(
    {"vertebra", "articular_pillar", "sacral_sulcus", "inferior_lateral_angle", "piriformis", "quadratus_lumborum"}
)
"""What is only named one by one by who touches it."""
_SHOWN = frozenset({"here", "this", "these", "there", "that", "those", "them"})
_LEAVE = frozenset({"can", "may", "mind", "ready", "could"})
_ANSWER = 12


def asks_under_hands(scene: Scene, reply: Reply) -> bool:
    """Tell whether a question can only be of a touch, by its words and by hands that are at work.

    Args:
        scene: The statement that asks.
        reply: What is answered.
    """
    if not scene.by_clinician or scene.statement.end - scene.statement.start > _LONGEST:
        return False
    named: list[Item] = [*scene.view.places(scene.statement), *scene.view.sides(scene.statement)]
    said = [word for word in words_beside(scene.view, scene.statement, named) if word[0].isalnum()]
    if not words("touch_asking").issuperset(said) or not (_LEAVE | limb_words()).isdisjoint(scene.said):
        return False
    return _is_touched(scene, said) or _answers_of_touch(scene, reply, said)


def _is_touched(scene: Scene, said: Sequence[str]) -> bool:
    """Tell whether hands are at work in a question, or in the words before it, or it shows a bone and asks of pain."""
    near = (scene.statement, *scene.earlier_in_turn[-2:])
    signs = any(hit.term.role == "sign" for one in near for hit in scene.view.terms("neuro", one))
    if signs or any(loads_joint(scene.words(one)) for one in near):
        return False
    placed = any(bool(scene.view.fixing(one)) for one in near)
    if placed and any(hands_at_work(scene.words(one)) for one in near):
        return True
    asks = not words("hurting").isdisjoint(said)
    shown = asks and not _SHOWN.isdisjoint(said)
    return asks and any(
        place.structure in _SMALL or (shown and place.structure in words("palpated"))
        for place in scene.view.fixing(scene.statement)
    )


def _answers_of_touch(scene: Scene, reply: Reply, said: Sequence[str]) -> bool:
    """Tell whether a patient speaks of the touch, or of its pain where only a place was named to ask of."""
    answer = scene.view.norms[reply.start : reply.start + _ANSWER]
    if not scene.view.fixing(scene.statement):
        return False
    if not YOURS.isdisjoint(answer) and not TOUCHED.isdisjoint(answer):
        return True
    if answer[0] == "pressure" or answer[1:2] == ["pressure"]:
        return True
    if "tender" in answer and "not" not in answer and "no" not in answer:
        return True  # Nobody is tender but to a touch.
    asked = any(one.asks for one in scene.earlier_in_turn[-1:])
    bare = not asked and words("next_place").issuperset(said)
    told = next(iter(scene.view.statements_from(reply.start)), None)
    small = names_palpated(scene.view, scene.statement)
    return bare and small and told is not None and pained(scene.words(told)) is True
