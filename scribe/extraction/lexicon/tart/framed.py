"""Sides that an examiner turns to, and then names no more: `Left side now. SI's stuck, sulcus is deep.`.

So is the side of a spot that was asked of, and is then told of: `On L4, left. Sore?`, `Yes.`, `That's all rope.`.
"""

from functools import lru_cache
from typing import NamedTuple

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_way
from scribe.extraction.lexicon.view.parts import earlier_in_turn, words_beside
from scribe.extraction.lexicon.view.saying import saying, siding
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality, Region

_FRAMING = frozenset({
    "now", "first", "next", "i'm", "on", "over", "here", "okay", "so", "let's", "do", "start", "with", "your", "and",
    "to", "going", "i'll", "looking", "at", "side", "the", "then", "starting", "side's", "of", "her", "his", "move",
    "moving", "standing", "alright", "hm", "mm", "um", "uh", "today", "still", "we", "we're", "coming", "come",
    "round", "around", "up", "down", "along", "begin", "beginning", "let", "me", "feel", "check", "see", "my",
    "hands", "feeling", "pressing", "press", "checking", "thumbs", "thumb", "fingers", "working", "work", "we'll",
    "back", "just", "through", "gonna", "a", "all", "again", "low", "lower", "upper", "in", "switch", "switching",
    "across", "is", "this", "be", "staying", "stay",
})  # fmt: skip
"""Words with which an examiner turns to a side."""
_TURNING = frozenset({
    "side", "side's", "now", "first", "next", "start", "starting", "i'm", "i'll", "we're", "we'll", "let's", "begin",
    "beginning", "moving", "coming", "switching", "switch", "staying",
})  # fmt: skip
"""Words of which such a turn has one."""
_SIDED = frozenset({"side", "side's", "on", "your", "his", "her"})
"""Words of which it has one besides, unlike `Now right.`, which may be the way somebody is told to turn."""
_MOVING_ON = frozenset({"sit", "stand", "roll", "flip", "walk", "seated", "standing"})
"""Words with which somebody is told to take another position."""
_ANSWERED = 3
"""Turns for which the side stays that a patient has named."""
_KEPT = 8
"""Turns for which a side stays the one that was turned to."""
_TAKING_UP = frozenset({"that", "that's", "thats", "it", "it's", "there", "there's"})
"""Words with which the spot is taken up that was asked of."""
_ASKED_BEFORE = 2
"""Turns from a question to what its speaker says after the answer."""
_MIDDLE = frozenset({"coccyx", "sternum", "pubic_symphysis", "head", "cranium"})
"""What lies in the middle, and is tender on no side."""


class _Frame(NamedTuple):
    """What an examiner has turned to."""

    side: Laterality
    """The side."""
    region: Region | None
    """The region, where it was named with the side."""
    turn: int
    """Index of the turn that says so."""


def side_framed(scene: Scene, part: Chunk, *, felt: bool) -> Laterality | None:
    """Return the side that an examiner has turned to before a part of speech that names none.

    What is felt beside a vertebra is there; that it is restricted or turned is so on no side.

    Args:
        scene: The statement.
        part: The part of it.
        felt: Whether tissue or tenderness is found there, and not how something moves or stands.
    """
    frame = _frames(scene.view).get(scene.statement.start)
    if frame is None or scene.view.sides(scene.statement):
        return None
    places = scene.view.fixing(part) or scene.view.fixing(scene.statement)
    places = places or [place for place in scene.view.places(part) if place.structure == "buttock"]
    if not places and scene.topic.place is not None and scene.topic.place.fixes:
        places = [scene.topic.place]
    if frame.region is not None and any(place.region not in {frame.region, None} for place in places):
        return None
    central = _MIDDLE if felt else words("central") | words("unsided")
    return None if not places or any(place.structure in central for place in places) else frame.side


