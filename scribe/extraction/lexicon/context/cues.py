"""The cues of a statement: the words that deny, doubt, date or hand on what stands beside them.

A cue is first a row of a table; where it stands decides whether it is one.
"""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.context.marks import find_marks
from scribe.extraction.lexicon.context.negations import Cue, Negations
from scribe.extraction.lexicon.context.past import AGE, is_current, is_year, life, past_ages, past_years
from scribe.extraction.lexicon.context.subjects import findings
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_DURATION = 3
_MEASURE = 2
_ROLES = frozenset({"before", "after", "terminator", "told", "negator"})
_MODALS = frozenset({"can", "may", "could", "might", "would", "will"})
_TAUGHT = 3
_LEADING = 4
_TOUCHED = {("i", verb) for verb in ("pressed", "pushed", "palpated", "touched", "squeezed", "poked")}
_EARLIER = frozenset({"last", "previous", "previously", "ago", "yesterday", "first", "before"})
_NOT_TRUE = frozenset({"is not the case", "isn't the case", "not the case", "is not true", "isn't true"})
_HABITS = frozenset({"if", "if you"})
_HABIT = 4
_BEFORE_HABIT = frozenset({",", ":", ";", "and", "but", "so", "that"})
_LIFE = 3
_LABEL = 5
_LABELLING = frozenset({"before", "after"})
_SPOKEN = 4
_URGED = 7
_QUOTED = 3
_WHEN = frozenset({"for", "if", "with", "when", "should", "in", "about", "of", "regarding"})
_SPLIT = frozenset({"rule", "rules", "ruled", "to rule"})
"""Verbs that rule out only with an `out` behind what they rule out."""
_APART = 10
_MEASURED = 4
_SOON = 4
_LIKENED = 5
_OLD = frozenset({"like", "plain", "good", "same", "any", "regular"})
"""Words before an `old` that dates nothing."""
_LIKENING = frozenset({"like", "as in", "as if"})
"""Words by which a clinician explains what was asked, and a patient describes what is felt."""
_ASIDE = 7
_SEEN_FOR = frozenset({
    "er for", "ed for", "to the ed for", "hospital for", "emergency department for", "emergency room for",
})  # fmt: skip
_SUFFERING = frozenset({"has", "had", "suffers", "suffered", "got", "developed", "gets"})
_GONE = frozenset({"gone", "has gone", "have gone", "went", "passed", "has passed", "left", "has left"})
_BEFORE_URGE = frozenset({".", ",", ";", ":", "to", "and", "or", "should", "must", "please", "-", "will", "you"})


def find_cues(view: View, statement: Statement) -> list[Cue]:
    """Find the cues of a statement, in order, as they act on each other."""
    finder = _Finder(view, statement)
    marks = {mark.answer: mark for mark in find_marks(view, statement)}
    found = [finder.cue(hit) for hit in view.terms("cues", statement) if hit.start not in marks and finder.counts(hit)]
    answers = [Cue(mark.start, mark.end, mark.role, "absent", view.norms[mark.start]) for mark in marks.values()]
    dates = (*past_years(view, statement), *past_ages(view, statement))
    return [*Negations(view, statement).combined(found), *answers, *dates, *_verdicts(view, statement)]


def ends_what_was(view: View, statement: Statement, *, lost: bool) -> bool:
    """Tell whether a statement only says that what was told is over: `It went away.`, `A week on it was gone.`."""
    opening = view.norms[statement.start : min(statement.start + _LEADING + 1, statement.end)]
    at = next((index for index, word in enumerate(opening) if word in words("anaphora")), None)
    if at is None or (at and words("subjects").intersection(opening[:at])):
        return False
    since = statement.start + at
    if words("regained").intersection(view.norms[since : since + _SOON]) and lost:
        return True
    return any(
        cue.role == "after" and cue.assertion == "historical" and cue.start - since <= _SOON
        for cue in find_cues(view, statement)
    )


