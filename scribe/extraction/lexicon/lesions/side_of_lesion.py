"""Which side a lesion is stated for: among the sides of its statement, or as the examination found its place."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scribe.extraction.lexicon.context.attachment import carry, nearest
from scribe.extraction.lexicon.context.pointed_sides import meant_side, side_added
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import compares_sides, side_ahead
from scribe.extraction.lexicon.lesions.joint_kinds import HEADS, SIDED, is_stated
from scribe.extraction.lexicon.lesions.named_anew import named_once
from scribe.extraction.lexicon.lesions.notation import Position, listings
from scribe.extraction.lexicon.lesions.positions import positions
from scribe.extraction.lexicon.lesions.region_letters import letter_place
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Evidence, Finding, Laterality, Lesion, Region, Tart

_ADDED = 6
_SIDED_NAME = 4
"""Words from a side to the diagnosis that it belongs to."""
_POSES = frozenset({"flexed", "extended", "neutral", "sidebent", "bent", "rotated", "turned", "translated"})
_BETWEEN_POSES = _POSES | {"is", "and"}
"""Words between a vertebra and the side to which it is turned."""
_JOINING = frozenset({"and", "with", "plus", "&", "+"})
_JUST = 3
"""Statements in which a speaker has just told what is named next."""
_NAMING = frozenset({
    "a", "an", "the", "that", "that's", "this", "it", "it's", "is", "there's", "there", "here", "your", "you", "you've",
    "have", "got", "we", "we've", "i", "i'd", "i'll", "would", "call", "say", "so", "okay", "ok", "well", "then",
    "therefore", "and", "diagnosis", "conclusion", "impression", "my", "clear", "joint", "classic", "typical", "plain",
    "alright", "means", "which", "as", "what",
})  # fmt: skip
"""Words beside the name of a lesion that say no more than that it is one."""
_ALONE = frozenset({"on", "the", "side", "your", "his", "her", "one"})
"""Words beside a side that stands alone."""


def side_of(scene: Scene, place: Hit | Place) -> Laterality | None:
    """Return the side that the words around a place of a lesion give it.

    Args:
        scene: The statement.
        place: The place, or the lesion itself.
    """
    named = (*positions(scene.view, scene.statement), *listings(scene.view, scene.statement))
    positioned = [one for one in named if one.place == place]
    if positioned:
        return positioned[0].laterality
    chunk = named_once(scene, scene.chunk(place), place)
    sides = scene.view.sides(chunk) or _side_after(scene, chunk)
    own = [side for side in sides if letter_place(scene, side.start) is None and not _is_beyond(scene, place, side)]
    own = [side for side in own if not _is_noted(scene, side, named)]
    others = (_is_of_next, _is_of_first, _is_of_joint, _is_of_previous, _is_of_condition)
    own = [side for side in own if not any(belongs(scene, place, side) for belongs in others)]
    if own:
        return "bilateral" if compares_sides(scene.view, _across(own), own) else nearest(own, place).value
    sided = isinstance(place, Place) and place.region in SIDED
    ahead = side_ahead(scene.view, scene.statement, chunk) if sided else None
    pointed = ahead or meant_side(scene, chunk) or side_added(scene)
    return _side_of_part(scene, place) or pointed or side_pointed_to(scene, place)


def side_behind(scene: Scene, head: Hit, place: Place) -> Laterality | None:
    """Return the side that stands alone behind a lesion named after its place: `T4, that's a dysfunction, left`.

    Args:
        scene: The statement.
        head: The lesion.
        place: Its place.
    """
    if place.end > head.start or scene.chunk(place) == scene.chunk(head):
        return None
    following = next((part for part in scene.statement.chunks if part.start >= head.end), None)
    if following is None or any(word[0].isalnum() and word not in _ALONE for word in scene.rest_of(following)):
        return None
    sides = scene.view.sides(following)
    return sides[0].value if len({side.value for side in sides}) == 1 else None


def side_of_joint(scene: Scene, place: Place) -> Laterality | None:
    """Return the side of a place that has one; a vertebra turns to a side, and has none."""
    return side_of(scene, place) if place.region in SIDED else None


def side_pointed_to(scene: Scene, place: Hit | Place) -> Laterality | None:
    """Return the side of what was just spoken of: `Left elbow, posterior. That's an upper extremity dysfunction.`.

    Args:
        scene: The statement.
        place: The place of a lesion.
    """
    sided = isinstance(place, Place) and place.region in SIDED and place.region == scene.topic.region
    if scene.statement.turn < 0 or not sided:
        return None
    points = scene.view.norms[scene.statement.start] in words("subjects")
    return scene.topic.side if points or _names_at_once(scene, place) else None


def _names_at_once(scene: Scene, place: Item) -> bool:
    """Tell whether a statement does no more than name what its speaker has just found: `So, SI joint dysfunction.`.

    Where another side was looked at too, the name may be of either.
    """
    told = scene.earlier_in_turn[-_JUST:]
    sides = {side.value for one in told for side in scene.view.sides(one)}
    named: list[Item] = [place, *scene.terms("lesions")]
    rest = words_beside(scene.view, scene.statement, named)
    light = (word for word in rest if word[0].isalnum() and word not in _NAMING)
    return len(sides) == 1 and next(light, None) is None


def _is_noted(scene: Scene, side: Side, named: Sequence[Position]) -> bool:
    """Tell whether a side is part of a notation of another place: `L5 is an F R S left, that's lumbar and pelvis`."""
    letters = "".join(scene.view.norms[max(scene.statement.start, side.start - 2) : side.start])
    return letters.endswith(("rs", "sr")) or any(one.start <= side.start < one.end for one in named)


def _across(sides: Sequence[Side]) -> Chunk:
    return Chunk(sides[0].start, sides[-1].end)


def compared_end(scene: Scene, place: Place) -> int:
    """Return the index after the sides that are compared behind a place, as in `SI dysfunction, right > left`, or 0.

    Args:
        scene: The statement.
        place: The place.
    """
    chunk = scene.chunk(place)
    sides = scene.view.sides(chunk) or _side_after(scene, chunk)
    return sides[-1].end if sides and compares_sides(scene.view, _across(sides), sides) else 0


def _side_of_part(scene: Scene, place: Hit | Place) -> Laterality | None:
    """Return the side of a part that the statement names for a region, as in `pelvis, the left innominate`."""
    if not isinstance(place, Place) or place.region not in SIDED or place.segments:
        return None
    parts = [part for part in scene.view.fixing(scene.statement) if part.region == place.region and part != place]
    told = ((part, scene.view.sides(named_once(scene, scene.chunk(part), part))) for part in parts)
    sides = {nearest(own, part).value for part, own in told if own}
    return sides.pop() if len(sides) == 1 else None


def _is_beyond(scene: Scene, place: Hit | Place, side: Side) -> bool:
    """Tell whether a side belongs to what the lesion comes with, as in `with pain to the right knee`."""
    return bool(words("list_stops").intersection(scene.view.norms[place.end : side.start]))


def _is_of_next(scene: Scene, place: Hit | Place, side: Side) -> bool:
    """Tell whether a side stands right before a place of another region, as in `T7 and right rib 7`."""
    if side.start < place.end:
        return False
    # Of `right AC` the side is a part of the name.
    following = scene.view.places(Chunk(side.start, side.end + 1))
    region = place.region if isinstance(place, Place) else None
    return any(other.region not in {None, region} for other in following)


def _is_of_joint(scene: Scene, place: Hit | Place, side: Side) -> bool:
    """Tell whether a side belongs to a joint beside a vertebra: `the right SI and T6`, `T6 and the SI on the left`."""
    if not isinstance(place, Place) or place.region in SIDED:
        return False
    if side.start >= place.end:
        return any(other.region in SIDED for other in scene.view.fixing(Chunk(place.end, side.start))[-1:])
    following = scene.view.places(Chunk(side.end, side.end + 1))
    return any(other.region in SIDED and other.end <= place.start for other in following)


def _is_of_previous(scene: Scene, place: Hit | Place, side: Side) -> bool:
    """Tell whether a side stands behind a place of another region, or is the way in which that is turned.

    So it is in `rib four on the right and the OA` and `C3 rotated right and a rib`, and not in `L4 right SI`.
    """
    region = place.region if isinstance(place, Place) else None
    before = place_before(scene, side)
    if before is None or before.region in {None, region}:
        return False
    if before.end < side.start:
        return True
    return side.end < place.start or (side.end == place.start and before.structure not in words("central"))


def place_before(scene: Scene, side: Side) -> Place | None:
    """Return the place that a side follows at once, or that is turned to it, as in `C2 rotated right`.

    Args:
        scene: The statement.
        side: The side.
    """
    before = scene.view.places(Chunk(scene.statement.start, side.start))[-1:]
    if not before:
        return None
    between = scene.view.norms[before[0].end : side.start]
    turned = between and between[-1] in _POSES and _BETWEEN_POSES.issuperset(between)
    return before[0] if turned or not between else None


def _is_of_first(scene: Scene, place: Hit | Place, side: Side) -> bool:
    """Tell whether a side belongs to the first of two lesions, as in `left SI dysfunction and dysfunction at T4`."""
    heads = scene.terms("lesions", *HEADS, "position", part=Chunk(side.end, max(side.end, place.start)))
    first = heads[0] if len(heads) > 1 else None
    return first is not None and bool(scene.view.fixing(Chunk(side.end, first.end)))


def _is_of_condition(scene: Scene, place: Hit | Place, side: Side) -> bool:
    """Tell whether a side belongs to a diagnosis before it: `Left C7 radiculopathy and thoracic dysfunction`."""
    if side.end > place.start or "conditions" not in scene.named:
        return False
    named = scene.terms("conditions", "condition", part=Chunk(side.end, min(side.end + _SIDED_NAME, place.start)))
    return any(not _JOINING.isdisjoint(scene.view.norms[hit.end : place.start]) for hit in named)


def _side_after(scene: Scene, chunk: Chunk) -> list[Side]:
    """Return the side that is added after a comma, as in `subluxation of L3, rotated right`."""
    added = next((later for later in scene.statement.chunks if later.start >= chunk.end), None)
    if added is None or added.end - added.start > _ADDED or scene.view.places(added) or _names_another(scene, added):
        return []
    # Of `both persisting` the both counts the lesions.
    return [side for side in scene.view.sides(added) if scene.view.norms[side.start : side.end] != ["both"]]


def _names_another(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part names a diagnosis or finding of its own, as in `sacral dysfunction, left sciatica`."""
    return bool(scene.terms("conditions", "condition", part=part) or scene.terms("tart", "finding", part=part))


