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
_RELIEF_REACH = 10
_RUNS = frozenset({"run", "runs", "running"})
_RUNNERS = frozenset({"that", "which", "pain", "ache", "numbness", "tingling", "it", "symptoms", "burning"})
_FALLS = frozenset({"fall", "falls", "falling", "fell", "keep falling", "keeps falling", "kept falling"})
_TRADES = frozenset({"warehouse", "desk", "office", "construction", "factory"})
_JOBS = frozenset({"work", "worker", "job"})
_PAUSES = frozenset({",", ";", ".", ":", "", "does", "in"})
_BLOCKS = frozenset({"block", "blocks"})
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
        if limit is None or kind in seen or _is_denied(scene, hit) or _is_away(scene, hit):
            continue
        if _is_otherwise(scene, hit) or (hit.term.role == "activity" and _relieves(scene, hit)):
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


def _is_away(scene: Scene, hit: Hit) -> bool:
    """Tell whether a limit is another person's, or one that the clinician warns of; an `if` of the patient is when."""
    told = scene.assertion(hit)
    return told == "other_person" or (told == "hypothetical" and scene.by_clinician and scene.stance != "history")


def _relieves(scene: Scene, activity: Hit) -> bool:
    """Tell whether an activity only does good, as in `relieved by sitting` and `better when he bends forward`."""
    norms, start = scene.view.norms, max(scene.chunk(activity).start, activity.start - _RELIEF_REACH)
    eased = [at for at in range(start, activity.start) if norms[at] in words("relieving")]
    if not eased or norms[eased[-1] + 1] not in words("by_what"):
        return False
    between = set(norms[eased[-1] + 1 : activity.start])
    return not between & (words("bringing_on") | words("contrasting") | {"than"})


def _is_otherwise(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word is no activity here: `pain that runs down`, `run to the bathroom`, a `nerve root block`."""
    before = scene.view.norms[hit.start - 1] if hit.start > scene.statement.start else ""
    if hit.term.text in _RUNS:
        return before in _RUNNERS or scene.view.norms[hit.end : hit.end + 2] == ["to", "the"]
    if "ladder" in hit.term.text:
        return not {"fell", "fall", "fallen", "falling", "off"}.isdisjoint(scene.said)
    if hit.term.text in _FALLS:
        return scene.view.norms[hit.end : hit.end + 1] == ["asleep"]
    if hit.term.text in _TRADES | {"work"}:
        return _is_occupation(scene, hit)
    return hit.term.text in _BLOCKS and bool(scene.terms("care"))


def _is_occupation(scene: Scene, hit: Hit) -> bool:
    """Tell whether a trade is only named, as in `neck pain, warehouse work`, and brings nothing on."""
    norms = scene.view.norms
    start = hit.start - (hit.start > scene.statement.start and norms[hit.start - 1] in _TRADES)
    led = norms[start - 1] if start > scene.statement.start else ""
    return norms[start] in _TRADES and not _JOBS.isdisjoint(norms[start + 1 : start + 2]) and led in _PAUSES


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
