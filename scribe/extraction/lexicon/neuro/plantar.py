"""Statements → how the toes answer a stroke of the sole: `the left toe goes up`, `toes are down on both sides`."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.schema import Assertion

_TOES = frozenset({"toe", "toes", "hallux", "plantars", "plantar"})
_MOVES = frozenset({
    "go", "goes", "going", "went", "is", "are", "was", "were", "turn", "turns", "turned", "comes", "came", "come",
    "stays", "stayed", "move", "moves", "moved", "point", "points", "response", "responses",
})  # fmt: skip
_UP = frozenset({"up", "upward", "upwards", "upgoing", "extensor"})
_DOWN = frozenset({"down", "downward", "downwards", "downgoing", "flexor"})
_REACH = 7


class Answer(NamedTuple):
    """How the toes answer."""

    assertion: Assertion
    """Present where they go up."""
    part: Chunk
    """The words."""


def is_commanded(view: View, toes: Item) -> bool:
    """Tell whether a patient is told to move the toes, as in `pull your toes up` and `toes up, toes down`."""
    norms = view.norms
    bare = norms[toes.end : toes.end + 1] in (["up"], ["down"]) and _MOVES.isdisjoint(norms[toes.start : toes.end + 1])
    return (bool(view.document.turns) and bare) or "your" in norms[max(0, toes.start - 2) : toes.start]


def _is_said_to_be(view: View, at: int) -> bool:
    """Tell whether an `is` stands behind a word without a gap, as in `the left toe's down`."""
    start, end = view.tokens.spans[at]
    return end - start > len(view.norms[at])


def plantar(scene: Scene) -> Iterator[Answer]:
    """Read how the toes move when an examiner strokes the sole; what is asked of the patient is no answer."""
    if _TOES.isdisjoint(scene.said) or not scene.may_examine:
        return
    norms = scene.view.norms
    for chunk in scene.statement.chunks:
        for at in range(chunk.start, chunk.end):
            if norms[at] not in _TOES:
                continue
            after = range(at + 1, min(at + _REACH, chunk.end))
            way = next((index for index in after if norms[index] in _UP | _DOWN), None)
            told = _is_said_to_be(scene.view, at) or not _MOVES.isdisjoint(norms[at + 1 : (way or at) + 1])
            if way is not None and told and "your" not in norms[at - 2 : at]:
                yield Answer("present" if norms[way] in _UP else "absent", Chunk(at, way + 1))
                break
