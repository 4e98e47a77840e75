"""Reflexes: a grade for each side in a note, and the answer of the toes to a stroke of the sole."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.schema import Assertion, Laterality

_SIDES: dict[str, Laterality] = {
    **dict.fromkeys(("r", "rt", "right"), "right"),
    **dict.fromkeys(("l", "lt", "left"), "left"),
}
_GRADES = {
    **{str(grade): grade for grade in range(5)},
    **dict.fromkeys(("absent", "none"), 0),
    **dict.fromkeys(("trace", "diminished", "decreased", "reduced", "dim"), 1),
    **dict.fromkeys(("normal", "nl", "wnl", "intact"), 2),
}
_NORMAL, _LIVELY = 2, 3
_BETWEEN = frozenset({"on", "the", "at", ":", "=", "(", "-", "is", "was"})
_FEWEST = 2
_TOES = frozenset({"toe", "toes", "hallux", "plantars", "plantar"})
"""Words of which one names what answers a stroke of the sole."""
_MOVES = frozenset({
    "go", "goes", "going", "went", "is", "are", "was", "were", "turn", "turns", "turned", "comes", "came", "come",
    "stays", "stayed", "move", "moves", "moved", "point", "points", "response", "responses",
})  # fmt: skip
_CAUSING = frozenset({"make", "makes", "making", "if", "when", "would"})
"""Words with which it is explained what makes toes go up."""
_MOVED = frozenset({"goes", "went", "turns", "turned", "comes", "came", "moves", "moved", "points"})
_UP = frozenset({"up", "upward", "upwards", "upgoing", "extensor"})
_DOWN = frozenset({"down", "downward", "downwards", "downgoing", "flexor"})
_REACH = 7
_FLICKING = frozenset({"flick", "flicking", "flicked", "flicks"})
_THUMBS = frozenset({"thumb", "thumbs"})
_FLICKED = frozenset({"finger", "fingers", "fingernail", "fingernails", "nail", "nails", "fingertip"})
_STIRS = frozenset({
    "jump", "jumps", "jumping", "twitch", "twitches", "move", "moves", "budge", "budges", "curl", "curls",
    "flinch",
})  # fmt: skip
"""What a thumb does where the cord is pressed."""
_DENIALS = frozenset({"no", "not", "doesn't", "didn't", "don't", "never", "without"})
_DENIED = 3


class _Mark(NamedTuple):
    """A side or a grade in a row of them."""

    start: int
    """Index of its first token."""
    end: int
    """Index after its last token."""
    side: Laterality | None
    """The side; none of a grade."""
    grade: int
    """The grade; -1 of a side."""


def paired(scene: Scene) -> list[Found]:
    """Return the reflexes of a note's statement that grade both sides; none where the sides are not told apart."""
    if scene.statement.turn >= 0 or not any(hit.term.value == "reflex_deficit" for hit in scene.terms("neuro", "sign")):
        return []
    marks = list(_marks(scene))
    found = list(_beside(scene, marks))
    return found if {one.laterality for one in found} == {"left", "right"} else []


def _marks(scene: Scene) -> Iterator[_Mark]:
    """List the sides and grades of a statement in order; a grade of strength is none of them."""
    norms, statement = scene.view.norms, scene.statement
    for at in range(statement.start, statement.end):
        if norms[at] in _SIDES:
            yield _Mark(at, at + 1, _SIDES[norms[at]], -1)
        elif norms[at] in _GRADES:
            end = at + 1 + (norms[at + 1 : at + 2] in (["+"], ["-"]))
            yield _Mark(at, min(end, statement.end), None, _GRADES[norms[at]])


def _beside(scene: Scene, marks: list[_Mark]) -> Iterator[Found]:
    """Read grades each beside its side: all of them before it, or all of them behind it."""
    if len(marks) < 2 * _FEWEST or len(marks) % _FEWEST:
        return
    for one, other in zip(marks[::2], marks[1::2], strict=True):
        side, grade = (one, other) if marks[0].side else (other, one)
        between = scene.view.norms[one.end : other.start]
        if side.side is None or grade.side is not None or not _BETWEEN.issuperset(between):
            return
        yield _paired(side.side, one, other, grade.grade)


def _paired(side: Laterality | None, one: _Mark, other: _Mark, grade: int | None = None) -> Found:
    graded = one.grade if grade is None else grade
    part = Chunk(one.start, other.end)
    if graded >= _LIVELY:
        return Found("upper_motor_neuron", "present", (part,), side or "bilateral")
    return Found("reflex_deficit", "absent" if graded == _NORMAL else "present", (part,), side or "bilateral")


