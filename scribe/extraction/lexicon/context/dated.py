"""Results of an earlier day beside those of today, as in `5/5 in March, 4/5 now`: only the latter are findings."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_ENDS = frozenset({",", ";", ".", "(", ")", "and", "but", "comma", "from", "to", "->", "→"})
_DATING = frozenset({"in", "on", "at", "last", "of", "since"})
_LONGEST = 10
_TELLING = frozenset({"was", "were"})
_FOUND = frozenset({("i", "had"), ("we", "had")})
"""What an examiner says of the examination just done."""


def is_outdated(scene: Scene, value: Hit) -> bool:
    """Tell whether a result is one of an earlier day, where a statement gives another one too.

    Args:
        scene: The statement.
        value: The result.
    """
    others = [hit for hit in scene.terms("neuro", "value") if hit.start != value.start]
    return bool(others) and _is_of_earlier(scene, value) and any(not _is_of_earlier(scene, other) for other in others)


def later_values(scene: Scene, value: Hit) -> list[Hit]:
    """Return the results after one that takes none of them for its own, those of its day left out."""
    after = [hit for hit in scene.terms("neuro", "value") if hit.start >= value.end]
    return [hit for hit in after if not _is_of_earlier(scene, hit)]


def _is_of_earlier(scene: Scene, value: Hit) -> bool:
    said = _clause(scene, value)
    if words("now").intersection(said):
        return False
    dated = any(one in _DATING and other in words("dates") for one, other in pairwise(said))
    then = words("back_then").intersection(said)
    if not _FOUND.isdisjoint(pairwise(said)):
        then -= {"had"}
    return dated or bool(then - _TELLING) or (bool(then) and not _only_tells(scene, said))


def _only_tells(scene: Scene, said: list[str]) -> bool:
    """Tell whether a past verb only tells of the examination, as in `power was 4/5 in the left wrist and full`.

    Of an earlier day it tells where it opens its clause, as in `5/5, was 4/5`, or another result stands in the present.
    """
    return not _TELLING.intersection(said[:1]) and not scene.says("now")


def _clause(scene: Scene, value: Hit) -> list[str]:
    """Return the words around a result up to the next pause."""
    norms, statement = scene.view.norms, scene.statement
    start, end = value.start, value.end
    while start > max(statement.start, value.start - _LONGEST) and norms[start - 1] not in _ENDS:
        start -= 1
    while end < min(statement.end, value.end + _LONGEST) and norms[end] not in _ENDS:
        end += 1
    return norms[start:end]
