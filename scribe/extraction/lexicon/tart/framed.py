"""Sides that an examiner turns to, and then names no more: `Left side now. SI's stuck, sulcus is deep.`.

So is the side of a spot that was asked of, and is then told of: `On L4, left. Sore?`, `Yes.`, `That's all rope.`.
"""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_way
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_FRAMING = frozenset({
    "now", "first", "next", "i'm", "on", "over", "here", "okay", "so", "let's", "do", "start", "with", "your", "and",
    "to", "going", "i'll", "looking", "at", "side", "the", "then", "starting", "side's", "of", "her", "his",
    "move", "moving", "standing", "feeling", "feel", "along", "pressing", "press", "down", "up", "working", "checking",
    "alright", "hm", "mm", "um", "uh", "today", "still", "we", "we're",
})  # fmt: skip
"""Words with which an examiner turns to a side."""
_TAKING_UP = frozenset({"that", "that's", "thats", "it", "it's", "there", "there's"})
"""Words with which the spot is taken up that was asked of."""
_ASKED_BEFORE = 2
"""Turns from a question to what its speaker says after the answer."""
_BACK = 4
_MIDDLE = frozenset({"coccyx", "sternum", "pubic_symphysis", "head", "cranium"})
"""What lies in the middle, and is tender on no side."""


def side_framed(scene: Scene, part: Chunk, *, felt: bool) -> Laterality | None:
    """Return the side that an examiner has turned to before a part of speech that names none.

    What is felt beside a vertebra is there; that it is restricted or turned is so on no side.

    Args:
        scene: The statement.
        part: The part of it.
        felt: Whether tissue or tenderness is found there, and not how something moves or stands.
    """
    if scene.statement.turn < 0 or not scene.by_clinician or scene.view.sides(scene.statement):
        return None
    places = scene.view.fixing(part) or scene.view.fixing(scene.statement)
    if not places and scene.statement.asks and scene.topic.place is not None:
        places = [scene.topic.place]
    central = _MIDDLE if felt else words("central") | words("unsided")
    if not places or any(place.structure in central for place in places):
        return None
    for earlier in reversed(scene.earlier_in_turn[-_BACK:]):
        if scene.view.sides(earlier):
            return _frame(scene, earlier)
    return None


def _frame(scene: Scene, earlier: Statement) -> Laterality | None:
    """Return the side of a statement that only turns to it, as in `I'm on the right side of your low back.`."""
    sides = scene.view.sides(earlier)
    rest = [word for word in scene.rest_of(earlier, *scene.view.places(earlier)) if word[0].isalnum()]
    turns = len(sides) == 1 and "side" in scene.words(earlier) and not earlier.asks and _FRAMING.issuperset(rest)
    return sides[0].value if turns and sides[0].value in {"left", "right"} else None


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
