"""The place that an examiner names once a patient has said that it hurts: `Ow.`, `That's the left L5.`."""

from scribe.extraction.lexicon.context.attachment import Attachment
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.replies import Reply
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import words

_LONGEST = 14
_OPENING = 5
_NEXT = frozenset({"and", "now", "next", "then"})
_SOON = 3
_LEADING = frozenset({"on", "at", "over"})
_HOW = frozenset(
    {"very", "pretty", "really", "quite", "little", "then", "also", "too", "good", "see", "dead", "center"}
)
_CENTERS = frozenset({"center", "middle", "midline", "centre"})


def named_after(scene: Scene, answer: Item) -> Attachment | None:
    """Return the place that the examiner names right after an answer, with its side.

    Args:
        scene: The statement that asks, or the one of the patient.
        answer: The words up to the end of what the patient says.
    """
    later = scene.view.statements_after(answer)
    named = next((one for one in later if one.turn != scene.statement.turn and one.speaker != "patient"), None)
    if named is not None and named.asks and named.reply is not None and _only_points(scene, named):
        last = named_after(scene, Chunk(answer.start, named.reply.end))
        return None if last is None else Attachment(last.place, None)
    located_in = None if named is None or named.asks else _located_in(scene, named)
    if named is None or located_in is None or located_in.end - located_in.start > _LONGEST:
        return None
    opening = scene.view.norms[named.start : named.start + _OPENING]
    places = scene.view.fixing(located_in)
    whole = located_in.end == named.chunks[-1].end
    points = whole and (not words("pointing_back_to").isdisjoint(opening) or opening[0] in words("sore"))
    # `Over the left C4` goes on to another spot, unless the hands lay there already.
    points = points or (opening[0] in _LEADING and places[:1] != [] and places[0].region == scene.topic.region)
    goes_on = opening[0] in _NEXT and "this" in opening[:_SOON]  # Of `And this is your rib` it is asked next.
    if not places or not points or goes_on:
        return None
    rest = scene.rest_of(located_in, *scene.view.places(located_in))
    sides = {side.value for side in scene.view.sides(located_in)}
    if not sides and not _CENTERS.isdisjoint(rest):
        return Attachment(places[0], "midline")
    return Attachment(places[0], sides.pop() if len(sides) == 1 else None)


def _located_in(scene: Scene, named: Statement) -> Chunk | None:
    """Return the parts that open a statement and only say where it was: `On the left, at C4, and it's tight there`."""
    light, end = words("locating") | words("sore") | _HOW, None
    for part in named.chunks:
        rest = scene.rest_of(part, *scene.view.places(part))
        if any(word[0].isalnum() and word not in light for word in rest):
            break
        end = part.end
    return None if end is None else Chunk(named.start, end)


def _only_points(scene: Scene, asked: Statement) -> bool:
    """Tell whether a question only goes on to the next spot, as in `And here?`, so that the place is named later."""
    light = words("next_place") | words("pointing")
    return asked.end - asked.start <= _OPENING and light.issuperset(
        word for word in scene.words(asked) if word[0].isalnum()
    )


def located(scene: Scene) -> Attachment | None:
    """Return the place that the examiner names right after the answer to a question that names none."""
    statement, reply = scene.statement, scene.statement.reply
    if reply is None or statement.turn < 0 or scene.view.fixing(statement):
        return None
    if (shown := _shown_next(scene, reply)) is not None:
        return shown
    named = named_after(scene, Chunk(statement.start, reply.end))
    asked = {OPPOSITE.get(side.value) for side in scene.view.sides(statement)}
    # `And the right?`, `No.`, `This is the left facet.` goes on to another spot.
    return None if named is not None and named.laterality in OPPOSITE and asked == {named.laterality} else named


def _shown_next(scene: Scene, reply: Reply) -> Attachment | None:
    """Return the place that is shown between a question and its answer: `Sore on the bone? Here, on the fibula.`."""
    for later in scene.later_in_turn[:1]:
        places = scene.view.fixing(later)
        if (
            later.end <= reply.start
            and not later.asks
            and places
            and scene.view.norms[later.start] in {"here", "right"}
        ):
            sides = scene.view.sides(later)
            return Attachment(places[0], sides[0].value if sides else None)
    return None
