"""Statements → somatic dysfunction, subluxation complex and other lesions of a joint."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.attachment import Topic, compares_sides, nearest
from scribe.extraction.lexicon.context.deixis import meant_side, side_added
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.letters import SEPARATORS, letter_place
from scribe.extraction.lexicon.lesions.notation import listings, positions
from scribe.extraction.lexicon.lesions.recited import recited
from scribe.extraction.lexicon.lesions.series import listed_with
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, Lesion, LesionKind
from scribe.terminology.regions import structure

_HEADS = ("condition", "head", "weak_head", "narrowing")
_EXTREMITIES = frozenset({"upper_extremity", "lower_extremity"})
_LISTED = frozenset({"conclusion", "neutral", "plan"})
_NAMED = frozenset({"", "vague"})
_NOTATION = frozenset("nferslb")
_SIDED = frozenset({"pelvic", "rib_cage", "sacral", "upper_extremity", "lower_extremity"})
_NAMED_BY = {
    "rib": frozenset({"rib", "ribs"}),
    "sacrum": frozenset({"sacrum", "sacral", "sacro", "sacrally"}),
}
"""The words that name the part in terms of these structures; terms without them need the part beside them."""
_DESCRIPTION = 2
_ADDED = 4
_NOT_BEFORE = frozenset({":", ".", ";"})
_VERBS = frozenset({"is", "are", "was", "were", "looks", "feels", "has"})
_LONGEST_HEAD = 4
_PREDICATES = frozenset({"dysfunctional"})
_INJURY_REACH = 8
_DENIAL_REACH = 3
_DENIALS = frozenset({"no", "not", "without", "denies", "never"})
_LOOSE = frozenset({"tight", "central", "narrow"})
_TRAUMA = frozenset(
    {"traumatic", "posttraumatic", "crash", "mvc", "mva", "trauma", "whiplash", "accident", "injury", "dislocation"}
)


class Mention(NamedTuple):
    """A place and side that a lesion is stated for, and the words that state it."""

    place: Place | None
    """The place, or None where the words give none."""
    laterality: Laterality | None
    """The side."""
    start: int
    """Index of the first token of the quote."""
    end: int
    """Index after its last token."""
    head: Item
    """The words whose assertion counts."""


def read_lesions(scene: Scene) -> Iterator[Lesion]:
    """Read the joint lesions of one statement."""
    if not _may_state(scene):
        return
    axes = list(positions(scene.view, scene.statement))
    for position in axes:
        place = position.place or Place(position.start, position.start, "sacral", "sacrum", "", ())
        mention = Mention(place, position.laterality, position.start, position.end, position)
        yield from _lesion(scene, "somatic_dysfunction", mention)
    listed = _kind_of_listings(scene)
    yield from _listed(scene, listed)
    if (added := recited(scene)) is not None and not axes:
        place, side = added
        yield from _lesion(scene, "somatic_dysfunction", Mention(place, side, place.start, place.end, place))
    on_axis = any(position.place is None for position in axes)
    for head in scene.terms("lesions"):
        if _lacks_part(scene, head):
            continue
        if head.term.role == "position" or (head.term.role == "listing" and scene.stance in _LISTED):
            if not (on_axis and head.term.structure == "sacrum"):
                yield from _positional(scene, head, _kind_of_position(scene, head, listed))
        elif _concludes(scene, head):
            kind: LesionKind = head.term.value  # type: ignore[assignment]  # the table holds the schema's words
            for mention in _mentions(scene, head):
                yield from _lesion(scene, kind, mention)


def _positional(scene: Scene, head: Hit, kind: LesionKind) -> Iterator[Lesion]:
    """Read a positional term, and the regions said in one breath with it."""
    for place in listed_with(scene, head):
        yield from _lesion(scene, kind, Mention(place, _side(scene, place), place.start, head.end, head))
    yield from _lesion(scene, kind, _positioned(scene, head))


def _may_state(scene: Scene) -> bool:
    """Tell whether a statement has a term of lesions, or a place or side that notation may stand beside."""
    view, statement = scene.view, scene.statement
    if scene.stance in {"imaging", "codes"} or (statement.asks and not _is_confirmed(scene)):
        return False
    return "lesions" in scene.named or bool(view.places(statement)) or bool(view.sides(statement))


def _kind_of_position(scene: Scene, head: Hit, listed: LesionKind) -> LesionKind:
    """Return what a position is called: as its listing is, or a complex, as in `left cuboid subluxation complex`."""
    if scene.view.norms[head.end - 1 : head.end + 1] == ["subluxation", "complex"]:
        return "subluxation_complex"
    return listed if head.term.role == "listing" else "somatic_dysfunction"


def _is_confirmed(scene: Scene) -> bool:
    """Tell whether a clinician asks and another says yes, as a resident who presents a dysfunction to an attending."""
    reply, turns = scene.statement.reply, scene.view.document.turns
    if reply is None or reply.answer != "yes" or scene.statement.speaker != "clinician":
        return False
    start = scene.view.tokens.spans[reply.start][0]
    answering = next((turn for turn in turns if turn.span[0] <= start < turn.span[1]), None)
    return (
        answering is not None
        and answering.speaker == "clinician"
        and answering.label != turns[scene.statement.turn].label
    )


def _listed(scene: Scene, kind: LesionKind) -> Iterator[Lesion]:
    """Read the vertebrae that a conclusion gives with their listings, as in `VSC T1 (P-L)`."""
    if scene.stance == "conclusion":
        for listing in listings(scene.view, scene.statement):
            mention = Mention(listing.place, listing.laterality, listing.start, listing.end, listing)
            yield from _lesion(scene, kind, mention)


def _kind_of_listings(scene: Scene) -> LesionKind:
    """Return what the listings of a statement are called: a dysfunction, but where it names a subluxation complex."""
    heads = [head for head in scene.terms("lesions", "head") if _concludes(scene, head)]
    called = bool(heads) and heads[0].term.value == "subluxation_complex"
    return "subluxation_complex" if called else "somatic_dysfunction"


def _lacks_part(scene: Scene, head: Hit) -> bool:
    """Tell whether a term of breathing or torsion speaks of no rib and no sacrum, as in `held in inhalation`."""
    own = _NAMED_BY.get(head.term.structure)
    if own is None or own.intersection(head.term.text.split()) or _diaphragm(scene, head):
        return False
    region = structure(head.term.structure).region
    heading = scene.topic.heading
    return not any(place.region == region for place in scene.view.places(scene.statement)) and (
        heading is None or heading.region != region
    )


def _diaphragm(scene: Scene, head: Hit) -> Place | None:
    """Return the diaphragm where a conclusion says a breath of it: `right hemidiaphragm held in exhalation`."""
    named = [place for place in scene.view.places(scene.chunk(head)) if place.structure == "diaphragm"]
    said = named and head.term.structure == "rib" and scene.stance == "conclusion"
    return nearest(named, head) if said else None


def _concludes(scene: Scene, head: Hit) -> bool:
    """Tell whether a head states a lesion where it stands."""
    match head.term.role:
        case "assessment_head":
            return scene.statement.section == "assessment"
        case "weak_head":
            return head.term.text not in {"sd", "sds"} or scene.view.is_capital(head.start)
        case "head":
            return head.term.value != "subluxation_complex" or _is_complex(scene, head)
        case _:
            return False


def _is_complex(scene: Scene, head: Hit) -> bool:
    """Tell whether a subluxation stands for itself: no narrowing, no injury, no other name of a dysfunction."""
    narrows = any(hit.term.text not in _LOOSE for hit in scene.terms("lesions", "narrowing", "compartment"))
    joint = any(
        hit.term.value == "somatic_dysfunction" for hit in scene.terms("lesions", "head", part=scene.chunk(head))
    )
    return not narrows and not joint and not is_injury(scene, head)


def is_injury(scene: Scene, head: Hit) -> bool:
    """Tell whether words of trauma stand near a subluxation, and are not denied."""
    norms, statement = scene.view.norms, scene.statement
    near = range(max(statement.start, head.start - _INJURY_REACH), min(statement.end, head.end + _INJURY_REACH))
    return any(
        norms[index] in _TRAUMA
        and not _DENIALS.intersection(norms[max(statement.start, index - _DENIAL_REACH) : index])
        for index in near
    )


def _lesion(scene: Scene, kind: LesionKind, mention: Mention) -> Iterator[Lesion]:
    assertion = scene.assertion(mention.head)
    stated = scene.by_clinician and not (assertion == "present" and scene.is_complaint)
    if (scene.context.told(mention.head) and assertion != "absent") or not (stated or assertion == "other_person"):
        return
    place = mention.place
    if (
        kind == "subluxation_complex"
        and place is not None
        and place.region in _EXTREMITIES
        and "complex" not in scene.words()
    ):
        return
    yield Lesion(
        kind=kind,
        region=place.region if place else None,
        segments=place.segments if place else (),
        laterality=mention.laterality,
        assertion=assertion,
        read_by=rule_of("lesions", mention.head),
        evidence=scene.quote(*scene.cued(mention, assertion)),
    )


def _positioned(scene: Scene, head: Hit) -> Mention:
    """Place a positional term such as `anterior innominate` or `exhalation dysfunction`."""
    chunk = scene.chunk(head)
    implied = structure(head.term.structure)
    near = [place for place in scene.view.places(chunk) if place.region == implied.region and place.segments]
    near = [diaphragm] if (diaphragm := _diaphragm(scene, head)) else near
    sides = scene.view.sides(chunk)
    place = nearest(near, head) if near else Place(head.start, head.end, implied.region, implied.name, "", ())
    side = nearest(sides, head) if sides else None
    parts: list[Item] = [head, *near[:1]]
    if side:
        parts.append(side)
    laterality = side.value if side else None
    return Mention(place, laterality, min(part.start for part in parts), max(part.end for part in parts), head)


def _mentions(scene: Scene, head: Hit) -> list[Mention]:
    """Find the places that a lesion is stated for, around its head."""
    after = [] if head.term.text in _PREDICATES else _places_after(scene, head)
    places = [*_places_before(scene, head), *after] or _place_elsewhere(scene, head)
    if places:
        return [
            Mention(place, _side(scene, place), min(head.start, place.start), max(head.end, _end(scene, place)), head)
            for place in places
        ]
    if scene.topic.heading is not None:
        return [Mention(scene.topic.heading, _side(scene, head), head.start, head.end, head)]
    if head.term.role == "weak_head":
        return []
    # Who finds no dysfunction at all names no place for it.
    points = scene.view.norms[scene.statement.start] in words("going_on")
    stated = scene.statement.turn >= 0 and (points or scene.assertion(head) != "absent")
    topic = scene.topic if stated else Topic()
    return [Mention(topic.place, topic.side, head.start, head.end, head)]


def _end(scene: Scene, place: Place) -> int:
    """Return the index after a place and the listing or the compared sides behind it."""
    compared = _compared_end(scene, place)
    return max([place.end, compared, *(one.end for one in listings(scene.view, scene.statement) if one.place == place)])


def _place_elsewhere(scene: Scene, head: Hit) -> list[Place]:
    """Return the last place named earlier in the statement of a full head, and the list in the lines below it."""
    if head.term.role != "head":
        return []
    earlier = [place for place in scene.view.places(Chunk(scene.statement.start, head.start)) if place.role in _NAMED]
    return earlier[-1:]


def _side(scene: Scene, place: Hit | Place) -> Laterality | None:
    named = (*positions(scene.view, scene.statement), *listings(scene.view, scene.statement))
    positioned = [one for one in named if one.place == place]
    if positioned:
        return positioned[0].laterality
    chunk = scene.chunk(place)
    sides = scene.view.sides(chunk) or _side_after(scene, chunk)
    own = [side for side in sides if letter_place(scene, side.start) is None and not _is_beyond(scene, place, side)]
    others = (_is_of_next, _is_of_first, _is_of_joint)
    own = [side for side in own if not any(belongs(scene, place, side) for belongs in others)]
    if own:
        return "bilateral" if compares_sides(scene.view, _across(own), own) else nearest(own, place).value
    return _side_of_part(scene, place) or meant_side(scene, chunk) or side_added(scene)


def _across(sides: Sequence[Side]) -> Chunk:
    return Chunk(sides[0].start, sides[-1].end)


def _compared_end(scene: Scene, place: Place) -> int:
    """Return the index after the sides that are compared behind a place, as in `SI dysfunction, right > left`, or 0."""
    chunk = scene.chunk(place)
    sides = scene.view.sides(chunk) or _side_after(scene, chunk)
    return sides[-1].end if sides and compares_sides(scene.view, _across(sides), sides) else 0


def _side_of_part(scene: Scene, place: Hit | Place) -> Laterality | None:
    """Return the side of a part that the statement names for a region, as in `pelvis, the left innominate`."""
    if not isinstance(place, Place) or place.region not in _SIDED or place.segments:
        return None
    parts = [part for part in scene.view.fixing(scene.statement) if part.region == place.region and part != place]
    sides = {nearest(own, part).value for part in parts if (own := scene.view.sides(scene.chunk(part)))}
    return sides.pop() if len(sides) == 1 else None


def _is_beyond(scene: Scene, place: Hit | Place, side: Side) -> bool:
    """Tell whether a side belongs to what the lesion comes with, as in `with pain to the right knee`."""
    return bool(words("list_stops").intersection(scene.view.norms[place.end : side.start]))


def _is_of_next(scene: Scene, place: Hit | Place, side: Side) -> bool:
    """Tell whether a side stands right before a place of another region, as in `T7 and right rib 7`."""
    following = scene.view.places(Chunk(side.end, side.end + 1))
    region = place.region if isinstance(place, Place) else None
    return side.start >= place.end and any(other.region not in {None, region} for other in following)


def _is_of_joint(scene: Scene, place: Hit | Place, side: Side) -> bool:
    """Tell whether a side belongs to a joint before a vertebra, as in `the right sacroiliac and T6`."""
    if not isinstance(place, Place) or place.region in _SIDED:
        return False
    following = scene.view.places(Chunk(side.end, side.end + 1))
    return any(other.region in _SIDED and other.end <= place.start for other in following)


def _is_of_first(scene: Scene, place: Hit | Place, side: Side) -> bool:
    """Tell whether a side belongs to the first of two lesions, as in `left SI dysfunction and dysfunction at T4`."""
    heads = scene.terms("lesions", *_HEADS, "position", part=Chunk(side.end, max(side.end, place.start)))
    first = heads[0] if len(heads) > 1 else None
    return first is not None and bool(scene.view.fixing(Chunk(side.end, first.end)))


def _side_after(scene: Scene, chunk: Chunk) -> list[Side]:
    """Return the side that is added after a comma, as in `subluxation of L3, rotated right`."""
    added = next((later for later in scene.statement.chunks if later.start >= chunk.end), None)
    if added is None or added.end - added.start > _ADDED or scene.view.places(added) or _names_another(scene, added):
        return []
    return scene.view.sides(added)


def _names_another(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part names a diagnosis or finding of its own, as in `sacral dysfunction, left sciatica`."""
    return bool(scene.terms("conditions", "condition", part=part) or scene.terms("tart", "finding", part=part))


