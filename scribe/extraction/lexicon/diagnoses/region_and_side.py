"""The region and the side of a diagnosis: from its own words, or the only one that the document is about."""

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.pointed_sides import meant_side, side_added
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.stenosis import names_root
from scribe.extraction.lexicon.view.parts import words_beside
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Care, Condition, Diagnosis, Evidence, Imaging, Laterality, Lesion, Region
from scribe.terminology.regions import LIMBS, structure

AXIAL = frozenset({"cervical", "thoracic", "lumbar", "sacral"})
"""Regions of the spine."""
_EVERYWHERE = frozenset({"arthritis", "wear and tear", "degeneration"})
"""What speech names for any joint, and places right beside it or not at all."""
_LOCATING = frozenset({"at", "the", "level", "down", "around", "about", "of", "on", "there", "it", "was"})
_INJURIES = frozenset({"fracture", "sprain_strain"})
_INJURED = LIMBS | {"rib_cage"}
_OF_NOW = frozenset({"present", "possible"})
_OF_BACK = frozenset({"low_back_pain", "neck_pain", "thoracic_pain"})
_UNPLACED = frozenset({"low_back_pain", "sciatica", "cauda_equina"})


def region_of(scene: Scene, hit: Hit) -> Region | None:
    """Return the region of a condition that a statement names: its own, or that of the nearest place."""
    if hit.term.structure:
        return structure(hit.term.structure).region
    places = _may_have(hit, scene.view.fixing(scene.chunk(hit)))
    if places:
        own = [place for place in places if hit.term.value == "radiculopathy" or not names_root(scene, place)]
        region = nearest(own or places, hit).region
        return "lumbar" if region == "sacral" and _is_of_last_disc(scene, hit) else region
    if any(place.role == "vague" for place in scene.view.places(scene.chunk(hit))):
        return _region_of_level_added(scene, hit)
    if hit.term.value in _UNPLACED or (hit.term.text in _EVERYWHERE and scene.statement.turn >= 0):
        return None
    places = _may_have(hit, _unbracketed(scene, hit))
    if not places and hit.term.value == "myelopathy" and scene.statement.turn >= 0:
        return _region_of_cord(scene)
    return nearest(places, hit).region if places else _region_pointed_to(scene, hit) or _region_of_injury(scene, hit)


def _unbracketed(scene: Scene, hit: Hit) -> list[Place]:
    """Return the places of a statement but those in brackets beside something else: `abscess, fracture (L1 tender)`."""
    norms = scene.view.norms
    if "(" not in scene.said:
        return scene.view.fixing(scene.statement)
    depths = accumulate(
        (norms[at] == "(") - (norms[at] == ")") for at in range(scene.statement.start, scene.statement.end)
    )
    inside = {at for at, depth in enumerate(depths, scene.statement.start) if depth > 0}
    return [place for place in scene.view.fixing(scene.statement) if hit.start in inside or place.start not in inside]


def _region_of_level_added(scene: Scene, hit: Hit) -> Region | None:
    """Return the region of the level that a part of its own adds to a vague place: `a bad disc in my back, at L4`."""
    added = _level_behind(scene, hit)
    return added.region if added else None


def _level_behind(scene: Scene, hit: Hit) -> Place | None:
    """Return the level of which the part behind that of a condition consists, beside small words."""
    chunk = scene.chunk(hit)
    following = next((part for part in scene.statement.chunks if part.start >= chunk.end), None)
    levels = [place for place in scene.view.fixing(following) if place.segments] if following else []
    if following is None or len(levels) != 1:
        return None
    rest = (word for word in scene.rest_of(following, *levels) if word[0].isalpha())
    return levels[0] if all(word in _LOCATING for word in rest) else None


def _is_of_last_disc(scene: Scene, hit: Hit) -> bool:
    """Tell whether the first sacral root suffers from a lumbar disc: `L5-S1 disc herniation with S1 radiculopathy`."""
    if hit.term.value != "radiculopathy":
        return False
    discs = (one for one in scene.terms("conditions") if one.term.value == "disc_herniation" and one.end <= hit.start)
    near = (scene.view.fixing(scene.chunk(one)) for one in discs)
    return any(place.region == "lumbar" for places in near for place in places)


