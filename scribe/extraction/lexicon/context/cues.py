"""The cues of a statement: the words that deny, doubt, date or hand on what stands beside them.

A cue is first a row of a table; where it stands decides whether it is one.
"""

from itertools import pairwise

from scribe.extraction.lexicon.context.afterthoughts import without_result
from scribe.extraction.lexicon.context.credited import credited
from scribe.extraction.lexicon.context.dates import (
    is_dated,
    is_done_now,
    past_ages,
    past_counts,
    past_dates,
    past_visits,
    past_years,
)
from scribe.extraction.lexicon.context.hypotheticals import has_result, hypotheticals, opens_condition
from scribe.extraction.lexicon.context.negations import Cue, Negations
from scribe.extraction.lexicon.context.odds import harms
from scribe.extraction.lexicon.context.operations import operated
from scribe.extraction.lexicon.context.other_uses import OtherUses
from scribe.extraction.lexicon.context.persons import Persons, called_by_others, persons_spoken_of
from scribe.extraction.lexicon.context.subjects import findings
from scribe.extraction.lexicon.context.templates import find_marks
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_ROLES = frozenset({"before", "after", "terminator", "told", "negator"})
_MODALS = frozenset({"can", "may", "could", "might", "would", "will"})
_TAUGHT = 3
_TOUCHED = {("i", verb) for verb in ("pressed", "pushed", "palpated", "touched", "squeezed", "poked")}
_EARLIER = frozenset({"last", "previous", "previously", "ago", "yesterday", "first", "before"})
_NOT_TRUE = frozenset({"is not the case", "isn't the case", "not the case", "is not true", "isn't true"})
_LABEL = 5
_LABELLING = frozenset({"before", "after"})
_URGED = 7
_WHEN = frozenset({"for", "if", "with", "when", "should", "in", "about", "of", "regarding"})
_BELIEVED = frozenset({"felt", "thought", "believed", "considered", "judged", "deemed", "assumed", "taken", "held"})
_DONE = frozenset({"i treated", "i adjusted", "we worked on"})
_DIGITS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "oh"})
_HAVING = frozenset({"have", "has", "had", "i've", "we've"})
_OBJECTS = (["a"], ["an"], ["any"], ["one"], ["that"], ["the"])
_OPENERS = frozenset({"not", "nowhere", "never", "nil", "zero", "nary"})
"""Words with which a denial opens."""
_TROUBLE = frozenset({"no problem", "no problems", "no trouble", "no difficulty", "no issues", "no issue"})
"""Words that deny what they stand before only where that is done, as in `no problems peeing`."""
_LIKENING = frozenset({"like", "as in", "as if"})
"""Words by which a clinician explains what was asked, and a patient describes what is felt."""
_ASIDE = 7
_SENT_TO = ("to the e", "to e", "straight to e", "straight to the e", "go to e", "go to the e")
_BEFORE_URGE = frozenset({".", ",", ";", ":", "to", "and", "or", "should", "must", "please", "-", "will", "you"})


def find_cues(view: View, statement: Statement) -> list[Cue]:
    """Find the cues of a statement, in order, as they act on each other."""
    finder = _Finder(view, statement)
    marks = {mark.answer: mark for mark in find_marks(view, statement)}
    found = [finder.cue(hit) for hit in view.terms("cues", statement) if hit.start not in marks and finder.counts(hit)]
    answers = [Cue(mark.start, mark.end, mark.role, "absent", view.norms[mark.start]) for mark in marks.values()]
    visits = (*past_visits(view, statement), *past_counts(view, statement), *past_dates(view, statement))
    dates = (*past_years(view, statement), *past_ages(view, statement), *visits, *operated(view, statement))
    told = (*called_by_others(view, statement), *credited(view, statement), *persons_spoken_of(view, statement))
    told = (*told, *without_result(view, statement), *hypotheticals(view, statement), *harms(view, statement))
    return [*Negations(view, statement).combined(found), *answers, *dates, *told]


