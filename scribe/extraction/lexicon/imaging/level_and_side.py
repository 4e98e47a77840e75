"""Where a study shows something: the region of its level, and its side.

A nerve root is named by its own number, and lies at a joint above it. The side
is that of the finding itself, of the foramen it narrows, or of the talk.
"""

from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.pointed_sides import meant_side
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.imaging.kinds import DEEP, is_complex
from scribe.extraction.lexicon.imaging.side_behind import side_after
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, limb_words, words
from scribe.schema import ImagingKind, Laterality, Modality, Region
from scribe.terminology.regions import LIMBS

TRUNK = frozenset({"rib_cage", "abdomen_other"})
"""Regions of whose studies the spine is a part, as of `a CT of the belly`."""
OUTSIDE = LIMBS | TRUNK
"""Regions outside the spine and pelvis, of which no kind of finding is told apart."""
SIDED = OUTSIDE | {"pelvic"}
"""Regions whose parts are on one side or the other."""
_ABOVE = 12
_HELD = frozenset({"tilt", "carriage", "posture", "position", "translation"})
_ROOTS = frozenset({"root", "roots", "nerve", "nerves"})
_BESIDE = frozenset({"behind", "on", "over", "above", "onto", "against"})
_RUNNING = frozenset({"traversing", "exiting", "descending"})
_LEADING = 4
_JOINED = 4
_JOINING = frozenset({
    ">", "<", "and", "&", "than", "greater", "mild", "moderate", "severe", "mod", "sev", "/", "slight",
})  # fmt: skip
"""Words between the two sides on which something is, as in `severe right and moderate left foraminal narrowing`."""
_ENTERS = frozenset({
    "into", "in", "to", "toward", "towards", "onto", "within", "fills", "filling", "fill", "occupies", "occupying",
    "encroaching", "encroaches", "encroach", "inside",
})  # fmt: skip
_CAUSING = frozenset({"resulting", "results", "resulted", "culminating"})
_NERVES = frozenset({"nerve", "nerves", "root", "roots"})
_TOUCHING = frozenset({
    "touching", "touches", "abutting", "abuts", "contacting", "contacts", "wrapped", "wrapping", "encasing", "pressing",
    "displacing", "displaces", "compressing", "compresses", "hugging", "irritating", "around", "against", "onto",
})  # fmt: skip
_SPOTS = frozenset({"spot", "side", "place", "corner", "hole", "window", "opening", "foramen", "area"})
_MEASURED = 6
_BEFORE_SIDE = frozenset({"the", "on", "his", "her", "your", "that", "its"})
_SHARES = frozenset({"half", "third", "quarter", "fraction", "size"})
"""Words by which one side is measured against the other."""
_MIDDLE = frozenset({"canal", "central canal", "spinal canal", "thecal sac", "central"})
"""Spaces without sides, which take none from another finding."""
_NARROWING = frozenset({"bony_overgrowth", "fibrosis", "ligament_hypertrophy"})
_FILLING = frozenset({"disc_herniation", "fibrosis", "bony_overgrowth"})
"""Kinds of findings of what lies in a space beside the canal."""
_SIDED_SPACES = frozenset({"foramen", "recess"})
"""Words for the spaces that come in pairs."""
_OF_ONE_SIDE = frozenset({"foraminal_narrowing", "sacroiliac_changes"})
"""Kinds of findings of parts that come in pairs, whose side is often told apart from them."""
_MIDDLE_KINDS = frozenset({
    "disc_degeneration", "ligament_hypertrophy", "canal_narrowing", "fracture", "neoplasm", "other", "unremarkable",
    "malalignment",
})  # fmt: skip
"""Kinds of findings that take no side from what was spoken of before them."""
_OF_ONE_PIECE = frozenset({"disc_herniation", "fibrosis"})
"""Kinds of findings that are on both sides only where somebody says so of them."""
_TURNS = 2
"""Turns over which a side is still spoken of."""
_EPITHETS = frozenset({
    "foraminal", "extraforaminal", "paracentral", "subarticular", "central", "lateral", "posterolateral", "far",
    "broad", "based", "-", "disc", "disk", "uncinate", "uncovertebral", "facet", "small", "large", "mild", "moderate",
    "severe", "focal", "neural",
})  # fmt: skip
"""Words that stand between a side and what is shown on it."""


