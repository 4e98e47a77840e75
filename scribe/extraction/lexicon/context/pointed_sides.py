"""Sides that speech points back to: `that foot`, `left arm, down into the thumb, it zings`."""

from collections.abc import Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_compared, is_way_by_hand
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.saying import statement_of
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Laterality

_WELL = frozenset({"fine", "good", "normal", "strong", "clean", "okay", "negative", "full", "five", "fives", "two"})
"""Words right behind a side that is well, of which nobody goes on to speak."""
_NEXT = 3
_FARTHER = 120
_BACK = 60
_TOLD = 40
_ADDED = 5
_MEASURED = 3
_SHORT_QUESTION = 10
"""Words of a question that asks of one side."""
_POINTING = frozenset({"that", "same"})
_POINTERS = 3
_POINTED = (["that", "on", "your"], ["that", "is", "on"], ["that", "your"], ["that", "on", "the"], ["this", "is", "on"])
"""Words with which an examiner adds a side."""
_PRONOUNS = frozenset({"it", "that", "which", "is", "are", "feels", "like"})
"""Words that go on with what the part before is about."""


def pointed_side(scene: Scene, part: Chunk) -> Laterality | None:
    """Return the side of a limb that a part of a spoken statement points back to.

    Args:
        scene: The statement.
        part: The part, which names no side itself.

    Returns:
        The side named last before; None where the part points to no limb.
    """
    if scene.statement.turn < 0:
        return None
    if (side := meant_side(scene, part) or _side_of_name(scene, part)) is not None:
        return side
    own = scene.view.sides(Chunk(scene.statement.start, part.start))
    if own and (scene.view.norms[part.start] in _PRONOUNS or _goes_on_along(scene, own[-1], part)):
        return own[-1].value
    if not _points(scene, part):
        return _side_asked_of(scene, part) or _side_of_complaint(scene, part) or side_added(scene)
    before = _told_before(scene, part)
    return before[-1] if before else None


def _goes_on_along(scene: Scene, side: Side, part: Chunk) -> bool:
    """Tell whether a part goes on along the limb that its statement has named: `the right leg, here, to the calf`."""
    named = scene.view.norms[side.end : side.end + 1]
    return named != [] and named[0] in limb_words() and not limb_words().isdisjoint(scene.words(part))


def meant_side(scene: Scene, part: Chunk) -> Laterality | None:
    """Return the side that `that side` or `the other one` stands for in speech: the one named last, or its opposite."""
    said = scene.words(part)
    if words("side_pointers").isdisjoint(said) or (scene.statement.turn < 0 and not _names_that_side(said)):
        return None
    parts = words("limb_parts") | words("ones") | words("sided_parts")
    placed = {scene.view.norms[place.start] for place in scene.view.places(part)}
    pairs = (at for at in range(len(said) - 1) if said[at] in words("side_pointers") and said[at + 1] in parts | placed)
    # Of `blocked compared to the other one` the other is only what it is measured by.
    pointers = (said[at] for at in pairs if words("comparing").isdisjoint(said[max(0, at - _MEASURED) : at]))
    pointer = next(pointers, None)
    if pointer is None or (pointer in _POINTING and "side" not in said):
        return None
    last = next((side for side in reversed(_told_before(scene, part)) if side in OPPOSITE), None)
    return last if last is None or pointer in _POINTING else OPPOSITE[last]


def _names_that_side(said: Sequence[str]) -> bool:
    """Tell whether words say `that side` outright, which alone points back in a note."""
    return any(pointer in _POINTING and side == "side" for pointer, side in pairwise(said))


def _told_before(scene: Scene, part: Chunk) -> list[Laterality]:
    """Return the sides told before a part, without those that only measure it: `than on the left`, `left fine`."""
    told, ill = _told_within(scene, part, _BACK)
    if told and not ill:
        ill = _told_within(scene, part, _FARTHER)[1]
    return [side.value for side in ill or told]


def _told_within(scene: Scene, part: Chunk, back: int) -> tuple[list[Side], list[Side]]:
    """Return the sides told up to so many words before a part, and those of them that are not called well."""
    before = scene.view.sides(Chunk(max(0, part.start - back), part.start))
    told = [side for side in before if not is_compared(scene.view, side) and not is_way_by_hand(scene.view, side)]
    ill = (side for side in told if _WELL.isdisjoint(scene.view.norms[side.end : side.end + _NEXT]))
    return told, [side for side in ill if not _is_denied(scene, side)]


