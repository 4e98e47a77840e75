"""How far a motion went that was asked for a while before, in few words: `Look up.`, `That's it.`, `Mm, about half.`.

Whoever moves may have spoken meanwhile, and an examiner goes on to the other side in few words: `Turn left. Lovely. Now
the other way. Quits at forty.`. Limbs are moved as the spine is: `Arms overhead. Full.`, `Bend this knee. One ten.`.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_measure
from scribe.extraction.lexicon.tart.bidden_motions import (
    bidden_at,
    limb_moved,
    may_bid,
    may_move_limb,
    moved_by_hand,
    moved_region,
    norm_of_limb,
)
from scribe.extraction.lexicon.tart.degrees_said import degrees_said, number_words
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.ranges import is_part
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.saying import saying, siding, statements_at
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality, Region

_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})
_JOINS = frozenset({",", ";", "and", "but", "-", "…", ".", "!"})
_COUNTING = frozenset(
    {"one", "oh", "hundred", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)
"""Words behind which a number may go on: `one-oh-five`, `thirty-five`, `a hundred and ten`."""
_STOPPING = frozenset({"stop", "stops", "quit", "quits", "ends", "sticks", "hangs", "wall", "middle", "hitches"})
_REACHED = frozenset({"seventy", "eighty", "ninety", "70", "80", "90"})
_FULL = frozenset(
    {
        "full",
        "easy",
        "lovely",
        "perfect",
        "plenty",
        "free",
        "beautiful",
        "easily",
        "freely",
        "zero",
        "nicely",
        "smoothly",
        "beautifully",
        "happily",
    }
)
_PRAISED = frozenset({"good", "great", "fine", "normal", "okay", "perfect"})
"""Words that praise a motion only where something is said to be so, as in `that's fine`."""
_GOING = frozenset({"looking", "turning", "rotating", "tilting", "bending"})
_HEIGHTS = frozenset({"height", "level"})
_LIGHT = frozenset({
    "to", "the", "on", "that's", "that", "it", "it's", "is", "you're", "you've", "you", "he", "she", "he's", "she's",
    "they", "get", "gets", "got", "have", "has", "about", "maybe", "only", "just", "around", "like", "call", "say",
    "of", "way", "at", "in", "a", "degrees", "tops", "so", "mm", "hm", "um", "side", "goes", "go", "comes", "up",
    "his", "her", "your", "all", "there", "roughly", "barely", "ish", "then", "out", "with", "not", "quite", "yeah",
    "yep", "see", "whole", "hits", "where", "here", "now", "still", "sides", "ways", "both", "directions", "each",
    "arms", "legs", "even", "ear", "okay", "oh", "hmm", "uh", "i", "that'll", "went", "turning", "turn", "looking",
    "going", "bending", "rotating", "tilting", "one",
    "other", "arm", "motion", "range", "lift", "no", "problem", "shoulder", "again", "early",
    "them", "from", "tight", "hard", "pretty", "really", "well", "there's", "here's",
})  # fmt: skip
"""Words beside how far a motion goes."""
_NEXT = frozenset({
    "now", "and", "then", "the", "to", "other", "way", "side", "one", "on", "your", "shoulder", "okay", "both", "ways",
    "sides", "so", "again", "for", "me", "ear", "same", "arm", "arms", "of", "them", "each", "opposite",
})  # fmt: skip
"""Words with which an examiner goes on to another side, as in `And now the other way.`."""
_OTHER = frozenset({("other", "way"), ("other", "side"), ("other", "one"), ("other", "arm"), ("opposite", "way")})
_MEASURING = frozenset({"of", "than", "as", "like", "compared"})
"""Words with which one side is only measured by the other, as in `half of the other way`."""
_FILLING = frozenset({
    "good", "great", "fine", "nice", "okay", "ok", "alright", "thanks", "for", "me", "please", "mm", "hm", "hmm", "see",
    "yeah", "yep", "now", "slowly", "right", "mhm", "uh", "huh", "so", "and", "beautiful", "perfect", "sorry",
})  # fmt: skip
_LONGEST = 22
_LONGEST_ANSWER = 12
_TURNS_BACK = 2


class _Motion(NamedTuple):
    """A motion that somebody makes."""

    region: Region
    """What moves."""
    side: Laterality | None
    """The side to which it goes, or of the limb."""
    norm: int | None = None
    """How many degrees a limb should go, where that is known."""


@cache
def _short() -> frozenset[str]:
    return (words("partway") | words("short_tens") | _STOPPING) - {"tight", "less", "limited", "restricted"}


@lru_cache(maxsize=1)
def may_follow(view: View) -> frozenset[int]:
    """Return where the short spoken statements start that may tell how far a motion goes which was asked for before."""
    asked = may_bid(view) | saying(view, _GOING) | may_move_limb(view)
    judged = saying(
        view, _short() | _FULL | _REACHED | _PRAISED | {"all", "whole", "problem", "height", "degrees", "hundred"}
    )
    if not asked or not judged:
        return frozenset()
    led = frozenset(one.start for before in statements_at(view, asked | siding(view)) for one in _led(view, before))
    short = (one for one in statements_at(view, judged & (led | asked)) if one.end - one.start <= _LONGEST)
    return frozenset(one.start for one in short if one.turn >= 0 and not one.asks and one.speaker != "patient")


def _led(view: View, before: Statement) -> list[Statement]:
    return [one for one in view.statements_after(before) if one.turn - before.turn <= _TURNS_BACK]


def followed(scene: Scene) -> Iterator[Found]:
    """Read how far the motion went that was asked for before a statement, in its few words."""
    if scene.statement.start not in may_follow(scene.view):
        return
    motion = _motion_before(scene)
    lifted = limb_moved(scene, scene.statement, motion and motion.region)
    if lifted is not None:
        sides = {side.value for side in scene.view.sides(scene.statement)}
        norm = norm_of_limb(scene, scene.statement) or (motion and motion.norm)
        motion = _Motion(lifted, sides.pop() if len(sides) == 1 else motion and motion.side, norm)
    for clause in clauses(scene.view, scene.statement):
        motion = _going(scene, clause) or (motion and _next(scene, clause, motion))
        verdict = motion and _verdict(_rest(scene, clause), motion)
        if motion is None or not (verdict or lifted or _goes_on(scene, clause)):
            return
        if verdict:
            yield Found("restriction", verdict, (clause,), motion.region, motion.side, "tart.motion")


def _motion_before(scene: Scene) -> _Motion | None:
    """Return the motion that was asked for last, with the side to which an examiner has gone on since."""
    motion: _Motion | None = None
    for earlier in scene.view.statements_before(scene.statement):
        if scene.statement.turn - earlier.turn > _TURNS_BACK:
            continue
        if earlier.speaker == "patient":
            motion = None if earlier.asks or earlier.end - earlier.start > _LONGEST_ANSWER else motion
        elif (asked := _asked(scene, earlier, motion)) is not None:
            motion = asked
        else:
            motion = motion and _gone_on(scene, earlier, motion)
    return motion


def _asked(scene: Scene, earlier: Statement, motion: _Motion | None) -> _Motion | None:
    """Return the motion that a statement asks for."""
    spine = moved_region(scene, earlier) if bidden_at(scene.view, earlier) is not None else None
    region = spine or limb_moved(scene, earlier, motion and motion.region) or moved_by_hand(scene, earlier)
    sides = {side.value for side in scene.view.sides(earlier)}
    if region is None:
        return None
    if not sides and motion is not None and motion.region == region not in _SPINE:
        return motion
    of_limb = scene.topic.side if scene.topic.region == region not in _SPINE else None
    norm = norm_of_limb(scene, earlier) if region not in _SPINE else None
    return _Motion(region, sides.pop() if len(sides) == 1 else of_limb, norm)


def _gone_on(scene: Scene, earlier: Statement, motion: _Motion) -> _Motion | None:
    """Return the motion after a statement that only judges it or goes on with another side; None behind other talk."""
    for clause in clauses(scene.view, earlier):
        motion = _next(scene, clause, motion)
        if not (_verdict(_rest(scene, clause), motion) or _goes_on(scene, clause)):
            return None
    return motion


def _going(scene: Scene, clause: Chunk) -> _Motion | None:
    """Return the motion of the spine that a clause names by the way it goes, as in `turning left, no problem`."""
    sides = {side.value for side in scene.view.sides(clause)}
    region: Region | None = "cervical" if scene.topic.region == "head" else scene.topic.region
    named = len(sides) == 1 and _rest(scene, clause)[:1] != [] and _rest(scene, clause)[0] in _GOING
    return _Motion(region, sides.pop()) if named and region is not None and region in _SPINE else None


def _next(scene: Scene, clause: Chunk, motion: _Motion) -> _Motion:
    """Return the motion with the side that a clause names, or the opposite of the last behind `the other way`."""
    sides = {side.value for side in scene.view.sides(clause) if not is_measure(scene.view, side)} - {"midline"}
    said = scene.words(clause)
    if len(sides) == 1:
        return motion._replace(side=sides.pop())
    other = any(pair in _OTHER for pair in pairwise(said)) and _MEASURING.isdisjoint(said)
    return motion._replace(side=OPPOSITE.get(motion.side) if motion.side else None) if other else motion


def clauses(view: View, statement: Statement) -> list[Chunk]:
    """Return the words between the joins of a statement; `both sides` at its end goes with what it judges.

    Args:
        view: The document's words.
        statement: The statement.
    """
    start, end = statement.start, statement.end
    joins = [at for at in range(start, end) if view.norms[at] in _JOINS and not _is_of_number(view, at)]
    cut = [Chunk(first, last) for first, last in zip([start, *(at + 1 for at in joins)], [*joins, end], strict=True)]
    clauses = [clause for clause in cut if clause.end > clause.start]
    if len(clauses) > 1 and any(side.value == "bilateral" for side in view.sides(clauses[-1])):
        *clauses, judged, _ = clauses
        clauses.append(Chunk(judged.start, end))
    return clauses


def _is_of_number(view: View, join: int) -> bool:
    """Tell whether a join stands within a number, as in `thirty-five` and `a hundred and ten`."""
    counts = view.norms[join] in {"-", "and"} and view.norms[join - 1] in _COUNTING
    return counts and view.tokens.word(join + 1) in number_words()


def _rest(scene: Scene, clause: Chunk) -> list[str]:
    sides = [side for side in scene.view.sides(clause) if side.value != "midline"]
    return [word for word in words_beside(scene.view, clause, sides) if word[0].isalnum()]


def _goes_on(scene: Scene, clause: Chunk) -> bool:
    """Tell whether a clause only names the next side, or fills."""
    return (_NEXT | _FILLING | _GOING | words("asking_for_end")).issuperset(_rest(scene, clause))


def _verdict(said: list[str], motion: _Motion) -> Assertion | None:
    """Return whether a motion is restricted or free; None where a clause says anything else."""
    measured = degrees_said(said) if motion.norm is not None else None
    if motion.norm is not None and measured is not None and (_LIGHT | _short()).issuperset(measured.rest):
        return "present" if measured.degrees < motion.norm else "absent"
    short = any(_is_short(said, at, motion) for at in range(len(said)))
    wholly = not {("the", "way"), ("whole", "way")}.isdisjoint(pairwise(said))
    wholly = wholly and not {"all", "whole"}.isdisjoint(said)
    told = not _PRAISED.isdisjoint(said) and not {"that", "is", "it"}.isdisjoint(said[:2])
    reached = motion.region in _SPINE and not _REACHED.isdisjoint(said)
    full = wholly or told or reached or "problem" in said or not _FULL.isdisjoint(said)
    known = _LIGHT | _short() | _FULL | _REACHED | _PRAISED | _HEIGHTS
    if not known.issuperset(said) or not (short or full):
        return None
    return "present" if short or not {"not", "barely"}.isdisjoint(said) else "absent"


def _is_short(said: list[str], at: int, motion: _Motion) -> bool:
    """Tell whether a word tells that a motion falls short; of limbs a bare number does not, as it may be plenty."""
    if said[at] == "stop" and said[at - 1 : at] not in (["you"], ["they"]):
        return False  # Who is told to stop has not come to an end.
    if motion.region in _SPINE:
        return is_part(said, at, _short())
    if said[at] in _HEIGHTS:
        return motion.region == "upper_extremity" and said[at - 1] == "shoulder"
    return is_part(said, at, _short() - words("short_tens"))
