"""Tests of tension told over turns: what the examiner does, how far, on which side, and the patient's word for it.

As in `I'm raising this leg. Say when.`, `There, that goes to my calf.`, `Fifty on the left. And the other, nothing.`.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.calling_out import COUNTS
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.neuro.patients_word import felt
from scribe.extraction.lexicon.neuro.tension_tests import RESULTS
from scribe.extraction.lexicon.neuro.tests_done import does_test, may_test
from scribe.extraction.lexicon.neuro.values import VALUES
from scribe.extraction.lexicon.view.saying import statements_at
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Assertion, Laterality

_AHEAD = 14
"""Statements within which a test is done on both sides."""
_LATER = 2
"""Turns from one word of the examiner to the next."""
_LONGEST_REPLY = 24
_LONGEST_MEASURE = 12
_SIDES: dict[str, Laterality] = {"left": "left", "right": "right"}
_BIDDING = frozenset({
    "tell", "me", "when", "say", "holler", "shout", "stop", "if", "it", "that", "this", "where", "and", "or", "you",
    "anything", "bites", "pulls", "hurts", "shoots", "goes", "what", "feel", "feels", "let", "know", "okay", "alright",
    "all", "right", "is", "how", "good", "there", "comfortable", "ok", "does", "hurt", "bother", "shoot", "pull", "go",
    "i'm", "i'll", "going", "gonna", "to", "lean", "leaning", "on", "press", "pressing", "push", "pushing", "down", "a",
    "little", "bit", "your", "head", "sorry", "easy", "relax", "just", "up", "the", "leg", "straight", "nice",
    "hamstring", "hamstrings", "tightness", "lift", "chin", "neck", "drop", "toes", "foot", "better", "change",
    "changes", "worse", "easier", "less", "off", "bring", "back", "now", "i",
})  # fmt: skip
"""Words of a statement that only goes on with a test."""
_SENSED = frozenset({
    "any", "in", "into", "through", "get", "gets", "feeling", "zing", "zings", "zap", "zaps", "tingle", "tingling",
    "numb", "pain", "electric", "anywhere", "something", "travel", "fire", "light", "do", "side", "same",
})  # fmt: skip
"""Words with which it is asked what a test gives."""
_ASKING_WELL = frozenset({"okay", "ok", "alright", "right", "fine", "comfortable", "good"})
_TURNING = frozenset({
    "and", "now", "okay", "ok", "then", "the", "other", "one", "side", "leg", "arm", "way", "over", "to", "on", "same",
    "thing", "again", "let's", "try", "do", "what", "about", "how", "good", "alright", "left", "right", "up", "here",
    "that", "this", "so", "toward", "towards", "of",
})  # fmt: skip
"""Words with which an examiner turns to the other side."""
_TELLING = frozenset({"your", "face", "tells", "me", "you", "wince", "ish"})
_CONCLUDING = frozenset({
    "then", "so", "them", "again", "too", "leg", "legs", "arm", "neck", "that's", "hamstring", "hamstrings", "muscle",
    "tightness", "stretch", "your", "now", "by", "here",
})  # fmt: skip
_OTHER = frozenset({"other", "opposite"})
_MEASURING = frozenset({
    "so", "about", "that", "it", "is", "not", "even", "only", "on", "the", "at", "degrees", "i'd", "call", "say",
    "okay", "maybe", "right", "left", "side", "around", "there", "and", "a", "just", "barely", "to", "leg", "ok",
    "good",
})  # fmt: skip


_BOTH = frozenset({"both", "either"})
_EARLY = frozenset({"fifteen", "twenty", "twenty-five", "thirty", "thirty-five", "15", "20", "25", "30", "35"})
"""Degrees at which a raised leg is let down only where a root is stretched."""
_LATERAL = frozenset({"left", "right"})


class _Result(NamedTuple):
    """What a test gave on one side."""

    assertion: Assertion
    """Whether it gave anything."""
    side: Laterality | None
    """The side."""
    part: Chunk
    """The words from what was done to its result."""


class _Course:
    """A test on one side and the other, as it is told over turns."""

    def __init__(self, view: View, test: Statement) -> None:
        """Follow a test from the statement that does or names it."""
        self.results: list[_Result] = []
        self.replies: set[int] = set()
        self._view, self._test, self._opened, self._last = view, test, test, test
        self._side = _named_side(view, test)
        self._waits = not _names_result(view, test)
        self._stopped = False
        for one in view.statements_after(test, _AHEAD):
            if one.turn - self._last.turn > _LATER or not self._goes_on(one):
                break

    @property
    def end(self) -> int:
        """Index after its last word."""
        return max([self._opened.end, *(one.part.end for one in self.results)])

    def _goes_on(self, one: Statement) -> bool:
        """Take in a statement; tell whether it goes on with the test."""
        if one.start in self.replies:
            return True
        if one.speaker == "patient":
            return self._hear(one)
        if not _is_examiners(self._view, one):
            return False
        if not _names_result(self._view, one):
            return self._attend(one)
        named = None if _names_result(self._view, self._test) else _named_result(self._view, one)
        if named is None:
            del self.results[-1:]  # The examiner calls it by its name.
            return False
        return self._take_over(one, named)

    def _take_over(self, one: Statement, named: Assertion) -> bool:
        """Take in what an examiner calls the result of what the patient said: `So that's positive on the right.`."""
        both = not _BOTH.isdisjoint(self._view.norms[one.start : one.end])
        side: Laterality | None = "bilateral" if both else _named_side(self._view, one) or self._side
        if side == "bilateral":
            self.results.clear()
            self._opened = self._test
        elif self.results and not self._waits:
            del self.results[-1:]
        self._side = side
        self._conclude(named, one.end)
        self._last = one
        return True

    def _hear(self, one: Statement) -> bool:
        """Take in what the patient says, up to the end of the turn."""
        view = self._view
        after = view.statements_after(Chunk(one.start, one.start), _AHEAD)
        said = [later for later in after if later.turn == one.turn]
        reply = Chunk(one.start, said[-1].end)
        if not self._waits:
            return True
        if one.asks or reply.end - reply.start > _LONGEST_REPLY:
            return False
        asked = frozenset(view.norms[self._last.start : self._last.end]) if self._last.asks else frozenset[str]()
        turned = self._opened is not self._test
        asked -= {"right"} if view.sides(self._last) else frozenset()  # `And to the right?` asks for no assent.
        well = not _ASKING_WELL.isdisjoint(asked) and words("hurting").isdisjoint(asked)
        assertion = felt(view, reply, asked=self._last.asks or turned, well=well)
        if assertion is not None:
            if view.norms[reply.start] == "neither" and {side.value for side in view.sides(self._opened)} >= _LATERAL:
                self._side = "bilateral"
            self._conclude(assertion, reply.end)
            self.replies.update(later.start for later in said)
        return assertion is not None

    def _attend(self, one: Statement) -> bool:
        """Take in what the examiner says: the other side, how far it went, or what only goes on with the test."""
        said = frozenset(word for word in self._view.norms[one.start : one.end] if word[0].isalnum())
        turned = _turned_to(self._view, one, self._side)
        if turned is not None and said <= _TURNING | words("unevoked") | {"anything"}:
            if self._waits and self._stopped:
                self._conclude("present", self._last.end)
            self._side, self._opened, self._waits = turned, one, True
        elif self.results and _measures(one, said):
            side = self.results[-1].side or _named_side(self._view, one)
            self.results[-1], self._side = self.results[-1]._replace(side=side), side
        elif self.results and self._is_alike(one, said):
            self._opened = self._test  # The other side is told of with this one.
        elif not said <= self._going_on(one) and not (self._waits and _measures(one, said - _TELLING)):
            return False
        self._stopped = self._waits and not _EARLY.isdisjoint(said)
        if self._waits and self._opened is not self._test and not words("unevoked").isdisjoint(said):
            self._conclude("absent", one.end)
        self._last = one
        return True

    def _is_alike(self, one: Statement, said: frozenset[str]) -> bool:
        """Tell whether an examiner goes over to the other side of a test whose side is not said: `Other one. Same.`."""
        unsided = self._side is None and _named_side(self._view, one) is None
        return unsided and said <= _TURNING | _MEASURING | words("measures")

    def _going_on(self, one: Statement) -> frozenset[str]:
        """Return the words of which a statement consists that only goes on with the test, or asks what it gives."""
        asked = limb_words() | _SENSED if one.asks else frozenset[str]()
        return _BIDDING | words("unevoked") | asked

    def _conclude(self, assertion: Assertion, end: int) -> None:
        self.results.append(_Result(assertion, self._side, Chunk(self._opened.start, end)))
        self._waits = False


@lru_cache(maxsize=1)
def courses(view: View) -> dict[int, _Course]:
    """Return the tests that are told over turns with what they gave, by where the statement starts that begins each."""
    found: dict[int, _Course] = {}
    until = 0
    for one in statements_at(view, may_test(view)) if view.document.turns else ():
        if one.start >= until and _is_examiners(view, one) and does_test(view, one):
            course = _Course(view, one)
            if course.results:
                found[one.start], until = course, course.end
    return found


@lru_cache(maxsize=1)
def answers_to_tests(view: View) -> frozenset[int]:
    """Return where the patient's statements start that only tell what a test gave."""
    return frozenset[int]().union(*(course.replies for course in courses(view).values()))


