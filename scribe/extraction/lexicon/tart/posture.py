"""How a landmark or a segment stands: high, rotated, sitting back."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.commands import command_at
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.positions import positions
from scribe.extraction.lexicon.tart.found import Found
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, TartComponent
from scribe.terminology.regions import LIMBS

_REACH = 4
_NAMED_BY_LEVEL = LIMBS | {"rib_cage", "cervical", "thoracic", "lumbar"}
_BRINGING = frozenset({
    "keep", "keeping", "kept", "get", "getting", "bring", "bringing", "pull", "push", "coax", "take", "taking", "draw",
    "drawing",
})  # fmt: skip
_BIDDEN = frozenset({"bend", "lean", "look", "come", "step", "scoot", "reach", "slide", "bending", "leaning"})
"""What somebody is told to do some way, as in `bend forward`."""
_CALLING = frozenset({"that", "that's", "call", "is", "it", "it's", ","})
"""Words before an article or the name of a lesion by which something is called one."""
_BOX_ENDS = frozenset({"]", ")", "☑", "☒"})
_FILLERS = frozenset({"yeah", "okay", "ok", "open", "close", "yes", "yep", "hm", "again", "so", "good", "alright"})
_GIRDLE = frozenset({"clavicle", "scapula", "acromioclavicular", "sternoclavicular"})
_SLIGHTLY = frozenset({
    "a", "little", "bit", "touch", "hair", "tad", "slightly", "smidge", "though", "at", "me", "some", "to", "off",
    "and",
})  # fmt: skip
_WHERE = frozenset({"to", "through", "at", "the", "into", "here", "there", "by", "near", "around", "under", "along"})
_MUSCLES = frozenset({"tibialis", "tibial", "serratus", "scalenus", "deltoid", "peroneus", "peroneal", "cruciate"})
_DIRECTIONS = frozenset({"anterior", "posterior", "medial", "lateral", "superior", "inferior", "caudal", "cephalad"})
_SITTING = frozenset({"sits", "rides", "stands", "lies", "sitting", "riding"})
_POINTING = frozenset({"it", "it's", "that", "that's", "and", "which", "this", "this's", "thats"})
"""Words with which a part speaks of the place before it."""
_PLANES = {
    "sagittal": frozenset({"flexed", "extended", "neutral"}),
    "transverse": frozenset({"rotated", "rot", "rotates", "turned"}),
    "frontal": frozenset({"sidebent", "bent", "sb", "sidebends", "tilted"}),
}
"""How the words for the position of a joint tell of three planes; two of them make a positional diagnosis."""
_STAYING = frozenset({"stay", "stays", "stayed", "remain", "remains", "held", "stuck", "hold", "holds"})
_BREATHS = frozenset(
    {"exhalation", "inhalation", "exhale", "inhale", "expiration", "inspiration", "breath", "breathing"}
)
"""Words of breathing, with which a rib that stays up or down does not move."""
_RAISED = frozenset({"elevated", "raised", "depressed", "dropped", "low", "high", "protracted", "hiked"})
"""Words for how a shoulder stands, before its name."""
_TO_POSITION = frozenset({"the", "is", "side", "one", "sits"})
"""Words from a side that opens a part to how it stands."""
_LAID = frozenset({"head", "face", "chin"})
"""What somebody is told to keep up or down for a treatment."""
_OWNERS = frozenset({"the", "his", "her", "their", "patient", "left", "right", "with", "carries", "is"})


def may_stand(scene: Scene, position: Hit) -> bool:
    """Tell whether a statement has or speaks of a landmark that is said to stand high or low; in a note all may."""
    heading = scene.topic.heading
    if scene.statement.turn < 0 or (heading is not None and heading.structure in _headed()):
        return True
    named = scene.view.places(scene.statement)
    spoken_of = named if scene.topic.place is None else [scene.topic.place, *named]
    return any(_is_bone(scene, place) for place in spoken_of) or any(
        _is_landmark(scene, place, position) for place in named
    )


def _is_bone(scene: Scene, place: Place) -> bool:
    return place.structure in words("landmarks") or not words("bony").isdisjoint(scene.words(place))


@cache
def _headed() -> frozenset[str]:
    return words("landmarks") | words("posture_parts")


def positioned(scene: Scene, position: Hit) -> Iterator[Found]:
    """Read the position of a landmark, as in `right PSIS low` or `the clavicle, it's sitting high`."""
    chunk = scene.chunk(position)
    if stands_in_planes(scene, position) or explains_lesion(scene, position):
        return
    places = [place for place in scene.view.places(chunk) if _is_landmark(scene, place, position)]
    subject = None if places else _subject(scene, chunk, position)
    stands = not places and (_is_headed(scene, chunk) or _tells_stance(scene, position))
    if not (places or subject or stands) or _is_no_position(scene, chunk, position):
        return
    if subject is not None:
        sides = scene.view.sides(chunk)
        own = nearest(sides, position).value if sides else None
        leads = scene.statement.turn >= 0 and subject.start >= scene.statement.start
        said = (subject, position) if leads else (position,)
        yield Found("asymmetry", scene.assertion(position), said, laterality=own)
        return
    if stands:
        yield Found("asymmetry", scene.assertion(position), (position,))
    near = [place for place in places if _beside(place, position) and not _leads(scene, position, place)]
    if near and not _is_positional_diagnosis(scene, chunk, position):
        parts: tuple[Item, ...] = (position, near[-1], *_sides_near(scene, near[-1], chunk))
        staying = {position.term.text.split()[0], scene.view.norms[position.start - 1]}
        stays = not _STAYING.isdisjoint(staying) and not _BREATHS.isdisjoint(scene.words(chunk))
        component: TartComponent = "restriction" if stays else "asymmetry"
        yield Found(component, scene.assertion(position), parts, laterality=_own_side(scene, position))


def _is_no_position(scene: Scene, chunk: Chunk, position: Hit) -> bool:
    """Tell whether a word of position belongs to a motion, a bidding or a name."""
    motions = scene.terms("tart", "motion", "test", part=chunk)
    before = scene.view.norms[max(chunk.start, position.start - 2) : position.start]
    if before and before[-1] in words("moving") and (before[0].endswith("n't") or before[0] in {"not", "cannot"}):
        return True
    less = position.term.text == "down" and any(motion.end <= position.start for motion in motions)
    if less or any(motion.start == position.end and motion.term.role == "motion" for motion in motions):
        return True
    if scene.statement.turn >= 0 and (scene.view.norms[position.start - 1] in _BIDDEN or _came_about(scene, position)):
        return True
    if scene.view.norms[position.end : position.end + 2] in (["-", "anterior"], ["to", "anterior"]):
        return True  # A pressure from behind is no position.
    bidden = _is_bidden(scene, chunk, position) or _is_told_to_lie(scene, position)
    return bidden or _names_part(scene, position) or _goes_both_ways(scene, position)


def _is_told_to_lie(scene: Scene, position: Hit) -> bool:
    """Tell whether somebody is told where the head goes, or what to sit or lie for: `Head up this end`, `face down`."""
    if scene.statement.turn < 0:
        return False
    if position.term.text == "sitting up":
        return scene.view.norms[position.end : position.end + 1] == ["for"]
    before = scene.view.norms[max(scene.statement.start, position.start - 2) : position.start]
    laid = position.term.text in {"up", "down"} and not _LAID.isdisjoint(before[-1:])
    return laid and _OWNERS.isdisjoint(before)


def _came_about(scene: Scene, position: Hit) -> bool:
    """Tell whether speech explains how something came to stand so, as in `the rib got dragged down`."""
    said = scene.view.norms[max(scene.statement.start, position.start - 2) : position.end]
    return any(one in {"got", "gets"} and other.endswith("ed") for one, other in pairwise(said))


def _own_side(scene: Scene, position: Hit) -> Laterality | None:
    """Return the side that is part of a position itself, as in `rotated right`, whatever else its words name."""
    inside = scene.view.sides(Chunk(position.start, position.end))
    return inside[0].value if len(inside) == 1 else None


def _is_bidden(scene: Scene, chunk: Chunk, position: Hit) -> bool:
    """Tell whether somebody keeps, brings or is to bring something so: `I'll get that rib down`, `Tip your chin up`."""
    verbs = words("body_commands") | {"drop", "bring"}
    verb = command_at(scene.view, scene.statement, verbs) if "your" in scene.said else None
    if verb is not None and verb + 1 in range(*chunk) and scene.view.norms[verb + 1] == "your":
        return True
    return bool(_BRINGING.intersection(scene.words(Chunk(chunk.start, position.start))))


def _goes_both_ways(scene: Scene, position: Hit) -> bool:
    """Tell whether a word is half of a motion to and fro, as in `the ribs go up and down`."""
    return any(scene.view.norms[at : at + 3] == ["up", "and", "down"] for at in (position.start, position.end - 3))


def _names_part(scene: Scene, position: Hit) -> bool:
    """Tell whether a word only names a part or what a film shows: `lower back` or `posterior osteophytes`."""
    after = scene.view.norms[position.end : position.end + 1]
    named = words("named_parts").intersection(after) or any(
        place.start == position.start and place.structure != "paraspinals"
        for place in scene.view.places(Chunk(position.start, position.end))
    )
    levels = position.term.text in {"lower", "upper"} and bool(scene.view.places(Chunk(position.end, position.end + 1)))
    shown = any(hit.start == position.end for hit in scene.terms("imaging", "finding"))
    return bool(named) or levels or shown or _is_of_name(scene, position) or _relates(scene, position)


def _is_of_name(scene: Scene, position: Hit) -> bool:
    """Tell whether a word of position ends the name of a muscle, as in `tibialis anterior`."""
    return scene.view.norms[position.start - 1] in _MUSCLES and position.term.text in _DIRECTIONS


def _relates(scene: Scene, position: Hit) -> bool:
    """Tell whether a word of position says where another place is: `medial to the PSIS`; a pair is compared."""
    norms = scene.view.norms
    if position.term.text not in _DIRECTIONS or norms[position.end : position.end + 1] != ["to"]:
        return False
    chunk = scene.chunk(position)
    behind = [place for place in scene.view.places(chunk) if 0 <= place.start - position.end <= _REACH]
    before = {place.structure for place in scene.view.places(chunk) if place.end <= position.start}
    return bool(behind) and (behind[0].structure not in before or norms[position.start - 1] == "just")


def _is_headed(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part is a cell, or the label of a box, in a row that a landmark heads, as in `PSIS: [x] R low`."""
    heading = scene.topic.heading
    if heading is None or heading.structure not in _headed():
        return False
    return is_ticked(scene, chunk) or (scene.view.is_cell(chunk) and heading.structure in words("landmarks"))