def side_of_position(scene: Scene, chunk: Chunk) -> Laterality | None:
    """Return the side that a part tells with the position, as in `innominate dysfunction, right side rotated anterior`.

    Args:
        scene: The statement.
        chunk: The part of the statement that names the joint.
    """
    added = next((later for later in scene.statement.chunks if later.start >= chunk.end), None)
    sides = _side_after(scene, chunk) if added is not None and scene.terms("tart", "position", part=added) else []
    return sides[0].value if len({side.value for side in sides}) == 1 else None


_HALVED = "abdomen_other"
_BEFORE, _AFTER = 2, 4


class Rotation(NamedTuple):
    """The side to which a vertebra is rotated."""

    side: Laterality
    """The side."""
    evidence: tuple[Evidence, ...]
    """The words that say so."""


class ListedVertebra(NamedTuple):
    """A vertebra that a note gives with its listing."""

    region: Region | None
    """Its region."""
    levels: tuple[str, ...]
    """Its levels."""
    rotation: Rotation
    """The side that the listing names, and its words."""


def listed_vertebrae(scene: Scene) -> Iterator[ListedVertebra]:
    """Read the vertebrae that a note gives with their listings, as in `Listings: C5 PRS, T4 PLS`.

    Args:
        scene: The statement.
    """
    if scene.statement.turn >= 0 or scene.carried or not scene.may_examine:
        return
    for listing in listings(scene.view, scene.statement):
        if listing.place is not None and listing.laterality is not None:
            told = Rotation(listing.laterality, scene.quote(listing))
            yield ListedVertebra(listing.place.region, listing.place.segments, told)


