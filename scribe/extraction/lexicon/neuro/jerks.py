"""Reflexes as an examiner with a hammer tells how they answer: `Left one jumps, the right one is there but slow.`."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.calling_out import NUMBERS, SIDES, stands_for_limb, trailing_off, words_before
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.neuro.roots_and_sides import is_both
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality

_MET = frozenset({"there", "present"})
"""What a reflex is that was met."""
_HAMMERS = frozenset({"hammer", "tapping", "tap"})
"""Words with which reflexes are tried."""
_OF_REFLEXES = frozenset({"biceps", "triceps", "brachioradialis", "supinator", "achilles", "patellar"})
"""What is only said to be there of its reflex; a knee or an ankle may be a place."""
_ARRIVING = (["there", "it", "is"], ["there", "they", "are"], ["there", "we", "are"], ["there", "it"], ["there"])
"""What an examiner says who was looking for a reflex."""
_AFTERWARDS = frozenset({
    "off", "the", "table", "bed", "right", "out", "up", "at", "me", "nicely", "well", "fine", "good", "too", "away",
    "easily", "same", "on", "both", "sides",
})  # fmt: skip
"""Words behind a reflex that jumps."""
_TOO = frozenset({"too", "as", "well"})
_BEFORE = frozenset({"reflex", "reflexes", "jerk", "jerks", "both", "your", "his", "her"})
_NEAR = 3
_SEVERAL = 2
_SIDES: dict[str, Laterality] = {"left": "left", "right": "right"}
_FAINT_PARTS = 2
"""Parts in which a reflex that is there is called faint."""


@lru_cache(maxsize=1)
def may_strike(view: View) -> frozenset[int]:
    """Return where the statements start that may tell how a reflex answers."""
    return saying(view, words("jerking") | _MET) & saying(view, words("jerks") | SIDES | {"it", "they"})


def struck(scene: Scene) -> Iterator[Found]:
    """Read how reflexes answer, part by part; one that is there but slow is less than it should be.

    Args:
        scene: The statement.
    """
    if scene.statement.start not in may_strike(scene.view) or scene.statement.turn < 0:
        return
    if not scene.may_examine or scene.statement.asks or _is_graded_next(scene):
        return
    parts = [*_parts(scene)]
    first: Laterality | None = "bilateral" if is_both(scene, parts[-1]) else None
    side = first
    for at, part in enumerate(parts):
        own = _side(scene, part)
        side = own or (first if _names_jerk(scene, part) else side)
        if not _answers(scene, part) or not _is_of_reflex(scene, part):
            continue
        faint = _faint(scene, parts[at:])
        if faint is not None or not _is_valued(scene, part):
            end = part.end if faint is None else faint
            yield Found("reflex_deficit", "absent" if faint is None else "present", (Chunk(part.start, end),), side)


def _parts(scene: Scene) -> Iterator[Chunk]:
    """Yield the parts of a statement, parted at what trails off, as in `Left one jumps ... right one, relax`."""
    for chunk in scene.statement.chunks:
        yield from trailing_off(scene.view, chunk)


def _side(scene: Scene, part: Chunk) -> Laterality | None:
    """Return the side that a part names before its answer; the right in `jumps right out` is none."""
    norms, answer = scene.view.norms, _answer_at(scene, part)
    end = part.end if answer is None else answer
    opening: Iterator[Laterality] = (_SIDES[norms[at]] for at in range(part.start, end) if norms[at] in _SIDES)
    sides = (side.value for side in scene.view.sides(Chunk(part.start, end)))
    return next(sides, None) or next(opening, None)


def _answer_at(scene: Scene, part: Chunk) -> int | None:
    """Return the index of the first word of a part that says of a reflex what it does."""
    answers = words("jerking") | _MET
    return next((at for at in range(part.start, part.end) if scene.view.norms[at] in answers), None)


def _names_jerk(scene: Scene, part: Chunk) -> bool:
    return not words("jerks").isdisjoint(scene.words(part))


def _answers(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part says no more than that a reflex is met: `Left ankle's there`, `the right one jumps`."""
    at = _answer_at(scene, part)
    if at is None or _arrives(scene, part):
        return at is not None
    before, after = (_said(scene, one) for one in (Chunk(part.start, at), Chunk(at + 1, part.end)))
    named = _naming().issuperset(before) and not (words("jerks") | SIDES | {"it"}).isdisjoint(before)
    return named and (_TOO if scene.view.norms[at] in _MET else _AFTERWARDS).issuperset(after)


