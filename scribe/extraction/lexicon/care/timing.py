"""When care is given: before, today or in time to come."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.care.given_here import is_earlier, is_given_here, is_put_on
from scribe.extraction.lexicon.care.talked_of import INVASIVE, is_proposed
from scribe.extraction.lexicon.care.told_times import is_just_told, is_put_off, is_told_of_before, is_written_as_past
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import CareKind, Timing

_ORDER_REACH = 12
_I_AM = frozenset({"i'm", "i'll", "we'll", "we're"})
GIVEN_HERE = frozenset({"manipulation", "massage"})
_ADVISED = frozenset({"exercise", "other"})
_STOP_REACH = 3
_SINCE = 6
_OVER = 10
_ADVISING = frozenset(("i'd", verb) for verb in ("do", "recommend", "offer", "advise", "suggest"))
_SINCE_WORDS = frozenset({"after", "since", "following"})
_HAD = frozenset({"had", "was", "were", "couldn't"})
_OFTEN = frozenset({"times", "twice", "thrice", "weekly"})
_WEEKS = frozenset({"week", "weeks", "weekly", "month"})
_DUE = frozenset({"should", "keep", "can", "could", "continue", "do", "need"})
_WILL = frozenset({"will", "would", "should", "want", "shall", "ready", "try", "if", "can", "could"})
_PRESCRIBING = frozenset({("a", "day"), ("want", "you"), ("each", "side"), ("per", "day"), ("every", "day")})
_AUTHORIZING = frozenset({("prior", "auth"), ("prior", "authorization"), ("preauth", "for")})
_HEALED = frozenset({"solid", "old", "healed", "existing", "remote"})
_WE_ARE = frozenset({("were", "gonna"), ("were", "going")})
_HAS_DONE = frozenset((who, "done") for who in ("she's", "he's", "i've", "we've", "you've", "have", "has", "had"))
_CENTURIES = ("19", "20")
_BOOKED = frozenset(
    {(word, "for") for word in ("down", "scheduled", "booked", "listed", "waiting", "slated", "due", "list")}
    | {("awaiting", "a"), ("awaiting", "the"), ("can", "wear"), ("can", "use"), ("may", "use")}
)
_SENDING_OUT = frozenset({
    "send", "sending", "refer", "referring", "book", "booking", "schedule", "scheduling", "arrange", "arranging",
    "ordering", "requesting",
})  # fmt: skip
_BOOKED_REACH = 9
_WE = frozenset({"i", "we", "i'll", "we'll", "today", "now"})
_SENDERS = frozenset({
    "pcp", "er", "ed", "gp", "urgent", "hospital", "internist", "pharmacy", "dentist", "another", "outside",
})  # fmt: skip
_SENDING = frozenset({"from", "by", "per", "at"})
_SENT_REACH = 5
_USING = frozenset({"uses", "using", "wears", "wearing", "wore", "has", "owns", "got"})
_USED_REACH = 3
_NOW = frozenset({"now", "today"})
_STILL = frozenset({("still", "on"), ("still", "taking"), ("still", "take"), ("still", "using")})
_LONGEST_ECHO = 6
_WHO = frozenset({"you've", "he's", "she's", "they've", "you", "he", "she", "they"})
_WENT = frozenset({
    "did", "done", "tried", "finished", "completed", "went", "gone", "been", "failed", "exhausted", "took", "taken",
})  # fmt: skip
_ALREADY = frozenset({"already", "have", "has", "just", "both"})
_FAILED = frozenset({"didn't", "hasn't", "haven't", "never", "did", "has", "have"})
_BENEFIT = frozenset({
    "help", "helped", "touch", "touched", "work", "worked", "hold", "held", "last", "lasted", "stick", "fix", "fixed",
    "either", "nothing", "change", "changed", "budge",
})  # fmt: skip
_CAME_OF_IT = frozenset(
    {(verb, whom) for verb in ("made", "gave", "bought", "upset", "knocked") for whom in ("you", "me", "him", "her")}
    | {("wore", "off"), ("been", "done"), ("was", "useless"), ("were", "useless")}
)
_RESULT_REACH = 4


def timing_of(scene: Scene, hit: Hit, kind: CareKind) -> Timing:
    """Tell when care is given: the first that holds of a date, an order, a word of time, the stance, the kind."""
    return next((timing for holds, timing in _tests(scene, hit, kind) if holds), "prior")


def _tests(scene: Scene, hit: Hit, kind: CareKind) -> Iterator[tuple[bool, Timing]]:
    """Yield what tells when care is given, and when it then is."""
    yield kind in INVASIVE and not _AUTHORIZING.isdisjoint(pairwise(scene.words())), "planned"
    yield kind == "surgery" and _is_dated(scene, hit), "prior"
    yield kind == "injection" and scene.stance in {"history", "neutral"} and _is_dated(scene, hit), "prior"
    yield _is_made_elsewhere(scene, hit), "planned"
    yield _is_from_elsewhere(scene, hit), "prior"
    yield is_given_here(scene, hit, kind), "today"
    yield is_written_as_past(scene, hit, kind), "prior"
    yield _is_behind(scene, hit) or _was_going_on(scene, hit) or _is_gone_through(scene, hit), "prior"
    yield is_put_on(scene, hit, kind), "today"
    yield is_put_off(scene, hit, kind), "planned"
    yield is_just_told(scene, hit, kind), "today"
    yield _is_just_injected(scene, hit), "today"
    yield is_told_of_before(scene, hit, kind), "prior"
    yield _is_walk(scene, hit), "planned"
    yield _is_still_taken(scene, kind) or _is_taken_up(scene) or _is_counted(scene, hit), "prior"
    yield _is_order(scene, hit, kind), "planned"
    yield _is_taken(scene, kind) or _is_stopped(scene, hit), "prior"
    yield _is_asked_of_past(scene), "prior"
    yield kind not in GIVEN_HERE and _is_asked_after(scene), "prior"
    yield kind in GIVEN_HERE and "today" not in scene.said and _is_course(scene), "planned"
    yield _is_answered_yes(scene) or is_proposed(scene), "planned"
    yield kind in _ADVISED and scene.stance != "history" and _is_homework(scene), "planned"
    yield kind in INVASIVE and _is_set(scene), "planned"
    yield _is_arranged(scene, kind), "planned"
    yield _is_done_here(scene, hit, kind), "today"
    yield is_earlier(scene) and not scene.says("care_today"), "prior"
    yield _is_now(scene, kind), "today"
    yield _is_past(scene, hit), "prior"
    yield kind in GIVEN_HERE and words("future_care").isdisjoint(scene.words(scene.chunk(hit))), "today"
    yield scene.stance == "plan" or scene.says("future_care"), "planned"
    yield _is_advised(scene, kind), "planned"
    yield kind in INVASIVE and scene.statement.speaker == "clinician" and not scene.statement.asks, "planned"
    yield _is_told(scene), "planned"


def _is_just_injected(scene: Scene, hit: Hit) -> bool:
    """Tell whether a note of a procedure tells what was injected, as in `then 1 mL injected slowly`."""
    told = hit.term.text == "injected" and scene.statement.turn < 0 and scene.stance != "history"
    return told and not (scene.says("future_care") or scene.says("past_care"))


def _is_walk(scene: Scene, hit: Hit) -> bool:
    """Tell whether a note has the patient walk so long, as in `walk 20 min/d`: nobody does so in the clinic."""
    walked = hit.term.text.split()[0] in {"walk", "swim", "cycle"}
    return walked and scene.statement.turn < 0 and scene.stance in {"plan", "conclusion"}


def _is_still_taken(scene: Scene, kind: CareKind) -> bool:
    """Tell whether it is told, or asked without a question mark, what is taken by now: `still on the meloxicam`."""
    taken = not _STILL.isdisjoint(pairwise(scene.words()))
    return kind == "medication" and scene.statement.turn >= 0 and taken and _WILL.isdisjoint(scene.said)


def _is_counted(scene: Scene, hit: Hit) -> bool:
    """Tell whether who is not the clinician counts what was had, as in `Two epidurals.`."""
    told = scene.statement.speaker in {"patient", "other"} and not scene.statement.asks
    opens = hit.start - scene.statement.start == 1 and _WILL.isdisjoint(scene.said)
    return told and opens and hit.term.value in INVASIVE and scene.view.norms[hit.start - 1] in words("numbers")


def _is_taken_up(scene: Scene) -> bool:
    """Tell whether a clinician only agrees what it was that the patient told of, as in `The traction table, right.`."""
    said = [word for word in scene.words() if word[0].isalnum()]
    short = scene.by_clinician and scene.statement.turn > 0 and len(said) <= _LONGEST_ECHO
    return short and said[0] in {"the", "that"} and said[-1] in {"yeah", "yes", "right", "sure"}


def _is_behind(scene: Scene, hit: Hit) -> bool:
    """Tell whether time is counted from it, as in `six weeks after her injection` and `since the fusion`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _SINCE) : hit.start]
    if _is_over(scene, hit) or (hit.term.value in INVASIVE and tuple(before[-3:]) == ("f", "/", "u")):
        return True
    times = _SINCE_WORDS if _HAD.isdisjoint(scene.said) else _SINCE_WORDS | {"before"}
    at = next((index for index, word in enumerate(before) if word in times), len(before))
    owned = words("whose_care").intersection(before[at + 1 : at + 2])
    return bool(owned) and "if" not in scene.words()


