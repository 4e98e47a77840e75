"""How far a motion goes that an examiner asks for, or tells each way: `Turn left. That's about half.`.

Each way is told part by part, as in `Neck rotation, to the left it's good, to the right maybe half.`.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, takewhile

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.bidden_motions import (
    bidden_at,
    bidden_before,
    may_bid,
    moved_region,
    names_other_way,
    region_bidden,
)
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.own_motions import may_tell_own_motion
from scribe.extraction.lexicon.tart.range_verdicts import is_enough, plain_verdict, verdict_on
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.saying import naming, siding, statements_at
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality, Region

_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})
_JUDGING = 3
_LONGEST_OPENING = 6
_LONGEST_VERDICT = 9
_OPENING = 4
_BENDING_WAYS = frozenset({"forward", "forwards", "backward", "backwards", "back"})
_TOLD_OF_WAY = frozenset({"is", "it's", "that's", "you", "stops", "quits", "about", "only", "maybe", "goes", "gets"})


@lru_cache(maxsize=1)
def may_command(view: View) -> frozenset[int]:
    """Return where the statements start that may ask for a motion, or go on with one to a side or another way."""
    bidding = _bidding(view)
    leading = bidding | _naming_motion(view)
    led = (one for at in leading for one in view.statements_after(Chunk(at, at + 1)))
    going_on = (one.start for one in led if one.start in siding(view) or _other_way_at(view, one) is not None)
    return bidding.union(going_on)


@lru_cache(maxsize=1)
def _bidding(view: View) -> frozenset[int]:
    """Return where the statements start that ask for a motion."""
    told = statements_at(view, may_bid(view))
    return frozenset(one.start for one in told if not _only_looks(view, one) and bidden_at(view, one) is not None)


def _only_looks(view: View, statement: Statement) -> bool:
    """Tell whether somebody is told to look here, or at a picture, and not to either side or up, which turns a neck."""
    said = frozenset(view.norms[statement.start : statement.end])
    if said & words("motion_commands") != {"look"} or view.sides(statement):
        return False
    return said.isdisjoint(words("gazed_at")) and said.isdisjoint(words("of_neck"))


@lru_cache(maxsize=1)
def _naming_motion(view: View) -> frozenset[int]:
    """Return where the statements start that name a motion."""
    return naming(view, "tart", lambda hit: hit.term.role == "motion")


@lru_cache(maxsize=1)
def may_tell_each_way(view: View) -> frozenset[int]:
    """Return where the statements start that name a side, and may tell how far a motion goes to it."""
    sided, moving = siding(view), words("moving")
    ranges = naming(view, "tart", lambda hit: hit.term.role == "normal" and hit.term.value == "restriction")
    pairs = ((before, one) for before, one in pairwise(view.statements) if one.start in sided and before.start in sided)
    going_on = (
        one.start
        for before, one in pairs
        if before.start in _naming_motion(view) or not moving.isdisjoint(view.norms[before.start : before.end])
    )
    return (sided & (ranges | _naming_motion(view) | _bidding(view))).union(going_on)


def shown_on_command(scene: Scene) -> Iterator[Found]:
    """Read the verdict on a motion that a statement asks the patient for."""
    if scene.statement.start not in may_command(scene.view):
        return
    region = _region(scene) if scene.may_examine else None
    if region is None or not scene.statement.chunks:
        return
    for told in _verdicts(scene):
        verdict = verdict_on(scene, told)
        if verdict is not None:
            both = _side(scene, told) if _side(scene, told) == "bilateral" else None
            side = both or _own_side(scene, told) or _side(scene, _so_far(scene, told)) or _side(scene, told)
            found = "absent" if is_enough(scene, told, verdict[1]) else verdict[0]
            yield Found("restriction", found, verdict[1:], region, side, "tart.motion")
            return


def _so_far(scene: Scene, told: Statement | Chunk) -> Statement | Chunk:
    """Return the words that name the side of a verdict: those up to it: `Right, stops at thirty, left is full`."""
    if isinstance(told, Statement) or scene.view.sides(told):
        return scene.statement
    return Chunk(scene.statement.start, max(told.end, scene.statement.chunks[0].end))


def _own_side(scene: Scene, told: Statement | Chunk) -> Laterality | None:
    """Return the side of a part that alone is short or full: `to the right it quits at twenty, to the left it goes`."""
    if isinstance(told, Statement):
        return None
    sides = {side.value for side in scene.view.sides(told)}
    sided = [part for part in scene.statement.chunks if part.start > told.start and scene.view.sides(part)]
    alike = any((judged := verdict_on(scene, part)) is not None and judged[0] == "present" for part in sided)
    return sides.pop() if len(sides) == 1 and not alike else None


def is_verdict(scene: Scene) -> bool:
    """Tell whether a statement only says how far a motion went that was asked for, as in `Yeah that's about half.`."""
    said = [*takewhile(lambda word: word not in {"of", "than"}, scene.words())]
    if scene.statement.turn < 0 or scene.view.places(scene.statement) or len(said) > _LONGEST_VERDICT:
        return False
    bidden = bidden_before(scene)
    here = bidden is not None and bidden.turn == scene.statement.turn
    return here and region_bidden(scene) is not None


def _region(scene: Scene) -> Region | None:
    """Return the region that moves, where a statement is a command or goes on with one, as in `Now left.`."""
    if scene.statement.turn < 0:
        return None
    if bidden_at(scene.view, scene.statement) is not None:
        return moved_region(scene, scene.statement) or region_bidden(scene)
    return _region_bent(scene) if _other_way_at(scene.view, scene.statement) is not None else _region_turned(scene)


def _region_turned(scene: Scene) -> Region | None:
    """Return the region that the statements before told to turn, where one goes on with a side."""
    sided = scene.view.sides(scene.statement)
    if not sided or not (_only_names_side(scene, scene.statement) or _opening_side(scene, scene.statement)):
        return None
    for earlier in reversed(scene.view.statements_before(scene.statement)):
        if bidden_at(scene.view, earlier) is not None:
            return moved_region(scene, earlier)
        if earlier.turn == scene.statement.turn and _tells_way(scene, earlier):
            return scene.topic.region if scene.topic.region in _SPINE else None
    return None


def _other_way_at(view: View, statement: Statement) -> int | None:
    """Return the index of the way with which a statement goes on to bend, as in `Now back.` and `Forward is full.`."""
    opening, light = range(statement.start, statement.end)[:_OPENING], words("before_command")
    if _BENDING_WAYS.isdisjoint(view.norms[opening.start : opening.stop]):
        return None
    at = next((at for at in opening if view.norms[at][0].isalnum() and view.norms[at] not in light), None)
    if at is None or view.norms[at] not in _BENDING_WAYS or view.fixing(statement):
        return None
    behind = view.tokens.word(at + 1)
    return at if not behind[0].isalnum() or behind in _TOLD_OF_WAY else None


def _region_bent(scene: Scene) -> Region | None:
    """Return the region that the statements before bend or told to be bent."""
    for earlier in reversed(scene.earlier_in_turn):
        if bidden_at(scene.view, earlier) is not None:
            return moved_region(scene, earlier)
        if any(hit.term.role == "motion" for hit in scene.view.terms("tart", earlier)):
            return scene.topic.region if scene.topic.region in _SPINE else None
    return None


def _tells_way(scene: Scene, earlier: Statement) -> bool:
    """Tell whether a statement told how far a motion goes to one side, as in `Rotation to the left, lovely.`."""
    moves = any(hit.term.role == "motion" for hit in scene.view.terms("tart", earlier))
    return moves and bool(scene.view.sides(earlier))


def _only_names_side(scene: Scene, statement: Statement) -> bool:
    """Tell whether a statement opens with a side and nothing but light words, as `And the other way.` does."""
    part = statement.chunks[0] if statement.chunks else Chunk(statement.start, statement.end)
    if not scene.view.sides(part) or part.end - part.start > _LONGEST_OPENING:
        return False
    light = words("before_command") | words("side_fillers") | {"other", "to", "shoulder", "ear", "leg", "thigh"}
    return all(not word[0].isalnum() or word in light for word in scene.rest_of(part))


def _opening_side(scene: Scene, statement: Statement) -> Side | None:
    """Return the side to which a statement goes on with what was bidden: `And to the right it quits at twenty`."""
    opening = Chunk(statement.start, min(statement.end, statement.start + _LONGEST_OPENING))
    side = next(iter(scene.view.sides(opening)), None)
    if side is None or scene.view.places(opening):
        return None
    light = words("before_command") | {"other", "to", "the"}
    return side if light.issuperset(scene.words(Chunk(opening.start, side.start))) else None


def _verdicts(scene: Scene) -> Iterator[Statement | Chunk]:
    """Yield what may judge the motion: the rest of the command, then what the examiner says next."""
    verb = bidden_at(scene.view, scene.statement)
    if verb is not None:
        yield Chunk(verb + 1, scene.chunk(Chunk(verb, verb + 1)).end)
    elif (way := _other_way_at(scene.view, scene.statement)) is not None:
        yield Chunk(way + 1, scene.chunk(Chunk(way, way + 1)).end)
    elif (side := _opening_side(scene, scene.statement)) is not None:
        yield Chunk(side.end, scene.chunk(side).end)
    yield from (part for part in scene.statement.chunks[1:] if verb is None or part.start > verb)
    for later in scene.view.statements_after(scene.statement)[:_JUDGING]:
        goes_on = command_at(scene.view, later, words("body_commands")) is not None
        goes_on = goes_on or (later.asks and not _asks_for_end(scene, later))
        goes_on = goes_on or later.start in may_tell_own_motion(scene.view)
        sided = (
            _only_names_side(scene, later) or _opening_side(scene, later) is not None or names_other_way(scene, later)
        )
        if later.turn != scene.statement.turn or goes_on or sided or len(scene.view.sides(later)) > 1:
            return
        yield later


def _asks_for_end(scene: Scene, asked: Statement) -> bool:
    """Tell whether a question only asks to agree, or whether that is all, as in `That's as far as it goes?`."""
    ends = words("asking_for_end").issuperset(word for word in scene.words(asked) if word[0].isalnum())
    return ends or not words("tags").isdisjoint(scene.words(asked.chunks[-1]))


def _side(scene: Scene, part: Statement | Chunk) -> Laterality | None:
    sides = {side.value for side in scene.view.sides(part)}
    if sides >= {"left", "right"} or (
        {"each", "both"} & set(scene.words(part)) and "way" in " ".join(scene.words(part))
    ):
        return "bilateral"
    return next(iter(sides), None)


def each_way(scene: Scene) -> Iterator[Found]:
    """Read what a spoken statement says of each way of a motion that it, or the one before it, names."""
    if scene.statement.start not in may_tell_each_way(scene.view):
        return
    if scene.statement.turn < 0 or scene.statement.asks:
        return
    ranges = (hit for hit in scene.terms("tart", "normal") if hit.term.value == "restriction")
    moves = next((hit for hit in scene.terms("tart", "motion")), None) or next(ranges, None)
    bids = moves is None and command_at(scene.view, scene.statement, words("motion_commands")) is not None
    if moves is None and not bids and not _goes_on(scene):
        return
    for chunk in scene.statement.chunks:
        side = _way(scene, chunk)
        if side is None or (moves is not None and moves.end > chunk.start):
            continue
        verdict = plain_verdict(scene, Chunk(side.end, chunk.end)) or _verdict_behind(scene, chunk, side)
        if verdict is not None:
            found = "absent" if is_enough(scene, chunk, chunk) else verdict.assertion
            yield verdict._replace(laterality=side.value, assertion=found, region=_region(scene))


def _way(scene: Scene, chunk: Chunk) -> Side | None:
    """Return the side with which a part opens, as in `and to the right it's half`."""
    side = next(iter(scene.view.sides(Chunk(chunk.start, min(chunk.end, chunk.start + _OPENING)))), None)
    if side is None or side.value not in {"left", "right"} or scene.view.places(chunk):
        return None
    before = scene.words(Chunk(chunk.start, side.start))
    return side if words("before_command").union(("to", "on", "the")).issuperset(before) else None


def _goes_on(scene: Scene) -> bool:
    """Tell whether the statement before told how far a motion goes to one side."""
    if _way(scene, scene.statement.chunks[0]) is None:
        return False
    before = scene.view.statements_before(scene.statement)[-1:]
    return any(_tells_motion(scene, one) for one in before)


def _tells_motion(scene: Scene, before: Statement) -> bool:
    moves = any(hit.term.role == "motion" for hit in scene.view.terms("tart", before))
    moves = moves or not words("moving").isdisjoint(scene.words(before))
    return before.turn == scene.statement.turn and moves and bool(scene.view.sides(before))


def _verdict_behind(scene: Scene, chunk: Chunk, side: Side) -> Found | None:
    """Read the verdict in the next part, where a part only names a side, as in `To the right, full.`."""
    later = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    alone = later is not None and side.end == chunk.end and _way(scene, later) is None
    return plain_verdict(scene, later) if later is not None and alone else None