def _may_have(hit: Hit, places: list[Place]) -> list[Place]:
    """Return the places that may have a condition: no limb has a myelopathy, as in `with those hands, a myelopathy`.

    Nor has one a pain of the back, as in `low back pain with two weak feet`.
    """
    if hit.term.value in _OF_BACK:
        return [place for place in places if place.region not in LIMBS]
    return [place for place in places if hit.term.value != "myelopathy" or place.region in AXIAL]


def _region_pointed_to(scene: Scene, hit: Hit) -> Region | None:
    """Return the one region of the levels named right before `that disc herniation healed`, by whoever spoke of it."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _NAME_REACH // 2) : hit.start]
    if scene.statement.turn < 0 or hit.term.value not in _OF_LEVELS or _DEMONSTRATIVES.isdisjoint(before):
        return None
    if scene.assertion(hit) != "historical":
        return None
    near = scene.view.statements_before(scene.statement)
    levels = [place.region for one in near for place in scene.view.fixing(one) if place.segments]
    return levels[0] if len({*levels}) == 1 else None


def _region_of_injury(scene: Scene, hit: Hit) -> Region | None:
    """Return the limb, or the ribs, that an examiner had in hand: `Press here, on the heel? ... It's not broken.`."""
    hurt = hit.term.value in _INJURIES and scene.statement.turn >= 0 and scene.by_clinician
    if not hurt or scene.view.places(scene.statement) or scene.assertion(hit) not in _OF_NOW:
        return None
    region, before = scene.topic.region, reversed(scene.view.statements_before(scene.statement))
    named = next(filter(None, (scene.view.fixing(one) for one in before)), [])
    return region if region in _INJURED and {place.region for place in named} <= {region} else None


def region_of_another(scene: Scene, hit: Hit) -> Region | None:
    """Return the region of what somebody else has: the patient's own complaint in the same statement names none."""
    if hit.term.structure:
        return structure(hit.term.structure).region
    places = scene.view.fixing(scene.chunk(hit))
    return nearest(places, hit).region if places else None


def _region_of_cord(scene: Scene) -> Region | None:
    """Return where the cord was spoken of right before in the same turn."""
    own = [one.start for one in scene.earlier_in_turn]
    before = scene.view.fixing(Chunk(min(own, default=scene.statement.start), scene.statement.start))
    return before[-1].region if before and before[-1].region in {"cervical", "thoracic"} else None


_JOINING = frozenset({"with", "w", "/", "and", "plus", "causing"})
_NAME_REACH = 4
_OF_NERVES = frozenset({"radiculopathy", "sciatica"})
_DEMONSTRATIVES = frozenset({"that", "this"})
_OF_LEVELS = frozenset({"disc_herniation", "disc_degeneration", "spondylolisthesis", "spondylolysis", "fracture"})
"""Conditions of a level, which somebody may point back to."""
MIDLINE = frozenset(
    {
        "coccydynia",
        "headache",
        "low_back_pain",
        "myelopathy",
        "neck_pain",
        "postlaminectomy_syndrome",
        "spinal_stenosis",
        "spondylolisthesis",
        "spondylosis",
        "thoracic_pain",
    }
)
"""Conditions of the middle, which have a side only where it stands right beside them."""


def laterality(scene: Scene, hit: Hit) -> Laterality | None:
    """Return the side of a condition that a statement names."""
    own = scene.view.sides(scene.chunk(hit))
    if hit.term.value in MIDLINE:
        own = [side for side in own if hit.start - side.end in range(2) or side.start == hit.end]
        return own[0].value if own else _side_closing(scene, hit)
    rivals = [other for other in scene.terms("conditions", part=scene.chunk(hit)) if other.term.value not in MIDLINE]
    own = [side for side in own if _nearest_rival(scene, rivals, side) == hit] if rivals else own
    others = (_is_of_rival, _leads_rival, _is_of_item_before)
    kept = [side for side in own if not any(belongs(scene, hit, side) for belongs in others)]
    sides = kept or ([] if own else _sides_beside(scene, hit))
    if sides:
        return nearest(sides, hit).value
    return meant_side(scene, scene.chunk(hit)) or side_added(scene)


