"""What a study shows in plain words: a part of the spine and what is said of it.

Clinicians tell patients of a disc that is pushing on a nerve or a bone that
has slid forward, and reports of a sacral base that is lower on the left;
neither is one term, so the part and its predicate are looked for in the same
part of the sentence.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.attachment import nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.study_mentions import Pair, pairs
from scribe.extraction.lexicon.imaging.called_well import KEPT
from scribe.extraction.lexicon.imaging.findings_named import only_denies_name, tells_of_part
from scribe.extraction.lexicon.imaging.kinds import asserted, is_looked_for
from scribe.extraction.lexicon.imaging.level_and_side import OUTSIDE
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item, covered_by
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Assertion, ImagingKind, Laterality, Region
from scribe.terminology.regions import LIMBS

_REACH = 12
_DENIED = 2
_BONES = frozenset({"vertebra", "pelvis", "innominate", "sacrum", "sacral_base"})
_BESIDE = 3
_WAYS = frozenset({"posterior", "anterior", "forward", "backward", "back", "lateral"})
_ON = frozenset({"on", "over", "to", "of", "relative"})
_LISTED = frozenset({
    "posterior", "anterior", "forward", "backward", "back", "laterality", "lateral", "posteriority", "anteriority",
    "posteriorly", "anteriorly", "laterally", "inferior", "superior",
})  # fmt: skip
_LISTED_WITH = _LISTED | {"to", "the", "and", "mm", "millimeters", "slightly", "mildly", "about", "by", "on", "side"}
"""Words of which a listing of a vertebra consists."""
_JOINTS = frozenset({"joint", "joints"})
_RIDING = frozenset({"ridden", "rides", "riding", "rode", "overrides", "overriding", "subluxed"})
_TURNED = frozenset({"turned", "twisted", "swiveled", "swivelled"})
_BENT = frozenset({"bent", "angled", "angulated", "kinked", "hooked", "deviated", "flexed", "curled"})
"""How a tailbone lies that should point down."""
_GRADE = 4
_GRADED = frozenset({"mm", "gr", "grade"})
"""What tells how far a vertebra in a report has slid on another: `L4 on L5, 5 mm`."""
_HANGING = frozenset({"hangs", "hanging", "overhangs", "sticks", "sticking", "juts", "jutting"})
"""What a bone does over the edge of the next one: `L4 hangs over L5`, `L5 sticks out past the sacrum`."""
_PAST = frozenset({"up", "upward", "upwards", "over", "on", "forward"})
_OVER = frozenset({"over", "off", "past", "out", "forward"})
_SITTING = frozenset({"sitting", "sits", "shifted", "off"})
_OF_FLUID = frozenset({"white", "bright"})
"""What is said of the fluid around a cord."""
_FLAT = frozenset({"flat", "flattened"})
"""Words for a cord that a disc meets, and for a disc itself."""
_WORN = frozenset({"the", "a", "your", "it", "this", "that"})
"""Words after what somebody wears."""
_TROUBLE = frozenset({"problem", "problems", "issue", "issues", "involvement", "trouble", "damage"})
_NARROW = frozenset({"narrow", "narrowed", "narrows"})
_BARE_BONES = frozenset({"bone", "bones"})
_OTHER_JOINTS = LIMBS | {"sacral", "pelvic", "rib_cage", "head"}
_THERE = frozenset({"there", "here", "in", "at", "on", "touching", "pressing", "pushing", "sitting", "seen", "."})
_AGAIN = frozenset({"recurrent", "residual", "new", "other", "further", "big", "loose", "obvious"})
"""Words between a denial and a disc."""
_SHORT = 3
_GOING = frozenset({"shrunk", "gone"})
_AWAY = frozenset({"down", "up", "behind", "into", "out", "away"})
"""Where a disc goes that is not lost."""
_NONE = frozenset({"nothing", "no", "none", "not"})
_NOTHING = frozenset({"nothing", "none"})
_COMING = frozenset({"coming", "come", "comes"})
_MOVED = frozenset({"moved", "moving", "moves", "shifts", "budges", "out"})
"""What is said of bones that have not left their place, beside the words for those that have."""
_PROTRUDING = frozenset({
    "sticking", "bulging", "poking", "popping", "pushing", "squeezing", "coming", "leaking", "pushed", "squeezed",
})  # fmt: skip
"""Words before the `out` of a disc."""
_OUGHT = frozenset({"should", "supposed", "meant", "ought"})
_BENDING = frozenset({"curve", "curved", "curves", "bow", "arch", "arched", "bend", "c", "lordosis", "banana"})
_OWNERS = frozenset({"yours", "you've", "you"})
_LACKING = frozenset(
    {"ramrod", "poker", "straightened", "board", "stick", "ruler", "rod", "pole", "arrow", "broomstick"}
)
_PRONOUNS = frozenset({"them", "it", "it's", "its", "they", "they're"})
_WELL, _OFF = 6, 8
_ALIGNMENT = frozenset({"alignment"})
_KEEPING = KEPT | {"keeps", "holds", "held", "retains"}


class Described(NamedTuple):
    """A finding in everyday words."""

    kind: ImagingKind
    """What was found."""
    assertion: Assertion
    """How it is asserted."""
    part: Item
    """The part of the spine."""
    predicate: Item
    """What is said of it."""
    side: Laterality | None = None
    """Its side, where another statement names it."""
    region: Region | None = None
    """Its region, where that is known by itself."""


def described(scene: Scene) -> Iterator[Described]:
    """Find what is said of discs, ligaments, joints and vertebrae in everyday words, and how bones stand."""
    taken = covered_by(scene.terms("imaging", "finding"))
    for found in _described(scene, taken):
        if not (is_looked_for(scene, found.predicate) or only_denies_name(scene, found.predicate)):
            yield found


def _described(scene: Scene, taken: set[int]) -> Iterator[Described]:
    yield from _taken_up(scene)
    if scene.statement.turn >= 0 and not _OWNERS.isdisjoint(scene.said):
        yield from _contrasted(scene)
    telling = [read for read, *said in readers() if not any(map(scene.said.isdisjoint, said))]
    for chunk in scene.statement.chunks if telling else ():
        for read in telling:
            yield from read(scene, chunk, taken)


Reader = Callable[[Scene, Chunk, set[int]], Iterator[Described]]
"""What reads a part, which is told where the terms of findings stand."""


@cache
def readers() -> tuple[tuple[Reader, frozenset[str], frozenset[str]], ...]:
    """Return what reads a part, each with two lists of words: a statement without one of either says nothing for it."""
    slid, lying = words("slid") | _RIDING | _TURNED | _BENT, _WAYS | _SITTING | _LISTED | _HANGING | _GRADED
    return (
        (_told, _any_of(pair.parts for pair in pairs()), _told_words()),
        (_met, words("cords") | words("discs"), _meeting()),
        (_well, _any_of(pair.parts for pair in _sound()), _any_of(pair.told for pair in _sound())),
        (_no_disc, words("discs"), words("denials")),
        (_none_out, _NOTHING, words("displaced") | _COMING),
        (_unmoved, _NONE, words("slid") | _MOVED),
        (_worn_level, words("worn_levels"), words("worn_levels")),
        (_shifted, slid, slid),
        (_displaced, lying, lying),
    )


@cache
def _told_words() -> frozenset[str]:
    return _any_of(pair.told for pair in pairs())


def _any_of(lists: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*lists)


def _told(scene: Scene, chunk: Chunk, taken: set[int]) -> Iterator[Described]:
    """Read a part with what is said of it, as in `the joints are knobby` or `the cord's not squeezed`."""
    said = frozenset(scene.words(chunk))
    spaces = not words("spaces_seen").isdisjoint(said)
    other = (_NARROW if spaces else frozenset()) | (_FLAT if not words("cords").isdisjoint(said) else frozenset())
    for parts, told, kind in pairs():
        if said.isdisjoint(parts) or (parts == words("joints") and _is_of_other_joints(scene, chunk)):
            continue
        if parts == words("curves") and any(place.region in OUTSIDE for place in scene.view.fixing(chunk)):
            continue
        named = [part for part in scene.said_words(chunk, parts) if part.start not in taken]
        if kind == "disc_degeneration":
            named = [part for part in named if scene.view.norms[part.start - 1] != "joint"]
            named = [part for part in named if not spaces or scene.words(part)[0] not in words("disc_spaces")]
        predicates = told - other if kind == "disc_degeneration" else told
        if parts == words("cords") and not said.isdisjoint(words("liquor")):
            predicates = predicates - _OF_FLUID
        for found in _paired(scene, _with_pause(scene, chunk, parts), named, predicates, kind):
            # A cord that is not squeezed is called healthy, whatever the canal is like.
            yield found._replace(kind="other") if parts == words("cords") and found.assertion == "absent" else found


def _shifted(scene: Scene, chunk: Chunk, taken: set[int]) -> Iterator[Described]:
    """Read a bone that is not where it should be, as in `that bone has slid forward` or `L5 is tipped`."""
    if not words("discs").isdisjoint(scene.words(chunk)):
        return
    bones: list[Item] = [place for place in scene.view.fixing(chunk) if place.structure in _BONES]
    bones += [part for part in scene.said_words(chunk, words("bones") & _BARE_BONES) if part.start not in taken]
    single = any(len(place.segments) == 1 for place in scene.view.fixing(chunk))
    free = (words("slid") | (_TURNED if single else frozenset())) - {scene.view.norms[at] for at in taken}
    yield from _paired(scene, chunk, bones, free, "malalignment")
    tails: list[Item] = [place for place in scene.view.fixing(chunk) if place.structure == "coccyx"]
    yield from _paired(scene, chunk, tails, _BENT, "malalignment")
    facets = [part for part in scene.said_words(chunk, words("facets") | _JOINTS) if part.start not in taken]
    for ridden in scene.said_words(chunk, free | _RIDING) if facets else ():
        # A joint whose halves have slid past each other is out of line.
        if scene.view.tokens.word(ridden.end) in _PAST:
            yield Described("malalignment", asserted(scene, ridden), facets[0], ridden)
            return


def _unmoved(scene: Scene, chunk: Chunk, taken: set[int]) -> Iterator[Described]:
    """Read that no bone has left its place, as in `nothing has slid forward` and `not one bone is out of place`."""
    norms = scene.view.norms
    for none in scene.said_words(chunk, _NONE):
        one = norms[none.start] == "nothing" or not words("bones").isdisjoint(norms[none.end : none.end + _BESIDE])
        moved = scene.said_words(Chunk(none.end, min(chunk.end, none.end + _WELL)), words("slid") | _MOVED)
        if moved and norms[moved[0].start - 1] in _PROTRUDING:
            continue
        if one and moved and moved[0].start not in taken and words("implanted").isdisjoint(scene.words()):
            yield Described("malalignment", "absent", none, moved[0])
            return


def _worn_level(scene: Scene, chunk: Chunk, taken: set[int]) -> Iterator[Described]:
    """Read a level that is called what only its disc can be, as in `L4-5 is black, and so is L5-S1`."""
    others = words("discs") | words("joints") | words("facets")
    if scene.statement.turn < 0 or not others.isdisjoint(scene.words(chunk)):
        return
    levels: list[Item] = [place for place in scene.view.fixing(chunk) if len(place.segments) > 1]
    dried = [one for one in scene.said_words(chunk, words("worn_levels")) if one.start not in taken]
    yield from _paired(scene, chunk, levels, frozenset(scene.words(one)[0] for one in dried), "disc_degeneration")


def _contrasted(scene: Scene) -> Iterator[Described]:
    """Read a curve that is told by what it should be, as in `A neck should bow forward. Yours is straight.`."""
    if not scene.says("straightened") and scene.said.isdisjoint(_LACKING):
        return
    same = scene.earlier_in_turn[-1:]
    start = same[0].start if same else scene.statement.start
    ought = scene.said_words(Chunk(start, scene.statement.end), _OUGHT)
    if not ought or _BENDING.isdisjoint(scene.view.norms[start : scene.statement.end]):
        return
    for owner in scene.said_words(Chunk(max(ought[0].end, scene.statement.start), scene.statement.end), _OWNERS):
        lacking = scene.said_words(Chunk(owner.end, scene.chunk(owner).end), words("straightened") | _LACKING)
        if lacking:
            yield Described("other", "present", owner, lacking[0])
            return


def _displaced(scene: Scene, chunk: Chunk, taken: set[int]) -> Iterator[Described]:
    """Read a vertebra that is told by where it lies, as in `L5 posterior on S1` or `atlas sits right`."""
    norms = scene.view.norms
    for place in scene.view.fixing(chunk) if words("discs").isdisjoint(scene.words(chunk)) else ():
        after = norms[place.end : min(chunk.end, place.end + _BESIDE)]
        behind = norms[place.end : min(chunk.end, place.end + _OFF)]
        on = any(way in _WAYS and rest in _ON for way, rest in pairwise(behind))
        on = on or ("on" in scene.words(place) and _is_graded(scene, place))
        on = on or any(way in _HANGING and rest in _OVER for way, rest in pairwise(behind))
        over = any(word in _SITTING for word in after) and bool(scene.view.sides(Chunk(place.end, chunk.end)))
        listed = _is_listing(scene, Chunk(place.end, chunk.end))
        if place.structure in _BONES | {"atlas", "axis"} and (on or over or listed) and place.start not in taken:
            way = Chunk(place.end, place.end + 1) if listed else place
            yield Described("malalignment", asserted(scene, place), place, way)
            return


def _is_graded(scene: Scene, place: Item) -> bool:
    """Tell whether a report says right behind a vertebra how far it has slid: `L4 on L5, gr 1`."""
    behind = scene.view.norms[place.end : min(scene.statement.end, place.end + _GRADE)]
    return scene.statement.turn < 0 and not _GRADED.isdisjoint(behind)


def _is_listing(scene: Scene, behind: Chunk) -> bool:
    """Tell whether a report lists a vertebra with nothing but the way it lies: `L5 posterior`, `C1 laterality right`.

    `L5 posterior elements intact` tells of parts of the vertebra.
    """
    said = [word for word in scene.rest_of(behind) if word[0].isalnum() and not word[0].isdigit()]
    return scene.statement.turn < 0 and bool(said) and said[0] in _LISTED and _LISTED_WITH.issuperset(said[1:])


def _is_of_other_joints(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether joints are those of the pelvis or a limb, and not the facets."""
    named = not words("sacroiliacs").isdisjoint(scene.words(chunk))
    return named or any(place.region in _OTHER_JOINTS for place in scene.view.fixing(chunk))


