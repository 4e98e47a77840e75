"""Whether it is a joint that moves: a limb that drops or beats, or whose strength is graded, tells of a nerve."""

from collections.abc import Sequence

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.terminology.regions import LIMBS

_JERKED = frozenset({"ankle", "ankles", "foot", "feet"})
_UNBORN = frozenset({"baby", "baby's", "babies", "fetus", "fetal", "infant"})
"""Who moves, and is no joint, as in `baby is moving well`."""
_WALKED_ON = frozenset({"heels", "toes", "tiptoes", "tiptoe"})
_SUPPOSING = frozenset({"if", "should", "could", "may"})
_NEAR = 2
_FEW = 4
"""Words of a joint that neither names, with its side, at most."""
_ENDS = frozenset({"foot", "feet", "toe", "toes", "kneecap", "kneecaps"})
"""What stands turned in or out, as in `The left foot turns out more.`."""
_GRADES = frozenset({"four", "five", "4", "5", "4/5", "5/5", "strong", "weak"})


def is_of_joint(scene: Scene, move: Item) -> bool:
    """Tell whether a joint moves: a limb that drops, as in `the left foot drops`, is weak.

    Args:
        scene: The statement.
        move: The words of the motion, from what denies its verb.
    """
    if not _UNBORN.isdisjoint(scene.view.norms[scene.chunk(move).start : move.start]):
        return False
    region = scene.attach(move)[0].region
    if region in LIMBS and walks_on_ends(scene):
        return False
    verb = scene.view.norms[move.start]
    dropped = verb in words("dropping") or _is_graded(scene, verb) or _is_jerked(scene, move)
    return region is not None and not (dropped and region in LIMBS)


def is_reported(scene: Scene) -> bool:
    """Tell whether a `would` of a note reports what a joint did, as in `C2 was prominent and would not glide`.

    Args:
        scene: The statement.
    """
    return scene.statement.turn < 0 and "would" in scene.said and _SUPPOSING.isdisjoint(scene.said)


def walks_on_ends(scene: Scene) -> bool:
    """Tell whether somebody walks on the heels or toes, where what does not come up is weak: `Heels. No, the left one`.

    Args:
        scene: The statement.
    """
    near = (scene.statement, *scene.earlier_in_turn[-_NEAR:])
    walked = any(not _WALKED_ON.isdisjoint(scene.words(one)) for one in near)
    return scene.statement.turn >= 0 and walked and not scene.view.fixing(scene.statement)


def names_neither(said: Sequence[str]) -> bool:
    """Tell whether neither of two is what moves, as in `neither SI is gliding`.

    Args:
        said: The words before the verb.
    """
    behind = said[said.index("neither") + 1 :] if "neither" in said else []
    return 0 < len(behind) <= _FEW and all(word[0].isalnum() for word in behind)


def _is_jerked(scene: Scene, move: Item) -> bool:
    """Tell whether it is a foot that does not beat when it is jerked, as in `Your ankles didn't bounce`."""
    bounces = scene.view.norms[move.end - 1].startswith("bounc")
    return bounces and not _JERKED.isdisjoint(scene.words(scene.chunk(move)))


def _is_graded(scene: Scene, verb: str) -> bool:
    """Tell whether a motion of a limb is one whose strength is graded, as in `Left elbow bending, C6, also four`."""
    return verb.endswith("ing") and not _GRADES.isdisjoint(scene.said)


def tells_position(scene: Scene, chunk: Chunk, verb: int) -> bool:
    """Tell whether it is how a vertebra or a foot has turned, as in `T7 rotates right`, which frees no motion.

    Args:
        scene: The statement.
        chunk: The part that the verb stands in.
        verb: Index of the verb.
    """
    after = scene.view.norms[verb + 1 : verb + 2]
    if after in (["in"], ["out"]) and not _ENDS.isdisjoint(scene.words(Chunk(chunk.start, verb))):
        return True
    sides = {side.value for side in scene.view.sides(chunk)}
    if scene.view.norms[verb] != "rotates" or sides not in ({"left"}, {"right"}):
        return False
    return any(place.end == verb and place.structure == "vertebra" for place in scene.view.fixing(chunk))