def _side_closing(scene: Scene, hit: Hit) -> Laterality | None:
    """Return the side that closes the line of a condition behind a comma, as in `Thoracic pain, left`."""
    norms, end = scene.view.norms, scene.statement.end
    closing = (side for side in scene.view.sides(scene.statement) if side.start == hit.end + 1)
    side = next(closing, None)
    ends = side is not None and (side.end == end or norms[side.end] == ".")
    return side.value if side is not None and ends and norms[hit.end] == "," else None


def _nearest_rival(scene: Scene, rivals: list[Hit], side: Side) -> Hit:
    """Return the condition next to a side, on its own side of a versus: `a strain versus right facet pain`."""
    joined = [hit for hit in rivals if not _is_weighed(scene, hit, side)]
    led = next((hit for hit in joined if side.end <= hit.start and _leads(scene, side, hit)), None)
    led = None if any(hit.end == side.start for hit in joined) else led
    return led or nearest(joined or rivals, side)


def _leads(scene: Scene, side: Side, hit: Hit) -> bool:
    """Tell whether only a place stands between a side and a condition: `a herniation with left L5 radiculopathy`."""
    between = Chunk(side.end, hit.start)
    return not words_beside(scene.view, between, scene.view.places(between))


def _is_of_item_before(scene: Scene, hit: Hit, side: Side) -> bool:
    """Tell whether a number opens the item of a condition behind a side: `1) SI sprain, R 2) lumbar DDD`."""
    said = scene.view.norms[side.end : hit.start]
    return any(one.isdecimal() and other == ")" for one, other in pairwise(said))


def _is_weighed(scene: Scene, hit: Hit, side: Side) -> bool:
    """Tell whether a versus stands between a condition and a side."""
    between = scene.view.norms[min(side.end, hit.end) : max(side.start, hit.start)]
    return not words("versus").isdisjoint(between)


def _is_of_rival(scene: Scene, hit: Hit, side: Side) -> bool:
    """Tell whether a side belongs to what a condition is weighed against: `a right SI dysfunction versus a facet`."""
    return side.end <= hit.start and not words("versus").isdisjoint(scene.view.norms[side.end : hit.start])


def _leads_rival(scene: Scene, hit: Hit, side: Side) -> bool:
    """Tell whether a side opens the name of what goes with a condition, as in `disc bulge with left sciatica`.

    A nerve's ailment has the side of what it brings about, other than a `traumatic subluxation with left leg weakness`.
    """
    if side.start < hit.end or scene.view.norms[side.start - 1] not in _JOINING:
        return False
    reach, chunk = range(side.end, side.end + _NAME_REACH), scene.chunk(hit)
    brought = [] if hit.term.value in _OF_NERVES else scene.terms("neuro", "symptom", "sign", part=chunk)
    return any(other.start in reach for other in (*scene.terms("conditions", part=chunk), *brought))


def _sides_beside(scene: Scene, hit: Hit) -> list[Side]:
    """Return the sides that other parts of a statement may give a condition: none that a lesion has, or a denial."""
    if scene.assertion(hit) == "absent":
        return []
    others = (_is_of_item_beside, _is_of_other)
    apart = [
        part
        for part in scene.statement.chunks
        if not (_is_of_lesion(scene, part) or any(belongs(scene, hit, part) for belongs in others))
    ]
    told = [side for part in apart for side in scene.view.sides(part) if side.value != "midline"]
    return [side for side in told if not (_is_weighed(scene, hit, side) or _is_of_item_before(scene, hit, side))]


def _is_of_lesion(scene: Scene, part: Chunk) -> bool:
    return bool(scene.terms("lesions", "head", "weak_head", "position", part=part))


