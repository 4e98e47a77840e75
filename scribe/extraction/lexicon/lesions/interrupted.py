"""Lesions whose places speech gives behind an interruption: `I'd call a dysfunction the` / `Doctor?` / `sacrum.`."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from operator import attrgetter

from scribe.extraction.lexicon.context.assertions import Context
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.kinds import heads_in
from scribe.extraction.lexicon.lesions.places_elsewhere import only_lists
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import LesionKind

_TURNS = 4
_LEAD = 6
_BACK = 10
"""Statements between the words that were interrupted and the place."""
_OPEN = frozenset({
    "is", "are", "at", "in", "of", "on", "your", "the", "a", "an", "his", "her", "and", "called", "over", "around",
    "with", "for", "that's", "it's", "was", "-", "\u2014", "\u2013", "...", "\u2026", ",", ":",
})  # fmt: skip
"""Words and marks with which nobody ends."""
_BEFORE_NOUN = frozenset({"of", "at", "the", "your", "his", "her", "a", "an", "and"})
_CLOSED = frozenset({".", "!", "?", ";"})
_STAGE = {"]": "[", ")": "("}


def finished(scene: Scene) -> list[tuple[LesionKind, Place]]:
    """Return the places of a statement that only lists them, with the lesion that its speaker was about to place.

    Args:
        scene: The statement.
    """
    statement, view = scene.statement, scene.view
    if statement.turn < 1 or statement.asks or not scene.by_clinician or "lesions" in scene.named:
        return []
    own = view.fixing(statement)
    cut = _cut_off(scene) if own and _goes_on(scene, own[0]) else None
    if cut is None:
        return []
    earlier, head = cut
    named = [(place.region, place.segments) for place in view.fixing(earlier)]
    places = [place for place in own if (place.region, place.segments) not in named]
    kind: LesionKind = head.term.value  # type: ignore[assignment]  # the table holds the schema's words
    return [(kind, place) for place in places] if not named or len(places) < len(own) else []


def _goes_on(scene: Scene, place: Place) -> bool:
    """Tell whether a statement does no more than list places, behind a few words: `As I was saying, C2 and T4.`."""
    start = scene.chunk(place).start
    lead = start - scene.statement.start
    return lead <= _LEAD and only_lists(scene, Chunk(start, scene.statement.end))


def _cut_off(scene: Scene) -> tuple[Statement, Hit] | None:
    """Return the last words of the same speaker that were cut off before a place, and the lesion that they name."""
    view, turns = scene.view, scene.view.document.turns
    at = bisect_left(view.statements, scene.statement.start, key=attrgetter("start"))
    label = turns[scene.statement.turn].label
    near = reversed(view.statements[max(0, at - _BACK) : at])
    for one in takewhile(lambda one: scene.statement.turn - one.turn <= _TURNS, near):
        if one.turn == scene.statement.turn or turns[one.turn].label != label or one.speaker == "patient":
            if view.fixing(one) and one.turn == scene.statement.turn:
                return None
            continue
        heads = heads_in(view, one)
        if heads:
            stated = _is_cut(view, one, heads[-1]) and Context(view, one).assertion(heads[-1]) == "present"
            return (one, heads[-1]) if stated else None
        if view.fixing(one):
            return None
    return None


def _is_cut(view: View, statement: Statement, head: Hit) -> bool:
    """Tell whether a statement ends its turn without an end of its own."""
    following = next(iter(view.statements_after(statement)), None)
    if statement.asks or head.term.text in {"sd", "sds"} or following is None:
        return False
    if following.turn == statement.turn:
        return False
    said = _without_stage(view.norms[statement.start : statement.end])
    last = next((word for word in reversed(said) if word[0].isalnum()), "")
    listing = bool(view.fixing(statement)) and said[-1] not in _CLOSED and head.end < statement.end
    return listing or said[-1] in _OPEN or last in _BEFORE_NOUN


def _without_stage(said: Sequence[str]) -> Sequence[str]:
    """Leave out the stage direction with which words end: `what I find is [phone rings]`."""
    opening = _STAGE.get(said[-1])
    if opening is None or opening not in said[1:]:
        return said
    return said[: len(said) - 1 - [*reversed(said)].index(opening)]
