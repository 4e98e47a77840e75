"""The side of a grade called out: its own, that of the part before, or that turned to: `Kick that left leg. Four.`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_way, trailing_side
from scribe.extraction.lexicon.neuro.calling_out import BEFORE, GROUPS, TIPS, words_before
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality

_TURNING = frozenset({"other", "the", "side", "one", "leg", "arm", "hand", "foot", "now", "and", "okay", "good", "way"})
_PUSHING = frozenset({"push", "pull", "squeeze", "hold", "resist", "grip", "kick", "fight", "press", "spread"})
_ALONE = frozenset({"just", "only"})
_OPENING: dict[str, Laterality] = {"left": "left", "right": "right"}


def side_of_grade(scene: Scene, chunk: Chunk) -> Laterality | None:
    """Return the side of a part, or the only one that was named just before."""
    sides = scene.view.sides(chunk)
    if not sides and not words("others").isdisjoint(scene.words(chunk)):
        return _other_side(scene, chunk)
    earlier = part_before(scene, chunk)
    if not sides and earlier is not None and only_names_side(scene, earlier):
        sides = scene.view.sides(earlier)
        if not sides and (opening := _OPENING.get(scene.view.norms[earlier.start])):
            return opening
    if not sides and earlier is None and (turned := _turned_to(scene)):
        return turned
    if sides:
        return sides[0].value
    told = [part for part in scene.statement.chunks if not scene.view.is_excepted(part)]
    own = {side.value for part in told for side in scene.view.sides(part)}
    before = own or {side.value for side in scene.view.sides(_since_sign(scene, chunk)) if not _is_none(scene, side)}
    if not before and (bid := _side_bid(scene)):
        return bid
    trailing = trailing_side(scene.view, scene.statement, chunk)
    named = (words("muscles") if own else words("muscles") | GROUPS).intersection(scene.words(chunk))
    return trailing or (before.pop() if len(before) == 1 and not named else None)


def part_before(scene: Scene, chunk: Chunk) -> Chunk | None:
    """Return the part of a statement right before another one."""
    return next((part for part in reversed(scene.statement.chunks) if part.end <= chunk.start), None)


def only_names_side(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part only names a side, with or without a muscle."""
    opening = [Chunk(part.start, part.start + 1)] if scene.view.norms[part.start] in _OPENING else []
    return (words("calling") | words("muscles")).issuperset(scene.rest_of(part, *opening))


def _other_side(scene: Scene, chunk: Chunk) -> Laterality | None:
    """Return the side across from the last one, as in `The other one's five.`; all the rest has none."""
    before = scene.view.sides(words_before(scene, chunk))
    other = "other" in scene.words(chunk) and before
    return OPPOSITE.get(before[-1].value) if other else None


def _side_bid(scene: Scene) -> Laterality | None:
    """Return the side that somebody has just been bidden to try alone, or both: `Up on your toes, just the left.`."""
    for one in scene.earlier_in_turn[-1:]:
        said = scene.view.norms[one.start : one.end]
        sides = {side.value for side in scene.view.sides(one)}
        if not TIPS.isdisjoint(said) and not _ALONE.isdisjoint(said) and len(sides) == 1:
            return sides.pop()
        if "both" in said and not _PUSHING.isdisjoint(said) and not sides - {"bilateral"}:
            return "bilateral"
    return None


def _turned_to(scene: Scene) -> Laterality | None:
    """Return the side that an examiner has just turned to, as in `Kick that left leg out. Four. Other side. Five.`."""
    before = scene.earlier_in_turn[-1:]
    if not before or "other" not in scene.view.norms[before[0].start : before[0].end]:
        return None
    said = {word for word in scene.view.norms[before[0].start : before[0].end] if word[0].isalnum()}
    if not said <= _TURNING:
        return None
    told = scene.view.sides(_since_command(scene, before[0]))
    return next((OPPOSITE[side.value] for side in reversed(told) if side.value in OPPOSITE), None)


def _since_command(scene: Scene, turning: Statement) -> Chunk:
    """Return the words from the last command to resist, or else those shortly before a statement that turns over."""
    first = max(0, turning.start - BEFORE)
    earlier = [one for one in scene.view.statements_before(turning) if one.turn == turning.turn and one.start >= first]
    bids = (
        one.start
        for one in reversed(earlier)
        if not words("resisting").isdisjoint(scene.view.norms[one.start : one.end])
    )
    return Chunk(next(bids, first), turning.start)


def _since_sign(scene: Scene, chunk: Chunk) -> Chunk:
    """Return the words before a part, without those of what was tested or felt earlier."""
    before, view = words_before(scene, chunk), scene.view
    statements = view.statements_after(Chunk(before.start, before.start), BEFORE)
    statements = [one for one in statements if one.end <= chunk.start]
    tested = [one.end for one in statements if view.terms("neuro", one) or view.terms("tart", one)]
    return Chunk(max([before.start, *tested]), chunk.start)


def _is_none(scene: Scene, side: Side) -> bool:
    """Tell whether a side is the way something turns, or a right that only opens speech: `Right. So let me see.`."""
    norms = scene.view.norms
    if is_way(scene.view, side):
        return True
    opens = side.start == 0 or not norms[side.start - 1].isalnum()
    return opens and norms[side.end : side.end + 1] in (["."], [","]) and norms[side.start] == "right"
