"""Words of cues that serve another end where they stand, as in `3-week history of` and `unchanged from last visit`.

Such a no answers, such a maybe rounds a number, and such a word of the past only measures or names.
"""

from scribe.extraction.lexicon.context.alternatives import open_choice
from scribe.extraction.lexicon.context.dates import is_year
from scribe.extraction.lexicon.context.no_conditions import puts_no_condition
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_DURATION = 3
_MEASURE = 2
_SPLIT = frozenset({"rule", "rules", "ruled", "to rule"})
"""Verbs that rule out only with an `out` behind what they rule out."""
_APART = 10
_MEASURED = 4
_NAME = 3
_HEADING = frozenset({"hx", "history"})
"""Words of the past that head what is told of today, as in `Interval hx:`."""
_LIKENED = 5
_FOUND = frozenset({"finding", "symptom"})
_BY_MEANS = frozenset({"with", "by", "using", "via", "w", "w/", "after", "following", "post"})
_AT_VISIT = 5
_LONG_SINCE = frozenset({"has", "have", "had", "since", "self"})
_OF_VISIT = frozenset({"today", "visit", "session", ":"})
"""Words behind what is corrected that say at which visit."""
_CARE_OF_OTHERS = frozenset({"chiropractic", "osteopathy", "chiropractor", "osteopath", "chiropractic care"})
_LOST = (["restriction"], ["restrictions"], ["loss"], ["deficit"], ["limitation"], ["asymmetry"])
"""Words behind a `no posterior glide` that make it deny their lack."""
_OLD = frozenset({"like", "plain", "good", "same", "any", "regular"})
"""Words before an `old` that dates nothing."""
_ASIDE = 7
_SEEN_FOR = frozenset({
    "er for", "ed for", "to the ed for", "hospital for", "emergency department for", "emergency room for",
})  # fmt: skip
_GONE = frozenset({"gone", "has gone", "have gone", "went", "passed", "has passed", "left", "has left", "is over"})


class OtherUses:
    """Tells which words of one statement, though they stand in the table of cues, are none."""

    def __init__(self, view: View, statement: Statement) -> None:
        """Take a statement.

        Args:
            view: The document's words.
            statement: The statement.
        """
        self._view = view
        self._norms = view.norms
        self._statement = statement

    def is_met(self, hit: Hit) -> bool:
        """Tell whether the words of a cue answer, measure or name where they stand, and change nothing beside them."""
        return self._exclaims(hit) or self._dates(hit) or self._estimates(hit) or self._serves_else(hit)

    def compares(self, hit: Hit) -> bool:
        """Tell whether another visit only serves as a measure, as in `unchanged from last visit`."""
        if not (words("earlier_visit") | {"previously", "ago"}).intersection(hit.term.text.split()):
            return False
        before = self._norms[max(self._statement.start, hit.start - _MEASURED) : hit.start]
        steady = "from" in before and not words("steady").isdisjoint(before)
        return steady or not words("as_measure").isdisjoint(before)

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

    def _serves_else(self, hit: Hit) -> bool:
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
            return leads or treated or self._is_partial(hit) or self.compares(hit) or self._is_of_finding(hit)
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

    def _is_dateline(self, index: int) -> bool:
        """Tell whether a date or another study follows, with which one is compared."""
        following = self._norms[index : min(index + 2, self._statement.end)]
        return any(is_year(word) or word in {"prior", "previous", "last"} for word in following)
