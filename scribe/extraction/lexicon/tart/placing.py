"""Where a finding is: its regions and sides, also those of the list that it heads, or of the limb a visit is about.

A list stands below its finding: `Restricted motion` above `[x] C2` and `[x] T4`.
The side of a limb may be told once: `Which ankle?`, `The right.` … `The talus
isn't gliding.`.
"""

from collections.abc import Iterator

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.attachment import Attachment
from scribe.extraction.lexicon.context.pointed_sides import meant_side, pointed_side
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import is_of_position, is_way, trailing_side
from scribe.extraction.lexicon.tart.bidden_motions import region_bidden
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.tart.framed import side_framed, side_of_spot
from scribe.extraction.lexicon.tart.leg_length import placed_legs
from scribe.extraction.lexicon.tart.listed_below import listed_below
from scribe.extraction.lexicon.tart.place_behind import place_behind
from scribe.extraction.lexicon.tart.unsided_motion import has_no_side
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Evidence, Laterality, Region, Tart
from scribe.terminology.regions import LIMBS

_AROUND_SIDE = frozenset({
    "the", "and", ",", "on", "one", "side", "over", "now", "then", "this", "that", "is", "here", "here's", "first",
    "your", "my", "okay", "so", "yeah", "alright", "nothing", "there",
})  # fmt: skip
"""Words beside a side that a part names alone."""
_BONES = frozenset({"bone", "bones", "spinous", "spine"})
"""Words for the middle of the back, which has no side."""
_OF_SPINE = frozenset({"side bend", "side bending", "sidebending", "lateral flexion"})
_SPINE = frozenset({"thoracic", "lumbar"})
_BENT = _SPINE | {"cervical"}
_BENDING = frozenset({"flexion", "flex", "extension", "ext", "rom", "range"})
"""Motions that go to no side."""
_FELT = frozenset({"tenderness", "tissue_texture"})
_TURNING = frozenset({"rotate", "rotates", "rotating", "turn", "turns", "turning", "bend", "bends", "bending"})
_TURNED = frozenset({"rot", "rotated", "rotation", "sb", "sidebent", "ers", "frs", "esr", "fsr", "flexed", "extended"})
"""Words before a side to which a vertebra is turned."""
_ONE = frozenset({"left", "right"})
_ROCKING = frozenset({"rock", "rocks", "nod", "nods", "glide", "glides", "slide", "slides", "tip", "tips"})
_ON_ATLAS = frozenset({"atlas", "c1", "top"})
"""What the skull rocks on."""
_WAY = 3
_POINTS = 6
_THERE = frozenset(("and", "there", verb) for verb in ("is", "are", "was", "were"))
_FAR = 40
_FAR_BACK = 80
_WAYS: dict[Laterality, frozenset[str]] = {
    "left": frozenset({"lr", "llf", "lsb", "llb"}),
    "right": frozenset({"rr", "rlf", "rsb", "rlb"}),
}
"""Letters for the way a joint does not go: its rotation or side bending."""
_ANYWHERE = frozenset({"spring", "spring test", "springing", "motion palpation"})


