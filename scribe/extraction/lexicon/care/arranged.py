"""When care is given that somebody else gives, that is gone through already, or that a clinic gives by the minute."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit

_BOOKED = frozenset(
    {(word, "for") for word in ("down", "scheduled", "booked", "listed", "waiting", "slated", "due", "list")}
    | {("awaiting", "a"), ("awaiting", "the"), ("can", "wear"), ("can", "use"), ("may", "use")}
)
_BOOKED_REACH = 9
_ARRANGED = frozenset({"scheduled", "booked", "pending", "planned", "arranged", "requested", "authorized", "approved"})
_ARRANGED_REACH = 3
_AWAY = frozenset({"surgery", "injection"})
_NEXT_TIME = frozenset(("next", word) for word in ("visit", "time", "week", "session", "appointment"))
_RETURNING = frozenset({"see", "seen", "rtc", "return", "returns", "back", "today", "recheck", "f"})
_WE = frozenset({"i", "we", "i'll", "we'll", "today", "now"})
_SENDERS = frozenset({
    "pcp", "er", "ed", "gp", "urgent", "hospital", "internist", "pharmacy", "dentist", "another", "outside",
})  # fmt: skip
_SENDING = frozenset({"from", "by", "per", "at"})
_SENT_REACH = 5
_USING = frozenset({"uses", "using", "wears", "wearing", "wore"})
_USED_REACH = 3
_GUIDED = frozenset({"fluoro", "fluoroscopy", "fluoroscopic", "ultrasound", "sterile"})
_MINUTES = frozenset({"min", "mins", "minutes"})
_MODALITY_REACH = 5
_AT_HOME = frozenset({
    "prn", "q", "every", "daily", "x", "after", "home", "night", "hours", "hourly", "times", "bid", "tid",
})  # fmt: skip
_TO_COME = frozenset({"next", "schedule", "scheduled", "consider", "refer"})
_ABOUT_TO = frozenset({"we'll", "i'll", "let's", "we're", "i'm", "gonna"})
_NOW = frozenset({"now", "today"})
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


def is_made_elsewhere(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is booked or left to others, as in `down for a fusion` and `pain clinic will do the epidural`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _BOOKED_REACH) : hit.start]
    if any(pair in _BOOKED for pair in pairwise(before)) and "was" not in before:
        return hit.term.value in _AWAY or scene.by_clinician
    after = scene.view.norms[hit.end : scene.statement.end]
    if hit.term.value != "manipulation" and not _ARRANGED.isdisjoint(after[:_ARRANGED_REACH]):
        return "was" not in after[:_ARRANGED_REACH]
    if hit.term.value == "manipulation" and any(pair in _NEXT_TIME for pair in pairwise(after)):
        return scene.statement.turn < 0 and _RETURNING.isdisjoint(scene.said)
    return hit.term.value in _AWAY and "will" in before and _WE.isdisjoint(scene.said) and "if" not in scene.said


def is_from_elsewhere(scene: Scene, hit: Hit) -> bool:
    """Tell whether it was given by others or is used already, as in `collar from PCP` and `wears a brace`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _USED_REACH) : hit.start]
    if hit.term.value == "other" and scene.statement.turn < 0 and not _USING.isdisjoint(before):
        return scene.stance in {"history", "neutral"}
    after = scene.view.norms[hit.end : min(hit.end + _SENT_REACH, scene.statement.end)]
    given = any(first in _SENDING and second in _SENDERS for first, second in pairwise(after))
    return given and scene.stance != "plan" and not scene.says("conditional")


def is_gone_through(scene: Scene, hit: Hit) -> bool:
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
    if any(pair in _CAME_OF_IT for pair in pairwise(after)):
        return True
    return not _FAILED.isdisjoint(after[:1]) and not _BENEFIT.isdisjoint(after[1:])


def is_in_clinic(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is given in the clinic: under a beam, for some minutes in a note, or now in talk."""
    if hit.term.value == "injection":
        return scene.statement.turn < 0 and _is_guided(scene, hit) and not _is_to_come(scene)
    if hit.term.value != "other" or not _AT_HOME.isdisjoint(scene.said) or _is_to_come(scene):
        return False
    if scene.statement.turn >= 0:
        return scene.by_clinician and not _NOW.isdisjoint(scene.said) and not _ABOUT_TO.isdisjoint(scene.said)
    after = scene.view.norms[hit.end : min(hit.end + _MODALITY_REACH, scene.statement.end)]
    timed = any(first.isdecimal() and second in _MINUTES for first, second in pairwise(after))
    return timed and scene.stance not in {"history", "imaging"}


def _is_guided(scene: Scene, hit: Hit) -> bool:
    after = scene.view.norms[hit.end : min(hit.end + _SENT_REACH, scene.statement.end)]
    return "under" in after and not _GUIDED.isdisjoint(after)


def _is_to_come(scene: Scene) -> bool:
    return scene.says("days_to_come") or not _TO_COME.isdisjoint(scene.said)
