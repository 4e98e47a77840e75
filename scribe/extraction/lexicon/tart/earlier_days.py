"""What an examiner recalls of another day, and what has become of it: `On Monday L4 was ropy. It's soft now.`.

Speech recalls what was felt before only to set today against it.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.placing import where
from scribe.extraction.lexicon.tart.same_elsewhere import scene_before
from scribe.extraction.lexicon.view.saying import saying, statements_at
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Tart, TartComponent

_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_LEADING = frozenset({"on", "in", "last", "back", "and", "so", "this", "past"})
_LAST = frozenset({"time", "week", "visit", "month", "session", "appointment", "year"}) | _WEEKDAYS
_LAPSED = frozenset({"ago", "yesterday"})
_PAST = frozenset({"was", "were", "had", "felt", "wasn't", "weren't", "couldn't", "wouldn't", "didn't"})
_TODAY = frozenset({"today", "now", "currently"})
_OPENING = 8
_BACK = 4
_GONE = frozenset({"gone", "cleared", "resolved", "melted", "vanished", "disappeared", "settled"})
_MOVING = frozenset({"full", "free", "moving", "moves", "normal"})
_LIGHT = frozenset({
    "it", "it's", "that's", "that", "they", "they're", "now", "today", "feel", "is", "are", "all", "has", "have",
    "this", "so", "and", "but", "much", "nice", "nicely", "completely", "totally", "away", "just", "the", "time", "as",
    "butter", "really", "well", "fully", "again", "okay", "pretty", "its", "theyre", "here", "see", "quite", "up",
    "out", "fine", "been", "looks", "feels", "way", "lot", "a", "very", "there", "freely", "these", "those",
})  # fmt: skip


@lru_cache(maxsize=1)
def may_recall(view: View) -> frozenset[int]:
    """Return where the spoken statements start that open with another day, of which they tell."""
    dated = saying(view, _LAST | _LAPSED | words("months")) & saying(view, _PAST)
    told = (one for one in statements_at(view, dated) if one.turn >= 0 and one.speaker != "patient")
    return frozenset(one.start for one in told if _is_dated(view.norms[one.start : one.start + _OPENING]))


def _is_dated(opening: list[str]) -> bool:
    """Tell whether words open with a day: `Last week`, `On Friday`, `Two weeks ago`, `In October`."""
    days = _WEEKDAYS | words("months") - {"may", "march"}
    if any(before == "last" and day in _LAST for before, day in pairwise(opening)) or not _LAPSED.isdisjoint(opening):
        return True
    led = next((at for at, word in enumerate(opening) if word not in _LEADING), 0)
    return opening[led : led + 1] != [] and opening[led] in days


def recalled(scene: Scene, found: Found) -> Found:
    """Return a finding as one of another day, where the statement opens with that day and has not come to today.

    Args:
        scene: The statement.
        found: What it finds.
    """
    if scene.statement.start not in may_recall(scene.view) or found.assertion != "present":
        return found
    until = Chunk(scene.statement.start, scene.chunk(found.parts[-1]).end)
    said = scene.words(until)
    past = not _PAST.isdisjoint(said) and _TODAY.isdisjoint(said)
    return found._replace(assertion="historical") if past else found


def recalls(scene: Scene) -> bool:
    """Tell whether a question only recalls another day, as in `Last time that was like a rope, remember?`."""
    return "remember" in scene.said and scene.statement.start in may_recall(scene.view)


@lru_cache(maxsize=1)
def may_be_gone(view: View) -> frozenset[int]:
    """Return where the statements start that recall another day, or may say what has become of what was felt then."""
    recalling = may_recall(view)
    if not recalling:
        return recalling
    later = (one.start for at in statements_at(view, recalling) for one in (at, *view.statements_after(at)))
    return saying(view, _GONE | _MOVING | words("soft")).intersection(later)


def gone_since(scene: Scene, findings: Callable[[Scene], Iterable[Found]]) -> Iterator[Tart]:
    """Read that what was felt on another day is not there any more, as in `It's soft now.`.

    Args:
        scene: The statement.
        findings: Reads what a statement found.
    """
    if scene.statement.start not in may_be_gone(scene.view) or scene.statement.asks:
        return
    for chunk in scene.statement.chunks:
        become = _become(scene, chunk)
        of_then = list(_of_then(scene, chunk, findings)) if become is not None else []
        for then, found in of_then:
            for region, side in where(then, found) if become in {None, "", found.component} else ():
                yield Tart(
                    component=found.component,
                    region=region,
                    laterality=side,
                    assertion="absent",
                    read_by=found.rule or rule_of("tart", *found.parts),
                    evidence=scene.quote(chunk),
                )
        if of_then:
            return


def _become(scene: Scene, chunk: Chunk) -> TartComponent | Literal[""] | None:
    """Return what a part says is well now: the tissues, a motion, or whatever it was; None where it says else."""
    said = [word for word in scene.words(chunk) if word[0].isalnum()]
    if not (_LIGHT | _GONE | _MOVING | words("soft")).issuperset(said) or any(map(is_not, said)):
        return None
    if not words("soft").isdisjoint(said):
        return "tissue_texture"
    if not _MOVING.isdisjoint(said):
        return "restriction"
    return "" if not _GONE.isdisjoint(said) else None


def _of_then(scene: Scene, chunk: Chunk, findings: Callable[[Scene], Iterable[Found]]) -> Iterator[tuple[Scene, Found]]:
    """Yield what was felt on another day, as the statement itself or one of the few before it tells."""
    then: Scene | None = scene
    for _ in range(_BACK):
        if then is None or (then is not scene and then.statement.turn >= 0 and scene.view.fixing(scene.statement)):
            return
        if then.statement.start in may_recall(scene.view):
            told = [recalled(then, found) for found in findings(then)]
            past = [found for found in told if found.assertion == "historical"]
            yield from ((then, found) for found in past if found.parts[-1].end <= chunk.start)
            return
        then = scene_before(then)
