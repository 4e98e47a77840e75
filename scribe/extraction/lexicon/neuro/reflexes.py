"""How the toes answer a stroke of the sole, and the thumb the flick of a finger."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.schema import Assertion

_TOES = frozenset({"toe", "toes", "hallux", "plantars", "plantar"})
"""Words of which one names what answers a stroke of the sole."""
_MOVES = frozenset({
    "go", "goes", "going", "went", "is", "are", "was", "were", "turn", "turns", "turned", "comes", "came", "come",
    "stays", "stayed", "move", "moves", "moved", "point", "points", "response", "responses",
})  # fmt: skip
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


def is_commanded(view: View, toes: Item) -> bool:
    """Tell whether a patient is told to move the toes, as in `pull your toes up` and `toes up, toes down`."""
    norms = view.norms
    bare = norms[toes.end : toes.end + 1] in (["up"], ["down"]) and _MOVES.isdisjoint(norms[toes.start : toes.end + 1])
    return (bool(view.document.turns) and bare) or "your" in norms[max(0, toes.start - 2) : toes.start]


@lru_cache(maxsize=1)
def may_answer(view: View) -> frozenset[int]:
    """Return where the statements start that may tell how the toes answer a stroke of the sole."""
    return saying(view, _TOES) & saying(view, _UP | _DOWN)


def plantar(scene: Scene) -> Iterator[Found]:
    """Read how the toes move when an examiner strokes the sole; what is asked of the patient is no answer."""
    if scene.statement.start not in may_answer(scene.view) or not scene.may_examine:
        return
    norms = scene.view.norms
    for chunk in scene.statement.chunks:
        for at in range(chunk.start, chunk.end):
            if norms[at] not in _TOES:
                continue
            after = range(at + 1, min(at + _REACH, chunk.end))
            way = next((index for index in after if norms[index] in _UP | _DOWN), None)
            told = not _MOVES.isdisjoint(norms[at + 1 : (way or at) + 1])
            if way is not None and told and "your" not in norms[at - 2 : at]:
                assertion: Assertion = "present" if norms[way] in _UP else "absent"
                yield Found("upper_motor_neuron", assertion, (Chunk(at, way + 1),))
                break


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
    named = any(hit.term.value == "upper_motor_neuron" for hit in scene.terms("neuro", "sign"))
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