def joint_region(scene: Scene, place: Place | None) -> Region | None:
    """Return the region of the joint where a sacral root is touched, as in `at L5-S1, on the traversing S1 root`.

    Args:
        scene: The statement.
        place: The level that a finding is attached to; None is returned where it names no sacral root.
    """
    if place is None or place.region != "sacral" or not (_names_root(scene, place) or _is_landmark(scene, place)):
        return None
    here = scene.view.fixing(scene.statement)
    joints = [one for one in here if one.segments and one != place and not _names_root(scene, one)]
    return nearest(joints, place).region if joints else "lumbar"


def _is_landmark(scene: Scene, place: Place) -> bool:
    """Tell whether the sacrum only says where something lies, as in `a piece has gone down behind the sacrum`.

    So does the first sacral vertebra where the fifth lumbar one lies on it.
    """
    before = scene.view.norms[max(0, place.start - 2) : place.start]
    if place.structure == "sacrum":
        return not _BESIDE.isdisjoint(before)
    above = scene.view.fixing(Chunk(max(0, place.start - _ABOVE), place.start))
    lumbar = any(one.region == "lumbar" for one in above)
    return lumbar and place.segments == ("S1",) and not (_BESIDE | {"of"}).isdisjoint(before)


def _names_root(scene: Scene, place: Place) -> bool:
    """Tell whether a level is the name of a nerve root, as in `the S1 nerve`."""
    norms = scene.view.norms
    beside = {*norms[max(0, place.start - 1) : place.start], *norms[place.end : place.end + 1]}
    return not beside.isdisjoint(_ROOTS | _RUNNING)


def is_of_posture(scene: Scene, named: Item) -> bool:
    """Tell whether words such as `head` only say how somebody holds himself, as in `a right head tilt`."""
    return not _HELD.isdisjoint(scene.view.norms[named.end : named.end + 1])


def side_of(scene: Scene, hit: Item, kind: ImagingKind, region: Region | None) -> Laterality | None:
    """Return the side of what a study shows.

    Args:
        scene: The statement.
        hit: The words that tell it.
        kind: What is shown.
        region: The region where it is shown.
    """
    if (beside := _side_beside(scene, hit)) is not None:
        return beside
    sides = scene.view.sides(scene.chunk(hit))
    if any(is_compared_with(scene, side) for side in sides):
        named = {side.value for side in sides if not is_compared_with(scene, side)}
        return named.pop() if len(named) == 1 else None
    if (leading := side_led_to(scene.view, scene.statement)) is not None:
        own = {side.value for side in scene.view.sides(scene.statement)} - {leading}
        return own.pop() if len(own) == 1 else None
    if kind not in _MIDDLE_KINDS and (meant := meant_side(scene, scene.chunk(hit))) is not None:
        return meant
    attached = scene.attach(hit)[0]
    sided = scene.view.sides(scene.chunk(hit)) and not _is_of_another(scene, hit)
    # What is shown without a place of its own is shown where the talk has come to.
    alone = (
        scene.statement.turn >= 0 and not scene.view.fixing(scene.statement) and not _is_on_limb(attached.place, region)
    )
    if kind not in _MIDDLE_KINDS and _is_in_same_spot(scene, hit) and (side := only_side(scene)):
        return side
    of_pair = region in SIDED - {"rib_cage"} and _is_in_part(scene, attached.place)
    sided = sided or of_pair or (alone and kind not in _MIDDLE_KINDS)
    told = only_side(scene) or side_after(scene, hit) if alone and kind not in _MIDDLE_KINDS else None
    carried = attached.laterality if sided else None
    if kind not in _MIDDLE_KINDS and not scene.view.sides(scene.statement):
        turned = side_turned_to(scene) if alone else None
        carried = turned or (None if carried == "bilateral" and kind in _OF_ONE_PIECE else carried)
    side = told or carried
    if side is None and kind in _OF_ONE_SIDE and scene.statement.turn >= 0:
        side = only_side(scene)
    side = side or side_after(scene, hit) or (_side_before(scene, hit) if kind not in _MIDDLE_KINDS else None)
    return side or _side_told(scene, hit) or (side_of_cause(scene, hit) if kind in _OF_ONE_SIDE else None)