@cache
def _meeting() -> frozenset[str]:
    return (words("meeting") - words("displaced")) | _TROUBLE


def _met(scene: Scene, chunk: Chunk, taken: set[int]) -> Iterator[Described]:
    """Read a disc that meets a nerve or the cord, as in `the disc is kissing the nerve`, and a cord that is not met."""
    for touch in scene.said_words(chunk, _meeting()):
        assertion = scene.assertion(touch)
        cords = scene.said_words(chunk, words("cords"))
        discs = [part for part in scene.said_words(chunk, words("discs")) if part.start < touch.start]
        nerves = [*scene.said_words(chunk, words("nerves_seen")), *cords]
        if assertion == "absent" and cords:
            yield Described("other", "absent", cords[0], touch)
            continue
        met = assertion == "present" and scene.words(touch)[0] not in _TROUBLE
        if met and discs and nerves and discs[0].start not in taken:
            yield Described("disc_herniation", "present", discs[0], touch)


def _no_disc(scene: Scene, chunk: Chunk, taken: set[int]) -> Iterator[Described]:
    """Read a disc that is not there where it would press, as in `no recurrent disc` and `there's no disc in there`."""
    for disc in scene.said_words(chunk, words("discs")):
        before = scene.view.norms[max(chunk.start, disc.start - _DENIED) : disc.start]
        ends = disc.end == chunk.end or scene.view.tokens.word(disc.end) in _THERE
        denied = not words("denials").isdisjoint(before) and _AGAIN.issuperset(set(before) - words("denials"))
        if disc.start not in taken and ends and denied:
            yield Described("disc_herniation", "absent", disc, disc)
            return