def _places_before(scene: Scene, head: Hit) -> list[Place]:
    start, norms = scene.statement.start, scene.view.norms
    before = [place for place in scene.view.places(Chunk(start, head.start)) if place.role in _NAMED]
    # A place may share a word with its head, as the joint of `SI joint dysfunction`.
    named = {min(place.end, head.start): place for place in before}
    places: list[Place] = []
    index, skipped = head.start, 0
    while index > start and skipped <= 1:
        place = named.get(index)
        if place is not None:
            places.insert(0, place)
            index, skipped = place.start, 0
        elif norms[index - 1] in words("list_fillers") - _NOT_BEFORE:
            index -= 1
        elif norms[index - 1] == ";" or norms[index - 1] in words("list_stops") or _other_head(scene, index - 1):
            break
        else:
            index, skipped = index - 1, skipped + 1
    return places


def _places_after(scene: Scene, head: Hit) -> list[Place]:
    end, norms = scene.statement.end, scene.view.norms
    named = {place.start: place for place in scene.view.places(Chunk(head.end, end)) if place.role in _NAMED}
    sides = {side.start: side.end for side in scene.view.sides(Chunk(head.end, end))}
    places: list[Place] = []
    index, skipped, kept = head.end, 0, 0
    while index < end and skipped <= _DESCRIPTION:
        place = named.get(index) or letter_place(scene, index)
        listed = not SEPARATORS.isdisjoint(norms[head.end : index])
        if place is not None and listed and _is_of_disease(scene, place):
            return places
        if place is not None:
            places.append(place)
            index, skipped = _end(scene, place), 0
        elif _other_head(scene, index) or (len(places) > 1 and norms[index] in _VERBS and index == places[-1].end):
            # The last place belongs to what follows: `..., cervical spondylosis`, `... and lumbar is clear`.
            return places[:kept]
        elif sides.get(index, 0) > index + 1 and not any(index < start < sides[index] for start in named):
            # A side of several words is one that was corrected, as in `of the left, I mean the right innominate`.
            index = sides[index]
        elif (norms[index] in words("list_stops") and not _points(scene, index)) or _opens_ailment(scene, index):
            break
        else:
            kept = len(places) if norms[index] in {*SEPARATORS, "("} else kept
            skipped += norms[index] not in words("list_fillers") and not _notes(norms[index])
            index += 1
    return places