def placed(scene: Scene, found: Found) -> Iterator[Tart]:
    """Yield what is found, at each of its places."""
    chunk = scene.chunk(found.parts[0])
    own_side = found.assertion != "absent" or bool(
        scene.view.sides(chunk) or trailing_side(scene.view, scene.statement, chunk)
    )
    of_both = scene.topic.side == "bilateral" and not {"they", "they're"}.isdisjoint(scene.words(chunk))
    own_side = own_side or of_both or _goes_on(scene, chunk) or _ends_sided(scene, chunk, found)
    own_side = own_side or _is_under_side(scene, chunk)
    meant = None if scene.view.sides(chunk) else meant_side(scene, chunk) or _side_fronted(scene, chunk)
    meant = meant or _side_of_same(scene, chunk) or _side_of_frame(scene, chunk, found) or _that_side(scene, found)
    legs = placed_legs(scene, found)
    turned = found.component in _FELT and (
        _only_turns(scene, chunk) or _follows_position(scene, chunk) or _leads_position(scene, chunk, found)
    )
    for region, side in legs or where(scene, found):
        posture = side is not None and _is_of_posture(found)
        if region is None and not legs and not posture and (_is_nowhere(scene) or _is_unplaced(scene, chunk)):
            continue
        laterality = meant
        if laterality is None and own_side and not turned:
            laterality = _alone_beside(scene, chunk, found) or side or _side_pointed_to(scene, chunk, found)
        if laterality is not None and _is_of_next(scene, chunk, found):
            laterality = None
        if found.component == "restriction" and laterality is not None and has_no_side(scene, found):
            laterality = None
        midline = laterality == "midline"  # Where it hurts; what is stuck is so as a whole.
        if found.component == "restriction" and (midline or (laterality == "bilateral" and _speaks_of_one(scene))):
            laterality = None
        if laterality == "bilateral" and region in LIMBS and _is_of_one_after_two(scene):
            laterality = None
        if found.rule == "tart.answered" and _is_of_bones(scene):
            laterality = None
        spot = found.rule == "tart.answered" and laterality == "bilateral" and not scene.view.sides(scene.statement)
        yield Tart(
            component=found.component,
            region=region,
            laterality=found.laterality or (None if spot else laterality),
            assertion=found.assertion,
            read_by=found.rule or rule_of("tart", *found.parts),
            evidence=(*_own_quote(scene, found), *_listed_apart(scene, found, region, side)),
        )


def _own_quote(scene: Scene, found: Found) -> tuple[Evidence, ...]:
    return scene.quote(*found.parts, *scene.places_at(found.parts[0]))


def _listed_apart(scene: Scene, found: Found, region: Region | None, side: Laterality | None) -> tuple[Evidence, ...]:
    """Quote the place of a list that stands in another part than the finding, as the last of `Tender at C2 R, T5 L`."""
    chunk = scene.chunk(found.parts[0])
    apart: list[Place] = []
    said = scene.view.places(scene.statement)
    for one in scene.attach(found.parts[0]):
        if one.place is None or one.place not in said or _moving_region(scene, found, one) != region:
            continue
        of_side = one.laterality in {side, None}
        if side is None and one.laterality is not None:
            return ()
        if of_side and chunk.start <= one.place.start < chunk.end:
            return ()
        if of_side:
            apart.append(one.place)
    return scene.quote(apart[0]) if apart and scene.view.places(chunk) else ()


def _ends_sided(scene: Scene, chunk: Chunk, found: Found) -> bool:
    """Tell whether a note closes what it says of a sided place with a bare word: `left rib 7 moves well, nontender`."""
    before = [part for part in scene.statement.chunks if part.end <= chunk.start][-1:]
    bare = scene.statement.turn < 0 and not any(word[0].isalnum() for word in scene.rest_of(chunk, *found.parts))
    return bare and any(len(scene.view.sides(part)) == 1 and _only_paired(scene, part) for part in before)