def side_turned_to(scene: Scene) -> Laterality | None:
    """Return the side to which a talk about pictures has turned since: `Now look at the right.`, `So that's scar.`.

    Args:
        scene: A statement without a side.
    """
    view = scene.view
    near = view.statements_before(scene.statement) if scene.statement.turn >= 0 else []
    near = [*view.statements_before(near[0]), *near] if near else []
    for one in reversed(near):
        if one.speaker == "patient" or scene.statement.turn - one.turn > _TURNS:
            continue
        named = {side.value for side in view.sides(one) if not is_compared_with(scene, side)}
        elsewhere = view.fixing(one) or not limb_words().isdisjoint(view.norms[one.start : one.end])
        if named or elsewhere:
            return named.pop() if not elsewhere and len(named) == 1 and named <= OPPOSITE.keys() else None
    return None


def side_led_to(view: View, statement: Statement) -> Laterality | None:
    """Return the side with which speech without marks leads on: `the holes are tight, and on the left`, `they're open`.

    Args:
        view: The document's words.
        statement: A statement, whose last words may belong to the next one.
    """
    sides = view.sides(statement)
    if statement.turn < 0 or not sides or sides[-1].end != statement.end:
        return None
    at = sides[-1].start
    while at > statement.start and view.norms[at - 1] in _BEFORE_SIDE:
        at -= 1
    return sides[-1].value if view.norms[at - 1] == "and" and len(sides) > 1 else None


def _is_in_same_spot(scene: Scene, hit: Item) -> bool:
    """Tell whether speech puts something where it has just shown another: `and the disc bulges to the same spot`."""
    said = scene.words(scene.chunk(hit))
    spots = any(word == "same" and spot in _SPOTS for word, spot in pairwise(said))
    return scene.statement.turn >= 0 and spots


def _is_on_limb(place: Place | None, region: Region | None) -> bool:
    """Tell whether a place last spoken of is on a limb, whose side is none of what pictures of the spine show."""
    return place is not None and place.region in OUTSIDE and region not in OUTSIDE


def side_of_denied(scene: Scene, hit: Item) -> Laterality | None:
    """Return the side of what a study does not show: the one beside its words, else that of its part."""
    sides = scene.view.sides(scene.chunk(hit))
    beside = next((side.value for side in sides if side.end == hit.start), None)
    if beside is None and not _is_of_another(scene, hit):
        own = next((side.value for side in sides if side.value != "midline"), None)
        return own or meant_side(scene, scene.chunk(hit))
    return beside


def _side_beside(scene: Scene, hit: Item) -> Laterality | None:
    """Return the side that stands right beside the words of a finding, as in `right foraminal disc protrusion`."""
    chunk = scene.chunk(hit)
    start = _opening(scene, chunk, hit)
    beside = next((side for side in scene.view.sides(chunk) if side.end == start), None)
    if beside is None:
        return None
    if _side_graded(scene, chunk) not in {None, beside.value}:
        return "bilateral"
    first = [side for side in scene.view.sides(chunk) if 0 < beside.start - side.end <= _JOINED]
    both = any(_JOINING.issuperset(scene.view.norms[side.end : beside.start]) for side in first)
    return "bilateral" if both and first[-1].value != beside.value else beside.value


def _side_graded(scene: Scene, chunk: Chunk) -> Laterality | None:
    """Return the side of a part before that says no more of it than how much, as in `moderate L, mild R stenosis`."""
    before = next((part for part in scene.statement.chunks if part.end == chunk.start - 1), None)
    sides = scene.view.sides(before) if before is not None else []
    if before is None or len(sides) != 1 or sides[0].end != before.end:
        return None
    said = scene.view.norms[max(before.start, sides[0].start - 1) : sides[0].start]
    return sides[0].value if said and _JOINING.issuperset(said) else None


