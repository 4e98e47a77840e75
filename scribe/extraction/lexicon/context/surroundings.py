"""How what stands around a statement asserts what has no cue of its own: `My foot was numb. It went away.`."""

from typing import NamedTuple

from scribe.extraction.lexicon.context.afterthoughts import finds_none, is_unverified, may_deny, only_hedges
from scribe.extraction.lexicon.context.cues import find_cues
from scribe.extraction.lexicon.context.denials import denies_it
from scribe.extraction.lexicon.context.stance import Stance
from scribe.extraction.lexicon.context.subjects import findings
from scribe.extraction.lexicon.view.restated import is_denied_again
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion

_TREATING = frozenset({"treated", "treating", "adjusted", "adjusting", "mobilized", "worked"})
_TREATERS = frozenset({"we", "i", "we'd", "were", "i'd"})
_LONGEST_NAME = 9
"""Words of a statement that only names something."""
_PAST = frozenset({"was", "were"})
_CALLING = frozenset({"call", "calling", "consider", "considering", "mark", "marking", "say", "count", "put"})
_CLOSING = 5
_BEFORE_IT, _SOON = 4, 4


class Surroundings(NamedTuple):
    """Where a statement stands, which tells how it asserts what has no cue beside it."""

    view: View
    """The document's words."""
    statement: Statement
    """The statement."""
    following: Statement | None
    """The statement after it."""
    stance: Stance
    """What it does in the document."""
    carried: bool
    """Whether it belongs to text carried forward from another visit."""
    meant: Assertion | None
    """What the heading of its list makes of it, or the one who is spoken of."""

    def assertion(self) -> Assertion | None:
        """Return the assertion; None where nothing around it gives one."""
        view, statement = self.view, self.statement
        # What the records of others hold is past, but for what their studies show.
        if self.carried or (statement.section == "records" and self.stance != "imaging"):
            return "historical"
        if self.following is None:
            return self.meant
        of_old = self.stance == "history" or _was_treated(view, statement) or _names_lesion(view, statement)
        of_old = of_old or _is_called(view, statement, self.following)
        if of_old and _is_over(view, statement, self.following):
            return "historical"
        if _is_denied(view, statement, self.following) or _is_unsaid(view, statement):
            return "absent"
        return "possible" if _is_hedged(view, statement, self.following) else self.meant


def _is_hedged(view: View, statement: Statement, following: Statement) -> bool:
    """Tell whether a clinician only hedges a conclusion right after it: `A subluxation at C5. Maybe.`."""
    if not statement.stands_with(following) or statement.asks or following.asks or statement.speaker == "patient":
        return False
    named = view.named[statement.start]
    return bool(named.get("lesions") or named.get("conditions")) and only_hedges(view, following)


def _names_lesion(view: View, statement: Statement) -> bool:
    """Tell whether a clinician only names a lesion, of which more is told next: `T6 dysfunction. It resolved.`.

    Who says what it was may say more.
    """
    past = not _PAST.isdisjoint(view.norms[statement.start : statement.end])
    if statement.speaker == "patient" or statement.end - statement.start > _LONGEST_NAME * (1 + past):
        return False
    tables = ("lesions", "conditions") if past else ("lesions",)
    named = (hit.term.role for table in tables for hit in view.named[statement.start].get(table, ()))
    return not {"head", "condition"}.isdisjoint(named)


def _is_called(view: View, statement: Statement, following: Statement) -> bool:
    """Tell whether a clinician gives what was told a name: `The upslip is level. I'm calling that one resolved.`."""
    named = view.named[statement.start].get("lesions") and statement.speaker == "clinician"
    opening = view.norms[following.start : _behind_calling(view, following)]
    return bool(named) and not _CALLING.isdisjoint(opening)


def _behind_calling(view: View, statement: Statement) -> int:
    """Return the index after the words by which a statement's speaker gives something a name: `I think we can call`."""
    at = statement.start
    while at < statement.end and view.norms[at] in words("calling_it"):
        at += 1
    return at


def _is_unsaid(view: View, statement: Statement) -> bool:
    """Tell whether a patient recalls having said something only to unsay it: `I said it was numb.`, `It isn't.`."""
    said = view.norms[statement.start : statement.end]
    if statement.speaker != "patient" or words("telling_before").isdisjoint(said):
        return False
    own = (one for one in view.statements_after(statement) if one.speaker == "patient" and one.turn > statement.turn)
    later = next(own, None)
    return later is not None and is_denied_again(view.norms, later.start, later.end)