def _rotations(scenes: Iterable[Scene]) -> dict[str, Rotation]:
    """Return the side of each vertebra that the clinician finds rotated, or lists; the last word on it holds."""
    found: dict[str, Rotation] = {}
    for scene in scenes:
        if scene.may_examine and not scene.carried and not scene.statement.asks:
            found.update(_rotated(scene))
            found.update((one.levels[0], one.rotation) for one in listed_vertebrae(scene) if len(one.levels) == 1)
    return found


def with_side_of_rotation(lesions: Sequence[Lesion], scenes: Iterable[Scene]) -> Iterator[Lesion]:
    """Give a lesion that is stated with its vertebra, but without a side, the side of that vertebra's rotation.

    Args:
        lesions: What was read in a document.
        scenes: Its statements.
    """
    rotated = _rotations(scenes) if any(map(_lacks_side, lesions)) else {}
    for lesion in lesions:
        found = [rotated[segment] for segment in lesion.segments if segment in rotated]
        sides = {rotation.side for rotation in found}
        if _lacks_side(lesion) and len(sides) == 1 and len(found) == len(lesion.segments):
            quotes = dict.fromkeys([*lesion.evidence, *(quote for rotation in found for quote in rotation.evidence)])
            yield lesion.model_copy(update={"laterality": sides.pop(), "evidence": tuple(quotes)})
        else:
            yield lesion