def is_answered(scene: Scene) -> bool:
    """Tell whether a statement does a test to which the patient answers, and names no result itself.

    Args:
        scene: The statement.
    """
    course = courses(scene.view).get(scene.statement.start)
    return course is not None and course.results[0].part.start == scene.statement.start


def over_turns(scene: Scene) -> Iterator[Found]:
    """Read the results of the test that a statement begins, each with its side.

    Args:
        scene: The statement.
    """
    course = courses(scene.view).get(scene.statement.start)
    for one in course.results if course and not scene.carried else ():
        yield Found("tension_sign", one.assertion, (one.part,), one.side)


def _is_examiners(view: View, one: Statement) -> bool:
    return one.speaker == "clinician" or (one.speaker == "unknown" and not view.names_clinician)


def _names_result(view: View, one: Statement) -> bool:
    """Tell whether a statement names a test and its result, as in `So Spurling's is positive.`."""
    named = view.terms("neuro", one)
    signs = {hit.term.value for hit in named if hit.term.role == "sign"}
    values = [hit for hit in named if hit.term.role == "value" and not hit.term.text[:1].isdigit()]
    values = [hit for hit in values if hit.term.text != "down"]  # As in `slump, chin down`.
    bare = not signs and any(not RESULTS.isdisjoint(hit.term.text.split()) for hit in values)
    return bare or ("tension_sign" in signs and bool(values))


