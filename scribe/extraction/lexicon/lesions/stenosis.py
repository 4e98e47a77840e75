"""Statements → narrowing of a canal or of foramina, with what narrows it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.attachment import carry, nearest
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, Lesion, LesionKind, Mechanism

_CAUSAL = frozenset({"from", "due", "because", "caused"})
_CAUSES = frozenset({"due", "from", "caused", "because", "secondary", "it", "this", "that", "cause"})
_ROOTS = frozenset({"radiculopathy", "radiculitis", "root", "roots", "nerve", "dermatome", "distribution"})
_JOINTS = frozenset({"and", "&", "/", "+", ",", "plus"})
_OPENING = 3
_POINTING = frozenset({"that", "this", "it"})
_DONE_BY: dict[str, Mechanism] = {
    "spondylolisthesis": "subluxation",
    "disc_herniation": "disc",
    "spondylosis": "osseous",
}
"""What a diagnosis does to a canal that it narrows."""


def read_stenoses(scene: Scene) -> Iterator[Lesion]:
    """Read the narrowings that one statement concludes, of a canal where it says what narrows it."""
    if scene.statement.asks or not scene.terms("lesions", "narrowing") or not _concludes(scene):
        return
    for part in _parts(scene):
        heads = scene.terms("lesions", "narrowing", part=part)
        spaces = _spaces(scene, part, heads)
        causes = _mechanisms(scene, part) or _mechanisms(scene, scene.statement) or named_next(scene)
        causes = causes or _pointed_to(scene)
        if not heads:
            continue
        for kind, space in spaces.items():
            if not causes and kind != "foraminal_stenosis":
                continue
            assertion = scene.assertion(heads[0])
            if not scene.by_clinician and assertion != "other_person":
                continue
            places = _places(scene, part, space)
            yield Lesion(
                kind=kind,
                region=places[0].region if places else None,
                mechanisms=causes,
                segments=tuple(dict.fromkeys(segment for place in places for segment in place.segments)),
                laterality=_laterality(scene, part, space) if kind == "foraminal_stenosis" else _recess(scene, space),
                assertion=assertion,
                read_by=rule_of("lesions", *heads),
                evidence=scene.quote(*heads, space, *scene.terms("mechanisms", part=part), *_within(places, part)),
            )


def _concludes(scene: Scene) -> bool:
    """Tell whether a statement concludes; beside the films it must name a stenosis or the cause of the narrowing."""
    if scene.stance != "imaging" or scene.statement.section:
        return scene.stance == "conclusion"
    named = any(hit.term.text.startswith("steno") for hit in scene.terms("lesions", "narrowing"))
    caused = bool(_CAUSAL.intersection(scene.words()))
    return (named or caused) and bool(scene.terms("stances", "weak_conclusion"))


def _within(places: list[Place], part: Item) -> list[Place]:
    return [place for place in places if part.start <= place.start < part.end]


def _parts(scene: Scene) -> list[Chunk]:
    """Split a statement where a further narrowing of another space begins."""
    spaces = scene.terms("lesions", "compartment")
    heads = scene.terms("lesions", "narrowing")
    breaks = [
        index
        for index in range(scene.statement.start, scene.statement.end)
        if scene.view.norms[index] in {",", ";", "and", "comma"}
        and any(space.start < index for space in spaces)
        and any(head.start < index for head in heads)
        and any(space.start > index for space in spaces)
        and any(head.start > index for head in heads)
    ]
    cuts = [scene.statement.start, *breaks[-1:], scene.statement.end]
    return [Chunk(start, end) for start, end in pairwise(cuts)]


def _spaces(scene: Scene, part: Item, heads: list[Hit]) -> dict[LesionKind, Hit]:
    found: dict[LesionKind, Hit] = {}
    for hit in scene.terms("lesions", "compartment", part=part):
        kind: LesionKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
        if _is_open(scene, hit):
            continue
        if hit.term.text == "central" and not any(abs(head.start - hit.end) <= 1 for head in heads):
            continue
        if scene.assertion(hit) != "absent" or all(scene.assertion(head) == "absent" for head in heads):
            found.setdefault(kind, hit)
    return found


def _is_open(scene: Scene, space: Hit) -> bool:
    """Tell whether a space is only mentioned as open, as in `mild facet change, canal fine`."""
    chunk = scene.chunk(space)
    return not scene.terms("lesions", "narrowing", part=chunk) and bool(words("open").intersection(scene.words(chunk)))


def _mechanisms(scene: Scene, part: Item) -> tuple[Mechanism, ...]:
    hits = scene.terms("mechanisms", part=part)
    named = [hit for hit in hits if scene.assertion(hit) != "absent" or scene.assertion(hit) == scene.assertion(part)]
    shared = [mechanism for hit in named for mechanism in sharing(scene, hit)]
    return tuple(dict.fromkeys([*shared, *_values(named)]))


def sharing(scene: Scene, hit: Hit) -> Iterator[Mechanism]:
    """Read the parts that share a word with a mechanism, as the facet of `facet and ligamentum flavum hypertrophy`."""
    norms, index = scene.view.norms, hit.start - 1
    while index > scene.statement.start and norms[index] in _JOINTS:
        index -= 1
        if norms[index] in words("bony_parts"):
            yield "osseous"
        elif norms[index] in words("soft_parts"):
            yield "connective_tissue"
        else:
            return
        index -= 1


def _values(hits: Iterable[Hit]) -> tuple[Mechanism, ...]:
    said = dict.fromkeys(value for hit in hits for value in hit.term.value.split("+"))
    return tuple(said)  # type: ignore[arg-type]  # the table holds the schema's words


def _pointed_to(scene: Scene) -> tuple[Mechanism, ...]:
    """Return what a diagnosis named before does where it is pointed to, as in `a listhesis, and it's from that`."""
    norms, statement = scene.view.norms, scene.statement
    points = any(
        norms[at] in _CAUSAL and _POINTING.intersection(norms[at + 1 : at + 3])
        for at in range(statement.start, statement.end - 1)
    )
    named = [hit for hit in scene.terms("conditions") if scene.assertion(hit) == "present"] if points else []
    return tuple(dict.fromkeys(_DONE_BY[hit.term.value] for hit in named if hit.term.value in _DONE_BY))


def named_next(scene: Scene) -> tuple[Mechanism, ...]:
    """Read the mechanism from the next statement where that goes on with the cause."""
    after = scene.following
    if after is None or after.turn != scene.statement.turn or after.section != scene.statement.section or after.asks:
        return ()
    opening = scene.view.norms[after.start : after.start + _OPENING]
    if not _CAUSES.intersection(opening):
        return ()
    return _values(scene.view.terms("mechanisms", after))


def _places(scene: Scene, part: Item, space: Hit) -> list[Place]:
    places = scene.view.fixing(part)
    if not places:
        places = scene.view.fixing(scene.statement)
    if not places:
        place = carry(scene.view, scene.statement, scene.topic, part.start).place or scene.topic.heading
        return [place] if place else []
    levels = [place for place in places if place.segments and not _names_root(scene, place)] or places
    first = nearest([place for place in levels if place.start <= space.start] or levels, space)
    return [first, *(place for place in levels if place is not first and place.region == first.region)]


def _names_root(scene: Scene, place: Place) -> bool:
    """Tell whether a level names a nerve root, as in `right S1 radiculopathy`."""
    return bool(_ROOTS.intersection(scene.view.norms[place.end : place.end + 2]))


def _recess(scene: Scene, space: Hit) -> Laterality | None:
    """Return the side of a recess; the canal itself has none."""
    if "recess" not in space.term.text and "recesses" not in space.term.text:
        return None
    return _laterality(scene, scene.chunk(space), space)


def _laterality(scene: Scene, part: Item, space: Hit) -> Laterality | None:
    sides = scene.view.sides(part)
    return nearest(sides, space).value if sides else None