def _lacks_side(lesion: Lesion) -> bool:
    return bool(lesion.segments) and is_stated(lesion) and lesion.laterality is None


def with_half_of_diaphragm(lesions: Iterable[Lesion], tart: Iterable[Finding]) -> Iterator[Lesion]:
    """Give a lesion of the diaphragm without a side the side of the half on which all is found that is found there."""
    found = [one for one in tart if isinstance(one, Tart) and one.region == _HALVED and one.assertion == "present"]
    sides = {one.laterality for one in found if one.laterality}
    for lesion in lesions:
        open_side = lesion.region == _HALVED and lesion.assertion == "present" and lesion.laterality is None
        if open_side and len(sides) == 1 and sides <= {"left", "right"}:
            half = next(one for one in found if one.laterality)
            quotes = dict.fromkeys([*lesion.evidence, *half.evidence])
            yield lesion.model_copy(update={"laterality": half.laterality, "evidence": tuple(quotes)})
        else:
            yield lesion


def _rotated(scene: Scene) -> Iterator[tuple[str, Rotation]]:
    for hit in scene.terms("tart", "position"):
        said = set(hit.term.text.split())
        # A spinous process stands off to the side that its vertebra turns away from.
        said |= {"spinous"} & {*scene.words(scene.chunk(hit))}
        if said.isdisjoint(words("turned_back")) or said & words("other_ways") or scene.assertion(hit) != "present":
            continue
        place, side = _vertebra(scene, hit), _side(scene, hit)
        if place is not None and side is not None and len(place.segments) == 1:
            own = (place,) if place.start >= scene.statement.start else ()
            yield place.segments[0], Rotation(side.value, scene.quote(hit, side, *own))


def _vertebra(scene: Scene, hit: Hit) -> Place | None:
    """Return the vertebra that is rotated: the nearest place of its part, or the one spoken of before."""
    places = scene.view.fixing(scene.chunk(hit))
    place = nearest(places, hit) if places else carry(scene.view, scene.statement, scene.topic, hit.start).place
    return place if place and place.structure == "vertebra" else None


def _side(scene: Scene, hit: Hit) -> Side | None:
    chunk = scene.chunk(hit)
    near = Chunk(max(chunk.start, hit.start - _BEFORE), min(chunk.end, hit.end + _AFTER))
    sides = [side for side in scene.view.sides(near) if side.value in {"left", "right"}]
    after = [side for side in sides if side.end > hit.start]
    return (after or sides)[0] if sides else None
