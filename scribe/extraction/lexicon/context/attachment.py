"""Which place and which side belong to a mention."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from scribe.extraction.lexicon.context.commands import places_spoken_of
from scribe.extraction.lexicon.context.lists import (
    is_listed,
    joined,
    last_listed,
    list_after,
    list_before,
    named_in,
    place_behind,
)
from scribe.extraction.lexicon.context.side_of_mention import (
    compares_sides,
    ending_side,
    is_compared,
    is_of_position,
    is_well,
    leading_side,
    located,
    opens_next,
    ranks_sides,
    shared_side,
    shows_side,
    side_of_column,
    side_right_before,
    trailing_side,
    turns_to,
)
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item, ItemT
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality, Region
from scribe.terminology.regions import LIMBS

REGION_LETTERS: dict[str, tuple[Region, str]] = {
    "c": ("cervical", "cervical_spine"),
    "t": ("thoracic", "thoracic_spine"),
    "l": ("lumbar", "lumbar_spine"),
    "s": ("sacral", "sacrum"),
    "p": ("pelvic", "pelvis"),
}
"""The letters that head an exam line (`L: L4 FRS R`) or name a region in a list (`SD C, T, L`)."""
_BESIDE = 2
_ADDING = frozenset({"and", "&", "with", "plus"})
_LEADING = frozenset({"at", "over", "of", "in", "along", "on"})
"""Words that lead from a finding to its place."""
_LED = _LEADING | {"the", "his", "her", "motion", "movement", "mobility", "side"}
_SPANNING = frozenset({"-", "to", "through", "thru"})
_PAIRED = LIMBS | {"rib_cage"}
"""Regions whose parts are all on one side or the other."""
_HALVED = _PAIRED | {"abdomen_other"}
"""Those, and the diaphragm, whose halves are felt under the costal margins."""
_GIRDLE = frozenset({"pelvic", "sacral"})
_HEADING = frozenset({"sacroiliac_joint"})
"""Joints that head what was found at them, as in `Left SIJ: sulcus deep`."""


class Topic(NamedTuple):
    """What a statement is about before it says so itself."""

    heading: Place | None = None
    """The place that heads its line, as in `Sacrum: deep right sulcus`."""
    place: Place | None = None
    """The last place named before it."""
    side: Laterality | None = None
    """The side named with that place."""

    @property
    def region(self) -> Region | None:
        """The region of the last place named."""
        return self.place.region if self.place else None


class Attachment(NamedTuple):
    """The place and side of a mention."""

    place: Place | None
    """The place, or None where no words give one."""
    laterality: Laterality | None
    """The side."""

    @property
    def region(self) -> Region | None:
        """The region that the place fixes."""
        return self.place.region if self.place else None


def attach(view: View, statement: Statement, topic: Topic, mention: Item) -> list[Attachment]:
    """Find the places and sides of a mention: in its own words, its list, its heading, or before."""
    chunk = chunk_of(statement, mention)
    own_side = _own_side(view, statement, chunk, mention) if view.sides(statement) else None
    places = view.places(chunk)
    fixing = [place for place in places if place.fixes]
    listed = joined(view, fixing, _place_of(view, fixing, mention), mention) if fixing else []
    before = [place for place in list_before(view, statement, chunk, listed, mention) if place != topic.heading]
    after = list_after(view, statement, chunk, mention)
    opening = [] if listed or not after else named_in(view, chunk)
    listed = [*before, *opening, *listed, *after]
    if listed:
        beside = _at_listed(view, statement, topic, mention, listed)
        told = any(one.laterality for one in beside) or _belongs_to_next(view, chunk, mention, listed)
        told = told or _belongs_before(view, chunk, mention, listed)
        return beside if told else [one._replace(laterality=own_side) for one in beside]
    vague = [place for place in places if place.role == "vague"]
    if vague and (topic.heading is None or (statement.turn >= 0 and topic.place != topic.heading)):
        return [Attachment(nearest(vague, mention), own_side)]
    placed = _from_elsewhere(view, statement, topic, chunk) if topic.heading is None else []
    if placed:
        return [one._replace(laterality=own_side or one.laterality) for one in placed]
    return _carried(view, statement, topic, chunk, own_side)


def _place_of(view: View, places: Sequence[Place], mention: Item) -> Place:
    """Return the place of a mention: the nearest, or the one it leads to, as in `left C5 and spasm of the right QL`.

    Args:
        view: The document's words.
        places: The places of its part.
        mention: The mention.
    """
    chosen = nearest(places, mention)
    if _ADDING.isdisjoint(view.norms[chosen.end : mention.start]):
        return chosen
    behind = next((place for place in places if place.start >= mention.end), None)
    if behind is None:
        return chosen
    between = Chunk(mention.end, behind.start)
    led = words_beside(view, between, view.sides(between))
    return behind if not _LEADING.isdisjoint(led) and _LED.issuperset(led) else chosen


def _belongs_to_next(view: View, chunk: Chunk, mention: Item, listed: Sequence[Place]) -> bool:
    """Tell whether all sides of a part are those of a place named next: `the spine bends and both hips turn`."""
    sides = view.sides(chunk)
    named = {place.start for place in view.fixing(chunk) if place not in listed and place.start > mention.end}
    return bool(sides) and all(side.end in named and side.value == "bilateral" for side in sides)


def _belongs_before(view: View, chunk: Chunk, mention: Item, listed: Sequence[Place]) -> bool:
    """Tell whether all sides are those of a place before an `and`: `spasm of the left QL and tenderness at T4`."""
    sides = view.sides(chunk)
    named = {place.start for place in view.fixing(chunk) if place not in listed and place.end <= mention.start}
    added = bool(sides) and not _ADDING.isdisjoint(view.norms[sides[-1].end : mention.start])
    led = not _LEADING.isdisjoint(view.norms[mention.end : mention.end + 2])
    return added and led and listed[0].start >= mention.end and all(side.end in named for side in sides)


def _own_side(view: View, statement: Statement, chunk: Chunk, mention: Item) -> Laterality | None:
    """Return the side that a statement itself gives to a mention."""
    return (
        _side_in(view, chunk, mention)
        or trailing_side(view, statement, chunk)
        or ending_side(view, statement, chunk, mention)
        or leading_side(view, statement, chunk, mention)
        or side_of_column(view, statement, chunk)
    )


def _at_listed(view: View, statement: Statement, topic: Topic, mention: Item, listed: list[Place]) -> list[Attachment]:
    """Return the places of a list that a mention stands beside, with their own sides."""
    chunk = chunk_of(statement, mention)
    earlier = carry(view, statement, topic, chunk.start)
    if len(listed) > 1 and (shared := shared_side(view, chunk, listed, mention)):
        return [Attachment(place, side_right_before(view, place) or shared) for place in listed]
    if len(listed) == 1 and (beside := _side_beside(view, chunk, mention)):
        return [Attachment(listed[0], beside)]
    sided = {
        place: _side_at(view, statement, place) or _inherited(earlier, place) or _pointed(view, earlier, place)
        for place in listed
    }
    return [Attachment(place, side) for place, side in sided.items()]


def _from_elsewhere(view: View, statement: Statement, topic: Topic, chunk: Chunk) -> list[Attachment]:
    """Return the places that a list ends with, or that speech gives after a pause."""
    if (last := last_listed(view, statement, chunk)) is not None:
        return attach(view, statement, topic, last)
    if (behind := place_behind(view, statement, chunk)) is None:
        return []
    same = topic.side if topic.region == behind.region else None
    return [Attachment(behind, located(view, chunk_of(statement, behind)) or same)]


def _carried(
    view: View, statement: Statement, topic: Topic, chunk: Chunk, own_side: Laterality | None
) -> list[Attachment]:
    """Return the places that are spoken of before a part that names none."""
    carried = carry(view, statement, topic, chunk.start)
    subjects = _list_of(view, statement, chunk, carried.place)
    if len(subjects) > 1:
        sides = {place: own_side or _side_at(view, statement, place) for place in subjects}
        told = {side for side in sides.values() if side}
        shared = told.pop() if len(told) == 1 and len({place.region for place in subjects}) == 1 else None
        return [Attachment(place, side or shared) for place, side in sides.items()]
    sided_by = topic if view.is_cell(chunk) or _goes_on_anew(view, topic, chunk) else carried
    return [Attachment(carried.place or topic.heading, own_side or (sided_by.side if carried.place else None))]


def _goes_on_anew(view: View, topic: Topic, chunk: Chunk) -> bool:
    """Tell whether a part goes on after a semicolon under a heading of its line, not with the side before."""
    return topic.heading is not None and view.norms[chunk.start - 1] == ";"


def _list_of(view: View, statement: Statement, chunk: Chunk, last: Place | None) -> list[Place]:
    """Return the list that heads a statement whose last place is carried, as in `neck and low back, no spasm`."""
    if last is None or not last.fixes or not statement.start <= last.start < statement.end:
        return []
    named = chunk_of(statement, last)
    if named == chunk:
        return []
    if last not in view.fixing(named):  # The letter that heads a line is no place among its words.
        return []
    own = joined(view, view.fixing(named), last, last)
    if own[0].start > named.start + 1:
        return own
    return [*list_before(view, statement, named, own, named), *own]


def _inherited(before: Topic, place: Place) -> Laterality | None:
    """Return the side of a place that was just named with it: `left rib 6 is tender, the rib moves less`."""
    if before.place is not None and before.place == before.heading and before.place.structure in _HEADING:
        return before.side if place.region == before.place.region else None
    if before.place is None or place.structure in words("unsided"):
        return None
    same = before.place.structure == place.structure or before.place.region == place.region in _HALVED
    return before.side if same else None


def _pointed(view: View, before: Topic, place: Place) -> Laterality | None:
    """Return the side of a bone that speech points back to: `The left PSIS is low, and that ilium won't move`."""
    points = view.norms[place.start - 1] in {"that", "same"} and place.region in _GIRDLE
    return before.side if points and before.region in _GIRDLE and place.structure not in words("unsided") else None


def chunk_of(statement: Statement, mention: Item) -> Chunk:
    """Return the part of a statement that a mention starts in."""
    for chunk in statement.chunks:
        if chunk.start <= mention.start < chunk.end:
            return chunk
    return Chunk(statement.start, statement.end)


def nearest(items: Sequence[ItemT], mention: Item) -> ItemT:
    """Return the item with the fewest words between it and a mention; the earlier of two."""
    return min(items, key=lambda item: (max(item.start - mention.end, mention.start - item.end, 0), item.start))


def carry(view: View, statement: Statement, topic: Topic, until: int) -> Topic:
    """Return the topic after the words of a statement before a token."""
    named = statement if until == statement.end else Chunk(statement.start, until)
    if not view.places(named) and not view.sides(named):
        return topic
    said = [*places_spoken_of(view, view.fixing(named), spoken=statement.turn >= 0)]
    goes_on = topic.heading is not None or statement.turn >= 0
    for place in said:
        side = _side_told(view, statement, place) if view.sides(statement) else None
        listed = goes_on and is_listed(view, topic.place, place)
        known = topic.side if listed else _inherited(topic, place) if goes_on else None
        topic = topic._replace(place=place, side=side or known)
    if goes_on and statement.speaker != "patient":
        start = said[-1].end if said else statement.start
        rest = Chunk(start, max(start, min(until, statement.end)))
        side = located(view, rest)
        told = side is not None and topic.side is None and bool(said or not is_well(view, rest))
        if told or (side is not None and not said and (shows_side(view, rest) or _goes_to(view, topic, rest, side))):
            topic = topic._replace(side=side)
    later = Chunk(said[-1].end if said else statement.start, until)
    vague = [place for place in view.places(later) if _is_vague(place)] if statement.turn >= 0 else []
    return topic._replace(place=vague[-1], side=None) if vague else topic


def _goes_to(view: View, topic: Topic, part: Chunk, side: Laterality) -> bool:
    """Tell whether an examiner goes on to the other side of what has two, as in `Now the left.` and `Other side.`."""
    paired = topic.place is not None and topic.place.structure not in words("unsided") | words("central")
    other = not {"other", "opposite"}.isdisjoint(view.norms[part.start : part.end])
    return (paired or other) and topic.side is not None and turns_to(view, part, side)


def _side_told(view: View, statement: Statement, place: Place) -> Laterality | None:
    """Return the side that a statement tells of a place: in its part, or before it."""
    side = None if _only_turns(view, statement, place) else _side_at(view, statement, place)
    if side is None and place.start >= statement.start:
        return leading_side(view, statement, chunk_of(statement, place), place)
    return side


def _only_turns(view: View, statement: Statement, place: Place) -> bool:
    """Tell whether a side is only that to which a vertebra in speech is turned, as in `T6 is shifted to the right`."""
    if statement.turn < 0 or place.structure not in words("central") or place.start < statement.start:
        return False
    chunk = chunk_of(statement, place)
    only_stands = all(is_of_position(view, side) for side in view.sides(chunk))
    return only_stands or (place.structure == "vertebra" and located(view, chunk) is None)


def _is_vague(place: Place) -> bool:
    """Tell whether words such as `the low back` name a place of no one region."""
    return place.role == "vague" and place.end - place.start > 1


def _side_at(view: View, statement: Statement, place: Place) -> Laterality | None:
    """Return the side in the part of a place; among several places a side belongs to the nearest."""
    if not statement.start <= place.start < statement.end:
        return None
    chunk = chunk_of(statement, place)
    rivals = view.fixing(chunk)
    starts = [rival.start for rival in rivals]
    own = set[Laterality]()
    for side in view.sides(chunk):
        at = bisect_left(starts, side.start)
        if is_compared(view, side):
            continue
        if _is_of(view, nearest(rivals[max(0, at - _BESIDE) : at + _BESIDE] or [place], side), place):
            own.add(side.value)
    if own:
        near = _side_in(view, chunk, place)
        # Of `C1 on right and C6 on left` both sides are as near to C6.
        told = own if near in {"left", "right"} and near not in own and len(own) == 1 else {near}
        return next(iter(told))
    return None if view.sides(chunk) else trailing_side(view, statement, chunk)


def _side_beside(view: View, chunk: Chunk, mention: Item) -> Laterality | None:
    """Return the side that follows at once, as in `T8 is stiff in left rotation and sore on the right`."""
    sides = (side for side in view.sides(chunk) if side.start == mention.end and not opens_next(view, side))
    return next((side.value for side in sides if view.norms[side.start] == "on"), None)


def _is_of(view: View, rival: Place, place: Place) -> bool:
    """Tell whether a side beside a rival holds for a place: the clavicle and its joint are of one shoulder.

    So does that of a vertebra whose part is named next, as in `left C6 articular pillar`, and that of a range which
    goes on into the next region, as in `C6-T2 on the left`.
    """
    if rival.end == place.start and rival.region == place.region:
        return True
    upper, lower = sorted((rival, place))
    if upper.end == lower.start and view.norms[upper.end - 1] in _SPANNING:
        return True
    return rival == place or (rival.region == place.region in _PAIRED and rival.structure != place.structure)


def _side_in(view: View, chunk: Chunk, near: Item) -> Laterality | None:
    sides = view.sides(chunk)
    if ranks_sides(view, sides):
        return "bilateral"
    # Of `higher than the left` the left is only what it is compared with.
    sides = [side for side in sides if not is_compared(view, side)]
    if not sides:
        return None
    if sides[0].end <= near.start:
        sides = [side for side in sides if side.start < near.end or not opens_next(view, side)]
    return "bilateral" if compares_sides(view, chunk, sides) else nearest(sides, near).value
