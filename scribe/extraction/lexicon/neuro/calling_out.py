"""Where results may be called out: behind what is tested, in parts that hold little more than a grade and its side."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.second_opinion import objects
from scribe.extraction.lexicon.neuro.values import valuing
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.saying import saying, siding, statements_at, whole
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

BEFORE = 40
"""Words before a grade in which its test is named."""
TESTING = frozenset({
    "tests", "tested", "testing", "test", "cuff", "remaining", "groups", "group", "muscles", "muscle", "myotomes",
    "myotome", "resists",
})  # fmt: skip
"""Words that with a grade name no other test."""
GROUPS = frozenset({"cuff", "groups", "muscles", "myotomes"})
"""Words for muscles that are tested together."""
TIPS = frozenset({"heels", "heel", "toes", "tiptoes", "tiptoe"})
"""What somebody walks on whose strength is tested."""
MET = frozenset({"there"})
"""What a reflex is said to be that was met."""
SIDES = frozenset({"all", "left", "right"})
"""On which sides it was."""
_BEFORE_ONE = frozenset({"right", "left", "other", "the", "this", "that"})
_RIBS = frozenset({"rib", "ribs"})
NUMBERS = {"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5} | {str(n): n for n in range(6)}
"""Words for grades."""
COUNTS = frozenset(NUMBERS)
"""The words themselves."""
LEADING = frozenset({"exam", "examination", "your", "his", "her", "across", "board", "throughout"})
"""Words beside a grade by which it is told, or told of all."""
SIGNED = frozenset({"plus", "minus", "+", "-"})
"""Words behind a grade that belong to it."""


@lru_cache(maxsize=1)
def may_call_out(view: View) -> frozenset[int]:
    """Return where the statements start that may call out a result: what is tested is named no long way before it."""
    if not _tested_in(view):
        return frozenset()
    graded = _graded(view)
    told, resisted = graded | valuing(view), saying(view, words("resisting")) & saying(view, words("strong"))
    spoken = (one for one in statements_at(view, told) if one.turn >= 0 and not one.asks)
    tested = (one for one in spoken if one.speaker != "patient" and _names_tested(view, one))
    sided = graded | siding(view)
    results = (one for one in tested if one.start in sided or objects(view, one.turn, one.start))
    called = (one for one in results if one.start in resisted or any(_calls(view, part) for part in parts(view, one)))
    return frozenset(one.start for one in called) - saying(view, _RIBS)


def parts(view: View, statement: Statement) -> Iterator[Chunk]:
    """Yield the parts of a statement; one that runs on is parted at its sides.

    Sides stand before their grades, as in `left quad four right quad five`, or behind, as in `grip five right and four
    left`.
    """
    for chunk in statement.chunks:
        apart = [*trailing_off(view, chunk)]
        for part in [one for one in apart if not _counts(view, one)] if len(apart) > 1 else [chunk]:
            yield from _at_sides(view, part)


def trailing_off(view: View, chunk: Chunk) -> Iterator[Chunk]:
    """Yield what stands between the dots of a part that trails off, as in `Left one jumps ... right one, relax`."""
    start = chunk.start
    for at in range(chunk.start, chunk.end):
        if view.norms[at] == ".":
            if at > start:
                yield Chunk(start, at)
            start = at + 1
    if start < chunk.end:
        yield Chunk(start, chunk.end)


def _counts(view: View, part: Chunk) -> bool:
    """Tell whether a part holds a number alone, as each of `One ... two ... three`."""
    return part.end - part.start == 1 and view.norms[part.start] in COUNTS


def _at_sides(view: View, part: Chunk) -> Iterator[Chunk]:
    """Yield the parts of a part that grades both sides."""
    sides = view.sides(part)
    before = bool(sides) and sides[0].start - part.start <= 1
    at = part.start
    for side in sides[1:] if before else sides[:-1]:
        seam = side.start if before else side.end
        if all(not COUNTS.isdisjoint(view.norms[start:end]) for start, end in ((at, seam), (seam, part.end))):
            yield Chunk(at, seam)
            at = seam + (view.norms[seam] == "and")
    yield Chunk(at, part.end)


def _calls(view: View, part: Chunk) -> bool:
    """Tell whether a part holds only what may be called out: a result with its side and muscle."""
    terms = view.terms("neuro", part)
    said = frozenset(words_beside(view, part, (*view.sides(part), *terms)))
    called = terms or not MET.isdisjoint(said) or not grading_words().isdisjoint(said)
    return bool(called) and not any(word[0].isalnum() for word in said - _called_words())


@cache
def _called_words() -> frozenset[str]:
    among = words("calling") | words("muscles") | words("jerks") | grading_words()
    return among | words("measures") | TESTING | SIGNED | LEADING | MET | SIDES | {"both", "to", "at", "past"}


def _names_tested(view: View, statement: Statement) -> bool:
    tested = _tested_in(view)
    at = bisect_left(tested, statement.start - BEFORE)
    return at < len(tested) and tested[at] < statement.end


@lru_cache(maxsize=1)
def _tested_in(view: View) -> list[int]:
    """Return where a document names signs, muscles and what tries them, in order."""
    signs = [hit.start for hit in view.terms("neuro", whole(view)) if hit.term.role == "sign"]
    tried = words("muscles") | words("jerks") | words("resisting") | GROUPS | TIPS
    return sorted([*signs, *view.indices(tried)])


@cache
def grading_words() -> frozenset[str]:
    """Return the words with which strength and reflexes are graded."""
    return words("strong") | words("weak") | COUNTS


def _graded(view: View) -> frozenset[int]:
    """Return where the statements start that hold a grade, or say that a reflex is there."""
    met = saying(view, MET) & saying(view, SIDES)
    return saying(view, grading_words()) | met


def words_before(scene: Scene, chunk: Chunk) -> Chunk:
    """Return the words before a part, of the same turn and the examiner's turn before.

    Args:
        scene: The statement.
        chunk: The part.
    """
    turns, at = scene.view.document.turns, scene.statement.turn
    # A word of the patient between two of the examiner, as `ow`, ends no test.
    first = at - 2 if at > 1 and turns[at - 1].speaker == "patient" else at
    if at > 0 and turns[at - 1].speaker == "clinician" and turns[at - 1].label != turns[at].label:
        first = at - 1  # What a student found, the attending tries again.
    opening = scene.view.tokens.between(turns[first].span).start
    return Chunk(max(opening, chunk.start - BEFORE), chunk.start)


def stands_for_limb(scene: Scene, at: int) -> bool:
    """Tell whether a `one` stands for a limb, as in `And the other one.`, `the right one's there` and `Right one.`.

    Behind a side it is a grade where another one is called out beside it: `left two, right one`.

    Args:
        scene: The statement.
        at: Index of the word.
    """
    norms = scene.view.norms
    if norms[at] != "one" or norms[at - 1] not in _BEFORE_ONE or _is_contracted(scene, at - 1):
        return False
    is_told_of = _is_contracted(scene, at) or norms[at + 1 : at + 2] in (["is"], ["was"], ["there"])
    return is_told_of or norms[at - 1] not in OPPOSITE or not _is_graded_beside(scene, at)


def _is_contracted(scene: Scene, at: int) -> bool:
    """Tell whether an `is` stands behind a word without a gap, as in `the right one's there` and `Left's one`."""
    start, end = scene.view.tokens.spans[at]
    return end - start > len(scene.view.norms[at])


def _is_graded_beside(scene: Scene, at: int) -> bool:
    """Tell whether a statement calls out another grade than the one at a token."""
    norms = scene.view.norms
    others = (index for index in range(scene.statement.start, scene.statement.end) if index != at)
    return any(
        norms[index] in COUNTS and (norms[index] != "one" or norms[index - 1] not in _BEFORE_ONE) for index in others
    )