def _tells_stance(scene: Scene, position: Hit) -> bool:
    """Tell whether an examination says how somebody stands, as in `Leans to the right.`."""
    examined = scene.statement.turn < 0 and scene.stance == "exam"
    return examined and position.term.text.startswith("lean") and not scene.view.places(scene.chunk(position))


def is_ticked(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a part stands right behind a box."""
    return chunk.start > 0 and scene.view.norms[chunk.start - 1] in _BOX_ENDS


def _is_landmark(scene: Scene, place: Place, position: Hit) -> bool:
    """Tell whether a place is a landmark of posture: a bony one, or a shoulder or hip right before how it stands."""
    if place.structure in words("landmarks"):
        return True
    on_foot = place.structure in {"foot", "knee"} and position.term.text in words("of_feet")
    if place.end <= position.start and (on_foot or words("bony").intersection(scene.words(place))):
        return True
    ahead = 0 <= place.start - position.end <= 1 and scene.statement.turn < 0
    if ahead and place.structure == "shoulder" and position.term.text in _RAISED:
        return True
    between = scene.view.norms[place.end : position.start]
    uneven = not {position.term.text, position.term.text.split()[0]}.isdisjoint(words("uneven"))
    stands = place.structure in words("posture_parts") and uneven
    linked = words("linking") | words("length_units")
    return stands and place.end <= position.start and all(word in linked or word.isdecimal() for word in between)


def _subject(scene: Scene, chunk: Chunk, position: Hit) -> Place | None:
    """Return the landmark that the part before speaks of, as in `the rib, it's rotated left` and `ilium, posterior`."""
    before = Chunk(chunk.start, position.start)
    if scene.view.fixing(chunk) or not _is_light(scene, before):
        return None
    told = not _SITTING.isdisjoint(scene.words(Chunk(chunk.start, position.end)))
    if scene.statement.turn < 0 and not told and not _goes_on_listing(scene, chunk, position):
        return None
    if any(positions(scene.view, scene.statement)) or not _ends_there(scene, chunk, position):
        return None
    earlier = [part for part in scene.statement.chunks if part.end <= chunk.start and not _is_aside(scene, part)]
    said = [part for part in earlier if scene.view.fixing(part) or not _is_filler(scene, part)]
    if scene.statement.turn < 0:
        said = [part for part in said if scene.view.fixing(part)]
    while len(said) > 1 and not scene.view.fixing(said[-1]) and scene.view.norms[said[-1].start] in _POINTING:
        said.pop()
    named = scene.view.fixing(said[-1]) if said else []
    if not named and not scene.view.fixing(scene.statement) and scene.topic.place is not None:
        named = [scene.topic.place]
    return named[-1] if named and _is_bone(scene, named[-1]) else None


def _goes_on_listing(scene: Scene, chunk: Chunk, position: Hit) -> bool:
    """Tell whether an examination goes on with what else it found of a place, as in `L PSIS tender, posterior`.

    Or with the side of which it is found, as in `Crests uneven, R higher`.
    """
    before = [part for part in scene.statement.chunks if part.end <= chunk.start][-1:]
    found = (hit for part in before for hit in scene.terms("tart", "finding", part=part))
    if scene.stance == "exam" and any(scene.assertion(hit) == "present" for hit in found):
        return True
    sides = scene.view.sides(chunk)
    if not sides or sides[0].start - chunk.start > 1:
        return False
    light = _TO_POSITION.issuperset(scene.words(Chunk(sides[0].end, position.start)))
    return light and any(scene.view.fixing(part) for part in before)


def _is_filler(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part is only a bidding or a word of assent, as in `Jaw, open, yeah, deviates left`."""
    return part.end - part.start == 1 and scene.view.norms[part.start] in _FILLERS


def _is_light(scene: Scene, before: Chunk) -> bool:
    """Tell whether the words before a position only point to what it is of: a pronoun, or its side."""
    return (words("light_subjects") | words("joint_words") | _SITTING).issuperset(scene.rest_of(before))


def _ends_there(scene: Scene, chunk: Chunk, position: Hit) -> bool:
    """Tell whether nothing but a side follows a position, as nothing does in `it's high on the left`."""
    norms = scene.view.norms
    pairs = range(position.end, chunk.end - 1)
    anew = (
        at
        for at in pairs
        if (norms[at] == "and" and _says_more(scene, at + 1))
        or norms[at] in words("comparing")
        or norms[at] in {"when", "as", "while", "from"}
    )
    rest = Chunk(position.end, next(anew, chunk.end))
    words_after = scene.rest_of(rest, *scene.terms("tart", "position", part=rest))
    light = words("side_fillers") | _SLIGHTLY
    return all(not word[0].isalnum() or word in light for word in words_after)


def _says_more(scene: Scene, start: int) -> bool:
    """Tell whether words go on with a subject or a finding of their own, as in `high on the right and blocked`."""
    opens = any(hit.start == start for hit in scene.terms("tart", "finding"))
    return opens or not words("subjects").isdisjoint(scene.view.norms[start : start + 1])


def _is_aside(scene: Scene, part: Chunk) -> bool:
    """Tell whether a part only says where, as in `the clavicle, here by the breastbone, is high`."""
    told = scene.words(part)
    return told[0] in words("asides") or (len(told) == 1 and told[0] in words("pressing"))


def _beside(place: Place, position: Hit) -> bool:
    before, after = position.start - place.end, place.start - position.end
    return 0 <= before <= _REACH + 1 or 0 <= after <= 1


def _leads(scene: Scene, position: Hit, place: Place) -> bool:
    """Tell whether a word tells a way and no position, as `L3 down to L5` and `wrist up` do, or names a `lower rib`."""
    norms = scene.view.norms
    if position.term.text == "lower":
        return position.end == place.start and place.region in _NAMED_BY_LEVEL
    if position.term.text not in {"up", "down"}:
        return False
    levels = (one for one in scene.view.fixing(scene.chunk(position)) if one.end == position.start)
    if any(one.structure == "vertebra" for one in levels):
        return True
    before, after = norms[position.start - 1], norms[position.end : position.end + 1]
    leads = (
        before in {"on", "from", "way", "all", "of"} | words("hands_on")
        or before in words("moving")
        or before in words("phrasal")
    )
    spans = leads or after in (["for"], ["top"]) or bool(_WHERE.intersection(after))
    limb = place.region in LIMBS and place.structure not in _GIRDLE
    return spans or (scene.statement.turn >= 0 and limb)


def _sides_near(scene: Scene, place: Place, chunk: Chunk) -> list[Item]:
    return [side for side in scene.view.sides(chunk) if 0 <= place.start - side.end <= 1]


def _of_limbs(places: list[Place]) -> bool:
    """Tell whether all places are bones of a limb, whose position speech tells before it names a dysfunction."""
    return bool(places) and all(place.region in LIMBS for place in places)


def _is_positional_diagnosis(scene: Scene, chunk: Chunk, position: Hit) -> bool:
    """Tell whether words of position belong to a positional diagnosis, as in `L4 is rotated and sidebent right`."""
    named = scene.terms("lesions", "position", part=chunk)
    if named:
        places = [place for hit in named for place in scene.view.fixing(Chunk(hit.start, hit.end))]
        return scene.statement.turn < 0 or scene.stance == "conclusion" or not _of_limbs(places)
    noted = positions(scene.view, scene.statement)
    return any(one.start <= position.start and position.end <= one.end for one in noted)


def explains_lesion(scene: Scene, mention: Item) -> bool:
    """Tell whether speech only says what is wrong: `a dysfunction of the pelvis, an innominate that's rotated`.

    So does a vertebra that is turned before it is called one: `It's C3, rotated right, that's a dysfunction`.
    """
    if scene.statement.turn < 0 or scene.stance != "conclusion":
        return False
    heads = [hit for hit in scene.terms("lesions") if "head" in hit.term.role and _is_of_joint(hit)]
    if any(hit.end <= mention.start for hit in heads):
        return True
    turned = not _PLANES["transverse"].isdisjoint(scene.words(mention))
    return turned and any(scene.view.norms[hit.start - 2] in _CALLING for hit in heads)


def _is_of_joint(head: Hit) -> bool:
    return "dysfunction" in head.term.text or "sublux" in head.term.text


def stands_in_planes(scene: Scene, position: Hit) -> bool:
    """Tell whether a word is one of several for how a joint stands in some planes: `OA extended, sidebent left`.

    Together they are a positional diagnosis, and no finding beside it.
    """
    chunk, parts = scene.chunk(position), scene.statement.chunks
    if not _planes(scene, position) or chunk not in parts:
        return False
    first = last = parts.index(chunk)
    while first > 0 and _planes(scene, parts[first - 1]):
        first -= 1
    while last + 1 < len(parts) and _planes(scene, parts[last + 1]):
        last += 1
    return len(_planes(scene, Chunk(parts[first].start, parts[last].end))) > 1


def _planes(scene: Scene, part: Item) -> set[str]:
    """Return the planes in which a part says that a joint stands off."""
    said = {*scene.words(part)}
    return {plane for plane, named in _PLANES.items() if not said.isdisjoint(named)}
