"""A restriction whose way is told right after it is one finding: `C6 is stuck, no left rotation at all`."""

from collections.abc import Iterator, Sequence

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_way
from scribe.extraction.lexicon.neuro.tension_tests import stretched
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.view import Chunk
from scribe.schema import Tart


def told_once(scene: Scene, seen: Sequence[Found]) -> Iterator[Found]:
    """Yield what is found without the spoken restrictions that the next one only tells the way of.

    Args:
        scene: The statement.
        seen: What it finds, in its order.
    """
    if stretched(scene) and not scene.view.fixing(scene.statement):
        return  # What the test of a nerve gives is no finding of the hands.
    held = [found for found in seen if (found.component, found.assertion) == ("restriction", "present")]
    for found in seen:
        following = next((one for one in held if one.parts[0].start > found.parts[0].start), None)
        if scene.statement.turn < 0 or found not in held or following is None or not _adds(scene, found, following):
            yield found


def _adds(scene: Scene, found: Found, following: Found) -> bool:
    """Tell whether a restriction only adds the side to which an unsided one before it goes."""
    own, added = scene.chunk(found.parts[0]), scene.chunk(following.parts[0])
    between = Chunk(found.parts[-1].end, following.parts[0].start)
    ways = [side for side in scene.view.sides(added) if is_way(scene.view, side)]
    return bool(ways) and own != added and not scene.view.sides(own) and not scene.view.places(between)


def without_repeats(scene: Scene, found: Sequence[Tart]) -> Iterator[Tart]:
    """Yield what speech finds, without what it says again with its side, as in `stringy, like rope, on the right`.

    Args:
        scene: The statement.
        found: What it finds.
    """
    sided = {(one.component, one.region, one.assertion) for one in found if one.laterality}
    several = len(scene.view.fixing(scene.statement)) > 1
    both = {(one.component, one.region, one.assertion) for one in found if one.laterality == "bilateral"}
    for one in found:
        if one.laterality in {"left", "right"} and (one.component, one.region, one.assertion) in both and not several:
            continue
        held = (one.component, one.assertion) == ("restriction", "present")
        if one.laterality or several or held or (one.component, one.region, one.assertion) not in sided:
            yield one