def _is_of_disease(scene: Scene, place: Place) -> bool:
    """Tell whether a place belongs to another diagnosis, as in `SI joint dysfunction, hip pain`."""
    following = scene.view.norms[place.end : min(place.end + 1, scene.statement.end)]
    named = scene.terms("conditions", part=Chunk(place.start, place.start + 1))
    return not words("ailments").isdisjoint(following) or any(hit.end > place.end for hit in named)


def _opens_ailment(scene: Scene, index: int) -> bool:
    """Tell whether a complaint with a place of its own follows in a list, as in `and irritation of the knee`."""
    return scene.view.norms[index] in words("ailments") and scene.view.norms[index + 1] in {"of", "in", "at"}


def _points(scene: Scene, index: int) -> bool:
    """Tell whether a `that` points to a place right after it, as in `dysfunction of that left sacroiliac`."""
    if scene.view.norms[index] != "that":
        return False
    start = index + 1 + (scene.view.norms[index + 1 : index + 2] == ["the"])
    after = Chunk(start, start + 1)
    return bool(scene.view.sides(after) or scene.view.places(after))


def _other_head(scene: Scene, index: int) -> bool:
    """Tell whether a token belongs to another diagnosis."""
    near = Chunk(max(scene.statement.start, index - _LONGEST_HEAD), index + 1)
    return any(
        hit.start <= index < hit.end
        for table in ("conditions", "lesions")
        for hit in scene.terms(table, *_HEADS, part=near)
    )


def _notes(word: str) -> bool:
    """Tell whether a word is part of a notation or a code, which a list of places may carry."""
    return set(word) <= _NOTATION or (word[:1].isalpha() and word[1:].isdecimal()) or word.isdecimal()