def _is_over(scene: Scene, hit: Hit) -> bool:
    """Tell whether its own words say that it was done, as in `s/p RFA` and `history of laminectomy`."""
    if scene.view.norms[hit.start - 1] in _HEALED:
        return True
    cue = scene.context.cue(hit, "historical")
    near = max(scene.chunk(hit).start, hit.start - _OVER)
    return cue is not None and cue.text in words("over_before") and near <= cue.start < hit.start


def _is_done_here(scene: Scene, hit: Hit, kind: CareKind) -> bool:
    """Tell whether a technique is named with its place where nothing before it is of another time."""
    written = scene.statement.turn < 0 and scene.stance not in {"plan", "conclusion"}
    if kind != "manipulation" or written or scene.stance == "history" or not scene.by_clinician:
        return False
    start = scene.statement.start + (scene.view.norms[scene.statement.start] == "plan")
    before = scene.view.norms[start : hit.start]
    said = {word for word, after in pairwise([*before, ""]) if (word, after) not in _WE_ARE}
    elsewhen = words("past_care") | words("past_times") | words("future_care") | words("conditional")
    coming = scene.statement.turn < 0 and scene.says("future_care")
    named = bool(scene.view.fixing(scene.statement)) and not scene.statement.asks and not coming
    return named and elsewhen.isdisjoint(said)


