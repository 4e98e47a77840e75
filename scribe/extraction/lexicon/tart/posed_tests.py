"""Flexion tests that are named by their pose alone: `Standing flexion, left goes first. Seated's negative.`."""

from collections.abc import Iterator
from functools import lru_cache

from scribe.extraction.lexicon.context.denials import denies
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, Laterality, Region

_POSES: dict[str, Region] = {"seated": "sacral", "sitting": "sacral", "standing": "pelvic"}
_OPENING = 3
_LIGHT = frozenset({"and", "then", "now", "but", "the", "on", "in", "okay", "so", "while"})
_POSITIVE = frozenset({"positive", "pos"})
_NEGATIVE = frozenset({"negative", "neg", "even", "equal", "symmetric", "symmetrical", "together", "difference"})
_SOONER = frozenset({"first", "sooner", "further", "farther", "earlier", "more", "higher"})
_LONGEST = 14
_BACK = 3


@lru_cache(maxsize=1)
def may_name_pose(view: View) -> frozenset[int]:
    """Return where the statements start that may tell the result of a flexion test by its pose."""
    return saying(view, frozenset(_POSES)) & saying(view, _POSITIVE | _NEGATIVE | _SOONER)


def posed(scene: Scene) -> Iterator[Found]:
    """Read the result of the flexion test that a part names by its pose, after one that was named in full."""
    if scene.statement.turn < 0 or scene.statement.start not in may_name_pose(scene.view):
        return
    for part, pose in _poses(scene):
        verdict = _verdict(scene, part) if _names_test(scene, part) else None
        if verdict is not None:
            yield Found("restriction", verdict[0], (part,), pose, verdict[1], "tart.test")


def _poses(scene: Scene) -> Iterator[tuple[Chunk, Region]]:
    """Yield the words that a pose opens, up to the next, with the region whose motion is tested in it."""
    starts = [part.start for part in scene.statement.chunks]
    opened = [(start, at) for start in starts if (at := _pose_at(scene, start)) is not None]
    ends = [*(start for start, _ in opened), scene.statement.end][1:]
    for (start, at), end in zip(opened, ends, strict=False):
        if end - start <= _LONGEST and not any(hit.start == at for hit in scene.terms("tart", "test")):
            yield Chunk(at, end), _POSES[scene.view.norms[at]]


def _pose_at(scene: Scene, start: int) -> int | None:
    opening = range(start, min(start + _OPENING, scene.statement.end))
    at = next((at for at in opening if scene.view.norms[at] in _POSES), None)
    return at if at is not None and _LIGHT.issuperset(scene.view.norms[start:at]) else None


def _names_test(scene: Scene, part: Chunk) -> bool:
    """Tell whether a flexion test was named before, in full, in this turn."""
    before: list[Statement | Chunk] = [*scene.earlier_in_turn[-_BACK:], Chunk(scene.statement.start, part.start)]
    tests = (hit for one in before for hit in scene.view.terms("tart", one) if hit.term.role == "test")
    return any(not {"flexion", "bending", "bend"}.isdisjoint(hit.term.text.split()) for hit in tests)


def _verdict(scene: Scene, part: Chunk) -> tuple[Assertion, Laterality | None] | None:
    """Return whether a test is positive, with its side; None where the words tell neither."""
    said = frozenset(scene.words(part))
    sides = {side.value for side in scene.view.sides(part)}
    rises = len(sides) == 1 and not said.isdisjoint(_SOONER) and not said.isdisjoint(words("rising"))
    if rises or (not said.isdisjoint(_POSITIVE) and not denies(said)):
        return "present", sides.pop() if len(sides) == 1 else None
    return ("absent", None) if not said.isdisjoint(_NEGATIVE) and not sides else None
