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

_THEN = frozenset({
    "was", "were", "found", "noted", "showed", "revealed", "described", "felt", "documented", "recorded",
})  # fmt: skip
_LEADING = frozenset({"on", "in", "at", "of", "from", "back", "last", "the"})
_LAPSES = frozenset({"week", "month", "fall", "spring"})
_EARLIER = frozenset(
    (order, visit)
    for order in ("first", "last", "previous", "prior", "initial", "earlier")
    for visit in ("visit", "exam", "examination", "evaluation", "note", "report", "encounter", "appointment")
)
_LED, _OPENING, _NAMED, _HEADING = 5, 14, 7, 60


def is_outdated(scene: Scene, value: Hit) -> bool:
    """Tell whether a result is one of an earlier day, where a statement gives another one too.

    Args:
        scene: The statement.
        value: The result.
    """
    others = [hit for hit in scene.terms("neuro", "value") if hit.start != value.start]
    return bool(others) and _is_of_earlier(scene, value) and any(not _is_of_earlier(scene, other) for other in others)


def opens_on_earlier_day(scene: Scene) -> bool:
    """Tell whether a note's statement opens with a day before this visit, as in `On March 2 I found a tender sulcus`.

    The day that heads the note is its own.

    Args:
        scene: The statement.
    """
    start, norms = scene.statement.start, scene.view.norms
    if scene.statement.turn >= 0 or scene.said.isdisjoint(_THEN):
        return False
    opening = norms[start : min(start + _OPENING, scene.statement.end)]
    led = next((at for at, word in enumerate(opening[:_LED]) if word in _LEADING), None)
    if led is None or not _THEN.isdisjoint(opening[:led]):
        return False
    said = opening[led + 1 : led + _NAMED]
    if "today" in opening:
        return False
    if any(pair in _EARLIER for pair in pairwise(said)):
        return True
    month = next((at for at, word in enumerate(said) if word in words("months") - _LAPSES), None)
    if month is None:
        return False
    before, day = opening[led + month], {word for word in said[max(0, month - 1) : month + 2] if word.isdecimal()}
    named = before in _DATING or bool(day)
    headed = norms[: min(start, _HEADING)]
    return named and start > 0 and not (day and day.issubset(headed) and said[month] in headed)


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
