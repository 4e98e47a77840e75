"""Where the hands of an examiner lie who asks in few words: `I'm pressing over L5. Anything?`, `I'm on C2. There?`.

They may go along bones that are only named one by one, as in `I'll walk down with my thumb. L3. L4. Anything?`.
"""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_ANYTHING = frozenset({
    "anything", "there", "here", "at", "all", "now", "or", "no", "with", "that", "this", "from", "it", "either", "any",
    "of", "those", "these", "them", "one", "two", "side",
})  # fmt: skip
_OPEN = frozenset({"anything", "either", "any"})
_PRESSING = frozenset({
    "press", "pressing", "push", "pushing", "lean", "leaning", "poke", "poking", "dig", "digging", "prod", "prodding",
    "pressed", "pushed",
})  # fmt: skip
_ONTO = frozenset(
    {"on", "over", "along", "in", "into", "beside", "around", "at", "under", "up", "here", "across", "down"}
)
_WHOSE = frozenset({"the", "your", "both", "this", "that", "his", "her", "left", "right", "top", "it", "them"})
"""Words with which the place begins where fingers lie."""
_SHOWING = frozenset({("this", "is"), ("now", "this"), ("that's", "the"), ("here's", "the"), ("here's", "your")})
"""How an examiner begins to name what the fingers are on."""
_WALKING = frozenset({"walk", "walking", "work", "working", "run", "running", "tap", "tapping"})
_ALONG = frozenset({"down", "up", "along"})
_EXAMINER = frozenset({"i'm", "i'll", "im", "i", "me"})
_BACK = 5
"""Statements over which bones are named one by one, at most."""
_ELSEWHERE = frozenset({"head", "skull", "knee", "knees", "hand", "hands", "through", "against"})
"""What an examiner presses on to test something else than its tenderness."""


def asks_for_anything(scene: Scene) -> bool:
    """Tell whether a question asks for no more than anything, while an examiner presses on a place that was named."""
    *told, last = scene.statement.chunks
    said = {word for word in scene.words(last) if word[0].isalnum()}
    if _OPEN.isdisjoint(said) or not _ANYTHING.issuperset(said) or not scene.by_clinician:
        return False
    named = Chunk(scene.statement.start, last.start)
    if told and not only_names(scene, named):
        return _lies_on_place(scene, named)
    return has_hands_on(scene, named=bool(told)) or (bool(told) and _lies_on_place(scene, named))


def names_palpated(view: View, part: Item) -> bool:
    """Tell whether a part names what is only named one by one by who presses it, as a vertebra or a rib.

    Args:
        view: The document's words.
        part: The part.
    """
    return any(place.structure in words("palpated") for place in view.fixing(part))


def _lies_on_place(scene: Scene, told: Chunk) -> bool:
    """Tell whether an examiner says before a question where the hands lie, as in `I'm on both SI joints, anything?`."""
    said = scene.words(told)
    return (presses(scene, told) or not _PRESSING.isdisjoint(said)) and _is_placed(scene, told)


def has_hands_on(scene: Scene, *, named: bool = False) -> bool:
    """Tell whether an examiner said right before a statement where the hands lie, as in `I'm on C2, left. There?`.

    Args:
        scene: The statement.
        named: Whether the statement itself names the bone, so that it need not be named before.
    """
    for earlier in reversed(scene.earlier_in_turn[-_BACK:]):
        if earlier.asks:
            return False
        if not only_names(scene, earlier):
            said = scene.words(earlier)
            elsewhere = not _ELSEWHERE.isdisjoint(said) and not _shows(scene, earlier)
            return presses(scene, earlier) and not elsewhere and (named or _is_placed(scene, earlier))
        named = True
    return False


def presses_on_place(scene: Scene, told: Statement) -> bool:
    """Tell whether an examiner says to be pressing on a place, and does not push to test a joint or a strength.

    Args:
        scene: A statement of the document.
        told: The statement that may say so.
    """
    return presses(scene, told) and not told.asks and _is_placed(scene, told)


def presses(scene: Scene, told: Statement | Chunk) -> bool:
    """Tell whether fingers press, or lie somewhere: `I'm in the sulcus`, `This is the front of the shoulder`.

    Args:
        scene: A statement of the document.
        told: The words that may say so.
    """
    norms, places = scene.view.norms, {place.start for place in scene.view.places(told)}
    onto = [at for at in range(told.start, told.end - 1) if norms[at + 1] in _ONTO]
    lies = any(norms[at] == "i'm" and (norms[at + 2] in _WHOSE or at + 2 in places) for at in onto)
    lies = lies or _shows(scene, told) or _goes_along(scene, told)
    return lies or not words("hands_on").isdisjoint(scene.words(told)) or any(norms[at] in _PRESSING for at in onto)


def _shows(scene: Scene, told: Statement | Chunk) -> bool:
    """Tell whether an examiner names what the fingers are on, as in `This is the outside of your elbow`."""
    shown = tuple(scene.words(told)[:3])
    return shown[:2] in _SHOWING and shown[2:] != () and shown[2] in _WHOSE


def _goes_along(scene: Scene, told: Statement | Chunk) -> bool:
    """Tell whether fingers go along something, as in `I'm going to walk down the mid back`."""
    said = scene.words(told)
    goes = any(one in _WALKING and other in _ALONG for one, other in pairwise(said))
    return goes and not _EXAMINER.isdisjoint(said)


def _is_placed(scene: Scene, told: Statement | Chunk) -> bool:
    return bool(scene.view.fixing(told)) and (_shows(scene, told) or _ELSEWHERE.isdisjoint(scene.words(told)))


def only_names(scene: Scene, told: Statement | Chunk) -> bool:
    """Tell whether a statement only names the next bone under the fingers, as in `L4.`.

    Args:
        scene: A statement of the document.
        told: The statement that may name it.
    """
    rest = scene.rest_of(told, *scene.view.places(told))
    placed = bool(scene.view.fixing(told))
    return placed and words("next_place").issuperset(word for word in rest if word[0].isalnum())
