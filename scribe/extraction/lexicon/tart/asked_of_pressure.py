"""Questions that only ask for anything, while an examiner presses on a place: `I'm pressing over L5. Anything?`."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.vocabulary import words

_ANYTHING = frozenset(
    {"anything", "there", "here", "at", "all", "now", "or", "no", "with", "that", "this", "from", "it"}
)
_PRESSING = frozenset({
    "press", "pressing", "push", "pushing", "lean", "leaning", "poke", "poking", "dig", "digging", "prod", "prodding",
    "pressed", "pushed",
})  # fmt: skip
_ONTO = frozenset({"on", "over", "along", "in", "into", "beside", "around", "at", "under", "up", "here", "across"})
_ELSEWHERE = frozenset({"head", "skull", "knee", "knees", "hand", "hands", "through", "against"})
"""What an examiner presses on to test something else than its tenderness."""


def asks_for_anything(scene: Scene) -> bool:
    """Tell whether a question asks for no more than anything, while an examiner presses on a place that was named."""
    *told, last = scene.statement.chunks
    said = {word for word in scene.words(last) if word[0].isalnum()}
    if "anything" not in said or not _ANYTHING.issuperset(said) or not scene.by_clinician:
        return False
    if told:
        return _lies_on_place(scene, Chunk(scene.statement.start, last.start))
    before = scene.earlier_in_turn[-1:]
    return any(presses_on_place(scene, one) for one in before)


def _lies_on_place(scene: Scene, told: Chunk) -> bool:
    """Tell whether an examiner says before a question where the hands lie, as in `I'm on both SI joints, anything?`."""
    said = scene.words(told)
    lies = not words("hands_on").isdisjoint(said) or not _PRESSING.isdisjoint(said) or ("i'm", "on") in pairwise(said)
    return lies and bool(scene.view.fixing(told)) and _ELSEWHERE.isdisjoint(said)


def presses_on_place(scene: Scene, told: Statement) -> bool:
    """Tell whether an examiner says to be pressing on a place, and does not push to test a joint or a strength.

    Args:
        scene: A statement of the document.
        told: The statement that may say so.
    """
    said = scene.words(told)
    presses = not words("hands_on").isdisjoint(said) or any(
        verb in _PRESSING and way in _ONTO for verb, way in pairwise(said)
    )
    return presses and not told.asks and bool(scene.view.fixing(told)) and _ELSEWHERE.isdisjoint(said)