def _none_out(scene: Scene, chunk: Chunk, taken: set[int]) -> Iterator[Described]:
    """Read discs out of which nothing comes, as in `they're dark, but nothing's poking out of them`."""
    discs = words("discs") | words("all_discs")
    if chunk.start == scene.statement.start or discs.isdisjoint(scene.words()):
        return
    for none in scene.said_words(chunk, _NOTHING)[:1]:
        moved = (words("displaced") | _COMING) - words("slid")
        out = scene.said_words(Chunk(none.end, min(chunk.end, none.end + _BESIDE)), moved)
        if out and out[0].start not in taken and none.start not in taken and none.start - chunk.start <= 1:
            yield Described("disc_herniation", "absent", none, out[0])


def _taken_up(scene: Scene) -> Iterator[Described]:
    """Read what is said of the part named right before, as in `This is the cord. At C4-5 it's squashed.`."""
    if scene.statement.turn < 0 or _PRONOUNS.isdisjoint(scene.said) or _told_words().isdisjoint(scene.said):
        return
    before = scene.earlier_in_turn[-1:]
    if not before or before[0].asks:
        return
    earlier = frozenset(scene.view.norms[before[0].start : before[0].end])
    others = (words("cords"), words("curves"), words("sacroiliacs"), words("bones"))
    meant = [pair for pair in pairs() if pair.parts in others or pair.kind == "disc_herniation"]
    meant = [pair for pair in meant if not pair.parts.isdisjoint(earlier)]
    if any(not pair.parts.isdisjoint(scene.said) for pair in pairs()):
        return
    for _, predicates, kind in meant:
        for predicate in scene.said_words(Chunk(scene.statement.start, scene.statement.end), predicates)[:1]:
            yield Described(kind, scene.assertion(predicate), predicate, predicate)


