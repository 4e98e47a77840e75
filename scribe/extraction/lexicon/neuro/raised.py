"""How far a straight leg goes up where a note says nothing else: `SLR 70 bilat`, `straight leg raise 30 degrees`."""

from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion

_LEAST, _PAINFUL, _FREE, _MOST = 15, 35, 70, 110
"""Degrees: what is a measure at all, up to where a root is stretched, and from where a leg is free."""
_BETWEEN = frozenset({
    "to", "at", "of", "is", "was", ":", "=", "about", "the", "on", "test", "degrees", "deg", "side", "sides", "b",
    "and", "/", "only", "limited",
})  # fmt: skip


class Raised(NamedTuple):
    """How far a leg went, and what that says of its roots."""

    assertion: Assertion
    part: Chunk


def raised_to(scene: Scene, sign: Hit) -> Raised | None:
    """Return how far a straight leg is raised in a note that says nothing else of it."""
    if scene.statement.turn >= 0 or not sign.term.text.startswith(("slr", "straight leg")):
        return None
    chunk, norms = scene.chunk(sign), scene.view.norms
    sided = {at for side in scene.view.sides(chunk) for at in range(side.start, side.end)}
    told = [at for at in range(sign.end, chunk.end) if at not in sided and norms[at][0].isalnum()]
    degrees = [at for at in told if norms[at].isdecimal()]
    if not degrees or any(norms[at] not in _BETWEEN | words("measures") for at in told if at not in degrees):
        return None
    reached = {int(norms[at]) for at in degrees}
    part = Chunk(degrees[0], degrees[-1] + 1)
    if all(_LEAST <= one <= _PAINFUL for one in reached):
        return Raised("present", part)
    return Raised("absent", part) if all(_FREE <= one <= _MOST for one in reached) else None