def _is_asked_after(scene: Scene) -> bool:
    """Tell whether the clinician asks how it goes, as in `And the ibuprofen?`, and proposes nothing."""
    asks = scene.statement.asks and scene.statement.turn >= 0 and scene.statement.speaker == "clinician"
    return asks and not is_proposed(scene) and not scene.says("arranging") and _WILL.isdisjoint(scene.said)


def _is_answered_yes(scene: Scene) -> bool:
    """Tell whether the patient asks for it and hears a yes, as in `Should I keep going to massage?`, `Yes, keep.`."""
    reply = scene.statement.reply
    agreed = reply is not None and reply.answer == "yes"
    return agreed and scene.statement.speaker == "patient" and not _DUE.isdisjoint(scene.said)


def _is_taken(scene: Scene, kind: CareKind) -> bool:
    """Tell whether a note tells what is taken by now, as in `Taking ibuprofen 600 tid`."""
    if kind != "medication" or scene.statement.turn >= 0:
        return False
    return scene.stance in {"history", "neutral"} or (scene.says("taking") and scene.stance != "plan")


def _is_stopped(scene: Scene, hit: Hit) -> bool:
    """Tell whether a drug that is stopped was taken until now, as in `he can stop the naproxen`."""
    if hit.term.value != "medication" or scene.statement.asks or "continue" in scene.said:
        return False
    before = scene.view.norms[max(scene.statement.start, hit.start - _STOP_REACH) : hit.start]
    return not {"stop", "discontinue", "stopping"}.isdisjoint(before)


