"""Lesions that a clinician dates to an earlier visit: `In March I treated a T5 dysfunction. It held.`."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.dates import LAST, PAST_FORMS
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.study_mentions import studies
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_DONE = PAST_FORMS | {
    "treated", "adjusted", "mobilized", "mobilised", "manipulated", "released", "corrected", "fixed", "found", "saw",
    "seen", "diagnosed", "came", "presented", "sorted", "worked", "took", "got", "did", "started", "showed",
}  # fmt: skip
"""Verbs of what was found or done before."""
_IS = frozenset({
    "is", "are", "has", "have", "remains", "shows", "presents", "gives", "need", "needs", "call", "calling", "i've",
    "we've", "you've", "i'd", "i'm",
})  # fmt: skip
"""Verbs of what is so at this visit."""
_AGAIN = frozenset({
    "still", "again", "persists", "persisted", "persist", "remains", "unchanged", "recurred", "returned", "recurrent",
    "recurring", "relapsed", "back", "same", "worse", "than", "as", "like", "compared", "today", "today's",
    "improving", "improved", "responding", "resolving", "retreated", "re-treated", "ongoing", "re-checked",
})  # fmt: skip
"""Words by which what was there before is spoken of at this visit."""
_BACK_IN = frozenset({"in", "on", "at", "from"})
_SUBJECTS = frozenset({"i", "we", "she", "he", "they", "that"})
_INJURED = frozenset({
    "crash", "fall", "fell", "accident", "collision", "injury", "hit", "slipped", "twisted", "lifted", "surgery",
    "delivery", "birth", "mva", "mvc", "wreck", "struck", "tackled", "sprained", "pulled", "strained",
})  # fmt: skip
"""Words of the day on which it began, and no visit was."""
_SEASONS = frozenset({
    "spring", "summer", "autumn", "fall", "winter", "easter", "christmas", "thanksgiving", "holidays", "semester",
})  # fmt: skip
_BEFORE_SEASON = frozenset({"in", "the", "last", "over", "before", "this", "of", "since"})
_LONGEST = 40
"""Words of a statement that dates a lesion."""
_NEAR = 9
_OPENING = 4
_STROKES = frozenset({"/"})
_CLAUSES = frozenset({";", ".", "but"})


def is_dated_before(scene: Scene, head: Item) -> bool:
    """Tell whether a statement tells of a lesion as found or treated at an earlier visit that it dates.

    Args:
        scene: The statement.
        head: The words that name the lesion.
    """
    statement = scene.statement
    if scene.said.isdisjoint(_DONE) or statement.asks or statement.end - statement.start > _LONGEST:
        return False
    clause = _clause(scene, head)
    said = scene.view.norms[clause.start : clause.stop]
    if not (_AGAIN | _INJURED | words("lasting")).difference(_told_back(said), {"now"}).isdisjoint(said):
        return False
    if not _is_done(said, head.start - clause.start, head.end - clause.start) or studies(scene.view, statement):
        return False
    return _names_time(said) or _names_day(scene, clause)


def _told_back(said: Sequence[str]) -> frozenset[str]:
    """Return the words that only date here, as the back of `back in August` and `six weeks back`."""
    counted = words("durations") | {"visits"}
    dates = any(
        (one == "back" and next_one in _BACK_IN) or (one in counted and next_one == "back")
        for one, next_one in pairwise(said)
    )
    return frozenset({"back"}) if dates or said[-1:] == ["back"] else frozenset()


def _clause(scene: Scene, head: Item) -> range:
    """Return the words around a lesion up to a semicolon or a but."""
    norms, start, end = scene.view.norms, head.start, head.end
    while start > scene.statement.start and norms[start - 1] not in _CLAUSES:
        start -= 1
    while end < scene.statement.end and norms[end] not in _CLAUSES:
        end += 1
    return range(start, end)


def _is_done(said: Sequence[str], start: int, end: int) -> bool:
    """Tell whether the verb of a lesion, the last before it or else the first behind it, is in the past."""
    before = [word for word in said[:start] if word in _DONE | _IS]
    behind = [at for at in range(end, min(len(said), end + _NEAR)) if said[at] in _DONE | _IS]
    verbs = before[-1:] or [said[at] for at in behind[:1] if said[at] in PAST_FORMS or said[at - 1] in _SUBJECTS]
    perfect = len(before) > 1 and before[-2] in _IS and said.index(before[-1]) - said.index(before[-2]) == 1
    return bool(verbs) and verbs[0] in _DONE and not perfect


def _names_time(said: Sequence[str]) -> bool:
    """Tell whether words name an earlier time: `two weeks ago`, `last visit`, `in March`, `when first seen`."""
    return said[:1] in (["initially"], ["previously"]) or any(_is_time(said, at) for at in range(len(said)))


def _is_time(said: Sequence[str], at: int) -> bool:
    word, before = said[at], said[at - 1] if at else ""
    if word in _SEASONS:
        return before in _BEFORE_SEASON and word != "fall"
    if word in words("durations") | {"visits"}:
        return said[at + 1 : at + 2] in (["back"], ["ago"])
    if word in {"saw", "seen"}:
        return before == "last"
    if word == "first":
        return not {"when", "at"}.isdisjoint(said[max(0, at - _OPENING) : at])
    if word in words("months") | {"may"}:
        counted = word != "may" and any(day.isdecimal() for day in said[at + 1 : at + 2])
        return counted or before in LAST | {"in", "of", "on"}
    return word == "ago" or (word in words("visits") and before in LAST)


def _names_day(scene: Scene, clause: range) -> bool:
    """Tell whether words name a day as `on 3/14` that the document names nowhere else, as it names its own."""
    norms = scene.view.norms
    at = next((at for at in clause if norms[at] == "/" and norms[at - 2 : at - 1] == ["on"]), None)
    return at is not None and _days(scene.view)[tuple(norms[at - 1 : at + 2 : 2])] == 1


@lru_cache(maxsize=1)
def _days(view: View) -> Counter[tuple[str, ...]]:
    """Return how often a document names each day of a month."""
    days = (tuple(view.norms[at - 1 : at + 2 : 2]) for at in view.indices(_STROKES))
    return Counter(day for day in days if len(day) > 1 and all(map(str.isdecimal, day)))
