"""Motions that an examiner asks for, and the part of the spine that makes them: `Now turn your head left.`."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.saying import saying
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Region
from scribe.terminology.regions import LIMBS

_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})
_POSED = frozenset({"arms", "hands", "crossed", "sit", "stand", "sitting", "standing", "feet", "up", "tall"})
"""Words of the pose in which somebody is to move."""
_BENT = frozenset(
    (verb, way)
    for verb in ("bend", "bending", "lean", "leaning", "arch", "arching")
    for way in ("forward", "forwards", "back", "backward", "backwards", "over", "down")
)
"""What the low back does, where no other part of the spine is spoken of."""
_SLIDING = frozenset({"slide", "run", "reach", "walk"})
_HANDS = frozenset({"hand", "hands", "fingers", "fingertips"})
_LEGS = frozenset({"leg", "thigh", "knee", "shin", "calf"})
_OTHER_WAYS = frozenset((other, way) for other in ("other", "opposite") for way in ("way", "side", "one", "direction"))
_BY_HAND = frozenset({"twisting", "turning", "rotating", "tilting", "twist", "turn", "rotate", "tilt"})
_HANDLING = frozenset({"i'm", "i'll", "i", "me"})
"""Words of examiners who make a motion themselves, as in `let me turn your head`."""
_ARMS = frozenset({"arm", "arms"})
_BEFORE_HAND = 4
_TURNS_BACK = 4
_SIDE_BEND = ("side", "bend")
_STEPPING = frozenset({"march", "walk", "step", "squat", "hold"})
_NEAR = 2
_RAISED = frozenset(
    {"overhead", "up", "out", "over", "raise", "lift", "reach", "lifting", "raising", "reaching", "high"}
)
_LIFTING = frozenset({"lift", "lifting", "raise", "raising", "reach", "reaching", "overhead"})
_BENDING = frozenset({"bend", "bending", "flex", "flexing", "curl", "curling"})
_RAISED_TO = 150
"""The least degrees to which an arm should be raised."""
_BENT_TO: dict[str | None, int] = {"elbow": 130, "knee": 120, "ankle": 10}
"""The least degrees to which a joint of a limb should bend."""
_STRAIGHTENING = frozenset({
    "straighten", "straightening", "bend", "bending", "flex", "flexing", "extend", "extending", "curl", "curling",
})  # fmt: skip
"""What somebody does with an elbow or a knee."""


@lru_cache(maxsize=1)
def may_bid(view: View) -> frozenset[int]:
    """Return where the statements start that have a verb with which a motion is asked for."""
    sliding = saying(view, _SLIDING) & saying(view, _HANDS) & saying(view, _LEGS)
    return saying(view, words("motion_commands")) | sliding


def bidden_at(view: View, statement: Statement) -> int | None:
    """Return the index of the verb that asks for a motion, also behind a pose, as in `arms crossed, turn`.

    Args:
        view: The document's words.
        statement: The statement that may ask for it.
    """
    if statement.start not in may_bid(view):
        return None
    if _slides_hand(view.norms[statement.start : statement.end]):
        return command_at(view, statement, _SLIDING)
    verbs = words("motion_commands")
    if tuple(view.norms[statement.start : statement.start + 2]) == _SIDE_BEND:
        return statement.start + 1
    opening = command_at(view, statement, verbs)
    if opening is not None or verbs.isdisjoint(view.norms[statement.start : statement.end]):
        return opening
    joins = (at + 1 for at in range(statement.start, statement.end - 1) if view.norms[at] in {"and", "then"})
    starts = sorted({*(part.start for part in statement.chunks[1:]), *joins})
    later = (command_at(view, statement._replace(start=start), verbs) for start in starts)
    at = next((verb for verb in later if verb is not None), None)
    return at if at is not None and not _POSED.isdisjoint(view.norms[statement.start : at]) else None


def _slides_hand(said: Sequence[str]) -> bool:
    """Tell whether somebody is told to bend to a side, as in `Slide your hand down the left leg`."""
    return not (_SLIDING.isdisjoint(said) or _HANDS.isdisjoint(said) or _LEGS.isdisjoint(said))


def moved_region(scene: Scene, command: Statement) -> Region | None:
    """Return the part of the spine that moves as somebody is told, as the neck does at `Look up`.

    Args:
        scene: A statement of the document, whose topic may tell which part is meant.
        command: The statement that tells to move.
    """
    said = scene.words(command)
    gazes = "look" in said and (words("gazed_at").intersection(said) or scene.view.sides(command))
    if gazes or words("of_neck").intersection(said):
        return "cervical"
    if "look" in said and not words("motion_commands").difference({"look"}).intersection(said):
        return None  # Who is told to look here, or at a picture, moves nothing.
    bends = any(pair in _BENT for pair in pairwise(said))
    named = [place.region for place in scene.view.fixing(command) if not (bends and place.region in LIMBS)]
    region = named[0] if named else scene.topic.region
    sideways = region in LIMBS and "bend" in said and bool(scene.view.sides(command))
    if _slides_hand(said) or (not named and region != "thoracic" and (bends or sideways)):
        return "lumbar"  # As in `Bend forward, touch your toes. Now bend to the left.`, where no limb bends.
    if not named and region not in _SPINE and "turn" in said and scene.view.sides(command):
        return "cervical"
    if region not in _SPINE and not named and not {"arms", "trunk", "torso"}.isdisjoint(said):
        return "thoracic"
    return "cervical" if region == "head" else region if region in _SPINE else None


def bidden_before(scene: Scene) -> Statement | None:
    """Return the statement that told to move last, in this turn or just before the patient's answer.

    Args:
        scene: A statement of the document.
    """
    for earlier in reversed(scene.view.statements_before(scene.statement)):
        if scene.statement.turn - earlier.turn > _TURNS_BACK:
            return None
        if earlier.speaker != "patient" and bidden_at(scene.view, earlier) is not None:
            return earlier
        others = words("body_commands") | _STEPPING
        if earlier.speaker != "patient" and (
            scene.view.fixing(earlier) or command_at(scene.view, earlier, others) is not None
        ):
            return None  # Another place has been spoken of since, or something else was asked for.
    return None


def region_bidden(scene: Scene) -> Region | None:
    """Return the part of the spine that was told to move last.

    Args:
        scene: A statement of the document.
    """
    bidden = bidden_before(scene)
    return None if bidden is None else moved_region(scene, bidden)


def names_other_way(scene: Scene, statement: Statement) -> bool:
    """Tell whether a statement only goes on to the side opposite to the last one, as in `And now the other way.`."""
    said = [word for word in scene.words(statement) if word[0].isalnum()]
    light = words("before_command") | {"the", "other", "opposite", "way", "side", "one", "to", "on"}
    return not _OTHER_WAYS.isdisjoint(pairwise(said)) and light.issuperset(said)


@lru_cache(maxsize=1)
def may_move_limb(view: View) -> frozenset[int]:
    """Return where the statements start that may tell somebody to move a limb, or move one for them."""
    return saying(view, _LIFTING | _STRAIGHTENING | _BY_HAND) | (saying(view, _ARMS) & saying(view, _RAISED))


def moved_by_hand(scene: Scene, statement: Statement) -> Region | None:
    """Return the part of the spine that an examiner moves, as in `Arms crossed. I'm doing the turning, you relax.`.

    Args:
        scene: A statement of the document, whose topic may tell which part is meant.
        statement: The statement that may tell of it.
    """
    said = scene.words(statement)
    at = next((at for at, word in enumerate(said) if word in _BY_HAND), None)
    if at is None or _HANDLING.isdisjoint(said[max(0, at - _BEFORE_HAND) : at]) or statement.speaker == "patient":
        return None
    if not words("of_neck").isdisjoint(said):
        return "cervical"
    near = (word for one in (*scene.view.statements_before(statement)[-1:], statement) for word in scene.words(one))
    if not _ARMS.isdisjoint(near):
        return "thoracic"
    return scene.topic.region if scene.topic.region in _SPINE and not scene.view.fixing(statement) else None


def limb_moved(scene: Scene, command: Statement, before: Region | None) -> Region | None:
    """Return the limb that somebody is told to move, or that is moved for them, as in `Arms overhead.`.

    Args:
        scene: A statement of the document, whose topic may tell which limb is meant.
        command: The statement that tells to move.
        before: What was moved last, which `Behind your back.` goes on with.
    """
    if command.start not in may_move_limb(scene.view) and before not in LIMBS:
        return None
    said = scene.words(command)
    if not _ARMS.isdisjoint(said) and not _RAISED.isdisjoint(said):
        return "upper_extremity"
    if before == "upper_extremity" and ("behind", "your") in pairwise(said):
        return before
    named = [place.region for place in scene.view.fixing(command) if place.region in LIMBS]
    lifts, bends = not _LIFTING.isdisjoint(said), not _STRAIGHTENING.isdisjoint(said)
    bends = bends and _BENT.isdisjoint(pairwise(said))
    if not lifts and not bends:
        return None
    if named or "it" not in said:
        return named[0] if named else None
    near = {word for one in scene.view.statements_before(command)[-_NEAR:] for word in scene.words(one)}
    on_arm: Region | None = "upper_extremity" if not _ARMS.isdisjoint(near) else None
    return scene.topic.region if scene.topic.region in LIMBS else on_arm


def norm_of_limb(scene: Scene, command: Statement) -> int | None:
    """Return how many degrees the joint should go at least that somebody is told to lift or bend, where it is known.

    Args:
        scene: A statement of the document.
        command: The statement that tells to move.
    """
    said = scene.words(command)
    if not _ARMS.isdisjoint(said) and not _RAISED.isdisjoint(said):
        return _RAISED_TO
    named = [place.structure for place in scene.view.fixing(command)]
    known = (_BENT_TO[joint] for joint in named if joint in _BENT_TO)
    return None if _BENDING.isdisjoint(said) else next(known, None)
