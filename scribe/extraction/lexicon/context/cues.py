"""The cues of a statement: the words that deny, doubt, date or hand on what stands beside them.

A cue is first a row of a table; where it stands decides whether it is one.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.marks import find_marks
from scribe.extraction.lexicon.context.negations import Cue, Negations
from scribe.extraction.lexicon.context.subjects import findings
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_DURATION = 3
_MEASURE = 2
_ROLES = frozenset({"before", "after", "terminator", "told", "negator"})
_MODALS = frozenset({"can", "may", "could", "might", "would", "will"})
_TAUGHT = 3
_LIFE = 3
_LABEL = 5
_LABELLING = frozenset({"before", "after"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "previous", "earlier"})
_AGE = frozenset({"age", "aged"})
_SPOKEN = 4
_URGED = 7
_FIRST_PERSON = frozenset({"i", "i'm", "i've", "my"})
_WHEN = frozenset({"for", "if", "with", "when", "should", "in"})
_SPLIT = frozenset({"rule", "rules", "ruled", "to rule"})
"""Verbs that rule out only with an `out` behind what they rule out."""
_APART = 10
_MEASURED = 4
_SOON = 4
_LIKENED = 5
_LIKENING = frozenset({"like", "as in", "as if"})
"""Words by which a clinician explains what was asked, and a patient describes what is felt."""
_ASIDE = 7
_SEEN_FOR = frozenset({
    "er for", "ed for", "to the ed for", "hospital for", "emergency department for", "emergency room for",
})  # fmt: skip
_SUFFERING = frozenset({"has", "had", "suffers", "suffered", "got", "developed", "gets"})
_GONE = frozenset({"gone", "has gone", "have gone", "went", "passed", "has passed", "left", "has left"})
_BEFORE_URGE = frozenset({".", ",", ";", ":", "to", "and", "or", "should", "must", "please", "-"})


def find_cues(view: View, statement: Statement) -> list[Cue]:
    """Find the cues of a statement, in order, as they act on each other."""
    finder = _Finder(view, statement)
    marks = {mark.answer: mark for mark in find_marks(view, statement)}
    found = [finder.cue(hit) for hit in view.terms("cues", statement) if hit.start not in marks and finder.counts(hit)]
    answers = [Cue(mark.start, mark.end, mark.role, "absent", view.norms[mark.start]) for mark in marks.values()]
    dates = (*_past_years(view, statement), *_past_ages(view, statement))
    return [*Negations(view, statement).combined(found), *answers, *dates]


def ends_what_was(view: View, statement: Statement, *, lost: bool) -> bool:
    """Tell whether a statement only says that what was told before it is over, as in `It went away.`."""
    if view.norms[statement.start] not in words("anaphora"):
        return False
    if words("regained").intersection(view.norms[statement.start : statement.start + _SOON]) and lost:
        return True
    return any(
        cue.role == "after" and cue.assertion == "historical" and cue.start - statement.start <= _SOON
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
        match role:
            case "stranger":
                return Cue(hit.start, hit.end, "person", "other_person", hit.term.text)
            case "person" if self._belongs(hit):
                return Cue(hit.start, hit.end, "after", "other_person", hit.term.text)
            case "urging":
                return Cue(hit.start, self._urged(hit), "before", "hypothetical", hit.term.text)
            case "teaching" | "inverted":
                return Cue(hit.start, hit.end, "before", "hypothetical", hit.term.text)
            case "past_verb" | "spoken_before" if self._is_dated():
                return Cue(hit.start, hit.end, "around", "historical", hit.term.text)
        return Cue(hit.start, hit.end, role, assertion, hit.term.text)

    def _labelled(self, hit: Hit) -> int:
        """Return where the colon of a label stands that a cue closes, as in `Considered and not found today:`, or 0."""
        if self._statement.turn >= 0 or hit.start - self._statement.start > _LABEL:
            return 0
        colon = hit.end
        while colon < self._statement.end and self._norms[colon] in words("after_end"):
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
        return (self._statement.turn >= 0 and not self._view.is_dictated) or self._is_dated()

    def is_past(self, _: Hit) -> bool:
        return self._is_dated()

    def is_owner(self, hit: Hit) -> bool:
        """Tell whether what is said is said of a person, and not by or beside the person."""
        return not self._accompanies(hit) and not self._relates(hit)

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
            likened = "like" in self._norms[max(0, hit.start - _LIKENED) : hit.start]
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
        if text in _SPLIT:
            return "out" not in self._norms[hit.end : min(hit.end + _APART, self._statement.end)]
        if text == "?":
            return not self._queries(hit)
        if assertion == "absent" and role == "before":
            return self._is_passive(hit)
        if assertion == "historical":
            leads = text in _GONE and not words("toward").isdisjoint(self._norms[hit.end : hit.end + 1])
            return leads or self._is_partial(hit) or self._compares(hit)
        if assertion == "hypothetical" and text in _SEEN_FOR:
            return bool(words("visited").intersection(self._norms[self._statement.start : hit.start]))
        return text in {"versus", "vs"} and self._is_dateline(hit.end)

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

    def _is_dateline(self, index: int) -> bool:
        """Tell whether a date or another study follows, with which one is compared."""
        following = self._norms[index : min(index + 2, self._statement.end)]
        return any(_is_year(word) or word in {"prior", "previous", "last"} for word in following)

    def _before(self, start: int) -> str:
        """Return the word before a person, without what says whose or how old the person is."""
        while start > self._statement.start and self._norms[start - 1] in words("whose"):
            start -= 1
        return self._norms[start - 1] if start > self._statement.start else "."

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
        return self._statement.turn < 0 or bool(_FIRST_PERSON.intersection(after[1:]))

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
            if word in _AGE and said[index + 1 : index + 2] and said[index + 1].isdecimal():
                return True
            if word in words("life") and {"in", "as", "during"}.intersection(said[max(0, index - _LIFE) : index]):
                return True
            if _is_year(word) and index and said[index - 1] in words("dating"):
                return not _is_current(self._view, start + index)
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


def _is_year(word: str) -> bool:
    return word[:2] in {"19", "20"} and len(word) == 4 and word.isdecimal()  # noqa: PLR2004  # the digits of a year


@lru_cache(maxsize=1)
def _year_places(view: View) -> list[int]:
    """Return where a document names years."""
    return [index for index, word in enumerate(view.norms) if _is_year(word)]


@lru_cache(maxsize=1)
def _years(view: View) -> Counter[str]:
    """Return how often a document names each year."""
    return Counter(view.norms[index] for index in _year_places(view))


def _past_years(view: View, statement: Statement) -> Iterator[Cue]:
    """Read a bare year as the date of what stands before it, as in `disc herniation 2011`."""
    places = _year_places(view)
    for index in places[bisect_left(places, statement.start) : bisect_left(places, statement.end)]:
        said = view.norms[statement.start : index]
        dated = bool(said) and said[-1] not in {"/", "-", "since", "onset"} and not words("lasting").intersection(said)
        if dated and not _is_current(view, index):
            yield Cue(index, index + 1, "year", "historical", view.norms[index])


@lru_cache(maxsize=1)
def _age_places(view: View) -> list[int]:
    """Return where a document names ages and times of life."""
    named = words("life") | _AGE
    return [index for index, word in enumerate(view.norms) if word in named]


def _past_ages(view: View, statement: Statement) -> Iterator[Cue]:
    """Read an age as the date of what stands before it, as in `fracture aged 19` and `scoliosis as a teenager`."""
    places = _age_places(view)
    ages = places[bisect_left(places, statement.start) : bisect_left(places, statement.end)]
    for at in ages:
        part = next(chunk for chunk in statement.chunks if at < chunk.end)
        said = view.norms[part.start : part.end]
        index = at - part.start
        if index < 0 or words("lasting").intersection(said):
            continue
        if said[index] not in _AGE:
            if span := _life(said, index):
                yield Cue(at - span, at + 1, "year", "historical", said[index])
        elif said[index + 1 : index + 2] and said[index + 1].isdecimal():
            yield Cue(at, at + 2, "year", "historical", said[index])


def _life(said: list[str], index: int) -> int:
    """Return how many words before a time of life name it, as the two of `as a teenager`."""
    for back in range(1, min(_LIFE, index) + 1):
        between = said[index - back + 1 : index]
        if said[index - back] in {"in", "as"} or (said[index - back] == "during" and _ORDINALS.intersection(between)):
            return back
    return 0


def _is_current(view: View, index: int) -> bool:
    """Tell whether a year is the document's own: the last one it names, and named elsewhere too."""
    year, years = view.norms[index], _years(view)
    return year == max(years) and years[year] > 1
