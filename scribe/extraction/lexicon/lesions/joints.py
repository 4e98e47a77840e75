"""Statements → somatic dysfunction, subluxation complex and other lesions of a joint."""

from collections.abc import Iterator

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.mentions import Mention, mentions, side_of
from scribe.extraction.lexicon.lesions.notation import listings, positions
from scribe.extraction.lexicon.lesions.recited import recited
from scribe.extraction.lexicon.lesions.series import listed_with
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Lesion, LesionKind
from scribe.terminology.regions import structure

_EXTREMITIES = frozenset({"upper_extremity", "lower_extremity"})
_LISTED = frozenset({"conclusion", "neutral", "plan"})
_NAMED_BY = {
    "rib": frozenset({"rib", "ribs"}),
    "sacrum": frozenset({"sacrum", "sacral", "sacro", "sacrally"}),
}
"""The words that name the part in terms of these structures; terms without them need the part beside them."""
_INJURY_REACH = 8
_DENIAL_REACH = 3
_DENIALS = frozenset({"no", "not", "without", "denies", "never"})
_LOOSE = frozenset({"tight", "central", "narrow"})
_TRAUMA = frozenset(
    {"traumatic", "posttraumatic", "crash", "mvc", "mva", "trauma", "whiplash", "accident", "injury", "dislocation"}
)


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
            for mention in mentions(scene, head):
                yield from _lesion(scene, kind, mention)


def _positional(scene: Scene, head: Hit, kind: LesionKind) -> Iterator[Lesion]:
    """Read a positional term, and the regions said in one breath with it."""
    for place in listed_with(scene, head):
        yield from _lesion(scene, kind, Mention(place, side_of(scene, place), place.start, head.end, head))
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