def _opening(scene: Scene, chunk: Chunk, thing: Item) -> int:
    """Return where the words of a thing begin, with its epithets and level: `C5-6 foramen`, `foraminal protrusion`."""
    norms, start = scene.view.norms, thing.start
    levels = covered_by(scene.view.places(chunk))
    sides = covered_by(scene.view.sides(chunk))
    while start > chunk.start and start - 1 not in sides and (norms[start - 1] in _EPITHETS or start - 1 in levels):
        start -= 1
    return start


def _side_told(scene: Scene, hit: Item) -> Laterality | None:
    """Return the side that the rest of a statement tells: one that leads speech, or that of a foramen."""
    sides = scene.view.sides(scene.statement)
    leads = len(sides) == 1 and sides[0].end <= hit.start and sides[0].start - scene.statement.start <= _LEADING
    if len(sides) == 1 and sides[0].start > hit.end and _is_touched(scene, sides[0]):
        return sides[0].value
    if scene.statement.turn >= 0 and leads and sides[0].end - sides[0].start > 1:
        return sides[0].value
    return _side_of_foramen(scene, hit)


def _is_touched(scene: Scene, side: Item) -> bool:
    """Tell whether a part goes on with the nerve that is met, as in `scar, wrapped around the right L5 root`."""
    chunk = scene.chunk(side)
    said = set(scene.words(chunk))
    alone = len(scene.terms("imaging", "finding")) == 1 and chunk.start > scene.statement.start
    return alone and not _TOUCHING.isdisjoint(said) and not _NERVES.isdisjoint(said)


def _side_of_foramen(scene: Scene, hit: Item) -> Laterality | None:
    """Return the side of the one foramen of a statement, for what narrows it: `left foramen narrowed by a spur`."""
    if not isinstance(hit, Hit) or is_complex(hit):
        return None
    if hit.term.value in _FILLING and (entered := _side_entered(scene, hit)) is not None:
        return entered
    if hit.term.value not in _NARROWING:
        return None
    spaces = scene.terms("lesions", "compartment", part=scene.chunk(hit))
    if not spaces and scene.statement.turn < 0:
        spaces = scene.terms("lesions", "compartment")
    parted = any(";" in scene.view.norms[hit.end : space.start] for space in spaces)
    if not spaces or parted or any(space.term.value != "foraminal_stenosis" for space in spaces):
        return None
    own = {place.segments for place in scene.view.fixing(scene.chunk(hit))}
    there = {place.segments for space in spaces for place in scene.view.fixing(scene.chunk(space))}
    sides = {side.value for space in spaces for side in scene.view.sides(scene.chunk(space))}
    apart = bool(own and there) and own != there
    return sides.pop() if len(sides) == 1 and not apart else None


def _side_entered(scene: Scene, disc: Hit) -> Laterality | None:
    """Return the side of the space that something lies in, as in `bulge into the right foramen`."""
    chunk = scene.chunk(disc)
    for space in scene.terms("lesions", "compartment", part=Chunk(disc.end, chunk.end)):
        sides = scene.view.sides(Chunk(disc.end, space.end + 1))
        between = scene.view.norms[disc.end : sides[0].start] if sides else []
        if any(word in _ENTERS and before not in _CAUSING for before, word in pairwise(["", *between])):
            return sides[0].value
    return None


