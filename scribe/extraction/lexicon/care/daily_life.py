"""Statements → what the patient cannot do in daily life, or only with help, leaning on a cart, asleep in a chair."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from scribe.extraction.lexicon.care.daily_life_questions import asking_cause, asking_what, read_answers
from scribe.extraction.lexicon.care.landmarks import gets_far, may_get_far
from scribe.extraction.lexicon.care.limits import (
    DEEDS,
    MEASURED,
    THEN,
    WHENEVER,
    brings_relief,
    few_hours,
    forbidding,
    is_number,
    is_relief,
    limits_of,
    measure,
    measured_before,
)
from scribe.extraction.lexicon.care.nights import is_up_for_another_reason
from scribe.extraction.lexicon.care.ways_round import managed, may_manage
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import asking, holding, saying, statement_of, whole
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Function, FunctionKind

_LIMITING = frozenset({"limit", "limitation"})
_SPEAKING = frozenset({"fall_risk", "gait"})
"""Activities that a number, or what somebody walks with, limits."""
_MEASURE_REACH = 4
_MEASURE_AFTER = 6
_RELIEF_REACH = 10
_RUNS = frozenset({"run", "runs", "running"})
_RUNNERS = frozenset({"that", "which", "pain", "ache", "numbness", "tingling", "it", "symptoms", "burning"})
_SPILLS = frozenset({"off", "from", "out", "skiing", "playing", "while", "skating", "asleep"})
_FALLS = frozenset({"fall", "falls", "falling", "fell", "keep falling", "keeps falling", "kept falling"})
_TIMES_FALLEN = (["x2"], ["x3"], ["once"], ["twice"])
_POSED = frozenset({"standing", "sitting"})
_POSES = frozenset({"flexion", "extension", "film", "films", "posture", "slr", "height", "forward"})
_BLOCKS = frozenset({"block", "blocks"})
_WONDERING = (["is", "that", "why"], ["is", "this", "why"], ["is", "it", "why"])
_SELVES = frozenset({"i", "he", "she", "they", "we", "i've", "i'm", "she's", "he's"})
_OWN = frozenset({"i", "i'm", "i've"})
_ADVICE = frozenset({"avoid", "avoiding", "limit"})
"""Limits that a plan sets and no pain does."""
_EASED = frozenset({"new", "great", "relief", "eases", "gone", "heaven"})
_DOSES = frozenset({"day", "daily", "homework", "times", "twice"})
_POSITIONS = frozenset({
    "posterior", "anterior", "high", "higher", "low", "lower", "forward", "superior", "inferior", "proud", "back",
})  # fmt: skip
"""Words of where a joint sits."""
_LOOKING = frozenset({"look", "looking", "see", "turn", "turning", "check", "checking", "twist"})
_ENDS_IT = frozenset(
    {"more", "max", "tops", "done", "stop", "rest", "quit", "quits", "before", "have", "has", "gotta", "then", "until"}
)
_COMFORTABLY = frozenset({"ok", "okay", "fine", "comfortably", "easily"})
"""Words behind a measure that is no limit, as in `church pew 1 hr OK now`."""
_FAR = frozenset({"mile", "miles", "mi", "km", "laps"})
_RETURNED = (["back", "to"], ["back", "at"], ["returned", "to"])
_BESIDE = 3
_NIGHTS = frozenset({"night", "nights", "at night"})
_POSTURES = MEASURED | {"driving"}


def read_function(scene: Scene) -> Iterator[Function]:
    """Read the limitations in daily life that one statement speaks of."""
    if scene.statement.start not in may_limit(scene.view) or scene.stance in {"codes", "exam"}:
        return
    yield from read_answers(scene)
    if _asks(scene):
        return
    yield from _carried(scene)
    yield from _ways(scene)
    for kind, part in managed(scene):
        yield Function(kind=kind, read_by="function.activity", evidence=scene.quote(part))
    told = scene.terms("function", *(("limitation",) if scene.stance == "imaging" else DEEDS))
    if not told:
        return
    limits = [
        hit for hit in scene.terms("function", "limit") if not (scene.stance == "plan" and hit.term.text in _ADVICE)
    ]
    seen: set[str] = set()
    for hit in told:
        kind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        limit = _limit(scene, limits, hit)
        if limit is None or kind in seen or _is_denied(scene, hit) or _is_away(scene, hit, limit):
            continue
        if _is_otherwise(scene, hit) or _is_not_meant(scene, hit):
            continue
        if hit.term.role != "limitation" and _does_good(scene, hit, limit):
            continue
        seen.add(kind)
        yield Function(kind=kind, read_by=_rule(hit), evidence=scene.quote(hit, limit))


@lru_cache(maxsize=1)
def may_limit(view: View) -> frozenset[int]:
    """Return where the statements start that name a deed beside what may limit it, or may tell of a limit without."""
    told = view.terms("function", whole(view))
    deeds = holding(view, [hit.start for hit in told if hit.term.role in DEEDS])
    limits = holding(view, [hit.start for hit in told if hit.term.role in _LIMITING or hit.term.value in _SPEAKING])
    measured = saying(view, words("stretches")) if told else frozenset()
    limited = deeds & (limits | asking(view) | saying(view, WHENEVER))
    theirs = frozenset(one.start for one in view.statements if one.speaker == "other")
    mine = saying(view, frozenset({"my", "me"})) & saying(view, words("helping_hands"))
    helped = (start for start in deeds - limited if start in theirs | mine or _names_person(view, start))
    stopped = saying(view, words("distances")) & saying(view, words("giving_out"))
    ways = stopped | may_get_far(view)
    return limited.union(helped, measured, ways, may_manage(view), asking_what(view), asking_cause(view))


def _names_person(view: View, start: int) -> bool:
    """Tell whether the statement that starts at a token names somebody who may help."""
    return any(cue.term.role == "person" for cue in view.named[start].get("cues", ()))


def _rule(hit: Hit) -> str:
    return "function.limitation" if hit.term.role == "limitation" else "function.activity"


def _limit(scene: Scene, limits: list[Hit], hit: Hit) -> Item | None:
    """Return what limits an activity; a limitation says it by itself."""
    if hit.term.role == "limitation":
        return None if scene.stance == "imaging" and (scene.statement.turn < 0 or "if" in scene.said) else hit
    if hit.term.role == "doing":
        return _undenied(scene, forbidding(scene, limits, hit))
    if hit.term.text == "fall":
        return _counted(scene, hit)
    return (
        _undenied(scene, limits_of(scene, limits, hit))
        or _measure(scene, hit)
        or _counted(scene, hit)
        or _leaned_on(scene, hit)
    )


def _undenied(scene: Scene, limits: Iterable[Hit]) -> Hit | None:
    """Return the first of the limits that is not denied."""
    return next((limit for limit in limits if not _is_denied(scene, limit)), None)


def _leaned_on(scene: Scene, hit: Hit) -> Item | None:
    """Return what helps to walk where it is used already, as in `I've been using my mother's cane`."""
    if hit.term.value != "gait" or (scene.by_clinician and scene.statement.turn >= 0):
        return None
    before = scene.view.norms[max(scene.statement.start, hit.start - _MEASURE_REACH) : hit.start]
    return None if {"using", "uses", "use", "borrowed", "needs", "need"}.isdisjoint(before) else hit


def _counted(scene: Scene, hit: Hit) -> Item | None:
    """Return a number of falls, as in `2 falls since May` and `Falls x2`."""
    if hit.term.value != "fall_risk":
        return None
    before = scene.view.norms[max(scene.statement.start, hit.start - 1) : hit.start]
    times = scene.view.norms[hit.end : hit.end + 2]
    counts = any(is_number(word) for word in before) or times[:1] in _TIMES_FALLEN
    return hit if counts or (times[:1] == ["x"] and times[1:2] and times[1].isdecimal()) else None


def _asks(scene: Scene) -> bool:
    """Tell whether a statement asks; `is it stopping you i can't sleep`, without a mark, answers in the same breath.

    A patient who asks `Is that why I can't sit?` cannot.
    """
    if not scene.statement.asks:
        return False
    norms, marked = scene.view.norms, scene.view.norms[scene.statement.end - 1] == "?"
    if scene.statement.speaker == "patient" and scene.words()[:3] in _WONDERING:
        return False
    told = (hit for hit in scene.terms("function", "limit", "limitation") if norms[hit.start - 1] in _SELVES)
    return marked or scene.statement.speaker == "clinician" or next(told, None) is None


def _does_good(scene: Scene, activity: Hit, limit: Item) -> bool:
    denied = limit.start < activity.start <= limit.end
    back = not denied and scene.view.norms[activity.start - 2 : activity.start] in _RETURNED
    return back or is_relief(scene, activity) or _relieves(scene, activity)


def _measure(scene: Scene, activity: Hit) -> Item | None:
    """Return how long or far it goes at most, as in `stands 15 min` and `two blocks of walking and I'm done`."""
    norms, statement = scene.view.norms, scene.statement
    if not scene.says("stretches") or scene.stance == "plan" or "care" in scene.named:
        return None
    if scene.statement.turn >= 0 and _is_told_otherwise(scene):
        return None
    if activity.term.value == "sleep":
        return few_hours(scene, activity)
    after = measure(scene, Chunk(activity.end, min(statement.end, activity.end + _MEASURE_AFTER + 1)))
    if activity.term.value not in MEASURED or (after and norms[after.end - 1] in _FAR):
        ends = after and not THEN.isdisjoint(norms[after.end : min(after.end + 2, statement.end)])
        return Chunk(activity.start, after.end + 1) if after and ends else measured_before(scene, activity)
    if after and (words("habits") | _COMFORTABLY).isdisjoint(norms[after.end : after.end + 1]):
        return Chunk(activity.start, after.end)
    before = measure(scene, Chunk(max(statement.start, activity.start - _MEASURE_REACH), activity.start))
    ends = not _ENDS_IT.isdisjoint(norms[activity.end : statement.end])
    return Chunk(before.start, activity.end) if before and ends else None


def _is_told_otherwise(scene: Scene) -> bool:
    """Tell whether talk prescribes a measure, as in `walk ten minutes a day`, or it eases: `I sit, I'm a new man`."""
    eases = not _EASED.isdisjoint(scene.said) and _ENDS_IT.isdisjoint(scene.said)
    return eases or (scene.by_clinician and not _DOSES.isdisjoint(scene.said))


def _ways(scene: Scene) -> Iterator[Function]:
    """Read how far somebody gets before the legs give out, as in `it stops her after a hundred yards`."""
    if (far := gets_far(scene)) is not None:
        yield Function(kind="walking", read_by="function.activity", evidence=scene.quote(far))
        return
    if not scene.says("distances") or not scene.says("giving_out") or scene.terms("function", "activity"):
        return
    found = measure(scene, scene.statement)
    if found and scene.view.norms[found.end - 1] in words("distances") and scene.stance not in {"plan", "imaging"}:
        yield Function(kind="walking", read_by="function.activity", evidence=scene.quote(found))


def _carried(scene: Scene) -> Iterator[Function]:
    """Read how long it goes on that was named right before, as in `Standing. Ten minutes and I have to stop.`."""
    statement = scene.statement
    if not scene.says("stretches") or statement.turn < 0 or scene.by_clinician or scene.terms("function", "activity"):
        return
    found = measure(scene, statement)
    named = [
        hit for one in scene.earlier_in_turn for hit in scene.view.terms("function", one) if hit.term.role == "activity"
    ]
    if found and named and named[-1].term.value in _POSTURES and not _is_of_relief(scene, named[-1]):
        kind: FunctionKind = named[-1].term.value  # type: ignore[assignment]  # the table holds the schema's words
        yield Function(kind=kind, read_by="function.activity", evidence=scene.quote(found))


def _is_of_relief(scene: Scene, named: Hit) -> bool:
    """Tell whether a measure is of what does good, as in `Then I gotta sit. I sit, it's gone. Two minutes.`."""
    told = statement_of(scene.view, named.start)
    eased = brings_relief(scene.view, scene.statement) or (told is not None and brings_relief(scene.view, told))
    return eased or is_relief(scene, named)


def _is_away(scene: Scene, hit: Hit, limit: Item) -> bool:
    """Tell whether a limit is another person's, or one that the clinician warns of; an `if` of the patient is when."""
    own = scene.view.norms[limit.start - 1] in _OWN or "me" in scene.view.norms[limit.start : limit.end]
    if scene.statement.speaker in {"patient", "unknown"} and own:
        return False
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
    if hit.term.text in _FALLS | {"i fell"}:
        return not _SPILLS.isdisjoint(scene.view.norms[hit.end : hit.end + 1])
    if hit.term.text == "bending":
        return _is_sideways(scene, hit)
    posed = hit.term.text in _POSED and not _POSES.isdisjoint(scene.view.norms[hit.end : hit.end + 1])
    return posed or (hit.term.text in _BLOCKS and _is_of_nerve(scene))


