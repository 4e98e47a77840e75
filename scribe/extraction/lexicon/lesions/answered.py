"""Places that a list answers one by one: `dysfunction in the neck, yes; in the ribs, no more; in the hip, yes`."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit

_YES = frozenset({"yes", "yep", "yeah"})
_NO = frozenset({"no", "not", "none", "never", "nope", "unsure", "gone", "neither"})
_FEWEST = 2
_SOON = 3
"""Words from a place to its answer."""
_MARKS = frozenset({",", ":", "-", "=", "(", ")", "?", "side", "spine", "region", "joint"})
_JOINING = frozenset({"(", "and", "&", "/"})


def answered_yes(scene: Scene, head: Hit) -> list[Place] | None:
    """Return the places behind a lesion that its list says yes of, where it answers each of them; None elsewhere.

    Args:
        scene: The statement.
        head: The lesion.
    """
    if scene.statement.asks or _YES.isdisjoint(scene.said):
        return None
    places = scene.view.fixing(Chunk(head.end, scene.statement.end))
    if len(places) < _FEWEST:
        return None
    ends = [*(place.start for place in places[1:]), scene.statement.end]
    answers = [_answer(scene, place, end) for place, end in zip(places, ends, strict=True)]
    for at, (one, other) in reversed([*enumerate(pairwise(places))]):
        if not answers[at] and not _JOINING.isdisjoint(scene.view.norms[one.end : other.start]):
            answers[at] = answers[at + 1]
    if not all(answers) or _YES.isdisjoint(answers):
        return None
    return [place for place, answer in zip(places, answers, strict=True) if answer in _YES]


def _answer(scene: Scene, place: Place, end: int) -> str:
    """Return the yes or no right behind a place; of what is said instead, any no."""
    said = scene.view.norms[place.end : end]
    opening = [word for word in said if word not in _MARKS][:_SOON]
    if opening and opening[0] in _YES | _NO:
        return opening[0]
    return next((word for word in said if word in _NO or word.endswith("n't")), "")