def _is_over(view: View, statement: Statement, following: Statement) -> bool:
    """Tell whether a complaint is said to be over right after it, as in `My foot was numb. It went away.`."""
    return statement.stands_with(following) and not statement.asks and _ends_what_was(view, following, statement)


def _ends_what_was(view: View, statement: Statement, told: Statement) -> bool:
    """Tell whether a statement only says that what was told is over: `It went away.`, `A week on it was gone.`.

    What was said to be lost may have come back instead.
    """
    since = _anaphor(view, statement)
    if since is None:
        return False
    regained = not words("regained").isdisjoint(view.norms[since : since + _SOON])
    said = frozenset(view.norms[told.start : told.end])
    if regained and (not words("losing").isdisjoint(said) or said >= {"couldn't", "feel"}):
        return True
    named = (hit.term for hit in view.named[statement.start].get("cues", ()) if hit.start - since <= _SOON)
    ends = any((term.role, term.value) == ("after", "historical") for term in named)
    return ends and any(
        cue.role == "after" and cue.assertion == "historical" and cue.start - since <= _SOON
        for cue in find_cues(view, statement)
    )


def _anaphor(view: View, statement: Statement) -> int | None:
    """Return where a statement takes up what was told, at its opening or behind an `and`.

    `It's finished.`, `I'm calling that resolved.`, `The heat helped and it's finished.`.
    """
    opening = view.norms[statement.start : min(statement.start + _BEFORE_IT + 1, statement.end)]
    joined = (at for at in range(statement.start, statement.end - 1) if view.norms[at] == "and")
    later = [at + 1 for at in joined if view.norms[at + 1] in words("anaphora")]
    if later and not view.fixing(statement):
        return later[-1]
    named = _behind_calling(view, statement)
    if named < statement.end and view.norms[named] in words("anaphora"):
        return named
    at = next((index for index, word in enumerate(opening) if word in words("anaphora")), None)
    if at is None or (at and words("subjects").intersection(opening[:at])):
        return None
    return statement.start + at


def _was_treated(view: View, statement: Statement) -> bool:
    """Tell whether speech ends with what was treated once, as in `the rib that we treated in October`."""
    if statement.turn < 0 or _TREATING.isdisjoint(view.norms[statement.start : statement.end]):
        return False
    return any(
        view.norms[at] in _TREATING and not _TREATERS.isdisjoint(view.norms[max(statement.start, at - 2) : at])
        for at in range(statement.start, statement.end)
    )


def _names_elsewhere(view: View, statement: Statement, following: Statement) -> bool:
    """Tell whether a statement speaks of another part, as in `The sacrum is stuck. I had a rib, I don't find it.`."""
    own = {place.region for place in view.fixing(statement)}
    return bool(own) and any(place.region not in own for place in view.fixing(following))


def _is_denied(view: View, statement: Statement, following: Statement) -> bool:
    """Tell whether what is named is denied right after it, as in `It may be a disc. You haven't got it.`."""
    if not statement.stands_with(following) or statement.asks:
        return False
    lesions = view.named[statement.start].get("lesions")
    if not (lesions or may_deny(view, following)):
        return False
    same = statement.speaker == following.speaker == "clinician"
    examined = same and (denies_it(view, following) or is_unverified(view, following))
    examined = examined and not _names_elsewhere(view, statement, following)
    closing = range(max(following.start, following.end - _CLOSING), following.end)
    later = () if view.fixing(following) else closing  # What closes a clause of its own speaks of what it names.
    clauses = [following.start, *(at for at in later if view.norms[at] in words("subjects"))]
    if not _names_elsewhere(view, statement, following) and finds_none(view, following):
        return any("head" in hit.term.role for hit in lesions or ())
    denied = examined or any(is_denied_again(view.norms, at, following.end) for at in clauses)
    named = findings(view, following) if denied else []
    if not denied or not named:
        return denied
    own = {hit.term.value for hit in findings(view, statement)}
    opens = is_denied_again(view.norms, following.start, following.end)
    return opens and own.isdisjoint(hit.term.value for hit in named)