def is_commanded(view: View, toes: Item) -> bool:
    """Tell whether a patient is told to move the toes, as in `pull your toes up` and `toes up, toes down`."""
    norms = view.norms
    bare = norms[toes.end : toes.end + 1] in (["up"], ["down"]) and _MOVES.isdisjoint(norms[toes.start : toes.end + 1])
    return (bool(view.document.turns) and bare) or "your" in norms[max(0, toes.start - 2) : toes.start]


def _stands_for_toe(scene: Scene, chunk: Chunk, at: int) -> bool:
    """Tell whether a side opens a part and stands for its toe, as in `L toe goes up, R goes down`."""
    norms = scene.view.norms
    opens = at == chunk.start and norms[at] in _SIDES and chunk.start > scene.statement.start
    moves = norms[at + 1 : at + 2] != [] and norms[at + 1] in _MOVES and norms[at + 2 : at + 3] != []
    toes = not _TOES.isdisjoint(norms[scene.statement.start : at])
    return opens and moves and toes and norms[at + 2] in _UP | _DOWN


def _is_said_to_be(view: View, at: int) -> bool:
    """Tell whether an `is` stands behind a word without a gap, as in `the left toe's down`."""
    start, end = view.tokens.spans[at]
    return end - start > len(view.norms[at])


@lru_cache(maxsize=1)
def may_answer(view: View) -> frozenset[int]:
    """Return where the statements start that may tell how the toes answer a stroke of the sole."""
    return saying(view, _TOES) & saying(view, _UP | _DOWN)


def plantar(scene: Scene) -> Iterator[Found]:
    """Read how the toes move when an examiner strokes the sole; what is asked of the patient is no answer."""
    if scene.statement.start not in may_answer(scene.view) or not scene.may_examine:
        return
    norms = scene.view.norms
    for chunk in scene.statement.chunks if _CAUSING.isdisjoint(scene.said) else ():
        for at in range(chunk.start, chunk.end):
            if norms[at] not in _TOES and not _stands_for_toe(scene, chunk, at):
                continue
            after = range(at + 1, min(at + _REACH, chunk.end))
            way = next((index for index in after if norms[index] in _UP | _DOWN), None)
            told = _is_said_to_be(scene.view, at) or not _MOVES.isdisjoint(norms[at + 1 : (way or at) + 1])
            if way is not None and told and not (_bid(norms, at, way) or _is_undone(norms, at, way)):
                assertion: Assertion = "present" if norms[way] in _UP else "absent"
                yield Found("upper_motor_neuron", assertion, (Chunk(at, way + 1),))
                break


def _bid(norms: list[str], toes: int, way: int) -> bool:
    """Tell whether it is the patient who is to move the toes, as in `your toes go up`, unlike in `your toe went up`."""
    return "your" in norms[toes - 2 : toes] and _MOVED.isdisjoint(norms[toes + 1 : way])


def _is_undone(norms: list[str], toes: int, way: int) -> bool:
    """Tell whether toes do not go where they are bidden to, as in `the toes don't come up`."""
    return any(word.endswith("n't") or word in _DENIALS for word in norms[toes + 1 : way])


@lru_cache(maxsize=1)
def may_flick(view: View) -> frozenset[int]:
    """Return where the statements start in which a finger may be flicked."""
    done = saying(view, _FLICKING) & saying(view, _FLICKED)
    later = (one for start in done for one in view.statements_after(Chunk(start, start + 1)))
    return done | (frozenset(one.start for one in later) & saying(view, _THUMBS) & saying(view, _STIRS))


def flicked(scene: Scene) -> Iterator[Found]:
    """Read how the thumb answers the flick of a fingernail, as in `I flick the nail, the thumb doesn't budge`.

    Args:
        scene: The statement.
    """
    later = [hit for one in scene.later_in_turn[:1] for hit in scene.view.terms("neuro", one)]
    named = any(hit.term.value == "upper_motor_neuron" for hit in (*scene.terms("neuro", "sign"), *later))
    if scene.statement.start not in may_flick(scene.view) or scene.statement.turn < 0 or named:
        return
    if not scene.may_examine or scene.statement.asks or not {"if", "when"}.isdisjoint(scene.said):
        return
    norms = scene.view.norms
    # The thumb may be told of in the next sentence.
    first = next((at for at in range(scene.statement.start, scene.statement.end) if norms[at] in _FLICKING), None)
    first = scene.statement.start if first is None else first
    for at in range(first, scene.statement.end):
        denied = not _DENIALS.isdisjoint(norms[max(first, at - _DENIED) : at])
        if norms[at] == "nothing" or (denied and norms[at] in _STIRS):
            yield Found("upper_motor_neuron", "absent", (Chunk(first, at + 1),))
            return
        if norms[at] in _STIRS and "thumb" in norms[first:at]:
            yield Found("upper_motor_neuron", "present", (Chunk(first, at + 1),))
            return
