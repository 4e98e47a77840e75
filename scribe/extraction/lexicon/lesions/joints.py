"""Statements → somatic dysfunction, subluxation complex and other lesions of a joint."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.exceptions import exception_alone, exception_first
from scribe.extraction.lexicon.context.pointed_sides import meant_side
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import trailing_side
from scribe.extraction.lexicon.lesions.conclusions import (
    NAMED_SOON,
    concludes,
    is_asked_of_old,
    is_renamed,
    is_sought,
    may_state,
    noting,
)
from scribe.extraction.lexicon.lesions.dated_before import is_dated_before
from scribe.extraction.lexicon.lesions.joint_kinds import SIDED
from scribe.extraction.lexicon.lesions.list_members import listed_with
from scribe.extraction.lexicon.lesions.mentions import Mention, mention_of, mentions
from scribe.extraction.lexicon.lesions.named_anew import named_once
from scribe.extraction.lexicon.lesions.named_before import confirmed, may_confirm, named_before, recited
from scribe.extraction.lexicon.lesions.notation import Position, listings
from scribe.extraction.lexicon.lesions.positions import positions
from scribe.extraction.lexicon.lesions.side_of_lesion import place_before, side_of, side_of_position, side_pointed_to
from scribe.extraction.lexicon.lesions.verdicts import judged
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Assertion, Laterality, Lesion, LesionKind, Region
from scribe.terminology.regions import LIMBS, structure

_OPENING = 6
_ASYMMETRIES = frozenset({"asymmetry", "asymm", "asym", "misalignment", "misalignments", "alignment", "landmarks"})
_COMPLEXES = frozenset({"complex", "complexes"})
_LISTED = frozenset({"conclusion", "neutral", "plan"})
_NAMED_BY = {
    "rib": frozenset({"rib", "ribs"}),
    "sacrum": frozenset({"sacrum", "sacral", "sacro", "sacrally"}),
}
"""The words that name the part in terms of these structures; terms without them need the part beside them."""
_THAN = 3
_BEFORE_LEVEL = frozenset({"the", "number", "at", "on", "left", "right"})


@lru_cache(maxsize=1)
def beginnings(view: View) -> frozenset[int]:
    """Return where the statements start that may note a lesion, or confirm one that somebody else has listed."""
    return noting(view) | may_confirm(view)


def read_lesions(scene: Scene) -> Iterator[Lesion]:
    """Read the joint lesions of one statement."""
    yield from confirmed(scene)
    if may_state(scene):
        yield from _stated(scene)
    elif is_asked_of_old(scene):
        yield from (lesion for lesion in _stated(scene) if lesion.assertion == "historical")
    yield from judged(scene)


def _stated(scene: Scene) -> Iterator[Lesion]:
    """Read the lesions that a statement has."""
    asymmetric = _lists_asymmetries(scene)
    axes = [one for one in positions(scene.view, scene.statement) if not asymmetric or _is_of_vertebra(one)]
    ribs = [one for one in axes if one.place is not None and one.place.region == "rib_cage"]
    yield from _held(scene, (one for one in axes if one not in ribs))
    listed = _kind_of_listings(scene)
    yield from _listed(scene, listed)
    if not axes and (one := recited(scene)) is not None:
        place, side = one
        yield from read_mention(scene, "somatic_dysfunction", Mention(place, side, place.start, place.end, place))
    yield from _named(scene, listed, on_axis=any(position.place is None for position in axes), asymmetric=asymmetric)
    # How a rib is held may be told behind the list that names it, where the list tells the order.
    yield from _held(scene, ribs)
    for kind, place in named_before(scene):
        yield from read_mention(scene, kind, mention_of(scene, place))


def _held(scene: Scene, axes: Iterable[Position]) -> Iterator[Lesion]:
    """Read the joints that a statement only says how they are held."""
    for position in axes:
        place = position.place or Place(position.start, position.start, "sacral", "sacrum", "", ())
        mention = Mention(place, position.laterality, position.start, position.end, position)
        yield from read_mention(scene, "somatic_dysfunction", mention)


def _named(scene: Scene, listed: LesionKind, *, on_axis: bool, asymmetric: bool) -> Iterator[Lesion]:
    """Read the lesions that a statement names by a term: a position, a listing or a head with its places."""
    for head in scene.terms("lesions"):
        if _lacks_part(scene, head) or (asymmetric and head.term.role in {"position", "listing"}):
            continue
        if head.term.role == "position" or (head.term.role == "listing" and scene.stance in _LISTED):
            if not (on_axis and head.term.structure == "sacrum"):
                yield from _positional(scene, head, _kind_of_position(scene, head, listed))
        elif concludes(scene, head):
            kind: LesionKind = head.term.value  # type: ignore[assignment]  # the table holds the schema's words
            kind = "somatic_dysfunction" if kind == "subluxation_complex" and is_renamed(scene, head) else kind
            for mention in mentions(scene, head):
                yield from read_mention(scene, kind, mention)


def _lists_asymmetries(scene: Scene) -> bool:
    """Tell whether a line of P.A.R.T. lists what is not level, as in `A - Asymmetry: right ilium posterior`."""
    opening = scene.words()[:_OPENING]
    return scene.statement.turn < 0 and ":" in opening and not _ASYMMETRIES.isdisjoint(opening)


def _is_of_vertebra(position: Position) -> bool:
    return position.place is not None and position.place.structure == "vertebra"


def _positional(scene: Scene, head: Hit, kind: LesionKind) -> Iterator[Lesion]:
    """Read a positional term, and the regions said in one breath with it."""
    for place in listed_with(scene, head):
        yield from read_mention(scene, kind, Mention(place, side_of(scene, place), place.start, head.end, head))
    yield from read_mention(scene, kind, _positioned(scene, head))


def _kind_of_position(scene: Scene, head: Hit, listed: LesionKind) -> LesionKind:
    """Return what a position is called: as its listing is, or a complex, as in `left cuboid subluxation complex`."""
    if scene.view.norms[head.end - 1 : head.end + 1] == ["subluxation", "complex"]:
        return "subluxation_complex"
    return listed if head.term.role == "listing" else "somatic_dysfunction"


def _listed(scene: Scene, kind: LesionKind) -> Iterator[Lesion]:
    """Read the vertebrae that a conclusion gives with their listings, as in `VSC T1 (P-L)`."""
    if scene.stance == "conclusion":
        for listing in listings(scene.view, scene.statement):
            mention = Mention(listing.place, listing.laterality, listing.start, listing.end, listing)
            yield from read_mention(scene, kind, mention)


def _kind_of_listings(scene: Scene) -> LesionKind:
    """Return what the listings of a statement are called: a dysfunction, but where it names a subluxation complex."""
    heads = [head for head in scene.terms("lesions", "head") if concludes(scene, head)]
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
    named = [] if "rib" in head.term.text.split() else named
    said = named and head.term.structure == "rib" and scene.stance == "conclusion"
    return nearest(named, head) if said else None


def read_mention(scene: Scene, kind: LesionKind, mention: Mention) -> Iterator[Lesion]:
    """Read the lesion of a joint that a statement mentions, if it states it."""
    assertion = scene.assertion(mention.head)
    if mention.answered and (assertion == "absent" or _is_of_other_answer(scene, mention, assertion)):
        assertion = "present"
    if assertion == "present" and is_sought(scene, mention.head):
        assertion = "hypothetical"
    if assertion == "present" and is_dated_before(scene, mention.head):
        assertion = "historical"
    if assertion == "absent" and mention.place in exception_first(scene):
        assertion = "present"
    part = exception_alone(scene, mention.head) if assertion == "absent" else None
    if part is not None and (mention.place is None or part.start <= mention.place.start < part.end):
        assertion, excepted = "present", scene.view.fixing(part)[0]
        mention = mention._replace(place=mention.place or excepted, end=max(mention.end, excepted.end))
    stated = scene.by_clinician and not (assertion == "present" and scene.is_complaint)
    stated = stated and not _is_outweighed(scene, mention)
    if (scene.context.told(mention.head) and assertion != "absent") or not (stated or assertion == "other_person"):
        return
    place = mention.place
    if (
        kind == "subluxation_complex"
        and place is not None
        and place.region in LIMBS
        and scene.said.isdisjoint(_COMPLEXES)
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


def _is_of_other_answer(scene: Scene, mention: Mention, assertion: Assertion) -> bool:
    """Tell whether only another member of an answered list is in doubt or over: `the neck, yes; ribs, not sure`."""
    if assertion == "possible":
        return scene.context.cue(mention.head, "possible") is None
    over = scene.context.cue(mention.head, "historical") if assertion == "historical" else None
    return over is not None and over.start >= mention.start


def _points(scene: Scene, head: Hit) -> bool:
    """Tell whether speech gives a name to what was just spoken of, as in `That's a rib dysfunction.`."""
    opens = scene.view.norms[scene.statement.start] in words("subjects")
    return scene.statement.turn >= 0 and opens and head.start - scene.statement.start <= NAMED_SOON


def _is_outweighed(scene: Scene, mention: Mention) -> bool:
    """Tell whether something else is likelier, as in `more of a muscle strain than a sacroiliac dysfunction`."""
    before = scene.view.norms[scene.statement.start : mention.start]
    than = before[-_THAN:]
    return "than" in than and bool({("more", "of"), ("more", "like")} & {*pairwise(before)})


def _leveled(scene: Scene, part: Item, region: Region | None) -> list[Place]:
    """Return the vertebrae or ribs of a region that a part names."""
    return [place for place in scene.view.places(part) if place.region == region and place.segments]


def _leveled_before(scene: Scene, head: Hit, region: Region | None) -> list[Place]:
    """Return what a statement names before it gives it a name: `Left rib four is stuck, that's a rib dysfunction.`."""
    points = scene.view.norms[scene.chunk(head).start] in words("subjects")
    before = Chunk(scene.statement.start, head.start)
    return _leveled(scene, before, region)[-1:] if points and scene.statement.turn >= 0 else []


def _rib_behind(scene: Scene, chunk: Chunk) -> list[Place]:
    """Return the rib that the next part of a statement opens with: `a rib dysfunction, the seventh on the left`."""
    behind = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    if behind is None or scene.terms("lesions", part=behind):
        return []
    opening = behind.start + (scene.view.norms[behind.start] in _BEFORE_LEVEL)
    return [place for place in _leveled(scene, behind, "rib_cage") if place.start == opening]


def _rib_before(scene: Scene, chunk: Chunk) -> list[Place]:
    """Return the rib that speech named last before a part, if no other joint: `rib six, it's up, an inhaled rib`."""
    named = scene.view.fixing(Chunk(scene.statement.start, chunk.start)) if scene.statement.turn >= 0 else []
    return named[-1:] if named and named[-1].region == "rib_cage" and named[-1].segments else []


def _sides_of(scene: Scene, named: Item, place: Place) -> list[Side]:
    """Return the sides beside what is named of a place, without those that another is turned to: `C2 rotated right`."""
    sides = scene.view.sides(named_once(scene, scene.chunk(named), named))
    return [side for side in sides if not _turns_another(scene, side, place)]


def _turns_another(scene: Scene, side: Side, place: Place) -> bool:
    before = place_before(scene, side)
    return before is not None and before.end < side.start <= place.start and before.region != place.region


def _side_pointed_back(scene: Scene, chunk: Chunk, region: Region | None) -> Laterality | None:
    """Return the side that a part, or one before, points to: `same side, inhaled rib one`, `upslip on that side`."""
    earlier = [part for part in scene.statement.chunks if part.start <= chunk.start] if region in SIDED else []
    pointing = (part for part in reversed(earlier) if "side" in scene.view.norms[part.start : part.end])
    return next((side for part in pointing if (side := meant_side(scene, part)) is not None), None)


def _positioned(scene: Scene, head: Hit) -> Mention:
    """Place a positional term such as `anterior innominate` or `exhalation dysfunction`."""
    chunk = scene.chunk(head)
    implied = structure(head.term.structure)
    near = _leveled(scene, chunk, implied.region) or _leveled_before(scene, head, implied.region)
    near = near or (_rib_behind(scene, chunk) or _rib_before(scene, chunk) if implied.region == "rib_cage" else [])
    near = [diaphragm] if (diaphragm := _diaphragm(scene, head)) else near
    place = nearest(near, head) if near else Place(head.start, head.end, implied.region, implied.name, "", ())
    sides = _sides_of(scene, head, place) or (_sides_of(scene, place, place) if near else [])
    side = nearest(sides, head) if sides else None
    parts: list[Item] = [head, *near[:1]]
    if side:
        parts.append(side)
    trailing = [trailing_side(scene.view, scene.statement, part) for part in (scene.chunk(place), chunk)]
    laterality = side.value if side else trailing[0] or trailing[1]
    laterality = laterality or side_of_position(scene, chunk) or _side_pointed_back(scene, chunk, implied.region)
    if implied.region != "sacral":  # A torsion of the sacrum has a side by its axis alone.
        laterality = laterality or side_pointed_to(scene, place)
    spoken = scene.topic.place
    if spoken is not None and spoken.segments and spoken.region == implied.region and _points(scene, head):
        place = place if near else spoken
        laterality = laterality or (scene.topic.side if place.segments == spoken.segments else None)
    return Mention(place, laterality, min(part.start for part in parts), max(part.end for part in parts), head)