def _well(scene: Scene, chunk: Chunk, taken: set[int]) -> Iterator[Described]:
    """Read a part of the spine that is called healthy, as in `facets nl`, `flavum thin` or `the cord looks fine`."""
    spaces = words("spaces_seen").intersection(scene.words(chunk))
    for parts, told, kind in _sound() if not spaces else [one for one in _sound() if one.parts == words("cords")]:
        within = _with_pause(scene, chunk, parts) if parts == _ALIGNMENT else chunk
        healthy = [part for part in scene.said_words(within, told) if tells_of_part(scene, part)]
        healthy = [part for part in healthy if scene.view.norms[part.end : part.end + 1] != ["for"]]
        healthy = [part for part in healthy if not scene.context.denies_health(part)]
        for part in scene.said_words(chunk, parts) if healthy else ():
            well = nearest(healthy, part)
            thin = scene.words(well) == ["thin"] and kind != "ligament_hypertrophy"
            keeps = scene.words(well)[0] in _KEEPING and 0 < part.start - well.start <= _BESIDE
            near = 0 < well.start - part.start <= _WELL or (keeps and kind == "disc_degeneration")
            if near and part.start not in taken and not thin:
                yield Described(kind, "absent", part, well)
                return


@cache
def _sound() -> tuple[Pair, ...]:
    """Return the words for parts that a report calls healthy, those for health, and the finding that is denied."""
    return (
        Pair(words("ligaments"), words("well_seen") - {"intact"}, "ligament_hypertrophy"),
        Pair(words("facets"), words("well_seen"), "bony_overgrowth"),
        Pair(words("cords"), words("well_seen") | {"free"}, "other"),
        Pair(words("sacroiliacs"), words("well_seen") | {"open", "patent"}, "sacroiliac_changes"),
        Pair(words("disc_spaces"), words("well_seen") | words("plump"), "disc_degeneration"),
        Pair(words("all_discs"), words("plump"), "disc_degeneration"),
        Pair(_ALIGNMENT, words("well_seen"), "malalignment"),
    )


