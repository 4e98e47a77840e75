"""The cues of a statement: the words that deny, doubt, date or hand on what stands beside them.

A cue is first a row of a table; where it stands decides whether it is one.
"""

from itertools import pairwise

from scribe.extraction.lexicon.context.afterthoughts import without_result
from scribe.extraction.lexicon.context.alternatives import open_choice
from scribe.extraction.lexicon.context.credited import credited
from scribe.extraction.lexicon.context.dates import (
    is_dated,
    is_done_now,
    is_year,
    past_ages,
    past_counts,
    past_dates,
    past_visits,
    past_years,
)
from scribe.extraction.lexicon.context.hypotheticals import has_result, hypotheticals, opens_condition
from scribe.extraction.lexicon.context.negations import Cue, Negations
from scribe.extraction.lexicon.context.no_conditions import puts_no_condition
from scribe.extraction.lexicon.context.odds import harms
from scribe.extraction.lexicon.context.operations import operated
from scribe.extraction.lexicon.context.persons import Persons, called_by_others, persons_spoken_of
from scribe.extraction.lexicon.context.subjects import findings
from scribe.extraction.lexicon.context.templates import find_marks
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_DURATION = 3
_MEASURE = 2
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
_SPLIT = frozenset({"rule", "rules", "ruled", "to rule"})
"""Verbs that rule out only with an `out` behind what they rule out."""
_APART = 10
_MEASURED = 4
_NAME = 3
_SOON = 4
_HEADING = frozenset({"hx", "history"})
"""Words of the past that head what is told of today, as in `Interval hx:`."""
_LIKENED = 5
_FOUND = frozenset({"finding", "symptom"})
_BELIEVED = frozenset({"felt", "thought", "believed", "considered", "judged", "deemed", "assumed", "taken", "held"})
_DONE = frozenset({"i treated", "i adjusted", "we worked on"})
_DIGITS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "oh"})
_HAVING = frozenset({"have", "has", "had", "i've", "we've"})
_OBJECTS = (["a"], ["an"], ["any"], ["one"], ["that"], ["the"])
_OPENERS = frozenset({"not", "nowhere", "never", "nil", "zero", "nary"})
"""Words with which a denial opens."""
_BY_MEANS = frozenset({"with", "by", "using", "via", "w", "w/", "after", "following", "post"})
_AT_VISIT = 5
_LONG_SINCE = frozenset({"has", "have", "had", "since", "self"})
_OF_VISIT = frozenset({"today", "visit", "session", ":"})
"""Words behind what is corrected that say at which visit."""
_CARE_OF_OTHERS = frozenset({"chiropractic", "osteopathy", "chiropractor", "osteopath", "chiropractic care"})
_LOST = (["restriction"], ["restrictions"], ["loss"], ["deficit"], ["limitation"], ["asymmetry"])
"""Words behind a `no posterior glide` that make it deny their lack."""
_TROUBLE = frozenset({"no problem", "no problems", "no trouble", "no difficulty", "no issues", "no issue"})
"""Words that deny what they stand before only where that is done, as in `no problems peeing`."""
_OLD = frozenset({"like", "plain", "good", "same", "any", "regular"})
"""Words before an `old` that dates nothing."""
_LIKENING = frozenset({"like", "as in", "as if"})
"""Words by which a clinician explains what was asked, and a patient describes what is felt."""
_ASIDE = 7
_SEEN_FOR = frozenset({
    "er for", "ed for", "to the ed for", "hospital for", "emergency department for", "emergency room for",
})  # fmt: skip
_SENT_TO = ("to the e", "to e", "straight to e", "straight to the e", "go to e", "go to the e")
_GONE = frozenset({"gone", "has gone", "have gone", "went", "passed", "has passed", "left", "has left", "is over"})
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
        if hit.term.role not in _ROLES or self._exclaims(hit) or self._dates(hit) or self._estimates(hit):
            return False
        return not self._is_other_use(hit)

    def recalls(self, hit: Hit) -> bool:
        """Tell whether words of the past speak of an earlier time, and not of the examination that is reported."""
        done = hit.term.text in _DONE and is_done_now(self._view, self._statement, hit)
        if done or self._compares(hit):
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

    def _exclaims(self, hit: Hit) -> bool:
        """Tell whether a no answers or corrects instead of denying what follows, as in `no, the other one is lower`."""
        if hit.term.text != "no":
            return False
        if self._names_finding(hit):
            return True
        after = self._norms[hit.end] if hit.end < self._statement.end else "."
        alone = any(chunk == (hit.start, hit.end) for chunk in self._statement.chunks)
        answers = after == "." and hit.start == self._statement.start and hit.end + 1 < self._statement.end
        return answers or (alone and after == ",") or after in words("subjects") | words("after_exclamation")

    def _names_finding(self, no: Hit) -> bool:
        """Tell whether a no belongs to the name of a finding, as in `no movement` and `no perianal sensation`."""
        part = Chunk(no.start, no.end)
        named = [*self._view.terms("tart", part), *self._view.terms("neuro", part)]
        return any(
            hit.start == no.start
            and hit.end > no.end
            and self._norms[hit.end : hit.end + 1] not in _LOST
            and (hit.term.assertion == "present" or (hit.term.role in _FOUND and hit.term.assertion != "absent"))
            for hit in named
        )

    def _dates(self, hit: Hit) -> bool:
        """Tell whether words of the past only say how long or old, as in `3-week history of` or `like old rope`."""
        if hit.term.text == "old":
            likened = bool(_OLD.intersection(self._norms[max(0, hit.start - _LIKENED) : hit.start]))
            return likened or bool(words("durations").intersection(self._norms[max(0, hit.start - 2) : hit.start]))
        if hit.term.value != "historical" or hit.term.role != "before":
            return False
        if self._norms[hit.end : hit.end + 1] == [":"] and hit.term.text in _HEADING:
            return True
        before = self._norms[max(self._statement.start, hit.start - _DURATION) : hit.start]
        if (words("durations") | words("long_lasting")).intersection(before) and "ago" not in before:
            return hit.term.text in {"history of", "hx of", "hx", "h/o"}
        return hit.term.text in {"past", "in the past"} and bool(
            words("durations").intersection(self._norms[hit.end : hit.end + _DURATION])
        )

    def _estimates(self, hit: Hit) -> bool:
        """Tell whether a word of doubt only rounds a measure, as in `maybe sixty percent`."""
        if hit.term.text not in {"maybe", "probably", "perhaps", "likely"}:
            return False
        after = Chunk(hit.end, min(hit.end + _MEASURE, self._statement.end))
        if any(place.segments for place in self._view.places(after)):
            return False  # The number of `probably l five` is that of a vertebra.
        return any(word.isdecimal() or word in words("measures") for word in self._norms[after.start : after.end])

    def _is_other_use(self, hit: Hit) -> bool:
        """Tell whether the words of a cue serve another end where they stand."""
        text, role, assertion = hit.term.text, hit.term.role, hit.term.value
        if role == "terminator":
            return not words("opining").isdisjoint(self._norms[max(self._statement.start, hit.start - 1) : hit.start])
        if text in _SPLIT or text == "?" or (text == "neg" and role == "before"):
            return self._is_incomplete(hit)
        if assertion == "absent" and role == "before":
            return self._is_passive(hit) or self._is_complaint(hit)
        if assertion == "historical":
            leads = text in _GONE and not words("toward").isdisjoint(self._norms[hit.end : hit.end + 1])
            treated = role == "after" and self._is_treated(hit)
            return leads or treated or self._is_partial(hit) or self._compares(hit) or self._is_of_finding(hit)
        return self._tells_of_else(hit)

    def _is_incomplete(self, hit: Hit) -> bool:
        """Tell whether the words of a cue lack what makes them one: a `rule` its `out`, a `?` what it doubts."""
        if hit.term.text in _SPLIT:
            return "out" not in self._norms[hit.end : min(hit.end + _APART, self._statement.end)]
        if hit.term.text == "neg":
            # Behind a test or before a pause it is the result of a test: `SLR neg bilat`, `SLR neg, L5 tender`.
            tested = self._view.terms("neuro", Chunk(max(self._statement.start, hit.start - 1), hit.start))
            return bool(tested) or hit.end == self._statement.end or not self._norms[hit.end][0].isalnum()
        return not self._queries(hit)

    def _tells_of_else(self, hit: Hit) -> bool:
        text = hit.term.text
        if hit.term.value == "possible" and hit.term.role == "before" and text.endswith("to be"):
            return not words("shown").isdisjoint(self._norms[hit.end : hit.end + 1]) or self._settled(hit.end)
        happened = puts_no_condition(self._view, self._statement, hit) or self._was_seen_for(hit)
        return happened or (text in words("versus") and (self._is_dateline(hit.end) or self._chooses(hit)))

    def _chooses(self, hit: Hit) -> bool:
        """Tell whether a versus stands between a canal and a foramen, of which one is narrow for sure."""
        choice = open_choice(self._view, self._statement)
        return choice is not None and choice.start < hit.start < choice.end

    def _is_treated(self, hit: Hit) -> bool:
        """Tell whether something goes by the treatment of this visit, as in `T5 ERS left, corrected with HVLA`."""
        if self._is_corrected(hit):
            return True
        if self._statement.turn >= 0 or not _BY_MEANS.intersection(self._norms[hit.end : hit.end + 1]):
            return False
        means = self._view.terms("care", Chunk(hit.end, min(hit.end + _ASIDE, self._statement.end)))
        return any(one.term.value == "manipulation" and one.term.text not in _CARE_OF_OTHERS for one in means)

    def _is_corrected(self, hit: Hit) -> bool:
        """Tell whether joints are corrected at this visit, as in `subluxations found and corrected today`."""
        before = self._norms[hit.start - 1] if hit.start > self._statement.start else ":"
        if self._statement.turn >= 0 or hit.term.text != "corrected" or before in words("be_forms") | _LONG_SINCE:
            return False
        after = self._norms[hit.end : min(hit.end + _AT_VISIT, self._statement.end)]
        return before in {"and", "&", "/"} or not _OF_VISIT.isdisjoint(after)

    def _settled(self, index: int) -> bool:
        """Tell whether words follow that settle a question, as in `is felt to be excluded`."""
        following = self._view.terms("cues", Chunk(index, index + 1))
        return any(hit.term.role == "after" and hit.term.value in {"absent", "historical"} for hit in following)

    def _is_complaint(self, hit: Hit) -> bool:
        """Tell whether an `of` goes with the verb before an instead, as in `complains instead of weakness`."""
        before = self._norms[max(self._statement.start, hit.start - 1) : hit.start]
        return hit.term.text == "instead of" and "".join(before).startswith("complain")

    def _was_seen_for(self, hit: Hit) -> bool:
        """Tell whether a patient was seen for something, as in `went to the ED for numbness`, and is not sent there."""
        said = self._norms[self._statement.start : hit.start]
        return hit.term.text in _SEEN_FOR and not words("visited").isdisjoint(said)

    def _queries(self, hit: Hit) -> bool:
        """Tell whether a question mark doubts: before a word, as in `?C7 loss`, or behind one, as in `L5 (?)`."""
        if self._statement.turn >= 0 or self._statement.asks:
            return False
        opens = hit.end < self._statement.end and self._norms[hit.end][0].isalnum()
        return opens if hit.term.role == "before" else not opens

    def _is_passive(self, hit: Hit) -> bool:
        """Tell whether a participle denies what stands before it alone: `numbness denied`, `was excluded by EMG`."""
        if hit.term.text.split()[0] not in words("both_ways"):
            return False
        before = self._norms[hit.start - 1] if hit.start > self._statement.start else "."
        after = self._norms[hit.end] if hit.end < self._statement.end else "."
        return before in words("be_forms") or (before[0].isalnum() and not after[0].isalnum() and after != ":")

    def _is_partial(self, hit: Hit) -> bool:
        """Tell whether something has gone in part alone, as in `mostly resolved` and `far from gone`."""
        before = self._norms[max(self._statement.start, hit.start - 2) : hit.start]
        return before == ["far", "from"] or bool(words("partly").intersection(before[-1:]))

    def _is_of_finding(self, hit: Hit) -> bool:
        """Tell whether words of the past belong to the name of what was found, as in `quits early`."""
        named = self._view.terms("tart", Chunk(max(self._statement.start, hit.start - _NAME), hit.end))
        return any(one.end >= hit.end and one.end - one.start > hit.end - hit.start for one in named)

    def _compares(self, hit: Hit) -> bool:
        """Tell whether another visit only serves as a measure, as in `unchanged from last visit`."""
        if not (words("earlier_visit") | {"previously", "ago"}).intersection(hit.term.text.split()):
            return False
        before = self._norms[max(self._statement.start, hit.start - _MEASURED) : hit.start]
        steady = "from" in before and not words("steady").isdisjoint(before)
        return steady or not words("as_measure").isdisjoint(before)

    def _is_dateline(self, index: int) -> bool:
        """Tell whether a date or another study follows, with which one is compared."""
        following = self._norms[index : min(index + 2, self._statement.end)]
        return any(is_year(word) or word in {"prior", "previous", "last"} for word in following)

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
