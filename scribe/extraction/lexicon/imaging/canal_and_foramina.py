"""Canals and foramina in what a study shows, and whether they are open: `it fills the hole where the nerve leaves`.

A clinician may also liken them to things of every day, as in `Think of it as a
pipe, and the nerves run down it.`.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.context.study_mentions import parts_seen
from scribe.extraction.lexicon.imaging.level_and_side import is_middle
from scribe.extraction.lexicon.imaging.openness import HAVING, INTO, ROOM, TURNING, openness, side_of_grade
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, Term, limb_words, words
from scribe.schema import Assertion, ImagingKind, Laterality, LesionKind

_NERVES = frozenset({"nerve", "nerves", "root", "roots", "cord", "cords"})
_TUBES = frozenset({"tunnel", "tube", "channel", "pipe", "space", "room", "channels", "tunnels", "tubes"})
"""Everyday words for the canal, where the cord or many nerves are named with them, and else for a foramen."""
_SACS = frozenset({"sac"})
"""What holds the nerves, and is as wide as the canal is."""
_GUTTERS = frozenset({"gutter", "gutters"})
_RECESS = "lateral recess"
"""The side of the canal, of which a picture shows a gutter."""
_REACH = 8
_BOTH = frozenset({"both", "they're", "they"})
_RESTING = 3
_REST = frozenset({"other", "remaining", "rest"})
_UNSAID = 5
_SAYING = frozenset({"say", "says", "said", "specify", "specified", "state", "stated", "whether", "saying", "named"})
_MEASURED = 4
_REMARK, _LONGEST_REMARK = 6, 14
_NEXT = 2
_DWELLERS = frozenset({"cord", "nerves", "canal", "spinal"})
"""What runs down a canal."""
_LEAVING = frozenset({"nerve", "root", "foramen"})
_NEAR = 1


def kind_of(space: Hit) -> ImagingKind:
    """Return the finding that a narrow space makes."""
    return "canal_narrowing" if space.term.value == "canal_stenosis" else "foraminal_narrowing"


def qualifies_disc(scene: Scene, space: Hit) -> bool:
    """Tell whether a space only says where a disc bulges, as in `small left foraminal protrusion`."""
    ahead = range(space.start, space.end + _NEXT)
    discs = (hit for hit in scene.terms("imaging", "finding") if hit.term.value == "disc_herniation")
    return space.term.text == "foraminal" and any(hit.start in ahead for hit in discs)


def spaces(scene: Scene) -> list[Hit]:
    """Return the spaces that a statement names, also in everyday words."""
    named = scene.terms("lesions", "compartment")
    if _openings().isdisjoint(scene.said):
        return named
    taken = covered_by(named)
    lay = [hit for hit in _lay_spaces(scene) if taken.isdisjoint(range(hit.start, hit.end))]
    return sorted([*named, *lay], key=lambda hit: hit.start)


def last_named(named: list[Hit]) -> Hit | None:
    """Return the space that a statement names last, of which the next one may go on to speak."""
    return next((space for space in reversed(named) if space.term.text != "central"), None)


def is_remark(scene: Scene) -> bool:
    """Tell whether a few words only remark on the space just named, which is still spoken of: `That's real tight.`.

    So does what tells of a nerve in it, or of what fills it, as in `There's a bit of disc poking into it.`.
    """
    said = sum(word[0].isalnum() for word in scene.words())
    if scene.statement.turn < 0 or said <= _REMARK or scene.says("doors"):
        return scene.statement.turn >= 0
    filled = any(one in INTO and other == "it" for one, other in pairwise(scene.words()))
    others = parts_seen() - words("nerves_seen") - words("well_seen") - words("plump")
    short = len(scene.words()) <= _LONGEST_REMARK and not scene.view.fixing(scene.statement)
    return short and (filled or (scene.says("nerves_seen") and others.isdisjoint(scene.said)))


def space_asked_for(scene: Scene, before: Hit | None) -> Hit | None:
    """Return the space that a question names, or the one named before it where it only asks for a side.

    `And the canal?`, `On the right?`

    Args:
        scene: The question.
        before: The space that was spoken of before.
    """
    named = scene.terms("lesions", "compartment")
    asks_side = bool(scene.view.sides(scene.statement)) and not scene.view.fixing(scene.statement)
    return named[0] if named else before if asks_side else None


class OtherOne(NamedTuple):
    """The other of two spaces, of which a statement tells behind the first."""

    space: Hit
    """The name of the first."""
    side: Laterality
    """The side of the other."""
    assertion: Assertion
    """Whether it is narrow."""
    part: Chunk
    """The words that tell it."""


def other_ones(scene: Scene, named: list[Hit]) -> Iterator[OtherOne]:
    """Read what a later part says of the other one, as in `narrows the hole on the right, the left one's open`.

    Args:
        scene: The statement.
        named: The spaces that it names.
    """
    for chunk in scene.statement.chunks if named else ():
        before = [space for space in named if space.end <= chunk.start and not is_middle(space)]
        sides = scene.view.sides(chunk)
        if not before or not sides or any(chunk.start <= space.start < chunk.end for space in named):
            continue
        ones = scene.said_words(chunk, words("ones") | words("going_on"))
        assertion = openness(scene, ones[0]) if ones else None
        if assertion is not None:
            yield OtherOne(before[-1], sides[0].value, assertion, chunk)


def side_asked_for(scene: Scene) -> Laterality | None:
    """Return the side that somebody has just asked for, of which the answer tells: `On the right?`, `It's open.`."""
    view = scene.view
    if view.sides(scene.statement):
        return None
    for one in reversed(view.statements_before(scene.statement)):
        if sides := view.sides(one):
            asked = one.asks and limb_words().isdisjoint(view.norms[one.start : one.end])
            return sides[-1].value if asked else None
    return None


def space_of_patient(scene: Scene) -> Hit | None:
    """Return the foramen that a patient has read of, of which the answer tells: `The left one is narrow, yes.`."""
    if scene.statement.turn < 0 or not scene.says("ones"):
        return None
    near = scene.view.statements_before(scene.statement)
    near = [*scene.view.statements_before(near[0]), *near] if near else []
    read = (one for one in near if one.speaker == "patient")
    said = (hit for one in read for hit in scene.view.terms("lesions", one) if hit.term.role == "compartment")
    return next((hit for hit in said if "foram" in hit.term.text), None)


def narrowings(scene: Scene, part: Chunk, space: Hit) -> list[Hit]:
    """Return the words of narrowing that belong to a space; speech without marks turns from one to the next."""
    named = scene.terms("lesions", "narrowing", part=part)
    if scene.statement.turn < 0:
        return named
    return [hit for hit in named if TURNING.isdisjoint(scene.view.norms[hit.end : max(hit.end, space.start)])]


@cache
def _openings() -> frozenset[str]:
    return words("doors") | words("tubes") | _TUBES | _SACS | _GUTTERS


def _lay_spaces(scene: Scene) -> Iterator[Hit]:
    norms, meant = scene.view.norms, _likened(scene.view)
    for at in range(scene.statement.start, scene.statement.end):
        if norms[at] not in _openings():
            continue
        if norms[at] in _SACS | _GUTTERS:
            name = _RECESS if norms[at] in _GUTTERS else norms[at]
            yield Hit(at, at + 1, Term(name, "lesions", "compartment", "canal_stenosis"))
            continue
        chunk = scene.chunk(Chunk(at, at + 1))
        before = [place for place in scene.view.places(chunk) if place.structure == "vertebra" and place.end == at]
        after = range(at + 1, min(at + _REACH, chunk.end))
        nerve = next((index for index in after if norms[index] in _NERVES), None)
        if nerve is None and norms[at] in meant and not _is_sided(scene, at):
            yield Hit(at, at + 1, Term(norms[at], "lesions", "compartment", meant[norms[at]]))
            continue
        nerve = at - 1 if nerve is None and norms[at - 1] in _NERVES else nerve
        nerve = _dweller(norms, at, chunk) if nerve is None and norms[at] in ROOM else nerve
        if nerve is None and not (norms[at] in words("doors") and (before or _is_sided(scene, at))):
            continue
        wide = norms[at] in _TUBES and nerve is not None and norms[nerve] in {"cord", "cords", "nerves"}
        kind: LesionKind = "canal_stenosis" if wide else "foraminal_stenosis"
        yield Hit(at, at + 1, Term(norms[at], "lesions", "compartment", kind))


def _dweller(norms: Sequence[str], at: int, chunk: Chunk) -> int | None:
    """Return the nerve that is said before the room it has, as in `the cord has plenty of room`."""
    before = range(max(chunk.start, at - _REACH), at)
    nerve = next((index for index in reversed(before) if norms[index] in _NERVES), None)
    return nerve if nerve is not None and not HAVING.isdisjoint(norms[nerve + 1 : at]) else None


def _is_sided(scene: Scene, at: int) -> bool:
    """Tell whether an opening is told by its side alone: `the opening on the left`, `the side openings`."""
    beside = Chunk(max(0, at - 1), at + 2)
    if scene.view.norms[beside.start] == "side":
        return scene.statement.turn >= 0
    return scene.statement.turn >= 0 and any(abs(side.start - at) <= 1 for side in scene.view.sides(beside))


def is_rest(scene: Scene, space: Hit) -> bool:
    """Tell whether the spaces are all but those that were told of, on no one side: `the other foramina are patent`."""
    before = scene.view.norms[max(scene.statement.start, space.start - _RESTING) : space.start]
    return not _REST.isdisjoint(before) and scene.view.norms[space.start].endswith(("s", "foramina"))


def stenoses(scene: Scene) -> Iterator[Hit]:
    """Find a stenosis of which a report does not say where it is: `severe stenosis at L3-4`, `no stenosis`."""
    narrowings = scene.terms("lesions", "narrowing")
    named = [space for space in scene.terms("lesions", "compartment") if not _is_unsaid(scene, space)]
    if not narrowings or named:
        return
    taken = covered_by(scene.terms("imaging", "finding"))
    for hit in narrowings:
        stated = scene.assertion(hit) in {"present", "historical", "absent"}
        if hit.term.text.startswith("steno") and hit.start not in taken and stated:
            yield hit


def _is_unsaid(scene: Scene, space: Hit) -> bool:
    """Tell whether a report leaves open which space it is: `does not say canal or foramen`, `canal not specified`."""
    before = scene.view.norms[max(scene.statement.start, space.start - _UNSAID) : space.start]
    after = scene.view.norms[space.end : space.end + _UNSAID]
    denied = any(map(is_not, [*before, *after])) or "whether" in before or "not" in [*before, *after]
    return denied and not _SAYING.isdisjoint([*before, *after])


def tells_of_both(scene: Scene, space: Hit) -> bool:
    """Tell whether a part goes on with both of two: `a door on the left and a door on the right, and both are open`.

    Args:
        scene: The statement.
        space: One of them.
    """
    if side_of_grade(scene, space) == "bilateral":
        return not is_middle(space)
    sides = {side.value for side in scene.view.sides(scene.chunk(space))}
    after = next((part for part in scene.statement.chunks if part.start >= scene.chunk(space).end), None)
    both = after is not None and not _BOTH.isdisjoint(scene.words(after)[:_MEASURED])
    return both and sides >= {"left", "right"} and not is_middle(space)


@lru_cache(maxsize=1)
def _likened(view: View) -> dict[str, LesionKind]:
    """Return the everyday words that a talk uses for the canal, or for the hole where a nerve leaves."""
    tubes, doors = view.said & words("tubes"), view.said & words("doors")
    found: dict[str, LesionKind] = {}
    if not (tubes or doors):
        return found
    for at in view.indices(tubes | doors):
        said = _around(view, at)
        if view.norms[at] in tubes and not said.isdisjoint(_DWELLERS):
            found[view.norms[at]] = "canal_stenosis"
        elif not said.isdisjoint(_LEAVING):
            found.setdefault(view.norms[at], "foraminal_stenosis")
    return found


def _around(view: View, at: int) -> set[str]:
    """Return the words of the statement of a token, and of that before it, where a clinician speaks."""
    own = view.statements_from(at)[:_NEAR]
    if not own or own[0].turn < 0 or own[0].speaker == "patient":
        return set()
    before: list[Statement] = view.statements_before(own[0])[-_NEAR:]
    start = before[0].start if before and before[0].turn == own[0].turn else own[0].start
    return set(view.norms[start : own[0].end])