def _paired(
    scene: Scene, chunk: Chunk, parts: Sequence[Item], predicates: frozenset[str], kind: ImagingKind
) -> Iterator[Described]:
    said = scene.said_words(chunk, predicates) if parts else []
    # Of `the facets are enlarged and the ligament is thick` each has its own.
    for predicate in sorted(said, key=lambda one: _is_of_part_before(scene, one, parts)):
        if scene.words(predicate) == ["wear"] and scene.view.tokens.word(predicate.end) in _WORN:
            continue
        if _GOING.issuperset(scene.words(predicate)) and scene.view.tokens.word(predicate.end) in _WAYS | _AWAY:
            continue
        part = nearest(parts, predicate)
        if abs(part.start - predicate.start) <= _REACH:
            yield Described(kind, asserted(scene, predicate), part, predicate)
            return


def _is_of_part_before(scene: Scene, predicate: Item, parts: Sequence[Item]) -> bool:
    part = nearest(parts, predicate)
    return part.start > predicate.end and "and" in scene.view.norms[predicate.end : part.start]


def _with_pause(scene: Scene, chunk: Chunk, parts: frozenset[str]) -> Chunk:
    """Return a part of a statement with the short one after it, as in `these are the facets, overgrown`."""
    after = [part for part in scene.statement.chunks if part.start >= chunk.end]
    if len(after) > 1 and scene.view.sides(after[0]) and after[0].end - after[0].start <= _SHORT:
        after = after[1:]
    later = after[0] if after else None
    goes_on = later is not None and scene.view.norms[later.start] in words("going_on")
    short = later is not None and (goes_on or later.end - later.start <= _SHORT) and scene.statement.turn >= 0
    if later is None or not short or parts.intersection(scene.words(later)):
        return chunk
    return Chunk(chunk.start, later.end)
