"""Care that is given in the clinic, by what it is and how it is told: put on, for minutes, just now."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import CareKind

_NOW = frozenset({"now", "today"})
_LAST_OF_SEVERAL = (["one"], ["bit"], ["part"], ["thing"])
_KEPT_REACH = 3
_KEPT = frozenset({"continue", "cont", "keep", "home", "continuing"})
"""Words before a measure that is not given here but kept up."""
_TAPES = ("tape", "taping", "kinesio", "k tape", "kt ")
_APPLIED = (*_TAPES, "e stim", "the stim", "stim on", "stim to", "ice", "heat", "moist heat")
_MINUTES = frozenset({"min", "mins", "minutes"})
_MODALITY_REACH = 5
_AT_HOME = frozenset({
    "tonight", "tomorrow", "prn", "q", "every", "daily", "x", "after", "home", "night", "hours", "hourly", "times",
    "bid", "tid",
})  # fmt: skip
_TO_COME = frozenset({"next", "schedule", "scheduled", "consider", "refer"})
_ABOUT_TO = frozenset({"we'll", "i'll", "let's", "we're", "i'm", "gonna"})


def is_given_here(scene: Scene, hit: Hit, kind: CareKind) -> bool:
    """Tell whether care is given in the clinic, or was just given."""
    return _is_in_clinic(scene, hit) or _is_just_done(scene, kind)


def is_put_on(scene: Scene, hit: Hit, kind: CareKind) -> bool:
    """Tell whether care is put on in the clinic, or stands where a note says what was done."""
    return _is_put_on(scene, hit) or _is_under_treatment(scene, kind)


def _is_under_treatment(scene: Scene, kind: CareKind) -> bool:
    """Tell whether it stands where a note says what was done: `Procedure: L5-S1 injection`, `Tx: HVLA C2, ice`."""
    if scene.statement.section != "procedure" or scene.carried:
        return False
    beside = "today" in scene.said or any(hit.term.value == "manipulation" for hit in scene.terms("care"))
    return kind == "injection" or (kind == "other" and beside)


def _is_just_done(scene: Scene, kind: CareKind) -> bool:
    """Tell whether an examiner names what was just heard, as in `that was side posture for L5`."""
    told = scene.statement.turn >= 0 and scene.statement.speaker == "clinician" and not scene.statement.asks
    if kind != "manipulation" or not told or scene.stance == "history":
        return False
    return ("that", "was") in pairwise(scene.words()) and not is_earlier(scene)


def _is_put_on(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is put on in the clinic, as in `and I'll tape the foot` and `taped the arch`."""
    text = hit.term.text
    taped = any(mark in text for mark in _TAPES)
    if not (taped or text.startswith(_APPLIED)) or not scene.by_clinician or scene.says("home_care"):
        return False
    listed = taped and scene.statement.turn < 0 and not scene.says("future_care")
    done = (listed or text.startswith("taped")) and scene.stance != "history"
    return done or (scene.statement.turn >= 0 and (scene.says("announcing") or scene.says("getting")))


def _is_in_clinic(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is given in the clinic: for some minutes in a note, or now in talk."""
    kept = not _KEPT.isdisjoint(scene.view.norms[max(scene.statement.start, hit.start - _KEPT_REACH) : hit.start])
    if hit.term.value != "other" or kept or not _AT_HOME.isdisjoint(scene.said) or _is_to_come(scene):
        return False
    if scene.statement.turn >= 0:
        return scene.by_clinician and not _NOW.isdisjoint(scene.said) and not _ABOUT_TO.isdisjoint(scene.said)
    after = scene.view.norms[hit.end : min(hit.end + _MODALITY_REACH, scene.statement.end)]
    timed = any(first.isdecimal() and second in _MINUTES for first, second in pairwise(after))
    return timed and scene.stance not in {"history", "imaging"}


def _is_to_come(scene: Scene) -> bool:
    return scene.says("days_to_come") or not _TO_COME.isdisjoint(scene.said)


def is_earlier(scene: Scene) -> bool:
    """Tell whether a word of time is of the past; the `last one` of several is none."""
    if not scene.says("past_times"):
        return False
    said = scene.words()
    times = [at for at, word in enumerate(said) if word in words("past_times")]
    return any(said[at] != "last" or said[at + 1 : at + 2] not in _LAST_OF_SEVERAL for at in times)