def _is_denied(scene: Scene, side: Side) -> bool:
    """Tell whether a side is only asked of, and answered to be well: `And the left one?`, `No, fine.`."""
    asked = statement_of(scene.view, side.start)
    reply = asked.reply if asked is not None else None
    return reply is not None and reply.answer in {"no", "normal"} and reply.remark.side is None


def side_added(scene: Scene) -> Laterality | None:
    """Return the side that the next words of a speaker add to a statement without one, as in `It's sciatica. Left.`."""
    if scene.statement.turn < 0 or scene.view.sides(scene.statement):
        return None
    later = scene.later_in_turn
    if later and later[0].asks and "side" in scene.view.norms[later[0].start : later[0].end]:
        later = later[1:]
    if not later or later[0].asks or later[0].end - later[0].start > _ADDED:
        return None
    return only_side(scene, Chunk(_behind_pointer(scene, later[0]), later[0].end))


def _behind_pointer(scene: Scene, told: Statement) -> int:
    """Return where a statement names a side that only points before it, as in `T6, boggy. That's on your right.`."""
    opening = scene.words(told)[:_POINTERS]
    return next((told.start + len(light) for light in _POINTED if opening[: len(light)] == light), told.start)


def only_side(scene: Scene, part: Chunk) -> Laterality | None:
    """Return the side of a part that names nothing else."""
    sides = scene.view.sides(part)
    rest = words_beside(scene.view, part, sides)
    alone = all(not word[0].isalnum() or word in words("side_fillers") for word in rest)
    return sides[0].value if len(sides) == 1 and alone else None


def _side_of_name(scene: Scene, part: Chunk) -> Laterality | None:
    """Return the side of a part right before that only names a place, as in `Right ankle, three beats of clonus`."""
    before = next((one for one in reversed(scene.statement.chunks) if one.end <= part.start), None)
    sides = scene.view.sides(before) if before else []
    if before is None or not sides:
        return None
    named: list[Item] = [*sides, *scene.view.places(before)]
    alone = words("side_fillers").issuperset(words_beside(scene.view, before, named))
    return sides[0].value if alone else None


def _side_of_complaint(scene: Scene, part: Chunk) -> Laterality | None:
    """Return the side of the limb that a patient told of, who goes on with `the thumb` or `down the leg`."""
    said = set(scene.words(part))
    if scene.stance != "history" or not said & limb_words():
        return None
    earlier = scene.view.sides(Chunk(max(0, scene.statement.start - _TOLD), scene.statement.start))
    # What an examiner calls well on both sides is no complaint: `five out of five in both arms`.
    before = [side for side in earlier if _WELL.isdisjoint(scene.view.norms[max(0, side.start - _NEXT) : side.start])]
    if not before:
        return None
    told = scene.view.norms[before[-1].end : before[-1].end + 2]
    upper = bool(words("arm_parts").intersection(said))
    same = any(word in words("limb_ends") and (word in words("arm_parts")) == upper for word in told)
    return before[-1].value if same or told[:1] == ["."] else None


def _side_asked_of(scene: Scene, part: Chunk) -> Laterality | None:
    """Return the side that was just asked of and the first words of an answer tell of: `And the left?`, `Numb.`."""
    before = scene.view.statements_before(scene.statement)[-1:]
    asked = before[0] if before else None
    if asked is None or scene.statement.speaker != "patient" or not asked.asks or scene.view.sides(scene.statement):
        return None
    if asked.turn != scene.statement.turn - 1 or asked.end - asked.start > _SHORT_QUESTION:
        return None
    sides, limbs = scene.view.sides(asked), _limbs_of(scene, asked)
    alike = not limbs or not (own := _limbs_of(scene, part)) or own == limbs
    return sides[0].value if len(sides) == 1 and sides[0].value in OPPOSITE and alike else None


def _limbs_of(scene: Scene, part: Item) -> set[bool]:
    """Return whether the limbs that words name are arms, for each."""
    return {word in words("arm_parts") for word in limb_words().intersection(scene.words(part))}


def _points(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part says `that` of a limb."""
    said = scene.words(part)
    limbs = words("limb_parts") | words("muscles")
    return any(one in _POINTING and other in limbs for one, other in pairwise(said))
