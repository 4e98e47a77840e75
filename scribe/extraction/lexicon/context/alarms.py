"""What a patient is told to come back for, and what a procedure may do: `Foot drop, numb groin: that's an ambulance.`.

No word of condition need be said where the statement names an emergency, a call to be made or the harms of a
procedure, and nothing in it has happened.
"""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.negations import Cue
from scribe.extraction.lexicon.view.view import Statement, View

_EXAMINED = frozenset({"objective", "exam", "structural_exam"})
_EMERGENCIES = frozenset({"er", "ed", "a&e", "emergency", "911", "999", "ambulance", "casualty"})
_TOGETHER = frozenset(
    {("a", "&"), ("same", "day"), ("same", "-"), ("should", "prompt"), ("would", "prompt")}
    | {("the", "hospital"), ("to", "hospital"), ("a", "hospital"), ("would", "change"), ("that'd", "change")}
)
"""Words that tell of an urgent visit only together, as `A&E` and `same-day review`."""
_CALLS = frozenset(
    {(verb, whom) for verb in ("call", "ring", "phone", "page", "tell") for whom in ("me", "us")}
    | {("hear", "about"), ("let", "me"), ("let", "us"), ("come", "straight"), ("come", "right")}
    | {("home", "with"), ("sit", "on"), ("sitting", "on"), ("wait", "on"), ("waiting", "on")}
)
_HARMS = frozenset({
    "infection", "bleeding", "bleed", "hematoma", "haematoma", "dural", "leak", "death", "stroke", "nerve",
})  # fmt: skip
_RISKS = frozenset({"risk", "risks", "complication", "complications", "consent", "consented"})
_HAPPENED = frozenset({
    "went", "was", "were", "had", "has", "have", "sent", "seen", "saw", "visited", "came", "taken", "took", "told",
    "said",
    "discharged", "admitted", "presented", "presents", "yesterday", "ago", "last", "since", "from", "gave", "given",
    "after", "film", "films", "x-ray", "xray", "ct", "mri", "note", "record", "records", "doc", "doctor", "physician",
    "visit", "visits", "today", "currently", "reports", "started", "developed", "got", "did", "noticed",
    "history", "hx", "h", "s", "prior", "previous", "old", "remote", "once", "surgery", "laminectomy", "discectomy",
    "decompression", "section", "cesarean", "sending",
})  # fmt: skip
"""Words of a statement that tells what has happened."""
_SHOWN = frozenset({"positive", "pos", "+", "now"})
_TELLING = frozenset({"subjective", "history", "past_history", "review_of_systems", "records"})
_CONDITIONAL = frozenset({"would", "should"})


def alarms(view: View, statement: Statement) -> Iterator[Cue]:
    """Find what makes the symptoms of a statement ones that might yet come.

    Args:
        view: The document's words.
        statement: The statement.

    Yields:
        The word that makes everything around it hypothetical.
    """
    if statement.speaker == "patient" or not view.said.intersection(_WORDS):
        return
    at = _emergency(view, statement) if _may_warn(statement) else None
    at = at if at is not None else _harm(view, statement)
    at = at if at is not None else _asked_before(view, statement)
    if at is not None:
        yield Cue(at, at + 1, "around", "hypothetical", view.norms[at])


def has_result(view: View, statement: Statement) -> bool:
    """Tell whether a statement tells what an examination has shown, on which its writer acts: `foot drop 3/5: ED`.

    Args:
        view: The document's words.
        statement: The statement.
    """
    said = view.norms[statement.start : statement.end]
    return not _SHOWN.isdisjoint(said) or ("/", "5") in pairwise(said)


def _may_warn(statement: Statement) -> bool:
    """Tell whether a statement stands where warnings do: not where a patient's story is told."""
    return statement.turn >= 0 or statement.section not in _TELLING


def _emergency(view: View, statement: Statement) -> int | None:
    """Return where a statement names an emergency or a call to be made, and tells nothing that has happened."""
    said = view.norms[statement.start : statement.end]
    # An examination writes ER for external rotation.
    named = _EMERGENCIES - {"er"} if statement.section in _EXAMINED else _EMERGENCIES
    at = next((index for index, word in enumerate(said) if word in named), None)
    if at is None:
        calls = _TOGETHER | _CALLS if statement.turn >= 0 else _TOGETHER
        at = next((index for index, pair in enumerate(pairwise(said)) if pair in calls), None)
    happened = not _HAPPENED.isdisjoint(said) or has_result(view, statement) or (statement.asks and statement.turn >= 0)
    return None if at is None or happened else statement.start + at


def _harm(view: View, statement: Statement) -> int | None:
    """Return where a statement speaks of the risks of a procedure and lists harms that no examination finds."""
    said = view.norms[statement.start : statement.end]
    if _RISKS.isdisjoint(said) or _HARMS.isdisjoint(said):
        return None
    return statement.start + next(index for index, word in enumerate(said) if word in _RISKS)


def _asked_before(view: View, statement: Statement) -> int | None:
    """Return where a list answers what its own speaker has just asked: `What would make you call me? Foot drop.`."""
    if statement.turn < 0:
        return None
    before = [one for one in view.statements_before(statement) if one.turn == statement.turn][-1:]
    if not before or not before[0].asks:
        return None
    asked = view.norms[before[0].start : before[0].end]
    calls = any(pair in _CALLS for pair in pairwise(asked)) or not _EMERGENCIES.isdisjoint(asked)
    return statement.start if calls and not _CONDITIONAL.isdisjoint(asked) else None


_WORDS = _EMERGENCIES | _RISKS | {first for first, _ in _TOGETHER | _CALLS}
"""Words without one of which a document has no alarm."""
