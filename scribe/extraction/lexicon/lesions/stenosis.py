"""Statements → narrowing of a canal or of foramina, with what narrows it."""

from collections.abc import Iterable, Iterator, Sequence

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.attachment import carry, nearest
from scribe.extraction.lexicon.context.operations import was_operated
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.side_of_mention import compares_sides, side_ahead
from scribe.extraction.lexicon.context.study_mentions import studies
from scribe.extraction.lexicon.lesions.narrow_spaces import (
    FRAGMENT,
    paired_parts,
    parts_by_space,
    space_announced,
    spaces_of,
)
from scribe.extraction.lexicon.lesions.shown_stenosis import (
    causes_before,
    joint_before,
    opens_so,
    side_before,
    space_called,
)
from scribe.extraction.lexicon.lesions.stenosis_causes import (
    SEEN_AS,
    causes_next,
    causes_pointed_to,
    is_apart,
    mechanisms,
    values_of,
)
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, Lesion

_POINTED_AT = 3
_COUNTED = 3
_BEFORE_CAUSE = frozenset({",", ":", "-", "a", "an", "the", "your"})
_ROOTS = frozenset({"radiculopathy", "radiculitis", "root", "roots", "nerve", "dermatome", "distribution"})
_OPEN = frozenset({"neutral", "exam"})
_KINDS = frozenset({"osseous", "bony", "connective tissue", "subluxation", "disc", "intervertebral disc", "discal"})
"""What stands before `stenosis` in the names of diagnoses."""
_STATED = frozenset({"present", "possible", "absent"})
_NARROWINGS = frozenset({"narrowing", "narrowing of", "narrowed", "tight", "narrow"})
_COMPLAINTS = frozenset({
    "leg", "legs", "arm", "arms", "symptoms", "story", "exam", "examination", "pain", "hand", "hands", "walking",
    "complaints", "numbness", "weakness", "feet", "foot", "reflexes",
})  # fmt: skip
_DOING = frozenset({"doing", "does"})
_ASKED = frozenset({"what", "what's", "whats"})
_FIRST = frozenset({"me", "i", "i'm", "i've", "i'd", "my", "we", "we've", "our"})


def read_stenoses(scene: Scene) -> Iterator[Lesion]:
    """Read the narrowings that one statement concludes, of a canal where it says what narrows it."""
    if "lesions" not in scene.named or scene.statement.asks:
        return
    if not scene.terms("lesions", "narrowing") or not _concludes(scene):
        return
    pairs = paired_parts(scene)
    parts = pairs or parts_by_space(scene)
    for part in parts:
        heads = scene.terms("lesions", "narrowing", part=None if pairs else part)
        spaces = spaces_of(scene, part, heads) or space_announced(scene) or space_called(scene)
        own = mechanisms(scene, part)
        apart = not own and is_apart(scene, part, parts)
        own = own if own or apart else mechanisms(scene, scene.statement)
        elsewhere = [] if own or apart else causes_next(scene)
        causes = own or values_of(elsewhere) or causes_pointed_to(scene)
        elsewhere = elsewhere if causes or apart else causes_before(scene, frozenset(spaces))
        causes = causes or values_of(elsewhere)
        if not heads:
            continue
        for kind, space in spaces.items():
            if not causes and kind != "foraminal_stenosis":
                continue
            assertion = scene.assertion(heads[0])
            if (not scene.by_clinician and assertion != "other_person") or scene.context.told(heads[0]):
                continue
            places = _places(scene, part, space)
            yield Lesion(
                kind=kind,
                region=places[0].region if places else None,
                mechanisms=causes,
                segments=tuple(dict.fromkeys(segment for place in places for segment in place.segments)),
                laterality=(_laterality if kind == "foraminal_stenosis" else _recess)(scene, part, space),
                assertion=assertion,
                read_by=rule_of("lesions", *heads),
                evidence=(
                    *scene.quote(*heads, space, *scene.terms("mechanisms", part=part), *_within(places, part)),
                    *(quote for hit in elsewhere for quote in scene.quote(hit)),
                ),
            )


def uncaused(scene: Scene) -> list[Chunk]:
    """Return the parts that name a stenosis apart from another narrowing, whose cause or whose space alone is named."""
    if len(scene.terms("lesions", "narrowing")) == 1:
        return []
    parts = parts_by_space(scene)
    spaces = {part: spaces_of(scene, part, scene.terms("lesions", part=part)) for part in parts}
    bare = (part for part in parts if not mechanisms(scene, part) and is_apart(scene, part, parts))
    open_ones = (part for part in parts if not spaces[part] and _has_own_level(scene, part, parts))
    return [part for part in (*bare, *open_ones) if "foraminal_stenosis" not in spaces[part]]


