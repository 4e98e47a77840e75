"""Motions that an examiner asks for, and the part of the spine that makes them: `Now turn your head left.`."""

from itertools import pairwise

from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Region

_SPINE: frozenset[Region | None] = frozenset({"cervical", "thoracic", "lumbar"})
_POSED = frozenset({"arms", "hands", "crossed", "sit", "stand", "sitting", "standing", "feet", "up", "tall"})
"""Words of the pose in which somebody is to move."""
_BENT = frozenset(
    (verb, way)
    for verb in ("bend", "bending", "lean", "leaning", "arch", "arching")
    for way in ("forward", "forwards", "back", "backward", "backwards", "over", "down")
)
"""What the low back does, where no other part of the spine is spoken of."""


def bidden_at(view: View, statement: Statement) -> int | None:
    """Return the index of the verb that asks for a motion, also behind a pose, as in `arms crossed, turn`.

    Args:
        view: The document's words.
        statement: The statement that may ask for it.
    """
    verbs = words("motion_commands")
    opening = command_at(view, statement, verbs)
    if opening is not None or verbs.isdisjoint(view.norms[statement.start : statement.end]):
        return opening
    later = (command_at(view, statement._replace(start=part.start), verbs) for part in statement.chunks[1:])
    at = next((verb for verb in later if verb is not None), None)
    return at if at is not None and not _POSED.isdisjoint(view.norms[statement.start : at]) else None


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
    named = [place.region for place in scene.view.fixing(command)]
    region = named[0] if named else scene.topic.region
    if not named and region != "thoracic" and any(pair in _BENT for pair in pairwise(said)):
        return "lumbar"
    if not named and region not in _SPINE and "turn" in said and scene.view.sides(command):
        return "cervical"
    if region not in _SPINE and not named and "arms" in said:
        return "thoracic"
    return "cervical" if region == "head" else region if region in _SPINE else None
