"""Strength that an examiner calls good: behind a command, of a limb, or as what nobody can push away.

As in `Toes up, that's good on both sides.`, `Your hands are strong.`, and `Don't let me close them. I can't.`.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.calling_out import TIPS
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.parts import earlier_in_turn
from scribe.extraction.lexicon.view.saying import saying, siding
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Laterality

_GOOD = frozenset({"good", "fine", "great", "perfect", "lovely"})
_TRIED = frozenset({
    "toe", "toes", "foot", "feet", "heel", "heels", "fingers", "kick", "squeeze", "grip", "wrists", "push",
})  # fmt: skip
"""What is moved, or done, where nothing but strength is tried."""
_WAYS = frozenset({"up", "down", "out", "back", "in", "apart", "against", "kick", "squeeze", "push", "pull"})
_CALLED = frozenset({
    "that", "that's", "those", "it", "it's", "they", "is", "are", "both", "sides", "side", "on", "either", "legs",
    "arms", "hands", "feet", "the", "and", "of", "them", "left", "right", "nice", "very", "really", "pretty", "all",
    "same",
})  # fmt: skip
_TRYING = frozenset({"check", "checking", "test", "testing", "try", "trying", "see", "first", "now"})
"""Words with which strength is announced that is tried."""
_TREATING = frozenset({"again", "relax", "hold", "breathe", "breath", "gently", "slowly", "more", "knee", "knees"})
"""Words with which a muscle is treated and not tried."""
_UPON = frozenset({"up", "walk", "stand", "rise", "push", "raise"})
_ALONE = frozenset({"just", "now", "and", "the", "only", "then", "on", "leg", "foot", "side", "one", "alone", "okay"})
_BACK = 2
_STRONG = frozenset({"strong"})
_LINKS = frozenset({
    "is", "are", "feel", "feels", "look", "looks", "still", "both", "all", "and", "very", "pretty", "nice", "good",
    "plenty", "of", "them", "just", "really", "equally", "too", "seem", "seems", "was", "were", "stays", "remain",
    "remains", "left", "right", "bilaterally",
})  # fmt: skip
"""Words between a limb and what it is called."""
_IN = frozenset({"in", "on", "through", "throughout"})
_WHICH = frozenset({"that", "this", "both", "the", "your", "his", "her", "all", "left", "right", "lower", "upper"})
_MEASURED_BY = frozenset({"enough", "as"})
"""Words beside a strong that only compare."""
_CHECKED = frozenset({"checked", "tested", "tried", "check", "test", "examined"})
_ANYHOW = frozenset({"though", "anyway", "anyhow", "still", "too", "enough"})
_UNABLE = frozenset({"can't", "cannot", "couldn't"})
_OVERCOMING = frozenset({"break", "budge", "move", "close", "open", "bend", "overcome", "beat", "straighten"})
_BROKEN = frozenset({"break", "budge", "overcome", "beat"})
"""What is done to nothing but strength."""
_BIDDING = _BROKEN | {"let"}
_IT = frozenset(
    {"it", "that", "them", "you", "either", "one", "those", "this", "these", "at", "all", "her", "him", "of", "both"}
)
_FURTHEST = 6


@lru_cache(maxsize=1)
def may_be_good(view: View) -> frozenset[int]:
    """Return where the statements start that may call strength good, or name the leg that stands alone."""
    tried = saying(view, _GOOD) if "strength" in view.said else frozenset[int]()
    alone = siding(view) if not TIPS.isdisjoint(view.said) else frozenset[int]()
    strong = saying(view, _STRONG) & saying(view, _limbs() | _CHECKED)
    unbroken = saying(view, _UNABLE) if not _BIDDING.isdisjoint(view.said) else frozenset[int]()
    return tried | alone | strong | unbroken | (saying(view, _GOOD) & saying(view, _TRIED))


@cache
def _limbs() -> frozenset[str]:
    return limb_words() | words("muscles") | {"grips", "extremities"}


def good_strength(scene: Scene) -> Iterator[Found]:
    """Read the strength that an examiner calls good in the breath of the command, or on one leg alone.

    Args:
        scene: The statement.
    """
    if scene.statement.start not in may_be_good(scene.view) or not scene.may_examine or scene.statement.asks:
        return
    yield from _of_limbs(scene)
    if scene.statement.turn < 0:
        return
    if (found := _called_good(scene) or _checked_and_good(scene) or _on_one_leg(scene) or _unbroken(scene)) is not None:
        yield found


def _of_limbs(scene: Scene) -> Iterator[Found]:
    """Read the limbs that are called strong: `Your hands are strong`, `strong in that leg`, `strong, I tested it`."""
    view = scene.view
    for part in scene.statement.chunks:
        for at in range(part.start, part.end):
            if view.norms[at] not in _STRONG or _compares(view, at):
                continue
            start, end = _limb_before(view, part, at), _limb_behind(view, part, at)
            told = start < at or end > at + 1 or _was_checked(scene, at)
            if told and scene.assertion(Chunk(at, at + 1)) == "present":
                yield Found("motor_deficit", "absent", (Chunk(start, end),), _side(scene, part))


def _compares(view: View, strong: int) -> bool:
    return not _MEASURED_BY.isdisjoint([view.norms[strong - 1], view.tokens.word(strong + 1)])


def _was_checked(scene: Scene, strong: int) -> bool:
    """Tell whether an examiner says to have tried the strength, as in `Strong though, I tested it`."""
    spoken = scene.statement.turn >= 0 and "i" in scene.said and not _CHECKED.isdisjoint(scene.said)
    following = scene.view.tokens.word(strong + 1)
    return spoken and (following in _ANYHOW or not following[:1].isalnum())


def _limb_before(view: View, part: Chunk, strong: int) -> int:
    """Return where the limb is named that is called strong; the word itself where none is."""
    at = strong
    while at > part.start and view.norms[at - 1] in _LINKS:
        at -= 1
    named = at > part.start and view.norms[at - 1] in _limbs()
    opens = (
        view.statements[0].turn < 0
        or part.start == at - 1
        or view.norms[at - 2] in _WHICH
        or not view.norms[at - 2][0].isalnum()
    )
    return at - 1 if named and (at < strong or opens) else strong


def _limb_behind(view: View, part: Chunk, strong: int) -> int:
    """Return where the limb ends in which somebody is strong; the word itself where none is named."""
    if view.tokens.word(strong + 1) not in _IN:
        return strong + 1
    reach = range(strong + 2, min(strong + _FURTHEST, part.end))
    limb = next((at for at in reach if view.norms[at] not in _WHICH), None)
    return limb + 1 if limb is not None and view.norms[limb] in _limbs() else strong + 1


def _unbroken(scene: Scene) -> Found | None:
    """Return what an examiner cannot overcome who bid to resist: `Don't let me bend it. I can't budge it.`."""
    norms, statement = scene.view.norms, scene.statement
    at = next((at for at in range(statement.start + 1, statement.end) if norms[at] in _UNABLE), None)
    if at is None or norms[at - 1] != "i":
        return None
    rest = [word for word in norms[at + 1 : statement.end] if word[0].isalnum()]
    alone = not rest and bool(scene.view.sides(statement))
    if not alone and (rest[:1] == [] or rest[0] not in _OVERCOMING or not _IT.issuperset(rest[1:])):
        return None
    bid = [norms[one.start : one.end] for one in (*earlier_in_turn(scene.view, statement)[-_BACK:], statement)]
    resisted = rest[:1] != [] and rest[0] in _BROKEN and any(not words("resisting").isdisjoint(said) for said in bid)
    if not resisted and not any(("let", "me") in pairwise(said) for said in bid):
        return None
    return Found("motor_deficit", "absent", (Chunk(statement.start, statement.end),), _side(scene, statement))


def _called_good(scene: Scene) -> Found | None:
    """Return what a part calls good behind the command of the parts before."""
    norms, statement = scene.view.norms, scene.statement
    if not _TREATING.isdisjoint(scene.said):
        return None
    for part in statement.chunks[1:]:
        said = frozenset(word for word in norms[part.start : part.end] if word[0].isalnum())
        before = frozenset(norms[statement.start : part.start])
        bid = not _TRIED.isdisjoint(before) and not _WAYS.isdisjoint(before)
        told = said <= _CALLED | _GOOD and not said.isdisjoint(_GOOD) and said - _GOOD != frozenset()
        felt = any(hit.term.role in {"finding", "motion"} for hit in scene.terms("tart", part=part))
        if bid and told and not felt:
            return Found("motor_deficit", "absent", (Chunk(statement.start, part.end),), _side(scene, part))
    return None


def _checked_and_good(scene: Scene) -> Found | None:
    """Return strength that is called good with the next words: `Let me check your strength, push. Fine.`."""
    view, statement = scene.view, scene.statement
    if not _praises(view, statement):
        return None
    for one in earlier_in_turn(view, statement)[-_BACK:]:
        said = frozenset(view.norms[one.start : one.end])
        tries = not _TRYING.isdisjoint(said) and _TREATING.isdisjoint(said) and not one.asks
        if "strength" in said and tries and not any(hit.term.role == "value" for hit in view.terms("neuro", one)):
            return Found("motor_deficit", "absent", (Chunk(one.start, statement.end),))
    return None


def _side(scene: Scene, part: Item) -> Laterality | None:
    sides = scene.view.sides(part) or scene.view.sides(scene.statement)
    if sides:
        return sides[0].value
    return "bilateral" if "both" in scene.words(part) else None


def _on_one_leg(scene: Scene) -> Found | None:
    """Return that somebody rises on one leg alone: `Up on your toes. Just the left. Good.`."""
    view, statement = scene.view, scene.statement
    sides = view.sides(statement)
    rest = [word for word in scene.rest_of(statement) if word[0].isalnum()]
    later = scene.later_in_turn[:1]
    if len(sides) != 1 or not _ALONE.issuperset(rest) or not later or not _praises(view, later[0]):
        return None
    if not any(_rises(view, one) for one in earlier_in_turn(view, statement)[-_BACK:]):
        return None
    return Found("motor_deficit", "absent", (Chunk(statement.start, later[0].end),), sides[0].value)


def _praises(view: View, one: Statement) -> bool:
    said = frozenset(word for word in view.norms[one.start : one.end] if word[0].isalnum())
    return said <= _GOOD | words("strong") | {"nice", "very", "and"} and not one.asks


def _rises(view: View, one: Statement) -> bool:
    said = view.norms[one.start : one.end]
    return not TIPS.isdisjoint(said) and not _UPON.isdisjoint(said)
