"""Statements → what the patient cannot do in daily life."""

from collections.abc import Iterator

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Function, FunctionKind

_LIMIT_REACH = 14
_HOW_REACH = 4
_MEASURE_REACH = 4
_MEASURED = frozenset({"sitting", "standing", "walking"})
"""Activities that a healthy person does at length, so that a measure is a limit; a drive or a run may be short."""


def read_function(scene: Scene) -> Iterator[Function]:
    """Read the limitations in daily life that one statement speaks of."""
    if scene.stance in {"codes", "imaging", "exam"}:
        return
    if scene.statement.asks:
        yield from _measured(scene)
        return
    limits = [hit for hit in scene.terms("function", "limit") if not _is_denied(scene, hit)]
    seen: set[str] = set()
    for hit in scene.terms("function", "activity", "limitation"):
        kind: FunctionKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        limit = hit if hit.term.role == "limitation" else _limit(limits, hit) or _measure(scene, hit)
        if limit is None or kind in seen or _is_denied(scene, hit) or scene.assertion(hit) == "other_person":
            continue
        seen.add(kind)
        yield Function(kind=kind, read_by=rule_of("function", hit), evidence=scene.quote(hit, limit))


def _measure(scene: Scene, activity: Hit) -> Item | None:
    """Return how long or far an activity goes at most, as in `stands 15 min` and `walks only two blocks`."""
    norms, end = scene.view.norms, min(scene.statement.end, activity.end + _MEASURE_REACH)
    if scene.stance == "plan" or activity.term.value not in _MEASURED or scene.terms("care"):
        return None
    numbers = (at for at in range(activity.end, end) if norms[at].isdecimal() or norms[at] in words("numbers"))
    number = next(numbers, end)
    unit = norms[number + 1 : number + 2]
    after = norms[number + 2 : number + 3]
    if number == end or not words("stretches").intersection(unit) or words("habits").intersection(after):
        return None
    return Chunk(activity.start, number + 2)


def _limit(limits: list[Hit], activity: Hit) -> Hit | None:
    return next((limit for limit in limits if abs(limit.start - activity.start) <= _LIMIT_REACH), None)


def _is_denied(scene: Scene, hit: Hit) -> bool:
    """Tell whether a limit or activity is denied; `can't lift, off work` denies nothing that it lists."""
    cue = scene.context.cue(hit, "absent")
    if cue is None:
        return scene.view.norms[hit.start - 1] == "without" and hit.start > scene.statement.start
    return not any(limit.start <= cue.start < limit.end for limit in scene.terms("function", "limit", "limitation"))


def _measured(scene: Scene) -> Iterator[Function]:
    """Read the question how far or how long, whose answer gives a limit, unless it tells that there is none."""
    reply = scene.statement.reply
    said = scene.words()
    if said[:1] != ["how"] and "how" not in said[-_HOW_REACH:]:
        return
    if not {"far", "long"}.intersection(said) or (reply and reply.answer == "normal"):
        return
    for hit in scene.terms("function", "activity")[:1]:
        kind: FunctionKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        yield Function(kind=kind, read_by="function.answered", evidence=scene.quote(hit))