@lru_cache(maxsize=1)
def _frames(view: View) -> dict[int, _Frame]:
    """Return what an examiner has turned to before each statement, by where those start that have such a side."""
    frames: dict[int, _Frame] = {}
    frame: _Frame | None = None
    for statement in view.statements if siding(view) and view.document.turns else ():
        if frame is not None and statement.turn - frame.turn > _KEPT:
            frame = None
        if frame is not None:
            frames[statement.start] = frame
        frame = _turned_to(view, statement, frame) or _kept(view, statement, frame)
    return frames


def _turned_to(view: View, statement: Statement, frame: _Frame | None) -> _Frame | None:
    """Return what a statement only turns to, as in `I'm on the right side of your low back.` and `Other side.`."""
    if statement.asks:
        return _answered_of(view, statement)
    if statement.speaker == "patient" or statement.start not in _may_turn(view):
        return None
    sides, places = view.sides(statement), view.places(statement)
    said = view.norms[statement.start : statement.end]
    beside = [word for word in words_beside(view, statement, [*sides, *places]) if word[0].isalnum()]
    if not sides and frame is not None and "other" in beside and _FRAMING.issuperset({*beside} - {"other"}):
        return frame._replace(side=OPPOSITE[frame.side], turn=statement.turn)
    if len(sides) != 1 or sides[0].value not in OPPOSITE or is_way(view, sides[0]) or not _FRAMING.issuperset(beside):
        return None
    sided = _SIDED if frame is None else _SIDED | {"the"}
    if _TURNING.isdisjoint(said) or sided.isdisjoint(said) or _ends_turn(view, statement, said):
        return None
    return _Frame(sides[0].value, next((place.region for place in places if place.fixes), None), statement.turn)


def _ends_turn(view: View, statement: Statement, said: list[str]) -> bool:
    """Tell whether a mere side closes a turn, where it tells of what was said before: `It's ropy. Left side.`."""
    alone = {"side"}.issuperset(_TURNING.intersection(said))
    return alone and bool(earlier_in_turn(view, statement)) and view.statements_from(statement.start)[-1] == statement


def _answered_of(view: View, asked: Statement) -> _Frame | None:
    """Return the side that answers a question for the tender one, as in `Where's it tender, left or right?`."""
    side = asked.reply.remark.side if asked.reply is not None and asked.reply.named else None
    tender = any(hit.term.value == "tenderness" for hit in view.terms("tart", asked))
    if side not in OPPOSITE or not tender or view.fixing(asked):
        return None
    return _Frame(side, None, asked.turn - _KEPT + _ANSWERED)


@lru_cache(maxsize=1)
def _may_turn(view: View) -> frozenset[int]:
    return siding(view) | saying(view, frozenset({"other"}))


def _kept(view: View, statement: Statement, frame: _Frame | None) -> _Frame | None:
    """Return the frame where it outlasts a statement: one of another side or region, or of a new position, ends it."""
    if frame is None or {side.value for side in view.sides(statement)} - {frame.side}:
        return None
    if statement.speaker == "patient":
        return frame
    elsewhere = frame.region and any(place.region != frame.region for place in view.fixing(statement))
    moved = not _MOVING_ON.isdisjoint(view.norms[statement.start : statement.end])
    return None if elsewhere or moved else frame


def side_of_spot(scene: Scene) -> Laterality | None:
    """Return the side of the spot that was just asked of, where an examiner goes on to tell how that one feels."""
    if scene.statement.turn < _ASKED_BEFORE or not _TAKING_UP.issuperset(scene.words()[:1]) or scene.earlier_in_turn:
        return None
    turn = scene.statement.turn - _ASKED_BEFORE
    asked = next((one for one in reversed(scene.view.statements_before(scene.statement)) if one.turn == turn), None)
    if asked is None or asked.reply is None or asked.reply.answer != "yes" or scene.view.sides(scene.statement):
        return None
    spot = (asked, *(one for one in scene.view.statements_before(asked)[-1:] if one.turn == turn))
    sides = {side.value for one in spot for side in scene.view.sides(one) if not is_way(scene.view, side)}
    return sides.pop() if len(sides) == 1 else None
