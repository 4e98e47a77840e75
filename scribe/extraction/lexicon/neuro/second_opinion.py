"""What a trainee found and the one who teaches finds otherwise: `Ankle jerk absent left.`, `No, it's two plus.`."""

from collections.abc import Sequence
from functools import lru_cache

from scribe.extraction.lexicon.context.exceptions import OPPOSITE
from scribe.extraction.lexicon.quoted import first_token, turn_of
from scribe.extraction.lexicon.view.view import View
from scribe.schema import Laterality, Neuro

_TURNS = 6
"""Turns within which a finding is tried again."""
_OBJECTIONS = frozenset({"no", "nope", "nah", "actually", "disagree"})
_OPENING = 4
_AGREED = 2


@lru_cache(maxsize=1)
def _clinicians(view: View) -> frozenset[str | None]:
    """Return the labels of the clinicians who speak."""
    return frozenset(turn.label for turn in view.document.turns if turn.speaker == "clinician")


@lru_cache(maxsize=1)
def _second(view: View) -> frozenset[int]:
    """Return the turns in which a clinician speaks soon after another one."""
    if len(_clinicians(view)) <= 1:
        return frozenset()
    turns = view.document.turns
    spoken = [(number, turn.label) for number, turn in enumerate(turns) if turn.speaker == "clinician"]
    return frozenset(
        number
        for at, (number, label) in enumerate(spoken)
        if any(one >= number - _TURNS and other not in {label, None} for one, other in spoken[max(0, at - _TURNS) : at])
    )


def objects(view: View, turn: int, until: int) -> bool:
    """Tell whether a clinician objects, before a token of a turn, to what another one said in the turns before.

    Args:
        view: The document's words.
        turn: Index of the turn.
        until: Index of the token.
    """
    if turn not in _second(view):
        return False
    start = view.tokens.between(view.document.turns[turn].span).start
    said = [one for one in view.statements_from(start) if one.start <= until]
    return any(not _OBJECTIONS.isdisjoint(view.norms[one.start : one.start + _OPENING]) for one in said)


def without_retried(view: View, findings: Sequence[Neuro]) -> list[Neuro]:
    """Leave out what another clinician, who objects, found otherwise; the later finding takes its side.

    Args:
        view: The document's words.
        findings: What was read, mention by mention, in order.
    """
    if len(_clinicians(view)) <= 1:
        return list(findings)
    kept = list(findings)
    for new in findings:
        turn = turn_of(view.document.turns, new)
        if new.assertion not in OPPOSITE or not objects(view, turn, first_token(view.tokens, new)):
            continue
        if new.laterality is None and (side := _side_tried(view, kept, new, turn)):
            kept = [one.model_copy(update={"laterality": side}) if one is new else one for one in kept]
            continue
        old = next((one for one in reversed(kept) if _is_rival(view, one, new, turn)), None)
        if old is not None:
            kept = [one for one in kept if one is not old and not _is_same(view, one, old)]
            side = new.laterality or old.laterality
            again = [one for one in kept if _is_again(view, one, new, turn)]
            kept = [one.model_copy(update={"laterality": side}) if one in again else one for one in kept]
    return kept


def _side_tried(view: View, kept: Sequence[Neuro], new: Neuro, turn: int) -> Laterality | None:
    """Return the side of what another clinician found too, and who objects only grades anew."""
    alike = (one for one in reversed(kept) if (one.kind, one.assertion) == (new.kind, new.assertion))
    return next((one.laterality for one in alike if _is_of_other(view, one, turn) and one.laterality), None)


def _is_of_other(view: View, old: Neuro, turn: int) -> bool:
    """Tell whether another clinician said something a few turns before."""
    earlier, turns = turn_of(view.document.turns, old), view.document.turns
    told = 0 <= turn - earlier <= _TURNS and turns[earlier].speaker == "clinician"
    return told and turns[earlier].label != turns[turn].label


def _is_rival(view: View, old: Neuro, new: Neuro, turn: int) -> bool:
    """Tell whether a finding is the opposite of what another clinician says a few turns later."""
    if old.kind != new.kind or old.assertion != OPPOSITE[new.assertion]:
        return False
    if old.laterality and new.laterality and old.laterality != new.laterality:
        return False
    return _is_of_other(view, old, turn)


def _is_again(view: View, one: Neuro, new: Neuro, turn: int) -> bool:
    """Tell whether a mention says what was found on trying again, as the trainee's `Five, then.` does."""
    alike = (one.kind, one.assertion) == (new.kind, new.assertion) and one.laterality in {None, new.laterality}
    return alike and turn <= turn_of(view.document.turns, one) <= turn + _AGREED


def _is_same(view: View, one: Neuro, other: Neuro) -> bool:
    """Tell whether two mentions of one turn are of one finding."""
    alike = (one.kind, one.laterality, one.assertion) == (other.kind, other.laterality, other.assertion)
    return alike and turn_of(view.document.turns, one) == turn_of(view.document.turns, other)
