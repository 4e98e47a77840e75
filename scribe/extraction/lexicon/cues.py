"""The cues of a statement: the words that deny, doubt, date or hand on what stands beside them.

A cue is first a row of a table. Cues then act on each other: who does not deny affirms, what is not excluded is
possible, and where no change is found the thing itself remains.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.marks import find_marks
from scribe.extraction.lexicon.view import Item, Statement, View
from scribe.extraction.lexicon.vocabulary import Hit, words

_DURATION = 3
_MEASURE = 2
_ROLES = frozenset({"before", "after", "terminator", "told", "negator"})
_MODALS = frozenset({"can", "may", "could", "might", "would", "will"})
_TAUGHT = 3
_LIFE = 3
_SPOKEN = 4
_EMBEDDED = 8
_CHANGED = 3
_URGED = 7
_PARTICLES = frozenset({"not", "cannot", "never", "longer", "fails", "fail", "failed", "n't"})
_DENIALS = frozenset({"denies", "deny", "denied", "denying", "without", "w/o", "lacks"})
_DENYING = frozenset({"which", "all", "patient", "pt", "something"})
_FREE = ("free of", "negative for", "neg for", "absence of", "lack of")
_SETTLED = ("excluded", "ruled out")
_STEADY = frozenset({"change", "changes", "difference", "differences"})
_FIRST_PERSON = frozenset({"i", "i'm", "i've", "my"})
_WHEN = frozenset({"for", "if", "with", "when", "should", "in"})
_BEFORE_URGE = frozenset({".", ",", ";", ":", "to", "and", "or", "should", "must", "please", "-"})


class Cue(NamedTuple):
    """A word that changes how a statement asserts its neighbours."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    role: str
    """`before`, `after` or `around` the words it governs, or one of the other roles of the table of cues."""
    assertion: str
    """The assertion it gives."""
    text: str
    """The cue as its table has it."""


def find_cues(view: View, statement: Statement) -> list[Cue]:
    """Find the cues of a statement, in order, as they act on each other."""
    finder = _Finder(view, statement)
    marks = {mark.answer: mark for mark in find_marks(view, statement)}
    found = [finder.cue(hit) for hit in view.terms("cues", statement) if hit.start not in marks and finder.counts(hit)]
    answers = [Cue(mark.start, mark.end, mark.role, "absent", view.norms[mark.start]) for mark in marks.values()]
    return [*finder.combined(found), *answers, *_past_years(view, statement)]


def is_negated(view: View, statement: Statement, mention: Item) -> bool:
    """Tell whether a mention is denied right before it, as in `is not full`, or as in `it is not true that it is`."""
    norms, start = view.norms, mention.start
    while start > statement.start and norms[start - 1] in words("light"):
        start -= 1
    if start > statement.start and _is_particle(norms[start - 1]):
        return True
    before = norms[max(statement.start, mention.start - _EMBEDDED) : mention.start]
    held = next((index for index, word in enumerate(before) if word in words("held_true")), 0)
    return "," not in before and any(_is_particle(word) for word in before[max(0, held - 2) : held])


def _is_particle(word: str) -> bool:
    return word in _PARTICLES or word.endswith("n't")


