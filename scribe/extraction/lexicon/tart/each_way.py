"""How far a motion goes each way, part by part: `Neck rotation, to the left it's good, to the right maybe half.`."""

from collections.abc import Iterator

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.places import Side
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion

_OPENING = 4
_LONGEST = 8


def each_way(scene: Scene) -> Iterator[Found]:
    """Read what a spoken statement says of each way of a motion that it, or the one before it, names."""
    if scene.statement.turn < 0 or scene.statement.asks or not scene.view.sides(scene.statement):
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
        verdict = _verdict(scene, Chunk(side.end, chunk.end)) or _verdict_behind(scene, chunk, side)
        if verdict is not None:
            found = "absent" if _is_enough(scene, chunk) else verdict.assertion
            yield verdict._replace(laterality=side.value, assertion=found)


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


def _is_enough(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether the next part calls a measure normal, as in `left one's thirty-five, that's fine`."""
    later = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    said = [word for word in scene.words(later) if word[0].isalnum()] if later else []
    return len(said) in range(1, _OPENING) and not words("asked_well").union(("good", "normal")).isdisjoint(said)


def _verdict_behind(scene: Scene, chunk: Chunk, side: Side) -> Found | None:
    """Read the verdict in the next part, where a part only names a side, as in `To the right, full.`."""
    later = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    return (
        _verdict(scene, later) if later is not None and side.end == chunk.end and _way(scene, later) is None else None
    )


def _verdict(scene: Scene, part: Chunk) -> Found | None:
    """Read words that say no more than how far a motion goes."""
    said = scene.words(part)
    if len(said) > _LONGEST or any(hit.term.role in {"finding", "normal"} for hit in scene.terms("tart", part=part)):
        return None
    if not {"another", "extra"}.isdisjoint(said):
        return None  # What goes further is compared, and not short.
    short = words("partway") | words("limited") | words("short_tens")
    denied = any(word == "not" or word.endswith("n't") for word in said)
    at = next((at for at, word in enumerate(said) if word in short), None)
    if at is not None:
        return Found("restriction", "present", (Chunk(part.start + at, part.start + at + 1),), rule="tart.motion")
    at = next((at for at, word in enumerate(said) if word in words("well_moving") | words("full")), None)
    if at is None:
        return None
    assertion: Assertion = "present" if denied else "absent"
    return Found("restriction", assertion, (Chunk(part.start + at, part.start + at + 1),), rule="tart.motion")