def _is_homework(scene: Scene) -> bool:
    """Tell whether an exercise is for the home: `twice a day`, `I want you doing your knee-to-chests`."""
    if scene.says("home_care"):
        return True
    return scene.by_clinician and not _PRESCRIBING.isdisjoint(pairwise(scene.words()))


def _is_asked_of_past(scene: Scene) -> bool:
    """Tell whether it answers what was tried, as in `What have you had?`, `Ibuprofen.`."""
    before = scene.view.statements_before(scene.statement)
    own = scene.statement.speaker != "clinician" or _asks_another(scene.statement)
    first = next((at for at, one in enumerate(reversed(before)) if one.turn != scene.statement.turn), 0)
    return own and any(_asks_of_past(scene.view, one) for one in before[len(before) - first - 1 :][:1])


def _asks_of_past(view: View, one: Statement) -> bool:
    return _asks_another(one) and not words("asking_past").isdisjoint(view.norms[one.start : one.end])


def _asks_another(one: Statement) -> bool:
    return one.asks and one.turn >= 0 and one.speaker != "patient"


def _is_arranged(scene: Scene, kind: CareKind) -> bool:
    """Tell whether the clinician arranges it: `I'll refer you for an epidural`, `come back Friday, I'll adjust it`."""
    if kind in INVASIVE:
        advised = scene.says("arranging") or not _ADVISING.isdisjoint(pairwise(scene.words()))
        return advised and _is_told(scene)
    return kind in GIVEN_HERE and _is_told(scene) and scene.says("days_to_come") and _comes_again(scene)


def _comes_again(scene: Scene) -> bool:
    """Tell whether the patient is to come back, as in `return on Friday` and `I'd like to see you Thursday`."""
    return not {"back", "again", "return"}.isdisjoint(scene.said) or ("see", "you") in pairwise(scene.words())


def _is_told(scene: Scene) -> bool:
    """Tell whether a clinician says it in talk, and asks nothing."""
    addressed = scene.by_clinician and "you" in scene.said and not _I_AM.isdisjoint(scene.said)
    told = scene.statement.speaker == "clinician" or addressed
    return scene.statement.turn >= 0 and told and not scene.statement.asks


def _is_course(scene: Scene) -> bool:
    """Tell whether a treatment is to be given several times, as in `adjust you twice a week`."""
    return scene.statement.turn >= 0 and not (_OFTEN.isdisjoint(scene.said) or _WEEKS.isdisjoint(scene.said))


def _is_set(scene: Scene) -> bool:
    """Tell whether the clinician names a day to come, as in `a right L5 epidural on Wednesday`."""
    return scene.by_clinician and scene.says("days_to_come") and not scene.says("past_verbs")


def _is_advised(scene: Scene, kind: CareKind) -> bool:
    """Tell whether the clinician advises it: under the diagnosis, for the home, or as an exercise named in talk."""
    if kind != "surgery" and (scene.stance == "conclusion" or scene.says("home_care")):
        return True
    return kind in _ADVISED and scene.statement.speaker == "clinician" and not scene.statement.asks


def _is_past(scene: Scene, hit: Hit) -> bool:
    if scene.stance == "history" or not words("past_verbs").isdisjoint(scene.words(scene.chunk(hit))):
        return True
    return scene.stance != "plan" and scene.says("past_care")


def _is_now(scene: Scene, kind: CareKind) -> bool:
    if scene.stance == "history":
        return False
    now = words("care_now").intersection(scene.said)
    if now == {"done"} and not _HAS_DONE.isdisjoint(pairwise(scene.words())):
        now = frozenset()
    if kind in {"manipulation", "massage", "exercise", "injection"} and now:
        return True
    return kind != "surgery" and scene.says("in_clinic")