class _Finder:
    """Judges the terms of one statement that may be cues."""

    def __init__(self, view: View, statement: Statement) -> None:
        self._view = view
        self._norms = view.norms
        self._statement = statement

    def cue(self, hit: Hit) -> Cue:
        role, assertion = hit.term.role, hit.term.value
        if role in _LABELLING and (colon := self._labelled(hit)):
            return Cue(hit.start, colon + 1, "label", assertion, hit.term.text)
        if hit.term.text.startswith("if ") and role == "after" and hit.start == self._statement.start:
            role = "before"
        if hit.term.text == "whether" and self._undecided():
            assertion = "possible"
        if hit.term.text in _NOT_TRUE and self._norms[hit.end : hit.end + 1] == ["that"]:
            return Cue(hit.start, hit.end, "before", "absent", "not")
        match role:
            case "stranger":
                role, assertion = "person", "other_person"
            case "person" if self._is_quoted(hit):
                role, assertion = "told", ""
            case "person" if self._belongs(hit):
                role, assertion = "after", "other_person"
            case "urging" | "teaching" | "inverted":
                role, assertion = "before", "hypothetical"
            case "past_verb" | "spoken_before" if self._is_dated():
                role, assertion = "around", "historical"
        end = self._urged(hit) if hit.term.role == "urging" else hit.end
        return Cue(hit.start, end, role, assertion, hit.term.text)

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
        judge = _JUDGES.get(hit.term.role)
        if judge is not None:
            return judge(self, hit)
        if hit.term.role not in _ROLES or self._exclaims(hit) or self._dates(hit) or self._estimates(hit):
            return False
        return not self._is_other_use(hit)

    def recalls(self, _: Hit) -> bool:
        """Tell whether words of the past speak of an earlier time, and not of the examination that is reported."""
        spoken = self._statement.turn >= 0 and not self._view.is_dictated
        return (spoken and not self._has_just_touched()) or self._is_dated()

    def _has_just_touched(self) -> bool:
        """Tell whether an examiner says what the hands met, as in `when I pressed on L5 it was sore`."""
        said = self._norms[self._statement.start : self._statement.end]
        touched = self._statement.speaker == "clinician" and any(pair in _TOUCHED for pair in pairwise(said))
        return touched and _EARLIER.isdisjoint(said)

    def is_past(self, _: Hit) -> bool:
        return self._is_dated()

    def is_owner(self, hit: Hit) -> bool:
        """Tell whether what is said is said of a person, and not by or beside the person."""
        return not self._accompanies(hit) and (self._is_quoted(hit) or not self._relates(hit))

    def _is_quoted(self, hit: Hit) -> bool:
        """Tell whether a person in speech only has an opinion of somebody else, as in `my wife thinks it's a disc`."""
        return self._statement.turn >= 0 and self._relates(hit)

    def urges(self, hit: Hit) -> bool:
        return self._urged(hit) > hit.end

    def is_inverted(self, hit: Hit) -> bool:
        """Tell whether a condition is put by the order of the words, as in `Should weakness develop, call`."""
        opens = hit.start == self._statement.start and not self._statement.asks
        return opens and (hit.term.text not in _LIKENING or self._statement.speaker == "clinician")

    def _exclaims(self, hit: Hit) -> bool:
        """Tell whether a no answers or corrects instead of denying what follows, as in `no, the other one is lower`."""
        if hit.term.text != "no":
            return False
        after = self._norms[hit.end] if hit.end < self._statement.end else "."
        alone = any(chunk == (hit.start, hit.end) for chunk in self._statement.chunks)
        return (alone and after == ",") or after in words("subjects") | words("after_exclamation")

    def _dates(self, hit: Hit) -> bool:
        """Tell whether words of the past only say how long or old, as in `3-week history of` or `like old rope`."""
        if hit.term.text == "old":
            likened = bool(_OLD.intersection(self._norms[max(0, hit.start - _LIKENED) : hit.start]))
            return likened or bool(words("durations").intersection(self._norms[max(0, hit.start - 2) : hit.start]))
        if hit.term.value != "historical" or hit.term.role != "before":
            return False
        before = self._norms[max(self._statement.start, hit.start - _DURATION) : hit.start]
        if words("durations").intersection(before) and "ago" not in before:
            return hit.term.text in {"history of", "hx of", "hx", "h/o"}
        return hit.term.text in {"past", "in the past"} and bool(
            words("durations").intersection(self._norms[hit.end : hit.end + _DURATION])
        )

    def _estimates(self, hit: Hit) -> bool:
        """Tell whether a word of doubt only rounds a measure, as in `maybe sixty percent`."""
        if hit.term.text not in {"maybe", "probably", "perhaps", "likely"}:
            return False
        after = self._norms[hit.end : min(hit.end + _MEASURE, self._statement.end)]
        return any(word.isdecimal() or word in words("measures") for word in after)

    def _is_other_use(self, hit: Hit) -> bool:
        """Tell whether the words of a cue serve another end where they stand."""
        text, role, assertion = hit.term.text, hit.term.role, hit.term.value
        if role == "terminator":
            return not words("opining").isdisjoint(self._norms[max(self._statement.start, hit.start - 1) : hit.start])
        if text in _SPLIT:
            return "out" not in self._norms[hit.end : min(hit.end + _APART, self._statement.end)]
        if text == "?":
            return not self._queries(hit)
        if assertion == "absent" and role == "before":
            return self._is_passive(hit) or self._is_complaint(hit)
        if assertion == "historical":
            leads = text in _GONE and not words("toward").isdisjoint(self._norms[hit.end : hit.end + 1])
            return leads or self._is_partial(hit) or self._compares(hit)
        happened = self._is_habit(hit) or self._was_seen_for(hit)
        return happened or (text in {"versus", "vs"} and self._is_dateline(hit.end))

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

    def _compares(self, hit: Hit) -> bool:
        """Tell whether another visit only serves as a measure, as in `unchanged from last visit`."""
        if not (words("earlier_visit") | {"previously"}).intersection(hit.term.text.split()):
            return False
        before = self._norms[max(self._statement.start, hit.start - _MEASURED) : hit.start]
        if words("steady").intersection(before) and "from" in before:
            return True
        return bool(words("as_measure").intersection(before))

    def _is_habit(self, hit: Hit) -> bool:
        """Tell whether an if only says what brings something on, as in `if he coughs, pain shoots down the leg`."""
        if hit.term.text not in _HABITS:
            return False
        said = self._norms[self._statement.start : self._statement.end]
        opens = hit.start == self._statement.start or self._norms[hit.start - 1] in _BEFORE_HABIT
        ahead = not (_MODALS | {"should", "must", "we'll", "i'll"} | words("destinations")).isdisjoint(said)
        provoked = words("provoking").intersection(self._norms[hit.end : min(hit.end + _HABIT, self._statement.end)])
        return opens and bool(provoked) and not ahead and not self._statement.asks

    def _is_dateline(self, index: int) -> bool:
        """Tell whether a date or another study follows, with which one is compared."""
        following = self._norms[index : min(index + 2, self._statement.end)]
        return any(is_year(word) or word in {"prior", "previous", "last"} for word in following)

    def _before(self, start: int) -> str:
        """Return the word before a person, without what says whose or how old; an `and` that opens, none."""
        while start > self._statement.start and self._norms[start - 1] in words("whose"):
            start -= 1
        opens = start == self._statement.start or self._norms[self._statement.start : start] == ["and"]
        return "." if opens else self._norms[start - 1]

    def _accompanies(self, hit: Hit) -> bool:
        """Tell whether a person only comes along or is cared for, as in `here with her daughter`, `lifting her son`."""
        before = self._before(hit.start)
        after = self._norms[hit.end : min(hit.end + 3, self._statement.end)]
        if "who" in after and self._suffers(hit):
            return False
        if before == "for" and after[:1] == ["with"]:
            return False
        return before in words("companions") or (before.endswith("ing") and before not in words("durations"))

    def _suffers(self, hit: Hit) -> bool:
        """Tell whether a clause says what a person has, as in `her son, who has scoliosis`."""
        verb = self._verb_of(hit)
        said = self._norms[hit.end : verb + 1]
        return bool(_SUFFERING.intersection(said)) and said[-1] not in words("relating")

    def _relates(self, hit: Hit) -> bool:
        """Tell whether a person only speaks of the patient, as in `husband states she limps`."""
        index = self._verb_of(hit)
        after = self._norms[index : min(index + 2, self._statement.end)]
        if not after or after[0] not in words("relating"):
            return False
        said = self._norms[index + 1 : min(index + 1 + _QUOTED, self._statement.end)]
        return self._statement.turn < 0 or words("third_persons").isdisjoint(said)

    def _verb_of(self, hit: Hit) -> int:
        """Return where the verb of a person stands, over an aside and auxiliaries: `her son, a nurse, has noticed`."""
        index = hit.end
        if self._norms[index : index + 1] == [","]:
            aside = self._norms[index + 1 : min(index + _ASIDE, self._statement.end)]
            index += aside.index(",") + 2 if "," in aside else 1
        while index < self._statement.end and self._norms[index] in words("before_verb"):
            index += 1
        return index

    def _belongs(self, hit: Hit) -> bool:
        """Tell whether what stands before a person is the person's: `scoliosis in his mother`, `RA: father`."""
        before = self._before(hit.start)
        if before == ":":
            after = self._norms[hit.end] if hit.end < self._statement.end else "."
            return hit.start - 1 > self._statement.start and not after[0].isalnum()
        return before in {"in", "("} and hit.start - 1 > self._statement.start

    def is_other(self, hit: Hit) -> bool:
        """Tell whether a patient or a person is another one, as in `my last patient` or `I saw a lady with`."""
        before = self._norms[max(self._statement.start, hit.start - _SPOKEN) : hit.start]
        if not before or self._statement.section or self._norms[hit.end : hit.end + 1] == ["visit"]:
            return False
        after = self._norms[hit.end : min(hit.end + 2, self._statement.end)]
        if before[-1] in {"another", "other"} or after == ["before", "you"] or after[:1] == ["i"]:
            return True
        if len(before) > 1 and before[-2] in {"my", "our", "the"} and before[-1] in {"last", "next", "previous"}:
            return True
        known = hit.term.text in {"patient", "client"} and before[-1] in {"the", "this", "that"}
        if self._statement.turn < 0 or self._view.is_dictated or known:
            return False
        return self._is_somebody(before)

    def _is_somebody(self, before: list[str]) -> bool:
        """Tell whether words bring in somebody new, as in `there was a guy`, unlike in `you're a healthy guy`."""
        named = next((i for i in range(len(before) - 1, -1, -1) if before[i] in words("introducing")), None)
        if named is None:
            return False
        return "there" in before or not words("identifying").intersection(before[max(0, named - 1) : named])

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

    def _is_dated(self) -> bool:
        """Tell whether a statement in the past tense dates what it tells, as in `was weak with a first episode`."""
        start, said = self._statement.start, self._norms[self._statement.start : self._statement.end]
        if words("lasting").intersection(said):
            return False
        for index, word in enumerate(said):
            if word in words("episodes") and words("earlier").intersection(said[max(0, index - 2) : index]):
                return True
            if word in AGE and said[index + 1 : index + 2] and said[index + 1].isdecimal():
                return True
            if word in words("life") and {"in", "as", "during"}.intersection(said[max(0, index - _LIFE) : index]):
                return word != "pregnancy" or life(said, index) > 0
            if is_year(word) and index and said[index - 1] in words("dating"):
                return not is_current(self._view, start + index)
        return False


_JUDGES = {
    "spoken_before": _Finder.recalls,
    "past_verb": _Finder.is_past,
    "person": _Finder.is_owner,
    "stranger": _Finder.is_other,
    "urging": _Finder.urges,
    "teaching": _Finder.teaches,
    "inverted": _Finder.is_inverted,
}
"""How a term of some roles is judged to be a cue; terms of other roles are judged alike."""


def _verdicts(view: View, statement: Statement) -> Iterator[Cue]:
    """Read what others called it: `the ER doc said`, `my old chiropractor had me down for`, `she put`.

    In a note such a person is a former one: the others may be those whose reports it rests on.
    """
    if words("tellers").isdisjoint(view.norms[statement.start : statement.end]):
        return
    for index in range(statement.start, statement.end):
        former = statement.turn >= 0 or view.norms[index - 1] in words("former")
        if view.norms[index] in words("tellers") and former:
            verb = index + 1
            while verb < min(statement.end, index + _ASIDE) and view.norms[verb] not in words("verdicts"):
                verb += 1
            if verb < min(statement.end, index + _ASIDE):
                yield Cue(index, verb + 1, "told", "", view.norms[verb])