def _is_not_meant(scene: Scene, hit: Hit) -> bool:
    """Tell whether a joint sits somewhere, somebody sat down hard, or a small word is none of work or driving."""
    norms, text = scene.view.norms, hit.term.text
    after = norms[hit.end : hit.end + 2]
    if text in {"sit", "sitting"} and (after == ["down", "hard"] or "missed" in scene.said):
        return True
    if text == "behind me":
        return _LOOKING.isdisjoint(scene.said)
    if text == "till":
        return norms[hit.start - 1] not in {"the", "a", "my", "his", "her"}
    if _is_by_the_way(scene, hit):
        return True
    return text == "sits" and not _POSITIONS.isdisjoint(after[:1])


def _is_by_the_way(scene: Scene, hit: Hit) -> bool:
    """Tell whether a word only says when, what for or on what: `drives at night`, `stands 20 min to cook`."""
    norms, text = scene.view.norms, hit.term.text
    before = norms[max(scene.statement.start, hit.start - _BESIDE) : hit.start]
    driven = (one for one in scene.terms("function", "activity") if one.term.value == "driving")
    drives = any(0 <= hit.start - one.end < _BESIDE for one in driven)
    at_night = text in _NIGHTS and drives
    lain_on = hit.term.value == "sleep" and norms[hit.end : hit.end + 2] == ["on", "it"]
    lain_on = lain_on and not WHENEVER.isdisjoint(before)  # Who cannot sleep on it is kept up.
    purpose = hit.term.value == "self_care" and before[-1:] == ["to"] and before[-2:-1] != []
    purpose = purpose and before[-2] in words("stretches")
    works = text == "working" and before[-1:] == ["it"]
    looked = text.startswith("up ") and is_up_for_another_reason(scene, hit)
    over = text == "fall risk" and before in (["no", "longer", "a"], ["longer", "a"], ["is", "not", "a"])
    return at_night or lain_on or purpose or works or over or looked


def _is_of_nerve(scene: Scene) -> bool:
    return any(care.term.value == "injection" for care in scene.terms("care"))


def _is_sideways(scene: Scene, hit: Hit) -> bool:
    before = scene.view.norms[max(scene.statement.start, hit.start - 2) : hit.start]
    return not {"side", "lateral"}.isdisjoint(before)


def _is_denied(scene: Scene, hit: Hit) -> bool:
    """Tell whether a limit or activity is denied; `can't lift, off work` denies nothing that it lists."""
    cue = scene.context.cue(hit, "absent")
    if cue is None:
        return scene.view.norms[hit.start - 1] == "without" and hit.start > scene.statement.start
    limits = scene.terms("function", "limit", "limitation")
    return not any(limit.start < cue.end and cue.start < limit.end for limit in limits)
