"""Curves of a spine to one side, as standing films show them: `The thoracic curve bends to the right.`."""

from collections.abc import Iterator
from typing import NamedTuple

from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_CURVES = frozenset({"curve", "curves", "curvature", "convexity", "convex", "scoliosis", "cobb", "apex"})
_BENDS = frozenset({
    "bends", "bend", "bending", "bows", "bowing", "swings", "swinging", "curves", "curving", "goes", "going", "runs",
    "points", "pointing", "leans", "convex", "convexity", "apex", "sweeps", "bulges",
})  # fmt: skip
"""Words for the way in which a curve goes."""
_ALONG = frozenset({
    "to", "the", "out", "off", "over", "a", "is", "its", "it", "mild", "moderate", "major", "main", "minor", "primary",
    "thoracic", "lumbar", "thoracolumbar", "upper", "lower", "small", "sided", "-", "convex", "facing",
})  # fmt: skip
"""Words between a curve and its side."""
_OF_FRONT = frozenset({"lordosis", "lordotic", "kyphosis", "kyphotic", "neck", "steps", "walk", "pain"})
_FAR = 5


class Curve(NamedTuple):
    """A curve to one side."""

    told: Item
    """The words that tell of it."""
    side: Side
    """The side that it bends to."""


def side_curves(view: View, part: Item, *, known: bool) -> Iterator[Curve]:
    """Find the curves to a side of which some words tell.

    Args:
        view: The document's words.
        part: The words, such as a statement.
        known: Whether curves are spoken of, so that a bare `one` may be one: `the lower one goes left`.
    """
    said = frozenset(view.norms[part.start : part.end])
    named = not said.isdisjoint(_CURVES) or (known and "one" in said)
    if not named or not said.isdisjoint(_OF_FRONT | words("straightened")):
        return
    for side in view.sides(part):
        if side.value in {"left", "right"} and (told := _told(view, part, side)) is not None:
            yield Curve(told, side)


def curves_spoken_of(view: View, statement: Statement) -> bool:
    """Tell whether a curve has just been named before a statement."""
    before = view.statements_before(statement)
    return any(not _CURVES.isdisjoint(view.norms[one.start : one.end]) for one in before)


def tells_of_curve(view: View, statement: Statement) -> bool:
    """Tell whether a statement tells to which side a spine curves, of which films are taken."""
    return any(side_curves(view, statement, known=curves_spoken_of(view, statement)))


def _told(view: View, part: Item, side: Side) -> Chunk | None:
    """Return the words that tell which way a curve goes, before its side or behind it: `R thoracic curve`."""
    norms = view.norms
    before = range(side.start - 1, max(part.start, side.start - _FAR) - 1, -1)
    behind = range(side.end, min(part.end, side.end + _FAR))
    for among, where in ((_BENDS | _CURVES, before), (_CURVES - {"apex"}, behind)):
        for at in where:
            if norms[at] in among:
                return Chunk(min(at, side.start), max(at + 1, side.end))
            if norms[at] not in _ALONG:
                break
    return None