class _Finder:
    """Judges the terms of one statement that may be cues."""

    def __init__(self, view: View, statement: Statement) -> None:
        self._view = view
        self._norms = view.norms
        self._statement = statement
        self._persons = Persons(view, statement)
        self._uses = OtherUses(view, statement)

    def cue(self, hit: Hit) -> Cue:
        return self._turned(hit) or self._plain(hit)

    def _turned(self, hit: Hit) -> Cue | None:
        """Return a cue that the words around it make another one than its table has, if they do."""
        role, assertion = hit.term.role, hit.term.value
        if role in _LABELLING and (colon := self._labelled(hit)):
            return Cue(hit.start, colon + 1, "label", assertion, hit.term.text)
        if hit.term.text in _NOT_TRUE and self._norms[hit.end : hit.end + 1] == ["that"]:
            return Cue(hit.start, hit.end, "before", "absent", "not")
        if role == "after" and assertion == "possible" and hit.term.text.startswith("to be ") and self._believed(hit):
            return Cue(hit.start, hit.end, "after", "absent", hit.term.text)
        return Cue(hit.start, hit.end, "before", "absent", "no") if hit.term.text in _TROUBLE else None

    def _plain(self, hit: Hit) -> Cue:
        role, assertion = hit.term.role, hit.term.value
        leads = hit.term.text.startswith("if ") and hit.start == self._statement.start
        if role == "after" and (leads or (assertion == "absent" and self._opens_denial(hit))):
            role = "before"
        if hit.term.text == "whether" and self._undecided():
            assertion = "possible"
        match role:
            case "stranger":
                role, assertion = "person", "other_person"
            case "person" if self._persons.is_quoted(hit):
                role, assertion = "told", ""
            case "person" if self._persons.belongs(hit):
                role, assertion = "after", "other_person"
            case "urging" | "teaching" | "inverted":
                role, assertion = "before", "hypothetical"
            case "hearsay":
                role, assertion = "before", "possible"
            case "past_verb" | "spoken_before" if is_dated(self._view, self._statement):
                role, assertion = "around", "historical"
        end = self._urged(hit) if hit.term.role == "urging" else hit.end
        return Cue(hit.start, end, role, assertion, hit.term.text)

    def _opens_denial(self, hit: Hit) -> bool:
        """Tell whether words that deny what stands before them open a statement, as in `Not a trace of spasm`."""
        if hit.term.text.startswith("no ") and self._norms[hit.end : hit.end + 1] == ["of"]:
            return True
        if self._norms[hit.start - 1] in _HAVING and self._norms[hit.end : hit.end + 1] in _OBJECTS:
            return True  # Of `I have not found a dysfunction` it stands behind.
        opens = hit.start == self._statement.start or self._norms[hit.start - 1] == ":"
        follows = hit.end < self._statement.end and self._norms[hit.end][0].isalnum()
        return opens and follows and hit.term.text.split()[0] in _OPENERS

    def _believed(self, hit: Hit) -> bool:
        """Tell whether somebody holds a question to be settled, as in `is felt to be excluded by the EMG`."""
        before = self._norms[max(self._statement.start, hit.start - 1) : hit.start]
        return not words("held_true").isdisjoint(before) or not _BELIEVED.isdisjoint(before)

    def _undecided(self) -> bool:
        """Tell whether a statement says that a question is open, as in `whether it is sciatica I cannot say`."""
        return not words("undecided").isdisjoint(self._norms[self._statement.start : self._statement.end])

    def _labelled(self, hit: Hit) -> int:
        """Return where the colon of a label stands that a cue closes, as in `Considered and not found today:`, or 0."""
        if self._statement.turn >= 0 or hit.start - self._statement.start > _LABEL:
            return 0
        colon = hit.end
        while colon < self._statement.end and self._norms[colon] in words("after_end") | words("labels"):
            colon += 1
        closes = self._norms[colon : min(colon + 1, self._statement.end)] == [":"] and colon + 1 < self._statement.end
        return colon if closes and not findings(self._view, Chunk(self._statement.start, hit.start)) else 0

    def counts(self, hit: Hit) -> bool:
        """Tell whether a term is a cue where it stands."""
        if hit.term.text == "zero" and not _DIGITS.isdisjoint(
            [self._norms[hit.start - 1], *self._norms[hit.end : hit.end + 1]]
        ):
            return False  # That of a code, as in `nine zero five`.
        if hit.term.text in _TROUBLE:
            return "".join(self._norms[hit.end : hit.end + 1]).endswith("ing")
        judge = _JUDGES.get(hit.term.role)
        if judge is not None:
            return judge(self, hit)
        if hit.term.text.startswith(_SENT_TO) and has_result(self._view, self._statement):
            return False
        return hit.term.role in _ROLES and not self._uses.is_met(hit)

    def recalls(self, hit: Hit) -> bool:
        """Tell whether words of the past speak of an earlier time, and not of the examination that is reported."""
        done = hit.term.text in _DONE and is_done_now(self._view, self._statement, hit)
        if done or self._uses.compares(hit):
            return False
        spoken = self._statement.turn >= 0 and not self._view.is_dictated
        return (spoken and not self._has_just_touched()) or is_dated(self._view, self._statement)

    def _has_just_touched(self) -> bool:
        """Tell whether an examiner says what the hands met, as in `when I pressed on L5 it was sore`."""
        said = self._norms[self._statement.start : self._statement.end]
        touched = self._statement.speaker == "clinician" and any(pair in _TOUCHED for pair in pairwise(said))
        return touched and _EARLIER.isdisjoint(said)

    def is_past(self, _: Hit) -> bool:
        return is_dated(self._view, self._statement)

    def is_owner(self, hit: Hit) -> bool:
        return self._persons.is_owner(hit)

    def is_other(self, hit: Hit) -> bool:
        return self._persons.is_other(hit)

    def urges(self, hit: Hit) -> bool:
        return self._urged(hit) > hit.end

    def is_inverted(self, hit: Hit) -> bool:
        """Tell whether a condition is put by the order of the words, as in `Should weakness develop, call`."""
        opens = opens_condition(self._norms, self._statement, hit) and not self._statement.asks
        opens = opens and words("months").isdisjoint(self._norms[hit.end : hit.end + 1])
        return opens and (hit.term.text not in _LIKENING or self._statement.speaker == "clinician")

    def is_of_lesion(self, hit: Hit) -> bool:
        """Tell whether a clinician guesses at a lesion by what is told, as in `Sounds like SI dysfunction to me`."""
        after = Chunk(hit.end, min(hit.end + _ASIDE, self._statement.end))
        return self._statement.speaker != "patient" and bool(self._view.terms("lesions", after))

    def _urged(self, hit: Hit) -> int:
        """Return the index after what a patient is urged to return for, as in `return at once with`."""
        before = self._norms[hit.start - 1] if hit.start > self._statement.start else "."
        if before not in _BEFORE_URGE:
            return hit.end
        for index in range(hit.end, min(hit.end + _URGED, self._statement.end)):
            if self._norms[index] in _WHEN and index > hit.end:
                return index + 1
            if self._norms[index] not in words("urgency"):
                break
        return hit.end

    def teaches(self, hit: Hit) -> bool:
        """Tell whether somebody is taught what can happen, as in `explained that a disc can herniate`."""
        if hit.term.text == "red flags":
            said = self._norms[hit.end : self._statement.end]
            return bool(words("reviewing").intersection(said)) and not words("denials").intersection(said)
        after = self._norms[hit.end : self._statement.end]
        if words("taught").intersection(after[:_TAUGHT]):
            return True
        modal = next((index for index, word in enumerate(after) if word in _MODALS), len(after))
        return modal + 1 < len(after) and after[modal + 1] not in {"be", "have"}


_JUDGES = {
    "spoken_before": _Finder.recalls,
    "past_verb": _Finder.is_past,
    "person": _Finder.is_owner,
    "stranger": _Finder.is_other,
    "urging": _Finder.urges,
    "teaching": _Finder.teaches,
    "inverted": _Finder.is_inverted,
    "hearsay": _Finder.is_of_lesion,
}
"""How a term of some roles is judged to be a cue; terms of other roles are judged alike."""
