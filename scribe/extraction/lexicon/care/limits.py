"""Limits and activities → which limit holds for which activity, and the measures of time and way: `15 min`."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_REACH = 14
_NEAR = 3
_CLOSE = 4
_EASING = frozenset({"gone", "better", "eases", "passes", "settles", "calms", "quits", "fine", "relief", "relieves"})
_EASED = frozenset(
    {("it", "goes"), ("goes", "away"), ("goes", "off"), ("it", "stops"), ("wears", "off"), ("lets", "up")}
)
_PAUSES = frozenset({",", ";", ".", "and", "so", "but", "then", "-"})
_CONTRASTS = frozenset({"but", ";", "though", "although"})
_NEEDS = frozenset({"have", "has", "had", "need", "needs", "got", "gotta", "must"})
_BARE_NEEDS = frozenset({"gotta", "must"})
_LEADING = frozenset(
    {"to", "go", "get", "just", "up", "out", "and", "down", "over", "back", "of", "a", "the", "car"}
    | {"come", "lie", "pull"}
)
_PEOPLE = frozenset({"i", "he", "she", "they", "we", "i've", "she's", "he's", "has", "have"})
DEEDS = ("activity", "doing", "limitation")
"""Roles of the terms for what somebody does, or does no more."""
_BEING = frozenset({"i'm", "he's", "she's", "been", "is", "was", "still", "am", "kept", "stay", "stayed", "staying"})
_ENDING = frozenset({"stop", "quit", "rest"})
_AMOUNTS = frozenset({"half", "quarter", "a", "an", "far"})
_TIMED = frozenset({
    "since", "in", "for", "anymore", "lately", "week", "weeks", "month", "months", "season", "days", "yet", "once",
})  # fmt: skip
_ONSETS = frozenset({"ago", "started", "began", "onset", "since"})
_CAUSES = frozenset({"because", "bc", "due", "cause", "q", "every", "halfway", "twice", "early", "pain", "rest"})
_GOING_ON = frozenset({"of", "on", "in", "with", "about", "and"})
_TROUBLE = frozenset({
    "problem", "issue", "trouble", "struggle", "hard", "difficult", "disturbed", "limited", "limiting", "restricted",
    "interrupted", "broken", "disrupted", "affected", "impaired", "wakes", "bothers",
})  # fmt: skip
_NEVER = frozenset({"no", "not", "longer", "never", "isn't", "aren't", "without"})
WHENEVER = frozenset({"when", "whenever", "while", "if", "anytime"})
"""Words with which a symptom is told to come each time."""
_WELL = frozenset({"ok", "okay", "fine"})
_SINGLE = frozenset({"drive", "flight", "ride", "trip"})
"""Words for what once brought a pain on."""
_EACH = frozenset({"every", "each", "any", "always", "longer", "whenever"})
MEASURED = frozenset({"sitting", "standing", "walking"})
"""Activities that a healthy person does at length, so that a measure is a limit; a drive or a run may be short."""
THEN = frozenset({"then", "before", "until"})
"""Words that part a measure from what ends it."""
_OF = frozenset({"of", "at", "on", "in", "behind", "the", "a", "his", "her", "my"})
"""Words between a measure and what is done so long."""
_UNIT_REACH = 2
_HOURS_REACH = 6
_HOURS = frozenset({"hours", "hour", "hrs", "hr", "h"})
_INFANTS = frozenset({"baby", "newborn", "infant"})
_FEW = frozenset({"2", "3", "4", "5", "two", "three", "four", "five", "an", "one"})


class Gap(NamedTuple):
    """What stands between a limit and an activity."""

    limit: Hit
    """The limit."""
    activity: Hit
    """The activity."""
    ahead: bool
    """Whether the limit stands before the activity."""
    between: Chunk
    """The words between them."""
    said: list[str]
    """The same, as words."""


def limits_of(scene: Scene, limits: Iterable[Hit], activity: Hit) -> Iterator[Hit]:
    """Yield the limits that hold for an activity, as `can't` does in `can't lift, so my son carries`."""
    return (limit for limit in limits if _holds(scene, limit, activity))


def forbidding(scene: Scene, limits: Iterable[Hit], deed: Hit) -> Iterator[Hit]:
    """Yield the limits that say that a deed, which is no activity by itself, cannot be done: `can't open a jar`."""
    return (limit for limit in limits if _forbids(scene, limit, deed))


def _forbids(scene: Scene, limit: Hit, deed: Hit) -> bool:
    if limit.term.text in words("measures_of_limits"):
        return abs(limit.start - deed.start) <= _NEAR and _counts(scene, limit)
    if limit.term.text in words("measured_limits"):
        reach = Chunk(limit.end, min(limit.end + _CLOSE, scene.statement.end))
        return abs(limit.start - deed.end) <= _NEAR and measure(scene, reach) is not None
    if limit.start > deed.start:
        after = scene.view.norms[limit.end : limit.end + 1]
        ends = limit.term.text not in words("afterthought_limits") or _GOING_ON.isdisjoint(after)
        return ends and limit.term.text in words("said_after") and limit.start - deed.end <= _CLOSE + 1
    if limit.term.text in words("onset_limits"):
        return measure(scene, Chunk(limit.end, deed.start)) is not None and deed.start - limit.end <= _CLOSE + 1
    known = limit.term.text in words("inabilities") | words("hardships") | {"no longer"}
    near = 0 <= deed.start - limit.end <= _REACH // 2
    return known and near and not _turns(scene.view.norms[limit.end : deed.start])


def is_relief(scene: Scene, activity: Hit) -> bool:
    """Tell whether an activity is what somebody has to do for relief, as in `then I have to go sit in the car`."""
    norms, at = scene.view.norms, activity.start - 1
    while at > scene.statement.start and (norms[at] in _LEADING or (norms[at] in _ENDING and norms[at + 1] == "and")):
        at -= 1
    return norms[at] in _NEEDS and (norms[at] in _BARE_NEEDS or "to" in norms[at : activity.start])


def brings_relief(view: View, said: Statement) -> bool:
    """Tell whether something only does good, as in `Two minutes and it's gone.` and `I sit, it goes off.`."""
    norms = view.norms[said.start : said.end]
    return not _EASING.isdisjoint(norms) or any(pair in _EASED for pair in pairwise(norms))


def is_measured(scene: Scene, limit: Hit) -> bool:
    """Tell whether a limit says something by itself: `only` needs a measure, `hasn't` what has not been done."""
    if limit.term.text in words("off_limits") or limit.term.text in words("undone_limits"):
        return False
    measures = words("measures_of_limits") | words("measured_limits")
    return limit.term.text not in measures or _counts(scene, limit)


def _holds(scene: Scene, limit: Hit, activity: Hit) -> bool:
    if abs(limit.start - activity.start) > _REACH:
        return False
    ahead = limit.start < activity.start
    between = Chunk(limit.end, activity.start) if ahead else Chunk(activity.end, limit.start)
    gap = Gap(limit, activity, ahead, between, scene.view.norms[between.start : between.end])
    if not ahead and not _WELL.isdisjoint(gap.said) and not {";", ","}.isdisjoint(gap.said):
        return False  # `Drives 1 h ok; lifts with difficulty.`
    return _tests().get(limit.term.text, _brings_on)(scene, gap)


def _is_off(scene: Scene, gap: Gap) -> bool:
    """Tell whether somebody is off work or sport, as in `I'm off the loading dock`, and not `off to the gym`."""
    absent = gap.activity.term.value in {"work", "sport"} and gap.said[:1] != ["to"]
    if gap.limit.term.text == "off":
        before = scene.view.norms[gap.limit.start - 1] if gap.limit.start > scene.statement.start else ","
        opens = before in _PAUSES or before in _BEING
        return gap.ahead and absent and opens and len(gap.said) <= 1
    return gap.ahead and absent and len(gap.said) <= _CLOSE


def _is_undone(scene: Scene, gap: Gap) -> bool:
    """Tell whether something has not been done for a time, as in `hasn't walked to church since Easter`.

    What brought it about may stand before, as in `it burns, so she hasn't driven`.
    """
    before = scene.view.norms[max(scene.statement.start, gap.limit.start - _NEAR) : gap.limit.start]
    lasting = not _TIMED.isdisjoint(scene.said) or "so" in before
    return gap.ahead and len(gap.said) <= _NEAR and lasting


def _is_unable(scene: Scene, gap: Gap) -> bool:
    """Tell whether somebody is unable to do what follows, or what goes before: `lifting him, I can't`."""
    if gap.ahead:
        return not _turns(gap.said)
    if gap.limit.term.text == "quit" and scene.view.norms[gap.limit.start - 1] not in _PEOPLE:
        return False
    start = gap.limit.end + (scene.view.norms[gap.limit.end : gap.limit.end + 1] == ["do"])
    after = scene.view.norms[start : min(start + 1, scene.statement.end)]
    closes = not after or not after[0][0].isalnum() or after[0] in words("after_inability") | words("numbers")
    return closes and _CONTRASTS.isdisjoint(gap.said)


def _is_at_most(scene: Scene, gap: Gap) -> bool:
    """Tell whether a measure is of an activity: not `at his desk, but can't drive more than an hour`, of the desk."""
    others = _CONTRASTS.isdisjoint(gap.said) or not scene.terms("function", *DEEDS, part=gap.between)
    return others and _counts(scene, gap.limit)


def _lasts(scene: Scene, gap: Gap) -> bool:
    """Tell whether it is said how long somebody lasts, as in `feeding the baby I get maybe ten minutes`."""
    reach = Chunk(gap.limit.end, min(gap.limit.end + _CLOSE, scene.statement.end))
    return measure(scene, reach) is not None and (not gap.ahead or len(gap.said) <= _CLOSE + 1)


def _follows(scene: Scene, gap: Gap) -> bool:
    """Tell whether pain comes after an activity each time, and did not once begin after it."""
    near = len(gap.said) <= _NEAR or (len(gap.said) <= _CLOSE + 1 and measure(scene, gap.between) is not None)
    ordered = scene.stance == "plan" or (scene.statement.turn >= 0 and scene.statement.speaker == "clinician")
    once = scene.view.norms[gap.activity.end - 1] in _SINGLE and _EACH.isdisjoint(scene.said)
    after = gap.ahead and near and not once
    return after and not ordered and "," not in gap.said and _ONSETS.isdisjoint(scene.said)


def _is_said_of(scene: Scene, gap: Gap) -> bool:
    """Tell whether what is said right after an activity is said of it, as in `the top shelf is out`."""
    ordered = scene.statement.turn >= 0 and scene.by_clinician
    if gap.limit.term.text.startswith("that's") and gap.activity.term.value != "walking":
        return False
    if gap.ahead or ordered or len(gap.said) > _CLOSE or _turns(gap.said):
        return False
    after = scene.view.norms[gap.limit.end : gap.limit.end + 1]
    return (_CONTRASTS | _NEVER).isdisjoint(gap.said) and _GOING_ON.isdisjoint(after)


def _breaks_off(scene: Scene, gap: Gap) -> bool:
    """Tell whether an activity is broken off, as in `stops typing every 30 min` and `played ten minutes, came off`."""
    told = not _CAUSES.isdisjoint(scene.said) or measure(scene, scene.statement) is not None
    return told and len(gap.said) <= (_NEAR if gap.ahead else _CLOSE + 1) and not _turns(gap.said)


def _is_needed(_: Scene, gap: Gap) -> bool:
    """Tell whether an activity stands before what somebody has to do for it: `backing up, I have to turn around`."""
    return not gap.ahead


def _brings_on(scene: Scene, gap: Gap) -> bool:
    """Tell whether an activity is made worse or hard, as in `worse in the car`; `worse than` compares."""
    after = scene.view.norms[gap.limit.end : gap.limit.end + 1]
    compared = gap.limit.term.text == "worse" and after == ["than"]
    over = gap.limit.term.text == "no longer" and _is_over(scene, gap.limit)
    return not (compared or over) and not (gap.ahead and _turns(gap.said))


def _is_over(scene: Scene, limit: Hit) -> bool:
    """Tell whether a trouble is no more, as in `walking is no longer a problem`."""
    after = scene.view.norms[limit.end : limit.end + 3]
    return not (words("bringing_on") | words("troubles") | words("said_after") | _TROUBLE).isdisjoint(after)


@cache
def _tests() -> dict[str, Callable[[Scene, Gap], bool]]:
    """Return how the limits that have a reach of their own reach an activity; the others bring it on."""
    families = (
        (words("off_limits"), _is_off),
        (words("undone_limits"), _is_undone),
        (words("inabilities"), _is_unable),
        (words("measures_of_limits"), _is_at_most),
        (words("measured_limits"), _lasts),
        (words("onset_limits"), _follows),
        (words("needs"), _is_needed),
        (words("afterthought_limits"), _is_said_of),
        (words("breaking_off"), _breaks_off),
    )
    return {text: test for texts, test in families for text in texts}


def _turns(said: list[str]) -> bool:
    """Tell whether a new clause begins between a limit and what follows it, as in `can't run, I walk`."""
    return any(word in words("subjects") and said[at - 1] in _PAUSES for at, word in enumerate(said) if at)


def _counts(scene: Scene, limit: Hit) -> bool:
    """Tell whether a number stands near behind a limit that is a measure, as in `only about 20 minutes`."""
    norms = scene.view.norms
    near = norms[limit.end : limit.end + _CLOSE]
    if limit.term.text == "max":
        near += norms[max(scene.statement.start, limit.start - _NEAR) : limit.start]
    return any(is_number(word) or word in _AMOUNTS for word in near)


def measure(scene: Scene, part: Item) -> Chunk | None:
    """Return the first measure of time or way in a part, as in `15 min` and `half a block`."""
    norms = scene.view.norms
    for at in range(part.start, part.end):
        if is_number(norms[at]) or norms[at] in {"half", "quarter"}:
            unit = next((to for to in range(at + 1, min(at + 2 + _UNIT_REACH, part.end)) if _is_unit(norms, to)), None)
            if unit is not None:
                return None if _changes(norms, unit + 1) else Chunk(at, unit + 1)
        elif norms[at] in {"a", "an"} and at + 1 < part.end and _is_unit(norms, at + 1):
            return Chunk(at, at + 2)
    return None


def _changes(norms: list[str], end: int) -> bool:
    """Tell whether a measure is that of a beginning, as in `walks 50 ft -> 1 mile`."""
    near = norms[end : end + _CLOSE]
    return "\u2192" in near or ("-", ">") in [*pairwise(near)]


def measured_before(scene: Scene, activity: Item) -> Chunk | None:
    """Return the measure after which an activity ends, before it, as in `15 minutes at the piano before it burns`."""
    norms = scene.view.norms
    found = measure(scene, Chunk(max(scene.statement.start, activity.start - _CLOSE), activity.start))
    joined = found is not None and _OF.issuperset(norms[found.end : activity.start])
    ends = not THEN.isdisjoint(norms[activity.end : min(activity.end + 1, scene.statement.end)])
    return Chunk(found.start, activity.end + 1) if found is not None and joined and ends else None


def few_hours(scene: Scene, asleep: Item) -> Chunk | None:
    """Return how few hours somebody sleeps, as in `sleeps 3-4 hours` and `I sleep maybe four hours`."""
    end = min(asleep.end + _HOURS_REACH, scene.statement.end)
    found = measure(scene, Chunk(asleep.end, end))
    if found is None or scene.view.norms[found.end - 1] not in _HOURS or not _INFANTS.isdisjoint(scene.said):
        return None
    return Chunk(asleep.start, found.end) if scene.view.norms[found.start] in _FEW else None


def is_number(word: str) -> bool:
    """Tell whether a word is a number in figures or letters."""
    return word.isdecimal() or word in words("numbers")


def _is_unit(norms: list[str], at: int) -> bool:
    """Tell whether a word is a unit of time or way; a mark is one right behind a number, as in `15'`, not in `5'10`."""
    if norms[at] != "'":
        return norms[at] in words("stretches")
    return norms[at - 1].isdecimal() and not (norms[at + 1 : at + 2] and norms[at + 1].isdecimal())