def _has_own_level(scene: Scene, part: Chunk, parts: Sequence[Chunk]) -> bool:
    """Tell whether a part names a level of its own: `stenosis at L4-5, and a foraminal stenosis at L3-4`."""
    levels = {other: {place.segments for place in scene.view.fixing(other) if place.segments} for other in parts}
    others = set().union(*(levels[other] for other in parts if other != part))
    return bool(levels[part]) and bool(others) and levels[part].isdisjoint(others)


def _concludes(scene: Scene) -> bool:
    """Tell whether a statement concludes; beside the films it must call what is there a stenosis.

    A clinician who names aloud a stenosis, where it is and what it comes from concludes too.
    """
    stenoses = [hit for hit in scene.terms("lesions", "narrowing") if hit.term.text.startswith("steno")]
    stenoses = [hit for hit in stenoses if scene.assertion(hit) != "absent"]
    named = bool(stenoses) or _explains(scene)
    spoken_of = scene.statement.turn >= 0 and scene.topic.region is not None
    whole = named and (spoken_of or bool(scene.view.fixing(scene.statement)))
    whole = whole and bool(scene.terms("mechanisms") or causes_next(scene) or _sums_up(scene))
    if whole and _is_of_kind(scene, stenoses):
        return scene.statement.section != "imaging"
    if scene.stance in _OPEN and _tells_foramen(scene):
        return True
    if scene.stance in _OPEN and (scene.statement.turn >= 0 or _is_personal(scene) or _is_written(scene)):
        return whole
    concludes = _is_personal(scene) or _is_dictated(scene) or was_operated(scene.view, scene.statement)
    if scene.stance == "imaging" and whole and (concludes or _tallies(scene)):
        return True
    if scene.stance != "imaging" or scene.statement.section:
        return scene.stance == "conclusion"
    concluding = scene.terms("stances", "weak_conclusion", "conclusion")
    return named and (
        any(hit.start < stenoses[-1].start for hit in concluding) or (opens_so(scene) and _sums_up(scene))
    )


def _tells_foramen(scene: Scene) -> bool:
    """Tell whether speech names a foraminal stenosis and its level, whatever narrows it."""
    if scene.statement.turn < 0:
        return False
    foramina = {hit.end for hit in scene.terms("lesions", "compartment") if hit.term.value == "foraminal_stenosis"}
    heads = (hit for hit in scene.terms("lesions", "narrowing") if hit.term.text.startswith("steno"))
    levels = any(place.segments for place in scene.view.fixing(scene.statement))
    return levels and any(hit.start in foramina and scene.assertion(hit) in _STATED for hit in heads)


def _explains(scene: Scene) -> bool:
    """Tell whether speech, no study near, says what a narrowing comes from: `The narrowing is from a spur`."""
    if scene.statement.turn < 0 or scene.stance == "imaging" or _names_study(scene):
        return False
    told = [hit for hit in scene.terms("lesions", "narrowing") if hit.term.text in _NARROWINGS]
    return any(
        not (words("causing") | _DOING).isdisjoint(scene.view.norms[hit.end : scene.statement.end])
        or scene.view.norms[hit.start - 1] in _ASKED
        for hit in told
        if scene.assertion(hit) == "present"
    )


def _sums_up(scene: Scene) -> bool:
    """Tell whether a stenosis sums up what was told to narrow its space."""
    return bool(causes_before(scene, frozenset(spaces_of(scene, scene.statement, scene.terms("lesions", "narrowing")))))


def _is_personal(scene: Scene) -> bool:
    """Tell whether a writer says what he or she holds of a patient: `I read them as`, `she has a stenosis from`."""
    labelled = scene.view.norms[scene.statement.start : scene.statement.start + 2] == ["i", ":"]
    return scene.statement.turn < 0 and not labelled and not _FIRST.isdisjoint(scene.words())


def _is_of_kind(scene: Scene, stenoses: Iterable[Hit]) -> bool:
    """Tell whether a stenosis has its kind right before it, as no report says: `an osseous stenosis of the canal`."""
    kinds = [hit for hit in scene.terms("mechanisms") if hit.term.text.removesuffix(" stenosis") in _KINDS]
    return any(kind.start < hit.start <= kind.end for hit in stenoses for kind in kinds)


def _is_written(scene: Scene) -> bool:
    """Tell whether a note, no study near, says by itself what is narrow and why: `canal stenosis caused by a spur`."""
    return scene.stance == "neutral" and ("concluded" in scene.said or not _names_study(scene))


def _is_dictated(scene: Scene) -> bool:
    """Tell whether speech only names a diagnosis, with no study near: `Cervical canal stenosis, due to a disc.`."""
    told = (*words("be_forms"), *words("demonstrating"), *words("reading_of"), "reads", "read")
    return scene.statement.turn >= 0 and scene.said.isdisjoint(told) and not _names_study(scene)


