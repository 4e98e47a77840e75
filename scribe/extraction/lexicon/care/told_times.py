"""Times of care that its own words tell: put off to the next visit, done a moment ago, counted up to now."""

from itertools import pairwise

from scribe.extraction.lexicon.care.given_here import is_earlier
from scribe.extraction.lexicon.care.treated_before import earlier_treatment
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import CareKind

_BY_HAND = frozenset({"manipulation", "massage"})
_DOING = frozenset({"i'll", "we'll", "will", "gonna", "can", "i'd", "we'd", "to"})
_TO_COME = frozenset({("next", word) for word in ("visit", "time", "week", "session", "appointment")})
_SOON = 4
_DID = frozenset({"did", "performed", "used", "applied", "treated", "gave", "administered"})
_HERE = frozenset(
    {("given", "here"), ("given", "today"), ("administered", "here"), ("given", "in"), ("applied", "here")}
    | {("fitted", "here"), ("fitted", "today"), ("applied", "today"), ("placed", "today"), ("issued", "today")}
)
_HANDS = frozenset({"adjusted", "treated", "worked", "mobilized", "mobilised", "manipulated", "seen"})
_HAVE = frozenset({"i've", "we've"})
_COUNTS = frozenset({"once", "twice", "times", "already", "before"})
_CURRENT = frozenset({"current", "currently", "present", "ongoing"})
_TREATMENT = frozenset({"tx", "treatment", "treatments", "meds", "medications", "therapy", "therapies", "care", "rx"})
_LABEL = 4
_THATS = frozenset({("that's", "the"), ("that", "the"), ("it's", "the")})
_AHEAD = frozenset(
    {"will", "before", "until", "if", "for", "need", "want", "talk", "option", "than", "can", "should", "or"}
)


def is_put_off(scene: Scene, hit: Hit, kind: CareKind) -> bool:
    """Tell whether hands are to treat a joint at another visit: `that one I'll adjust next visit`.

    Args:
        scene: The statement.
        hit: The treatment.
        kind: What it is.
    """
    if kind not in _BY_HAND or scene.statement.turn < 0 or scene.statement.asks or not scene.by_clinician:
        return False
    part = scene.chunk(hit)
    after = scene.view.norms[hit.end : min(part.end, hit.end + _SOON)]
    leads = scene.view.norms[max(part.start, hit.start - _SOON) : hit.start]
    return not _DOING.isdisjoint(leads) and not _TO_COME.isdisjoint(pairwise(after)) and "today" not in scene.said


def is_just_told(scene: Scene, hit: Hit, kind: CareKind) -> bool:
    """Tell whether it was given at this visit: dictated as `Did HVLA to T3`, or written as `ketorolac given here`.

    Args:
        scene: The statement.
        hit: The treatment.
        kind: What it is.
    """
    if is_earlier(scene) or scene.statement.asks or scene.carried:
        return False
    until = min(scene.statement.end, hit.end + _SOON * 2)
    if kind in {"medication", "injection", "other"} and not _HERE.isdisjoint(
        pairwise(scene.view.norms[hit.end : until])
    ):
        return True
    if kind not in _BY_HAND or len(scene.view.document.turns) > 1 or not scene.by_clinician:
        return False
    # What was tried before a visit is of many kinds: `Did PT, chiropractic, two injections`.
    by_hand = all(one.term.value in _BY_HAND for one in scene.terms("care", "care"))
    return by_hand and scene.words()[0] in _DID and scene.stance != "history"


def is_told_of_before(scene: Scene, hit: Hit, kind: CareKind) -> bool:
    """Tell whether it was given up to now: `I've adjusted you twice`, `Current tx: tai chi, monthly OMT`.

    Args:
        scene: The statement.
        hit: The treatment.
        kind: What it is.
    """
    if kind == "surgery":
        return _is_owned(scene, hit)
    if scene.statement.turn >= 0:
        norms = scene.view.norms
        told = kind == "manipulation" and hit.term.text.split()[0] in _HANDS and norms[hit.start - 1] in _HAVE
        counted = not _COUNTS.isdisjoint(norms[hit.end : min(scene.statement.end, hit.end + _SOON * 2)])
        return told and (counted or not words("durations").isdisjoint(scene.said))
    opening = scene.words()[:_LABEL]
    return ":" in opening and not _CURRENT.isdisjoint(opening) and not _TREATMENT.isdisjoint(opening)


def _is_owned(scene: Scene, hit: Hit) -> bool:
    """Tell whether talk takes an operation for done, as in `that's your fusion, it looks solid`."""
    before = scene.view.norms[max(scene.chunk(hit).start, hit.start - _SOON) : hit.start]
    owned = "your" in before or any(pair in _THATS for pair in pairwise(before))
    coming = _AHEAD | words("future_care") | words("days_to_come") | words("arranging") | words("conditional")
    told = scene.statement.turn >= 0 and scene.by_clinician and not scene.statement.asks
    return told and owned and coming.isdisjoint(scene.said)


_SHORT = 10
_SENT_HOME = frozenset({("sent", "home"), ("discharged", "with"), ("discharged", "on"), ("discharged", "home")})
_NO_GAIN = frozenset(
    {("no", "change"), ("no", "relief"), ("no", "benefit"), ("no", "help"), ("little", "help"), ("little", "relief")}
    | {
        ("zero", "benefit"),
        ("modest", "help"),
        ("some", "relief"),
        ("some", "help"),
        ("no", "better"),
        ("did", "little"),
    }
)
"""Words behind care that tell what it was worth."""


def is_written_as_past(scene: Scene, hit: Hit, kind: CareKind) -> bool:
    """Tell whether a note tells of care as past: over with what it was for, of no use, or treated on an earlier day.

    `Settled with a collar and has not come back`, `six weeks of PT, no change`, `on June 3 I treated rib 7 with OMT`.
    """
    if scene.statement.turn >= 0 or scene.stance == "plan":
        return False
    if kind == "manipulation" and "today" not in scene.said and earlier_treatment(scene) is not None:
        return True
    sent = any(pair in _SENT_HOME for pair in pairwise(scene.view.norms[scene.statement.start : hit.start]))
    if kind == "medication" and sent:
        return True
    over = scene.stance == "neutral" and scene.assertion(hit) == "historical"
    decade = any(
        the == "the" and word[:-1].isdecimal() and word.endswith("0s") for the, word in pairwise(scene.words())
    )
    useless = decade or not _NO_GAIN.isdisjoint(pairwise(scene.view.norms[hit.end : scene.statement.end]))
    return over or useless or (kind == "other" and scene.stance == "neutral" and _is_beside_drug(scene, hit))


def _is_beside_drug(scene: Scene, hit: Hit) -> bool:
    """Tell whether a measure stands beside a drug that is taken, as in `Tylenol + heating pad.`."""
    drugs = any(one.term.value == "medication" and one.end <= hit.start for one in scene.terms("care"))
    joined = (
        scene.view.norms[hit.start - 1] in {"+", "and", "&"} and scene.statement.end - scene.statement.start <= _SHORT
    )
    return drugs and joined and not scene.says("future_care")
