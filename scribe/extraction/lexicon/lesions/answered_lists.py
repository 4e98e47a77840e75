"""Which places of a list its own answers give a lesion: `cervical Y, thoracic N`, `C5 resolved, T4 persists`."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.region_letters import letter_place
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit

_BLANK = 4
"""Words before a blank in which its place is named."""
_BEFORE_ANSWER = frozenset({":", "=", "(", "[", "spine", "region", "area"})
_NO = frozenset({"no", "none", "absent", "negative", "neg", "nil", "normal", "clear", "wnl"})
_NOT_SO = frozenset({"isn't", "aren't", "wasn't", "weren't", "doesn't"})
"""Verbs that deny of a place what was said of others, as in `C5 is a dysfunction, C6 isn't`."""
_YES = frozenset({"y", "yes"})
_SAID_YES = frozenset({
    "yes", "yep", "yeah", "present", "persists", "persisting", "persistent", "remains", "positive", "pos", "unchanged",
    "+",
})  # fmt: skip
_SAID_NO = frozenset({
    "no", "not", "none", "never", "nope", "unsure", "gone", "neither", "absent", "negative", "neg", "resolved", "clear",
    "cleared", "normal",
})  # fmt: skip
_FEWEST = 2
_SOON = 3
"""Words from a place to its answer."""
_MARKS = frozenset({",", ":", "-", "=", "(", ")", "?", "side", "spine", "region", "joint"})
_JOINING = frozenset({"(", "and", "&", "/"})


def is_answered_no(scene: Scene, place: Place) -> bool:
    """Tell whether a list says no of a place behind it, as in `cervical Y, thoracic N` and `Cerv (+), Thor (-)`."""
    if "_" in scene.said:
        return _is_blank(scene, place)
    norms, end = scene.view.norms, scene.statement.end
    at = _before_answer(scene, place)
    answer, following = [*norms[at : min(at + 2, end)], ".", "."][:2]
    if answer == "not":
        return norms[at - 1] in {":", "="} or not following[0].isalnum()
    if norms[at : at + 3] == ["n", "/", "a"]:
        return True
    if answer == "-":
        return norms[at - 1] in {"(", "["} and following in {")", "]"}
    named = {one.start for one in scene.view.places(Chunk(at + 1, at + 2))}
    named |= {head.start for head in scene.terms("lesions", "head", "weak_head")}
    # Of `L5 SD, sacrum and pelvis no dysfunction` the last two have a denial of their own.
    closed = not following[0].isalnum() or at + 1 in named
    return closed and (answer in _NO or answer in _NOT_SO or (answer == "n" and not _YES.isdisjoint(scene.said)))


def _is_blank(scene: Scene, place: Place) -> bool:
    """Tell whether the blank of a place is left empty where others hold an x, as in `C _x_  T ___  L _x_`."""
    norms, said = scene.view.norms, scene.words()
    if "_ x _" not in " ".join(said):
        return False
    first = scene.statement.start + said.index("_")
    named = any(one.end == first for one in scene.view.places(Chunk(max(0, first - _BLANK), first)))
    trails = named or letter_place(scene, first - 1) is not None
    beside = norms[place.end : place.end + 3] if trails else norms[place.start - 3 : place.start]
    return "x" not in beside and "_" in beside


def _before_answer(scene: Scene, place: Place) -> int:
    """Return where an answer may stand behind a place, and behind others that an `and` joins to it."""
    norms, end = scene.view.norms, scene.statement.end
    named = {one.start: one.end for one in scene.view.places(Chunk(place.end, end))}
    at = place.end
    while at < end and (norms[at] in _BEFORE_ANSWER or (norms[at] in {"and", "&", "or"} and at + 1 in named)):
        at = named[at + 1] if norms[at] in {"and", "&", "or"} else at + 1
    return at


def answered_yes(scene: Scene, head: Hit) -> list[Place] | None:
    """Return the places behind a lesion that its list says yes of, where it answers each of them; None elsewhere.

    Args:
        scene: The statement.
        head: The lesion.
    """
    if scene.statement.asks or _SAID_YES.isdisjoint(scene.said):
        return None
    places = scene.view.fixing(Chunk(head.end, scene.statement.end))
    if len(places) < _FEWEST:
        return None
    ends = [*(place.start for place in places[1:]), scene.statement.end]
    answers = [_answer(scene, place, end) for place, end in zip(places, ends, strict=True)]
    for at, (one, other) in reversed([*enumerate(pairwise(places))]):
        if not answers[at] and not _JOINING.isdisjoint(scene.view.norms[one.end : other.start]):
            answers[at] = answers[at + 1]
    if not all(answers) or _SAID_YES.isdisjoint(answers):
        return None
    return [place for place, answer in zip(places, answers, strict=True) if answer in _SAID_YES]


def _answer(scene: Scene, place: Place, end: int) -> str:
    """Return the yes or no right behind a place; of what is said instead, any no."""
    said = scene.view.norms[place.end : end]
    sign, after = [*(said[1:] if said[:1] in (["("], ["["]) else said), "", ""][:2]
    if sign in {"+", "-"} and not after.isalnum():
        return "yes" if sign == "+" else "no"
    opening = [word for word in said if word not in _MARKS][:_SOON]
    if opening and opening[0] in _SAID_YES | _SAID_NO:
        return opening[0]
    return next((word for word in said if word in _SAID_NO or word.endswith("n't")), "")