class _Finder:
    """Judges the terms of one statement that may be cues."""

    def __init__(self, view: View, statement: Statement) -> None:
        self._view = view
        self._norms = view.norms
        self._statement = statement

    def cue(self, hit: Hit) -> Cue:
        role, assertion = hit.term.role, hit.term.value
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

    def counts(self, hit: Hit) -> bool:
        """Tell whether a term is a cue where it stands."""
        judge = _JUDGES.get(hit.term.role)
        if judge is not None:
            return judge(self, hit)
        return hit.term.role in _ROLES and not (self._exclaims(hit) or self._dates(hit) or self._estimates(hit))

    def combined(self, cues: list[Cue]) -> Iterator[Cue]:
        """Let each negation act on the cue or the words right after it."""
        index = 0
        while index < len(cues):
            cue = cues[index]
            index += 1
            if cue.assertion != "absent" or cue.role not in {"before", "negator"}:
                yield cue
                continue
            while index < len(cues) and cues[index].start == cue.start:
                # The same words may also be a cue of what stands before them.
                yield cues[index]
                index += 1
            met = [other for other in _at_one_place(cues, index) if self._meets(cue, other)]
            if met:
                index += len(_at_one_place(cues, index))
                yield from _answered(cue, met[0])
            else:
                yield from self._alone(cue)

    def _meets(self, cue: Cue, following: Cue) -> bool:
        """Tell whether a negation denies the next cue, as in `is not excluded` or `not true that there is no`."""
        after = self._light(cue.end)
        if following.role == "after" and self._ends_in_particle(cue):
            return following.start <= after
        if following.assertion != "absent" or following.role != "before":
            return False
        denies = following.text in _DENIALS or following.text.startswith(_FREE)
        if denies and self._ends_in_particle(cue) and following.start <= after:
            return True
        between = self._norms[cue.end : min(following.start, cue.end + _EMBEDDED)]
        near, last = following.start - cue.end <= _EMBEDDED and "," not in between, [self._norms[cue.end - 1]]
        return near and (between[:1] == ["that"] or bool(words("held_true").intersection(between + last)))

    def _alone(self, cue: Cue) -> Iterator[Cue]:
        """Read a negation that meets no other cue: of a participle, of a change, or of what it stands before."""
        after = self._light(cue.end)
        said = self._norms[after] if after < self._statement.end else "."
        if self._ends_in_particle(cue) and said in words("shown") and not self._states(after):
            yield Cue(cue.start, after + 1, "after", "absent", cue.text)
        elif (change := self._change(cue)) is not None:
            if change in _STEADY:
                yield cue._replace(role="unchanged")
        elif cue.role == "before":
            yield cue._replace(start=self._opening(cue), role="after") if self._closes(cue) else cue

    def _states(self, index: int) -> bool:
        """Tell whether a clause begins, as in `cannot say there is`, unlike in `is not there`."""
        following = self._norms[index + 1 : index + 2]
        return self._norms[index] == "there" and bool(words("question_verbs").intersection(following))

    def _closes(self, cue: Cue) -> bool:
        """Tell whether nothing follows a negation: it then denies what stands before it, as in `Numbness: no`."""
        return not any(word[0].isalnum() for word in self._norms[cue.end : self._statement.end])

    def _opening(self, cue: Cue) -> int:
        """Return where a negation begins with the words that only say who denies, as in `which she denies`."""
        start = cue.start
        while start > self._statement.start and self._norms[start - 1] in words("subjects") | _DENYING:
            start -= 1
        return start

    def _ends_in_particle(self, cue: Cue) -> bool:
        return any(_is_particle(word) for word in self._norms[max(cue.start, cue.end - 2) : cue.end])

    def _light(self, index: int) -> int:
        """Return the index after the small words that may stand between a negation and what it denies."""
        while index < self._statement.end and self._norms[index] in words("light"):
            index += 1
        return index

    def _change(self, cue: Cue) -> str | None:
        """Return the change that a negation denies, as in `no significant progression of`, if it denies one."""
        opening = self._norms[cue.end : min(cue.end + _CHANGED, self._statement.end)]
        for word in opening:
            if word in words("change"):
                return word
            if word not in words("degree"):
                return None
        return None

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
        return hit.start == self._statement.start and not self._statement.asks

    def _exclaims(self, hit: Hit) -> bool:
        """Tell whether a no answers or corrects instead of denying what follows, as in `no, the other one is lower`."""
        if hit.term.text != "no":
            return False
        after = self._norms[hit.end] if hit.end < self._statement.end else "."
        alone = any(chunk == (hit.start, hit.end) for chunk in self._statement.chunks)
        return (alone and after == ",") or after in words("subjects") | words("after_exclamation")

    def _dates(self, hit: Hit) -> bool:
        """Tell whether words of the past only say how long, as in `3-week history of`, or how old somebody is."""
        if hit.term.text == "old":
            return bool(words("durations").intersection(self._norms[max(0, hit.start - 2) : hit.start]))
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

    def _before(self, start: int) -> str:
        """Return the word before a person, without what says whose or how old the person is."""
        while start > self._statement.start and self._norms[start - 1] in words("whose"):
            start -= 1
        return self._norms[start - 1] if start > self._statement.start else "."

    def _accompanies(self, hit: Hit) -> bool:
        """Tell whether a person only comes along or is cared for, as in `here with her daughter`, `lifting her son`."""
        before = self._before(hit.start)
        return before in words("companions") or (before.endswith("ing") and before not in words("durations"))

    def _relates(self, hit: Hit) -> bool:
        """Tell whether a person only speaks of the patient, as in `husband states she limps`."""
        after = self._norms[hit.end : min(hit.end + 2, self._statement.end)]
        if not after or after[0] not in words("relating"):
            return False
        return self._statement.turn < 0 or bool(_FIRST_PERSON.intersection(after[1:]))

    def _belongs(self, hit: Hit) -> bool:
        """Tell whether what stands before a person is the person's, as in `scoliosis in his mother`, `RA (father)`."""
        return self._before(hit.start) in {"in", "("} and hit.start - 1 > self._statement.start

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
        recalled = self._statement.turn >= 0 and {"i", "we", "i've", "we've"}.intersection(before)
        return bool(recalled) and bool({"a", "an", "one"}.intersection(before[-2:]))

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


def _at_one_place(cues: list[Cue], index: int) -> list[Cue]:
    """Return the cues that start where one does: words may be a cue of what follows and of what stands before."""
    return [cue for cue in cues[index : index + 3] if cue.start == cues[index].start]


def _answered(negation: Cue, following: Cue) -> Iterator[Cue]:
    """Yield what remains of a cue that is denied: a doubt where something is not excluded, else nothing."""
    if following.role != "after":
        return
    if any(word in following.text for word in _SETTLED):
        yield Cue(negation.start, following.end, "after", "possible", following.text)
    elif following.assertion == "possible":
        yield Cue(negation.start, following.end, "after", "absent", following.text)


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


def _is_current(view: View, index: int) -> bool:
    """Tell whether a year is the document's own: the last one it names, and named elsewhere too."""
    year, years = view.norms[index], _years(view)
    return year == max(years) and years[year] > 1