def _only_paired(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part names ribs or a limb, of which one is well and not the other."""
    places = scene.view.fixing(part)
    return bool(places) and all(place.region in LIMBS | {"rib_cage"} for place in places)


def _side_pointed_to(scene: Scene, chunk: Chunk, found: Found) -> Laterality | None:
    return None if found.assertion == "absent" else pointed_side(scene, chunk)


def _side_fronted(scene: Scene, chunk: Chunk) -> Laterality | None:
    """Return the side of a part before that names nothing else but its place, as in `Right PSIS, no flinch`."""
    before = Chunk(scene.statement.start, chunk.start)
    if scene.statement.turn < 0 or before.start == before.end:
        return None
    sides = scene.view.sides(before)
    alone = _AROUND_SIDE.issuperset(scene.rest_of(before, *scene.view.fixing(before)))
    return sides[0].value if len(sides) == 1 and alone and not scene.view.fixing(chunk) else None


def _speaks_of_one(scene: Scene) -> bool:
    """Tell whether speech names no side, and one joint after two: `Both sulci are shallow. The base doesn't give.`."""
    named = bool(scene.view.sides(scene.statement)) or not scene.said.isdisjoint({"they", "both", "them", "either"})
    return scene.statement.turn >= 0 and not named and not scene.said.isdisjoint({"doesn't", "isn't", "won't", "it"})


def _is_of_one_after_two(scene: Scene) -> bool:
    """Tell whether only words before spoke of both, as in `Both knees go straight. A bit of swelling on this one.`."""
    named = bool(scene.view.sides(scene.statement)) or not scene.said.isdisjoint({"they", "both", "them", "either"})
    return scene.statement.turn >= 0 and not named and not any(word.endswith("'re") for word in scene.said)


def _is_under_side(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a note examines a part whose heading names its side, as in `Ankle R: no effusion`."""
    if scene.statement.turn >= 0 or scene.view.fixing(chunk):
        return False
    heading = scene.topic.heading
    if heading is None:
        return False
    beside = scene.view.sides(Chunk(max(0, heading.start - 1), heading.end + 1))
    return any(side.value in _ONE and (side.end == heading.start or side.start == heading.end) for side in beside)


def _alone_beside(scene: Scene, chunk: Chunk, found: Found) -> Laterality | None:
    """Return the side of a part of a note that names no place, as in `tender R L5, R gluteals; no TTP L`."""
    if scene.statement.turn >= 0 or scene.view.places(chunk):
        return None
    if any(place is not None and place.start >= chunk.end for place, _ in scene.attach(found.parts[0])):
        return None  # It is found at the places of the next parts, which have sides of their own.
    sides = {side.value for side in scene.view.sides(chunk)}
    return sides.pop() if len(sides) == 1 else None


def _is_of_next(scene: Scene, chunk: Chunk, found: Found) -> bool:
    """Tell whether all sides of a part stand behind an `and there is`, which tells of another thing."""
    end = max(part.end for part in found.parts)
    sides = scene.view.sides(chunk)
    if not sides or found.parts[0].start < chunk.start or sides[0].start < end or scene.statement.turn >= 0:
        return False
    between = scene.words(Chunk(end, sides[0].start))
    return not _THERE.isdisjoint(zip(between, between[1:], between[2:], strict=False))


def _side_of_frame(scene: Scene, chunk: Chunk, found: Found) -> Laterality | None:
    """Return the side that an examiner has turned to, where a finding has none of its own."""
    answered = found.rule == "tart.answered"
    wants = found.laterality is None and found.assertion == "present"
    framed = side_framed(scene, chunk, felt=found.component in _FELT) if wants else None
    return framed or (side_of_spot(scene) if wants and not answered and found.component in _FELT else None)


def _side_of_same(scene: Scene, chunk: Chunk) -> Laterality | None:
    """Return the side of a joint that speech points back to, as in `The right SI is stuck. L5 moves. That SI hurts`."""
    if scene.statement.turn < 0 or scene.view.sides(scene.statement):
        return None
    named = next((one for one in scene.view.fixing(chunk) if scene.view.norms[one.start - 1] == "that"), None)
    if named is None or named.structure in words("unsided") | words("central"):
        return None
    before = Chunk(max(0, scene.statement.start - _FAR_BACK), scene.statement.start)
    same = [place for place in scene.view.fixing(before) if place.structure == named.structure]
    beside = (side for place in reversed(same) for side in scene.view.sides(before) if side.end == place.start)
    return next((side.value for side in beside), None)


def _that_side(scene: Scene, found: Found) -> Laterality | None:
    """Return the side of a position to which the same words point: `T5's rotated right and on that side it's ropy`."""
    norms, start = scene.view.norms, found.parts[0].start
    near = range(max(scene.statement.start + 1, start - _POINTS), min(start + _POINTS, scene.statement.end))
    at = next((at for at in near if norms[at] == "side" and norms[at - 1] in {"that", "same"}), None)
    sides = scene.view.sides(Chunk(scene.statement.start, at)) if at is not None and found.component in _FELT else []
    return sides[-1].value if sides and sides[-1].value in _ONE and sides[-1].end < start else None


def _only_turns(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a side is only where a joint will not turn, as in `T9 is sore and doesn't rotate to the left`."""
    sides = scene.view.sides(chunk)
    return bool(sides) and all(
        (scene.statement.turn >= 0 and is_way(scene.view, side))
        or not _TURNING.isdisjoint(scene.view.norms[max(chunk.start, side.start - _WAY) : side.start])
        for side in sides
    )


def _follows_position(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether the only side is that to which a vertebra of a note is turned: `T12 rotated right, tender`."""
    before = Chunk(scene.statement.start, chunk.end)
    sides, places = scene.view.sides(before), scene.view.fixing(before)
    central = not places or places[-1].structure in words("central")
    carried = central and scene.statement.turn < 0 and bool(sides) and not scene.view.sides(chunk)
    return carried and all(
        scene.view.norms[side.start - 1] in _TURNED or is_of_position(scene.view, side) or is_way(scene.view, side)
        for side in sides
    )


def _leads_position(scene: Scene, chunk: Chunk, found: Found) -> bool:
    """Tell whether all sides are those of a position that is added, as in `coccyx tender and deviated to the left`."""
    end, sides = found.parts[0].end, scene.view.sides(chunk)
    stands = [hit.start for hit in scene.terms("tart", part=chunk) if hit.term.value == "asymmetry" and hit.start > end]
    if scene.statement.turn >= 0 or not stands or not sides or sides[0].start < stands[0]:
        return False
    added = "and" in scene.words(Chunk(end, stands[0]))
    return added and any(place.structure in words("unsided") for place in scene.view.fixing(chunk))


def _is_of_bones(scene: Scene) -> bool:
    """Tell whether a question asks of the bones in the middle, and names no side."""
    return not _BONES.isdisjoint(scene.said) and not scene.view.sides(scene.statement)


def _goes_on(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part speaks of the place and side before it: `When I spring the sacrum on the right, it gives`."""
    before = [part for part in scene.statement.chunks if part.end <= chunk.start and scene.view.fixing(part)][-1:]
    said = [word for word in scene.words(chunk) if word != "and"][:1] in (["it"], ["that"])
    return said and any(bool(scene.view.sides(part)) for part in before)


def where(scene: Scene, found: Found) -> list[tuple[Region | None, Laterality | None]]:
    """Return the regions and sides of what is found."""
    if (behind := place_behind(scene, found)) is not None:
        return [behind]
    if _reaches(found):
        named = [place.region for place in scene.view.fixing(scene.chunk(found.parts[0])) if place.region in _SPINE]
        own = scene.topic.region if scene.topic.region in _SPINE else region_bidden(scene)
        return [(next(iter(named), own), None)]
    attached = listed_below(scene, found.parts[0]) or scene.attach(found.parts[0])
    if found.region is not None and not _is_placed(scene, found):
        said = [part.value for part in found.parts if isinstance(part, Side)]
        sided = scene.view.sides(scene.chunk(found.parts[0]))
        elsewhere = scene.statement.turn >= 0 and not sided and attached[0].region not in {found.region, None}
        return [(found.region, (None if elsewhere else attached[0].laterality) or next(iter(said), None))]
    placed = ((_moving_region(scene, found, one), one.laterality or _way_of(scene, found, one)) for one in attached)
    return list(dict.fromkeys(placed))


def _way_of(scene: Scene, found: Found, attached: Attachment) -> Laterality | None:
    """Return the side to which letters behind a joint say that it does not go, as in `Fixed: C2 RR, L4 LLF`."""
    if found.component != "restriction" or attached.place is None or scene.statement.turn >= 0:
        return None
    ends = (one.end + (scene.view.norms[one.end : one.end + 1] == ["in"]) for one in (attached.place, found.parts[0]))
    behind = frozenset(scene.view.norms[end] for end in ends if end < scene.statement.end)
    return next((side for side, ways in _WAYS.items() if not ways.isdisjoint(behind)), None)


def _reaches(found: Found) -> bool:
    """Tell whether a finding only says how far the hands reach, as in `fingers to the knees`: nothing is there."""
    part = found.parts[0]
    return isinstance(part, Hit) and part.term.text.startswith(("finger", "hands to"))


def _is_nowhere(scene: Scene) -> bool:
    """Tell whether speech names no part of the body at all, so that its words are about something else."""
    elsewhere = scene.statement.turn >= 0 and scene.view.names_place and not _feels_here(scene)
    return elsewhere and not scene.view.places(scene.statement) and "anywhere" not in scene.words()


def _is_of_posture(found: Found) -> bool:
    """Tell whether words tell how somebody stands, which is of no one region, as in `You're listing to the right`."""
    part = found.parts[0]
    return isinstance(part, Hit) and part.term.text.startswith(("list", "lean", "antalgic", "trunk", "stands"))


def _feels_here(scene: Scene) -> bool:
    """Tell whether an examiner points to what the hands feel, as in `along the right side here, that's tight`."""
    return scene.statement.speaker == "clinician" and "here" in scene.said and bool(scene.view.sides(scene.statement))


def _is_unplaced(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a note names no place outside its examination, where words such as `stiff` are complaints."""
    headed = scene.topic.heading is not None and scene.topic.heading.structure in words("landmarks")
    return scene.statement.turn < 0 and scene.stance != "exam" and not headed and not scene.view.places(chunk)


def _moving_region(scene: Scene, found: Found, attached: Attachment) -> Region | None:
    """Return the region of a place; the head that is turned in speech moves in the neck, and no limb bends sideways."""
    bends = any(isinstance(part, Hit) and part.term.text in _OF_SPINE for part in found.parts)
    if bends and attached.region in LIMBS:
        return None
    turned = scene.statement.turn >= 0 and found.component == "restriction"
    place = attached.place
    if place is not None and place.structure == "buttock":
        return attached.region or "pelvic"  # The muscles of the buttock are felt on the pelvis.
    if place is None or place.structure != "cranium" or not turned or not place.start < scene.statement.end:
        return attached.region
    if not _ROCKING.isdisjoint(scene.said) and ("skull" in scene.words(place) or not _ON_ATLAS.isdisjoint(scene.said)):
        return "head"
    others = any(one.region == "head" and one.structure != "cranium" for one in scene.view.fixing(scene.statement))
    return attached.region if others or scene.view.norms[place.start].startswith("crani") else "cervical"


def _is_placed(scene: Scene, found: Found) -> bool:
    """Tell whether the words place a test elsewhere than its name: at a level or, of a spring test, at any joint."""
    test = found.parts[0]
    places = scene.view.fixing(scene.chunk(test))
    if isinstance(test, Hit) and test.term.text in _ANYWHERE:
        return _springs_spine(scene, test) or any(place.start < test.start for place in places)
    return any(place.structure == "vertebra" for place in places)


def _springs_spine(scene: Scene, test: Hit) -> bool:
    """Tell whether speech says of vertebrae how their spring is, as in `Upper back, nothing tight, spring's good`."""
    before = scene.view.fixing(Chunk(scene.statement.start, test.start))[-1:]
    named = before or ([scene.topic.place] if scene.topic.place is not None else [])
    told = scene.statement.turn >= 0 and test.term.text == "spring" and "lumbosacral" not in scene.said
    return told and any(place.region in _BENT and "lumbosacral" not in scene.words(place) for place in named)