def _named_result(view: View, one: Statement) -> Assertion | None:
    """Return the result of a statement that says no more than its name and side, as in `Good, both negative.`."""
    values = [hit for hit in view.terms("neuro", one) if not RESULTS.isdisjoint(hit.term.text.split())]
    said = frozenset(word for word in view.norms[one.start : one.end] if word[0].isalnum())
    signs = [hit for hit in view.terms("neuro", one) if hit.term.value == "tension_sign"]
    named = {word for hit in signs for word in view.norms[hit.start : hit.end]}
    among = (
        words("calling") | words("measures") | _MEASURING | _CONCLUDING | RESULTS | COUNTS | _LATERAL | _BOTH | named
    )
    if len(values) != 1 or any(word not in among and not word.isdecimal() for word in said):
        return None
    return VALUES.get(values[0].term.value) if "pos" not in values[0].term.text else "present"


def _named_side(view: View, one: Statement) -> Laterality | None:
    """Return the only side of a statement, also where it is the first word: `Left.`."""
    sides = {side.value for side in view.sides(one)}
    if len(sides) == 1:
        return sides.pop()
    return _SIDES.get(view.norms[one.start]) if not sides else None


def _turned_to(view: View, one: Statement, side: Laterality | None) -> Laterality | None:
    """Return the side that an examiner turns to, as in `And the other one.`, `Now the right.` and `Left.`."""
    said = view.norms[one.start : one.end]
    if not _OTHER.isdisjoint(said):
        return OPPOSITE.get(side) if side else None
    alone = [word for word in said if word[0].isalnum()]
    named = _named_side(view, one)
    return None if alone == ["right"] and side in {None, "right"} else named


def _measures(one: Statement, said: frozenset[str]) -> bool:
    """Tell whether an examiner only says how far it went, as in `So about forty on the left.`."""
    numbers = words("measures") | COUNTS
    counts = not numbers.isdisjoint(said) or any(word.isdecimal() for word in said)
    rest = (word for word in said if word not in numbers and not word.isdecimal())
    return counts and one.end - one.start <= _LONGEST_MEASURE and _MEASURING.issuperset(rest)
