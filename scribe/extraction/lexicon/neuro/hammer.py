"""Reflexes told one after the other behind the hammer, each with a few words: whether they are got, fine, or faint.

As in `Hammer. Knees I've got. Left ankle, fine. Right ankle ... nothing.` and `Ankle jerks, um, I can't get either.`.
The words run on from part to part and sentence to sentence for as long as they name reflexes, sides and answers alone.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.calling_out import NUMBERS, SIGNED, trailing_off
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.saying import naming, saying, statements_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality

_HAMMERS = frozenset({"hammer", "tapping", "tap"})
_REFLEXES = frozenset({"reflex", "reflexes", "jerk", "jerks", "patellars"})
_AHEAD = 12
"""Statements within which reflexes are told one after the other."""
_GETTING = frozenset({"get", "got", "find", "raise", "elicit", "see", "have", "getting", "finding", "had"})
_FINDERS = frozenset({"i", "i've", "i'm", "we", "we've"})
_NOT = frozenset({"not", "can't", "cannot", "couldn't", "don't", "didn't", "doesn't", "won't", "isn't", "aren't"})
_THERE = frozenset({"there"})
_REACH = 3
_BESIDE = 2
_LOST = frozenset({"nothing", "absent", "gone", "silent", "none", "missing", "asleep", "dead"})
_FAINT = frozenset({"sleepy", "sleepier", "lesser"})
_GRADES = NUMBERS.keys() - {"one"}
_DOWN = frozenset({"way", "bit", "little", "lot", "is", "are", "it", "that", "they", "well"})
"""Words before a down that calls a reflex faint, and bids nobody to move."""
_WELL = frozenset({
    "fine", "good", "normal", "there", "present", "even", "equal", "symmetric", "symmetrical", "great", "jump", "jumps",
    "healthy", "perfect",
})  # fmt: skip
_EITHER = frozenset({"either", "neither", "both"})
_SIDES = frozenset({"left", "right"})
_FILLERS = frozenset({
    "um", "uh", "er", "eh", "erm", "hmm", "huh", "well", "yep", "yeah", "yes", "no", "your", "his", "her", "them", "em",
    "those", "these", "they", "they're", "that", "me", "let", "see", "come", "way", "bit", "little", "lot", "really",
    "anything", "any", "response", "from", "for", "you", "but", "in", "as", "usual", "first", "too", "one",
})  # fmt: skip


class _Told:
    """What is told of the reflexes that follow a hammer or the name of one."""

    def __init__(self, view: View, opening: Statement) -> None:
        """Follow the words from the statement that begins it."""
        self.end = opening.end
        self._view, self._opening, self._last = view, opening, opening
        self._told: list[Found] = []
        self._named = False
        self._side: Laterality | None = None
        self._since: int | None = None
        for one in (opening, *view.statements_after(opening, _AHEAD)):
            if not self._goes_on(one) or not all(self._take(one, part) for part in _parts(view, one)):
                break
            self.end, self._last = one.end, one

    @property
    def found(self) -> dict[int, list[Found]]:
        """What is told, by where the statements start that tell it."""
        starts = {found: self._view.stated[found.parts[0].start] for found in self._told}
        return {start: [one for one in self._told if starts[one] == start] for start in starts.values()}

    def _goes_on(self, one: Statement) -> bool:
        """Tell whether the examiner goes on, or another one answers a question."""
        answers = self._last.asks and one.turn == self._last.turn + 1
        answers = answers or (one.speaker == self._last.speaker == "clinician" and one.turn - self._last.turn == 1)
        told = not one.asks and one.speaker != "patient" and (one.turn == self._last.turn or answers)
        return told or one is self._opening

    def _take(self, one: Statement, part: Chunk) -> bool:
        """Take in a part; tell whether it speaks of reflexes alone, or only leads up to them."""
        said = [word for word in self._view.norms[part.start : part.end] if word[0].isalnum()]
        opens = one is self._opening and not self._named
        said = _since_hammer(said) if opens else said
        if not _among().issuperset(said):
            self._named = self._named or (opens and not _REFLEXES.isdisjoint(said))
            if part.start != one.start:
                self._take_back(part, _THERE)
            return opens
        if _is_graded(said):
            self._take_back(part, _WELL)
            self._named, self._since = True, None
            return True
        answer = None if one.asks else _answer(said)
        self._attend(part, said, answers=answer is not None)
        if answer is None or not self._named:
            return True
        if self._since is not None:
            self._conclude(one, part, answer)
        elif answer == "present" and self._follows(part):
            self._lessen(part)
        return True

    def _attend(self, part: Chunk, said: list[str], *, answers: bool) -> None:
        """Take in which reflex a part names, and of which side."""
        if not (words("jerks") | _REFLEXES).isdisjoint(said):
            self._named, self._side, self._since = True, None, part.start
        side = _side(said)
        if side is None or (side == "bilateral" and not answers and self._adds_side(part)):
            return
        self._side = side
        self._since = part.start if self._since is None else self._since

    def _follows(self, part: Chunk) -> bool:
        """Tell whether a part stands right behind what was told last."""
        return bool(self._told) and part.start - self._told[-1].parts[0].end <= _BESIDE

    def _take_back(self, part: Chunk, among: frozenset[str]) -> None:
        """Take back an answer that a part goes on from, and that ends in some words: `There, one plus.`."""
        met = self._follows(part) and self._told[-1].assertion == "absent"
        if met and self._view.norms[self._told[-1].parts[0].end - 1] in among:
            self._told.pop()

    def _lessen(self, part: Chunk) -> None:
        """Make less of a reflex that is there but faint: `It's there, but it's lazy.`."""
        whole = Chunk(self._told[-1].parts[0].start, part.end)
        self._told[-1] = self._told[-1]._replace(assertion="present", parts=(whole,))

    def _adds_side(self, part: Chunk) -> bool:
        """Give what was told the sides that follow it: `Triceps are fine, both of them.`."""
        if self._since is not None or not self._follows(part):
            return False
        last = self._told.pop()
        alike = [found for found in self._told if (found.assertion, found.laterality) == (last.assertion, None)]
        self._told = [one._replace(laterality="bilateral") if one in alike else one for one in self._told]
        whole = Chunk(last.parts[0].start, part.end)
        self._told.append(last._replace(laterality="bilateral", parts=(whole,)))
        return True

    def _conclude(self, one: Statement, part: Chunk, answer: Assertion) -> None:
        start = max(one.start, part.start if self._since is None else self._since)
        if not _is_valued(self._view, part):
            self._told.append(Found("reflex_deficit", answer, (Chunk(start, part.end),), self._side))
        self._since = None


def _side(said: list[str]) -> Laterality | None:
    """Return the side that a part names; two of them, or an either, are both."""
    named = _SIDES & frozenset(said)
    if len(named) > 1 or not _EITHER.isdisjoint(said):
        return "bilateral"
    return "left" if "left" in named else "right" if named else None


def _parts(view: View, statement: Statement) -> Iterator[Chunk]:
    for chunk in statement.chunks:
        yield from trailing_off(view, chunk)


def _since_hammer(said: list[str]) -> list[str]:
    """Return the words behind a hammer, or all of them where none is named."""
    at = next((at for at, word in enumerate(said) if word in _HAMMERS), -1)
    return said[at + 1 :]


@cache
def _faint() -> frozenset[str]:
    """Return the words of a faint reflex; of a muscle a weak one is told."""
    return (words("faint") - {"weak", "weaker", "feeble"}) | _FAINT


@cache
def _among() -> frozenset[str]:
    known = words("calling") | words("jerks") | words("jerking") | _faint()
    known |= _REFLEXES | _GETTING | _FINDERS | _NOT | _LOST | _WELL | _EITHER | _FILLERS | SIGNED
    return known | NUMBERS.keys() | _SIDES | {"down"}


def _answer(said: list[str]) -> Assertion | None:
    """Return what a part says of a reflex: that it is got or well, or that it is missed or faint; None for neither."""
    missed = any(word in _NOT and _meets(said[at + 1 : at + 1 + _REACH]) for at, word in enumerate(said))
    lowered = any(one in _DOWN and other == "down" for one, other in pairwise(said))
    if missed or lowered or not (_faint() | _LOST).isdisjoint(said):
        return "present"
    got = any(word in _FINDERS and _meets(said[at + 1 : at + 2]) for at, word in enumerate(said))
    return "absent" if got or not (_WELL | words("jerking")).isdisjoint(said) else None


def _is_graded(said: list[str]) -> bool:
    """Tell whether a part holds a grade; a one alone stands for a limb, unlike in `one plus`."""
    return not _GRADES.isdisjoint(said) or any(one == "one" and other in SIGNED for one, other in pairwise(said))


def _meets(said: list[str]) -> bool:
    """Tell whether words say that a reflex is got, or answers."""
    return not (_GETTING | words("jerking") | _WELL).isdisjoint(said)


def _is_valued(view: View, part: Chunk) -> bool:
    """Tell whether the tables name a reflex in a part, and its value."""
    named = view.terms("neuro", part)
    reflex = any(hit.term.role == "sign" and hit.term.value == "reflex_deficit" for hit in named)
    return reflex and any(hit.term.role == "value" and _NOT.isdisjoint(hit.term.text.split()) for hit in named)


@lru_cache(maxsize=1)
def told_in_turn(view: View) -> dict[int, list[Found]]:
    """Return what is told of reflexes one after the other, by where the statements start that tell it."""
    if not view.document.turns:
        return {}
    begun = saying(view, _HAMMERS | _REFLEXES) | naming(view, "neuro", lambda hit: hit.term.value == "reflex_deficit")
    found: dict[int, list[Found]] = {}
    until = 0
    for one in statements_at(view, begun):
        if one.start >= until and one.turn >= 0 and one.speaker != "patient":
            told = _Told(view, one)
            found |= told.found
            until = told.end
    return found


def hammered(scene: Scene) -> list[Found]:
    """Return the reflexes that a statement tells of one after the other.

    Args:
        scene: The statement.
    """
    return told_in_turn(scene.view).get(scene.statement.start, []) if scene.may_examine else []