@cache
def _naming() -> frozenset[str]:
    """Return the words before what a reflex does."""
    return words("calling") | words("jerks") | SIDES | _BEFORE


def _said(scene: Scene, part: Chunk) -> list[str]:
    return [word for word in scene.words(part) if word[0].isalnum()]


def _arrives(scene: Scene, part: Chunk) -> bool:
    """Tell whether an examiner says that what was looked for is there: `Knee jerk, left, there it is.`."""
    said = [word for word in _said(scene, part) if word != "too"]
    return said in _ARRIVING and said[1:] != []


def _is_of_reflex(scene: Scene, part: Chunk) -> bool:
    """Tell whether a reflex is what was tried last, with nobody bidden to resist since."""
    if not _OF_REFLEXES.isdisjoint(scene.words(part)) or _lists_jerks(scene):
        return True
    before = words_before(scene, Chunk(part.end, part.end))
    signs = scene.terms("neuro", "sign", part=before)
    tapped = [hit.start for hit in signs if hit.term.value == "reflex_deficit"]
    tapped += [at for at in range(before.start, before.end) if scene.view.norms[at] in _HAMMERS]
    others = [hit.start for hit in signs if hit.term.value != "reflex_deficit" and not _is_muscle(hit)]
    others += [at for at in range(before.start, before.end) if scene.view.norms[at] in words("resisting")]
    return bool(tapped) and max(tapped) > max(others, default=-1)


def _is_muscle(sign: Hit) -> bool:
    """Tell whether a sign is a muscle whose tendon may be tapped."""
    return not words("jerks").isdisjoint(sign.term.text.split())


def _lists_jerks(scene: Scene) -> bool:
    """Tell whether a statement says of several reflexes that they are met, as in `Knee's there, ankle's there`."""
    listed = (part for part in scene.statement.chunks if _answers(scene, part) and _names_jerk(scene, part))
    return len([*islice(listed, _SEVERAL)]) == _SEVERAL


def _is_valued(scene: Scene, part: Chunk) -> bool:
    """Tell whether the tables name a reflex in a part, and its value."""
    signs = scene.terms("neuro", "sign", part=part)
    reflex = any(sign.term.value == "reflex_deficit" for sign in signs)
    return reflex and bool(scene.terms("neuro", "value", part=part))


def _faint(scene: Scene, parts: list[Chunk]) -> int | None:
    """Return where the words end that call a reflex faint which is there, as in `it's there but it's slow`."""
    for part in parts[1 : 1 + _FAINT_PARTS]:
        faint = [at for at in range(part.start, part.end) if scene.view.norms[at] in words("faint")]
        # Of `weaker than the left` the side is only what it is measured by.
        sides = [side.start for side in scene.view.sides(part)]
        if _names_jerk(scene, part) or _arrives(scene, part) or min(sides, default=part.end) < min(faint, default=0):
            return None
        if faint:
            return faint[-1] + 1
    return None


def _is_graded_next(scene: Scene) -> bool:
    """Tell whether a reflex that is there is graded with the next words, as in `No, it's there. It's one plus.`."""
    after = scene.later_in_turn[:1]
    opening = (at for one in after for at in range(one.start, min(one.start + _NEAR, one.end)))
    return any(scene.view.norms[at] in NUMBERS and not stands_for_limb(scene, at) for at in opening)