def _is_dated(scene: Scene, hit: Hit) -> bool:
    """Tell whether an operation has a year or is what the patient is after, as in `s/p L4-5 fusion 2019`."""
    chunk = scene.chunk(hit)
    said = scene.words(chunk)
    years = (word for before, word in pairwise(said) if before != "/" and word[:2] in _CENTURIES)
    before = scene.view.norms[chunk.start : hit.start]
    done = any(pair in {("/", "p"), ("status", "post"), ("out", "from")} for pair in pairwise(before))
    done = done or before[-1:] == ["post"]
    return done or any(word.isdecimal() and len(word) == 4 for word in years)  # noqa: PLR2004


def _is_order(scene: Scene, hit: Hit, kind: CareKind) -> bool:
    """Tell whether the clinician tells the patient to do it, as in `and keep doing the chin tucks`."""
    if not scene.by_clinician or scene.statement.asks:
        return False
    if kind in GIVEN_HERE and words("announcing").intersection(scene.words()):
        return False
    before = scene.view.norms[max(scene.statement.start, hit.start - _ORDER_REACH) : hit.start]
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if word in words("orders"):
            return index == 0 or before[index - 1] in words("before_order")
        if word in words("past_care"):
            return False
    return False


def _is_made_elsewhere(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is booked or left to others, as in `down for a fusion` and `pain clinic will do the epidural`."""
    if hit.term.value in INVASIVE and scene.by_clinician and _is_sent_out(scene, hit):
        return "if" not in scene.said
    before = scene.view.norms[max(scene.statement.start, hit.start - _BOOKED_REACH) : hit.start]
    if not _BOOKED.isdisjoint(pairwise(before)) and "was" not in before:
        return hit.term.value in INVASIVE or scene.by_clinician
    return hit.term.value in INVASIVE and "will" in before and _WE.isdisjoint(scene.said) and "if" not in scene.said


def _is_sent_out(scene: Scene, hit: Hit) -> bool:
    return not _SENDING_OUT.isdisjoint(scene.view.norms[scene.statement.start : hit.start])


def _is_from_elsewhere(scene: Scene, hit: Hit) -> bool:
    """Tell whether it was given by others or is used already, as in `collar from PCP` and `wears a brace`."""
    if hit.term.value == "other" and scene.statement.turn < 0 and _is_used(scene, hit):
        return scene.stance in {"history", "neutral"}
    after = scene.view.norms[hit.end : min(hit.end + _SENT_REACH, scene.statement.end)]
    given = any(first in _SENDING and second in _SENDERS for first, second in pairwise(after))
    return given and scene.stance != "plan" and not scene.says("conditional")


def _is_used(scene: Scene, hit: Hit) -> bool:
    return not _USING.isdisjoint(scene.view.norms[max(scene.statement.start, hit.start - _USED_REACH) : hit.start])


def _was_going_on(scene: Scene, hit: Hit) -> bool:
    """Tell whether it was given over a time that is past, as in `what we were adjusting in the fall`."""
    if not hit.term.text.endswith("ing") or "today" in scene.said:
        return False
    return not {"were", "was"}.isdisjoint(scene.view.norms[max(scene.statement.start, hit.start - 2) : hit.start])


def _is_gone_through(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is told as over: `you've done eight weeks of therapy`, `the duloxetine made you sick`."""
    if scene.statement.turn < 0 or not scene.by_clinician or not _NOW.isdisjoint(scene.said):
        return False
    return _was_undergone(scene, hit) or _had_effect(scene, hit)


def _was_undergone(scene: Scene, hit: Hit) -> bool:
    before = scene.view.norms[scene.chunk(hit).start : hit.start]
    told = [word for word in before if word not in _ALREADY]
    return any(who in _WHO and verb in _WENT for who, verb in pairwise(told))


def _had_effect(scene: Scene, hit: Hit) -> bool:
    after = scene.view.norms[hit.end : min(hit.end + _RESULT_REACH, scene.chunk(hit).end)]
    if not _CAME_OF_IT.isdisjoint(pairwise(after)):
        return True
    return not _FAILED.isdisjoint(after[:1]) and not _BENEFIT.isdisjoint(after[1:])