def side_of_cause(scene: Scene, space: Item) -> Laterality | None:
    """Return the side of what fills a space without one: `foraminal protrusion on the left, foramen now narrow`.

    It may stand before it in the same part: `a spur of the left facet crowds the foramen`.
    """
    chunk = scene.chunk(space)
    own = [side for side in scene.view.sides(chunk) if not is_compared_with(scene, side)]
    causes = [hit for hit in scene.terms("imaging", "finding") if hit.term.value in _FILLING]
    caused = [hit for hit in causes if chunk.start <= hit.start < space.start]
    ahead = {side.value for side in own if side.start < space.start}
    if scene.statement.turn >= 0 or _SIDED_SPACES.isdisjoint(scene.words(space)):
        return None
    if own:
        beside = _opening(scene, chunk, space) - own[-1].end
        return ahead.pop() if caused and len(ahead) == len({side.value for side in own}) == 1 and beside > 0 else None
    causes = [hit for hit in causes if hit.start < space.start and ";" not in scene.view.norms[hit.start : space.start]]
    sides = {side.value for hit in causes[-1:] for side in scene.view.sides(scene.chunk(hit))}
    return sides.pop() if len(sides) == 1 else None


def is_compared_with(scene: Scene, side: Item) -> bool:
    """Tell whether a side is only what the other is measured by: `half of the left`, `bigger than on the left`."""
    before = scene.view.norms[max(0, side.start - _MEASURED) : side.start]
    while before and before[-1] in _BEFORE_SIDE:
        before.pop()
    if before[-1:] == ["of"]:
        return not _SHARES.isdisjoint(before)
    return before[-1:] in (["than"], ["as"]) or before[-2:] in (
        ["compared", "to"],
        ["compared", "with"],
        ["relative", "to"],
    )


def _side_before(scene: Scene, hit: Item) -> Laterality | None:
    """Return the side that leads up to a finding, as in `down at L5-S1, on the left, the disc bulges out`."""
    chunk = scene.chunk(hit)
    before = [part for part in scene.statement.chunks if part.end <= chunk.start]
    if scene.statement.turn < 0 or not before or scene.view.sides(chunk):
        return None
    sides = scene.view.sides(before[-1])
    told = scene.terms("imaging", "finding", part=before[-1]) or scene.terms("lesions", "compartment", part=before[-1])
    return sides[0].value if len(sides) == 1 and not told else None


def _is_of_another(scene: Scene, hit: Item) -> bool:
    """Tell whether the sides of a part belong to other things shown, as in `bulge with left foraminal narrowing`."""
    chunk = scene.chunk(hit)
    things: list[Item] = [
        *scene.terms("imaging", "finding", part=chunk),
        *scene.terms("lesions", "compartment", part=chunk),
    ]
    rivals = [thing for thing in things if not (thing.start < hit.end and hit.start < thing.end)]
    central = [thing for thing in rivals if isinstance(thing, Hit) and thing.term.text in _MIDDLE]
    rivals = [thing for thing in rivals if thing not in central]
    own, others = _phrase(scene, chunk, hit), [_phrase(scene, chunk, rival) for rival in rivals]
    return bool(rivals) and all(nearest([own, *others], side) != own for side in scene.view.sides(chunk))


def _phrase(scene: Scene, chunk: Chunk, thing: Item) -> Chunk:
    return Chunk(_opening(scene, chunk, thing), thing.end)


def only_side(scene: Scene) -> Laterality | None:
    """Return the one side that a statement names, which in speech is told before the foramen."""
    own = (side for side in scene.view.sides(scene.statement) if not is_compared_with(scene, side))
    sides = {side.value for side in own if side.value != "midline"}
    return sides.pop() if len(sides) == 1 else None


def is_of_skin(modality: Modality | None, region: Region | None) -> bool:
    """Tell whether a scar is one that is seen without a study of what lies deep.

    Args:
        modality: The study.
        region: Where the scar is.
    """
    shallow = modality not in {*DEEP, "unspecified"} or (region is None and modality not in DEEP)
    return shallow or region in OUTSIDE


def is_middle(space: Hit) -> bool:
    """Tell whether a space is the canal itself, which has no sides."""
    return space.term.value == "canal_stenosis" and "recess" not in space.term.text


def _is_in_part(scene: Scene, place: Place | None) -> bool:
    """Tell whether a statement in speech has named a part that comes in pairs, as in `the right hip, a little spur`."""
    if place is None or scene.statement.turn < 0 or place.start < scene.statement.start:
        return False
    return place.structure not in words("unsided")
