"""Strength that an examiner tries and tells in everyday words, side by side: `Toes up. Left's good. The right gives.`.

A command opens it, or the name of a muscle. What is then said of a side in a few words is its result; a praise without
a side is one only where several muscles are tried in a row and nothing is treated.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_compared
from scribe.extraction.lexicon.neuro.calling_out import TIPS
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.saying import saying, statements_at
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Assertion, Laterality

_PUSHING = frozenset({"push", "pull", "squeeze", "resist", "grip", "kick", "press", "spread", "fight", "hold"})
_AGAINST = frozenset({
    "me", "my", "against", "fingers", "toes", "toe", "foot", "feet", "wrist", "wrists", "ankle", "ankles", "elbow",
    "elbows", "knee", "knees", "arm", "arms", "leg", "legs", "hand", "hands", "gas", "out", "apart", "up", "thumb",
})  # fmt: skip
_LETTING = frozenset({"let"})
_MOVED = frozenset({"toe", "toes", "foot", "feet", "wrists", "wrist", "fingers", "thumb", "thumbs", "ankle", "ankles"})
_WAYS = frozenset({"up", "back", "apart"})
_ON_WAY = frozenset({
    "big", "great", "your", "the", "now", "and", "both", "toward", "towards", "nose", "me", "left", "right", "that",
    "okay", "bring", "for", "those", "all", "way", "then",
})  # fmt: skip
"""Words of a command beside what is moved and the way of it."""
_RISING = frozenset({"walk", "up", "on", "stand"})
_NO_COMMAND = frozenset({"i", "i'm", "when", "if", "does", "do", "you", "he", "she", "they", "and"})
"""Words right before a verb that nobody is bidden to."""
_LIMBS = frozenset({
    "hip", "toe", "toes", "big", "great", "wrist", "ankle", "knee", "finger", "fingers", "thumb", "elbow", "calf",
    "shoulder", "hands", "hand", "foot", "feet", "legs", "arms", "shoulders", "elbows", "wrists", "knees", "ankles",
    "thumbs", "sole", "soles", "arm", "leg",
})  # fmt: skip
"""Names of muscles that are names of limbs as well."""
_GOOD = frozenset({
    "good", "fine", "strong", "great", "perfect", "lovely", "solid", "nice", "normal", "holds", "excellent", "well",
    "even", "equal", "trouble", "problem", "beautiful", "super", "stronger",
})  # fmt: skip
_WEAK = frozenset({
    "gives", "giving", "weak", "weaker", "breaks", "breaking", "drops", "dropping", "caves",
    "collapses", "folds", "fails", "buckles", "lets", "less",
})  # fmt: skip
_OVERCOMING = frozenset({"break", "push", "pull", "move", "open", "bend", "overcome", "win", "beat", "budge", "close"})
_UNABLE = frozenset({"can't", "cannot", "couldn't", "won't", "doesn't", "didn't"})
_NOT = frozenset({"not", "no", "isn't", "never", "nothing"}) | _UNABLE
_LIGHT = frozenset({
    "one", "ones", "side", "sides", "hm", "hmm", "um", "uh", "yeah", "yes", "no", "not", "oh", "well", "little", "bit",
    "easily", "me", "can", "see", "there", "way", "down", "up", "through", "too", "so", "much", "as", "quite", "again",
    "win", "go", "open", "apart", "away", "them", "than", "compared", "clearly", "easy", "hair", "touch", "tad",
    "slightly", "both", "either", "but", "your", "any", "in", "with", "over", "of",
})  # fmt: skip
_TURNING = frozenset({
    "and", "now", "the", "left", "right", "one", "side", "other", "okay", "then", "hm", "hmm", "um", "uh", "on", "leg",
    "arm", "foot", "hand",
})  # fmt: skip
"""Words with which an examiner turns to a side before its result."""
_TREATING = frozenset({
    "relax", "breathe", "breath", "inhale", "exhale", "release", "soften", "melt", "barrier", "seconds", "sets", "reps",
    "times", "home", "daily", "gently", "lightly", "exercise", "stretch", "let's", "repeat", "slowly", "twenty",
    "further", "farther", "slack", "tension",
})  # fmt: skip
"""Words with which somebody who pushes is treated or trained."""
_SUMMING = frozenset({"five", "5", "four", "strength", "power", "reps"})
"""Words with which the strength is told that was praised."""
_SEVERAL = 3
_TURNS = 2


class _Result(NamedTuple):
    """What a part of a statement says of a side."""

    assertion: Assertion
    """Whether it is weak."""
    side: Laterality | None
    """The side, or None for a praise without one."""
    part: Chunk
    """Its words."""


class _Trial:
    """The strength that is tried from command to command."""

    def __init__(self, view: View) -> None:
        """Begin before any command."""
        self.results: list[tuple[Statement, _Result]] = []
        self._view = view
        self._bid: Statement | None = None
        self._side: Laterality | None = None
        self._last: Assertion | None = None
        self._turned = False

    def take(self, one: Statement) -> None:
        """Take in what an examiner says next."""
        if self._bid is not None and one.turn - self._bid.turn > _TURNS:
            self._bid = None
        if _is_of_else(self._view, one):
            self._bid = None
            return
        for part in one.chunks:
            self._take_part(one, part)

    def _take_part(self, one: Statement, part: Chunk) -> None:
        said = [word for word in self._view.norms[part.start : part.end] if word[0].isalnum()]
        bids = bool(said) and not one.asks and _bids(said)
        if not said or not (bids or self._bid):
            return
        named = self._named(said, part)
        if bids:
            self._bid, self._side, self._last, self._turned = one, named, None, False
            return
        if named:
            self._side = named
        asks = one.asks and part == one.chunks[-1]
        told = None if asks else _verdict(said, self._last)
        if told is None:
            self._turned = _TURNING.issuperset(said) and (named is not None or (self._turned and said[0][0] in "hu"))
            return
        own = named or told == "present" or ("strong" in said and words("others").isdisjoint(said))
        side = self._side if own or self._turned else None
        self._last, self._turned = told, False
        if side or told == "absent":
            self.results.append((one, _Result(told, side, part)))

    def _named(self, said: list[str], part: Chunk) -> Laterality | None:
        """Return the side that a part names first, or the other one than before."""
        if "other" in said[:2]:
            return OPPOSITE.get(self._side) if self._side else None
        sides = [side.value for side in self._view.sides(part) if not is_compared(self._view, side)]
        return sides[0] if sides else None


@lru_cache(maxsize=1)
def tried(view: View) -> dict[int, list[_Result]]:
    """Return what an examiner tells of the strength that is tried, by where its statement starts.

    A praise without a side counts where several muscles are tried in one turn, and nothing is treated or summed up.
    """
    bids = saying(view, _PUSHING | _MOVED | TIPS | _muscles()) if view.document.turns else frozenset[int]()
    if not bids:
        return {}
    trial = _Trial(view)
    near = {
        one.turn + later for one in statements_at(view, bids | saying(view, _LETTING)) for later in range(_TURNS + 1)
    }
    for one in view.statements:
        if one.speaker != "patient" and one.turn in near:
            trial.take(one)
    treated = {one.turn for one in statements_at(view, saying(view, _TREATING | _SUMMING))}
    treated |= {one.turn for one, result in trial.results if result.side}
    praised = Counter(one.turn for one, result in trial.results if one.turn not in treated)
    found: dict[int, list[_Result]] = {}
    for one, result in trial.results:
        if result.side or praised[one.turn] >= _SEVERAL:
            found.setdefault(one.start, []).append(result)
    return found


def strength_tried(scene: Scene) -> Iterator[Found]:
    """Read what a statement tells of the strength that was tried before.

    Args:
        scene: The statement.
    """
    for one in tried(scene.view).get(scene.statement.start, ()) if scene.by_clinician and not scene.carried else ():
        yield Found("motor_deficit", one.assertion, (one.part,), one.side)


@cache
def _muscles() -> frozenset[str]:
    return words("muscles") - _LIMBS


def _bids(said: list[str]) -> bool:
    """Tell whether words bid to push or to move what nothing but strength moves, or name a muscle alone."""
    heard = frozenset(said)
    rises = said[0] in _RISING | {"now", "and", "okay"} or heard >= {"on", "your"}
    if rises and not TIPS.isdisjoint(heard) and not _RISING.isdisjoint(heard) and _GOOD.isdisjoint(heard):
        return True
    if {"let", "me"} <= heard and "don't" in heard:
        return True
    pushes = any(other in _PUSHING and one not in _NO_COMMAND - {"and"} for one, other in pairwise(["", *said]))
    if pushes and not heard.isdisjoint(_AGAINST):
        return True
    if pushes and heard <= _PUSHING | {"and", "now", "again", "okay", "down", "hard"}:
        return True
    moved = any(one in _MOVED and other in _WAYS for one, other in pairwise(said)) and heard <= _MOVED | _WAYS | _ON_WAY
    return moved or (not heard.isdisjoint(_muscles()) and heard <= words("muscles") | {"now", "and", "the", "okay"})


def _verdict(said: list[str], last: Assertion | None) -> Assertion | None:
    """Return what few words say of strength: that it holds, that it gives way, or that it is as on the side before."""
    rest = {word for word in said if word not in words("calling") | _LIGHT | OPPOSITE.keys() | limb_words()}
    if {"great", "toe"} <= {*said} or not rest <= _GOOD | _WEAK | _OVERCOMING | _NOT | {"same", "hold", "give"}:
        return None
    weak = _is_weak(said)
    if weak is not None:
        return "present" if weak else "absent"
    if "same" in said:
        return last
    return None if _GOOD.isdisjoint(said) or not (_WEAK | _UNABLE).isdisjoint(said) else "absent"


def _is_weak(said: list[str]) -> bool | None:
    """Tell whether words say that a muscle gives way, or that it does not; None where they tell neither."""
    denied = not _NOT.isdisjoint(said)
    if not _WEAK.isdisjoint(said):
        return None if denied else True
    if "i" in said and not _OVERCOMING.isdisjoint(said):
        return not denied
    if not _UNABLE.isdisjoint(said):
        return True if "hold" in said else False if "give" in said else None
    return True if "not" in said and (not _GOOD.isdisjoint(said) or "much" in said) else None


def _is_of_else(view: View, one: Statement) -> bool:
    """Tell whether a statement is of another test, of what hands find, or of a study."""
    signs = (hit for hit in view.terms("neuro", one) if hit.term.role == "sign")
    other = any(hit.term.value != "motor_deficit" and hit.term.text != "toes" for hit in signs)
    felt = any(hit.term.role in {"finding", "test"} for hit in view.terms("tart", one))
    return other or felt or bool(view.terms("imaging", one))
