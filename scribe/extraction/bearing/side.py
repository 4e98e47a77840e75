"""Does a side follow from a quote?"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from scribe.extraction.bearing.source import Passage, Source, share_level
from scribe.extraction.lexicon.context.attachment import carry, chunk_of, nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.positions import positions
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.schema import Finding, Laterality, Lesion

Sides = set[Laterality]

_LIMBS: dict[str, str] = {"arm": "upper", "upper_extremity": "upper", "leg": "lower", "lower_extremity": "lower"}
_LETTER: dict[str, Laterality] = {"l": "left", "r": "right"}
_OPPOSITE: dict[Laterality, Laterality] = {"left": "right", "right": "left"}
_PAIRED = frozenset({"either", "neither", "each"})
_CENTRAL = frozenset({"central", "middle", "center", "centre"})
_OPPOSED = frozenset({"other", "opposite"})
_COMPARING = frozenset({"like", "than", "to", "as", "with", "from"})
_BEFORE_SIDE = frozenset({"the", "on", "is", "to"})
_AFTER_ADVERB = frozenset(
    {
        "at", "in", "on", "over", "by", "up", "down", "to", "under", "above", "below", "so", "okay", "ok", "and",
        "yeah", "now", "well", "um", "uh", "i", "you", "we", "let",
    }
)  # fmt: skip
_REACH = 8
_LONG = 40


def bears_side(source: Source, passage: Passage, finding: Finding, claimed: Laterality) -> bool:
    """Tell whether a side follows from a quote: the nearest words that give the place a side decide."""
    said: Sides = next(filter(None, _said(source, passage, finding)), set())
    return claimed in said or (claimed == "bilateral" and {"left", "right"} <= said)


def _said(source: Source, passage: Passage, finding: Finding) -> Iterator[Sides]:
    """List the sides that words give the place of a finding, from the quote outward."""
    view, quote, scene = source.view, passage.quote, passage.scene
    doubtful = _is_doubtful(view, quote)
    if isinstance(finding, Lesion):
        yield _notated(passage, finding)
        yield _listed(view, quote)
    if not doubtful:
        yield _of_place(view, quote, passage.scenes, finding) | _paired(view, quote) or _written(view, quote)
        yield _near(source, passage, finding)
    topic = carry(view, scene.statement, scene.topic, quote.start)
    if _runs_on(scene):
        around = (_of_place(view, part, passage.scenes, finding) for part in passage.nearby)
        yield _united(around) | ({topic.side} if topic.side else set())
    yield _united(_of_place(view, one.statement, passage.scenes, finding) for one in passage.scenes)
    if any(_is_of(place, finding) for place in view.fixing(quote)):
        yield _elsewhere(source, passage, finding)
    elif scene.topic.side:
        yield {scene.topic.side}
    yield _headed(source, scene)
    for one in source.around(passage):
        yield _all(view, one.statement)
    yield _elsewhere(source, passage, finding)
    yield _all(view, quote) | _united(_all(view, one.statement) for one in passage.scenes)


def _all(view: View, part: Item) -> Sides:
    return {side.value for side in view.sides(part)}


def _united(many: Iterable[Sides]) -> Sides:
    return set().union(*many)


def _notated(passage: Passage, finding: Lesion) -> Sides:
    """Return the side of a positional diagnosis in the quote, as in `T4-6 N SL RR`: that of its rotation."""
    quote = passage.quote
    return {
        position.laterality
        for scene in passage.scenes
        for position in positions(scene.view, scene.statement)
        if position.laterality and position.start < quote.end and quote.start < position.end
        if (finding.region == "sacral" if position.place is None else _is_of(position.place, finding))
    }


def _listed(view: View, quote: Item) -> Sides:
    """Return the side in a listing or a torsion of letters, as in `L5 PLS`, `atlas ASR` or `LOL`."""
    said = view.norms[quote.start : quote.end]
    return {_LETTER[match[match.lastindex or 0]] for word in said if (match := _listing().fullmatch(word))}


@cache
def _listing() -> re.Pattern[str]:
    """Match a listing by the spinous or by the joint, a torsion on its axis, a position and a rotation alone."""
    return re.compile(
        r"p([lr])(?:[si][a-z]{0,2})?|(?:a[si]|pi)([lr])[ap]?|([lr])(?:pi|as|p)(?:in|ex)?"
        r"|([lr])o[lr]|[nfe]?(?:rs|sr)([lr])(?:eft|ight|t)|r(?:ot)?([lr])"
    )


def _of_place(view: View, part: Item, scenes: tuple[Scene, ...], finding: Finding) -> Sides:
    """Return the sides in a part that belong to the place of a finding, or all where it does not name that place."""
    places = view.fixing(part)
    mine = [place for place in places if _is_of(place, finding)]
    if not mine or len(mine) == len(places):
        return _all(view, part)
    return {side.value for side in view.sides(part) if _owner(view, scenes, side) in mine}


def _owner(view: View, scenes: tuple[Scene, ...], side: Side) -> Place | None:
    """Return the place that a side belongs to: the nearest of its part, else the one before."""
    scene = next((one for one in scenes if one.statement.start <= side.start < one.statement.end), None)
    if scene is None:
        return None
    if places := view.fixing(chunk_of(scene.statement, side)):
        return nearest(places, side)
    before = [place for place in view.fixing(scene.statement) if 0 <= side.start - place.end <= _REACH]
    return before[-1] if before else None


def _is_of(place: Place, finding: Finding) -> bool:
    """Tell whether a place is one that a finding claims: one of its levels, or else of its region."""
    segments = getattr(finding, "segments", ())
    if segments and place.segments:
        return not set(segments).isdisjoint(place.segments)
    region = getattr(finding, "region", None)
    return region is None or place.region == region


def _paired(view: View, quote: Item) -> Sides:
    return {"bilateral"} if _PAIRED.intersection(view.norms[quote.start : quote.end]) else set()


def _written(view: View, quote: Item) -> Sides:
    """Return what no word of the sides gives: small letters, as in `r psis low`, and the middle."""
    levels = {index for place in view.places(quote) if place.segments for index in range(place.start, place.end)}
    said = {index: view.norms[index] for index in range(quote.start, quote.end) if index not in levels}
    letters = {_LETTER[word] for word in said.values() if word in _LETTER}
    return letters or ({"midline"} if _CENTRAL.intersection(said.values()) else set())


def _near(source: Source, passage: Passage, finding: Finding) -> Sides:
    """Return the sides in the same part as a quote, and those that the reader reads for it."""
    view, quote = source.view, passage.quote
    sides: Sides = {
        side
        for one in source.readings(passage, finding)
        if _is_there(one, finding) and (side := getattr(one, "laterality", None))
    }
    mine = [part for part in passage.nearby if any(_is_of(place, finding) for place in view.fixing(part))]
    for part in mine or passage.nearby:
        before = part._replace(end=min(part.end, quote.end)) if _runs_on(passage.scene) else part
        sides |= _other(view, part)
        if not _is_doubtful(view, before):
            sides |= _of_place(view, before, passage.scenes, finding)
    return sides


def _is_there(one: Finding, finding: Finding) -> bool:
    """Tell whether a reading may be of the same place as a finding."""
    return getattr(one, "region", None) in {getattr(finding, "region", None), None} and share_level(one, finding)


def _other(view: View, part: Item) -> Sides:
    """Return the side opposite the last one named, where words speak of the other side."""
    said = view.norms[part.start : part.end]
    if "side" not in said or not _OPPOSED.intersection(said):
        return set()
    start = part.start + next(index for index, word in enumerate(said) if word in _OPPOSED)
    if _COMPARING.intersection(view.norms[max(0, start - 2) : start]):
        return set()
    before = [side.value for side in view.sides_before(start) if side.value in _OPPOSITE]
    return {_OPPOSITE[before[-1]]} if before else set()


def _is_doubtful(view: View, part: Item) -> bool:
    """Tell whether the only side in a part is a right that may mean exactly or well, as in `right at L5`."""
    sides = view.sides(part)
    return bool(sides) and all(_may_be_adverb(view, side) for side in sides)


def _may_be_adverb(view: View, side: Side) -> bool:
    if view.norms[side.start : side.end] != ["right"]:
        return False
    before, after = view.norms[side.start - 1] if side.start else "the", view.norms[side.end : side.end + 1]
    if before in _BEFORE_SIDE:
        return False
    return not after or after[0] in _AFTER_ADVERB or not (before.isalnum() or after[0].isalnum())


def _runs_on(scene: Scene) -> bool:
    """Tell whether a statement is speech without marks, where what follows a quote may begin another matter."""
    return scene.statement.end - scene.statement.start > _LONG


def _headed(source: Source, scene: Scene) -> Sides:
    """Return the side of the heading that a statement stands under, as in `L shoulder:`."""
    heading = scene.topic.heading
    if heading is None:
        return set()
    under = source.scene_at(heading.start)
    return {side.value for side in source.view.sides(under.statement) if _owner(source.view, (under,), side) == heading}


def _elsewhere(source: Source, passage: Passage, finding: Finding) -> Sides:
    """Return the sides that the document gives the same place, the same limb, or the same kind of finding."""
    view = source.view
    places = [place for place in view.places(passage.quote) if _is_of(place, finding)]
    names = {place.structure for place in places if not place.segments}
    limbs = {_limb(place) for place in places} - {None}
    said: Sides = set()
    for given, place in _owned(source):
        same = place.structure in names if names else _is_of(place, finding)
        if (same and getattr(finding, "region", None)) or _limb(place) in limbs:
            said.add(given)
    return said or {side for one in source.alike(finding) if (side := getattr(one, "laterality", None))}


def _owned(source: Source) -> Iterator[tuple[Laterality, Place]]:
    """List the sides of a document with their places."""
    for scene in source.scenes:
        for side in source.view.sides(scene.statement):
            if place := _owner(source.view, (scene,), side):
                yield side.value, place


def _limb(place: Place) -> str | None:
    """Return which pair of limbs a place belongs to, if to any."""
    return _LIMBS.get(place.structure) or _LIMBS.get(place.region or "")
