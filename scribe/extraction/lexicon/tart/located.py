"""Where an examiner says that the hand was, once the patient has answered: `Sore?`, `Yes.`, `That's the left L5.`."""

from scribe.extraction.lexicon.context.attachment import Attachment
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_LONGEST = 14
_OPENING = 5
_HOW = frozenset({"very", "pretty", "really", "quite", "little", "then", "also", "too", "good", "see"})


def located(scene: Scene) -> Attachment | None:
    """Return the place that the examiner names right after the answer to a question that names none."""
    statement, reply = scene.statement, scene.statement.reply
    if reply is None or statement.turn < 0 or scene.view.fixing(statement):
        return None
    later = scene.view.statements_after(Chunk(statement.start, reply.end))
    named = next((one for one in later if one.turn != statement.turn and one.speaker != "patient"), None)
    if named is None or named.asks or named.end - named.start > _LONGEST:
        return None
    opening = scene.view.norms[named.start : named.start + _OPENING]
    places = scene.view.fixing(named)
    points = not words("pointing_back_to").isdisjoint(opening) or opening[0] in words("sore")
    if not places or not points:
        return None
    items: list[Item] = [*scene.view.places(named), *scene.view.sides(named)]
    covered = {at for item in items for at in range(item.start, item.end)}
    said = [scene.view.norms[at] for at in range(named.start, named.end) if at not in covered]
    light = words("locating") | words("sore") | _HOW
    if any(word[0].isalnum() and word not in light for word in said):
        return None
    sides = {side.value for side in scene.view.sides(named)}
    return Attachment(places[0], sides.pop() if len(sides) == 1 else None)
