"""Studies that speech names only behind what they show: `The left hole is pinched. That's your MRI from March.`.

What was told before then is told of the study as if it had been named first.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.context.picture_bridges import FELT_ROLES, HAVING, PASSING, TESTED, takes_up_part
from scribe.extraction.lexicon.context.stance import Stance
from scribe.extraction.lexicon.context.study_mentions import (
    is_declined,
    shown_findings,
    shows_unfelt,
    studies,
    studying,
    tells_of_part,
)
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_POINTING = frozenset({
    "that", "that's", "thats", "this", "is", "these", "are", "it", "it's", "its", "all", "what", "on", "in", "from",
    "the", "your", "you", "can", "see", "seen", "so", "and", "there", "yes", "yeah", "yep", "right", "those", "by",
    "per", "everything", "as", "was", "an", "a", "plain", "old", "new", "same", "lower", "upper", "low", "both", "of",
    "just", "according", "to", "they're", "his", "her", "anyway", "otherwise", "rest",
    "last", "week", "month", "year", "yesterday", "today", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday",
    "friday", "first", "second",
})  # fmt: skip
"""Words before a study that only point from it to what was told."""
_REST = frozenset({"otherwise", "rest"})
"""Words of which all that was told before is excepted."""
_LEAST = frozenset(
    {"otherwise", "rest", "that", "that's", "thats", "this", "these", "it", "it's", "on", "per", "those", "your"}
)
_TOLD_THERE = frozenset({"on", "from", "what", "all", "everything", "per", "according"})
"""Words with which a study is no announcement of what is looked at next."""
_DATED = frozenset({"ago", "from", "last"})
"""Words behind a bare study that has been made."""
_SUPPOSING = frozenset({"suspect", "suspicious", "suspicion", "guess", "worried", "wonder"})
_TELLING = frozenset({"is", "was", "are", "were", "looks", "looked", "shows", "showed", "came", "says", "said"})
"""Words behind a study that goes on to what it shows."""
_LATER = frozenset({"if", "when", "once", "until", "after", "before", "will", "we'll", "i'll", "need", "want", "get"})
_MOST = 14
"""Statements of a talk before the study that may be told of it."""
_FELT = ("rotat", "displace")
"""How the words begin for what hands find as well."""
_NEXT = 3
_BRIDGED = 3
"""Statements that tell nothing within such a talk."""
_ASIDE = 10
"""Words of a patient that are thrown in."""


class Behind(NamedTuple):
    """A study and the statement that names it."""

    statement: Statement
    """The statement."""
    study: Hit
    """The name."""


@lru_cache(maxsize=1)
def studies_behind(view: View) -> Mapping[int, Behind]:
    """Return the studies that are named behind what they show, by the starts of the statements that tell it.

    Args:
        view: The document's words.
    """
    found: dict[int, Behind] = {}
    named = studying(view)
    for at, statement in enumerate(view.statements if named else ()):
        study = _study_pointed_from(view, statement) if statement.start in named else None
        if study is not None:
            found |= {one.start: Behind(statement, study) for one in _told_before(view, at)}
    return found


def with_studies_behind(view: View, stances: Sequence[Stance]) -> list[Stance]:
    """Return what statements do, of which some tell what the study shows that is named behind them.

    Args:
        view: The document's words.
        stances: What each statement does by itself.
    """
    behind = studies_behind(view)
    if not behind:
        return [*stances]
    told = zip(view.statements, stances, strict=True)
    return ["imaging" if one.start in behind and _may_show(view, one) else stance for one, stance in told]


def _may_show(view: View, statement: Statement) -> bool:
    """Tell whether a statement before the name of a study tells of it, as in a note only what pictures show does."""
    return statement.turn >= 0 or shows_unfelt(view, statement)


def _study_pointed_from(view: View, statement: Statement) -> Hit | None:
    """Return the study of a clinician's words that only name it for what was told: `That's on your MRI.`."""
    study = studies(view, statement)[0]
    if statement.turn < 0:
        return study if _is_aside(view, statement, study) else None
    if statement.section or statement.speaker == "patient" or statement.asks or not _points(view, statement, study):
        return None
    if _tells_itself(view, statement, study) or _announces(view, statement, study):
        return None
    said = view.norms[statement.start : statement.end]
    later = not _LATER.isdisjoint(said) or not words("ordered").isdisjoint(said)
    return None if later or is_declined(view, statement, study) else study


def _points(view: View, statement: Statement, study: Hit) -> bool:
    """Tell whether the words before a study only point from it to what was told."""
    placed = {at for place in view.places(statement) for at in range(place.start, place.end)}
    opening = [view.norms[at] for at in range(statement.start, study.start) if at not in placed]
    pointing = all(word in _POINTING or not word[0].isalnum() for word in opening)
    bare = statement.end - study.end <= 1 or not _DATED.isdisjoint(view.norms[study.end : statement.end])
    return pointing and (bare or not _LEAST.isdisjoint(opening))


def _tells_itself(view: View, statement: Statement, study: Hit) -> bool:
    """Tell whether a statement says itself what a study shows, and not of the rest: `Otherwise the MRI's fine.`."""
    before, after = view.norms[statement.start : study.start], view.norms[study.end : study.end + 1]
    well = any(hit.term.value == "unremarkable" for hit in shown_findings(view, statement))
    tells = well or ("what" not in before and not _TELLING.isdisjoint(after))
    explains = before[-1:] in (["a"], ["an"])
    return (tells and _REST.isdisjoint(before)) or (_shows(view, statement) and not explains)