def _tallies(scene: Scene) -> bool:
    """Tell whether speech holds what a study shows against the patient: `The MRI and your legs tell the same story`.

    It may do so right before: `That's where your calf pain comes from. Left foraminal stenosis, bony.`.
    """
    before = [one for one in scene.earlier_in_turn[-1:] if scene.statement.turn >= 0]
    parts = [scene.words(), *(scene.view.norms[one.start : one.end] for one in before)]
    return scene.statement.turn >= 0 and any(
        not words("tallying").isdisjoint(said) and not _COMPLAINTS.isdisjoint(said) for said in parts
    )


def _names_study(scene: Scene) -> bool:
    """Tell whether a statement names a study, or one before it that is of the same turn or asks about the study."""
    before = scene.view.statements_before(scene.statement)
    near = [*(one for one in before if one.asks or one.turn == scene.statement.turn), scene.statement]
    return any(studies(scene.view, one) for one in near)


def _within(places: list[Place], part: Item) -> list[Place]:
    return [place for place in places if part.start <= place.start < part.end]


def _places(scene: Scene, part: Item, space: Hit) -> list[Place]:
    places = scene.view.fixing(part)
    if not places:
        places = scene.view.fixing(scene.statement)
    if not places:
        place = carry(scene.view, scene.statement, scene.topic, part.start).place or scene.topic.heading
        if place and place.segments and scene.statement.turn >= 0:
            place = _where_shown(scene, space) or _level_of_root(scene, place) or joint_before(scene, place) or place
        elif place and place.segments:
            place = _level_of_root(scene, place) or place
        return [place] if place else []
    places = [place for place in places if place.region != "rib_cage"] or places
    levels = [place for place in places if place.segments and not names_root(scene, place)] or places
    first = nearest([place for place in levels if place.start <= space.start] or levels, space)
    return [first, *(place for place in levels if place is not first and place.region == first.region)]


def _where_shown(scene: Scene, space: Hit) -> Place | None:
    """Return the level at which a space was last said to be narrow: another level may have been named since."""
    near = scene.view.statements_before(scene.statement)
    far = scene.view.statements_before(near[0]) if near else []
    for earlier in reversed([*far, *near]):
        seen = (SEEN_AS.get(hit.term.value) for hit in scene.view.terms("imaging", earlier))
        levels = [place for place in scene.view.fixing(earlier) if place.segments]
        if space.term.value in seen and levels:
            return levels[0]
    return None


def _level_of_root(scene: Scene, root: Place) -> Place | None:
    """Return the level named beside a root that was spoken of last, as in `a C6-7 disc with a C7 radiculopathy`."""
    named = [place for one in scene.view.statements_before(scene.statement)[-1:] for place in scene.view.fixing(one)]
    if root not in named or _ROOTS.isdisjoint(scene.view.norms[root.end : root.end + 2]):
        return None
    return next((one for one in named if one.region == root.region and len(one.segments) > 1), None)


def names_root(scene: Scene, place: Place) -> bool:
    """Tell whether a level is that of a root, as in `lateral recess stenosis and right S1 radiculopathy`."""
    return not _ROOTS.isdisjoint(scene.view.norms[place.end : min(place.end + 2, scene.statement.end)])


def _recess(scene: Scene, part: Item, space: Hit) -> Laterality | None:
    """Return the side of a recess; the canal itself has none."""
    if "recess" not in space.term.text and "recesses" not in space.term.text:
        return None
    chunk = scene.chunk(space)
    return _laterality(scene, chunk, space) or _laterality(scene, part, space)


def _laterality(scene: Scene, part: Item, space: Hit) -> Laterality | None:
    sides = [side for side in scene.view.sides(part) if not _counts_causes(scene, side)]
    if space.end <= scene.statement.start:
        sides = sides or scene.view.sides(Chunk(space.start - FRAGMENT, space.end))
    sides = [side for side in sides if ";" not in scene.view.norms[side.end : space.start]]
    if sides:
        both = compares_sides(scene.view, Chunk(part.start, part.end), sides)
        return "bilateral" if both else nearest(sides, space).value
    if space.term.value == "foraminal_stenosis" and (ahead := _ahead(scene, space)):
        return ahead
    # In speech `the stenosis there` is where the talk has come to.
    there = scene.statement.turn >= 0 and "there" in scene.view.norms[space.end : space.end + _POINTED_AT]
    return scene.topic.side if there else side_before(scene)


def _ahead(scene: Scene, space: Hit) -> Laterality | None:
    return side_ahead(scene.view, scene.statement, scene.chunk(space)) if space.start >= scene.statement.start else None


def _counts_causes(scene: Scene, side: Item) -> bool:
    """Tell whether a both means two causes and no two sides: `from both, spur and disc`, `both bone and disc`."""
    if scene.view.norms[side.start] != "both":
        return False
    behind = Chunk(side.end, min(scene.statement.end, side.end + _COUNTED))
    causes = scene.view.terms("mechanisms", behind)
    return bool(causes) and _BEFORE_CAUSE.issuperset(scene.view.norms[side.end : causes[0].start])
