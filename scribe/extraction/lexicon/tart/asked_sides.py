"""On which side a question asks of a touch, where neither its answer nor the words that ask tell: `And the other?`."""

from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import Attachment
from scribe.extraction.lexicon.context.pointed_sides import meant_side
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_of_position, is_way
from scribe.extraction.lexicon.tart.asked_of_pressure import asks_for_anything
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.schema import Assertion, Laterality

_LONGEST = 9


def side_asked(scene: Scene, asked: Item, assertion: Assertion, named: Attachment | None) -> Laterality | None:
    """Return the side that a question asks of; None where it names none, or the words that ask tell it themselves.

    Args:
        scene: The statement that asks.
        asked: The words that ask.
        assertion: What the answer says of it.
        named: The place that was only named after the answer.
    """
    either = _either_side(scene) if assertion == "absent" else None
    side = either or (named.laterality if named else _other_side(scene))
    if side is not None:
        return side
    return _own_side(scene) if assertion == "absent" else _side_felt(scene) or _side_led_to(scene, asked)


def _either_side(scene: Scene) -> Laterality | None:
    """Return both sides where a question asks of either, as in `Right or left sore?`, so that a no denies both."""
    asked = {side.value for side in scene.view.sides(scene.statement)} if "or" in scene.said else set()
    return "bilateral" if asked >= {"left", "right"} else None


def _own_side(scene: Scene) -> Laterality | None:
    """Return the one side that a question names before it asks, as in `Pressing on both SI joints, sore?`."""
    sides = {side.value for side in scene.view.sides(scene.statement) if not is_way(scene.view, side)}
    return sides.pop() if len(sides) == 1 else (None if sides else _side_felt(scene))


def _side_led_to(scene: Scene, asked: Item) -> Laterality | None:
    """Return the side that a question has led to before it asks: `On the right it's ropy, and does that hurt?`.

    Args:
        scene: The statement.
        asked: The words that ask, whose part names no side; `where it joins the sternum, on that side` points to one.
    """
    whole, part = Chunk(scene.statement.start, scene.statement.end), scene.chunk(asked)
    sides = scene.view.sides(whole)
    if not sides:
        return meant_side(scene, whole)
    turned = any(is_way(scene.view, side) or is_of_position(scene.view, side) for side in sides)
    if turned or scene.view.sides(part) or scene.view.fixing(part):
        return None
    return sides[0].value if len({side.value for side in sides}) == 1 else None


def _side_felt(scene: Scene) -> Laterality | None:
    """Return the side of what was felt with the words before, as in `The right fibula won't glide. Tender there?`."""
    before = scene.earlier_in_turn[-1:]
    found = before and any(hit.term.role == "finding" for hit in scene.view.terms("tart", before[0]))
    found = found or (before and before[0].end - before[0].start <= _LONGEST and bool(scene.view.fixing(before[0])))
    found = found or (before and asks_for_anything(scene))
    if not found or before[0].asks or scene.view.fixing(scene.statement) or scene.view.sides(scene.statement):
        return None
    named = (side for side in scene.view.sides(before[0]) if not is_of_position(scene.view, side))
    sides = {side.value for side in named if not is_way(scene.view, side)}
    return sides.pop() if len(sides) == 1 else None


def _other_side(scene: Scene) -> Laterality | None:
    """Return the side opposite to that of the topic, where a question goes on with `the other side`."""
    other = any(pair in {("other", "side"), ("other", "one")} for pair in pairwise(scene.words()))
    return OPPOSITE.get(scene.topic.side) if other and scene.topic.side else None