def _is_aside(view: View, statement: Statement, study: Hit) -> bool:
    """Tell whether a note only adds which study it was: `(MRI 6/20)`."""
    opens = view.norms[statement.start : study.start] == ["("]
    return opens and statement.end - statement.start <= _ASIDE and not _shows(view, statement)


def _announces(view: View, statement: Statement, study: Hit) -> bool:
    """Tell whether a study is named for what comes next: `This is your MRI. See the bulge?`."""
    if not _TOLD_THERE.isdisjoint(view.norms[statement.start : study.start]):
        return False
    later = view.statements_after(statement, _NEXT)
    return any(one.turn == statement.turn and _shows(view, one) for one in later)


def _told_before(view: View, at: int) -> list[Statement]:
    """Return the statements before the name of a study that tell what it shows."""
    told: list[Statement] = []
    aside = 0
    for one in _before(view, at) if view.statements[at].turn >= 0 else _in_line(view, at):
        aside = 0 if _shows(view, one) else aside + 1
        if aside > _BRIDGED or _turns_away(view, one):
            break
        told.append(one)
    while told and not _shows(view, told[-1]):
        told.pop()
    return [one for one in told if one.speaker != "patient"]


def _before(view: View, at: int) -> Iterator[Statement]:
    """Yield the statements before one, back over what a patient throws in, as far as no study is named."""
    turn, asked = view.statements[at].turn, False
    for one in reversed(view.statements[max(0, at - _MOST) : at]):
        aside = one.speaker == "patient" and one.end - one.start <= _ASIDE
        if one.turn < 0 or not (aside or one.speaker == view.statements[at].speaker):
            return
        if one.turn != turn and not (aside or asked):  # Another clinician has spoken.
            return
        asked = aside
        if _names_study(view, one) and not aside:
            return
        turn = one.turn
        yield one


def _in_line(view: View, at: int) -> Iterator[Statement]:
    """Yield the statements of a note before one in its line, as far as no study is named."""
    for one in reversed(view.statements[max(0, at - _MOST) : at]):
        if one.line != view.statements[at].line or _names_study(view, one):
            return
        yield one


def _names_study(view: View, statement: Statement) -> bool:
    """Tell whether a statement names a study by its kind."""
    return any(hit.term.value != "unspecified" for hit in studies(view, statement))


def _shows(view: View, statement: Statement) -> bool:
    """Tell whether a statement tells how something is that only pictures show."""
    said = frozenset(view.norms[statement.start : statement.end])
    named = (hit.term for hit in shown_findings(view, statement) if hit.term.value != "unremarkable")
    spaces = any(hit.term.role in {"compartment", "narrowing"} for hit in view.terms("lesions", statement))
    found = spaces or any(not term.text.startswith(_FELT) for term in named)
    bones = any(place.structure == "vertebra" for place in view.fixing(statement))
    found = found or (bones and not said.isdisjoint(words("slid")))
    return statement.speaker != "patient" and (found or tells_of_part(said) or takes_up_part(view, statement))


def _turns_away(view: View, statement: Statement) -> bool:
    """Tell whether a statement tells of what no picture shows: a conclusion, a symptom, an examination, care."""
    if statement.speaker == "patient":
        return False
    cues = (hit.term for hit in view.terms("stances", statement) if hit.term.role == "conclusion")
    if any(cue.text not in PASSING and not cue.text.startswith(HAVING) for cue in cues):
        return True
    said = view.norms[statement.start : statement.end]
    if any(hit.term.role == "head" for hit in view.terms("lesions", statement)) or not _SUPPOSING.isdisjoint(said):
        return True
    tested = any(hit.term.role in TESTED for hit in view.terms("neuro", statement))
    felt = any(hit.term.role in FELT_ROLES for hit in view.terms("tart", statement))
    return not _shows(view, statement) and (tested or felt or bool(view.terms("care", statement)))