def _is_of_item_beside(scene: Scene, hit: Hit, part: Chunk) -> bool:
    """Tell whether a semicolon parts a condition of a note from a part: `SI dysfunction, right; #2 lumbar sprain`."""
    if scene.statement.turn >= 0:
        return False
    bare = sum(word[0].isalnum() for word in scene.words(part)) == 1
    return ";" in scene.view.norms[part.end : hit.start] or (";" in scene.view.norms[hit.end : part.start] and not bare)


def _is_of_other(scene: Scene, hit: Hit, part: Chunk) -> bool:
    """Tell whether the sides of a part are those of another condition: `L sciatica, likely a disc at L5-S1`.

    A nerve has the side of the disc that presses on it, as in `a left L5-S1 herniation with S1 radiculopathy`, and a
    pain that of its cause.
    """
    if hit.term.value in _OF_NERVES:
        return False
    own = MIDLINE | {hit.term.value}
    named = scene.terms("conditions", "condition", part=part)
    return any(other.term.value not in own and not other.term.text.endswith("pain") for other in named)


_OF_THE_CORD = frozenset({"cervical", "thoracic"})
_CONSIDERED: frozenset[Condition] = frozenset({"disc_herniation", "radiculopathy"})
"""Conditions of any part of the spine, which a clinician rejects or suspects where the patient is ill."""


def with_unrivalled_region(
    diagnoses: Iterable[Diagnosis], lesions: Iterable[Lesion], imaging: Iterable[Imaging], care: Iterable[Care]
) -> Iterator[Diagnosis]:
    """Give the conditions of a cord, a root or a disc the region that nothing else in the document rivals.

    Args:
        diagnoses: What was read.
        lesions: The lesions of the document.
        imaging: Its imaging findings.
        care: Its care.
    """
    diagnoses = list(diagnoses)
    stated = {lesion.region for lesion in lesions if lesion.assertion == "present"} | {
        one.region for one in diagnoses if one.assertion == "present"
    }
    # What is clear where nothing is wrong says of no region that it is ill.
    seen = {image.region for image in imaging if image.assertion == "present" and image.kind != "unremarkable"}
    opened = {region for one in care if one.kind == "surgery" and one.timing == "prior" for region in one.regions}
    for diagnosis in diagnoses:
        region = None if diagnosis.region else _site(diagnosis, stated, seen, opened)
        yield diagnosis.model_copy(update={"region": region}) if region else diagnosis


def _site(
    diagnosis: Diagnosis, stated: set[Region | None], seen: set[Region | None], opened: set[Region]
) -> Region | None:
    if diagnosis.assertion in {"other_person", "historical", "hypothetical"} or _denies_cord(diagnosis):
        return None
    if diagnosis.condition == "myelopathy":
        return _only(stated & _OF_THE_CORD) or _only(seen & _OF_THE_CORD)
    if diagnosis.condition == "postlaminectomy_syndrome":
        return _only({*opened}) or _only(stated & AXIAL)
    if diagnosis.condition == "instability":
        return _only(stated) if diagnosis.assertion == "absent" and stated & seen else None
    rejected = diagnosis.condition in _CONSIDERED and diagnosis.assertion in {"absent", "possible"}
    if rejected and not any(_names(evidence) for evidence in diagnosis.evidence):
        return None
    return (_only(stated) or (None if stated - {None} else _only(seen))) if rejected else None


def _denies_cord(diagnosis: Diagnosis) -> bool:
    """Tell whether talk denies that it is the cord, which speaks of none of its parts."""
    spoken = diagnosis.evidence[0].speaker is not None
    return diagnosis.condition == "myelopathy" and diagnosis.assertion == "absent" and spoken


def _names(evidence: Evidence) -> bool:
    """Tell whether a condition is named, and not only the part that is cleared, as in `it's not the disc`."""
    return (
        not evidence.quote.lower().endswith(("disc", "disk", "discs", "disks")) or "slipped" in evidence.quote.lower()
    )


def _only(regions: Iterable[Region | None]) -> Region | None:
    """Return the one region of several that is named, where it is of the spine."""
    named = [region for region in regions if region]
    return named[0] if len(named) == 1 and named[0] in AXIAL else None
